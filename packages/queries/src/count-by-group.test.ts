import { describe, expect, it } from "vitest";
import { planCountsByGroup } from "./count-by-group.ts";
import type { Row } from "./table.ts";

const PLAN = planCountsByGroup({
  table: {
    from: '"p.csv"',
    columns: ["y", "d", "SEX", 'a"b'].map((name) => ({ name, family: "text", sqlType: "VARCHAR" })),
    rowNumber: "r",
  },
  columns: { key: "id", label: "y", prediction: "d", score: null, weight: null, positive: "it's" },
  by: ["SEX", 'a"b'],
  intersections: [],
  control: [],
  bins: {},
  baseline: null,
});

describe("the plan", () => {
  it("is one statement over the overall row and every column by itself", () => {
    expect(PLAN.sql).toContain("GROUP BY GROUPING SETS ((), (g0), (g1))");
    expect(PLAN.sql.split(";")).toHaveLength(1);
  });

  it("quotes what strangers name", () => {
    expect(PLAN.sql).toContain(`'it''s' AS t`);
    expect(PLAN.sql).toContain(`"a""b" AS g1`);
  });

  it("scans the rows once, to the finest cells, and rolls these up", () => {
    expect(PLAN.sql.match(/"p\.csv"/g)).toHaveLength(1);
    expect(PLAN.sql).toMatch(/ORDER BY GROUPING\(g0\) \+ GROUPING\(g1\) DESC LIMIT 200000$/);
  });
});

const cells = (total: number, [tp, fp, fn, tn]: readonly [number, number, number, number]): Row => ({
  total,
  truePositives: tp,
  falsePositives: BigInt(fp),
  falseNegatives: fn,
  trueNegatives: tn,
  missing_y: 0,
  missing_p: total - tp - fp - fn - tn,
  first_y: "no",
  last_y: "no",
  first_p: null,
  last_p: null,
  missing_w: 0,
  lightest: null,
  levels_g0: 3,
  levels_g1: 1,
  truePositives_squared: tp,
  falsePositives_squared: fp,
  falseNegatives_squared: fn,
  trueNegatives_squared: tn,
});

describe("the reader", () => {
  const found = PLAN.read([
    { g0: null, g1: null, rolled_g0: 1, rolled_g1: 1, ...cells(9, [2, 1, 1, 4]) },
    { g0: null, g1: "z", rolled_g0: 1, rolled_g1: 0, ...cells(9, [2, 1, 1, 4]) },
    { g0: "2", g1: null, rolled_g0: 0, rolled_g1: 1, ...cells(5, [2, 1, 1, 1]) },
    { g0: null, g1: null, rolled_g0: 0, rolled_g1: 1, ...cells(1, [0, 0, 0, 1]) },
    { g0: "10", g1: null, rolled_g0: 0, rolled_g1: 1, ...cells(3, [0, 0, 0, 2]) },
  ]);

  it("tells rows without a group from the overall row", () => {
    expect(found.byGroup.map(({ columns, values, rows }) => [...columns, ...values, rows])).toEqual([
      ["SEX", null, 1],
      ["SEX", "10", 3],
      ["SEX", "2", 5],
      ['a"b', "z", 9],
    ]);
    expect(found.rows).toBe(9);
    expect(found.overall.counts).toEqual({
      truePositives: 2,
      falsePositives: 1,
      falseNegatives: 1,
      trueNegatives: 4,
    });
  });

  it("counts what cannot be counted apart, and names the other values once", () => {
    expect(found.missing).toEqual({ label: 0, prediction: 1, weight: 0 });
    expect(found.others).toEqual({ label: ["no"], prediction: [] });
  });

  it("refuses a count that is no number", () => {
    expect(() => PLAN.read([{ ...cells(1, [1, 0, 0, 0]), rolled_g0: 1, rolled_g1: 1, total: "1" }])).toThrow(
      RangeError,
    );
  });
});
