import type { CountsByGroup, GroupCounts } from "@ml-gates/queries";
import { describe, expect, it } from "vitest";
import { findCountsProblems } from "./counts-problems.ts";

const NONE = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
const COLUMNS = { key: "id", label: "y", prediction: "d", score: null, weight: null, positive: "1" };

const ROWS = { rows: 1, counts: NONE, squares: NONE, pairs: null };
const group = (value: string | null, rows = 1): GroupCounts => ({
  columns: ["SEX"],
  values: [value],
  within: [],
  ...ROWS,
  rows,
});

const COUNTED: CountsByGroup = {
  rows: 10,
  overall: ROWS,
  within: [],
  levels: { SEX: 2 },
  lightest: null,
  byGroup: [group("1"), group("2")],
  missing: { label: 0, prediction: 0, weight: 0 },
  others: { label: ["0"], prediction: ["0"] },
  baseline: null,
};

function problemsOf(
  counts: Partial<CountsByGroup>,
  missing: "error" | "own-group" = "error",
): readonly string[] {
  const counted = { uri: "p.csv", columns: COLUMNS, cuts: {}, faulty: 0, counts: { ...COUNTED, ...counts } };
  return findCountsProblems(counted, {
    ...{ missing, by: ["SEX"], intersections: [], control: [], bins: {} },
  }).map(({ message }) => message);
}

describe("counts are refused", () => {
  it.each<[string, Partial<CountsByGroup>, string]>([
    [
      "with one row without a label",
      { missing: { label: 1, prediction: 0, weight: 0 } },
      '1 row of "p.csv" has no value in the label column "y".',
    ],
    [
      "with rows without a decision",
      { missing: { label: 0, prediction: 3, weight: 0 } },
      '3 rows of "p.csv" have no value in the prediction column "d".',
    ],
    [
      "with a third label",
      { others: { label: ["0", "2"], prediction: ["0"] } },
      'Beside the positive value "1", the label column "y" and the prediction column "d" of "p.csv" hold "0", "2"; two values in all were wanted.',
    ],
    [
      "with labels that are not the decisions' words",
      { others: { label: ["0"], prediction: ["no"] } },
      'Beside the positive value "1", the label column "y" and the prediction column "d" of "p.csv" hold "0", "no"; two values in all were wanted.',
    ],
    [
      "with rows without a group",
      { byGroup: [group("1"), group(null, 7)] },
      '7 rows have no value in the group column "SEX" of "p.csv".',
    ],
    [
      "with more groups than can be judged",
      { levels: { SEX: 201 } },
      '201 distinct values stand in the group column "SEX" of "p.csv"; at most 200 groups are judged.',
    ],
  ])("%s", (_, counts, message) => {
    expect(problemsOf(counts)).toEqual([message]);
  });

  it("with a group whose name is a text, cut", () => {
    const [message] = problemsOf({ byGroup: [group("x".repeat(201))] });
    expect(message).toMatch(
      /^The group "x{199}… \(cut\) in the group column "SEX" of "p.csv" is longer than 200 characters\.$/,
    );
  });

  it("with a group that is called as rows without one would be", () => {
    expect(problemsOf({ byGroup: [group(null), group("(missing)")] }, "own-group")).toEqual([
      'Rows without a value would be called "(missing)", but that text stands in the group column "SEX" of "p.csv" too.',
    ]);
  });
});

describe("counts are accepted", () => {
  it.each<[string, Partial<CountsByGroup>, "error" | "own-group"]>([
    ["with two values", {}, "error"],
    ["with one value only", { others: { label: [], prediction: [] } }, "error"],
    [
      "with 200 groups",
      { byGroup: Array.from({ length: 200 }, (_, index) => group(String(index))) },
      "error",
    ],
    [
      "with rows without a group as a group of their own",
      { byGroup: [group("1"), group(null)] },
      "own-group",
    ],
  ])("%s", (_, counts, missing) => {
    expect(problemsOf(counts, missing)).toEqual([]);
  });
});
