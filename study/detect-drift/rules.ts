/**
 * The rules that are compared: ours, and what others do by default.
 *
 * @module
 */
import {
  type Distribution,
  jensenShannon,
  judgeDrift,
  type PairedCounts,
  pairCounts,
  psi,
  wasserstein,
} from "@ml-gates/drift";
import { type DriftSection, parseGateFile } from "@ml-gates/gate";

/** Two samples, each in ascending order. */
export interface Samples {
  readonly reference: Float64Array;
  readonly current: Float64Array;
}

/** Whether a rule raises an alarm. */
export type Rule = (samples: Samples) => boolean;

const SECTION = parseGateFile({
  path: "study.yml",
  text: "version: 1\ndrift: { reference: r, current: c, minimum: 1, columns: { critical: [x] } }",
}).drift;

export const RULES: Readonly<Record<string, Rule>> = {
  "ml-gates: distance and significance": (samples) => ours(pairOf(samples)),
  "Wasserstein / deviation >= 0.1 (Evidently above 1000 rows)": (samples) =>
    wasserstein(pairOf(samples)) / deviation(samples.reference) >= 0.1,
  "Jensen-Shannon in nats >= 0.1, Sturges' bins (Evidently)": (samples) =>
    jensenShannon(sturgesBins(samples), Math.E) >= 0.1,
  "PSI > 0.1, ten bins by the reference's tenths": (samples) => psi(tenths(samples)) > 0.1,
};

function pairOf({ reference, current }: Samples): PairedCounts {
  const count = (sorted: Float64Array) => ({ values: [...sorted], counts: [...sorted].map(() => 1) });
  return pairCounts(count(reference), count(current));
}

function ours(numbers: PairedCounts): boolean {
  if (SECTION === null) throw new Error("the study's section is not there");
  return fails(SECTION, numbers);
}

function fails(section: DriftSection, numbers: PairedCounts): boolean {
  const facts = {
    name: "x",
    rows: 1,
    present: 1,
    infinite: 0,
    lowest: null,
    highest: null,
    mean: null,
    deviation: null,
    distinct: null,
  };
  const distribution: Distribution = {
    name: "x",
    role: "feature",
    kind: "numeric",
    facts: { reference: facts, current: facts },
    numbers,
    categories: null,
    clusters: null,
    gaps: null,
  };
  const counted = [{ slice: null, settled: [], distributions: [distribution] }];
  const { findings } = judgeDrift(section, { unplanned: [], counted, classifier: null });
  return findings.some(({ outcome, severity }) => outcome === "fail" && severity === "block");
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

function binned(edges: readonly number[], values: Float64Array): readonly number[] {
  const counts = new Array<number>(edges.length + 1).fill(0);
  for (const value of values) {
    const bin = edges.filter((edge) => edge <= value).length;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** Inner edges between the lowest and the highest of both. */
function sturgesBins({ reference, current }: Samples) {
  const [low, high] = [
    Math.min(reference[0] ?? 0, current[0] ?? 0),
    Math.max(reference.at(-1) ?? 0, current.at(-1) ?? 0),
  ];
  const bins = Math.ceil(Math.log2(reference.length + current.length) + 1);
  const edges = Array.from({ length: bins - 1 }, (_, edge) => low + ((edge + 1) * (high - low)) / bins);
  return { reference: binned(edges, reference), current: binned(edges, current) };
}

function tenths({ reference, current }: Samples) {
  const edges = Array.from(
    { length: 9 },
    (_, cut) => reference[Math.floor(((cut + 1) * reference.length) / 10)] ?? 0,
  );
  return { reference: binned(edges, reference), current: binned(edges, current) };
}
