/**
 * The area under the ROC curve of scored rows, with its p-value.
 *
 * @module
 */
import { normalSurvival } from "@ml-gates/statistics";

/** TEMP */
export function mannWhitneyOfCounts(
  scored: readonly { readonly score: number; readonly current: boolean }[],
) {
  const sorted = scored.toSorted((left, right) => left.score - right.score);
  const m = sorted.filter(({ current }) => current).length;
  const n = sorted.length - m;
  let [at, ranks, ties] = [0, 0, 0];
  while (at < sorted.length) {
    let to = at;
    while (to < sorted.length && sorted[to]?.score === sorted[at]?.score) to += 1;
    const size = to - at;
    ranks += sorted.slice(at, to).filter(({ current }) => current).length * ((at + 1 + to) / 2);
    ties += size ** 3 - size;
    at = to;
  }
  const u = ranks - (m * (m + 1)) / 2;
  const all = n + m;
  const variance = ((n * m) / 12) * (all + 1 - ties / (all * (all - 1)));
  const z = (u - (n * m) / 2 - 0.5) / Math.sqrt(variance);
  return { auc: u / (n * m), p: variance === 0 ? 1 : normalSurvival(z) };
}
