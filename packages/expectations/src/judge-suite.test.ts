import { type Finding, foldVerdict } from "@ml-gates/gate";
import { type Answer, type Answers, askId, failAnswers, type SqlValue, type Table } from "@ml-gates/queries";
import { describe, expect, it } from "vitest";
import { judgeMisfits } from "./judge-misfits.ts";
import { judgeSuite } from "./judge-suite.ts";
import { parseSuite } from "./parse-suite.ts";
import { planSuite, type SuitePlan } from "./plan-suite.ts";
import { renderSuiteSummary } from "./render-suite-summary.ts";

const TABLE: Table = {
  from: "t",
  rowNumber: "r",
  columns: [{ name: "AGEP", family: "integer", sqlType: "BIGINT" }],
};

type Written = readonly [type: string, kwargs: object, severity?: string];

function plan(...written: readonly Written[]): SuitePlan {
  const expectations = written.map(([type, kwargs, severity = "critical"]) => ({ type, kwargs, severity }));
  return planSuite(parseSuite(JSON.stringify({ expectations }), "s.json"), TABLE);
}

/** Answers by name of the ask within its question. */
function answer(suitePlan: SuitePlan, rows: number, values: Readonly<Record<string, SqlValue>>): Answers {
  const asked = suitePlan.planned.flatMap(({ question }) => Object.entries(question.asks));
  const answers = asked.map(([name, ask]): [string, Answer] => [askId(ask), { value: values[name] ?? null }]);
  return new Map([...answers, ["count(*)", { value: rows }]]);
}

function judgeOne(written: Written, rows: number, values: Readonly<Record<string, SqlValue>>): Finding {
  const suitePlan = plan(written);
  const [finding] = judgeSuite(suitePlan, answer(suitePlan, rows, values));
  if (finding === undefined) throw new Error("no finding");
  return finding;
}

const BETWEEN = "expect_column_values_to_be_between";
const within = { column: "AGEP", min_value: 0, max_value: 120 };

describe("judgeSuite", () => {
  it("tells the share, the first row and what was wanted", () => {
    const sample = [
      { value: 600, row: 4 },
      { value: 552, row: 1 },
    ];
    const finding = judgeOne([BETWEEN, within], 2000, { present: 2000, unexpected: 1960, sample });
    expect(finding).toMatchObject({
      id: "expect_column_values_to_be_between/AGEP",
      kind: "expectation",
      outcome: "fail",
      severity: "block",
      source: { path: "s.json", line: 1 },
      why: "AGEP: 1,960 of 2,000 values lie outside 0 … 120; the first is 552 in row 1. Wanted: at most 0.",
      observed: 0.98,
      effect: { kind: "fraction", value: 0.98 },
      n: 2000,
      samples: [
        { row: 1, value: 552 },
        { row: 4, value: 600 },
      ],
    });
    expect(finding.remedy).not.toBeNull();
  });

  // 19 of 20 is 0.95 exactly; (20 - 1) / 20 >= 0.95 holds in doubles.
  // prettier-ignore
  const mostly = [
    ["the share is met exactly", 0.95, 20, 1, "pass"],
    ["one more than is allowed", 0.95, 20, 2, "fail"],
    ["nothing to test", 1, 0, 0, "pass"],
    ["nothing is asked for", 0, 20, 20, "pass"],
  ] as const;

  it.each(mostly)("%s", (_story, share, present, unexpected, outcome) => {
    const finding = judgeOne([BETWEEN, { ...within, mostly: share }], 30, { present, unexpected });
    expect(finding.outcome).toBe(outcome);
    expect(finding.remedy === null).toBe(outcome === "pass");
  });

  it("counts missing values only where they are what is tested", () => {
    const values = { present: 15, unexpected: 5 };
    const finding = judgeOne(["expect_column_values_to_not_be_null", { column: "AGEP" }], 20, values);
    expect(finding).toMatchObject({ outcome: "fail", n: 20, observed: 0.25 });
  });

  // prettier-ignore
  const observed = [
    ["the mean lies within", 3, "pass", 3],
    ["the mean lies outside", 5.5, "fail", 5.5],
    ["there is no mean", null, "fail", null],
    ["the mean is NaN", Number.NaN, "fail", null],
    ["the mean is infinite", Number.NEGATIVE_INFINITY, "fail", null],
    ["the mean is off in the 16th digit", 4.000000000000001, "pass", 4],
  ] as const;

  it.each(observed)("%s", (_story, value, outcome, seen) => {
    const finding = judgeOne(["expect_column_mean_to_be_between", { column: "AGEP", max_value: 4 }], 9, {
      value,
    });
    expect(finding).toMatchObject({ outcome, observed: seen });
  });

  it("judges the data's own values to the last digit, and writes them rounded", () => {
    const kwargs = { column: "AGEP", max_value: 0.3 };
    const finding = judgeOne(["expect_column_max_to_be_between", kwargs], 9, { value: 0.1 + 0.2 });
    expect(finding).toMatchObject({ outcome: "fail", observed: 0.3 });
  });

  it("gives an expectation whose question failed no verdict but its own", () => {
    const suitePlan = plan([BETWEEN, within], ["expect_column_max_to_be_between", { column: "AGEP" }]);
    const answers = new Map(answer(suitePlan, 9, { present: 9, unexpected: 0, value: 7 }));
    for (const [id, failed] of failAnswers(
      { sql: "", asks: [{ of: "rows", sql: 'max("AGEP")' }] },
      "no max",
    )) {
      answers.set(id, failed);
    }
    const findings = judgeSuite(suitePlan, answers);
    expect(findings.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ["pass", null],
      ["not-evaluable", "exception"],
    ]);
    expect(findings[1]?.why).toContain("no max");
    expect(foldVerdict(findings)).toBe("fail");
  });

  it("never passes a question that was not answered at all", () => {
    expect(judgeSuite(plan([BETWEEN, within]), new Map())[0]?.outcome).toBe("not-evaluable");
  });

  it("numbers what would share an id", () => {
    const suitePlan = plan([BETWEEN, within], [BETWEEN, { ...within, mostly: 0.5 }], [BETWEEN, within]);
    const ids = judgeSuite(suitePlan, answer(suitePlan, 1, { present: 1, unexpected: 0 })).map(
      ({ id }) => id,
    );
    expect(ids).toEqual([`${BETWEEN}/AGEP`, `${BETWEEN}/AGEP#2`, `${BETWEEN}/AGEP#3`]);
  });
});

describe("a table without rows", () => {
  const none = { present: 0, unexpected: 0, value: null };

  it.each([
    ["expectations about rows", [BETWEEN, within]],
    ["aggregates", ["expect_column_mean_to_be_between", { column: "AGEP", min_value: 0 }]],
    ["what holds of the columns", ["expect_column_to_exist", { column: "AGEP" }]],
  ] as const)("leaves open %s", (_story, written) => {
    expect(judgeOne(written, 0, none)).toMatchObject({ outcome: "inconclusive", reason: "no-rows" });
  });

  it("still fails for a column that is not there", () => {
    expect(judgeOne(["expect_column_to_exist", { column: "age" }], 0, none).outcome).toBe("fail");
    expect(judgeOne([BETWEEN, { ...within, column: "age" }], 0, none).outcome).toBe("not-evaluable");
  });

  it("is judged when the suite bounds the number of rows", () => {
    const suitePlan = plan(["expect_table_row_count_to_be_between", { min_value: 0 }], [BETWEEN, within]);
    const answers = new Map([...answer(suitePlan, 0, none), ["count(*)", { value: 0 }] as const]);
    expect(judgeSuite(suitePlan, answers).map(({ outcome }) => outcome)).toEqual(["pass", "pass"]);
  });
});

describe("what a reviewer reads", () => {
  it("says how many values break their declared type", () => {
    const samples = [{ row: 1_000_000, value: "N/A?" }];
    const [finding] = judgeMisfits([{ column: "AGEP", type: "integer", count: 2, samples }], null);
    expect(finding).toMatchObject({
      id: "declared-type/AGEP",
      outcome: "fail",
      severity: "block",
      why: 'AGEP: 2 values are not of the declared type integer; the first is "N/A?" in row 1000000. Wanted: at most 0.',
    });
  });

  it("names the most severe finding first", () => {
    const failing = { present: 4, unexpected: 4 };
    const suitePlan = plan([BETWEEN, within, "info"], [BETWEEN, { ...within, max_value: 1 }, "critical"]);
    const findings = judgeSuite(suitePlan, answer(suitePlan, 4, failing));
    expect(renderSuiteSummary("training rows", findings, 4)).toBe(
      "training rows: 2 of 2 expectations do not hold on 4 rows; first: AGEP: 4 of 4 values lie outside 0 … 1. Wanted: at most 0.",
    );
  });
});
