/**
 * Simulates how often compare-models is wrong, and writes the table into the documents.
 *
 * @module
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { renderStories, runStories } from "./table.ts";

const DOCUMENT = join(import.meta.dirname, "..", "..", "docs", "statistics.md");
const BETWEEN = /(<!-- study compare-models -->\n)[\s\S]*?(<!-- \/study compare-models -->)/;

/** `--repetitions 1000`. */
export async function studyCompareModels(words: readonly string[]): Promise<void> {
  const options = { repetitions: { type: "string", default: "1000" } } as const;
  const { values } = parseArgs({ args: [...words], options });
  const stories = runStories(Number(values.repetitions), (line) => console.log(line));
  const text = readFileSync(DOCUMENT, "utf8");
  writeFileSync(DOCUMENT, text.replace(BETWEEN, `$1${renderStories(stories)}\n$2`));
}
