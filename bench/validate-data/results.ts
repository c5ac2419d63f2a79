/**
 * The shape of the results file.
 *
 * @module
 */

/** One whole process. */
export interface Run {
  readonly seconds: number;
  /** User and system time of all its threads. */
  readonly cpuSeconds: number;
  readonly peakMb: number;
  /** The machine's load average of one minute before the run. */
  readonly loadBefore: number;
}

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
