/**
 * Whole processes, measured one after the other, and the Python environments that peers run in.
 *
 * @module
 */
import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";

/** Where everything lies while a benchmark runs. */
export const WORK = process.env["BENCH_FOLDER"] ?? "/tmp/ml-gates-bench";
/** The command line that `npm run build` makes. */
export const CLI = join(import.meta.dirname, "..", "dist", "cli.mjs");

/** One whole process. */
export interface Run {
  readonly seconds: number;
  /** User and system time of all its threads. */
  readonly cpuSeconds: number;
  readonly peakMb: number;
  /** The machine's load average of one minute before the run. */
  readonly loadBefore: number;
  /** What a fixed calculation took just before it: the speed of shared machines changes by the minute. */
  readonly loopMilliseconds?: number;
}

/** A run, how it ended, and what it wrote beside its result. */
export interface Measurement {
  readonly run: Run;
  readonly status: number;
  readonly stderr: string;
}

/** Runs a command and prints its time and memory. */
export function measureProcess(
  command: readonly string[],
  { cwd = WORK, env = process.env }: Pick<SpawnSyncOptions, "cwd" | "env"> = {},
): Measurement {
  const [load = 0] = loadavg();
  const loopMilliseconds = timeLoop();
  const args = [join(import.meta.dirname, "measure.py"), ...command];
  const { stdout, stderr } = spawnSync("python3", args, { encoding: "utf8", maxBuffer: 2 ** 26, cwd, env });
  const line = stdout.trim().split("\n").at(-1) ?? "";
  if (!line.startsWith("{")) throw new Error(`${command.join(" ")} was not measured: ${stderr.slice(-2000)}`);
  const { status, ...run } = JSON.parse(line);
  console.log(`${run.seconds} s  ${run.peakMb} MB  exit ${status}  ${command.slice(1, 4).join(" ")}`);
  return { run: { ...run, loadBefore: Math.round(load * 100) / 100, loopMilliseconds }, status, stderr };
}

function timeLoop(): number {
  // Compiled first: a loop that is being compiled while it runs tells nothing of the machine.
  for (let round = 0; round < 100; round++) loop(100_000);
  const started = performance.now();
  const sum = loop(100_000_000);
  return sum === 1 ? Number.NaN : Math.round(performance.now() - started);
}

function loop(steps: number): number {
  let sum = 0;
  for (let step = 0; step < steps; step++) sum = (sum + step * 7) | 0;
  return sum;
}

/** The Python of an environment with these packages, which `uv` makes once. */
export function installPython(name: string, packages: readonly string[]): string {
  const folder = join(WORK, "venvs", name);
  const python = join(folder, "bin", "python");
  if (existsSync(join(folder, "ready"))) return python;
  run("uv", ["venv", "--quiet", "--clear", folder]);
  run("uv", ["pip", "install", "--quiet", "--python", python, ...packages]);
  run("touch", [join(folder, "ready")]);
  return python;
}

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}`);
}
