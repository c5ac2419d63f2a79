/**
 * Columns that have no distance, and why.
 *
 * @module
 */
import { type DriftSection, type Finding, finding, quote, type Severity } from "@ml-gates/gate";
import { type FactsPair, hasTooManyCategories, MOST_CATEGORIES, type SettledColumn } from "./distribution.ts";
import type { ColumnRole, UnplannedColumn } from "./plan-columns.ts";
import type { Slice } from "./plan-trials.ts";

/** A finding's parts that say why there is no number. */
interface Unjudged {
  readonly outcome: "inconclusive" | "not-evaluable";
  readonly reason: string;
  readonly why: string;
  readonly remedy: string;
}

/**
 * Why a settled column cannot be judged; null when it can. The minimum is tested first.
 *
 * @example
 * findUnjudged({ name: "a", facts: { reference: { rows: 9, present: 9, infinite: 0 }, current: { rows: 9, present: 9, infinite: 0 } }, option: { reference: { scale: "number" } } }, 100)?.reason; // => "too-few-rows"
 */
export function findUnjudged(column: SettledColumn, minimum: number): Unjudged | null {
  const { name, facts, option } = column;
  const side = fewest(facts);
  if (side.values === 0 && side.rows >= minimum) {
    return {
      outcome: "not-evaluable",
      reason: "all-missing",
      why: `${name} has no value in any of the ${side.rows} rows of ${side.words}.`,
      remedy: "Look at the join or job that fills the column, or exclude it.",
    };
  }
  if (side.values < minimum) {
    return {
      outcome: "inconclusive",
      reason: "too-few-rows",
      why: `${name} has ${side.values} values in ${side.words}, fewer than the minimum of ${minimum}.`,
      remedy: `Judge at least ${minimum} rows with a value on each side.`,
    };
  }
  if (option.reference.scale === "number" || !hasTooManyCategories(facts)) return null;
  return {
    outcome: "not-evaluable",
    reason: "too-many-categories",
    why: `${name} has more than ${MOST_CATEGORIES} distinct values: each is too rare to compare.`,
    remedy: `Exclude it, or judge it as ${option.kind === "categorical" ? "`text` (its length) or `numeric`" : "another kind"} under \`drift.columns.kinds\`, or bin it before.`,
  };
}

/**
 * The finding of tables of which one has no rows: its columns have no types to compare either.
 *
 * @example
 * reportNoRows(["new.csv"]).why; // => "There are no rows in \"new.csv\"."
 */
export function reportNoRows(uris: readonly string[]): Finding {
  return finding({
    id: "rows",
    kind: "drift",
    check: {},
    severity: "block",
    outcome: "inconclusive",
    reason: "no-rows",
    n: 0,
    why: `There are no rows in ${uris.map(quote).join(" and ")}.`,
    remedy: "Look at the step that writes the file.",
  });
}

function fewest({ reference, current }: FactsPair) {
  const left = {
    values: reference.present - reference.infinite,
    rows: reference.rows,
    words: "the reference",
  };
  const right = { values: current.present - current.infinite, rows: current.rows, words: "the current data" };
  return left.values <= right.values ? left : right;
}

/** The finding of a settled column that cannot be judged. */
export function reportUnjudged(
  { name, role }: Pick<SettledColumn, "name" | "role">,
  told: Unjudged,
  { section, slice }: { readonly section: DriftSection; readonly slice: Slice | null },
): Finding {
  return finding({
    id: `${name}/drift${slice === null ? "" : `/${slice.column}=${slice.value}`}`,
    kind: "drift",
    check: { column: name },
    severity: severityOf(name, role, section),
    source: section.source,
    slice: slice === null ? null : { [slice.column]: slice.value },
    ...told,
    // A small group is no news; all rows together being too few is.
    ...(slice !== null && told.reason === "too-few-rows" ? { outcome: "skipped" as const } : {}),
  });
}

/** A column that was there and is not, or is of another type, blocks: what reads it is broken. A new one only warns. */
export function reportUnplanned(column: UnplannedColumn, section: DriftSection): Finding {
  const { name, reason, why, remedy } = column;
  return finding({
    id: `${name}/drift`,
    kind: "drift",
    check: { column: name },
    severity:
      reason === "column-added" || reason === "type-unsupported"
        ? severityOf(name, column.role, section)
        : "block",
    source: section.source,
    outcome: "not-evaluable",
    reason,
    why,
    remedy,
  });
}

export function severityOf(name: string, role: ColumnRole, { columns }: DriftSection): Severity {
  return role !== "feature" || columns.critical.includes(name) ? "block" : "warn";
}
