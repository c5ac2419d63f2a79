import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { performAction } from "@ml-gates/runner";
import { delong, normalQuantile } from "@ml-gates/statistics";
import { afterAll, describe, expect, it } from "vitest";
import { localHost } from "../../../test/local-host.ts";
import { assessFairness } from "./assess-fairness.ts";

interface Change {
  readonly candidate: number;
  readonly baseline: number;
  readonly worse: number;
  readonly standardError: number;
}

type Row = Readonly<Record<"id" | "y" | "s" | "b" | "d" | "e", number>> & { readonly g: string };

const ROOT = resolve(import.meta.dirname, "../../..");
const ORACLE = JSON.parse(readFileSync(join(ROOT, "fixtures/oracles/fairness-changes.json"), "utf8")) as {
  readonly rows: readonly Row[];
  readonly cases: Readonly<Record<string, Readonly<Record<string, Change>>>>;
};
const SCRATCH = mkdtempSync(join(tmpdir(), "fairness-changes-"));
afterAll(() => rmSync(SCRATCH, { recursive: true }));

function write(name: string, cells: (row: Row) => readonly (string | number)[]): void {
  const lines = ORACLE.rows.map((row) => [row.id, row.y, ...cells(row)].join(","));
  writeFileSync(join(SCRATCH, name), ["id,y,d,s,g,w", ...lines, ""].join("\n"));
}
write("after.csv", ({ d, s, g }) => [d, s, g, 2.5]);
write("before.csv", ({ e, b, g }) => [e, b, g, 1]);

async function judge(metrics: readonly string[], more: object = {}) {
  const columns = { key: "id", label: "y", prediction: "d", score: "s", ...more };
  const checks = metrics.map((metric) => ({ metric, "max-drop": 0.02 }));
  const gate = {
    version: 1,
    predictions: { candidate: "after.csv", baseline: "before.csv", columns },
    fairness: { by: ["g"], checks },
  };
  writeFileSync(join(SCRATCH, "gate.yml"), JSON.stringify(gate));
  const inputs = { config: "gate.yml", "report-dir": join(SCRATCH, "reports") };
  const { reports } = await performAction(assessFairness, localHost(SCRATCH, { inputs }));
  return reports.flatMap(({ findings }) => findings);
}

const Z = normalQuantile(0.95);
const findings = await judge(Object.keys(ORACLE.cases));

describe.each(Object.entries(ORACLE.cases))("the change of %s on the same rows", (metric, groups) => {
  it.each(Object.entries(groups))("of group %s is that of the real tools", (group, known) => {
    const found = findings.find(({ id }) => id === `${metric}/max-drop/g=${group}`);
    expect(found?.baseline).toBeCloseTo(known.baseline, 9);
    expect(found?.observed).toBeCloseTo(known.candidate, 9);
    expect(found?.effect?.value).toBeCloseTo(known.worse, 9);
    const standardError = ((found?.effect?.high ?? 0) - known.worse) / Z;
    // DeLong's is the jackknife's itself; the rest are equal but for n - 1, and where one row turns a difference about.
    const apart = metric === "roc_auc_score_group_min" ? 1e-6 : 0.05;
    expect(Math.abs(standardError / known.standardError - 1)).toBeLessThan(apart);
  });
});

it("weights that are all alike change nothing", async () => {
  const weighted = await judge(Object.keys(ORACLE.cases), { weight: "w" });
  for (const [index, { id, effect, p }] of findings.entries()) {
    expect(weighted[index]?.effect?.value, id).toBeCloseTo(effect?.value ?? 0, 9);
    expect(weighted[index]?.effect?.high, id).toBeCloseTo(effect?.high ?? 0, 6);
    expect(weighted[index]?.p, id).toBeCloseTo(p ?? 0, 6);
  }
});

describe("the paired area", () => {
  it("of one group has the standard error of DeLong's difference", () => {
    const rows = ORACLE.rows.filter(({ g }) => g === "b");
    const found = delong({
      labels: rows.map(({ y }) => y),
      candidate: rows.map(({ s }) => s),
      baseline: rows.map(({ b }) => b),
    });
    const finding = findings.find(({ id }) => id === "roc_auc_score_group_min/max-drop/g=b");
    expect(found).toMatchObject({ difference: expect.closeTo(-(finding?.effect?.value ?? 0), 9) });
    const half = (finding?.effect?.high ?? 0) - (finding?.effect?.value ?? 0);
    expect(found).toMatchObject({ standardError: expect.closeTo(half / Z, 9) });
  });
});
