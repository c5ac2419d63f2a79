/**
 * Two metrics files, compared by the judge of compare-models.
 *
 * @module
 */
import { directionOf, parseMetrics } from "@ml-gates/metrics";
import { type ActionHost, readTextFile } from "@ml-gates/runner";
import type { ComparedFiles } from "./compare-predictions.ts";

/** What two metrics files ask of compare-models, and what is only told. */
export interface PlannedMetrics {
  /** Null when no metric's direction is known. */
  readonly inputs: Readonly<Record<string, string>> | null;
  /** Sentences on what cannot be judged. */
  readonly told: readonly string[];
}

/** Every number of either file: judged when its direction is known, and told otherwise. */
export async function planMetrics(
  host: ActionHost,
  { baseline, candidate }: ComparedFiles,
): Promise<PlannedMetrics> {
  const [before, after] = await Promise.all(
    [baseline, candidate].map(
      async (path) => parseMetrics((await readTextFile(host, path)).text, path).values,
    ),
  );
  const names = [...(before?.keys() ?? [])].filter((name) => after?.has(name));
  const judged = names.filter((name) => directionOf(name) !== null);
  const open = names.filter((name) => directionOf(name) === null);
  const alone = [
    ...[...(before?.keys() ?? [])]
      .filter((name) => !after?.has(name))
      .map((name) => `${name}  is in a only.`),
    ...[...(after?.keys() ?? [])]
      .filter((name) => !before?.has(name))
      .map((name) => `${name}  is in b only.`),
  ];
  const told = open.map(
    (name) =>
      `${name}  ${before?.get(name)} → ${after?.get(name)}: whether higher or lower is better is not known.`,
  );
  const checks = judged.map((metric) => ({ metric, "max-drop": 0 }));
  return {
    inputs: checks.length === 0 ? null : { baseline, candidate, checks: JSON.stringify(checks) },
    told: [...told, ...alone],
  };
}
