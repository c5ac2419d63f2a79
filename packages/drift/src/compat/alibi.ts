/**
 * alibi-detect 0.13's `TabularDrift`: Kolmogorov-Smirnov or chi-square a column, Bonferroni over all.
 *
 * @module
 */
import { chiSquareContingency, kolmogorovSmirnov } from "@ml-gates/statistics";
import type { PeerColumn, PeerFinding, PeerVerdict } from "./peer-column.ts";

const ALPHA = 0.05;

/**
 * alibi-detect's verdict: the batch has drifted when some column's p is below 0.05 over the number of columns. Its
 * statistics are single-precision numbers.
 *
 * @example
 * judgeAsAlibi([]).drifted; // => false
 */
export function judgeAsAlibi(columns: readonly PeerColumn[]): PeerVerdict {
  const found = columns.map(judgeColumn);
  const threshold = ALPHA / found.length;
  return {
    columns: found,
    drifted: found.some(({ p }) => p !== null && p < threshold),
    rule: "the p-value of a column is below 0.05 over the number of columns",
  };
}

function judgeColumn({ name, numbers, categories }: PeerColumn): PeerFinding {
  const pair = numbers ?? categories ?? { reference: [], current: [] };
  const test =
    numbers === null
      ? chiSquareContingency({ table: [pair.reference, pair.current] })
      : kolmogorovSmirnov({ ...numbers, alternative: "two-sided", method: "asymptotic" });
  const { statistic, p } = "undefined" in test ? { statistic: Number.NaN, p: Number.NaN } : test;
  const single = Math.fround(p);
  return {
    name,
    method: numbers === null ? "chi2" : "ks",
    statistic: Math.fround(statistic),
    threshold: ALPHA,
    drifted: single < ALPHA,
    p: single,
    statistics: null,
  };
}
