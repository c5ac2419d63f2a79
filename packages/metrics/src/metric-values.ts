/**
 * The numbers of a metrics file, by name, with what the file says about them.
 *
 * @module
 */
import type { MetricFormat } from "@ml-gates/gate";
import type { Direction } from "./directions.ts";
import type { Tree } from "./syntax/tree.ts";

/** What makes two evaluations the same evaluation, such as a dataset's digest or a task's version. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** One value of a series: of a step, of a seed or fold, or of both. */
export interface Point {
  readonly step: number | null;
  readonly seed: string | null;
  /** The fold of cross-validation, where `seed` names one. */
  readonly fold?: string;
  readonly value: number;
}

/** One of the values behind a mean, by the name that finds its like in another file. */
export interface NamedValue {
  readonly name: string;
  readonly value: number;
}

/** What a file states of a number's uncertainty; nothing of it is computed from per-example data. */
export interface Uncertainty {
  readonly standardError?: number;
  /** Of single measurements, not of their mean. */
  readonly standardDeviation?: number;
  /** Examples, rounds or seeds behind the number. */
  readonly n?: number;
  readonly low?: number;
  readonly high?: number;
  /** The single values behind a mean, named by seed or fold: two files may be paired on the names. */
  readonly seeds?: readonly NamedValue[];
  /** Folds of one cross-validation, where `seeds` are folds: their training rows overlap. */
  readonly folds?: number;
  /** The single values behind a mean, named by the document that they are of. */
  readonly documents?: readonly NamedValue[];
  /** The single measurements behind a mean, which no name pairs. */
  readonly rounds?: readonly number[];
}

/** What a file states about one metric beside its number. */
export interface MetricDetail {
  /** The name before it was joined with dots. */
  readonly path: readonly string[];
  readonly direction: Direction | null;
  readonly uncertainty: Uncertainty | null;
  /** Null for a single number. */
  readonly points: readonly Point[] | null;
  readonly facts: readonly Fact[];
}

/** A metrics file after reading: nested names are joined with dots and otherwise kept to the letter. */
export interface MetricValues {
  /** As the user wrote it. */
  readonly path: string;
  readonly format: MetricFormat;
  /** Every number; NaN and the infinities mean that the metric was not measured. */
  readonly values: ReadonlyMap<string, number>;
  /** What is not a number, in words that follow "is", so that a check on it can say what it is. */
  readonly aside: ReadonlyMap<string, string>;
  readonly details: ReadonlyMap<string, MetricDetail>;
  /** Facts of every metric of the file. */
  readonly facts: readonly Fact[];
  /** How the model was made or asked, where the file says so. */
  readonly parameters: readonly Fact[];
  /** The file as a tree, for JSON Pointers; null where it is rows. */
  readonly root: Tree | null;
  /** The other side, for a file that holds candidate and baseline; null for others. */
  readonly baseline: MetricValues | null;
}

/** One metric as a format's reader found it: a number or what else stands there, or a series. */
export interface StatedMetric {
  readonly path: readonly string[];
  readonly value?: number | string;
  readonly points?: readonly Point[];
  readonly direction?: Direction | null;
  readonly uncertainty?: Uncertainty | null;
  readonly facts?: readonly Fact[];
  readonly offset: number;
}

/** What a format's reader makes of a document. */
export interface StatedMetrics {
  readonly metrics: readonly StatedMetric[];
  readonly facts?: readonly Fact[];
  readonly parameters?: readonly Fact[];
  readonly baseline?: readonly StatedMetric[];
}
