import type { JsonValue } from "@ml-gates/gate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitedDisparity, worseModel } from "../golden/stories.ts";
import { drawChart } from "./draw-chart.ts";
import { findCharts } from "./find-charts.ts";

const measured = (data: { readonly [key: string]: JsonValue }) =>
  findCharts({ findings: [], measurements: { schema: "x/1", data } });

describe("findCharts", () => {
  it("puts changes and values into charts of their own", () => {
    const charts = findCharts(worseModel);
    expect(charts.map(({ title }) => title)).toEqual([
      "Changes with their intervals",
      "Values with their intervals",
    ]);
    expect(charts[0]).toMatchObject({
      rows: [
        { name: "roc_auc", low: -0.0371, value: -0.0297, high: -0.0223, outcome: "fail" },
        { name: "accuracy" },
      ],
    });
    expect(findCharts(limitedDisparity)).toHaveLength(1);
  });

  it("reads curves of pairs and of records, and leaves out what is none", () => {
    const candidate = [
      { threshold: null, fpr: 0, tpr: 0 },
      { threshold: null, fpr: 1, tpr: 1 },
    ];
    const [roc, ...others] = measured({
      curves: {
        roc: {
          candidate,
          baseline: [
            [0, 0],
            [1, 1],
          ],
          broken: [[0]],
        },
        other: 3,
      },
    });
    expect(roc).toMatchObject({
      diagonal: true,
      series: [
        {
          points: [
            [0, 0],
            [1, 1],
          ],
        },
        {
          points: [
            [0, 0],
            [1, 1],
          ],
        },
      ],
    });
    expect(others).toEqual([]);
  });

  it("reads the curves of a comparison, which stand by model", () => {
    const model = (y: number) => ({
      roc: [
        [0, 0],
        [0.5, y],
        [1, 1],
      ],
      calibration: [
        [0.1, y],
        [0.9, 0.8],
      ],
      histogram: [3, 4],
    });
    const charts = measured({ curves: { candidate: model(0.7), baseline: model(0.6) } });
    expect(charts.map((chart) => [chart.title, chart.kind === "curves" && chart.series])).toMatchObject([
      ["ROC curve", [{ name: "candidate" }, { name: "baseline" }]],
      ["Calibration", [{ name: "candidate" }, { name: "baseline" }]],
    ]);
    expect(measured({ curves: { candidate: model(0.7), baseline: null } })).toHaveLength(2);
  });

  it("draws a histogram as shares of each side", () => {
    const histogram = { edges: [0, 10, 20], reference: [30, 10], current: [5, 5] };
    expect(measured({ columns: [{ column: "age", histogram }] })).toEqual([
      {
        ...{ kind: "histogram", title: "Distribution of age" },
        bins: [
          { label: "0 … 10", reference: 0.75, current: 0.5 },
          { label: "10 … 20", reference: 0.25, current: 0.5 },
        ],
      },
    ]);
  });

  it("shows a rate by group with its interval", () => {
    const sex = {
      groups: [
        { group: "1", selection_rate: 0.5 },
        { group: "2", selection_rate: null },
      ],
      intervals: [{ group: "1", selection_rate: { low: 0.4, high: 0.6 } }],
    };
    expect(measured({ columns: { SEX: sex } })).toMatchObject([
      { title: "Selection rate by SEX", rows: [{ name: "1", low: 0.4, value: 0.5, high: 0.6 }] },
    ]);
  });

  it("shows the rates that are judged, and other measures where there are none", () => {
    const interval = { low: 0.1, high: 0.4 };
    const rates = { true_positive_rate: interval, accuracy: interval, selection_rate: interval };
    const errors = { confidence: 0.95, mean_error: interval };
    const frame = (intervals: { readonly [key: string]: JsonValue }) => ({
      groups: [{ group: "1", selection_rate: 0.2, true_positive_rate: 0.3, accuracy: 0.4, mean_error: 0.3 }],
      intervals: [{ group: "1", ...intervals }],
    });
    expect(
      measured({ columns: { SEX: frame(rates), AGE: frame(errors) } }).map(({ title }) => title),
    ).toEqual(["Selection rate by SEX", "True positive rate by SEX", "Accuracy by SEX", "Mean error by AGE"]);
  });

  it("shows performance by window, and leaves out windows without a value", () => {
    const window = { metric: "recall", to: "2024-01-27T00:00:00Z", value: 0.9, low: 0.8, high: 0.95 };
    expect(measured({ windows: [window, { ...window, value: null }] })).toMatchObject([
      { title: "recall by window", rows: [{ name: "until 2024-01-27T00:00:00Z", low: 0.8, high: 0.95 }] },
    ]);
  });

  it("cuts a check's name before its group", () => {
    const [first] = limitedDisparity.findings;
    const finding = { ...first, slice: { RAC1P: "some group" } } as typeof first;
    const [chart] = findCharts({ findings: finding === undefined ? [] : [finding], measurements: null });
    expect(chart).toMatchObject({ rows: [{ name: expect.stringMatching(/… RAC1P=some group$/) }] });
  });

  it("survives any measurements, and draws what it finds", () => {
    const part = fc.oneof(
      fc.jsonValue(),
      fc.constant([
        [0, 1],
        [1, 0],
      ]),
      fc.constant([1e308, 2, -3]),
    );
    const anyData = fc.record({
      curves: fc.dictionary(fc.string(), fc.dictionary(fc.string(), part)),
      columns: fc.oneof(part, fc.array(fc.record({ reference: part, current: part, edges: part }))),
      histograms: part,
      windows: fc.oneof(part, fc.array(fc.record({ metric: part, value: part, low: part, high: part }))),
    });
    fc.assert(
      fc.property(anyData, (data) => {
        for (const chart of measured(data as { readonly [key: string]: JsonValue }))
          expect(drawChart(chart)).toMatch(/^<svg.*<\/svg>$/s);
      }),
      { numRuns: 50 },
    );
  });
});
