/**
 * Measures detect-drift beside Evidently's default report: whole processes, from start to result, one after the other.
 *
 * The results file is written after every run and a run that stands in it is not repeated; `--fresh` begins anew.
 *
 * @module
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { CLI, installPython, measureProcess, type Run, WORK } from "../measure-process.ts";
import { findMeasured, type Measured, medianOf, type Results, readResults } from "../results.ts";
import { type DataPaths, type DataShape, generateData } from "./generate-data.ts";

const RESULTS = join(import.meta.dirname, "..", "results", "detect-drift.json");
const SHAPES: readonly DataShape[] = [
  { rows: 1_000_000, columns: 50 },
  { rows: 500_000, columns: 20 },
];
const EVIDENTLY = {
  script: "evidently_default",
  packages: ["evidently==0.7.23", "pandas<3", "pyarrow"],
} as const;

/** `--rows 500000` for one of the cases, `--runs 1`, `--fresh`, `--out <path>`. */
export async function benchDetectDrift(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      rows: { type: "string", default: "" },
      runs: { type: "string", default: "1" },
      out: { type: "string", default: RESULTS },
      fresh: { type: "boolean", default: false },
    },
  });
  mkdirSync(dirname(values.out), { recursive: true });
  const results = readResults(values.out, values.fresh);
  for (const shape of SHAPES.filter(({ rows }) => values.rows === "" || rows === Number(values.rows))) {
    const data = await generateData(join(WORK, "data"), shape);
    for (let round = 1; round <= Number(values.runs); round++) {
      for (const tool of ["ml-gates", "Evidently 0.7"] as const) {
        const measured = findMeasured(results, `${shape.rows}x${shape.columns}.parquet`, tool);
        if (measured.runs.length >= round) continue;
        measured.runs.push(tool === "ml-gates" ? measureOurs(data, measured) : measurePeer(data, measured));
        writeFileSync(values.out, `${JSON.stringify(results, null, 1)}\n`);
      }
    }
  }
  console.log(renderTable(results));
}

function measureOurs(data: DataPaths, measured: Measured): Run {
  const out = join(WORK, "drift-out");
  rmSync(out, { recursive: true, force: true });
  const config = join(WORK, "drift.yml");
  writeFileSync(config, JSON.stringify({ version: 1, drift: data, engine: { memory: "1GB" } }));
  const command = [process.execPath, CLI, "detect-drift", "--config", config, "--report-dir", out];
  const { run } = measureProcess(command);
  const report = JSON.parse(readFileSync(join(out, "detect-drift.json"), "utf8"));
  if (report.verdict === "error")
    throw new Error(`detect-drift did not run: ${JSON.stringify(report.error)}`);
  const columns: readonly { readonly outcome: string }[] = report.measurements.data.columns;
  const failed = columns.filter(({ outcome }) => outcome === "fail").length;
  Object.assign(measured, { version: report.tool.version, checks: columns.length, failed });
  return run;
}

function measurePeer({ reference, current }: DataPaths, measured: Measured): Run {
  const out = join(WORK, "drift-peer.json");
  rmSync(out, { force: true });
  const python = installPython(EVIDENTLY.script, EVIDENTLY.packages);
  const script = join(import.meta.dirname, "peers", `${EVIDENTLY.script}.py`);
  const { run } = measureProcess([python, script, reference, current, out]);
  Object.assign(measured, JSON.parse(readFileSync(out, "utf8")));
  return run;
}

function renderTable({ measured }: Results): string {
  const rows = measured.map((each) => {
    const { case: id, tool, version, failed, checks } = each;
    const own = measured.find((other) => other.case === id && other.tool === "ml-gates");
    const seconds = medianOf(each, "seconds");
    const ours = medianOf({ runs: own?.runs ?? [] }, "seconds");
    return [
      id,
      `${tool} ${version ?? ""}`,
      seconds.toFixed(2),
      String(medianOf(each, "peakMb")),
      `${(seconds / ours).toFixed(1)}×`,
      `${failed} of ${checks}`,
    ];
  });
  const head = ["case", "tool", "seconds", "peak MB", "to ours", "drifted"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
