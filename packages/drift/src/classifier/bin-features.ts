/**
 * Rows of mixed columns as small whole numbers, which is all that stumps ask for.
 *
 * @module
 */

/** The sampled values of one column in row order; null is missing. */
export interface SampledColumn {
  readonly name: string;
  readonly values: readonly (number | string | null)[];
}

/** A column in bins: bin 0 is missing; numbers in order, categories by how frequent they are. */
export interface BinnedFeature {
  readonly name: string;
  readonly bins: Uint8Array;
  readonly size: number;
}

const BINS = 32;

/**
 * Bins a column of both sides together, about as many rows in each.
 *
 * @example
 * [...binFeature({ name: "a", values: [3, null, 1] }).bins]; // => [2, 0, 1]
 */
export function binFeature({ name, values }: SampledColumn): BinnedFeature {
  const numbers = values.filter((value) => typeof value === "number");
  return numbers.length > 0 ? binNumbers(name, values) : binCategories(name, values);
}

function binNumbers(name: string, values: SampledColumn["values"]): BinnedFeature {
  const sorted = Float64Array.from(values.filter((value) => typeof value === "number")).sort();
  const cuts = Array.from(
    { length: BINS - 1 },
    (_, cut) => sorted[Math.floor(((cut + 1) * sorted.length) / BINS)] ?? Number.POSITIVE_INFINITY,
  );
  const edges = [...new Set(cuts)];
  const bins = Uint8Array.from(values, (value) =>
    typeof value === "number" ? 1 + edges.filter((edge) => edge <= value).length : 0,
  );
  const used = [...new Set(bins)].filter((bin) => bin > 0).sort((left, right) => left - right);
  return { name, bins: bins.map((bin) => (bin === 0 ? 0 : used.indexOf(bin) + 1)), size: used.length + 1 };
}

function binCategories(name: string, values: SampledColumn["values"]): BinnedFeature {
  const counts = new Map<string, number>();
  for (const value of values) if (typeof value === "string") counts.set(value, (counts.get(value) ?? 0) + 1);
  const frequent = [...counts]
    .sort(([left, n], [right, m]) => m - n || (left < right ? -1 : 1))
    .slice(0, BINS - 2)
    .map(([category]) => category);
  const order = new Map(frequent.map((category, index) => [category, index + 1]));
  const rest = frequent.length + 1;
  return {
    name,
    bins: Uint8Array.from(values, (value) => (typeof value === "string" ? (order.get(value) ?? rest) : 0)),
    size: rest + 1,
  };
}
