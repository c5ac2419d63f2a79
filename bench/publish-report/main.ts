/**
 * publish-report apart from the network: 50 reports with 5,000 findings, and the start of its bundle. Both as a job
 * pays for them: the process as a whole, Node's own start within.
 *
 * @module
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Finding, finding, type GateReport, reportJudgement } from "@ml-gates/gate";
import { measureProcess, type Run } from "../measure-process.ts";
import { describeMachine, median } from "../results.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const BUNDLE = join(ROOT, "dist", "publish-report.mjs");
const REPORTS = 50;
const FINDINGS = 100;
const RUNS = 5;
const STARTS = 10;
/** What the bench may take. */
const LIMITS = { cpuSeconds: 1, megabytes: 300, startMilliseconds: 150 } as const;

/** Measures, writes `bench/results/publish-report.json` and says whether the limits hold. */
export async function benchPublishReport(): Promise<void> {
  const runs = Array.from({ length: RUNS }, measureRun);
  const result = {
    reports: REPORTS,
    findings: REPORTS * FINDINGS,
    cpuSeconds: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
    megabytes: Math.max(...runs.map(({ peakMb }) => peakMb)),
    startMilliseconds: Math.round(measureStart()),
    loopMilliseconds: median(runs.map(({ loopMilliseconds = Number.NaN }) => loopMilliseconds)),
    machine: describeMachine(),
  };
  writeFileSync(
    join(ROOT, "bench", "results", "publish-report.json"),
    `${JSON.stringify(result, null, 2)}\n`,
  );
  console.log(JSON.stringify(result, null, 2));
  const beyond = Object.entries(LIMITS).filter(
    ([name, limit]) => Number(Object.entries(result).find(([key]) => key === name)?.[1]) > limit,
  );
  for (const [name, limit] of beyond) console.error(`${name} is beyond its limit of ${limit}.`);
  if (beyond.length > 0) process.exitCode = 1;
}

/** One run of the bundle on a folder of reports, each of which blocks. */
function measureRun(): Run {
  const folder = mkdtempSync(join(tmpdir(), "ml-gates-bench-"));
  for (let index = 0; index < REPORTS; index += 1)
    writeFileSync(join(folder, `${index}.json`), JSON.stringify(makeReport(index)));
  const { run, status } = measureProcess([process.execPath, BUNDLE], {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", INPUT_REPORTS: "*.json", "INPUT_REPORT-DIR": "out" },
  });
  rmSync(folder, { recursive: true });
  if (status !== 1) throw new Error(`the bundle ended with ${status}; 1 was wanted`);
  return run;
}

function makeReport(index: number): GateReport {
  const findings = Array.from({ length: FINDINGS }, (_, at): Finding => {
    const judged = { outcome: at === 0 ? "fail" : "pass", observed: 0.8, baseline: 0.81 } as const;
    const effect = { kind: "difference", value: -0.01, low: -0.02, high: 0.01, confidence: 0.9 } as const;
    return finding({
      id: `metric_${at}/max-drop`,
      kind: "metric",
      check: { metric: `metric_${at}`, "max-drop": 0.01 },
      severity: "block",
      ...judged,
      effect,
      why: "It fell by 0.01; 0.01 is allowed.",
    });
  });
  const subject = { model: "m", version: null, digest: null, commit: null };
  const run = {
    url: null,
    attempt: 1,
    leg: { leg: String(index) },
    startedAt: "2026-11-24T09:00:00.000Z",
    seconds: 1,
  };
  const judgement = {
    gate: { id: "compare-models", key: null, mode: null },
    summary: "s",
    subject,
    policy: null,
    evidence: [],
    findings,
    measurements: null,
  };
  return reportJudgement(judgement, { toolVersion: "0.1.0", run, inconclusive: "warn" });
}

/** The median time from the start of the process to its end, of a bundle that finds no report, less a bare Node's. */
function measureStart(): number {
  const time = (...args: readonly string[]): number => {
    const folder = mkdtempSync(join(tmpdir(), "ml-gates-start-"));
    const from = performance.now();
    spawnSync(process.execPath, args, { cwd: folder, env: { PATH: process.env["PATH"] ?? "" } });
    const taken = performance.now() - from;
    rmSync(folder, { recursive: true });
    return taken;
  };
  const times = (...args: readonly string[]): number =>
    median(Array.from({ length: STARTS }, () => time(...args)));
  return times(BUNDLE) - times("-e", "0");
}
