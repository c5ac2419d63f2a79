import { finding, type GateReport, type JsonValue } from "@ml-gates/gate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOSTILE_TEXTS } from "./golden/hostile.ts";
import { reportOf } from "./golden/stories.ts";
import { renderChart } from "./render-chart.ts";

const METRICS: JsonValue = [{ metric: "f1", from: "file" }];
const past = (version: string, f1: JsonValue): JsonValue => ({ version, at: null, metrics: { f1 } });

/** A report of one gated metric, at 0.8 in the candidate. */
function compared(
  data: { readonly [key: string]: JsonValue },
  schema = "comparison/1",
  name = "f1",
): GateReport {
  const gated = finding({
    id: `${name}/max-drop`,
    kind: "metric",
    check: { metric: name, "max-drop": 0.1 },
    severity: "block",
    outcome: "pass",
    baseline: 0.9,
    observed: 0.8,
    effect: { kind: "difference", value: -0.1, low: null, high: null, confidence: null },
    why: "f1 fell by 0.1.",
  });
  return reportOf("compare-models", [gated], { measurements: { schema, data } });
}

const push = (commit: string, candidate: number) =>
  ({ commit, verdict: "pass", metric: { name: "f1", baseline: 0.9, candidate } }) as const;
const PUSHES = [push("1111111", 0.7), push("2222222", 0.8)];

describe("the chart of the gated metric", () => {
  it("has the ten last baselines, the oldest first, commits cut short", () => {
    const recent = Array.from({ length: 14 }, (_, index) =>
      past(`${"abcdef0123456789"[index]}`.repeat(40), index / 10),
    );
    const chart = renderChart([compared({ metrics: METRICS, recent })], PUSHES);
    expect(chart).toContain('x-axis ["3333333", "2222222", "1111111", "0000000", "fffffff", "eeeeeee", ');
    expect(chart.match(/^\| <code>/gm)).toHaveLength(11);
    expect(chart).not.toContain("pushes");
  });

  it.each<readonly [string, GateReport]>([
    ["holds none", compared({ metrics: METRICS })],
    ["holds one alone", compared({ metrics: METRICS, recent: [past("1", 0.9)] })],
    ["holds other metrics", compared({ metrics: METRICS, recent: [past("1", "0.9"), past("2", null)] })],
    [
      "measured predictions",
      compared({ metrics: [{ metric: "f1", from: "predictions" }], recent: [past("1", 1), past("2", 1)] }),
    ],
    [
      "is of another schema",
      compared({ metrics: METRICS, recent: [past("1", 1), past("2", 1)] }, "comparison/9"),
    ],
  ])("is over the pushes where the report %s", (_story, report) => {
    expect(renderChart([report], PUSHES)).toContain('line "candidate" [0.7000, 0.8000]');
    expect(renderChart([report], [])).toBe("");
  });

  it("holds what Mermaid can read: no empty name, no exponent", () => {
    const chart = renderChart(
      [compared({ metrics: METRICS, recent: [past("  ", 1e22), past('"]', -0.5)] })],
      [],
    );
    expect(chart).toContain('x-axis ["  ", "unnamed", "candidate"]');
    expect(chart).toContain('line "value" [-0.5000, 10000000000000000000000, 0.8000]');
  });

  it("stays one block and one table, whatever strangers write", () => {
    const anyText = fc.oneof(fc.constantFrom(" ", ...HOSTILE_TEXTS), fc.string({ unit: "binary" }));
    const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(anyText, anyText, anyNumber, fc.jsonValue(), (name, version, number, other) => {
        const of = (value: number): JsonValue => ({
          version,
          at: other as JsonValue,
          metrics: { [name]: value },
        });
        const recent = [
          of(number),
          other as JsonValue,
          of(0.5),
          { version: other as JsonValue, metrics: other as JsonValue },
        ];
        const chart = renderChart(
          [compared({ metrics: [{ metric: name, from: "file" }], recent }, "comparison/1", name)],
          [],
        );
        if (chart === "") return;
        expect(chart.match(/```/g)).toHaveLength(2);
        expect(chart).toMatch(
          /^ {2}x-axis \["[\p{L}\p{N}_. -]+"(?:, "[\p{L}\p{N}_. -]+")*\]\n {2}line "value" \[[-\d., ]+\]$/mu,
        );
        const table = chart.split("\n").filter((line) => line.startsWith("|"));
        expect(new Set(table.map((line) => line.split("|").length))).toEqual(new Set([4]));
        expect(chart.replaceAll(/<\/?(?:details|summary|code)>/g, "")).not.toContain("<");
      }),
      { numRuns: 60 },
    );
  });
});
