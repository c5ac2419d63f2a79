/**
 * `npm run study -- <name>`: a seeded simulation of how often a gate is wrong, beside simpler rules.
 *
 * @module
 */
import { studyAssessFairness } from "./assess-fairness/main.ts";

const STUDIES: Readonly<Record<string, () => void>> = {
  "assess-fairness": studyAssessFairness,
};

const [name = ""] = process.argv.slice(2);
const study = STUDIES[name];
if (study === undefined) {
  console.error(`There is no study "${name}". There are: ${Object.keys(STUDIES).join(", ")}.`);
  process.exitCode = 3;
} else study();
