import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { GateReport } from "@ml-gates/gate";
import { type ActionHost, performAction } from "@ml-gates/runner";
import { afterAll, describe, expect, it } from "vitest";
import { localHost } from "../../../test/local-host.ts";
import { assessFairness } from "./assess-fairness.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const SCRATCH = mkdtempSync(join(tmpdir(), "assess-fairness-"));
afterAll(() => rmSync(SCRATCH, { recursive: true }));

type Inputs = Readonly<Record<string, string>>;

function hostOf(inputs: Inputs, directory: string): ActionHost {
  return localHost(directory, { inputs: { "report-dir": join(SCRATCH, "reports"), ...inputs } });
}

async function assess(inputs: Inputs, directory: string): Promise<GateReport> {
  const { reports } = await performAction(assessFairness, hostOf(inputs, directory));
  const [report] = reports;
  if (report === undefined) throw new Error("no report");
  return report;
}

const outcomesOf = ({ findings }: GateReport) =>
  Object.fromEntries(findings.map(({ id, outcome }) => [id, outcome]));

describe("on the employment fixture, real census rows", () => {
  const employment = (inputs: Inputs) =>
    assess({ config: "fixtures/employment/ml-gates.yml", ...inputs }, ROOT);

  it("disparities by SEX are within the limits, one by RAC1P warns, rare groups are skipped", async () => {
    const report = await employment({});
    expect(report.error).toBeNull();
    expect(outcomesOf(report)).toEqual({
      "demographic_parity_ratio/min/SEX=1": "pass",
      "equalized_odds_difference/max/SEX=1": "pass",
      "demographic_parity_ratio/min/RAC1P=2": "pass",
      "demographic_parity_ratio/min/RAC1P=3": "skipped",
      "demographic_parity_ratio/min/RAC1P=5": "skipped",
      "demographic_parity_ratio/min/RAC1P=6": "pass",
      "demographic_parity_ratio/min/RAC1P=8": "pass",
      "demographic_parity_ratio/min/RAC1P=9": "fail",
    });
    expect(report).toMatchObject({
      gate: { id: "assess-fairness", key: "employment", mode: "screen" },
      verdict: "warn",
      blocks: false,
      evidence: [{ role: "predictions", uri: "fixtures/employment/candidate.parquet", rows: 2000 }],
    });
  });

  it("rates are the file's own counts: 510 of 981 and 565 of 1019 selected", async () => {
    const report = await employment({ by: "SEX" });
    const [parity] = report.findings;
    expect(parity?.observed).toBeCloseTo(510 / 981 / (565 / 1019), 11);
    expect(parity).toMatchObject({ method: "pooled-z", p: expect.closeTo(0.12092847805165204, 10), n: 2000 });
    expect(report.measurements?.data["overall"]).toMatchObject({ positives: 982, selected: 1075 });
    expect(report.measurements?.data["columns"]).toMatchObject({
      SEX: {
        reference: "2",
        groups: [
          { group: "1", selected: 510 },
          { group: "2", selected: 565, positives: 488 },
        ],
      },
    });
  });

  it("the mode is an input, and what is not proven is open", async () => {
    const checks = "[{ metric: demographic_parity_ratio, min: 0.9, by: [SEX] }]";
    // 90 % interval of the ratio: 0.876 … 1.
    expect(await employment({ checks })).toMatchObject({ verdict: "pass" });
    expect(await employment({ checks, mode: "prove" })).toMatchObject({
      verdict: "inconclusive",
      gate: { mode: "prove" },
    });
  });
});

/** Sixty rows of a and sixty of b; of a 40 and of b `selected` are decided positively, labels half and half. */
function writeRows(
  name: string,
  selected: number,
  change: (rows: string[]) => string[] = (rows) => rows,
): void {
  const rows = Array.from({ length: 120 }, (_, id) => {
    const inA = id < 60;
    const decision = id % 60 < (inA ? 40 : selected) ? 1 : 0;
    return `${id},${id % 2},${decision},${inA ? "a" : "b"}`;
  });
  writeFileSync(join(SCRATCH, name), ["id,y,d,g", ...change(rows), ""].join("\n"));
}

const INPUTS = {
  columns: "{ key: id, label: y, prediction: d }",
  by: "g",
  checks: "[{ metric: demographic_parity_ratio, min: 0.8 }]",
};

describe("with inputs alone", () => {
  it.each([
    { story: "equal rates pass", selected: 40, verdict: "pass" },
    { story: "a breach that noise explains is inconclusive", selected: 31, verdict: "inconclusive" },
    { story: "a breach that noise does not explain fails", selected: 15, verdict: "fail" },
  ])("$story", async ({ selected, verdict }) => {
    writeRows("rows.csv", selected);
    expect(await assess({ ...INPUTS, predictions: "rows.csv" }, SCRATCH)).toMatchObject({ verdict });
  });

  it("names the positive value as text, whatever its type", async () => {
    writeRows("words.csv", 40, (rows) =>
      rows.map((row) => row.replaceAll(/,0(?=,)/g, ",no").replaceAll(/,1(?=,)/g, ",yes")),
    );
    const columns = "{ key: id, label: y, prediction: d, positive: yes }";
    expect(await assess({ ...INPUTS, columns, predictions: "words.csv" }, SCRATCH)).toMatchObject({
      verdict: "pass",
      measurements: { data: { columns: { g: { groups: [{ positives: 30, selected: 40 }, {}] } } } },
    });
  });

  it("labels that are all 0, as after a broken join, cannot be judged by equalized odds", async () => {
    writeRows("unjoined.csv", 40, (rows) => rows.map((row) => row.replace(/^(\d+),\d/, "$1,0")));
    const checks = "[{ metric: equalized_odds_difference, max: 0.1 }]";
    const report = await assess({ ...INPUTS, checks, predictions: "unjoined.csv" }, SCRATCH);
    expect(report).toMatchObject({
      gate: { key: null },
      verdict: "fail",
      findings: [{ id: "equalized_odds_difference/max/g", reason: "no-positives" }],
    });
  });

  it("a limit that judged nobody is open, though another passes", async () => {
    const checks =
      "[{ metric: demographic_parity_ratio, min: 0.8 }, { metric: equal_opportunity_difference, max: 0.1 }]";
    const few = (rows: string[]) => rows.map((row) => row.replace(/^(\d+),1(,.,b)$/, "$1,0$2"));
    writeRows("few.csv", 40, few);
    const report = await assess({ ...INPUTS, checks, predictions: "few.csv" }, SCRATCH);
    expect(outcomesOf(report)).toEqual({
      "demographic_parity_ratio/min/g=b": "pass",
      "equal_opportunity_difference/max/g=b": "skipped",
      "equal_opportunity_difference/max/g": "inconclusive",
    });
    expect(report.verdict).toBe("inconclusive");
  });

  it("a check may name a column of its own", async () => {
    writeRows("rows.csv", 40);
    const checks = "[{ metric: accuracy_score_ratio, min: 0, by: [y] }]";
    const report = await assess({ ...INPUTS, checks, predictions: "rows.csv" }, SCRATCH);
    expect(outcomesOf(report)).toEqual({ "accuracy_score_ratio/min/y=1": "pass" });
  });

  it("a group named like SQL is a group", async () => {
    writeRows("hostile.csv", 40, (rows) => rows.map((row) => row.replace(/,b$/, `,"b'); DROP TABLE f; --"`)));
    const report = await assess({ ...INPUTS, predictions: "hostile.csv" }, SCRATCH);
    expect(report.findings).toMatchObject([{ outcome: "pass", slice: { g: "b'); DROP TABLE f; --" } }]);
  });
});

describe("what cannot be counted is told, and nothing is judged", () => {
  it.each<{ story: string; rows?: (rows: string[]) => string[]; inputs?: Inputs; told: string }>([
    {
      story: "rows without a label",
      rows: ([, ...rows]) => ["0,,1,a", ...rows],
      told: '1 row of "bad.csv" has no value in the label column "y".',
    },
    {
      story: "rows without a decision",
      rows: ([, , ...rows]) => ["0,1,,a", "1,1,NaN,a", ...rows],
      told: '2 rows of "bad.csv" have no value in the prediction column "d".',
    },
    {
      story: "rows without a group",
      rows: ([, ...rows]) => ["0,1,1,", ...rows],
      told: '1 row has no value in the group column "g" of "bad.csv".',
    },
    {
      story: "a third label",
      rows: ([, ...rows]) => ["0,2,1,a", ...rows],
      told: 'hold "0", "2"; two values in all were wanted.',
    },
    {
      story: "labels and decisions in other words than the positive value",
      inputs: { columns: "{ key: id, label: y, prediction: d, positive: yes }" },
      told: 'Beside the positive value "yes"',
    },
    {
      story: "a column of too many groups",
      rows: (rows) => [...rows, ...Array.from({ length: 300 }, (_, id) => `9${id},1,1,g${id}`)],
      told: '302 distinct values stand in the group column "g"',
    },
    {
      story: "a key taken for a group, beside a real one",
      rows: (rows) => [...rows, ...Array.from({ length: 300 }, (_, id) => `9${id},1,1,a`)],
      inputs: { by: "g, id" },
      told: "It is numeric: bin it under `fairness`, such as `bins: { id: [",
    },
    {
      story: "a column that is not there",
      inputs: { by: "gg" },
      told: '"bad.csv" has no column "gg"; it has "id", "y", "d", "g". Did you mean "g"?',
    },
    { story: "a file that is not there", inputs: { predictions: "absent.csv" }, told: "absent.csv" },
  ])("$story", async ({ rows, inputs, told }) => {
    writeRows("bad.csv", 40, rows);
    const report = await assess({ ...INPUTS, predictions: "bad.csv", ...inputs }, SCRATCH);
    expect(report).toMatchObject({
      verdict: "error",
      blocks: true,
      error: { kind: "evidence" },
      findings: [],
    });
    expect(report.error?.problems.map(({ message, remedy }) => `${message} ${remedy}`).join("\n")).toContain(
      told,
    );
  });

  it.each<{ story: string; inputs: Inputs; told: string }>([
    {
      story: "no fairness and no predictions",
      inputs: { inconclusive: "warn" },
      told: "none of `data`, `metrics`, `fairness` and `drift`",
    },
    {
      story: "an unknown disparity, before any file is read",
      inputs: { ...INPUTS, predictions: "absent.csv", checks: "[{ metric: demographic_parity, min: 0.8 }]" },
      told: '"demographic_parity" is no disparity',
    },
    {
      story: "no label column",
      inputs: { ...INPUTS, predictions: "bad.csv", columns: "{ key: id, prediction: d }" },
      told: "needs the columns `label` and `prediction`",
    },
  ])("$story is the author's to mend", async ({ inputs, told }) => {
    const report = await assess(inputs, SCRATCH);
    expect(report).toMatchObject({ verdict: "error", error: { kind: "input" } });
    expect(report.error?.problems.map(({ message }) => message).join("\n")).toContain(told);
  });

  it("rows without a group are a group of their own where the gate file says so", async () => {
    writeRows("holes.csv", 40, (rows) => rows.map((row) => row.replace(/,b$/, ",")));
    const gate = [
      "version: 1",
      "predictions: { candidate: holes.csv, columns: { key: id, label: y, prediction: d } }",
      "fairness: { by: [g], missing: own-group, checks: [{ metric: demographic_parity_ratio, min: 0.8 }] }",
    ];
    writeFileSync(join(SCRATCH, "own.yml"), gate.join("\n"));
    const report = await assess({ config: "own.yml" }, SCRATCH);
    expect(outcomesOf(report)).toEqual({ "demographic_parity_ratio/min/g=(missing)": "pass" });
  });

  it("no rows are inconclusive", async () => {
    writeRows("empty.csv", 40, () => []);
    const report = await assess({ ...INPUTS, predictions: "empty.csv" }, SCRATCH);
    expect(report).toMatchObject({ verdict: "inconclusive", findings: [{ reason: "no-rows" }] });
  });
});
