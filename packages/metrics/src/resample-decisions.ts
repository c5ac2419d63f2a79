/**
 * Metrics of decisions by resampling the joint counts of label and both decisions.
 *
 * @module
 */
import type { DecisionCounts } from "@ml-gates/queries";
import {
  bcaInterval,
  bcaTest,
  bootstrapCounts,
  drawCounts,
  drawSwaps,
  permuteCounts,
  type Swapping,
} from "@ml-gates/statistics";
import { CONFIDENCE, type Estimate, testNormal } from "./estimate.ts";

/** A statistic of the cells' weights, in the order of the cells. */
export type OfCells = (weights: readonly number[]) => number;

/** Replicates of every resampling: p-values down to 0.0002. */
const RESAMPLES = 4999;
/** Draws of more cells than this are made anew for each metric, not kept. */
const MOST_KEPT = 64;

/**
 * How the cells of one slice are resampled. All its metrics share the draws; the seed is what is resampled, so that the
 * same counts give the same numbers, whatever order rows come in.
 */
export function resamplingOf({ cells, slice }: Pick<DecisionCounts, "cells" | "slice">): Swapping {
  const counts = cells.map(({ count }) => count);
  const seed = JSON.stringify([slice, cells]);
  const fresh = { counts, resamples: RESAMPLES, seed, swapped: placeMirrors(cells) };
  if (cells.length > MOST_KEPT) return fresh;
  const draws = keep(() => [...drawCounts(fresh)]);
  const swaps = keep(() => [...drawSwaps(fresh)]);
  return {
    ...fresh,
    get draws() {
      return draws();
    },
    get swaps() {
      return swaps();
    },
  };
}

/** Made when it is first asked for. */
function keep<Made>(make: () => Made): () => Made {
  let kept: { readonly made: Made } | null = null;
  return () => {
    kept ??= { made: make() };
    return kept.made;
  };
}

/** What a statistic is estimated from beside its counts. */
export interface Resampled {
  readonly resampling: Swapping;
  readonly standardError: number;
  readonly isChange: boolean;
  readonly identical: boolean;
}

/** Resampled once, when an interval or a test is asked for: most numbers of a report are only shown. */
export function estimateResampled(
  statistic: OfCells,
  { resampling, standardError, isChange, identical }: Resampled,
): Estimate {
  const replicates = keep(() => bootstrapCounts(resampling, statistic));
  const permuted = {
    less: keep(() => permuteCounts(resampling, statistic, "less")),
    greater: keep(() => permuteCounts(resampling, statistic, "greater")),
  };
  const value = statistic(resampling.counts);
  return {
    value,
    get interval() {
      return bcaInterval(replicates(), CONFIDENCE);
    },
    standardError,
    method: isChange ? "permutation-bca" : "bootstrap-bca",
    resamples: RESAMPLES,
    identical,
    test(hypothesis, alternative) {
      if (identical) return testNormal({ value, standardError }, hypothesis, alternative);
      if (!isChange || hypothesis !== 0) return bcaTest(replicates(), hypothesis, alternative);
      return permuted[alternative]();
    },
  };
}

const nameCell = (label: number, one: number | null, other: number | null) => `${label}/${one}/${other}`;

/** Adds, without rows, the cells that rows move to when the two models' decisions are swapped. */
export function addMirrors(counts: DecisionCounts): DecisionCounts {
  const there = new Set(counts.cells.map((cell) => nameCell(cell.label, cell.candidate, cell.baseline)));
  const mirrors = counts.cells.flatMap(({ label, candidate, baseline }) =>
    baseline === null || there.has(nameCell(label, baseline, candidate))
      ? []
      : [{ label, candidate: baseline, baseline: candidate, count: 0, weight: 0, squares: 0 }],
  );
  return { ...counts, cells: [...counts.cells, ...mirrors] };
}

/** For each cell the place of the one that its rows move to. */
function placeMirrors(cells: DecisionCounts["cells"]): readonly number[] {
  const places = new Map(
    cells.map((cell, place) => [nameCell(cell.label, cell.candidate, cell.baseline), place]),
  );
  return cells.map(({ label, candidate, baseline }, place) =>
    baseline === null ? place : (places.get(nameCell(label, baseline, candidate)) ?? place),
  );
}
