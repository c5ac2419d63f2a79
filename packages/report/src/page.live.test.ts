import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PAGES } from "./golden/page-stories.ts";
import { FACTS } from "./golden/stories.ts";
import { renderHtml } from "./render-html.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Where a person looks at them; only written when asked for. */
const SHOTS = process.env["ML_GATES_SCREENSHOTS"];
const folder = mkdtempSync(join(tmpdir(), "ml-gates-page-"));

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
});
afterAll(() => browser.close());

type Look = Readonly<{ width: number; colorScheme: "light" | "dark" }>;

/** Opens the page as a file; what it says on the console and asks of the network is kept. */
async function open(
  name: string,
  { width, colorScheme }: Look,
): Promise<{ readonly page: Page; readonly heard: string[] }> {
  const { reports, missing } = PAGES[name] ?? { reports: [], missing: [] };
  const file = join(folder, `${name}.html`);
  writeFileSync(file, await renderHtml(reports, { ...FACTS, missing }));
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const heard: string[] = [];
  page.on("console", (message) => heard.push(message.text()));
  page.on("pageerror", (error) => heard.push(error.message));
  page.on("request", (request) => request.url().startsWith("file:") || heard.push(request.url()));
  await page.goto(`file://${file}`);
  return { page, heard };
}

async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

describe("the page in a browser", () => {
  const looks: readonly (readonly [shot: string, story: string, look: Look])[] = [
    ...["pass", "fail", "inconclusive", "did-not-run"].map(
      (story) => [story, story, { width: 1200, colorScheme: "light" }] as const,
    ),
    ["dark", "fail", { width: 1200, colorScheme: "dark" }],
    ["phone", "fail", { width: 390, colorScheme: "light" }],
  ];
  it.each(looks)(
    "%s: no error, no request, nothing axe-core finds, no sideways scroll",
    async (shot, story, look) => {
      const { page, heard } = await open(story, look);
      expect(heard).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(look.width);
      await shoot(page, shot);
      const found = await page.evaluate(`(() => { const module = undefined; ${AXE}; return axe.run(); })()`);
      const { violations } = found as {
        readonly violations: readonly {
          readonly id: string;
          readonly nodes: readonly { readonly html: string }[];
        }[];
      };
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    },
  );

  it("filters by outcome and by words, from the keyboard", async () => {
    const { page } = await open("fail", { width: 1200, colorScheme: "light" });
    const shown = (): Promise<number> => page.locator("[data-outcome]:visible").count();
    const all = await shown();
    await page.locator("#search").focus();
    await page.keyboard.type("roc_auc noise");
    expect(await shown()).toBe(1);
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");
    expect(await shown()).toBe(all);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    expect(await shown()).toBeLessThan(all);
  });

  it("prints every finding", async () => {
    const { page } = await open("fail", { width: 1200, colorScheme: "light" });
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#filter").isVisible()).toBe(false);
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
  });
});
