/**
 * Whether a file holds predictions or metrics, by its name and the names in its first row.
 *
 * @module
 */

export type FileKind = "predictions" | "metrics";

const TABLE = /\.(csv|tsv|jsonl|ndjson)$/i;
/** Columns that only tables of metrics have, together. */
const OF_METRICS = [
  ["metric", "value"],
  ["metric_name", "value"],
  ["name", "value"],
  ["doc_id", "filter", "metrics"],
];
const REPEATED = ["step", "_step", "global_step", "epoch", "seed", "fold"];
/** Columns that tell an example, which a log of training has not. */
const OF_EXAMPLES = /^(?:.*_)?(?:id|key|index|y|label|target|pred|prediction|score|decision)$/;

/**
 * A table is predictions unless its columns are those of metrics: long rows, a log by step or seed, lm-eval's samples. A
 * JSON list is a table too; everything else is taken for metrics, whose reader says when it is not.
 *
 * @example
 * guessKind("a.csv", "id,y_true,y_pred\n1,0,0\n"); // => "predictions"
 * guessKind("a.csv", "epoch,loss\n1,0.5\n"); // => "metrics"
 */
export function guessKind(path: string, start: string): FileKind {
  const isList = /^\s*\[/.test(start);
  if (/\.(parquet|gz|zst)$/i.test(path)) return "predictions";
  if (!TABLE.test(path) && !isList) return "metrics";
  const names = namesIn(start).map((name) => name.toLowerCase());
  if (OF_METRICS.some((wanted) => wanted.every((name) => names.includes(name)))) return "metrics";
  const repeated = names.some((name) => REPEATED.includes(name));
  return repeated && !names.some((name) => OF_EXAMPLES.test(name)) ? "metrics" : "predictions";
}

/** The columns of a text table, or the keys of the first JSON map. */
function namesIn(start: string): readonly string[] {
  const [first = ""] = start.trimStart().split(/\r?\n/, 1);
  if (!/^[[{]/.test(first)) return first.split(/[,;\t]/).map((name) => name.trim().replace(/^"|"$/g, ""));
  const [list = ""] = /^[^}]*/.exec(start) ?? [];
  const map = first.startsWith("{") ? first : list;
  return [...map.matchAll(/"((?:[^"\\]|\\.)*)"\s*:/g)].map(([, name = ""]) => name);
}
