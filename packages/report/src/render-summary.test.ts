import { finding, type GateReport, reportJudgement } from "@ml-gates/gate";
import { describe, expect, it } from "vitest";
import { FACTS, STORIES } from "./golden/stories.ts";
import { renderSummary } from "./render-summary.ts";

/** A report of metrics `m0`, `m1` and so on, each with a floor. */
function manyMetrics(outcomes: readonly ("pass" | "fail")[]): GateReport {
  const findings = outcomes.map((outcome, at) =>
    finding({
      id: `m${at}/min`,
      kind: "metric",
      check: { metric: `m${at}`, min: 0.5 },
      severity: "block",
      outcome,
      observed: 0.9,
      why: "It is 0.9.",
    }),
  );
  const judgement = {
    gate: { id: "compare-models", key: null, mode: null },
    summary: "s",
    subject: { model: "m", version: null, digest: null, commit: null },
    policy: null,
    evidence: [],
    findings,
    measurements: null,
  };
  const run = { url: null, attempt: 1, leg: {}, startedAt: "2026-11-24T09:00:00.000Z", seconds: 1 };
  return reportJudgement(judgement, { toolVersion: "0.1.0", run, inconclusive: "warn" });
}

const { reports, missing } = STORIES["the-model-is-worse"] ?? { reports: [], missing: [] };

describe("renderSummary", () => {
  it("tells the whole story, unfolded", async () => {
    await expect(renderSummary(reports, { ...FACTS, missing })).toMatchFileSnapshot(
      "golden/the-model-is-worse.summary.txt",
    );
  });

  it("is cut between sections, and says so", () => {
    const cut = renderSummary(reports, { ...FACTS, missing }, 2500);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(2500);
    expect(cut).toMatch(/^### ❌ ml-gates: fail/);
    expect(cut).toMatch(/\d sections are left out for their size/);
    expect(cut.trimEnd()).toMatch(/<\/sub>$/);
  });

  it("says what passes once: where a gate has a table of metrics, it stands there alone", () => {
    const summary = renderSummary([manyMetrics(["fail", "pass", "pass", "pass", "pass"])]);
    const [, table = ""] = summary.split("####");
    expect(table.match(/<code>m[0-4]<\/code>/g)).toHaveLength(5);
    expect(table.match(/It is 0\.9\./g)).toHaveLength(1);
    expect(table).not.toContain("more are not shown");
  });

  it("says that all pass where no row is left of a gate with a table of metrics", () => {
    const summary = renderSummary([manyMetrics(["pass", "pass", "pass", "pass", "pass"])]);
    expect(summary).toContain("All 5 findings pass.");
  });

  it("needs nothing but reports", () => {
    expect(renderSummary(reports)).toContain("roc&#95;auc fell");
  });
});
