/**
 * The study of detect-drift's false alarms and power, beside the naive rules.
 *
 * @module
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { simulateAlarms } from "./simulate.ts";

const RESULTS = join(import.meta.dirname, "..", "results", "detect-drift.json");
export const DRAWS = 2000;
export const SEED = 20_260_201;

/** Runs the whole study and writes its results. */
export function studyDetectDrift(): void {
  const rates = simulateAlarms(DRAWS, SEED);
  writeFileSync(RESULTS, `${JSON.stringify({ version: 1, seed: SEED, rates }, null, 1)}\n`);
  for (const { reference, current, shift, rule, alarms, draws } of rates)
    console.log(
      `${reference} / ${current}, moved by ${shift}: ${((100 * alarms) / draws).toFixed(1)} %  ${rule}`,
    );
}
