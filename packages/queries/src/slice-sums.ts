/**
 * Sums and sums of products over all rows and every group: what a smooth statistic and its variance are made of.
 *
 * @module
 */
import type { PairedTable, Slice } from "./pair-predictions.ts";
import type { QueryPlan } from "./paired-predictions.ts";
import { readCount, readNumber } from "./read-number.ts";
import type { Row } from "./table.ts";

/**
 * Totals of features over the rows of a slice, and totals of their products over its units: clusters where there
 * are any, else rows. A linear combination g of the totals with mean zero has the variance Σ g_i g_j product(i, j).
 */
export interface SliceSums {
  readonly slice: Slice | null;
  /** Rows. */
  readonly n: number;
  /** Independent units: clusters, else rows. */
  readonly units: number;
  readonly totals: Readonly<Record<string, number>>;
  /** By the two features' names in the order they were given. */
  readonly products: Readonly<Record<string, number>>;
  /** Plain maxima that were asked for beside. */
  readonly largest: Readonly<Record<string, number>>;
}

/** What is summed: named SQL expressions over `from`. */
export interface SumsAsk {
  readonly from: string;
  readonly features: Readonly<Record<string, string>>;
  /** Pairs of features; a pair is written `a*b`. */
  readonly products: readonly (readonly [string, string])[];
  /** Maxima over rows. */
  readonly largest?: Readonly<Record<string, string>>;
  /** Column of `from` that names a unit; null when every row is one. */
  readonly unit: string | null;
  /** Whether `from` already has a column `sid`, the number of its slice. */
  readonly sliced?: boolean;
}

/**
 * One scan for all of it. Groups are crossed first and rolled up after, so that many group columns cost one scan.
 *
 * @example
 * planSliceSums({ pair: { candidate: { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, baseline: null }, vocabulary: { classes: null, groups: {} }, positive: null, slices: [] }, { from: "pairs", features: { a: "s" }, products: [["a", "a"]], unit: null }).read([{ sid: 0, n: 2, units: 2, t0: 3, p0: 5 }]); // => [{ slice: null, n: 2, units: 2, totals: { a: 3 }, products: { "a*a": 5 }, largest: {} }]
 */
export function planSliceSums(paired: PairedTable, ask: SumsAsk): QueryPlan<readonly SliceSums[]> {
  return {
    sql: ask.unit === null ? sumRows(paired, ask) : sumUnits(paired, ask),
    read: (rows) =>
      rows
        .map((row) => readSums(row, paired, ask))
        .sort((a, b) => a.sid - b.sid)
        .map(({ sid: _, ...sums }) => sums),
  };
}

/** SQL for the numbers of all slices that a row lies in, from its group columns. */
export function sliceIds({ pair, vocabulary }: PairedTable): string {
  let offset = 0;
  const ids = pair.candidate.by.map((column, index) => {
    const id = `${offset} + CAST(g${index} AS INTEGER)`;
    offset += vocabulary.groups[column]?.length ?? 0;
    return id;
  });
  return `[${["0", ...ids].join(", ")}]`;
}

function groupsOf({ pair }: PairedTable, { sliced }: SumsAsk): readonly string[] {
  return sliced ? ["sid"] : pair.candidate.by.map((_, index) => `g${index}`);
}

function listFeatures({ features }: SumsAsk): string {
  return Object.values(features)
    .map((sql, index) => `${sql} AS f${index}`)
    .join(", ");
}

function nameProducts({ features, products }: SumsAsk): readonly string[] {
  const names = Object.keys(features);
  return products.map(([a, b]) => `f${names.indexOf(a)} * f${names.indexOf(b)}`);
}

function selectSums(ask: SumsAsk, parts: readonly string[]): string {
  const largest = Object.keys(ask.largest ?? {});
  return [...parts, ...largest.map((_, index) => `max(m${index}) AS m${index}`)].join(", ");
}

function listLargest({ largest }: SumsAsk): readonly string[] {
  return Object.values(largest ?? {}).map((sql, index) => `${sql} AS m${index}`);
}

/** Rows as units: products are summed in the scan itself. */
function sumRows(paired: PairedTable, ask: SumsAsk): string {
  const groups = groupsOf(paired, ask);
  const totals = Object.keys(ask.features).map((_, index) => `sum(f${index}) AS t${index}`);
  const products = nameProducts(ask).map((sql, index) => `sum(${sql}) AS p${index}`);
  const source = [...groups, listFeatures(ask), ...listLargest(ask)].join(", ");
  const crossed =
    `SELECT ${selectSums(ask, [...groups, "count(*) AS n", ...totals, ...products])} ` +
    `FROM (SELECT ${source} FROM ${ask.from}) GROUP BY ALL`;
  const names = [...totals, ...products].map((sum) => sum.slice(sum.lastIndexOf(" ") + 1));
  const rolled = selectSums(ask, [
    "sid",
    "sum(n) AS n",
    "sum(n) AS units",
    ...names.map((name) => `sum(${name}) AS ${name}`),
  ]);
  return `SELECT ${rolled} FROM (${withSid(paired, ask, crossed)}) GROUP BY sid`;
}

/** Clusters as units: a cluster's totals come first, then their products. */
function sumUnits(paired: PairedTable, ask: SumsAsk): string {
  const groups = groupsOf(paired, ask);
  const features = Object.keys(ask.features).map((_, index) => `sum(f${index}) AS f${index}`);
  const source = [...groups, `${ask.unit} AS u`, listFeatures(ask), ...listLargest(ask)].join(", ");
  const crossed =
    `SELECT ${selectSums(ask, [...groups, "u", "count(*) AS n", ...features])} ` +
    `FROM (SELECT ${source} FROM ${ask.from}) GROUP BY ALL`;
  const units =
    `SELECT ${selectSums(ask, ["sid", "u", "sum(n) AS n", ...features])} ` +
    `FROM (${withSid(paired, ask, crossed)}) GROUP BY sid, u`;
  const totals = features.map((_, index) => `sum(f${index}) AS t${index}`);
  const products = nameProducts(ask).map((sql, index) => `sum(${sql}) AS p${index}`);
  const parts = ["sid", "sum(n) AS n", "count(*) AS units", ...totals, ...products];
  return `SELECT ${selectSums(ask, parts)} FROM (${units}) GROUP BY sid`;
}

function withSid(paired: PairedTable, { sliced }: SumsAsk, crossed: string): string {
  return sliced ? crossed : `SELECT *, unnest(${sliceIds(paired)}) AS sid FROM (${crossed})`;
}

function readSums(row: Row, { slices }: PairedTable, ask: SumsAsk): SliceSums & { readonly sid: number } {
  const sid = readCount(row, "sid");
  const number = (name: string) => readNumber(row[name] ?? 0);
  return {
    sid,
    slice: sid === 0 ? null : (slices[sid - 1] ?? null),
    n: readCount(row, "n"),
    units: readCount(row, "units"),
    totals: Object.fromEntries(Object.keys(ask.features).map((name, index) => [name, number(`t${index}`)])),
    products: Object.fromEntries(ask.products.map(([a, b], index) => [`${a}*${b}`, number(`p${index}`)])),
    largest: Object.fromEntries(
      Object.keys(ask.largest ?? {}).map((name, index) => [name, number(`m${index}`)]),
    ),
  };
}
