/**
 * The Kullback-Leibler divergence of a column from a written distribution.
 *
 * @module
 */
import { sum } from "./naive-numbers.ts";
import type { Kwargs } from "./naive-rows.ts";
import { type Cell, sameCell } from "./naive-table.ts";

interface Partition {
  readonly values?: readonly Cell[];
  readonly bins?: readonly number[];
  readonly weights: readonly number[];
  readonly tail_weights?: readonly [number, number];
}

/** Null when it is infinite, or when there are no values. */
export function divergence(cells: readonly Cell[], kwargs: Kwargs): number | null {
  const partition = kwargs["partition_object"] as Partition;
  const tail = (kwargs["tail_weight_holdout"] as number | undefined) ?? 0;
  const internal = (kwargs["internal_weight_holdout"] as number | undefined) ?? 0;
  if (cells.length === 0) return null;
  const [p, q] = partition.bins
    ? continuous(cells.map(Number), { ...partition, bins: partition.bins }, { tail, internal })
    : discrete(cells, partition, tail);
  const [ps, qs] = [sum(p), sum(q)];
  const terms = p.map((each, index) => {
    const expected = (q[index] ?? 0) / qs;
    return each === 0 ? 0 : (each / ps) * Math.log(each / ps / expected);
  });
  const total = sum(terms);
  return Number.isFinite(total) ? total : null;
}

type Weights = readonly [p: readonly number[], q: readonly number[]];

function discrete(cells: readonly Cell[], { values = [], weights }: Partition, holdout: number): Weights {
  const strangers = cells.filter(
    (cell, index) =>
      !values.some((value) => sameCell(value, cell)) &&
      cells.findIndex((each) => sameCell(each, cell)) === index,
  );
  const categories = [...values, ...strangers];
  const p = categories.map((value) => cells.filter((cell) => sameCell(value, cell)).length / cells.length);
  if (strangers.length === 0) return [p, weights];
  return [
    p,
    [...weights.map((weight) => weight * (1 - holdout)), ...strangers.map(() => holdout / strangers.length)],
  ];
}

function continuous(
  values: readonly number[],
  { bins, weights, tail_weights }: Partition & { readonly bins: readonly number[] },
  { tail, internal }: { readonly tail: number; readonly internal: number },
): Weights {
  const last = bins.length - 1;
  const [first, end] = [bins[0] ?? 0, bins[last] ?? 0];
  const share = (test: (value: number) => boolean) => values.filter(test).length / values.length;
  const inBin = (bin: number) => (value: number) =>
    value >= (bins[bin] ?? 0) && (value < (bins[bin + 1] ?? 0) || (bin === last - 1 && value === end));
  const p = [
    share((value) => value < first),
    ...weights.map((_, bin) => share(inBin(bin))),
    share((value) => value > end),
  ];
  const empty = weights.filter((weight) => weight === 0).length;
  const scaled = weights.map((weight) =>
    weight === 0 && internal > 0 ? internal / empty : weight * (1 - tail - internal),
  );
  const [low, high] = tail_weights ?? [tail / 2, tail / 2];
  return [p, [low, ...scaled, high]];
}
