import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOSTILE_TEXTS } from "./golden/hostile.ts";
import { reportOf, STORIES } from "./golden/stories.ts";
import { renderTable } from "./render-table.ts";
import { widthOf } from "./text-width.ts";

const anyText = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: "binary" }));

describe("renderTable", () => {
  it.each(Object.entries(STORIES))("reads as agreed: %s", async (story, { reports, missing }) => {
    await expect(renderTable(reports, missing)).toMatchFileSnapshot(`golden/${story}.table.txt`);
  });

  it("stays within its columns, whatever strangers write", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 72, max: 120 }), (text, columns) => {
        const table = renderTable(
          [reportOf("compare-models", [], { key: text, summary: text })],
          [text],
          columns,
        );
        const widest = Math.max(...table.split("\n").map(widthOf));
        expect(widest).toBeLessThanOrEqual(Math.min(100, columns));
        expect(table).not.toMatch(/::|##\[|[^\P{Cc}\n]/u);
      }),
      { numRuns: 300 },
    );
  });

  it("says that nothing ran when nothing reported", () => {
    expect(renderTable([])).toContain("The change stops here. No gate reported.");
  });
});
