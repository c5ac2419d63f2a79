/**
 * Makes `fixtures/employment` from the census extract: `node demo/prepare-fixture.ts <folder>`, where the folder
 * holds `reference.parquet` (2015) and `current.parquet` (2018). Samples are by the MD5 of a row's id: stated,
 * seeded, and the same on every machine.
 *
 * @module
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { trainModel } from "./boosting.ts";
import { measurePredictions } from "./measure-predictions.ts";
import { connect, FEATURES, readColumns, readFeatures, writeParquet } from "./rows.ts";
import { scoreCandidate } from "./score-candidate.ts";

const FIXTURE = join(import.meta.dirname, "..", "fixtures", "employment");
const TRAINING_ROWS = 20_000;
const JUDGED_ROWS = 2_000;
const SETTINGS = { rounds: 120, depth: 5, learningRate: 0.1, minimumHessian: 5, ridge: 1 };

const file = (name: string) => join(FIXTURE, name);
const sample = (seed: string, rows: number) => `ORDER BY md5('${seed}:' || id) LIMIT ${rows}`;

/** People without scores, and the production model's predictions for the same rows. */
async function drawSamples(source: string): Promise<void> {
  const connection = await connect();
  const people = ["id", ...FEATURES, "SEX", "RAC1P", "employed"].join(", ");
  const drawn = (name: string, seed: string, rows: number) =>
    `(SELECT * FROM '${join(source, name)}' ${sample(seed, rows)})`;
  const training = drawn("reference.parquet", "training", TRAINING_ROWS);
  const judged = drawn("current.parquet", "judged", JUDGED_ROWS);
  await writeParquet(connection, `SELECT ${people} FROM ${training} ORDER BY id`, file("training.parquet"));
  await writeParquet(connection, `SELECT ${people} FROM ${judged} ORDER BY id`, file("people.parquet"));
  await writeParquet(
    connection,
    `SELECT id, SEX, RAC1P, employed, prediction AS decision, predicted_probability AS score FROM ${judged} ORDER BY id`,
    file("production.parquet"),
  );
  connection.closeSync();
}

/** Trains the candidate on the training sample alone, scores the judged people, writes both metrics files. */
async function trainCandidate(): Promise<void> {
  const connection = await connect();
  const columns = await readFeatures(connection, file("training.parquet"));
  const [labels = []] = await readColumns(connection, `SELECT employed FROM '${file("training.parquet")}'`, [
    "employed",
  ]);
  const rows = {
    features: FEATURES,
    columns: columns.map((each) => Uint8Array.from(each)),
    labels: Uint8Array.from(labels),
  };
  writeFileSync(file("candidate-model.json"), `${JSON.stringify(trainModel(rows, SETTINGS))}\n`);
  await scoreCandidate(connection, {
    people: file("people.parquet"),
    model: file("candidate-model.json"),
    predictions: file("candidate.parquet"),
  });
  await measurePredictions(connection, file("candidate.parquet"), file("candidate-metrics.json"));
  await measurePredictions(connection, file("production.parquet"), file("production-metrics.json"));
  connection.closeSync();
}

const [source] = process.argv.slice(2);
if (source) await drawSamples(source);
await trainCandidate();
