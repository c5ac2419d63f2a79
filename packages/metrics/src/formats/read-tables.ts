/**
 * Rows of numbers, long (`metric,value`) or wide (a column a metric): CSV, TSV, JSON lines, lists of maps; so also
 * the logs of Keras and Lightning.
 *
 * @module
 */
import { InputError, quote } from "@ml-gates/gate";
import type { Point, StatedMetric, StatedMetrics } from "../metric-values.ts";
import type { MetricsDocument } from "../syntax/read-document.ts";
import { type Tree, textOf, wordOf } from "../syntax/tree.ts";
import { type FormatReader, flatten, leafNumber } from "./format-reader.ts";

/** Columns that say when, the finest first. */
const STEPS = ["step", "_step", "global_step", "trainer/global_step", "iteration", "epoch"];
/** Columns that say which repetition. */
const FOLDS = ["fold", "cv_fold"];
const SEEDS = ["seed", "random_state", ...FOLDS, "repeat"];
const NAMES = ["metric", "metric_name", "name"];
const VALUES = ["value", "metric_value"];

/** A table of metrics. */
export const table: FormatReader = {
  recognises: () => false,
  read: (document, path) => readRows(rowsOf(document), path),
};

/** The rows of a table, or of a tree that is a list of maps. */
export function rowsOf(document: MetricsDocument): readonly Tree[] {
  if (document.kind === "rows") return document.rows;
  const { root } = document;
  if (root.kind !== "list") return [root];
  return root.items.every(({ kind }) => kind === "map") ? root.items : [];
}

type Row = ReadonlyMap<string, Cell>;

interface Cell extends StatedMetric {
  readonly tree: Tree;
}

function readRows(trees: readonly Tree[], path: string): StatedMetrics {
  const rows = trees.map(toRow);
  const name = NAMES.find((column) => rows.every((row) => textOf(row.get(column)?.tree) !== null));
  const value = VALUES.find((column) => rows.some((row) => row.has(column)));
  const cells =
    rows.length > 0 && name !== undefined && value !== undefined
      ? rows.map((row) => longCell(row, name, value))
      : rows.flatMap(wideCells);
  return { metrics: gather(cells, path) };
}

function toRow(tree: Tree): Row {
  return new Map(
    flatten(tree).map((leaf) => {
      const found = leaf.path.reduce<Tree>(
        (node, key) => (node.kind === "map" ? (node.entries.get(key) ?? node) : node),
        tree,
      );
      return [leaf.path.join("."), { ...leaf, tree: found }] as const;
    }),
  );
}

interface Placed extends Omit<Point, "value"> {
  readonly path: readonly string[];
  readonly value: number | string;
  readonly offset: number;
}

function longCell(row: Row, name: string, value: string): Placed {
  const slice = wordOf((row.get("slice") ?? row.get("group"))?.tree);
  const cell = row.get(value);
  return {
    path: [textOf(row.get(name)?.tree) ?? "", ...(slice === null || slice === "none" ? [] : [slice])],
    value: cell?.value ?? "blank",
    offset: cell?.offset ?? row.get(name)?.offset ?? 0,
    ...placeOf(row),
  };
}

function wideCells(row: Row): readonly Placed[] {
  const place = placeOf(row);
  return [...row]
    .filter(([column]) => !STEPS.includes(column) && !SEEDS.includes(column))
    .map(([, { path, value = "null", offset }]) => ({ path, value, offset, ...place }));
}

function placeOf(row: Row): Omit<Point, "value"> {
  const step = STEPS.find((column) => row.has(column));
  const words = (columns: readonly string[]) =>
    columns.filter((column) => row.has(column)).map((column) => wordOf(row.get(column)?.tree));
  const [seeds, [fold = null]] = [words(SEEDS), words(FOLDS)];
  return {
    step: step === undefined ? null : leafNumber(row.get(step)?.tree),
    seed: seeds.length === 0 ? null : seeds.join("/"),
    ...(fold === null ? {} : { fold }),
  };
}

/** One metric for all cells of a name, in the order of their first ones. */
function gather(cells: readonly Placed[], path: string): readonly StatedMetric[] {
  const byName = new Map<string, Placed[]>();
  for (const cell of cells) {
    const key = JSON.stringify(cell.path);
    const known = byName.get(key);
    if (known === undefined) byName.set(key, [cell]);
    else known.push(cell);
  }
  return [...byName.values()].map((found) => toMetric(found, path));
}

function toMetric(cells: readonly Placed[], file: string): StatedMetric {
  const [first] = cells;
  if (first === undefined) throw new RangeError("a metric has at least one cell");
  const { path, offset } = first;
  const odd = cells.find(({ value }) => typeof value === "string");
  if (odd !== undefined) return { path, value: odd.value, offset: odd.offset };
  const placed = cells.some(({ step, seed }) => step !== null || seed !== null);
  if (cells.length === 1 && !placed) return { path, value: first.value, offset };
  refuseTwins(cells, file);
  const points: readonly Point[] = cells.map(({ step, seed, fold, value }, row) => ({
    step: placed ? step : row,
    seed,
    ...(fold === undefined ? {} : { fold }),
    value: Number(value),
  }));
  if (placed) return { path, points, offset };
  const told = `a column of ${cells.length} rows without a step, epoch, seed or fold`;
  return { path, points, value: told, offset };
}

/** A repeated step is a resumed training, whose last word counts; a repeated seed is one too many. */
function refuseTwins(cells: readonly Placed[], file: string): void {
  const seen = new Set<string>();
  const twin = cells.find(({ seed, step }) => {
    const key = JSON.stringify([seed, step]);
    const known = seen.has(key);
    seen.add(key);
    return known && step === null && seed !== null;
  });
  if (twin === undefined) return;
  const message = `${quote(twin.path.join("."))} has two values of seed or fold ${quote(twin.seed)}.`;
  throw new InputError([
    { message, remedy: "Keep one row a seed or fold, or add a column `step`.", path: file },
  ]);
}
