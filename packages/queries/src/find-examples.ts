/**
 * Rows that only one of two models decides rightly.
 *
 * @module
 */
import type { PairedTable } from "./pair-predictions.ts";
import type { QueryPlan } from "./paired-predictions.ts";
import { readCount } from "./read-number.ts";

/** A row by its key, with label and decisions as the files write them. */
export interface FlippedRow {
  readonly key: string;
  readonly change: "lost" | "gained";
  readonly label: string;
  readonly candidate: string;
  readonly baseline: string;
}

/**
 * The first rows, in the order of their keys, that the candidate lost and that it gained: at most `most` of each.
 *
 * @example
 * planFlippedRows({ pair: { candidate: { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, baseline: null }, vocabulary: { classes: ["0", "1"], groups: {} }, positive: 2, slices: [] }, 5).read([{ k: 7, y: 1, p: 2, q: 1 }]); // => [{ key: "7", change: "lost", label: "0", candidate: "1", baseline: "0" }]
 */
export function planFlippedRows({ vocabulary }: PairedTable, most: number): QueryPlan<readonly FlippedRow[]> {
  const text = (position: number) => vocabulary.classes?.[position - 1] ?? "";
  const rows = (test: string) => `(SELECT k, y, p, q FROM pairs WHERE ${test} ORDER BY k LIMIT ${most})`;
  return {
    sql: `${rows("q = y AND p <> y")} UNION ALL ${rows("p = y AND q <> y")}`,
    read: (found) =>
      found.map((row) => {
        const [label, candidate, baseline] = [readCount(row, "y"), readCount(row, "p"), readCount(row, "q")];
        return {
          key: String(row["k"]),
          change: baseline === label ? ("lost" as const) : ("gained" as const),
          label: text(label),
          candidate: text(candidate),
          baseline: text(baseline),
        };
      }),
  };
}
