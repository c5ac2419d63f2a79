import type { PairedBin, ScoreBin } from "@ml-gates/queries";
import { describe, expect, it } from "vitest";
import { measureChange } from "./measure-change.ts";
import { findMeasure } from "./measures.ts";
import type { GroupRows } from "./metric-frame.ts";

type Scored = readonly [label: number, candidate: number, baseline: number];

const NONE = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };

/** Rows as the engine would sum them: one cell for each two bins. */
function groupOf(rows: readonly Scored[]): GroupRows {
  const pairs = new Map<string, PairedBin>();
  for (const [y, s, b] of rows) {
    const [own, other] = [binOf(y, s), binOf(y, b)];
    const id = `${own.bin} ${other.bin}`;
    const before = pairs.get(id);
    pairs.set(id, {
      ...add(before, own),
      baseline: add(before?.baseline, other),
      product: (before?.product ?? 0) + (s - y) * (b - y),
    });
  }
  return {
    ...{ rows: rows.length, counts: NONE, squares: NONE, pairs: null, moments: {}, area: null },
    bins: [...pairs.values()],
    pairedBins: [...pairs.values()],
  };
}

function binOf(y: number, s: number): ScoreBin {
  const sums = { weight: 1, square: 1, scores: s, positives: y, gap: s - y, gapSquared: (s - y) ** 2 };
  return { bin: Math.min(9, Math.floor(s * 10)), ...sums };
}

function add(before: ScoreBin | undefined, bin: ScoreBin): ScoreBin {
  if (before === undefined) return bin;
  const sum = (name: keyof ScoreBin) => before[name] + bin[name];
  return {
    bin: bin.bin,
    ...{ weight: sum("weight"), square: sum("square"), scores: sum("scores"), positives: sum("positives") },
    ...{ gap: sum("gap"), gapSquared: sum("gapSquared") },
  };
}

const change = (group: GroupRows, reference: GroupRows | null) =>
  measureChange({
    rate: "expected_calibration_error",
    comparison: reference === null ? "group_max" : "difference",
    measure: findMeasure("expected_calibration_error"),
    ...{ group, reference },
  });

describe("the change of an error of calibration", () => {
  it("by hand: ten rows at 0.15 and at 0.35, four of them positive", () => {
    const rows = Array.from({ length: 10 }, (_, row): Scored => [Number(row < 4), 0.15, 0.35]);
    const found = change(groupOf(rows), null);
    // Errors of |0.15 - 0.4| and |0.35 - 0.4|; both gaps vary as the label does, alike, so their difference does not.
    expect(found?.change).toEqual({
      candidate: expect.closeTo(0.25, 12),
      baseline: expect.closeTo(0.05, 12),
    });
    expect(found?.standardError).toBeCloseTo(0, 6);
    expect(found?.value).toBeCloseTo(0.2, 12);
  });

  it("by hand: gaps on both sides of 0 vary against each other", () => {
    // The candidate says 0.15, the baseline 0.85, of ten rows with five positives: a gap of -0.35 and one of 0.35.
    const rows = Array.from({ length: 10 }, (_, row): Scored => [Number(row < 5), 0.15, 0.85]);
    const found = change(groupOf(rows), null);
    // Of each row (y - 0.15) - (0.85 - y) = 2y - 1: variance 1, over ten rows.
    expect(found?.standardError).toBeCloseTo(Math.sqrt(1 / 10), 6);
    expect(found?.value).toBeCloseTo(0, 12);
  });

  it("of one model with itself is none", () => {
    const next = seeded();
    const rows = draw(200, next, { candidate: 0, baseline: 0 }).map(([y, s]): Scored => [y, s, s]);
    expect(change(groupOf(rows), groupOf(rows.slice(0, 90)))).toMatchObject({ value: 0, p: 1 });
  });

  it.each([
    ["scores as good as the baseline's", { candidate: 0.1, baseline: 0.1 }],
    ["scores that hold true, but less surely than the baseline's,", { candidate: 0, baseline: null }],
  ])("%s seldom look worse", (_, spread) => {
    const next = seeded();
    const found = Array.from({ length: 200 }, () => change(groupOf(draw(300, next, spread)), null));
    const alarms = found.filter((each) => (each?.p ?? 0) < 0.05).length;
    // 5 % of 200 and three standard deviations more.
    expect(alarms).toBeLessThanOrEqual(10 + 9);
  });
});

/** True chances q in 0.2 .. 0.8; scores are q and some noise, or for null the label itself. */
function draw(
  n: number,
  next: () => number,
  spread: Readonly<Record<"candidate" | "baseline", number | null>>,
): readonly Scored[] {
  const score = (y: number, q: number, noise: number | null) =>
    noise === null ? y : q + noise * (next() - 0.5);
  return Array.from({ length: n }, (): Scored => {
    const q = 0.2 + 0.6 * next();
    const y = Number(next() < q);
    return [y, score(y, q, spread.candidate), score(y, q, spread.baseline)];
  });
}

/** The minimal standard generator of Park and Miller (1988). */
function seeded(): () => number {
  let state = 20260611;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}
