/**
 * Groups of keys within the scan of everything else: the scan keeps the keys' values, which are grouped thereafter.
 *
 * @module
 */
import { firstRows } from "./first-rows.ts";
import { type Ask, GROUP_FACTS, planStatements, type RowsAsk, type Statement } from "./plan-statements.ts";
import type { Table } from "./table.ts";

/** The first rows of a table, numbered. */
export interface Head {
  /** Ready to stand after FROM. */
  readonly from: string;
  readonly rowNumber: string;
}

/** A fact about the groups of a key among all rows. */
export type GatheredAsk = Extract<Ask, { of: "groups" }>;

/**
 * One statement that answers aggregates, and facts about keys that are to be kept: a sample holds what stands among
 * the first rows alone. Null where the aggregates are too many for one scan.
 *
 * @example
 * planGathered({ from: "t", columns: [], rowNumber: "r" }, { head: { from: "h", rowNumber: "n" }, rows: [], groups: [{ of: "groups", key: "k", take: "repeated" }] }).asks.length; // => 1
 */
export function planGathered(
  table: Table,
  {
    head,
    rows,
    groups,
  }: { readonly head: Head; readonly rows: readonly RowsAsk[]; readonly groups: readonly GatheredAsk[] },
): Statement | null {
  const keys = [...new Set(groups.map(({ key }) => key))];
  const lists = keys.map((key): RowsAsk => ({ of: "rows", sql: `list(${key})` }));
  const [scan, ...more] = planStatements(table, [...rows, ...lists]);
  if (scan === undefined || more.length > 0) return null;
  const aggregates = scan.asks.slice(0, -lists.length);
  const grouped = keys.flatMap((_, index) => {
    const values = `SELECT unnest(a${aggregates.length + index}) AS value FROM scan`;
    return [
      `keys${index} AS MATERIALIZED (SELECT value, count(*) AS members FROM (${values}) WHERE value IS NOT NULL GROUP BY ALL)`,
      `facts${index} AS MATERIALIZED (SELECT ${GROUP_FACTS.all} FROM keys${index})`,
    ];
  });
  const answers = groups.map(({ key, take }, index) => {
    const at = keys.indexOf(key);
    const repeated = `SELECT value FROM keys${at} WHERE members > 1`;
    const answer =
      take === "sample"
        ? `SELECT ${firstRows(key, head.rowNumber, table.sampling)} FROM ${head.from} WHERE ${key} IN (${repeated})`
        : `SELECT ${GROUP_FACTS.names[take]} FROM facts${at}`;
    return `(${answer}) AS a${aggregates.length + index}`;
  });
  const told = [...aggregates.map((_, index) => `a${index}`), ...answers];
  return {
    sql: `WITH scan AS MATERIALIZED (${scan.sql}), ${grouped.join(", ")} SELECT ${told.join(", ")} FROM scan`,
    asks: [...aggregates, ...groups],
  };
}
