/**
 * Do the rows of two predictions files meet, without any table of the pairs?
 *
 * @module
 */

import type { PairingFacts } from "./pair-predictions.ts";
import type { PredictionsTable, QueryPlan } from "./paired-predictions.ts";
import { projectPredictions } from "./project-predictions.ts";
import { readCount } from "./read-number.ts";

/**
 * Counts the keys of two files that do not meet, and the labels that differ. Keys must be unique, or the join multiplies.
 *
 * @example
 * planFilePairing({ table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }).read([{ missing: 0, extra: 2, disagreeing: 0 }]).extra; // => 2
 */
export function planFilePairing(
  candidate: PredictionsTable,
  baseline: PredictionsTable,
): QueryPlan<PairingFacts> {
  return {
    sql:
      `WITH c AS (${projectPredictions(candidate)}), b AS (${projectPredictions(baseline)}) ` +
      "SELECT count(*) - count(c.k) AS missing, " +
      "count(*) - count(b.k) AS extra, count(*) FILTER (WHERE c.y <> b.y) AS disagreeing " +
      "FROM c FULL OUTER JOIN b ON c.k = b.k",
    read: ([row]) => ({
      missing: readCount(row, "missing"),
      extra: readCount(row, "extra"),
      disagreeing: readCount(row, "disagreeing"),
    }),
  };
}
