/**
 * `npm run study -- <name>`: how often a gate's decisions are wrong, simulated with a seed.
 *
 * @module
 */
import { studyDetectDrift } from "./detect-drift/main.ts";

const STUDIES: Readonly<Record<string, () => void>> = {
  "detect-drift": studyDetectDrift,
};

const [name = ""] = process.argv.slice(2);
const study = STUDIES[name];
if (study === undefined) {
  console.error(`There is no study "${name}". There are: ${Object.keys(STUDIES).join(", ")}.`);
  process.exitCode = 3;
} else study();
