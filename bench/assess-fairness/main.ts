/**
 * Measures assess-fairness on ten million rows, and beside fairlearn on one: whole processes, from start to result.
 *
 * @module
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CASES, type Case } from "./cases.ts";
import { generateData } from "./generate-data.ts";
import { type Measured, type Run, renderTable } from "./render-table.ts";

const BENCH = join(import.meta.dirname, "..");
const RESULTS = join(BENCH, "results", "assess-fairness.json");
const CLI = join(BENCH, "..", "dist", "cli.mjs");
const WORK = process.env["BENCH_FOLDER"] ?? "/tmp/ml-gates-bench";

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
      const python = values.python === "" ? installFairlearn() : values.python;
      measured.push({ case: each.id, tool: "fairlearn", ...measureFairlearn(data, python, replicates) });
    }
  }
  const [cpu] = cpus();
  const machine = {
    ...{ processor: cpu?.model ?? "unknown", cores: cpus().length },
    ...{ memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version },
  };
  mkdirSync(join(BENCH, "results"), { recursive: true });
  writeFileSync(values.out, `${JSON.stringify({ version: 1, machine, measured }, null, 1)}\n`);
  console.log(renderTable(measured));
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
  const run = measure([
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
  const run = measure([python, script, data, out, String(replicates)]);
  const { version } = JSON.parse(readFileSync(out, "utf8"));
  return { version, replicates, runs: [run] };
}

function measure(command: readonly string[]): Run {
  const [load = 0] = loadavg();
  const { stdout, stderr } = spawnSync("python3", [join(BENCH, "measure.py"), ...command], {
    encoding: "utf8",
    cwd: WORK,
  });
  const line = stdout.trim().split("\n").at(-1) ?? "";
  if (!line.startsWith("{")) throw new Error(`${command.join(" ")} was not measured: ${stderr.slice(-2000)}`);
  const { status, ...run } = JSON.parse(line);
  console.log(`${command.slice(0, 3).join(" ")}: ${run.seconds} s, ${run.peakMb} MB, exit ${status}`);
  return { ...run, loadBefore: Math.round(load * 100) / 100 };
}

function installFairlearn(): string {
  const folder = join(WORK, "venvs", "fairlearn");
  const python = join(folder, "bin", "python");
  if (existsSync(join(folder, "ready"))) return python;
  for (const args of [
    ["venv", "--quiet", "--clear", folder],
    ["pip", "install", "--quiet", "--python", python, "fairlearn==0.15.0", "pyarrow"],
  ]) {
    if (spawnSync("uv", args, { stdio: ["ignore", 2, 2] }).status !== 0)
      throw new Error(`uv ${args.join(" ")} failed`);
  }
  writeFileSync(join(folder, "ready"), "");
  return python;
}
