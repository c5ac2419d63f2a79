import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { assessFairness } from "@ml-gates/assess-fairness";
import { compareModels } from "@ml-gates/compare-models";
import { parseGateFile } from "@ml-gates/gate";
import { performAction } from "@ml-gates/runner";
import { afterAll, describe, expect, it } from "vitest";
import { findContradictions } from "../actions/publish-report/src/rejudge-limits.ts";
import { localHost } from "./local-host.ts";

const ROOT = resolve(import.meta.dirname, "..");
const ORACLE = JSON.parse(readFileSync(join(ROOT, "fixtures/oracles/fairness-changes.json"), "utf8")) as {
  readonly rows: readonly Readonly<Record<string, string | number>>[];
  readonly cases: object;
};
const SCRATCH = mkdtempSync(join(tmpdir(), "rejudged-"));
afterAll(() => rmSync(SCRATCH, { recursive: true }));

const write = (name: string, columns: readonly string[]) =>
  writeFileSync(
    join(SCRATCH, name),
    ["id,y,d,s,g", ...ORACLE.rows.map((row) => columns.map((column) => row[column]).join(",")), ""].join(
      "\n",
    ),
  );
write("after.csv", ["id", "y", "d", "s", "g"]);
write("before.csv", ["id", "y", "e", "b", "g"]);

const DISPARITIES = [
  ...Object.keys(ORACLE.cases),
  ...["demographic_parity_difference", "demographic_parity_ratio", "equalized_odds_difference"],
  ...["selection_rate_group_min", "accuracy_score_ratio", "predictive_parity_difference"],
];
const METRICS = [
  ...["accuracy", "balanced_accuracy", "precision", "recall", "f1", "f1_macro", "f1_weighted"],
  ...["roc_auc", "average_precision", "log_loss", "brier_score"],
];
const LIMITS = [{ "max-drop": 0 }, { "max-drop": 0.02 }, { "max-drop": 0.2 }, { "max-drop-rel": 0.05 }];

/** The findings of a real run, and the rules they were judged by. */
async function judge(section: "metrics" | "fairness", mode: string, checks: readonly object[]) {
  const gate = {
    version: 1,
    predictions: {
      ...{ candidate: "after.csv", baseline: "before.csv" },
      columns: { key: "id", label: "y", prediction: "d", score: "s" },
    },
    [section]: { mode, checks, by: ["g"] },
  };
  const text = JSON.stringify(gate);
  writeFileSync(join(SCRATCH, "gate.yml"), text);
  const host = localHost(SCRATCH, { inputs: { config: "gate.yml", "report-dir": "reports" } });
  const { reports } = await performAction(section === "metrics" ? compareModels : assessFairness, host);
  const rules = parseGateFile({ path: "gate.yml", text })[section];
  if (rules === null) throw new Error(`the gate file has no ${section}`);
  return { findings: reports.flatMap(({ findings }) => findings), rules };
}

describe("a report that is as its gate wrote it contradicts nothing", () => {
  it.each(
    ["screen", "prove"].flatMap((mode) =>
      LIMITS.map((limit) => ({ mode, limit, told: JSON.stringify(limit) })),
    ),
  )("of metrics, $told in mode $mode", async ({ mode, limit }) => {
    const { findings, rules } = await judge(
      "metrics",
      mode,
      METRICS.map((metric) => ({ metric, ...limit })),
    );
    expect(findings.filter(({ effect }) => effect !== null).length).toBeGreaterThan(METRICS.length);
    expect(findContradictions(findings, rules)).toEqual([]);
  });

  it.each(["screen", "prove"].flatMap((mode) => [0, 0.02, 0.2].map((drop) => ({ mode, drop }))))(
    "of disparities, max-drop $drop in mode $mode",
    async ({ mode, drop }) => {
      const { findings, rules } = await judge(
        "fairness",
        mode,
        DISPARITIES.map((metric) => ({ metric, "max-drop": drop })),
      );
      expect(findings.filter(({ effect }) => effect !== null).length).toBeGreaterThan(DISPARITIES.length);
      expect(findContradictions(findings, rules)).toEqual([]);
    },
  );
});
