/**
 * The tools that are measured: how each is run on a case, and which suite it can be given.
 *
 * @module
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Where everything lies while the benchmark runs. */
export const WORK = process.env["BENCH_FOLDER"] ?? "/tmp/ml-gates-bench";
const ROOT = join(import.meta.dirname, "..", "..");
const PEERS = join(import.meta.dirname, "peers");

/** Files of a case. */
export interface CaseFiles {
  readonly data: string;
  readonly suite: string;
  readonly gateFile: string;
  readonly gateFileDeclared: string;
  readonly out: string;
}

/** A tool, and its command on a case. */
export interface Tool {
  readonly name: string;
  readonly peer?: { readonly script: string; readonly packages: readonly string[] };
  command(files: CaseFiles): readonly string[];
}

function ours(name: string, gateFile: (files: CaseFiles) => string): Tool {
  return {
    name,
    command: (files) => [
      process.execPath,
      join(ROOT, "dist", "cli.mjs"),
      "validate-data",
      "--config",
      gateFile(files),
      "--report-dir",
      files.out,
    ],
  };
}

function peer(name: string, script: string, packages: readonly string[]): Tool {
  const python = join(WORK, "venvs", script, "bin", "python");
  return {
    name,
    peer: { script, packages },
    command: ({ data, suite, out }) => [python, join(PEERS, `${script}.py`), data, suite, `${out}.json`],
  };
}

/** In the order in which they are run. */
export const TOOLS: readonly Tool[] = [
  ours("ml-gates, types declared", (files) => files.gateFileDeclared),
  ours("ml-gates", (files) => files.gateFile),
  peer("DuckDB by hand", "duckdb_by_hand", ["duckdb==1.5.*"]),
  peer("polars by hand", "polars_by_hand", ["polars==2.1.*"]),
  peer("Soda 4", "soda_4", ["soda-duckdb==4.28.0", "pyyaml"]),
  peer("Pandera on polars", "pandera_polars", ["pandera[polars]==0.35.0", "polars==2.1.*"]),
  peer("Great Expectations 1.24", "great_expectations_1", ["great_expectations==1.24.1", "pyarrow"]),
];

/** Makes the environment of a peer once, with `uv`. */
export function installPeer({ peer }: Tool): void {
  if (peer === undefined) return;
  const folder = join(WORK, "venvs", peer.script);
  if (existsSync(join(folder, "ready"))) return;
  run("uv", ["venv", "--quiet", "--clear", folder]);
  run("uv", ["pip", "install", "--quiet", "--python", join(folder, "bin", "python"), ...peer.packages]);
  run("touch", [join(folder, "ready")]);
}

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}`);
}
