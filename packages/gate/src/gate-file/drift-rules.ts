/**
 * What the schema cannot say of `drift`: rules between its keys.
 *
 * @module
 */
import { quote } from "../errors.ts";
import { readWindow } from "./build-drift.ts";
import type { WrittenDrift } from "./drift-written.ts";
import type { Fault } from "./rules.ts";

/** Every breach of a rule between the keys of `drift`. */
export function findDriftBreaches(drift: WrittenDrift | undefined): readonly Fault[] {
  if (!drift) return [];
  return [
    sidesComeTogether,
    warnsBelow,
    peersHaveTheirOwnLimits,
    classifierKnowsNoClusters,
    performanceIsJudged,
    stepsFillTheWindow,
    leakageHasBothTimes,
  ].flatMap((rule) => rule(drift));
}

function sidesComeTogether({ reference, current, skew, performance }: WrittenDrift): readonly Fault[] {
  const given = [reference, current].filter((path) => path !== undefined).length;
  if (given === 2 || (given === 0 && (skew || performance))) return [];
  const message =
    given === 1
      ? "`drift` has only one of `reference` and `current`: there is nothing to compare."
      : "`drift` has none of `reference` with `current`, `skew` and `performance`: nothing is judged.";
  return [{ at: ["drift"], message, remedy: "Name both `reference` and `current`." }];
}

function warnsBelow({ checks }: WrittenDrift): readonly Fault[] {
  return (checks ?? []).flatMap(({ metric, warn, max }, index) => {
    if (warn === undefined || warn <= max) return [];
    const message = `\`warn\` of ${quote(metric)} is ${warn}, above its \`max\` of ${max}.`;
    return [{ at: ["drift", "checks", index], message, remedy: "Swap or correct them." }];
  });
}

/** A peer's verdict under other limits would be nobody's. */
function peersHaveTheirOwnLimits({
  compat,
  checks,
  by,
  cluster,
  classifier,
}: WrittenDrift): readonly Fault[] {
  const also = Object.entries({ checks, by, cluster, classifier }).flatMap(([key, value]) =>
    value ? [key] : [],
  );
  if (!compat || also.length === 0) return [];
  const message = `\`compat: ${compat}\` stands beside \`${also.join("`, `")}\`: a peer's verdict knows no such rules.`;
  return [{ at: ["drift", "compat"], message, remedy: "Remove one of the two." }];
}

/** Rows of one cluster on both sides of a fold would tell themselves apart. */
function classifierKnowsNoClusters({ classifier, cluster }: WrittenDrift): readonly Fault[] {
  if (classifier === undefined || cluster === undefined) return [];
  const message = "`classifier` takes rows as independent, and `cluster` says that they are not.";
  return [{ at: ["drift", "classifier"], message, remedy: "Remove one of the two." }];
}

function performanceIsJudged({ performance }: WrittenDrift): readonly Fault[] {
  if (!performance) return [];
  const { objectives, reference, columns, estimate } = performance;
  const at = ["drift", "performance"];
  if (objectives && columns.time === undefined) {
    const message = "`objectives` are judged by window, but no column with the time is named.";
    return [{ at, message, remedy: "Add `time` to `performance.columns`." }];
  }
  if (estimate && (!reference || (columns.score === undefined && columns.scores === undefined))) {
    const message = "`estimate` needs the scores and a `reference` with labels; not both are named.";
    return [{ at, message, remedy: "Add `reference`, and `score` or `scores` to `performance.columns`." }];
  }
  if (objectives || reference) return [];
  const message = "`performance` has neither `objectives` nor a `reference` to compare with.";
  return [{ at, message, remedy: "Add one of them." }];
}

const MOST_STEPS = 1000;

/** Windows are sums of steps. */
function stepsFillTheWindow({ performance }: WrittenDrift): readonly Fault[] {
  if (!performance) return [];
  const { windowHours, stepHours } = readWindow(performance);
  const steps = windowHours / stepHours;
  if (Number.isInteger(steps) && steps <= MOST_STEPS) return [];
  const message = `A window of ${windowHours} hours moves in steps of ${stepHours}; 1 to ${MOST_STEPS} whole steps were wanted to fill it.`;
  const remedy = "Write a `step` that divides the `window`, such as `1d` for `7d`.";
  return [{ at: ["drift", "performance"], message, remedy }];
}

function leakageHasBothTimes({ skew }: WrittenDrift): readonly Fault[] {
  if (!skew || (skew["feature-time"] === undefined) === (skew["label-time"] === undefined)) return [];
  const message = "`skew` has only one of `feature-time` and `label-time`.";
  return [{ at: ["drift", "skew"], message, remedy: "Name both, or neither." }];
}
