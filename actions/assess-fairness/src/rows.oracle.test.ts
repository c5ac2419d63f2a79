import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import {
  aggregateDifference,
  aggregateRatio,
  type MetricFrame,
  measureValue,
  planLimits,
  toMetricFrames,
} from "@ml-gates/fairness";
import type { GateFile } from "@ml-gates/gate";
import { parseGateFile } from "@ml-gates/gate";
import { type ActionHost, openEngine } from "@ml-gates/runner";
import { rocAuc } from "@ml-gates/statistics";
import { afterAll, describe, expect, it } from "vitest";
import { gatherEvidence } from "./gather-evidence.ts";

interface Values {
  readonly byGroup: readonly { readonly group: readonly string[]; readonly value: number | null }[];
  readonly overall?: number;
  readonly [aggregate: string]: unknown;
}

interface Case {
  readonly columns: readonly string[];
  readonly control: readonly string[];
  readonly weighted: boolean;
  readonly metrics: Readonly<Record<string, Values>>;
}

const ROOT = resolve(import.meta.dirname, "../../..");
const ORACLE = JSON.parse(readFileSync(join(ROOT, "fixtures/oracles/fairness-rows.json"), "utf8")) as {
  readonly rows: readonly Readonly<Record<string, string | number>>[];
  readonly cases: readonly Case[];
};
const SCRATCH = mkdtempSync(join(tmpdir(), "fairness-rows-"));
afterAll(() => rmSync(SCRATCH, { recursive: true }));

const names = Object.keys(ORACLE.rows[0] ?? {});
const lines = ORACLE.rows.map((row) => names.map((name) => row[name]).join(","));
writeFileSync(join(SCRATCH, "rows.csv"), [names.join(","), ...lines, ""].join("\n"));

const host = { directory: SCRATCH, inputs: {}, environment: {}, log: () => {} } as unknown as ActionHost;
const engine = await openEngine(host, { memory: "1GB", threads: null, temp: null, nativePath: null });
afterAll(() => engine.close());

const VALUES = ["mean_prediction", "mean_absolute_error", "mean_squared_error", "r2"];

/** What the engine counts and measures for limits on everything of the case. */
async function measureCase(
  { columns, control, weighted }: Case,
  numeric: boolean,
): Promise<readonly MetricFrame[]> {
  const stems = numeric
    ? ["mean_prediction", "mean_absolute_error", "mean_squared_error", "r2_score"]
    : ["selection_rate", "roc_auc_score", "log_loss", "brier_score_loss", "expected_calibration_error"];
  const gate: GateFile = parseGateFile({
    path: "g.yml",
    text: JSON.stringify({
      version: 1,
      predictions: {
        candidate: "rows.csv",
        columns: {
          ...{ key: "id", label: numeric ? "t" : "y", prediction: numeric ? "p" : "d", score: "s" },
          ...(weighted ? { weight: "w" } : {}),
        },
      },
      fairness: {
        by: columns,
        ...(columns.length > 1 ? { intersections: [columns] } : {}),
        ...(control.length > 0 ? { control } : {}),
        checks: stems.map((stem) => ({ metric: `${stem}_group_max`, max: 1 })),
      },
    }),
  });
  const { fairness } = gate;
  if (fairness === null) throw new Error("no fairness");
  const { found } = await gatherEvidence({ host, gate, engine }, { fairness, limits: planLimits(fairness) });
  return toMetricFrames({ columns, control }, found);
}

describe.each(ORACLE.cases)("by $columns within $control, weighted: $weighted", async (each) => {
  const frames = { decided: await measureCase(each, false), numeric: await measureCase(each, true) };

  it.each(Object.keys(each.metrics))("%s of every group is fairlearn's", (name) => {
    const found = VALUES.includes(name) ? frames.numeric : frames.decided;
    const ours = new Map(
      found.flatMap((frame) =>
        frame.byGroup.map((group) => {
          const key = [...each.control, ...each.columns].map((column) => group.slice[column]);
          return [JSON.stringify(key), measureValue(name, group)] as const;
        }),
      ),
    );
    const theirs = each.metrics[name]?.byGroup ?? [];
    for (const { group, value } of theirs) {
      const own = ours.get(JSON.stringify(group)) ?? null;
      if (value === null) expect(own, group.join()).toBeNull();
      else expect(own, `${name} ${group.join()}`).toBeCloseTo(value, 9);
    }
    expect(theirs.length).toBe(
      found.reduce((sum, { byGroup, absent }) => sum + byGroup.length + absent.length, 0),
    );
  });

  // Within control cells fairlearn has no one aggregate.
  if (each.control.length === 0)
    it("aggregates are fairlearn's", () => {
      for (const [name, theirs] of Object.entries(each.metrics)) {
        const [frame] = VALUES.includes(name) ? frames.numeric : frames.decided;
        if (frame !== undefined) compareAggregates(name, frame, theirs);
      }
    });
});

function compareAggregates(name: string, { byGroup, overall }: MetricFrame, theirs: Values): void {
  const values = {
    byGroup: byGroup.map((group) => measureValue(name, group) ?? Number.NaN),
    overall: measureValue(name, overall) ?? Number.NaN,
  };
  expect(values.overall, name).toBeCloseTo(theirs.overall ?? Number.NaN, 9);
  for (const method of ["between_groups", "to_overall"] as const) {
    expect(aggregateDifference(values, method), name).toBeCloseTo(Number(theirs[`difference ${method}`]), 9);
    expect(aggregateRatio(values, method), name).toBeCloseTo(Number(theirs[`ratio ${method}`]), 9);
  }
}

describe("the area under the ROC curve", async () => {
  const plain = ORACLE.cases.find(
    ({ columns, control, weighted }) => columns.length === 1 && control.length === 0 && !weighted,
  );
  const [frame] = plain === undefined ? [] : await measureCase(plain, false);

  it.each(["a", "b"])("of group %s has DeLong's variance", (name) => {
    const rows = ORACLE.rows.filter(({ g }) => g === name);
    const known = rocAuc({ labels: rows.map(({ y }) => Number(y)), scores: rows.map(({ s }) => Number(s)) });
    const area = frame?.byGroup.find((group) => group.name === name)?.area;
    expect(known).toMatchObject({ auc: expect.closeTo(area?.area ?? 0, 12) });
    expect(known).toMatchObject({ standardError: expect.closeTo(Math.sqrt(area?.variance ?? 0), 12) });
  });
});
