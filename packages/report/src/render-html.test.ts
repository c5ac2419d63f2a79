import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOSTILE_TEXTS } from "./golden/hostile.ts";
import { FACTS, reportOf, STORIES } from "./golden/stories.ts";
import { escapeHtml } from "./html.ts";
import { renderHtml } from "./render-html.ts";

const anyText = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: "binary" }));

const { reports, missing } = STORIES["the-model-is-worse"] ?? { reports: [], missing: [] };

describe("renderHtml", () => {
  it("reads as agreed", async () => {
    await expect(renderHtml(reports, { ...FACTS, missing })).toMatchFileSnapshot(
      "golden/the-model-is-worse.page.txt",
    );
  });

  it("allows its own style and script by their hashes, and nothing else", () => {
    const page = renderHtml(reports, FACTS);
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? "";
    for (const tag of ["style", "script"]) {
      const text = new RegExp(`<${tag}>(.*?)</${tag}>`, "s").exec(page)?.[1] ?? "";
      expect(policy).toContain(`${tag}-src 'sha256-${createHash("sha256").update(text).digest("base64")}'`);
    }
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
  });

  it("asks nothing of any network", () => {
    expect(renderHtml(reports, { ...FACTS, runUrl: null })).not.toMatch(/\b(?:src|href)=|url\(|@import/);
  });

  it("links only to web addresses", () => {
    expect(renderHtml(reports, { ...FACTS, runUrl: "javascript:alert(1)" })).not.toContain("javascript:");
  });

  it("has the same elements, whatever strangers write", () => {
    const tagsOf = (text: string): readonly string[] => {
      const said = reportOf("compare-models", [], {
        key: text,
        summary: text.replaceAll("`", ""),
        measurements: { schema: "x/1", data: { rows: [{ a: text }] } },
      });
      return (
        renderHtml([said], { ...FACTS, commit: text })
          .match(/<[!/a-z][^>]*>/g)
          ?.map((tag) => tag.split(/[\s>]/)[0] ?? "") ?? []
      );
    };
    const ordinary = tagsOf("ordinary");
    fc.assert(
      fc.property(anyText, (text) => {
        expect(tagsOf(text)).toEqual(ordinary);
      }),
      { numRuns: 300 },
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
