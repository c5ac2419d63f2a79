/**
 * A gated metric over the last baselines, out of what compare-models measured: a report may hold anything here.
 *
 * @module
 */
import type { GateReport, Measurements } from "@ml-gates/gate";
import { listTracked } from "./comment-state.ts";
import { type JsonRecord, listOf, numberOf, recordOf, recordsOf, textOf } from "./imports/read-json.ts";

/** A metric, and what each model came to: the oldest baseline first, the candidate last. */
export interface RecentMetric {
  readonly name: string;
  readonly points: readonly { readonly version: string; readonly value: number }[];
}

const MOST = 10;
/** One alone is in the table of metrics. */
const FEWEST = 2;

/** The first gated metric that at least two baselines have; null when there is none. */
export function findRecent(reports: readonly GateReport[]): RecentMetric | null {
  for (const report of reports) {
    const read = openRecent(report.measurements);
    const found = listTracked(report).flatMap(({ name, candidate }) => {
      const past = read(name);
      return past.length < FEWEST
        ? []
        : [{ name, points: [...past, { version: "candidate", value: candidate }] }];
    });
    if (found[0] !== undefined) return found[0];
  }
  return null;
}

/**
 * Reads a metric's past values. Those of files stand beside a candidate from a file: what is measured on predictions is
 * of other rows, and a step between the two would be no change of the model.
 */
function openRecent(measurements: Measurements | null): (metric: string) => RecentMetric["points"] {
  const data: JsonRecord = measurements?.schema === "comparison/1" ? recordOf(measurements.data) : {};
  const ofFiles = new Set(
    recordsOf(data["metrics"]).flatMap(({ from, metric = null }) => (from === "file" ? [metric] : [])),
  );
  const recent = recordsOf(listOf(data["recent"]).slice(0, MOST)).toReversed();
  return (metric) =>
    recent.flatMap((past) => {
      const [version, value] = [textOf(past["version"]), numberOf(recordOf(past["metrics"])[metric])];
      return version === null || value === null || !ofFiles.has(metric) ? [] : [{ version, value }];
    });
}
