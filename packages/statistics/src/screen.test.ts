import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectable, prove, requiredN, type Screened, screen } from "./screen.ts";

const shown = { breached: true, p: 0.01, blocking: true };
const hidden = { breached: true, p: 0.3, blocking: true };
const met = { breached: false, p: 0.001, blocking: true };

describe("two keys", () => {
  it.each<[string, Screened[], string[]]>([
    ["a breach that the data show fails", [shown], ["fail"]],
    ["a breach that may be noise is inconclusive", [hidden], ["inconclusive"]],
    ["no breach passes, however small the p", [met], ["pass"]],
    ["p at the level itself is not below it", [{ ...shown, p: 0.05 }], ["inconclusive"]],
    [
      "without a p the plain limit decides",
      [
        { ...shown, p: null },
        { ...met, p: null },
      ],
      ["fail", "pass"],
    ],
    [
      "of two breaches Holm doubles the smaller p",
      [{ ...shown, p: 0.03 }, hidden],
      ["inconclusive", "inconclusive"],
    ],
    [
      "a check that passes counts in the family",
      [
        { ...shown, p: 0.03 },
        { ...met, p: 0.5 },
      ],
      ["inconclusive", "pass"],
    ],
    [
      "a check without a p does not count",
      [
        { ...shown, p: 0.03 },
        { ...met, p: null },
      ],
      ["fail", "pass"],
    ],
    [
      "a warning does not count either",
      [
        { ...shown, p: 0.03 },
        { ...met, p: 0.5, blocking: false },
      ],
      ["fail", "pass"],
    ],
    [
      "a warning is judged on its own p",
      [{ ...shown, p: 0.04, blocking: false }, hidden, hidden],
      ["fail", "inconclusive", "inconclusive"],
    ],
  ])("%s", (_, measured, outcomes) => {
    expect(screen(measured).map(({ outcome }) => outcome)).toEqual(outcomes);
  });

  it("only blocking checks with a p get an adjusted one", () => {
    const measured = [shown, { ...hidden, blocking: false }, { ...shown, p: null }, { ...met, p: 0.02 }];
    expect(screen(measured).map(({ pAdjusted }) => pAdjusted)).toEqual([0.02, null, null, 0.02]);
  });

  it("never fails a check that is within its limit, and never passes one that is beyond", () => {
    const each = fc.record({
      breached: fc.boolean(),
      p: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      blocking: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(each, { maxLength: 12 }), (measured) => {
        for (const [index, { outcome }] of screen(measured).entries())
          expect(outcome === "pass").toBe(!measured[index]?.breached);
      }),
    );
  });
});

describe("proof", () => {
  it.each([
    ["the interval excludes the margin", "pass", -0.004, "pass"],
    ["even after a significant drop within the margin", "fail", -0.004, "pass"],
    ["the interval reaches the margin", "pass", -0.01, "inconclusive"],
    ["a breach that may be noise", "inconclusive", -0.03, "inconclusive"],
    ["a breach that the data show", "fail", -0.03, "fail"],
    ["no lower bound proves nothing", "pass", Number.NaN, "inconclusive"],
  ] as const)("%s", (_, screened, low, outcome) => {
    expect(prove({ screened, low, margin: 0.01 })).toBe(outcome);
  });
});

describe("how much data it takes", () => {
  it.each([
    ["1200 rows, one check: (1.644854 · 0.0096 / 0.01)² · 1200", 1, 2993],
    ["four checks ask for the quantile at 0.0125, 2.241403", 4, 5557],
  ])("%s", (_, blocking, rows) => {
    expect(requiredN({ n: 1200, standardError: 0.0096, limit: 0.01, blocking })).toBe(rows);
  });

  it("no number of rows shows a limit of 0", () => {
    expect(requiredN({ n: 1200, standardError: 0.0096, limit: 0, blocking: 1 })).toBeNull();
  });

  it("four times the rows halve what can be shown: (1.644854 + 0.84) · se", () => {
    expect(detectable({ standardError: 0.01, blocking: 1 })).toBeCloseTo(0.0248485, 7);
    expect(detectable({ standardError: 0.005, blocking: 1 })).toBeCloseTo(0.0124243, 7);
  });
});
