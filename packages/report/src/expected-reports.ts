/**
 * Which reports there are, which should be there, and what all of them come to.
 *
 * @module
 */
import { blocksJob, type GateReport, VERDICTS, type Verdict } from "@ml-gates/gate";

/** What a run of several gates came to. */
export interface Overall {
  readonly verdict: Verdict;
  readonly blocks: boolean;
}

/**
 * The name of a report: its gate, and its key when it has one, as in its file's name.
 *
 * @example
 * nameReport({ gate: { id: "validate-data", key: "training rows", mode: null } }); // => "validate-data.training-rows"
 */
export function nameReport(report: Pick<GateReport, "gate">): string {
  const { id, key } = report.gate;
  return key === null ? id : `${id}.${slug(key)}`;
}

/**
 * The expected names that no report answers to. A gate's name alone is answered by any report of that gate.
 *
 * @example
 * expectedReports([{ gate: { id: "compare-models", key: "m", mode: null } }], ["compare-models", "assess-fairness"]); // => ["assess-fairness"]
 */
export function expectedReports(
  reports: readonly Pick<GateReport, "gate">[],
  expect: readonly string[],
): readonly string[] {
  const names = new Set(reports.flatMap((report) => [report.gate.id, nameReport(report)]));
  return [...new Set(expect)].filter((name) => !names.has(slug(name)));
}

/**
 * All reports as one verdict, the first that holds in the order of verdicts. A report that is missing, or no report
 * at all, is `error`: what did not run was not judged.
 *
 * @example
 * foldReports([], []); // => { verdict: "error", blocks: true }
 */
export function foldReports(
  reports: readonly Pick<GateReport, "verdict" | "blocks" | "reportOnly">[],
  missing: readonly string[],
): Overall {
  if (reports.length === 0 || missing.length > 0) return { verdict: "error", blocks: true };
  const verdict = VERDICTS.find((each) => reports.some((report) => report.verdict === each)) ?? "error";
  // A verdict that always blocks does so whatever the report says of itself.
  const blocks = reports.some(
    ({ blocks: says, verdict: came, reportOnly }) =>
      says || (blocksJob(came, "warn") && !(reportOnly && came !== "error")),
  );
  return { verdict, blocks };
}

function slug(key: string): string {
  return key.replace(/[^\w.-]+/g, "-");
}
