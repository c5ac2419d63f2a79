/**
 * The same rows in two versions of a table: which came, which went, and how the values of the rest changed.
 *
 * @module
 */
import { type Column, presentValue, quoteName, type Row, type Table } from "@ml-gates/queries";
import { isNumber } from "./column-summary.ts";

/** Two versions of one table. */
export interface Versions {
  readonly base: Table;
  readonly candidate: Table;
}

/** A column's change over the rows that both versions have. */
export interface MatchedColumn {
  readonly name: string;
  /** Share of rows with the same value. */
  readonly same: number;
  /** The commonest ratio of a number to its former value, and the share of rows (former value not 0) that have it. */
  readonly ratio: { readonly value: number; readonly share: number } | null;
  /** The commonest distance of a date from its former one, in days, and the share of rows that have it. */
  readonly shift: { readonly days: number; readonly share: number } | null;
}

/** What a match by key shows. */
export interface MatchedRows {
  readonly key: string;
  readonly both: number;
  readonly added: number;
  readonly gone: number;
  readonly columns: readonly MatchedColumn[];
}

/**
 * Columns by which rows might be matched: in both versions, of one family that names things, with about as many
 * values as rows.
 *
 * @example
 * listKeys([{ name: "id", family: "integer", rows: 9, missingShare: 0, about: 9 }], [{ name: "id", family: "integer", rows: 9, missingShare: 0, about: 9 }]); // => ["id"]
 */
export function listKeys(
  base: readonly {
    name: string;
    family: Column["family"];
    rows: number;
    missingShare: number;
    about: number;
  }[],
  candidate: typeof base,
): readonly string[] {
  const isKey = ({ family, rows, missingShare, about }: (typeof base)[number]) =>
    (family === "integer" || family === "text") && missingShare === 0 && rows > 1 && about >= 0.9 * rows;
  return candidate
    .filter(
      (column) =>
        isKey(column) &&
        base.some((other) => other.name === column.name && other.family === column.family && isKey(other)),
    )
    .map(({ name }) => name);
}

/**
 * Whether a column names each row of a table: one row with `unique`.
 *
 * @example
 * planUnique({ from: "t", columns: [], rowNumber: "r" }, "id"); // => 'SELECT count(DISTINCT "id") = count(*) AS "unique" FROM t'
 */
export function planUnique(table: Table, key: string): string {
  return `SELECT count(DISTINCT ${quoteName(key)}) = count(*) AS "unique" FROM ${table.from}`;
}

/** Columns of both versions that can be compared, but for the key: of one family, or both numbers. */
function sharedColumns({ base, candidate }: Versions, key: string): readonly Column[] {
  const comparable = (one: Column, other: Column) =>
    one.name === other.name && (one.family === other.family || (isNumber(one) && isNumber(other)));
  return candidate.columns.filter(
    (column) => column.name !== key && base.columns.some((other) => comparable(column, other)),
  );
}

function joined({ base, candidate }: Versions, key: string): string {
  const name = quoteName(key);
  return `${base.from} AS b FULL OUTER JOIN ${candidate.from} AS c ON b.${name} = c.${name}`;
}

const of = (side: "b" | "c", column: Column) =>
  presentValue(column).replaceAll(quoteName(column.name), `${side}.${quoteName(column.name)}`);
/** Dates stay text in text files: what reads as a date is one. */
const dateOf = (side: "b" | "c", column: Column) => `TRY_CAST(${of(side, column)} AS DATE)`;
const ratioOf = (column: Column) =>
  `round(CAST(${of("c", column)} AS DOUBLE) / nullif(CAST(${of("b", column)} AS DOUBLE), 0), 6)`;
const shiftOf = (column: Column) => `date_diff('day', ${dateOf("b", column)}, ${dateOf("c", column)})`;
const mayBeDate = ({ family }: Column) => family === "text" || family === "date" || family === "timestamp";

/**
 * One row: rows in both, added, gone; for each shared column the rows with the same value and the commonest ratio or
 * shift with its count.
 *
 * @example
 * planMatch({ base: { from: "b", columns: [], rowNumber: "r" }, candidate: { from: "c", columns: [], rowNumber: "r" } }, "id").endsWith('FROM b AS b FULL OUTER JOIN c AS c ON b."id" = c."id"'); // => true
 */
export function planMatch(versions: Versions, key: string): string {
  const name = quoteName(key);
  const asked = sharedColumns(versions, key).map((column, index) => {
    const change = isNumber(column) ? ratioOf(column) : mayBeDate(column) ? shiftOf(column) : "NULL";
    return `count(*) FILTER (WHERE present AND ${of("c", column)} IS NOT DISTINCT FROM ${of("b", column)}) AS same${index}, mode(${change}) FILTER (WHERE present) AS change${index}, count(${change}) FILTER (WHERE present) AS changes${index}`;
  });
  const counts = [
    "count(*) FILTER (WHERE present) AS both_n",
    `count(*) FILTER (WHERE b.${name} IS NULL) AS added_n`,
    `count(*) FILTER (WHERE c.${name} IS NULL) AS gone_n`,
  ];
  const present = `(b.${name} IS NOT NULL AND c.${name} IS NOT NULL)`;
  return `SELECT ${[...counts, ...asked].join(", ").replaceAll(/\bpresent\b/g, present)} FROM ${joined(versions, key)}`;
}

/**
 * One row: for each shared column with a commonest change, how many rows have just that one. Null when none has.
 *
 * @example
 * planShares({ base: { from: "b", columns: [], rowNumber: "r" }, candidate: { from: "c", columns: [], rowNumber: "r" } }, "id", {}); // => null
 */
export function planShares(versions: Versions, key: string, match: Row): string | null {
  const asked = sharedColumns(versions, key).flatMap((column, index) => {
    const change = match[`change${index}`];
    if (change === null || change === undefined || (!isNumber(column) && !mayBeDate(column))) return [];
    const measured = isNumber(column) ? ratioOf(column) : shiftOf(column);
    return [`count(*) FILTER (WHERE ${measured} = ${Number(change)}) AS share${index}`];
  });
  return asked.length === 0 ? null : `SELECT ${asked.join(", ")} FROM ${joined(versions, key)}`;
}

/**
 * What both rows say.
 *
 * @example
 * readMatch({ base: { from: "b", columns: [], rowNumber: "r" }, candidate: { from: "c", columns: [], rowNumber: "r" } }, "id", { both_n: 3, added_n: 1, gone_n: 0 }); // => { key: "id", both: 3, added: 1, gone: 0, columns: [] }
 */
export function readMatch(versions: Versions, key: string, row: Row): MatchedRows {
  const both = Number(row["both_n"]);
  return {
    key,
    both,
    added: Number(row["added_n"]),
    gone: Number(row["gone_n"]),
    columns: sharedColumns(versions, key).map((column, index) => {
      const value = row[`change${index}`];
      const of = Number(row[`changes${index}`]);
      const share = of === 0 ? 0 : Number(row[`share${index}`] ?? 0) / of;
      const changed = value === null || value === undefined ? null : { value: Number(value), share };
      return {
        name: column.name,
        same: both === 0 ? 1 : Number(row[`same${index}`]) / both,
        ratio: isNumber(column) ? changed : null,
        shift: changed !== null && mayBeDate(column) ? { days: changed.value, share } : null,
      };
    }),
  };
}

/**
 * One row: for each pair of columns, the rows in which their values have changed places; null for no pairs.
 *
 * @example
 * planSwaps({ base: { from: "b", columns: [], rowNumber: "r" }, candidate: { from: "c", columns: [], rowNumber: "r" } }, "id", []); // => null
 */
export function planSwaps(
  versions: Versions,
  key: string,
  pairs: readonly (readonly [string, string])[],
): string | null {
  if (pairs.length === 0) return null;
  const text = (side: "b" | "c", name: string) => `CAST(${side}.${quoteName(name)} AS VARCHAR)`;
  const asked = pairs.map(
    ([one, other], index) =>
      `count(*) FILTER (WHERE ${text("c", one)} = ${text("b", other)} AND ${text("c", other)} = ${text("b", one)}) AS swapped${index}`,
  );
  return `SELECT ${asked.join(", ")} FROM ${joined(versions, key)}`;
}
