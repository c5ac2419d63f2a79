import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { GateReport, JsonValue } from "@ml-gates/gate";
import { performAction } from "@ml-gates/runner";
import { afterAll, describe, expect, it } from "vitest";
import { localHost } from "../../../test/local-host.ts";
import { assessFairness } from "./assess-fairness.ts";

const SCRATCH = mkdtempSync(join(tmpdir(), "assess-wider-"));
afterAll(() => rmSync(SCRATCH, { recursive: true }));

async function assess(gate: Readonly<Record<string, unknown>>): Promise<GateReport> {
  writeFileSync(join(SCRATCH, "gate.yml"), JSON.stringify({ version: 1, ...gate }));
  const host = localHost(SCRATCH, {
    inputs: { config: "gate.yml", "report-dir": join(SCRATCH, "reports") },
  });
  const { reports } = await performAction(assessFairness, host);
  const [report] = reports;
  if (report === undefined) throw new Error("no report");
  return report;
}

/** The mean of 1 / log2(1 + rank) over ranks (Singh & Joachims 2018). */
function exposureOf(first: number, last: number): number {
  let sum = 0;
  for (let rank = first; rank <= last; rank++) sum += 1 / Math.log2(1 + rank);
  return sum / (last - first + 1);
}

const outcomesOf = ({ findings }: GateReport) =>
  Object.fromEntries(findings.map(({ id, outcome }) => [id, outcome]));
const problemsOf = ({ error }: GateReport) =>
  (error?.problems ?? []).map(({ message, remedy }) => `${message} ${remedy}`).join("\n");

function groupsOf(report: GateReport): readonly JsonValue[] {
  const data = JSON.parse(JSON.stringify(report.measurements?.data));
  return data.columns.g.groups;
}

/** Rows of id, label, decision, group, second group, site, weight, score: 240, decided by the rule given. */
function writeRows(name: string, decide: (id: number) => number, more: Partial<Row> = {}): void {
  const rows = Array.from({ length: 240 }, (_, id): Row => {
    const row = {
      ...{ id, y: id % 2, d: decide(id), g: id % 4 < 2 ? "a" : "b", h: id % 3 === 0 ? "x" : "y" },
      ...{ site: id < 120 ? "north" : "south", w: 1, s: 0.25 + 0.5 * (id % 2), age: id },
    };
    return { ...row, ...Object.fromEntries(Object.entries(more).filter(([key]) => key in row)) };
  });
  const names = Object.keys(rows[0] ?? {}) as (keyof Row)[];
  const lines = rows.map((row) => names.map((each) => row[each]).join(","));
  writeFileSync(join(SCRATCH, name), [names.join(","), ...lines, ""].join("\n"));
}

interface Row {
  readonly id: number;
  readonly y: number | string;
  readonly d: number | string;
  readonly g: string;
  readonly h: string;
  readonly site: string;
  readonly w: number | string;
  readonly s: number | string;
  readonly age: number;
}

const COLUMNS = { key: "id", label: "y", prediction: "d", score: "s" };
const PARITY = { metric: "demographic_parity_ratio", min: 0.8 };
/** Of a, 80 of 120 are selected, of b 40. */
const unequal = (id: number) => Number(id % 4 < 2 ? id % 12 < 8 : id % 12 < 4);
const equal = (id: number) => Number(id % 8 < 4);

const over = (fairness: object, columns: object = COLUMNS) => ({
  predictions: { candidate: "rows.csv", columns },
  fairness: { by: ["g"], checks: [PARITY], ...fairness },
});

describe("groups", () => {
  it("cross, and absent cells of the product are listed without rows", async () => {
    writeRows("rows.csv", equal);
    const report = await assess(over({ by: ["g", "h"], intersections: [["g", "h"]], minimum: 10 }));
    expect(Object.keys(outcomesOf(report))).toEqual([
      "demographic_parity_ratio/min/g=b",
      "demographic_parity_ratio/min/h=x",
      "demographic_parity_ratio/min/g×h=a×x",
      "demographic_parity_ratio/min/g×h=b×x",
      "demographic_parity_ratio/min/g×h=b×y",
    ]);
    expect(report.findings.at(-1)?.slice).toEqual({ g: "b", h: "y" });
  });

  it("are compared within control columns", async () => {
    writeRows("rows.csv", unequal);
    const report = await assess(over({ control: ["site"] }));
    expect(outcomesOf(report)).toEqual({
      "demographic_parity_ratio/min/site=north/g=b": "fail",
      "demographic_parity_ratio/min/site=south/g=b": "fail",
    });
    expect(report.findings[0]).toMatchObject({ slice: { site: "north", g: "b" } });
    expect(report.findings[0]?.why).toMatch(/^Within site=north: selection_rate of g=b is/);
  });

  it("of 10,000 levels are refused with the bins to write, and judged by them", async () => {
    writeRows("rows.csv", equal);
    const refused = await assess(over({ by: ["age"] }));
    expect(problemsOf(refused)).toContain("such as `bins: { age: [59, 119, 179] }`");
    const report = await assess(over({ by: ["age"], bins: { age: [120] } }));
    expect(outcomesOf(report)).toEqual({ "demographic_parity_ratio/min/age=>= 120": "pass" });
  });
});

describe("rows without a group", () => {
  it.each([
    [
      "in a control column",
      { control: ["site"] },
      { site: "" },
      '240 rows have no value in the group column "site"',
    ],
    [
      "in a column that is only crossed",
      { intersections: [["g", "h"]], checks: [{ ...PARITY, by: ["g", "h"] }] },
      { h: "" },
      '240 rows have no value in the group column "h"',
    ],
  ])("%s are refused", async (_, fairness, more, told) => {
    writeRows("rows.csv", equal, more);
    const report = await assess(over(fairness));
    expect(report.verdict).toBe("error");
    expect(problemsOf(report)).toContain(told);
  });
});

describe("weights", () => {
  const weighted = over({}, { ...COLUMNS, weight: "w" });

  it("of 1 change nothing; all alike they change no size", async () => {
    writeRows("rows.csv", unequal);
    const plain = await assess(over({}));
    for (const w of [1, 2.5]) {
      writeRows("rows.csv", unequal, { w });
      const { findings } = await assess(weighted);
      expect(findings[0]?.p).toBeCloseTo(plain.findings[0]?.p ?? 0, 9);
      expect(findings[0]?.n).toBe(plain.findings[0]?.n);
    }
  });

  it.each([
    ["below 0", -1, "The least value in the weight column"],
    ["of 0 in every row", 0, "no row counts"],
    ["without a value", "", "no finite value in the weight column"],
  ])("%s are refused", async (_, w, told) => {
    writeRows("rows.csv", unequal, { w });
    const report = await assess(weighted);
    expect(report.verdict).toBe("error");
    expect(problemsOf(report)).toContain(told);
  });
});

describe("a table of counts", () => {
  const counts = (lines: readonly string[]) => {
    writeFileSync(join(SCRATCH, "counts.csv"), `${lines.join("\n")}\n`);
    return { fairness: { by: ["g"], counts: "counts.csv", checks: [PARITY] } };
  };

  it("of labels and decisions is judged as its rows would be", async () => {
    const report = await assess(counts(["g,tp,fp,fn,tn", "a,40,40,20,20", "b,20,20,40,40"]));
    expect(report.findings).toMatchObject([
      { id: "demographic_parity_ratio/min/g=b", outcome: "fail", n: 240 },
    ]);
    writeRows("rows.csv", unequal);
    expect(report.findings[0]?.p).toBeCloseTo((await assess(over({}))).findings[0]?.p ?? 0, 12);
  });

  it("of selections has selection rates and nothing else", async () => {
    const gate = counts(["g,n,selected", "a,120,80", "b,120,40"]);
    const report = await assess(gate);
    expect(outcomesOf(report)).toEqual({ "demographic_parity_ratio/min/g=b": "fail" });
    const [first] = groupsOf(report);
    expect(first).toEqual({ group: "a", n: 120, selected: 80, selection_rate: 0.666666666667 });
    const odds = { ...gate.fairness, checks: [{ metric: "equalized_odds_difference", max: 0.1 }] };
    expect(problemsOf(await assess({ fairness: odds }))).toContain("counts of selections alone");
  });

  it.each([
    ["a negative count", ["g,tp,fp,fn,tn", "a,-1,4,2,2", "b,2,2,4,4"], "no whole number"],
    ["more selected than there are", ["g,n,selected", "a,2,4", "b,2,2"], "no whole number"],
    ["no counts", ["g,x", "a,2", "b,2"], "`tp`, `fp`, `fn`, `tn` were wanted"],
  ])("with %s is refused", async (_, lines, told) => {
    const report = await assess(counts(lines));
    expect(report.verdict).toBe("error");
    expect(problemsOf(report)).toContain(told);
  });
});

describe("a change against the baseline on the same rows", () => {
  const gate = (check: object) => ({
    predictions: { candidate: "rows.csv", baseline: "before.csv", columns: COLUMNS },
    fairness: { by: ["g"], checks: [check] },
  });
  const drop = { metric: "demographic_parity_difference", "max-drop": 0.05 };

  it("of the very same predictions passes with p = 1", async () => {
    writeRows("rows.csv", unequal);
    writeRows("before.csv", unequal);
    expect((await assess(gate(drop))).findings).toMatchObject([
      { outcome: "pass", p: 1, effect: { value: 0 } },
    ]);
  });

  it("that widens the disparity fails: 1/3 against 0", async () => {
    writeRows("rows.csv", unequal);
    writeRows("before.csv", equal);
    const { findings } = await assess(gate(drop));
    expect(findings).toMatchObject([
      { id: "demographic_parity_difference/max-drop/g=b", outcome: "fail", method: "delta-paired" },
    ]);
    expect(findings[0]?.effect?.value).toBeCloseTo(1 / 3, 9);
    expect(findings[0]).toMatchObject({ baseline: 0, observed: expect.closeTo(1 / 3, 9) });
  });

  it("of an error of numbers is the difference of both models' gaps", async () => {
    // The candidate misses the label in every fourth row, of a alone; the baseline in none.
    writeRows("rows.csv", (id) => (id % 4 === 0 ? 1 : id % 2));
    writeRows("before.csv", (id) => id % 2);
    const numbers = { metric: "mean_absolute_error_difference", "max-drop": 0.1 };
    const { findings } = await assess(gate(numbers));
    expect(findings).toMatchObject([{ outcome: "fail", baseline: 0, observed: expect.closeTo(0.5, 9) }]);
  });

  it("wants the baseline's decision in every row, of the same two values", async () => {
    writeRows("rows.csv", equal);
    writeRows("before.csv", (id) => (id === 7 ? 2 : equal(id)));
    expect(problemsOf(await assess(gate(drop)))).toContain('hold "0", "2"; two values in all were wanted');
    writeRows("before.csv", equal, { d: "" });
    expect(problemsOf(await assess(gate(drop)))).toContain(
      '240 rows have no value in the prediction column "d" of "before.csv"',
    );
  });

  it("is skipped before there is a baseline, and refused on other rows", async () => {
    rmSync(join(SCRATCH, "before.csv"), { force: true });
    expect((await assess(gate(drop))).findings).toMatchObject([
      { outcome: "skipped", reason: "no-baseline" },
    ]);
    writeFileSync(join(SCRATCH, "before.csv"), "id,y,d,s\n1,1,1,0.5\n999,0,1,0.5\n");
    expect(problemsOf(await assess(gate(drop)))).toContain("239 of the candidate are not in the baseline");
  });
});

describe("measures of scores, numbers and ranks", () => {
  it.each([
    ["expected_calibration_error_group_max", { max: 0.5 }, 0.25],
    ["calibration_in_the_large_difference", { max: 0.1 }, 0],
    ["roc_auc_score_group_min", { min: 0.9 }, 1],
    ["brier_score_loss_group_max", { max: 0.1 }, 0.0625],
    ["selection_at_k_difference", { max: 0.1 }, 0],
  ])("%s", async (metric, limit, value) => {
    writeRows("rows.csv", equal);
    const report = await assess(over({ checks: [{ metric, ...limit }] }));
    expect(report.findings[0]).toMatchObject({ outcome: "pass" });
    expect(report.findings[0]?.observed).toBeCloseTo(value, 9);
  });

  it.each([
    // Ranks 1 to 120 are a's, and the first 30 count as selected.
    ["selection_at_k_difference", 30 / 120],
    ["exposure_difference", exposureOf(1, 120) - exposureOf(121, 240)],
  ])("%s of groups that stand one after the other", async (metric, value) => {
    const rows = Array.from(
      { length: 240 },
      (_, id) => `${id},${id % 2},${1 - id / 240},${id < 120 ? "a" : "b"}`,
    );
    writeFileSync(join(SCRATCH, "rows.csv"), ["id,y,s,g", ...rows, ""].join("\n"));
    const columns = { key: "id", label: "y", score: "s" };
    const report = await assess(over({ checks: [{ metric, max: 1 }], "top-k": 30 }, columns));
    expect(report.findings[0]?.observed).toBeCloseTo(value, 9);
  });

  it("bounded group loss is a ceiling on the worst group's error", async () => {
    writeRows("rows.csv", unequal);
    const checks = [{ metric: "mean_absolute_error_group_max", max: 0.4 }];
    const report = await assess(over({ checks }, { key: "id", label: "y", prediction: "d" }));
    expect(report.findings.map(({ observed }) => observed)).toEqual([0.5, 0.5]);
    expect(outcomesOf(report)).toEqual({
      "mean_absolute_error_group_max/max/g=a": "fail",
      "mean_absolute_error_group_max/max/g=b": "fail",
    });
  });

  it.each([
    ["scores that are no probabilities", { s: 3 }, "probabilities from 0 to 1 were wanted"],
    ["scores that are texts", { s: "high" }, "numbers were wanted"],
    ["rows without a score", { s: "" }, "finite number"],
  ])("refuse %s", async (_, more, told) => {
    writeRows("rows.csv", equal, more);
    const report = await assess(over({ checks: [{ metric: "log_loss_group_max", max: 1 }] }));
    expect(report.verdict).toBe("error");
    expect(problemsOf(report)).toContain(told);
  });

  it.each([
    ["roc_auc_score_group_min", { min: 0.5 }],
    ["exposure_group_min", { min: 0.1 }],
    ["expected_calibration_error_group_max", { max: 0.5 }],
  ])("%s counts no row without a score as one with", async (metric, limit) => {
    writeRows("rows.csv", equal);
    writeFileSync(join(SCRATCH, "rows.csv"), "900,1,1,a,x,north,1,,3\n", { flag: "a" });
    const report = await assess(over({ checks: [{ metric, ...limit }] }));
    expect(report.verdict).toBe("error");
    expect(problemsOf(report)).toContain('1 row of "rows.csv" has no finite number as');
  });

  it("of the baseline are wanted for every row too", async () => {
    writeRows("rows.csv", equal);
    writeRows("before.csv", equal, { s: "" });
    const report = await assess({
      predictions: { candidate: "rows.csv", baseline: "before.csv", columns: COLUMNS },
      fairness: { by: ["g"], checks: [{ metric: "roc_auc_score_difference", "max-drop": 0.1 }] },
    });
    expect(problemsOf(report)).toContain('240 rows of "rows.csv" or "before.csv" have no finite number');
  });

  it("without a value, as r² of labels that are all the same, are told as such", async () => {
    writeRows("rows.csv", equal, { y: 5 });
    const checks = [{ metric: "r2_score_difference", max: 0.1 }];
    const report = await assess(over({ checks }, { key: "id", label: "y", prediction: "s" }));
    expect(report.findings).toMatchObject([{ outcome: "not-evaluable", reason: "no-value" }]);
    expect(report.findings[0]?.why).toContain("r2 has no value there or in g=a");
  });

  it("need the columns they are made of", async () => {
    writeRows("rows.csv", equal);
    const report = await assess(
      over({ checks: [{ metric: "roc_auc_score_group_min", min: 0.5 }] }, { ...COLUMNS, score: undefined }),
    );
    expect(problemsOf(report)).toContain("The checks need the column `score`");
  });
});

describe("explanations", () => {
  const audited = (explanations: object) =>
    over({ explanations: { candidate: "shap.csv", "base-value": 0.5, ...explanations } });
  const writeShap = (name: string, features: (id: number) => readonly [age: number, sex: number]) => {
    const lines = Array.from({ length: 240 }, (_, id) => [id, ...features(id)].join(","));
    writeFileSync(join(SCRATCH, name), ["id,AGE,SEX", ...lines, ""].join("\n"));
  };
  /** Scores are 0.25 and 0.75; of the distance to 0.5 age holds 80 %. */
  const faithful = (id: number) => [id % 2 === 0 ? -0.2 : 0.2, id % 2 === 0 ? -0.05 : 0.05] as const;
  const requirements = (report: GateReport) =>
    report.findings.filter(({ kind }) => kind === "requirement").map(({ id, outcome }) => [id, outcome]);

  it("that add up to the scores pass; a share beyond its ceiling fails", async () => {
    writeRows("rows.csv", equal);
    writeShap("shap.csv", faithful);
    const report = await assess(audited({ "max-share": { AGE: 0.9, SEX: 0.1 } }));
    expect(requirements(report)).toEqual([
      ["explanations/coverage", "pass"],
      ["explanations/additivity", "pass"],
      ["explanations/max-share/AGE", "pass"],
      ["explanations/max-share/SEX", "fail"],
    ]);
    expect(report.findings.at(-1)?.observed).toBeCloseTo(0.2, 9);
  });

  it("of another model do not add up", async () => {
    writeRows("rows.csv", equal);
    writeShap("shap.csv", () => [0.1, 0.1]);
    expect(requirements(await assess(audited({})))).toContainEqual(["explanations/additivity", "fail"]);
  });

  it("that lack a row do not cover the predictions", async () => {
    writeRows("rows.csv", equal);
    writeShap("shap.csv", (id) => (id === 7 ? [Number.NaN, 0] : faithful(id)));
    const report = await assess(audited({}));
    expect(requirements(report)).toContainEqual(["explanations/coverage", "fail"]);
    expect(report.findings.find(({ id }) => id === "explanations/coverage")?.why).toContain("1 rows hold");
  });

  it("whose ranks moved fail; without a baseline they are skipped", async () => {
    writeRows("rows.csv", equal);
    writeShap("shap.csv", faithful);
    const ranks = { top: 1, "min-stability": 1, baseline: "before-shap.csv" };
    rmSync(join(SCRATCH, "before-shap.csv"), { force: true });
    expect(requirements(await assess(audited(ranks)))).toContainEqual([
      "explanations/rank-stability",
      "skipped",
    ]);
    writeShap("before-shap.csv", () => [0.01, 0.2]);
    expect(requirements(await assess(audited(ranks)))).toContainEqual([
      "explanations/rank-stability",
      "fail",
    ]);
  });

  it("that are not there keep the gate from running", async () => {
    writeRows("rows.csv", equal);
    const report = await assess(audited({ candidate: "absent.csv" }));
    expect(report).toMatchObject({ verdict: "error", findings: [] });
  });
});

describe("what a gate file may not say", () => {
  it.each([
    [{ control: ["g"] }, "is a group column and a control column"],
    [{ bins: { aeg: [1, 3] } }, "names the column"],
    [{ by: ["g"], intersections: [["g", "h"]] }, "No check judges every column of the intersection g×h"],
    [{ bins: { age: [3, 1] } }, "rising numbers were wanted"],
    [{ explanations: { candidate: "a.csv", "base-value": 0, baseline: "registry" } }, "wanted a path"],
    [{ checks: [{ metric: "equal_opportunity_difference", "max-drop": 0.1 }] }, "no baseline is named"],
  ])("%s", async (fairness, told) => {
    writeRows("rows.csv", equal);
    const report = await assess(over(fairness));
    expect(report.error?.kind).toBe("input");
    expect(problemsOf(report)).toContain(told);
  });
});
