import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Finding, finding, OUTCOMES, SEVERITIES } from "./finding.ts";
import { blocksJob, foldVerdict, VERDICTS } from "./verdict.ts";

function found(
  outcome: Finding["outcome"],
  severity: Finding["severity"] = "block",
  more: Partial<Finding> = {},
): Finding {
  return finding({ id: "x", kind: "metric", check: {}, why: "because", outcome, severity, ...more });
}
const waiver = { reason: "known", owner: "a", expires: "2026-12-31" };

describe("foldVerdict", () => {
  const cases = [
    // the story, the findings, the verdict
    ["nothing was checked", [], "inconclusive"],
    ["everything passes", [found("pass"), found("pass", "warn")], "pass"],
    ["a blocking check fails", [found("pass"), found("fail")], "fail"],
    ["a blocking check has no number", [found("not-evaluable")], "fail"],
    ["a blocking check is open", [found("pass"), found("inconclusive")], "inconclusive"],
    ["a failure outweighs an open check", [found("inconclusive"), found("fail")], "fail"],
    ["a warning check fails", [found("pass"), found("fail", "warn")], "warn"],
    ["a warning check is open", [found("pass"), found("inconclusive", "warn")], "warn"],
    ["a warning check has no number", [found("pass"), found("not-evaluable", "warn")], "warn"],
    ["a blocking failure is waived", [found("pass"), found("fail", "block", { waiver })], "warn"],
    ["a check is skipped below its minimum", [found("pass"), found("skipped")], "pass"],
    [
      "a check is skipped for want of a baseline",
      [found("pass"), found("skipped", "block", { reason: "no-baseline" })],
      "warn",
    ],
    ["all checks are skipped", [found("skipped", "block", { reason: "no-baseline" })], "inconclusive"],
  ] as const;
  for (const [story, findings, verdict] of cases) {
    it(`${verdict}: ${story}`, () => expect(foldVerdict(findings)).toBe(verdict));
  }

  const anyFinding = fc.record({
    outcome: fc.constantFrom(...OUTCOMES),
    severity: fc.constantFrom(...SEVERITIES),
  });
  it("never improves when a finding is added, once something was judged", () => {
    const badness = (findings: readonly Finding[]) =>
      VERDICTS.length - VERDICTS.indexOf(foldVerdict(findings));
    fc.assert(
      fc.property(fc.array(anyFinding, { minLength: 1 }), anyFinding, (some, one) => {
        const findings = [found("pass"), ...some.map(({ outcome, severity }) => found(outcome, severity))];
        expect(badness([...findings, found(one.outcome, one.severity)])).toBeGreaterThanOrEqual(
          badness(findings),
        );
      }),
    );
  });
  it("does not depend on the order of findings", () => {
    fc.assert(
      fc.property(fc.array(anyFinding), (some) => {
        const findings = some.map(({ outcome, severity }) => found(outcome, severity));
        expect(foldVerdict(findings.toReversed())).toBe(foldVerdict(findings));
      }),
    );
  });
});

describe("blocksJob", () => {
  it("stops on error and failure whatever the policy, on inconclusive by policy, on nothing else", () => {
    const blocked = (policy: "warn" | "fail") => VERDICTS.filter((verdict) => blocksJob(verdict, policy));
    expect(blocked("warn")).toEqual(["error", "fail"]);
    expect(blocked("fail")).toEqual(["error", "fail", "inconclusive"]);
  });
});
