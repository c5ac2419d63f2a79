import type { PairedCell } from "@ml-gates/queries";
import { describe, expect, it } from "vitest";
import { rowsOfCounts } from "../contract/rows-of-counts.ts";
import { measureChange } from "./measure-change.ts";
import { findMeasure } from "./measures.ts";
import type { GroupRows } from "./metric-frame.ts";

/** Rows by label, candidate and baseline, as three digits: { "110": 4 } are four positives only the candidate finds. */
function rowsOf(cells: Readonly<Record<string, number>>): GroupRows {
  const pairs = ["000", "001", "010", "011", "100", "101", "110", "111"].map((name): PairedCell => {
    const [label, candidate, baseline] = [...name].map((digit) => digit === "1");
    const weight = cells[name] ?? 0;
    return {
      ...{ label: label === true, candidate: candidate === true, baseline: baseline === true },
      ...{ weight, square: weight },
    };
  });
  const count = (label: boolean, candidate: boolean) =>
    pairs
      .filter((each) => each.label === label && each.candidate === candidate)
      .reduce((n, { weight }) => n + weight, 0);
  const counts = {
    truePositives: count(true, true),
    falsePositives: count(false, true),
    falseNegatives: count(true, false),
    trueNegatives: count(false, false),
  };
  return rowsOfCounts(counts, pairs);
}

const change = (
  group: GroupRows,
  reference: GroupRows | null,
  comparison: "difference" | "ratio" | "group_min",
) =>
  measureChange({
    ...{ rate: "selection_rate", comparison, group, reference },
    measure: findMeasure("selection_rate"),
  });

describe("the change of a disparity on the same rows", () => {
  it("of two models that decide alike is 0, with p = 1 and no error", () => {
    const group = rowsOf({ "000": 30, "011": 5, "100": 5, "111": 20 });
    const reference = rowsOf({ "000": 40, "111": 60 });
    const found = change(group, reference, "difference");
    expect(found).toMatchObject({ value: 0, p: 1, method: "delta-paired" });
    expect(found?.standardError).toBeCloseTo(0, 9);
  });

  it("has McNemar's standard error where one group changes and is compared with nothing that does", () => {
    // Of 100 rows the candidate alone selects 6 and the baseline alone 16: a change of -0.1.
    const group = rowsOf({ "000": 38, "010": 6, "001": 16, "111": 40 });
    const still = rowsOf({ "000": 200, "111": 800 });
    const found = change(group, still, "difference");
    // |0.46 - 0.8| against |0.56 - 0.8|; the variance of a paired difference: (b + c - (b - c)² / n) / n².
    expect(found?.change).toEqual({
      candidate: expect.closeTo(0.34, 12),
      baseline: expect.closeTo(0.24, 12),
    });
    expect(found?.value).toBeCloseTo(0.1, 12);
    expect(found?.standardError).toBeCloseTo(Math.sqrt((22 - 100 / 100) / 10_000), 9);
    expect(change(group, null, "group_min")?.value).toBeCloseTo(0.1, 12);
  });

  it("of a ratio has the standard error that seeded draws show", () => {
    // Selection rates of 0.35 and 0.58 against 0.4 and 0.55: no ratio comes near 1, where it folds.
    const cells = {
      "000": 0.4,
      "001": 0.1,
      "010": 0.05,
      "011": 0.05,
      "100": 0.1,
      "101": 0.05,
      "110": 0.05,
      "111": 0.2,
    };
    const other = {
      "000": 0.2,
      "001": 0.12,
      "010": 0.1,
      "011": 0.08,
      "100": 0.05,
      "101": 0.05,
      "110": 0.1,
      "111": 0.3,
    };
    const next = seeded();
    const draws = Array.from({ length: 600 }, () =>
      change(rowsOf(draw(cells, 400, next)), rowsOf(draw(other, 600, next)), "ratio"),
    );
    const values = draws.map((each) => each?.value ?? Number.NaN);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    const stated = draws.reduce((sum, each) => sum + (each?.standardError ?? 0), 0) / draws.length;
    expect(stated / spread).toBeGreaterThan(0.9);
    expect(stated / spread).toBeLessThan(1.1);
  });

  it("from a sure parity is seldom seen in noise, though noise has two sides to go to", () => {
    // The baseline selects nobody, the candidate a fifth of either group.
    const next = seeded();
    const cells = { "000": 0.8, "010": 0.2 };
    const found = Array.from({ length: 400 }, () =>
      change(rowsOf(draw(cells, 200, next)), rowsOf(draw(cells, 200, next)), "difference"),
    );
    const alarms = found.filter((each) => (each?.p ?? 0) < 0.05).length;
    // 5 % of 400 and three standard deviations more.
    expect(alarms).toBeLessThanOrEqual(20 + 13);
  });

  it("without a baseline's decisions is none", () => {
    const alone = { ...rowsOf({ "111": 5 }), pairs: null };
    expect(change(alone, alone, "difference")).toBeNull();
  });
});

function draw(
  shares: Readonly<Record<string, number>>,
  n: number,
  next: () => number,
): Record<string, number> {
  const found: Record<string, number> = {};
  for (let row = 0; row < n; row++) {
    let left = next();
    const name = Object.keys(shares).find((each) => {
      left -= shares[each] ?? 0;
      return left < 0;
    });
    found[name ?? "000"] = (found[name ?? "000"] ?? 0) + 1;
  }
  return found;
}

/** The minimal standard generator of Park and Miller (1988). */
function seeded(): () => number {
  let state = 20260505;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}
