/**
 * The columns of two tables as peers see them.
 *
 * @module
 */
import type { PlannedColumn, UnplannedColumn } from "../plan-columns.ts";

/**
 * Peers judge numbers and categories: a text is a category to them, a date is nothing they judge.
 *
 * @example
 * asPeersSee([{ name: "a", role: "feature", options: [] }]).planned.length; // => 1
 */
export function asPeersSee(columns: readonly (PlannedColumn | UnplannedColumn)[]): {
  readonly planned: readonly PlannedColumn[];
  readonly unplanned: readonly UnplannedColumn[];
} {
  const seen = columns.map((column) => {
    if (!("options" in column)) return column;
    return column.options[0]?.kind === "datetime" ? refuseDate(column) : column;
  });
  return {
    planned: seen
      .filter((column): column is PlannedColumn => "options" in column)
      .map((column) => ({ ...column, options: column.options.slice(0, 1) })),
    unplanned: seen.filter((column): column is UnplannedColumn => !("options" in column)),
  };
}

function refuseDate({ name, role }: PlannedColumn): UnplannedColumn {
  return {
    name,
    role,
    reason: "type-unsupported",
    why: `${name} is a date or time, for which the peer has no statistic.`,
    remedy: "Exclude the column, or judge it without `compat`.",
  };
}
