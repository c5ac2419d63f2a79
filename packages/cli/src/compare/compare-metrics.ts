/**
 * Two metrics files, compared by the judge of compare-models.
 *
 * @module
 */
import { type Direction, directionOf, type MetricValues, parseMetrics } from "@ml-gates/metrics";
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
  const [earlier, later] = await Promise.all([readMetrics(host, baseline), readMetrics(host, candidate)]);
  const [before, after] = [earlier.values, later.values];
  const names = [...before.keys()].filter((name) => after.has(name));
  const directions = new Map(names.map((name) => [name, agreeOn(name, [earlier, later])]));
  const open = names.filter((name) => directions.get(name) === null);
  const alone = [
    ...[...before.keys()].filter((name) => !after.has(name)).map((name) => `${name}  is in a only.`),
    ...[...after.keys()].filter((name) => !before.has(name)).map((name) => `${name}  is in b only.`),
  ];
  const told = open.map(
    (name) =>
      `${name}  ${before.get(name)} → ${after.get(name)}: whether higher or lower is better is not known.`,
  );
  const checks = [...directions].flatMap(([metric, direction]) =>
    direction === null ? [] : [{ metric, "max-drop": 0, direction }],
  );
  return {
    inputs: checks.length === 0 ? null : { baseline, candidate, checks: JSON.stringify(checks) },
    told: [...told, ...alone],
  };
}

async function readMetrics(host: ActionHost, path: string): Promise<MetricValues> {
  return parseMetrics((await readTextFile(host, path)).text, path);
}

/** What the files and the table of known names say; null where they say nothing, or contradict each other. */
function agreeOn(name: string, files: readonly MetricValues[]): Direction | null {
  const said = [...files.map(({ details }) => details.get(name)?.direction ?? null), directionOf(name)];
  const [first = null, ...others] = new Set(said.filter((direction) => direction !== null));
  return others.length === 0 ? first : null;
}
