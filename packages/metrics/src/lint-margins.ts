/**
 * Margins that this data could not have judged: below its noise floor.
 *
 * @module
 */
import { type Finding, finding, roundJudged } from "@ml-gates/gate";
import type { Decision } from "./decide.ts";
import { LIMIT_RULES } from "./limit-rules.ts";
import { writeCount, writerFor } from "./tell-numbers.ts";

/** One finding for every tolerance on all rows that is smaller than the smallest change these rows could show. */
export function lintMargins(decisions: readonly Decision[]): readonly Finding[] {
  return decisions.filter(isBelowNoise).map(({ weighed, detectable, requiredN }) => {
    const { trial, limit } = weighed;
    const write = writerFor([limit, detectable ?? 0]);
    const rows =
      requiredN === null
        ? ""
        : ` A breach of ${write(limit)} shows from about ${writeCount(requiredN)} ${trial.measure.unit ?? "rows"}.`;
    return finding({
      id: `lint/${trial.id}`,
      kind: "requirement",
      check: trial.check.written,
      severity: "info",
      source: trial.check.source,
      // It says nothing of the candidate: the check itself does.
      outcome: "pass",
      reason: "below-noise-floor",
      n: trial.measure.n,
      requiredN,
      detectable: detectable === null ? null : roundJudged(detectable),
      why: `\`${trial.limit.kind}\` of ${trial.check.metric} is ${write(limit)}, below the noise floor of this data: the smallest change that could have been shown is ${write(detectable ?? 0)}.${rows}`,
      remedy: `Evaluate on more ${trial.measure.unit ?? "rows"}, or choose a margin that these can show.`,
    });
  });
}

function isBelowNoise({ weighed, detectable }: Decision): boolean {
  const { trial, limit, estimate } = weighed;
  if (!LIMIT_RULES[trial.limit.kind].tolerance || trial.measure.slice !== null || limit === 0) return false;
  return detectable !== null && !estimate.identical && detectable > limit;
}
