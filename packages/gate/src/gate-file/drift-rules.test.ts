import { describe, expect, it } from "vitest";
import { InputError } from "../errors.ts";
import { parseGateFile } from "./parse-gate-file.ts";

const parse = (drift: object) =>
  parseGateFile({ path: "g.yml", text: JSON.stringify({ version: 1, drift }) }).drift;

function problemsOf(drift: object): readonly string[] {
  try {
    parse(drift);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ message }) => message);
    throw error;
  }
}

const SIDES = { reference: "r.csv", current: "c.csv" };
const COLUMNS = { key: "id", label: "y", prediction: "d" };

describe("the gate file's drift", () => {
  it("has every default filled", () => {
    expect(parse(SIDES)).toMatchObject({
      minimum: 100,
      share: 0.3,
      missing: 0.02,
      unseen: 0.01,
      compat: null,
      checks: [],
      retrain: [],
    });
    const performance = { predictions: "p.csv", reference: "r.csv", columns: COLUMNS, window: "36h" };
    expect(parse({ performance })?.performance).toMatchObject({
      ...{ windowHours: 36, stepHours: 1 },
      coverage: 0.8,
      concept: 0.05,
    });
  });

  it.each([
    ["one side only", { reference: "r.csv" }, /only one of `reference` and `current`/],
    ["nothing at all", {}, /nothing is judged/],
    [
      "a warning above its limit",
      { ...SIDES, checks: [{ metric: "psi", max: 0.1, warn: 0.2 }] },
      /above its `max`/,
    ],
    [
      "a peer beside our own rules",
      { ...SIDES, compat: "alibi", classifier: 0.6 },
      /stands beside `classifier`/,
    ],
    ["a classifier of clusters", { ...SIDES, classifier: 0.6, cluster: "u" }, /takes rows as independent/],
    ["an unknown peer", { ...SIDES, compat: "evidentley" }, /wanted one of evidently/],
    ["a share above 1", { ...SIDES, share: 30 }, /wanted at most 1/],
    [
      "an unknown distance",
      { ...SIDES, checks: [{ metric: "kl", max: 1 }] },
      /wanted one of wasserstein_normed/,
    ],
    [
      "steps that do not fill the window",
      { performance: { predictions: "p", reference: "r", columns: COLUMNS, window: "7d", step: "2d" } },
      /168 hours moves in steps of 48/,
    ],
    ["a window in words", { performance: { predictions: "p", columns: COLUMNS, window: "week" } }, /matches/],
    [
      "objectives without a time",
      { performance: { predictions: "p", columns: COLUMNS, objectives: [{ metric: "recall", min: 0.9 }] } },
      /no column with the time/,
    ],
    [
      "an estimate without scores",
      { performance: { predictions: "p", reference: "r", columns: COLUMNS, estimate: true } },
      /needs the scores/,
    ],
    [
      "one time of leakage",
      { skew: { offline: "a", online: "b", key: "id", "label-time": "t" } },
      /only one of `feature-time`/,
    ],
  ])("is refused with %s", (_what, drift, message) => {
    expect(problemsOf(drift).join("\n")).toMatch(message);
  });
});
