import type { WindowCounts } from "@ml-gates/queries";
import { describe, expect, it } from "vitest";
import { judgeWindows } from "./judge-windows.ts";

const DAY = 86_400;
/** A day `back` from 21 January 2024, with found and missed positives, and rows whose label has not come. */
function day(
  back: number,
  [found, missed, unlabelled = 0]: readonly [number, number, number?],
): WindowCounts {
  const last = Date.UTC(2024, 0, 21) / 1000 - back * DAY;
  const labelled = found + missed;
  return {
    ...{ window: back, first: last - DAY + 1, last, rows: labelled + unlabelled, labelled, correct: found },
    ...{ truePositives: found, falseNegatives: missed, falsePositives: 0, trueNegatives: 0 },
  };
}

const RECALL = { metric: "recall", min: 0.9, severity: "block", source: null } as const;
const section = { objectives: [RECALL], coverage: 0.8, windowHours: 7 * 24, stepHours: 24 };
const days = (count: number, cells: (back: number) => readonly [number, number, number?]) =>
  Array.from({ length: count }, (_, back) => day(back, cells(back)));

describe("a rolling objective", () => {
  it("by hand: 7 of 10 found on each of 7 days is 49 of 70, and below 0.9", () => {
    const { findings, windows } = judgeWindows(
      section,
      days(9, (back) => (back < 7 ? [7, 3] : [10, 0])),
    );
    expect(findings).toMatchObject([
      { id: "performance:recall/0.9", outcome: "fail", observed: 0.7, n: 70, severity: "block" },
    ]);
    // Each window moves by a day: 49 of 70, then 52, then 55.
    expect(windows).toMatchObject(
      [0.7, 52 / 70, 55 / 70].map((value, index) => ({
        value: expect.closeTo(value, 9),
        ...{ decides: index === 0, met: false },
        coverage: 1,
        rows: 70,
      })),
    );
  });

  it("is judged on the newest window whose labels have come", () => {
    // Of the last two days no label is there: 50 of 70 predictions of the newest window have one, 60 of the next.
    const steps = days(14, (back) => (back < 2 ? [0, 0, 10] : [9, 1]));
    const { findings, windows } = judgeWindows(section, steps);
    expect(findings[0]).toMatchObject({ outcome: "pass", observed: 0.9, n: 60 });
    expect(findings[0]?.why).toMatch(
      /85\.7 % of its 70 predictions labelled; .* last 24 hours are still to come/,
    );
    const told = JSON.parse(JSON.stringify(windows));
    expect(told.map(({ decides }: { readonly decides: boolean }) => decides)).toEqual(
      windows.map((_, index) => index === 1),
    );
    expect([told[0].met, told[1].met]).toEqual([null, true]);
  });

  it("is open once no window that overlaps the newest has its labels", () => {
    const { findings } = judgeWindows(
      section,
      days(21, (back) => (back < 9 ? [0, 0, 10] : [9, 1])),
    );
    expect(findings).toMatchObject([
      { outcome: "inconclusive", reason: "labels-late", n: 0, observed: null },
    ]);
  });

  it("is open until the predictions fill one window", () => {
    const { findings, windows } = judgeWindows(
      section,
      days(6, () => [0, 10]),
    );
    expect(findings).toMatchObject([{ outcome: "inconclusive", reason: "window-not-filled", n: 60 }]);
    expect(windows).toEqual([]);
    expect(judgeWindows(section, [])).toMatchObject({ findings: [{ reason: "no-rows" }] });
  });

  it("leaves out windows without a row, and days without one count nothing", () => {
    const steps = days(20, () => [9, 1]).filter(({ window }) => window < 2 || window > 11);
    const { windows } = judgeWindows(section, steps);
    // Those that start 3 to 5 days back, and the ones before the gap of ten days that have ended.
    expect(windows.map((each) => JSON.parse(JSON.stringify(each)).rows)).toEqual([
      ...[20, 10],
      ...[10, 20, 30, 40, 50, 60, 70, 70],
    ]);
  });

  it("at its limit fails in one of twenty draws at most, however many windows there are", () => {
    let state = 20260505;
    const next = () => {
      state = (state * 16807) % 2147483647;
      return state / 2147483647;
    };
    const draws = Array.from({ length: 300 }, () =>
      judgeWindows(
        section,
        days(40, () => {
          const found = Array.from({ length: 12 }, () => Number(next() < 0.9)).reduce((a, b) => a + b, 0);
          return [found, 12 - found];
        }),
      ),
    );
    const alarms = draws.filter(({ findings }) => findings.some(({ outcome }) => outcome === "fail"));
    // 5 % of 300 and three standard deviations more.
    expect(alarms.length).toBeLessThanOrEqual(15 + 11);
  });
});
