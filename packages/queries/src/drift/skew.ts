/**
 * Feature values as they were trained on beside those that were served, entity by entity.
 *
 * @module
 */
import type { SkewSection } from "@ml-gates/gate";
import { comparableText } from "../comparable-text.ts";
import { quoteName } from "../dialect.ts";
import type { QueryPlan } from "../paired-predictions.ts";
import { readCount } from "../read-number.ts";
import type { Column, Table } from "../table.ts";
import { numberColumn } from "./measured-column.ts";

/** The two tables, the key and the columns that are compared. */
export interface SkewTables {
  readonly offline: Table;
  readonly online: Table;
  readonly key: string;
  readonly columns: readonly string[];
  /** Relative. */
  readonly tolerance: number;
}

/** How the values of one column agree. */
export interface SkewCounts {
  readonly column: string;
  /** Entities whose values differ at all; a value on one side only differs. */
  readonly different: number;
  /** Of those, entities whose numbers differ by more than the tolerance; of other types all. */
  readonly beyond: number;
}

/** What a join of the two tables says. */
export interface SkewFacts {
  readonly joined: number;
  readonly onlyOffline: number;
  readonly onlyOnline: number;
  readonly duplicated: { readonly offline: number; readonly online: number };
  readonly columns: readonly SkewCounts[];
}

/**
 * Joins the two tables on the key and counts, for every column, the entities whose values differ.
 *
 * @example
 * planSkew({ offline: { from: "a", columns: [{ name: "k", family: "integer", sqlType: "BIGINT" }], rowNumber: "r" }, online: { from: "b", columns: [{ name: "k", family: "integer", sqlType: "BIGINT" }], rowNumber: "r" }, key: "k", columns: [], tolerance: 0 }).read([{ joined: 3, only_offline: 0, only_online: 0, duplicated_offline: 0, duplicated_online: 0 }]).joined; // => 3
 */
export function planSkew(tables: SkewTables): QueryPlan<SkewFacts> {
  const { columns, key } = tables;
  const side = (table: Table) =>
    `SELECT ${[`${comparableText(columnOf(table, key))} AS k`, ...columns.map((name, index) => `${quoteName(name)} AS v${index}`)].join(", ")} FROM ${table.from}`;
  const both = "a.k IS NOT NULL AND b.k IS NOT NULL";
  const counts = columns.flatMap((name, index) => {
    const { different, beyond } = writeDifference(tables, name, index);
    return [
      `count(*) FILTER (WHERE ${both} AND ${different}) AS different_${index}`,
      `count(*) FILTER (WHERE ${both} AND ${beyond}) AS beyond_${index}`,
    ];
  });
  const repeats = (name: string) => `(SELECT count(k) - count(DISTINCT k) FROM ${name})`;
  return {
    sql:
      `WITH a AS (${side(tables.offline)}), b AS (${side(tables.online)}) SELECT ` +
      `count(*) FILTER (WHERE ${both}) AS joined, count(*) FILTER (WHERE b.k IS NULL) AS only_offline, ` +
      `count(*) FILTER (WHERE a.k IS NULL) AS only_online, ${repeats("a")} AS duplicated_offline, ` +
      `${repeats("b")} AS duplicated_online${counts.map((sql) => `, ${sql}`).join("")} FROM a FULL JOIN b ON a.k = b.k`,
    read: ([row]) => ({
      joined: readCount(row, "joined"),
      onlyOffline: readCount(row, "only_offline"),
      onlyOnline: readCount(row, "only_online"),
      duplicated: {
        offline: readCount(row, "duplicated_offline"),
        online: readCount(row, "duplicated_online"),
      },
      columns: columns.map((column, index) => ({
        column,
        different: readCount(row, `different_${index}`),
        beyond: readCount(row, `beyond_${index}`),
      })),
    }),
  };
}

/** Numbers are compared as numbers whatever their types, everything else as text. */
function writeDifference({ offline, online, tolerance }: SkewTables, name: string, index: number) {
  const [left, right] = [columnOf(offline, name), columnOf(online, name)];
  const [a, b] = [`a.v${index}`, `b.v${index}`];
  if (isNumber(left) && isNumber(right)) {
    const [x, y] = [`CAST(${a} AS DOUBLE)`, `CAST(${b} AS DOUBLE)`];
    const near = `abs(${x} - ${y}) <= ${tolerance} * greatest(abs(${x}), abs(${y}))`;
    return {
      different: `${x} IS DISTINCT FROM ${y}`,
      beyond: `${x} IS DISTINCT FROM ${y} AND NOT coalesce(${near}, false)`,
    };
  }
  const different = `CAST(${a} AS VARCHAR) IS DISTINCT FROM CAST(${b} AS VARCHAR)`;
  return { different, beyond: different };
}

function isNumber({ family }: Column): boolean {
  return family === "integer" || family === "float";
}

function columnOf(table: Table, name: string): Column {
  const column = table.columns.find((each) => each.name === name);
  if (column === undefined) throw new RangeError(`the table has no column ${name}`);
  return column;
}

/** Rows whose features were known only after their label. */
export interface LeakageCounts {
  readonly rows: number;
  readonly late: number;
  /** Rows that lack one of the two times. */
  readonly untimed: number;
}

/**
 * Counts the rows of a table whose feature time is after their label time.
 *
 * @example
 * planLeakage({ from: "t", columns: [{ name: "f", family: "timestamp", sqlType: "TIMESTAMP" }, { name: "l", family: "timestamp", sqlType: "TIMESTAMP" }], rowNumber: "r" }, { featureTime: "f", labelTime: "l" }).read([{ total: 3, late: 1, untimed: 0 }]); // => { rows: 3, late: 1, untimed: 0 }
 */
export function planLeakage(
  table: Table,
  {
    featureTime,
    labelTime,
  }: { readonly [name in keyof Pick<SkewSection, "featureTime" | "labelTime">]: string },
): QueryPlan<LeakageCounts> {
  const time = (name: string) => numberColumn(columnOf(table, name), "datetime").sql;
  return {
    sql:
      `SELECT count(*) AS total, count(*) FILTER (WHERE f > l) AS late, count(*) FILTER (WHERE f IS NULL OR l IS NULL) AS untimed ` +
      `FROM (SELECT ${time(featureTime)} AS f, ${time(labelTime)} AS l FROM ${table.from})`,
    read: ([row]) => ({
      rows: readCount(row, "total"),
      late: readCount(row, "late"),
      untimed: readCount(row, "untimed"),
    }),
  };
}
