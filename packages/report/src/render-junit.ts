/**
 * The findings as JUnit XML, for everything that shows test results.
 *
 * @module
 */
import type { Finding, GateReport } from "@ml-gates/gate";
import { type GateRow, listGates } from "./gate-row.ts";
import { type Html, html, trusted } from "./html.ts";

/**
 * One `testsuite` a gate, one `testcase` a finding. What blocks is a `failure`; a gate that did not run is an `error`;
 * what warns, is waived or is inconclusive without blocking is a pass with its reason in `system-out`.
 *
 * @example
 * renderJunit([]).includes('<testsuites name="ml-gates" tests="0" failures="0" errors="0">'); // => true
 */
export function renderJunit(reports: readonly GateReport[], missing: readonly string[] = []): string {
  const suites = listGates(reports, missing).map(renderSuite);
  const total = (count: (suite: Suite) => number): number =>
    suites.reduce((sum, suite) => sum + count(suite), 0);
  const all = html`<testsuites name="ml-gates" tests="${total(({ tests }) => tests)}" failures="${total(({ failures }) => failures)}" errors="${total(({ errors }) => errors)}">${suites.map(({ xml }) => xml)}
</testsuites>
`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${all.html}`;
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly xml: Html;
}

function renderSuite({ name, report, verdict, summary }: GateRow): Suite {
  if (report === null || verdict === "error") {
    const xml = html`
<testsuite name="${name}" tests="1" failures="0" errors="1" skipped="0"><testcase classname="${name}" name="runs"><error message="${summary}"/></testcase></testsuite>`;
    return { tests: 1, failures: 0, errors: 1, xml };
  }
  const failing = report.findings.filter((finding) =>
    isFailure(finding, verdict === "inconclusive" && report.blocks),
  );
  const skipped = report.findings.filter(({ outcome }) => outcome === "skipped").length;
  const cases = report.findings.map((finding) => renderCase(name, finding, failing.includes(finding)));
  const [tests, failures] = [report.findings.length, failing.length];
  const xml = html`
<testsuite name="${name}" tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}" time="${report.run.seconds}">${cases}
</testsuite>`;
  return { tests, failures, errors: 0, xml };
}

/** A gate that blocks for being inconclusive fails by what is inconclusive in it. */
function isFailure({ outcome, severity, waiver }: Finding, blocks: boolean): boolean {
  if (severity !== "block" || waiver !== null) return false;
  return outcome === "fail" || outcome === "not-evaluable" || (blocks && outcome === "inconclusive");
}

function renderCase(suite: string, { id, outcome, why, remedy }: Finding, failed: boolean): Html {
  const told = remedy === null ? why : `${why} ${remedy}`;
  const body = failed
    ? html`<failure message="${why}" type="${outcome}">${told}</failure>`
    : outcome === "skipped"
      ? html`<skipped message="${why}"/>`
      : trusted(outcome === "pass" ? "" : html`<system-out>${told}</system-out>`.html);
  return html`
<testcase classname="${suite}" name="${id}">${body}</testcase>`;
}
