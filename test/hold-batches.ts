/**
 * Comments as GitHub's Markdown shows them, whatever strangers write.
 *
 * @module
 */

import fc from "fast-check";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { expect } from "vitest";
import { finding, type GateReport } from "../packages/gate/src/index.ts";
import { ATTACKS, HOSTILE_TEXTS } from "../packages/report/src/golden/hostile.ts";
import { FACTS, reportOf } from "../packages/report/src/golden/stories.ts";
import { renderComment } from "../packages/report/src/render-comment.ts";

/** Markdown to the HTML GitHub shows, but for mentions and references, which are looked for in the text. */
const GFM = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize)
  .use(rehypeStringify);

const show = (markdown: string): string => String(GFM.processSync(markdown));
/** The link that proposes a waiver names the findings: what is encoded in it differs, and nothing else may. */
const WAIVED = /(?<=\/issues\/new\?)[\w%+&#;=.-]*(?=")/;
const tagsOf = (html: string): string => (html.match(/<\/?[a-z][^>]*>/g) ?? []).join("").replace(WAIVED, "");
const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

/** A report whose every finding is one stranger's, all texts of it. */
function reportBy(texts: readonly string[]): GateReport {
  const findings = texts.map((text, index) =>
    finding({
      id: `${index}${text}`,
      kind: index % 2 === 0 ? "metric" : "expectation",
      check: { metric: `${index}${text}`, min: 0.5 },
      severity: "block",
      slice: { [`c${text}`]: text },
      outcome: "fail",
      observed: 0.1,
      why: `w${text}`.replaceAll("`", "'"),
      remedy: `r${text}`.replaceAll("`", "'"),
      method: `m${text}`,
      samples: [{ row: 1, value: text }],
    }),
  );
  const rows = texts.map((text, index) => ({ [index === 0 ? "a" : "b"]: text }));
  return reportOf("compare-models", findings, { measurements: { schema: "x/1", data: { rows } } });
}

const BATCH = 100;

/** Shows comments of `batches` times a hundred texts of strangers, and holds them to what an ordinary text gives. */
export function holdBatches(batches: number): void {
  const budget = 10_000_000;
  const plain = Array.from({ length: BATCH }, () => "text");
  const ordinary = tagsOf(show(renderComment([reportBy(plain)], FACTS, { budget })));
  const short = (text: string): boolean => text.length < 500;
  const anyText = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_TEXTS.filter(short)) },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.constantFrom(...ATTACKS.filter(short)), { maxLength: 3 })
        .map((parts) => parts.join("")),
    },
    { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
    { weight: 1, arbitrary: fc.constant("x".repeat(100_000)) },
  );
  const texts = fc.array(anyText, { minLength: BATCH, maxLength: BATCH });
  for (const batch of fc.sample(texts, { numRuns: batches, seed: 7 })) {
    const comment = renderComment([reportBy(batch)], FACTS, { budget });
    const html = show(comment);
    expect(tagsOf(html)).toBe(ordinary);
    expect(comment.match(/<!--/g)).toHaveLength(2);
    expect(textOf(html).match(/@\w|(?<![\w/])#\d|https?:\/\/evil|\bGH-\d/)).toBeNull();
  }
}
