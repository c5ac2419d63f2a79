import { createHash } from "node:crypto";
import type { GateReport } from "@ml-gates/gate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOSTILE_TEXTS } from "./golden/hostile.ts";
import { FACTS, reportOf, STORIES, sameModel } from "./golden/stories.ts";
import { escapeHtml } from "./html.ts";
import { plainText } from "./plain-text.ts";
import { renderHtml } from "./render-html.ts";

const anyText = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: "binary" }));

const { reports, missing } = STORIES["the-model-is-worse"] ?? { reports: [], missing: [] };

describe("renderHtml", () => {
  it("reads as agreed", async () => {
    await expect(await renderHtml(reports, { ...FACTS, missing })).toMatchFileSnapshot(
      "golden/the-model-is-worse.page.txt",
    );
  });

  it("allows its own style and script by their hashes, and nothing else", async () => {
    const page = await renderHtml(reports, FACTS);
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? "";
    for (const tag of ["style", "script"]) {
      const text = new RegExp(`<${tag}>(.*?)</${tag}>`, "s").exec(page)?.[1] ?? "";
      expect(policy).toContain(`${tag}-src 'sha256-${createHash("sha256").update(text).digest("base64")}'`);
    }
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
  });

  it("asks nothing of any network", async () => {
    expect(await renderHtml(reports, { ...FACTS, runUrl: null })).not.toMatch(
      /\b(?:src|href)=|url\(|@import/,
    );
  });

  it("links only to web addresses", async () => {
    expect(await renderHtml(reports, { ...FACTS, runUrl: "javascript:alert(1)" })).not.toContain(
      "javascript:",
    );
  });

  it("has the same elements, whatever strangers write", async () => {
    const said = (text: string): GateReport => {
      const [worst] = sameModel.findings;
      const points = [
        [0, 0],
        [0.5, 0.7],
        [1, 1],
      ];
      const histogram = { labels: [text, "b"], reference: [1, 2], current: [2, 1] };
      return reportOf(
        "compare-models",
        worst === undefined ? [] : [{ ...worst, id: text, check: { metric: text }, slice: { [text]: text } }],
        {
          key: text,
          summary: text.replaceAll("`", ""),
          measurements: {
            schema: "x/1",
            data: {
              rows: [{ a: text }],
              curves: { [`c${text}`]: { [text]: points } },
              columns: [{ name: text, histogram }],
            },
          },
        },
      );
    };
    const tagsOf = async (text: string): Promise<readonly string[]> =>
      (await renderHtml([said(text)], { ...FACTS, commit: text }))
        .match(/<[!/a-z][^>]*>/g)
        ?.map((tag) => tag.split(/[\s>]/)[0] ?? "") ?? [];
    const ordinary = await tagsOf("ordinary");
    expect(ordinary.filter((tag) => tag === "<svg")).toHaveLength(3);
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        // A name of nothing has no label.
        fc.pre(plainText(text) !== "");
        expect(await tagsOf(text)).toEqual(ordinary);
      }),
      { numRuns: 60 },
    );
  });
});

describe("escapeHtml", () => {
  it("cannot leave an attribute or start an element", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/);
      }),
    );
  });
});
