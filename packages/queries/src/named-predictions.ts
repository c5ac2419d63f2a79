/**
 * The predictions of single rows, by their keys.
 *
 * @module
 */
import { quoteText } from "./dialect.ts";
import type { PredictionsTable, QueryPlan } from "./paired-predictions.ts";
import { projectPredictions } from "./project-predictions.ts";
import type { Row } from "./table.ts";

/** A row's prediction as text and its score; null for what is not there. */
export interface NamedPrediction {
  readonly key: string;
  readonly prediction: string | null;
  readonly score: number | null;
}

/**
 * Every row whose key is one of these, in the order of the keys.
 *
 * @example
 * planNamedPredictions({ table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, ["7"]).read([{ k: "7", p: "1", s: null }]); // => [{ key: "7", prediction: "1", score: null }]
 */
export function planNamedPredictions(
  predictions: PredictionsTable,
  keys: readonly string[],
): QueryPlan<readonly NamedPrediction[]> {
  const listed = keys.map(quoteText).join(", ");
  return {
    sql: `WITH c AS (${projectPredictions(predictions)}) SELECT k, p, s FROM c WHERE k IN (${listed}) ORDER BY k`,
    read: (rows) =>
      rows.map((row) => ({
        key: String(row["k"]),
        prediction: row["p"] === null ? null : String(row["p"]),
        score: readScore(row),
      })),
  };
}

function readScore({ s }: Row): number | null {
  return typeof s === "number" ? s : null;
}
