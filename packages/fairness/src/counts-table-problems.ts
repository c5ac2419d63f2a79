/**
 * What keeps a table of counts from being judged.
 *
 * @module
 */
import { type Problem, quote } from "@ml-gates/gate";
import { type CountColumns, type CountsTable, listGroupColumns } from "@ml-gates/queries";
import { findMeasure } from "./measures.ts";
import type { DisparityLimit } from "./plan-limits.ts";

const CONFUSION = ["tp", "fp", "fn", "tn"];
const SELECTION = ["n", "selected"];

/**
 * Which counts a table holds, and what is wrong with it: columns that are missing, limits that its counts cannot meet.
 *
 * @example
 * findCountsTableProblems("c.csv", { table: { from: "t", columns: [{ name: "n" }, { name: "selected" }], rowNumber: "r" }, by: [], intersections: [], control: [], bins: {} }, []); // => { holds: "selection", problems: [] }
 */
export function findCountsTableProblems(
  uri: string,
  table: Omit<CountsTable, "holds">,
  limits: readonly DisparityLimit[],
): { readonly holds: CountColumns; readonly problems: readonly Problem[] } {
  const names = table.table.columns.map(({ name }) => name);
  const has = (wanted: readonly string[]) => wanted.every((name) => names.includes(name));
  const holds = has(CONFUSION) || !has(SELECTION) ? "confusion" : "selection";
  const listed = names.slice(0, 20).map(quote).join(", ");
  const counts = [CONFUSION, SELECTION].some(has)
    ? []
    : [
        {
          message: `${quote(uri)} has the columns ${listed}; \`tp\`, \`fp\`, \`fn\`, \`tn\` were wanted, or \`n\` and \`selected\`.`,
          remedy: "Name the columns of counts so.",
        },
      ];
  const groups = listGroupColumns(table)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      message: `${quote(uri)} has no column ${quote(name)}; it has ${listed}.`,
      remedy: "Correct `by`, or add the column of groups.",
    }));
  return { holds, problems: [...counts, ...groups, ...findUnmet(uri, holds, limits)] };
}

/** Rates need labels, and whatever is made of scores needs rows. */
function findUnmet(uri: string, holds: CountColumns, limits: readonly DisparityLimit[]): readonly Problem[] {
  const unmet = limits.filter(({ disparity }) =>
    disparity.rates.some((rate) =>
      holds === "selection" ? rate !== "selection_rate" : findMeasure(rate).needs !== "decisions",
    ),
  );
  const metrics = [...new Set(unmet.map(({ check }) => check.metric))];
  return metrics.map((metric) => ({
    message: `${metric} cannot be had from ${quote(uri)}, which holds counts of ${holds === "selection" ? "selections alone" : "labels and decisions"}.`,
    remedy:
      holds === "selection"
        ? "Write `tp`, `fp`, `fn`, `tn` in place of `n` and `selected`, or limit selection rates."
        : "Name `predictions` in place of `counts`.",
  }));
}
