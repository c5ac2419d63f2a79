/**
 * The argument `partition_object`: what share of the values is expected where.
 *
 * @module
 */
import type { JsonValue } from "@ml-gates/gate";
import { isMisread, type KwargType, type Scalar, valueSet } from "./kwarg-types.ts";

/** Expected shares of categories. */
export interface DiscretePartition {
  readonly kind: "discrete";
  readonly values: readonly Scalar[];
  readonly weights: readonly number[];
}

/** Expected shares of intervals between edges, the first and last of which may be infinite. */
export interface ContinuousPartition {
  readonly kind: "continuous";
  readonly bins: readonly number[];
  readonly weights: readonly number[];
  /** Expected below the first edge and above the last one. */
  readonly tailWeights: readonly [low: number, high: number] | null;
}

export type Partition = DiscretePartition | ContinuousPartition;

const WANTED =
  "{values: […], weights: […]} with different values of one kind, or {bins: […], weights: […], tail_weights: [low, high]} with rising edges and one weight fewer; weights of at least 0 with the sum 1";

export const partition: KwargType<Partition> = {
  read: (value) => readPartition(value) ?? { wanted: WANTED },
};

/** JSON has no infinity: Python writes these words in its place. */
const EDGES: Readonly<Record<string, number>> = {
  "-Infinity": Number.NEGATIVE_INFINITY,
  "-inf": Number.NEGATIVE_INFINITY,
  Infinity: Number.POSITIVE_INFINITY,
  inf: Number.POSITIVE_INFINITY,
};

type Written = Readonly<Record<string, JsonValue>>;

function readPartition(value: JsonValue): Partition | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const written = value as Written;
  return readDiscrete(written) ?? readContinuous(written);
}

function readDiscrete({ values, weights }: Written): DiscretePartition | null {
  const listed = readWeights(weights);
  const members = valueSet.read(values ?? null);
  if (listed === null || isMisread(members) || members.length !== listed.length) return null;
  if (!Array.isArray(values) || values.length !== members.length) return null;
  const distinct = new Set(members).size === members.length;
  return distinct && sumsToOne(listed) ? { kind: "discrete", values: members, weights: listed } : null;
}

function readContinuous({ bins, weights, tail_weights: tails }: Written): ContinuousPartition | null {
  const [edges, listed] = [readEdges(bins), readWeights(weights)];
  const tailWeights = tails === undefined || tails === null ? null : readTails(tails);
  if (edges === null || listed === null || tailWeights === undefined) return null;
  if (edges.length !== listed.length + 1 || !sumsToOne([...listed, ...(tailWeights ?? [])])) return null;
  return { kind: "continuous", bins: edges, weights: listed, tailWeights };
}

function readTails(tails: JsonValue): readonly [number, number] | undefined {
  const [low, high, ...more] = readWeights(tails) ?? [];
  return low === undefined || high === undefined || more.length > 0 ? undefined : [low, high];
}

function readEdges(bins: JsonValue | undefined): readonly number[] | null {
  if (!Array.isArray(bins) || bins.length < 2) return null;
  const edges = bins.map((edge) => (typeof edge === "string" ? (EDGES[edge] ?? Number.NaN) : edge));
  const rising = edges.every(
    (edge, index) => isEdge(edge) && (index === 0 || Number(edges[index - 1]) < edge),
  );
  return rising ? (edges as readonly number[]) : null;
}

function isEdge(edge: JsonValue): edge is number {
  return typeof edge === "number" && !Number.isNaN(edge);
}

function readWeights(weights: JsonValue | undefined): readonly number[] | null {
  const usable =
    Array.isArray(weights) &&
    weights.every((weight) => typeof weight === "number" && weight >= 0 && weight <= 1.01);
  return usable ? (weights as readonly number[]) : null;
}

/** Within numpy's closeness. */
function sumsToOne(weights: readonly number[]): boolean {
  return Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1) <= 1e-5 + 1e-8;
}
