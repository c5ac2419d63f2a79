/**
 * Measures compare-models from Parquet files to the report, beside scikit-learn's AUC with a bootstrap.
 *
 * @module
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bootstrapCounts } from "@ml-gates/statistics";
import { CLI, installPython, measureProcess, type Run, WORK } from "../measure-process.ts";
import { type Measured, renderTable } from "../render-extrapolated.ts";
import { describeMachine, median } from "../results.ts";
import { CASES, type Case } from "./cases.ts";
import { generateData, type PredictionPaths } from "./generate-data.ts";

const RESULTS = join(import.meta.dirname, "..", "results", "compare-models.json");
const SKLEARN = ["scikit-learn==1.7.2", "pandas<3", "pyarrow"];

/** `--cases <part of an id>`, `--runs 3`, `--out <path>`. */
export async function benchCompareModels(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      cases: { type: "string", default: "" },
      runs: { type: "string", default: "3" },
      out: { type: "string", default: RESULTS },
    },
  });
  const measured: Measured[] = [];
  for (const each of CASES.filter(({ id }) => id.includes(values.cases))) {
    const data = await generateData(join(WORK, "data"), each.rows);
    const ours = Array.from({ length: Number(values.runs) }, () => measureOurs(each, data));
    measured.push({ case: each.id, tool: "ml-gates", version: null, replicates: null, runs: ours });
    for (const replicates of each.replicates)
      measured.push({ case: each.id, tool: "scikit-learn", ...measurePeer(data, replicates) });
  }
  const bootstrapMilliseconds = measureBootstrap();
  const results = { version: 1, machine: describeMachine(), measured, bootstrapMilliseconds };
  writeFileSync(values.out, `${JSON.stringify(results, null, 1)}\n`);
  console.log(renderTable(measured, { peer: "scikit-learn", replicates: 1000, field: "seconds" }));
  console.log(`4,999 replicates of F1 over the counts of 10M rows: ${bootstrapMilliseconds} ms.`);
}

function measureOurs({ checks, by }: Case, data: PredictionPaths): Run {
  const folder = join(WORK, "compare-models");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const gate = {
    version: 1,
    predictions: { ...data, columns: { key: "id", label: "label", prediction: "decision", score: "score" } },
    metrics: {
      ...(by.length === 0 ? {} : { by }),
      checks: Object.entries(checks).map(([metric, drop]) => ({ metric, "max-drop": drop })),
    },
    engine: { memory: "1GB" },
  };
  writeFileSync(join(folder, "gate.yml"), JSON.stringify(gate));
  const { run } = measureProcess([
    ...[process.execPath, CLI, "compare-models"],
    ...["--config", join(folder, "gate.yml"), "--report-dir", folder],
  ]);
  const report = JSON.parse(readFileSync(join(folder, "compare-models.json"), "utf8"));
  if (report.verdict === "error") throw new Error(`it did not run: ${JSON.stringify(report.error)}`);
  return run;
}

function measurePeer(
  { candidate, baseline }: PredictionPaths,
  replicates: number,
): Pick<Measured, "version" | "replicates" | "runs"> {
  const out = join(WORK, "sklearn.json");
  const script = join(import.meta.dirname, "peers", "sklearn_bootstrap.py");
  const python = installPython("sklearn_bootstrap", SKLEARN);
  const { run } = measureProcess([python, script, candidate, baseline, out, String(replicates)]);
  return { version: JSON.parse(readFileSync(out, "utf8")).version, replicates, runs: [run] };
}

/** Counts of ten million rows by label, candidate's and baseline's decision. */
const COUNTS = [7_100_000, 240_000, 230_000, 430_000, 880_000, 160_000, 170_000, 790_000];

function measureBootstrap(): number {
  const times = Array.from({ length: 9 }, (_, round) => {
    const started = performance.now();
    bootstrapCounts(
      { counts: COUNTS, resamples: 4999, seed: String(round) },
      ([, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0]) => {
        const f1 = (right: number, wrong: number, lost: number) => (2 * right) / (2 * right + wrong + lost);
        return f1(g + h, c + d, e + f) - f1(f + h, b + d, e + g);
      },
    );
    return performance.now() - started;
  });
  return Math.round(median(times));
}
