/**
 * Two predictions files, compared by the judge of compare-models.
 *
 * @module
 */
import { InputError, quote } from "@ml-gates/gate";
import { type Column, comparableText, quoteName } from "@ml-gates/queries";
import { type ActionHost, openEngine } from "@ml-gates/runner";
import { parse } from "yaml";
import { DEFAULT_ENGINE } from "../default-engine.ts";
import { type GuessedColumns, guessColumns, type SeenColumn } from "./guess-columns.ts";

/** Absolute paths of the baseline and the candidate. */
export interface ComparedFiles {
  readonly baseline: string;
  readonly candidate: string;
}

/** The inputs of compare-models that stand for two predictions files. @throws InputError with a question for what cannot be told. */
export async function planPredictions(
  host: ActionHost,
  { baseline, candidate }: ComparedFiles,
): Promise<Readonly<Record<string, string>>> {
  const said = readColumns(host.inputs["columns"] ?? "");
  const engine = await openEngine(host, DEFAULT_ENGINE);
  try {
    const tables = [await engine.open({ path: baseline }), await engine.open({ path: candidate })];
    const [first, second] = tables;
    const common = (second?.columns ?? []).filter(
      ({ name }) => first?.columns.some((column) => column.name === name) ?? false,
    );
    const counts = await Promise.all(
      tables.map(async ({ from, rows }) => ({
        rows,
        row: (await engine.query(countDistinct(from, common)))[0] ?? {},
      })),
    );
    const seen = common.map(
      ({ name, family }, index): SeenColumn => ({
        name,
        isNumber: family === "integer" || family === "float",
        isUnique: counts.every(({ rows, row }) => Number(row[`u${index}`]) === rows),
      }),
    );
    const guessed = guessColumns(seen, said);
    if ("problems" in guessed) throw new InputError(guessed.problems);
    const label = common.find(({ name }) => name === guessed.columns.label);
    const labels =
      label === undefined || second === undefined ? [] : await engine.query(listLabels(second.from, label));
    const texts = labels.map(({ y }) => String(y));
    const kind = kindOf(
      guessed.columns,
      labels.some(({ isFraction }) => isFraction === true),
    );
    const positive = said["positive"] ?? (kind === "classes" ? findPositive(guessed.columns, texts) : "1");
    return planChecks({ baseline, candidate }, { ...guessed.columns, positive }, kind);
  } finally {
    engine.close();
  }
}

function readColumns(written: string): Readonly<Record<string, unknown>> {
  const value: unknown = written.trim() === "" ? {} : parse(written);
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  const message = `--columns is ${quote(written)}: wanted a YAML map.`;
  throw new InputError([{ message, remedy: 'Write it as `--columns "{ key: id, label: y }"`.' }]);
}

function countDistinct(from: string, columns: readonly Column[]): string {
  const counted = columns.map(({ name }, index) => `count(DISTINCT ${quoteName(name)}) AS u${index}`);
  return `SELECT ${["count(*) AS n", ...counted].join(", ")} FROM ${from}`;
}

function listLabels(from: string, label: Column): string {
  const name = quoteName(label.name);
  // One fraction makes labels numbers; it comes first, whatever else there is.
  const fraction = label.family === "float" ? `bool_or(${name} <> floor(${name})) OVER ()` : "false";
  return `SELECT DISTINCT ${comparableText(label)} AS y, ${fraction} AS "isFraction" FROM ${from} ORDER BY y LIMIT 3`;
}

type Kind = keyof typeof METRICS;

/** Rows of a query are ranked; labels with fractions are predicted as numbers; all else is decided. */
function kindOf({ query, score, prediction }: GuessedColumns, isFraction: boolean): Kind {
  if (query !== undefined && score !== undefined) return "ranking";
  return isFraction && prediction !== undefined ? "numbers" : "classes";
}

/** Of two labels in use the one that says yes; only a score needs to know. */
function findPositive({ score, label }: GuessedColumns, labels: readonly string[]): string {
  const positive = labels.find((text) => /^(1|true|yes|positive|pos)$/i.test(text));
  if (positive !== undefined || score === undefined) return positive ?? "1";
  const message = `Which value of ${quote(label)} the score is for cannot be told; there are ${labels.map((text) => quote(text)).join(", ")}.`;
  const remedy = `Say it: \`--columns "{ positive: ${labels[1] ?? "1"} }"\`.`;
  throw new InputError([{ message, remedy }]);
}

/** What each column lets be computed, by what the labels are. */
const METRICS = {
  classes: {
    prediction: ["accuracy", "balanced_accuracy", "f1_macro"],
    score: ["roc_auc", "average_precision"],
  },
  numbers: { prediction: ["mean_absolute_error", "root_mean_squared_error", "r2"], score: [] },
  ranking: { prediction: [], score: ["ndcg", "mrr"] },
} as const;

function planChecks(
  { baseline, candidate }: ComparedFiles,
  columns: GuessedColumns & { readonly positive: unknown },
  kind: Kind,
): Readonly<Record<string, string>> {
  const metrics = (["prediction", "score"] as const).flatMap((column): readonly string[] =>
    columns[column] === undefined ? [] : METRICS[kind][column],
  );
  return {
    "baseline-predictions": baseline,
    "candidate-predictions": candidate,
    columns: JSON.stringify(columns),
    checks: JSON.stringify(metrics.map((metric) => ({ metric, "max-drop": 0 }))),
  };
}
