/**
 * Five ways a change to a model goes wrong, done to the candidate on the spot.
 *
 * @module
 */
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { measurePredictions } from "./measure-predictions.ts";
import { connect, writeParquet } from "./rows.ts";
import { scoreCandidate } from "./score-candidate.ts";

/** A way to break: SQL over the people the model scores, or over the predictions it made. */
export interface Break {
  /** What happened, told to the visitor. */
  readonly story: string;
  /** Which gate is there for it. */
  readonly caughtBy: string;
  readonly people?: string;
  readonly predictions?: string;
}

/** A number in 0..1 from a row's id: chance that is the same on every machine. */
const CHANCE = "CAST(('0x' || left(md5('demo:' || id), 8)) AS UBIGINT) / 4294967296.0";
const REDECIDE = "SELECT * REPLACE (CAST(score >= 0.5 AS INTEGER) AS decision) FROM";

/** The breaks by the word that `npm start -- --break <word>` takes. */
export const BREAKS: Readonly<Record<string, Break>> = {
  unit: {
    story: "the age column arrives in months; the model scores what it gets",
    caughtBy: "validate-data",
    people: "SELECT * REPLACE (AGEP * 12 AS AGEP) FROM people",
  },
  leak: {
    story: "the label has leaked into the score: the candidate looks too good to be true",
    caughtBy: "compare-models",
    predictions: `${REDECIDE} (SELECT * REPLACE (round(0.6 * score + 0.4 * employed, 6) AS score) FROM predictions)`,
  },
  bias: {
    story: "the decisions for one group are skewed: women are selected at a threshold of 0.75",
    caughtBy: "assess-fairness",
    predictions:
      "SELECT * REPLACE (CAST(score >= CASE WHEN SEX = '2' THEN 0.75 ELSE 0.5 END AS INTEGER) AS decision) FROM predictions",
  },
  noise: {
    story: "a little noise in the scores: worse, but not by more than chance could do on 2,000 rows",
    caughtBy: "compare-models",
    predictions: `${REDECIDE} (SELECT * REPLACE (least(greatest(round(score + 0.35 * (${CHANCE} - 0.5), 6), 0.01), 0.99) AS score) FROM predictions)`,
  },
  swap: {
    story: "two columns have changed places: schooling and relationship",
    caughtBy: "validate-data",
    people: "SELECT * REPLACE (RELP AS SCHL, SCHL AS RELP) FROM people",
  },
};

/** The files of a candidate. */
export interface CandidateFiles {
  readonly people: string;
  readonly model: string;
  readonly predictions: string;
  readonly metrics: string;
}

/** Writes the broken candidate's files into `folder`, scored and measured as the real one's were. */
export async function breakCandidate(
  change: Break,
  from: CandidateFiles,
  folder: string,
): Promise<CandidateFiles> {
  const connection = await connect();
  const to = {
    people: join(folder, "people.parquet"),
    model: from.model,
    predictions: join(folder, "candidate.parquet"),
    metrics: join(folder, "candidate-metrics.json"),
  };
  try {
    await rewrite(connection, { sql: change.people, name: "people", from: from.people, to: to.people });
    if (change.people) await scoreCandidate(connection, to);
    else
      await rewrite(connection, {
        sql: change.predictions,
        name: "predictions",
        from: from.predictions,
        to: to.predictions,
      });
    await measurePredictions(connection, to.predictions, to.metrics);
  } finally {
    connection.closeSync();
  }
  return to;
}

interface Rewrite {
  readonly sql: string | undefined;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

async function rewrite(connection: DuckDBConnection, { sql, name, from, to }: Rewrite): Promise<void> {
  if (sql === undefined) return copyFileSync(from, to);
  await connection.run(`CREATE OR REPLACE TEMP VIEW ${name} AS FROM '${from}'`);
  await writeParquet(connection, `${sql} ORDER BY id`, to);
}
