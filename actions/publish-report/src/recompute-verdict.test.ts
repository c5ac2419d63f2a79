import { digestOf, type Finding, finding, type GateReport, reportJudgement } from "@ml-gates/gate";
import { describe, expect, it } from "vitest";
import { listAsked, recomputeVerdict } from "./recompute-verdict.ts";

const BASE = {
  path: ".github/ml-gates.yml",
  text: "version: 1\nmodel: m\nmetrics:\n  candidate: m.json\n  checks: [{ metric: accuracy, min: 0.8 }]\n",
};
const POLICY = {
  source: "base",
  commit: "41aa",
  path: BASE.path,
  digest: digestOf(BASE.text),
  proposedDigest: null,
} as const;

function reportOf(parts: Partial<Finding> = {}, policy: GateReport["policy"] = POLICY): GateReport {
  const one = finding({
    id: "accuracy/min",
    kind: "metric",
    check: { metric: "accuracy", min: 0.8 },
    severity: "block",
    outcome: "pass",
    observed: 0.85,
    why: "w",
    ...parts,
  });
  const subject = { model: "m", version: null, digest: null, commit: null };
  const run = { url: null, attempt: 1, leg: {}, startedAt: "2026-11-24T09:00:00.000Z", seconds: 1 };
  const gate = { id: "compare-models", key: "m", mode: null };
  return reportJudgement(
    { gate, summary: "s", subject, policy, evidence: [], findings: [one], measurements: null },
    { toolVersion: "0.1.0", run, inconclusive: "warn" },
  );
}

describe("recomputeVerdict", () => {
  it("leaves a report that the base's rules judged as it is", () => {
    expect(recomputeVerdict(reportOf(), BASE)).toEqual(reportOf());
  });

  it.each<readonly [string, GateReport, RegExp]>([
    [
      "other rules",
      reportOf({}, { ...POLICY, digest: digestOf("min: 0.1") }),
      /was judged by rules with digest/,
    ],
    ["no rules at all", reportOf({}, null), /digest null/],
    ["a pass beyond its limit", reportOf({ observed: 0.7 }), /says pass, but 0\.7 is beyond its limit/],
  ])("does not let %s stand", (_story, report, wanted) => {
    const judged = recomputeVerdict(report, BASE);
    expect([judged.verdict, judged.blocks]).toEqual(["error", true]);
    expect(judged.summary).toMatch(wanted);
  });

  it("judges what the gate file has no section for by its numbers alone", () => {
    const foreign = { ...reportOf({}, null), gate: { id: "junit", key: "tests", mode: null } };
    expect(recomputeVerdict(foreign, BASE).verdict).toBe("pass");
    expect(recomputeVerdict(reportOf({}, null), null).verdict).toBe("pass");
  });
});

describe("listAsked", () => {
  it("names the gates that the base asks for", () => {
    expect(listAsked(BASE)).toEqual(["compare-models"]);
    expect(listAsked(null)).toEqual([]);
  });
});
