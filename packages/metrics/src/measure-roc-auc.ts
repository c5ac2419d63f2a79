/**
 * Area under the ROC curve from labels and scores, alone or beside the baseline's scores.
 *
 * @module
 */
import type { ScoredRow, Slice } from "@ml-gates/queries";
import { delong, normalQuantile, rocAuc } from "@ml-gates/statistics";
import { CONFIDENCE, type Estimate, testNormal, type Unmeasured } from "./estimate.ts";
import type { Measure } from "./measure.ts";

/** Digits of the largest score that ranks see: what lies below is noise of the arithmetic that made the scores. */
const SCORE_DIGITS = 9;

/** The rows of one group, or all of them. */
export interface ScoredSlice {
  readonly slice: Slice | null;
  readonly rows: readonly ScoredRow[];
}

/** ROC AUC by midranks; the change and its error by DeLong, DeLong and Clarke-Pearson (1988) on the same rows. */
export function measureRocAuc({ slice, rows }: ScoredSlice, absent: Unmeasured): Measure {
  const labels = rows.map(({ positive }) => (positive ? 1 : 0));
  const scores = roundScores(rows.map(({ candidate }) => candidate));
  const positives = rows.filter(({ positive }) => positive).length;
  const { baseline, change } = compare(rows, { labels, scores }, absent);
  return {
    metric: "roc_auc",
    slice,
    n: rows.length,
    denominator: Math.min(positives, rows.length - positives),
    level: rows.length === 0 ? NO_ROWS : estimateAuc(rocAuc({ labels, scores })),
    baseline,
    change,
  };
}

const NO_ROWS: Unmeasured = { reason: "no-rows", told: "has no rows to be measured on" };

interface Ranked {
  readonly labels: readonly number[];
  readonly scores: readonly number[];
}

function compare(
  rows: readonly ScoredRow[],
  { labels, scores }: Ranked,
  absent: Unmeasured,
): Pick<Measure, "baseline" | "change"> {
  const paired = roundScores(rows.flatMap(({ baseline }) => baseline ?? []));
  if (paired.length === 0 || paired.length < rows.length) return { baseline: absent, change: absent };
  const found = delong({ labels, candidate: scores, baseline: paired });
  if ("undefined" in found) return { baseline: undefinedAuc(found), change: undefinedAuc(found) };
  const identical = scores.every((score, index) => score === paired[index]);
  return {
    baseline: found.baseline,
    change: {
      ...estimateNormal(found.difference, found.standardError),
      method: "delong-paired",
      identical,
    },
  };
}

function estimateAuc(found: ReturnType<typeof rocAuc>): Estimate | Unmeasured {
  return "undefined" in found ? undefinedAuc(found) : estimateNormal(found.auc, found.standardError);
}

function undefinedAuc(found: { readonly undefined: string }): Unmeasured {
  return { reason: "undefined", told: `has no value: ${found.undefined}` };
}

function estimateNormal(value: number, standardError: number): Estimate {
  const half = normalQuantile((1 + CONFIDENCE) / 2) * standardError;
  const interval = { low: value - half, high: value + half, confidence: CONFIDENCE };
  return {
    value,
    // Without spread the interval would be a point, and a point proves nothing.
    interval: standardError > 0 ? interval : null,
    standardError,
    method: "delong",
    identical: false,
    test: (hypothesis, alternative) => testNormal({ value, standardError }, hypothesis, alternative),
  };
}

/** Scores as whole numbers of the smallest step that counts; only their order matters. */
function roundScores(scores: readonly number[]): readonly number[] {
  const largest = scores.reduce((most, score) => Math.max(most, Math.abs(score)), 0);
  const digits = largest === 0 ? 0 : SCORE_DIGITS - Math.ceil(Math.log10(largest));
  const scale = 10 ** Math.min(digits, 300);
  return scores.map((score) => Math.round(score * scale));
}
