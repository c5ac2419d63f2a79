/**
 * Runs the study of assess-fairness, writes its figures and shows them.
 *
 * @module
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { simulate } from "./simulate.ts";

const RESULTS = join(import.meta.dirname, "..", "results", "assess-fairness.json");
const SEED = 20260101;
const DRAWS = 4000;

/** How often ours and simpler rules fail what is equal, and find what is not. */
export function studyAssessFairness(): void {
  const study = simulate({ seed: SEED, draws: DRAWS });
  mkdirSync(dirname(RESULTS), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify({ version: 1, ...study }, null, 1)}\n`);
  const names = Object.keys(study.rates[0]?.failed ?? {});
  const head = ["fails", ...names];
  const rows = study.rates.map(({ scenario, failed }) => [
    scenario,
    ...names.map((name) => say(failed[name])),
  ]);
  console.log([head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n"));
  const proven = Object.entries(study.proven).map(([size, share]) => `${size}: ${say(share)}`);
  console.log(`\`prove\` shows equal groups to lie within 0.8, by size: ${proven.join(", ")}`);
}

function say(share: number | undefined): string {
  return `${((share ?? Number.NaN) * 100).toFixed(1)} %`;
}
