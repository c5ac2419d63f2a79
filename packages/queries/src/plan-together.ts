/**
 * Several plans as one statement, so that the engine answers them while something else is done.
 *
 * @module
 */
import type { QueryPlan } from "./paired-predictions.ts";
import type { Row, SqlValue } from "./table.ts";

/**
 * One statement for several plans, answered by name; each reads its rows in the order of their columns.
 *
 * @example
 * planTogether({ n: { sql: "SELECT 7 AS n", read: ([row]) => row.n } }).read([{ p0: [{ n: 7 }] }]); // => { n: 7 }
 */
export function planTogether<Answers extends object>(
  plans: {
    readonly [Name in keyof Answers]: QueryPlan<Answers[Name]>;
  },
): QueryPlan<Answers> {
  const named = Object.entries<QueryPlan<unknown>>(plans);
  const lists = named.map(
    ([, { sql }], index) => `(SELECT list(rows ORDER BY rows) FROM (${sql}) AS rows) AS p${index}`,
  );
  return {
    sql: `SELECT ${["1 AS one", ...lists].join(", ")}`,
    read: ([row]) =>
      Object.fromEntries(
        named.map(([name, { read }], index) => [name, read(readRows(row?.[`p${index}`]))]),
      ) as Answers,
  };
}

function readRows(list: SqlValue | undefined): readonly Row[] {
  return Array.isArray(list) ? list.filter(isRow) : [];
}

function isRow(value: SqlValue): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
