/**
 * A group of which only the counts are known, as the tests' tables give it.
 *
 * @module
 */
import type { ConfusionCounts, PairedCell } from "@ml-gates/queries";
import type { GroupRows } from "../src/metric-frame.ts";

/** The group's rows: every weight is one, and nothing but decisions was counted. */
export function rowsOfCounts(counts: ConfusionCounts, pairs: readonly PairedCell[] | null = null): GroupRows {
  return {
    ...{ rows: 0, counts, squares: counts, pairs },
    ...{ moments: {}, bins: [], pairedBins: null, area: null },
  };
}
