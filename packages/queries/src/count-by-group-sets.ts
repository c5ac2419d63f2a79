/**
 * Which groups a scan is rolled up to: columns one by one, their intersections, all of it within control columns.
 *
 * @module
 */
import { comparableText } from "./comparable-text.ts";
import { quoteName, quoteText } from "./dialect.ts";
import type { QueryPlan } from "./paired-predictions.ts";
import { quoteNumber } from "./quote-number.ts";
import type { Column, Row, SqlValue, Table } from "./table.ts";

/** How rows fall into groups. */
export interface Groupings {
  readonly by: readonly string[];
  /** Columns whose values together make a group. */
  readonly intersections: readonly (readonly string[])[];
  /** Groups are compared only within one combination of these columns' values. */
  readonly control: readonly string[];
  /** Cut points of numeric columns, rising; a column with none is grouped by its values. */
  readonly bins: Readonly<Record<string, readonly number[]>>;
}

/** The rows an aggregate is of: those with these values in these columns. No columns: all rows of the control cell. */
export interface GroupKey {
  readonly columns: readonly string[];
  /** In the order of `columns`; null stands for rows without a value. */
  readonly values: readonly (string | null)[];
  /** In the order of `control`. */
  readonly within: readonly (string | null)[];
}

/** Cells of an answer; files of more are refused by their columns' levels, which the first row tells. */
const MOST_ROWS = 200_000;

/** Parts of a cell: two models' score bins. */
const MOST_PARTS = 100;

/**
 * Every column that groups or controls, once; its alias in a plan is `g` and its place here.
 *
 * @example
 * listGroupColumns({ by: ["SEX"], intersections: [["SEX", "AGE"]], control: ["region"], bins: {} }); // => ["region", "SEX", "AGE"]
 */
export function listGroupColumns({ by, intersections, control }: Groupings): readonly string[] {
  return [...new Set([...control, ...by, ...intersections.flat()])];
}

/**
 * What makes a group of columns: each column by itself, then the intersections.
 *
 * @example
 * listGroupings({ by: ["SEX"], intersections: [["SEX", "AGE"]], control: [], bins: {} }); // => [["SEX"], ["SEX", "AGE"]]
 */
export function listGroupings({ by, intersections }: Groupings): readonly (readonly string[])[] {
  return [...by.map((column) => [column]), ...intersections];
}

/** The aliases of all group columns: `g0`, `g1` …. */
export function groupAliases(groupings: Groupings): readonly string[] {
  return listGroupColumns(groupings).map((_, index) => `g${index}`);
}

/** Every group column as it lies in the table, binned where cut points are given, under its alias. */
export function projectGroups(groupings: Groupings): readonly string[] {
  return listGroupColumns(groupings).map((name, index) => {
    const cuts = groupings.bins[name];
    return `${cuts === undefined ? quoteName(name) : binned(name, cuts)} AS g${index}`;
  });
}

/** The aliases as text. Cells are few: converting them, not the rows, is what makes the scan fast. */
export function groupTexts(table: Table, groupings: Groupings): readonly string[] {
  return listGroupColumns(groupings).map((name, index) => {
    const column = table.columns.find((each) => each.name === name);
    if (column === undefined || groupings.bins[name] !== undefined) return `g${index}`;
    return `${textUnder(column, `g${index}`)} AS g${index}`;
  });
}

/** A column's comparable text, where the column now goes by another name. */
export function textUnder(column: Column, alias: string): string {
  return comparableText({ ...column, name: alias });
}

function binned(name: string, cuts: readonly number[]): string {
  const value = `CAST(${quoteName(name)} AS DOUBLE)`;
  const labels = nameBins(cuts);
  const cases = cuts.map(
    (cut, index) => `WHEN ${value} < ${quoteNumber(cut)} THEN ${quoteText(labels[index] ?? "")}`,
  );
  const missing = `WHEN ${value} IS NULL OR ${value} = 'NaN'::DOUBLE THEN NULL`;
  return `CASE ${[missing, ...cases].join(" ")} ELSE ${quoteText(labels.at(-1) ?? "")} END`;
}

/**
 * What the groups of a binned column are called; a bin holds its lower end.
 *
 * @example
 * nameBins([25, 45]); // => ["< 25", "25 to < 45", ">= 45"]
 */
export function nameBins(cuts: readonly number[]): readonly string[] {
  const between = cuts.slice(1).map((cut, index) => `${cuts[index]} to < ${cut}`);
  return [`< ${cuts[0]}`, ...between, `>= ${cuts.at(-1)}`];
}

/** The tail of a statement over `f`: roll-ups, all rows first, and the columns that tell them apart. */
export function writeSets(
  groupings: Groupings,
  extra: readonly string[] = [],
): {
  readonly selected: readonly string[];
  readonly sql: string;
} {
  const aliases = groupAliases(groupings);
  const aliasOf = (name: string) => `g${listGroupColumns(groupings).indexOf(name)}`;
  const sets = [[], ...listGroupings(groupings)].map((columns) => [...groupings.control, ...columns]);
  const all = groupings.control.length === 0 ? sets : [[], ...sets];
  const written = all.map((columns) => `(${[...columns.map(aliasOf), ...extra].join(", ")})`);
  const rolled = aliases.map((alias) => `GROUPING(${alias})`);
  const order = rolled.length === 0 ? "" : ` ORDER BY ${rolled.join(" + ")} DESC`;
  return {
    selected: [...aliases, ...aliases.map((alias) => `GROUPING(${alias}) AS rolled_${alias}`)],
    sql: `GROUP BY GROUPING SETS (${written.join(", ")})${order} LIMIT ${extra.length === 0 ? MOST_ROWS : MOST_ROWS * MOST_PARTS}`,
  };
}

/** Which group a row of the answer is; null for all rows together where control columns split them. */
export function readKey(row: Row, groupings: Groupings): GroupKey | null {
  const names = listGroupColumns(groupings);
  const present = names.filter((_, index) => Number(row[`rolled_g${index}`]) === 0);
  if (groupings.control.some((name) => !present.includes(name))) return null;
  const textOf = (name: string) => readText(row[`g${names.indexOf(name)}`]);
  const grouped = present.filter((name) => !groupings.control.includes(name));
  const columns =
    listGroupings(groupings).find(
      (each) => each.length === grouped.length && each.every((name) => grouped.includes(name)),
    ) ?? [];
  return { columns, values: columns.map(textOf), within: groupings.control.map(textOf) };
}

function readText(value: SqlValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** Code-unit order of columns' places, control cells and values, as every list of a report. */
export function byKey(groupings: Groupings): (left: GroupKey, right: GroupKey) => number {
  const order = listGroupings(groupings).map((columns) => columns.join("\0"));
  const place = ({ columns }: GroupKey) => order.indexOf(columns.join("\0"));
  const text = (values: readonly (string | null)[]) => values.map((value) => value ?? "").join("\0");
  return (left, right) =>
    place(left) - place(right) ||
    compare(text(left.within), text(right.within)) ||
    compare(text(left.values), text(right.values));
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * The quartiles of numeric columns, as cut points to write; none for a column that holds no numbers.
 *
 * @example
 * planCutPoints("t", ["AGE"]).read([{ q0: [25, 40, 61] }]); // => { AGE: [25, 40, 61] }
 */
export function planCutPoints(
  from: string,
  names: readonly string[],
): QueryPlan<Readonly<Record<string, readonly number[]>>> {
  const quartiles = names.map((name, index) => {
    const value = `TRY_CAST(CAST(${quoteName(name)} AS VARCHAR) AS DOUBLE)`;
    return `CASE WHEN count(${value}) = count(${quoteName(name)}) THEN quantile_disc(${value}, [0.25, 0.5, 0.75]) END AS q${index}`;
  });
  return {
    sql: `SELECT ${quartiles.join(", ")} FROM ${from}`,
    read: ([row]) =>
      Object.fromEntries(
        names.flatMap((name, index) => {
          const found = row?.[`q${index}`];
          const cuts = Array.isArray(found) ? [...new Set(found.map(Number))].filter(Number.isFinite) : [];
          return cuts.length === 0 ? [] : [[name, cuts]];
        }),
      ),
  };
}
