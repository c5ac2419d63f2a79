import type { JsonValue } from "@ml-gates/gate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listMeasuredTables } from "./measured-tables.ts";

const tables = (data: { readonly [key: string]: JsonValue }): unknown =>
  listMeasuredTables({ schema: "x/1", data }).map(({ title, columns, rows }) => ({ title, columns, rows }));

describe("listMeasuredTables", () => {
  it("reads a list of records, a group in one cell", () => {
    expect(tables({ byGroup: [{ group: { SEX: "1" }, n: 3, rate: 0.51234 }] })).toEqual([
      { title: "byGroup", columns: ["group", "n", "rate"], rows: [["SEX=1", "3", "0.5123"]] },
    ]);
  });

  it("reads a map of records, its keys in the first column", () => {
    expect(tables({ SEX: { "1": { rate: 0.5 }, "2": { rate: null } } })).toEqual([
      {
        title: "SEX",
        columns: ["", "rate"],
        rows: [
          ["1", "0.5000"],
          ["2", "–"],
        ],
      },
    ]);
  });

  it("says how many rows are left out", () => {
    const rows = Array.from({ length: 250 }, (_, index) => ({ index }));
    expect(listMeasuredTables({ schema: "x/1", data: { rows } })[0]?.rest).toBe(50);
  });

  it("takes a column called as something every object inherits for a column", () => {
    const rows = JSON.parse('[{ "toString": "" }, {}]');
    expect(listMeasuredTables({ schema: "x/1", data: { rows } })[0]?.rows).toEqual([[""], ["–"]]);
  });

  it("stands one record of many members on its end, and says an interval as one", () => {
    const overall = { selected: 10, accuracy: 0.5, precision: 0.25, recall: 1, f1: 0.4 };
    const intervals = [{ group: "1", accuracy: { low: 0.25, high: 0.75 } }];
    const data = { overall, columns: { SEX: { intervals } } };
    expect(listMeasuredTables({ schema: "fairness/1", data })).toMatchObject([
      {
        title: "Rates of all rows",
        columns: ["", "value"],
        rows: [["selected", "10"], ["accuracy", "0.5000"], {}, {}, {}],
      },
      { title: "Intervals of the rates by SEX", rows: [["1", "0.2500 … 0.7500"]] },
    ]);
  });

  it("survives whatever stands there", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const data = JSON.parse(JSON.stringify({ value }));
        for (const { columns, rows } of listMeasuredTables({ schema: "x/1", data })) {
          for (const row of rows) expect(row).toHaveLength(columns.length);
        }
      }),
      { numRuns: 500 },
    );
    expect(listMeasuredTables(null)).toEqual([]);
  });
});
