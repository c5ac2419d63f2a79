import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  calibrateClasses,
  type EstimatedMetric,
  estimateBinary,
  estimateClasses,
  estimateMulticlass,
} from "@ml-gates/drift";
import type { SqlEngine } from "@ml-gates/engines";
import type { PerformanceColumns } from "@ml-gates/gate";
import {
  type ClassScores,
  planClassScores,
  planScores,
  type QueryPlan,
  type ScoreCounts,
} from "@ml-gates/queries";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFixtures } from "../../../test/open-fixtures.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
interface Stated {
  readonly value: number;
  readonly sampling_error: number;
}
const ORACLE: {
  readonly binary: { readonly calibrated: boolean; readonly metrics: Readonly<Record<string, Stated>> };
  readonly multiclass: {
    readonly calibrated: Readonly<Record<string, boolean>>;
    readonly metrics: Readonly<Record<string, Stated>>;
  };
} = JSON.parse(readFileSync(join(ROOT, "fixtures/oracles/drift-estimates.json"), "utf8"));

let engine: SqlEngine;
beforeAll(async () => {
  engine = await openFixtures("drift");
});
afterAll(() => engine.close());

const ask = async <Answer>(plan: QueryPlan<Answer>) => plan.read(await engine.query(plan.sql));
const BASE = { key: "id", time: null, scores: null, positive: "1" } as const;

describe("NannyML's CBPE of a binary classifier, real census rows", () => {
  const columns: PerformanceColumns = {
    ...BASE,
    label: "employed",
    prediction: "prediction",
    score: "predicted_probability",
  };
  const read = async (side: string): Promise<readonly ScoreCounts[]> => {
    const predictions = await engine.open({ path: `scored-${side}.parquet` });
    return ask(planScores({ predictions, labels: null, columns }, side === "reference" ? "labelled" : "all"));
  };

  it("gives the same estimates and sampling errors to 1e-9, the area under the curve to 1e-5", async () => {
    const { estimates, calibrated } = estimateBinary(await read("reference"), await read("current"));
    expect(calibrated).toBe(ORACLE.binary.calibrated);
    for (const { metric, value, standardError } of estimates) {
      const wanted = ORACLE.binary.metrics[metric];
      expect(value, metric).toBeCloseTo(wanted?.value ?? Number.NaN, metric === "roc_auc" ? 5 : 9);
      // NannyML leaves out the lowest positive row.
      expect(standardError, metric).toBeCloseTo(
        wanted?.sampling_error ?? Number.NaN,
        metric === "roc_auc" ? 5 : 9,
      );
    }
  });
});

describe("NannyML's CBPE of several classes, scikit-learn's digits", () => {
  const columns: PerformanceColumns = { ...BASE, label: "digit", prediction: "decided", score: null };
  const names = Object.keys(ORACLE.multiclass.calibrated);
  const read = async (side: string): Promise<readonly ClassScores[]> => {
    const predictions = await engine.open({ path: `classes-${side}.parquet` });
    return ask(
      planClassScores(
        { predictions, labels: null, columns },
        names.map((name) => name.replace("d", "p")),
      ),
    );
  };

  const isCalibrated = (_: unknown, at: number) => ORACLE.multiclass.calibrated[names[at] ?? ""] ?? true;

  it("gives the same estimates to 1e-9 where the same classes are calibrated", async () => {
    const calibrations = calibrateClasses(await read("reference"), names, isCalibrated);
    const rows = await read("current");
    for (const [metric, { value }] of Object.entries(ORACLE.multiclass.metrics)) {
      const estimated = estimateClasses(metric as EstimatedMetric, { rows, classes: names, calibrations });
      expect(estimated, metric).toBeCloseTo(value, 9);
    }
  });

  it("gives the same sampling errors to 1e-9", async () => {
    const { estimates } = estimateMulticlass(await read("reference"), await read("current"), names);
    for (const { metric, standardError } of estimates)
      expect(standardError, metric).toBeCloseTo(
        ORACLE.multiclass.metrics[metric]?.sampling_error ?? Number.NaN,
        9,
      );
  });
});
