import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding, Judgement } from "@ml-gates/gate";
import { afterAll, describe, expect, it } from "vitest";
import { localHost } from "../../../test/local-host.ts";
import { compareModels } from "./compare-models.ts";

interface Case {
  readonly story: string;
  /** Columns that start with `c` are the candidate's, with `b` the baseline's; the rest are both files'. */
  readonly csv: string;
  readonly columns: Readonly<Record<string, unknown>>;
  readonly candidate: Readonly<Record<string, number>>;
  readonly baseline: Readonly<Record<string, number>>;
}

const oracle = new URL("../../../fixtures/oracles/metrics-of-predictions.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(oracle, "utf8")) as { readonly cases: readonly Case[] };
const scratch = mkdtempSync(join(tmpdir(), "compare-models-oracle-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** One model's file out of the table of both. */
function cut(csv: string, model: "c" | "b"): string {
  const [header = [], ...rows] = csv
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  const kept = header.flatMap((name, index) =>
    /^[cb]/.test(name) && !name.startsWith(model) ? [] : [index],
  );
  const lines = [
    header.map((name) => name.replace(/^[cb]/, "")),
    ...rows.filter((row) => row.length > 1),
  ].map((row) => kept.map((index) => row[index]).join(","));
  return `${lines.join("\n")}\n`;
}

let folders = 0;

async function compare(
  files: Readonly<Record<"new.csv" | "base.csv", string>>,
  inputs: Readonly<Record<string, unknown>>,
): Promise<Judgement> {
  const directory = join(scratch, String(++folders));
  mkdirSync(directory);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  const host = localHost(directory, {
    inputs: {
      "candidate-predictions": "new.csv",
      "baseline-predictions": "base.csv",
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [
          name,
          typeof value === "string" ? value : JSON.stringify(value),
        ]),
      ),
    },
    now: () => new Date("2026-01-01T00:00:00Z"),
  });
  const [judgement] = (await compareModels.run(host)).judgements;
  if (judgement === undefined) throw new Error("nothing was judged");
  return judgement;
}

const judged = (findings: readonly Finding[]) => findings.filter(({ kind }) => kind === "metric");
const TOLERANCE = 1e-9;

describe("every metric is scikit-learn's", () => {
  it.each(cases.map((each) => [each.story, each] as const))("on %s", async (_story, each) => {
    const metrics = Object.keys(each.candidate);
    const found = await compare(
      { "new.csv": cut(each.csv, "c"), "base.csv": cut(each.csv, "b") },
      {
        columns: { key: "id", ...each.columns },
        checks: metrics.map((metric) => ({ metric, "max-drop": 1e6 })),
      },
    );
    const seen = judged(found.findings).map(({ check, observed, baseline, method }) => {
      const metric = String(check["metric"]);
      const near = (value: number | null, wanted = Number.NaN) =>
        Math.abs((value ?? Number.NaN) - wanted) <= TOLERANCE * Math.max(1, Math.abs(wanted));
      return near(observed, each.candidate[metric]) &&
        near(baseline, each.baseline[metric]) &&
        method !== null
        ? metric
        : `${metric}: ${observed} and ${baseline}, not ${each.candidate[metric]} and ${each.baseline[metric]}`;
    });
    expect(seen).toEqual(metrics);
  });
});
