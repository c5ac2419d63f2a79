/**
 * `npm run study -- <name>`: a seeded simulation of how often a gate is wrong, beside simpler rules. Its table stands in
 * the documents.
 *
 * @module
 */
import { studyAssessFairness } from "./assess-fairness/main.ts";
import { studyCompareModels } from "./compare-models/main.ts";
import { studyDetectDrift } from "./detect-drift/main.ts";

const STUDIES: Readonly<Record<string, (words: readonly string[]) => void | Promise<void>>> = {
  "assess-fairness": studyAssessFairness,
  "compare-models": studyCompareModels,
  "detect-drift": studyDetectDrift,
};

const [name = "", ...words] = process.argv.slice(2);
const study = STUDIES[name];
if (study === undefined) {
  console.error(`There is no study "${name}". There are: ${Object.keys(STUDIES).join(", ")}.`);
  process.exitCode = 3;
} else await study(words);
