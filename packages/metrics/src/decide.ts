/**
 * The decision rule: two keys to fail, and in mode `prove` a proof to pass.
 *
 * @module
 */
import type { Mode } from "@ml-gates/gate";
import { detectable, normalQuantile, prove, requiredN, screen } from "@ml-gates/statistics";
import { LIMIT_RULES } from "./limit-rules.ts";
import type { Weighed } from "./weigh-trial.ts";

/** What the rule came to, and what more data would do. */
export interface Decision {
  readonly weighed: Weighed;
  readonly outcome: "pass" | "fail" | "inconclusive";
  readonly p: number | null;
  readonly pAdjusted: number | null;
  /** Rows from which a breach is itself significant; in prove those at which equal models pass. Null when none are. */
  readonly requiredN: number | null;
  readonly detectable: number | null;
}

const ALPHA = 0.05;
const POWER = 0.8;

/**
 * Decides all trials of a gate together. `screen`: fail when the limit is breached and the change is significant
 * after Holm over the blocking trials; breached only is inconclusive. `prove`: pass only when the interval excludes
 * the limit. Without uncertainty plain limits decide.
 */
export function decide(all: readonly Weighed[], mode: Mode): readonly Decision[] {
  const screened = screen(
    all.map(({ breached, p, trial }) => ({ breached, p, blocking: trial.check.severity === "block" })),
    ALPHA,
  );
  const family = all.filter(({ p, trial }) => p !== null && trial.check.severity === "block").length;
  return all.map((weighed, index) => {
    const { outcome: first = "inconclusive", pAdjusted = null } = screened[index] ?? {};
    const outcome = mode === "prove" ? decideByProof(weighed, first) : first;
    const blocking = weighed.trial.check.severity === "block" ? Math.max(1, family) : 1;
    const { standardError, degrees } = weighed.estimate;
    return {
      weighed,
      outcome,
      p: weighed.p,
      pAdjusted,
      requiredN: rowsToSettle(weighed, { mode, blocking }),
      detectable: standardError
        ? detectable({ standardError, blocking, alpha: ALPHA, ...given({ degrees }) })
        : null,
    };
  });
}

/** Degrees of freedom, where there are any. */
function given({ degrees }: { readonly degrees: number | undefined }): { readonly degrees?: number } {
  return degrees === undefined ? {} : { degrees };
}

function decideByProof(
  { estimate, leastSlack }: Weighed,
  screened: Decision["outcome"],
): Decision["outcome"] {
  // The same output on every row is no sample of a difference: there is none.
  if (estimate.method === null || estimate.identical) return screened;
  return prove({ screened, low: leastSlack ?? Number.NEGATIVE_INFINITY, margin: 0 });
}

/** In screen the rows from which such a breach is significant; in prove those at which an equal model passes. */
function rowsToSettle(
  { estimate, trial, limit, slack, breached }: Weighed,
  { mode, blocking }: { readonly mode: Mode; readonly blocking: number },
): number | null {
  const { n } = trial.measure;
  const { standardError, degrees, isBounded } = estimate;
  if (n === null || !standardError || isBounded) return null;
  const distance = LIMIT_RULES[trial.limit.kind].tolerance ? limit : Math.abs(slack);
  if (mode === "screen" || breached) {
    return requiredN({ n, standardError, limit: distance, blocking, alpha: ALPHA, ...given({ degrees }) });
  }
  if (distance === 0) return null;
  const z = normalQuantile(1 - ALPHA) + normalQuantile(POWER);
  return Math.ceil(n * ((z * standardError) / distance) ** 2);
}
