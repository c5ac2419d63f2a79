import { describe, expect, it } from "vitest";
import { finding } from "./finding.ts";
import { digestReport, type GateReport, reportError, reportJudgement } from "./gate-report.ts";
import { parseGateReport } from "./parse-gate-report.ts";

const run = { url: null, attempt: 1, leg: {}, startedAt: "2026-01-01T00:00:00Z", seconds: 0.5 };
const subject = { model: "employment", version: null, digest: null, commit: null };
const failing = finding({
  id: "accuracy/min",
  kind: "metric",
  check: { metric: "accuracy", min: 0.8 },
  severity: "block",
  outcome: "fail",
  why: "accuracy is 0.7; wanted at least 0.8.",
});

function reportOf(findings = [failing]): GateReport {
  const judgement = {
    gate: { id: "compare-models", key: null, mode: null },
    summary: "one check failed",
    subject,
    policy: null,
    evidence: [],
    findings,
    measurements: null,
  };
  return reportJudgement(judgement, { toolVersion: "1.0.0", run, inconclusive: "warn" });
}

/** The report with some members changed and its digest made to fit: a careful forger's work. */
function forge(changes: Partial<GateReport>): string {
  const forged = { ...reportOf(), ...changes };
  return JSON.stringify({ ...forged, digest: digestReport(forged) });
}

describe("parseGateReport", () => {
  it("reads back what was written", () => {
    const report = reportOf();
    expect(parseGateReport(JSON.stringify(report, null, 2), "r.json")).toEqual(report);
  });

  it("reads back the report of a gate that did not run", () => {
    const problems = [{ message: "m.json is not there.", remedy: "Write it." }];
    const provenance = { toolVersion: "1.0.0", run, subject };
    const report = reportError(
      { id: "compare-models", key: null, mode: null },
      { kind: "evidence", problems },
      provenance,
    );
    expect(parseGateReport(JSON.stringify(report), "r.json")).toEqual(report);
    expect(report).toMatchObject({ verdict: "error", blocks: true });
  });

  const refused = [
    // the story, the text, what the message says
    ["text that is not JSON", "{", "not JSON"],
    ["a number", "1", "Not a gate report"],
    ["nesting beyond measure", "[".repeat(100_000) + "]".repeat(100_000), "nested deeper"],
    ["a verdict changed after writing", JSON.stringify({ ...reportOf(), verdict: "pass" }), "changed after"],
    ["a forged pass over a failing finding", forge({ verdict: "pass", blocks: false }), "come to fail"],
    ["a failure that does not block", forge({ blocks: false }), "`blocks` is false"],
    ["an error without a reason", forge({ verdict: "error", blocks: true }), "names no error"],
    [
      "a gate id with a path in it",
      forge({ gate: { id: "../x", key: null, mode: null } }),
      "Not a gate report",
    ],
    ["a text of a million characters", forge({ summary: "x".repeat(1_000_000) }), "Not a gate report"],
  ] as const;

  for (const [story, text, says] of refused) {
    it(`refuses ${story}`, () => {
      expect(() => parseGateReport(text, "r.json")).toThrow(says);
    });
  }

  it("has a digest that the run does not change and the findings do", () => {
    const later = { ...reportOf(), run: { ...run, seconds: 99, startedAt: "2027-01-01T00:00:00Z" } };
    expect(digestReport(later)).toBe(reportOf().digest);
    expect(reportOf([{ ...failing, observed: 0.7 }]).digest).not.toBe(reportOf().digest);
  });
});
