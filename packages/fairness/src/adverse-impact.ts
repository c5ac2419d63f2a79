/**
 * The four-fifths rule's companions: what a ratio of selection rates comes to in people, and how little would turn it.
 *
 * A rule of thumb of employment selection (29 CFR 1607.4 D), and no verdict of law.
 *
 * @module
 */
import { testProportions } from "./measure-contrast.ts";
import type { GroupRows } from "./metric-frame.ts";
import type { DisparityLimit } from "./plan-limits.ts";
import { countRate } from "./rates.ts";

/** A group's selections beside the reference's. */
export interface AdverseImpact {
  /** Selection rate of the group / that of the reference, not folded; null when the reference's is 0. */
  readonly impactRatio: number | null;
  /** Selections that the group lacks at the rate of both together; negative when it has more. */
  readonly shortfall: number;
  /** Standard deviations between both rates; null when all or none are selected. */
  readonly z: number | null;
  readonly p: number;
  readonly method: string;
  /** Whether one selection more in the group with the lower rate and one less in the other would meet the limit. */
  readonly flipFlop: boolean;
}

/** Whether a limit is one on the ratio of selection rates. */
export function isFourFifths({
  disparity: { rates, comparison },
  judges,
}: Pick<DisparityLimit, "disparity" | "judges">): boolean {
  return (
    judges === "between" && comparison === "ratio" && rates.length === 1 && rates[0] === "selection_rate"
  );
}

/**
 * The companions of one group against the reference, both with rows.
 *
 * @example
 * measureAdverseImpact({ counts: { truePositives: 12, falsePositives: 0, falseNegatives: 28, trueNegatives: 0 } }, { counts: { truePositives: 48, falsePositives: 0, falseNegatives: 32, trueNegatives: 0 } }, 0.8).shortfall; // => 8
 */
export function measureAdverseImpact(
  group: Pick<GroupRows, "counts" | "squares">,
  reference: Pick<GroupRows, "counts" | "squares">,
  limit: number,
): AdverseImpact {
  const [own, other] = [
    countRate("selection_rate", group.counts),
    countRate("selection_rate", reference.counts),
  ];
  const pooled = (own.successes + other.successes) / (own.trials + other.trials);
  const [a, b] = [own.successes / own.trials, other.successes / other.trials];
  const effective = {
    a: countRate("selection_rate", group.counts, group.squares),
    b: countRate("selection_rate", reference.counts, reference.squares),
  };
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / effective.a.trials + 1 / effective.b.trials));
  const [lower, upper] = a <= b ? [own, other] : [other, own];
  const moved = (lower.successes + 1) / lower.trials / (Math.max(0, upper.successes - 1) / upper.trials);
  const ratio = Math.min(a, b) / Math.max(a, b);
  return {
    impactRatio: b === 0 ? null : a / b,
    shortfall: own.trials * pooled - own.successes,
    z: error === 0 ? null : (a - b) / error,
    ...testProportions(effective),
    flipFlop: ratio < limit && moved >= limit,
  };
}

/** In a sentence. */
export function sayAdverseImpact({ shortfall, flipFlop }: AdverseImpact, breached: boolean): string {
  const people = Math.abs(shortfall).toFixed(1);
  const sentence = ` That is ${people} selections ${shortfall < 0 ? "more" : "fewer"} than at the rate of both groups together`;
  if (!breached) return `${sentence}: within the limit, and not noise.`;
  return flipFlop ? `${sentence}; one selection moved between them would meet the limit.` : `${sentence}.`;
}
