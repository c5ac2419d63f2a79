/**
 * Whether the error of binned ranks could change an outcome.
 *
 * @module
 */
import type { MetricsSection } from "@ml-gates/gate";
import type { RankedStatistic } from "@ml-gates/queries";
import type { PredictionEvidence } from "./comparison.ts";
import { decideChecks } from "./judge-comparison.ts";

/**
 * True when moving the areas by the largest error that binning can have made, either way, changes any outcome: then
 * ranks must be exact.
 *
 * @example
 * ranksDecide({ checks: [], mode: "screen" }, { columns: { key: "k", label: "y", prediction: null, score: "s", weight: null, positive: "1" }, classes: null, decisions: null, losses: {}, rankings: {}, ranks: [], curves: null, examples: [], baseline: null }); // => false
 */
export function ranksDecide(
  section: Pick<MetricsSection, "checks" | "mode">,
  evidence: PredictionEvidence,
): boolean {
  const outcomes = [0, -1, 1].map((side) => {
    const predictions = moveRanks(evidence, side);
    const decisions = decideChecks(section, { candidate: null, baseline: null, predictions });
    return decisions.map(({ weighed, outcome }) => `${weighed.trial.id} ${outcome}`).join("\n");
  });
  return new Set(outcomes).size > 1;
}

function moveRanks(evidence: PredictionEvidence, side: number): PredictionEvidence {
  const move = (found: RankedStatistic | null, bound: number) =>
    found && { ...found, candidate: found.candidate + side * bound };
  return {
    ...evidence,
    ranks: evidence.ranks.map(({ plan, sums }) => ({
      plan,
      sums: sums.map((each) => ({
        ...each,
        area: move(each.area, each.areaBound),
        precision: move(each.precision, each.precisionBound),
      })),
    })),
  };
}
