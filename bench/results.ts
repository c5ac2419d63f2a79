/**
 * The shape of a results file.
 *
 * @module
 */
import { existsSync, readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import type { Run } from "./measure-process.ts";

/** A tool on a case. */
export interface Measured {
  readonly case: string;
  readonly tool: string;
  version: string | null;
  checks: number | null;
  /** How many checks failed, in the tool's own counting. */
  failed: number | null;
  readonly runs: Run[];
}

export interface Results {
  readonly version: 1;
  readonly machine: Readonly<Record<string, string | number>>;
  readonly measured: Measured[];
}

/** The middle one of a few numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2;
}

/** The median of one figure of a tool's runs. */
export function medianOf(
  { runs }: { readonly runs: readonly Run[] },
  field: "seconds" | "cpuSeconds" | "peakMb",
): number {
  return median(runs.map((run) => run[field]));
}

/** What the figures were measured on. */
export function describeMachine(): Results["machine"] {
  const [cpu] = cpus();
  return {
    processor: cpu?.model ?? "unknown",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}

/** The results kept so far; none of this machine yet when there are none, or when they are not wanted. */
export function readResults(path: string, fresh: boolean): Results {
  if (!fresh && existsSync(path)) return JSON.parse(readFileSync(path, "utf8"));
  return { version: 1, machine: describeMachine(), measured: [] };
}

/** A tool on a case among the results, where it is put when it is not there. */
export function findMeasured(results: Results, id: string, tool: string): Measured {
  const found = results.measured.find((each) => each.case === id && each.tool === tool);
  if (found !== undefined) return found;
  const made: Measured = { case: id, tool, version: null, checks: null, failed: null, runs: [] };
  results.measured.push(made);
  return made;
}
