/**
 * The metrics file a training job writes beside its predictions.
 *
 * @module
 */
import { writeFileSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import { readColumns } from "./rows.ts";

/** Accuracy, ROC AUC (Mann & Whitney 1947: the mean rank of positives) and log loss of a predictions file, as JSON. */
export async function measurePredictions(
  connection: DuckDBConnection,
  predictions: string,
  metrics: string,
): Promise<void> {
  const names = ["accuracy", "roc_auc", "log_loss", "rows"];
  const values = await readColumns(
    connection,
    `WITH ranked AS (
       SELECT employed, decision, score,
         rank() OVER (ORDER BY score) + (count(*) OVER (PARTITION BY score) - 1) / 2.0 AS midrank
       FROM '${predictions}'
     ), sums AS (
       SELECT count(*) AS rows, sum(employed) AS positives,
         avg(CAST(decision = employed AS DOUBLE)) AS accuracy,
         sum(midrank) FILTER (employed = 1) AS ranks,
         -avg(ln(greatest(CASE WHEN employed = 1 THEN score ELSE 1 - score END, 1e-6))) AS log_loss
       FROM ranked
     )
     SELECT *, (ranks - positives * (positives + 1) / 2) / (positives * (rows - positives)) AS roc_auc FROM sums`,
    names,
  );
  const measured = Object.fromEntries(
    names.map((name, index) => [name, Number((values[index]?.[0] ?? Number.NaN).toFixed(9))]),
  );
  writeFileSync(metrics, `${JSON.stringify(measured, null, 2)}\n`);
}
