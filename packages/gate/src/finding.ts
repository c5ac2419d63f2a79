/**
 * What one check came to: the atom every report is made of.
 *
 * @module
 */
import type { JsonValue } from "./canonical-json.ts";

/** How a check came out. `inconclusive`: more rows would settle it. `not-evaluable`: no number can be had. */
export const OUTCOMES = ["pass", "fail", "inconclusive", "not-evaluable", "skipped"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a failing check does to the verdict: `block` fails it, `warn` lowers it to warn, `info` only tells. */
export const SEVERITIES = ["block", "warn", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where the user wrote the check, so that an annotation lands on its line. Lines count from 1. */
export interface SourceLine {
  readonly path: string;
  readonly line: number;
}

/** The size of what was seen, with its confidence interval; `null` bounds mean that no interval can be had. */
export interface Effect {
  /** `difference` (candidate - baseline, or largest group difference), `ratio`, `value`, `count` or `fraction`. */
  readonly kind: "difference" | "ratio" | "value" | "count" | "fraction";
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** In 0..1, such as 0.9; null when there is no interval. */
  readonly confidence: number | null;
}

/** A row that shows the fault: its 1-based number in the file and the value seen there. */
export interface Sample {
  readonly row: number | null;
  readonly value: JsonValue;
}

/** A waiver that covers a failing finding until it expires. */
export interface Waiver {
  readonly reason: string;
  readonly owner: string;
  /** ISO 8601 date, inclusive. */
  readonly expires: string;
}

/** One check judged. Non-finite numbers are `null`, and `reason` says why. */
export interface Finding {
  /** Unique within the report, such as `roc_auc/max-drop` or `accuracy/min/SEX=1`. */
  readonly id: string;
  readonly kind: "expectation" | "metric" | "disparity" | "drift" | "requirement";
  /** The check as the user wrote it. */
  readonly check: Readonly<Record<string, JsonValue>>;
  readonly severity: Severity;
  readonly source: SourceLine | null;
  /** The group the finding is about, such as `{ SEX: "1" }`; null for all rows. */
  readonly slice: Readonly<Record<string, string>> | null;
  readonly outcome: Outcome;
  /** A short stable word for machines, such as `not-significant` or `no-baseline`; null on a plain pass or fail. */
  readonly reason: string | null;
  readonly baseline: number | null;
  readonly observed: number | null;
  readonly effect: Effect | null;
  /** The statistical method, such as `delong-paired`; null where plain limits decide. */
  readonly method: string | null;
  readonly p: number | null;
  /** Holm-adjusted over the gate's blocking findings. */
  readonly pAdjusted: number | null;
  /** Rows behind the number; of one that a metrics file states its documents, examples, seeds, folds or rounds. */
  readonly n: number | null;
  /** How many of them would settle an inconclusive finding; null where that cannot be known, and `why` says so. */
  readonly requiredN: number | null;
  /** Smallest change this data could have shown with 80 % power; of a drift distance, the one noise does not reach. */
  readonly detectable: number | null;
  readonly samples: readonly Sample[];
  readonly waiver: Waiver | null;
  /** What was seen and what was wanted, in one sentence. */
  readonly why: string;
  /** What to do now; null on a pass. */
  readonly remedy: string | null;
}

type Essential = "id" | "kind" | "check" | "severity" | "outcome" | "why";

/**
 * A complete finding from its telling parts; everything not said is null or empty.
 *
 * @example
 * finding({ id: "rows/min", kind: "metric", check: {}, severity: "block", outcome: "pass", why: "12 rows." }).p; // => null
 */
export function finding(parts: Pick<Finding, Essential> & Partial<Omit<Finding, Essential>>): Finding {
  return {
    source: null,
    slice: null,
    reason: null,
    baseline: null,
    observed: null,
    effect: null,
    method: null,
    p: null,
    pAdjusted: null,
    n: null,
    requiredN: null,
    detectable: null,
    samples: [],
    waiver: null,
    remedy: null,
    ...parts,
  };
}
