/**
 * Concept drift: whether decisions on like rows are wrong more, or less, often than they were.
 *
 * A change of the rows alone moves rows between strata; a change of what the label means moves the error rate within.
 *
 * @module
 */
import { type Finding, finding, type PerformanceSection, roundJudged } from "@ml-gates/gate";
import type { StratumCounts } from "@ml-gates/queries";
import { detectable, normalQuantile, normalSurvival, requiredN } from "@ml-gates/statistics";

const ALPHA = 0.05;

/** A change of the error rate at like scores. */
export interface ConceptChange {
  /** Mean over the current rows of the change of their stratum's error rate, in -1..1. */
  readonly change: number;
  readonly standardError: number;
  /** Cochran (1954), Mantel & Haenszel (1959): of no change in any stratum. */
  readonly p: number;
  readonly rows: number;
}

interface Stratum {
  readonly before: { readonly rows: number; readonly errors: number };
  readonly after: { readonly rows: number; readonly errors: number };
}

/**
 * The change of P(error | x) between two sets of labelled rows, stratum by stratum; null where no stratum is on both
 * sides.
 *
 * @example
 * measureConcept([{ stratum: "0", rows: 10, errors: 1 }], [{ stratum: "0", rows: 10, errors: 3 }])?.change.toFixed(2); // => "0.20"
 */
export function measureConcept(
  reference: readonly StratumCounts[],
  current: readonly StratumCounts[],
): ConceptChange | null {
  const strata = current.flatMap((after): readonly Stratum[] => {
    const before = reference.find(({ stratum }) => stratum === after.stratum);
    return before === undefined || before.rows === 0 || after.rows === 0 ? [] : [{ before, after }];
  });
  if (strata.length === 0) return null;
  const rows = strata.reduce((sum, { after }) => sum + after.rows, 0);
  const weigh = (term: (stratum: Stratum) => number) => strata.reduce((sum, each) => sum + term(each), 0);
  const rate = ({ errors, rows: n }: Stratum["before"]) => errors / n;
  const excess = weigh(
    ({ before, after }) =>
      after.errors - (after.rows * (before.errors + after.errors)) / (before.rows + after.rows),
  );
  const variance = weigh(varianceOf);
  return {
    change: weigh(({ before, after }) => (after.rows / rows) * (rate(after) - rate(before))),
    standardError: Math.sqrt(
      weigh(({ before, after }) => {
        const spread = (side: Stratum["before"]) => (rate(side) * (1 - rate(side))) / side.rows;
        return (after.rows / rows) ** 2 * (spread(before) + spread(after));
      }),
    ),
    p: variance === 0 ? 1 : 2 * normalSurvival(Math.abs(excess) / Math.sqrt(variance)),
    rows: rows + weigh(({ before }) => before.rows),
  };
}

/** Of the errors on the current side, all four margins given: hypergeometric. */
function varianceOf({ before, after }: Stratum): number {
  const n = before.rows + after.rows;
  const errors = before.errors + after.errors;
  return n < 2 ? 0 : (before.rows * after.rows * errors * (n - errors)) / (n * n * (n - 1));
}

/** The rows at which a change at the limit is itself significant, and the least that these show; two-sided. */
function sizesOf(
  { standardError, rows: n }: ConceptChange,
  { concept, isOpen }: { readonly concept: number; readonly isOpen: boolean },
): Pick<Finding, "requiredN" | "detectable"> {
  const power = { standardError, blocking: 1, alpha: ALPHA / 2 };
  const rows = isOpen ? requiredN({ ...power, n, limit: concept }) : null;
  return {
    requiredN: rows !== null && rows > n ? rows : null,
    detectable: standardError === 0 ? null : roundJudged(detectable(power)),
  };
}

/**
 * Concept drift as a finding: it warns, since what to do is to label, look and retrain.
 *
 * @example
 * judgeConcept({ concept: 0.05 }, { change: 0.1, standardError: 0.01, p: 0.001, rows: 900 }).outcome; // => "fail"
 */
export function judgeConcept(
  { concept }: Pick<PerformanceSection, "concept">,
  change: ConceptChange | null,
): Finding {
  const base = { id: "performance:concept", kind: "drift", check: { concept }, severity: "warn" } as const;
  if (change === null) {
    const why = "No labelled rows of like scores are in both the reference and the current predictions.";
    return finding({
      ...base,
      outcome: "not-evaluable",
      reason: "no-common-rows",
      why,
      remedy: "Give a reference with labels and scores of the same model.",
    });
  }
  const isBeyond = Math.abs(change.change) >= concept;
  const outcome = !isBeyond ? "pass" : change.p < ALPHA ? "fail" : "inconclusive";
  const half = normalQuantile(0.975) * change.standardError;
  const points = (value: number) => `${(100 * value).toFixed(2)} points`;
  return finding({
    ...base,
    outcome,
    reason: outcome === "inconclusive" ? "not-significant" : null,
    observed: roundJudged(change.change),
    effect: {
      kind: "difference",
      value: roundJudged(change.change),
      low: roundJudged(change.change - half),
      high: roundJudged(change.change + half),
      confidence: 0.95,
    },
    method: "cochran-mantel-haenszel",
    p: roundJudged(change.p),
    n: change.rows,
    ...sizesOf(change, { concept, isOpen: outcome === "inconclusive" }),
    why: `The error rate at like scores has moved by ${points(change.change)} (95 % ${points(change.change - half)} … ${points(change.change + half)}), concept drift from ${points(concept)}; p = ${change.p.toPrecision(2)}.`,
    remedy:
      outcome === "pass" ? null : "Label recent rows, look at what the label has come to mean, and retrain.",
  });
}
