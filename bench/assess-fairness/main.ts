/**
 * Measures assess-fairness on ten million rows, and beside fairlearn on one: whole processes, from start to result.
 *
 * @module
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CLI, installPython, measureProcess, type Run, WORK } from "../measure-process.ts";
import { type Measured, renderTable } from "../render-extrapolated.ts";
import { describeMachine } from "../results.ts";
import { CASES, type Case } from "./cases.ts";
import { generateData } from "./generate-data.ts";

const FAIRLEARN = ["fairlearn==0.15.0", "pyarrow"];
const RESULTS = join(import.meta.dirname, "..", "results", "assess-fairness.json");

/** `--cases <part of an id>`, `--runs 3`, `--cli <path>`, `--python <with fairlearn>`, `--out <path>`. */
export async function benchAssessFairness(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      cases: { type: "string", default: "" },
      runs: { type: "string", default: "3" },
      cli: { type: "string", default: CLI },
      python: { type: "string", default: "" },
      out: { type: "string", default: RESULTS },
    },
  });
  const measured: Measured[] = [];
  for (const each of CASES.filter(({ id }) => id.includes(values.cases))) {
    const data = await generateData(join(WORK, "data"), each.rows);
    const ours = Array.from({ length: Number(values.runs) }, () => measureOurs(each, data, values.cli));
    measured.push({ case: each.id, tool: "ml-gates", version: null, replicates: null, runs: ours });
    for (const replicates of each.replicates) {
      const python = values.python === "" ? installPython("fairlearn", FAIRLEARN) : values.python;
      measured.push({ case: each.id, tool: "fairlearn", ...measureFairlearn(data, python, replicates) });
    }
  }
  const results = { version: 1, machine: describeMachine(), measured };
  writeFileSync(values.out, `${JSON.stringify(results, null, 1)}\n`);
  console.log(renderTable(measured, { peer: "fairlearn", replicates: 100, field: "cpuSeconds" }));
}

function measureOurs({ by, intersections }: Case, data: string, cli: string): Run {
  const folder = join(WORK, "assess-fairness");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const gate = {
    version: 1,
    predictions: { candidate: data, columns: { key: "id", label: "label", prediction: "decision" } },
    fairness: {
      by,
      intersections,
      checks: [
        { metric: "demographic_parity_ratio", min: 0.8 },
        { metric: "equalized_odds_difference", max: 0.1 },
      ],
    },
    engine: { memory: "1GB" },
  };
  writeFileSync(join(folder, "gate.yml"), JSON.stringify(gate));
  const { run } = measureProcess([
    ...[process.execPath, cli, "assess-fairness"],
    ...["--config", join(folder, "gate.yml"), "--report-dir", folder],
  ]);
  const report = JSON.parse(readFileSync(join(folder, "assess-fairness.json"), "utf8"));
  if (report.verdict === "error") throw new Error(`it did not run: ${JSON.stringify(report.error)}`);
  return run;
}

function measureFairlearn(data: string, python: string, replicates: number): Omit<Measured, "case" | "tool"> {
  const out = join(WORK, "fairlearn.json");
  const script = join(import.meta.dirname, "peers", "fairlearn_metric_frame.py");
  const { run } = measureProcess([python, script, data, out, String(replicates)]);
  const { version } = JSON.parse(readFileSync(out, "utf8"));
  return { version, replicates, runs: [run] };
}
