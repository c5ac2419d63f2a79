/**
 * Windows that move by a step, as sums of their steps.
 *
 * @module
 */
import type { RollingWindows, WindowCounts } from "@ml-gates/queries";

/**
 * Every window that the predictions fill, the newest first: each holds its own step and those before it, up to its
 * length. A window is filled when predictions reach into its first step; one without any row is left out.
 *
 * @example
 * rollWindows({ windowHours: 48, stepHours: 24 }, [{ window: 0, rows: 2 }, { window: 1, rows: 3 }, { window: 2, rows: 4 }]).map(({ window, rows }) => [window, rows]); // => [[0, 5], [1, 7]]
 */
export function rollWindows(
  { windowHours, stepHours }: RollingWindows,
  steps: readonly WindowCounts[],
): readonly WindowCounts[] {
  const length = windowHours / stepHours;
  const oldest = steps.reduce((most, { window }) => Math.max(most, window), -1);
  const places = Array.from({ length: Math.max(0, oldest - length + 2) }, (_, place) => place);
  return places.flatMap((place) => {
    const inside = steps.filter(({ window }) => window >= place && window < place + length);
    return inside.length === 0 ? [] : [sumSteps(place, inside)];
  });
}

function sumSteps(window: number, steps: readonly WindowCounts[]): WindowCounts {
  const sum = (name: keyof WindowCounts) => steps.reduce((total, step) => total + step[name], 0);
  return {
    window,
    first: Math.min(...steps.map(({ first }) => first)),
    last: Math.max(...steps.map(({ last }) => last)),
    rows: sum("rows"),
    labelled: sum("labelled"),
    correct: sum("correct"),
    truePositives: sum("truePositives"),
    falsePositives: sum("falsePositives"),
    falseNegatives: sum("falseNegatives"),
    trueNegatives: sum("trueNegatives"),
  };
}
