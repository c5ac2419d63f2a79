/**
 * The tools that are measured: how each is run on a case, and which suite it can be given.
 *
 * @module
 */
import { join } from "node:path";
import { CLI, installPython } from "../measure-process.ts";

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
  readonly isPeer: boolean;
  command(files: CaseFiles): readonly string[];
}

function ours(name: string, gateFile: (files: CaseFiles) => string): Tool {
  return {
    name,
    isPeer: false,
    command: (files) => [
      process.execPath,
      CLI,
      "validate-data",
      "--config",
      gateFile(files),
      "--report-dir",
      files.out,
    ],
  };
}

function peer(name: string, script: string, packages: readonly string[]): Tool {
  return {
    name,
    isPeer: true,
    command: ({ data, suite, out }) => [
      installPython(script, packages),
      join(PEERS, `${script}.py`),
      ...[data, suite, `${out}.json`],
    ],
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
