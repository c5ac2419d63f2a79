/**
 * A table of counts in place of rows: the same roll-ups, where rows may not leave the place they were scored in.
 *
 * @module
 */
import { type CountsByGroup, readCountsByGroup } from "./count-by-group.ts";
import { type Groupings, groupAliases, groupTexts, projectGroups, writeSets } from "./count-by-group-sets.ts";
import { quoteName } from "./dialect.ts";
import type { QueryPlan } from "./paired-predictions.ts";
import { readCount } from "./read-number.ts";
import type { Table } from "./table.ts";

/** What a table of counts holds beside its group columns: confusion counts, or how many were selected out of n. */
export type CountColumns = "confusion" | "selection";

/** A table of counts, its groups, and which counts it has. */
export interface CountsTable extends Groupings {
  readonly table: Table;
  readonly holds: CountColumns;
}

/**
 * The cells of each row. Of a selection nothing is known of labels: the selected lie beside the negatives, and only
 * selection rates may be made of them.
 */
const WRITTEN = {
  confusion: {
    truePositives: quoteName("tp"),
    falsePositives: quoteName("fp"),
    falseNegatives: quoteName("fn"),
    trueNegatives: quoteName("tn"),
  },
  selection: {
    truePositives: "0",
    falsePositives: quoteName("selected"),
    falseNegatives: "0",
    trueNegatives: `${quoteName("n")} - ${quoteName("selected")}`,
  },
} as const;

/**
 * Sums the counts of every group. `faulty` rows hold a count that is missing, negative or no whole number.
 *
 * @example
 * planCountsTable({ table: { from: "t", columns: [], rowNumber: "r" }, holds: "confusion", by: [], intersections: [], control: [], bins: {} }).read([]).faulty; // => 0
 */
export function planCountsTable(counts: CountsTable): QueryPlan<CountsByGroup & { readonly faulty: number }> {
  const cells = Object.entries(WRITTEN[counts.holds]);
  const { selected, sql } = writeSets(counts);
  const groups = [...projectGroups(counts)];
  const rows = [...groups, ...cells.map(([name, written]) => `${written} AS "${name}"`)].join(", ");
  const sound = cells.map(([name]) => `("${name}" >= 0 AND "${name}" = floor("${name}"))`).join(" AND ");
  const names = cells.map(([name]) => `"${name}"`);
  const levels = groupAliases(counts).map(
    (alias) => `(SELECT count(DISTINCT ${alias}) FROM f) AS levels_${alias}`,
  );
  const aggregates = [
    `coalesce(sum(${names.join(" + ")}), 0) AS total`,
    ...names.flatMap((name) => [
      `coalesce(sum(${name}), 0) AS ${name}`,
      `coalesce(sum(${name}), 0) AS ${name.slice(0, -1)}_squared"`,
    ]),
    "0 AS missing_y, 0 AS missing_p, 0 AS missing_w",
    "count(*) FILTER (WHERE NOT sound) AS faulty",
  ];
  const texts = [...groupTexts(counts.table, counts), ...names].join(", ");
  return {
    sql:
      `WITH raw AS (SELECT ${rows} FROM ${counts.table.from}), ` +
      `f AS MATERIALIZED (SELECT ${texts}, coalesce(${sound}, FALSE) AS sound FROM raw) ` +
      `SELECT ${[...selected, ...levels, ...aggregates].join(", ")} FROM f ${sql}`,
    read: (found) => {
      const whole = found.find((row) =>
        groupAliases(counts).every((alias) => Number(row[`rolled_${alias}`]) === 1),
      );
      return {
        ...readCountsByGroup(found, counts, false),
        faulty: whole === undefined ? 0 : readCount(whole, "faulty"),
      };
    },
  };
}
