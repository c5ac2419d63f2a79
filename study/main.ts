/**
 * `npm run study -- <name>`: a seeded simulation whose table stands in the documents.
 *
 * @module
 */
import { studyCompareModels } from "./compare-models/main.ts";

const STUDIES: Readonly<Record<string, (words: readonly string[]) => Promise<void>>> = {
  "compare-models": studyCompareModels,
};

const [name = "", ...words] = process.argv.slice(2);
const study = STUDIES[name];
if (study === undefined) {
  console.error(`There is no study "${name}". There are: ${Object.keys(STUDIES).join(", ")}.`);
  process.exitCode = 3;
} else await study(words);
