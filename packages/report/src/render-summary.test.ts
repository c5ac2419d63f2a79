import { describe, expect, it } from "vitest";
import { FACTS, STORIES } from "./golden/stories.ts";
import { renderSummary } from "./render-summary.ts";

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

  it("needs nothing but reports", () => {
    expect(renderSummary(reports)).toContain("roc&#95;auc fell");
  });
});
