import { finding, type GateReport } from "@ml-gates/gate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOSTILE_TEXTS } from "./golden/hostile.ts";
import { FACTS, reportOf, STORIES } from "./golden/stories.ts";
import { renderComment } from "./render-comment.ts";

const anyText = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: "binary" }));

/** What a reader sees before unfolding anything. */
function visibleLines(comment: string): readonly string[] {
  const open = comment
    .replace(/<details>.*?<\/details>/gs, "")
    .split("\n")
    .slice(2);
  return open.filter((line) => line.trim() !== "");
}

const failing = (index: number): ReturnType<typeof finding> =>
  finding({
    id: `metric_${index}/min`,
    kind: "metric",
    check: { metric: `metric_${index}`, min: 0.5 },
    severity: "block",
    outcome: index === 777 ? "fail" : "pass",
    observed: index === 777 ? 0.4 : 0.6,
    why: `metric_${index} is what it is, and this sentence says so at some length. `.repeat(3),
    remedy: index === 777 ? "Mend it." : null,
  });

/** A report whose every text is the stranger's. */
function reportBy(text: string): GateReport {
  const evil = finding({
    id: text,
    kind: "metric",
    check: { metric: text, min: 0.5 },
    severity: "block",
    slice: { [text]: text },
    outcome: "fail",
    observed: 0.1,
    why: text,
    remedy: text,
    method: text,
    samples: [{ row: 1, value: text }],
    waiver: { reason: text, owner: text, expires: text },
  });
  const evidence = [{ role: text, uri: text, digest: text, version: text, rows: 1 }];
  return reportOf("compare-models", [evil], {
    key: text,
    summary: text,
    evidence,
    subject: { model: text, version: text, digest: text, commit: text },
    measurements: { schema: text, data: { [text]: [{ [text]: text }] } },
  });
}

describe("renderComment", () => {
  it.each(Object.entries(STORIES))("reads as agreed: %s", async (story, { reports, missing }) => {
    const comment = renderComment(reports, { ...FACTS, missing });
    await expect(comment).toMatchFileSnapshot(`golden/${story}.comment.txt`);
    expect(visibleLines(comment).length).toBeLessThanOrEqual(25);
  });

  it("starts with its marker, so that no cut can remove it", () => {
    expect(renderComment([], FACTS).split("\n")[0]).toBe("<!-- ml-gates:v1:employment -->");
  });

  it("shows at most 25 lines at once, whatever is wrong", () => {
    const reports = Array.from({ length: 30 }, (_, index) =>
      reportOf(
        `gate-${index}`,
        Array.from({ length: 30 }, () => failing(777)).map((each, at) => ({ ...each, id: `m${at}/min` })),
      ),
    );
    expect(visibleLines(renderComment(reports, FACTS)).length).toBeLessThanOrEqual(25);
  });

  it("keeps the failing row when thousands that pass do not fit", () => {
    const all = Array.from({ length: 2000 }, (_, index) => failing(index));
    const comment = renderComment([reportOf("compare-models", all)], FACTS);
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(60_000);
    expect(comment).toContain("<code>metric&#95;777</code>");
    expect(comment).toContain("Mend it.");
  });

  it.each([60_000, 20_000])("stays within %i bytes for strangers' longest texts", (budget) => {
    const gates = Array.from({ length: 8 }, () => reportBy("😀|@x".repeat(2000)));
    const comment = renderComment(gates, FACTS, { budget });
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(budget);
    expect(comment).toContain("8 gates warn");
  });

  it("is one comment with one marker and whole tables, whatever strangers write", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const comment = renderComment([reportBy(text)], FACTS);
        expect(comment.match(/<!--/g)).toHaveLength(2);
        expect(
          comment
            .replaceAll(/<\/?(?:details|summary|code|sub|b)>/g, "")
            .split("\n")
            .slice(2)
            .join(""),
        ).not.toContain("<");
        expect(comment.replaceAll("[this run](https://", "")).not.toMatch(/@\w|\w:\/\//);
        for (const table of comment.split("\n\n").filter((section) => section.startsWith("| "))) {
          const widths = table
            .trimEnd()
            .split("\n")
            .map((line) => line.split("|").length);
          expect(new Set(widths).size).toBe(1);
        }
      }),
      { numRuns: 300 },
    );
  });
});
