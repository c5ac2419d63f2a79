/**
 * `npm run bench -- <name>`: one benchmark, with its peers in the same run.
 *
 * @module
 */
import { benchAssessFairness } from "./assess-fairness/main.ts";
import { benchCompareModels } from "./compare-models/main.ts";
import { benchDetectDrift } from "./detect-drift/main.ts";
import { benchPublishReport } from "./publish-report/main.ts";
import { benchValidateData } from "./validate-data/main.ts";

const BENCHES: Readonly<Record<string, (words: readonly string[]) => Promise<void>>> = {
  "assess-fairness": benchAssessFairness,
  "compare-models": benchCompareModels,
  "publish-report": benchPublishReport,
  "validate-data": benchValidateData,
  "detect-drift": benchDetectDrift,
};

const [name = "", ...words] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench === undefined) {
  console.error(`There is no benchmark "${name}". There are: ${Object.keys(BENCHES).join(", ")}.`);
  process.exitCode = 3;
} else await bench(words);
