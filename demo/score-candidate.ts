/**
 * From people to the candidate's predictions: what the training job of a real team would leave behind.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Model, scoreRows } from "./boosting.ts";
import { readColumns, readFeatures, writeParquet } from "./rows.ts";

/** Scores the people of one file with the model of another and writes their predictions. */
export async function scoreCandidate(
  connection: DuckDBConnection,
  files: { readonly people: string; readonly model: string; readonly predictions: string },
): Promise<void> {
  const model = JSON.parse(readFileSync(files.model, "utf8")) as Model;
  const features = await readFeatures(connection, files.people);
  const [ids = []] = await readColumns(connection, `SELECT id FROM '${files.people}'`, ["id"]);
  const scores = scoreRows(
    model,
    features.map((column) => Uint8Array.from(column, (value) => Math.min(Math.max(value, 0), 255))),
  );
  await connection.run("CREATE OR REPLACE TEMP TABLE scored (id INTEGER, score DOUBLE)");
  const rows = ids.map((id, row) => `(${id}, ${scores[row] ?? "NULL"})`);
  await connection.run(`INSERT INTO scored VALUES ${rows.join(", ")}`);
  await writeParquet(
    connection,
    `SELECT id, SEX, RAC1P, employed, CAST(score >= 0.5 AS INTEGER) AS decision, score
     FROM '${files.people}' JOIN scored USING (id) ORDER BY id`,
    files.predictions,
  );
}
