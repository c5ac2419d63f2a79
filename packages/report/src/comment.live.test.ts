import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PAGES } from "./golden/page-stories.ts";
import { FACTS, STORIES } from "./golden/stories.ts";
import { renderComment } from "./render-comment.ts";

const STYLE = readFileSync(
  createRequire(import.meta.url).resolve("github-markdown-css/github-markdown-light.css"),
  "utf8",
);
/** Where a person looks at it; only written when asked for. */
const SHOTS = process.env["ML_GATES_SCREENSHOTS"];
/** Of a conversation on GitHub. */
const WIDTH = 820;

/** Markdown as GitHub shows it. */
function show(markdown: string): string {
  const html = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(rehypeSanitize)
    .use(rehypeStringify)
    .processSync(markdown);
  return `<!doctype html><meta charset="utf-8"><style>${STYLE} body { margin: 16px; width: ${WIDTH}px }</style><article class="markdown-body">${html}</article>`;
}

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
});
afterAll(() => browser.close());

/** The comment of the second push, after a first that passed. */
function secondComment({ reports, missing }: (typeof PAGES)[string]): string {
  const facts = { ...FACTS, key: "default" };
  const before = renderComment(STORIES["everything-passes"]?.reports ?? [], {
    ...facts,
    commit: "41aa7d3c9e0f5b2a8c6d1e4f7a0b3c5d8e9f2a1b",
  });
  return renderComment(reports, { ...facts, missing }, { standing: before });
}

describe("the comment in a browser", () => {
  it.each(Object.keys(PAGES))(
    "%s: what is folded is, and the rest is at most 25 rows and lines",
    async (name) => {
      const page = await browser.newPage({
        viewport: { width: WIDTH + 32, height: 900 },
      });
      await page.setContent(show(secondComment(PAGES[name] ?? { reports: [], missing: [] })));
      const seen = "details summary, :not(details) > table tr, h3, :not(li) > p, ul > li";
      const shown = await page.evaluate(`[...document.querySelectorAll("${seen}")].filter((each) =>
      each.matches("summary") ? each.parentElement.parentElement.matches("article") : each.closest("details") === null).length`);
      expect(shown).toBeLessThanOrEqual(25);
      const wide =
        "[...document.querySelectorAll('table')].filter((each) => each.scrollWidth > each.clientWidth + 1).length";
      expect(await page.evaluate(wide)).toBe(0);
      if (SHOTS !== undefined && name === "fail") {
        mkdirSync(SHOTS, { recursive: true });
        await page.screenshot({ path: join(SHOTS, "comment.png"), fullPage: true });
      }
      await page.close();
    },
  );
});
