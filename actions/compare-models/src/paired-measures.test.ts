import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Finding, foldVerdict, type Judgement } from "@ml-gates/gate";
import { seedRandom } from "@ml-gates/statistics";
import { afterAll, describe, expect, it } from "vitest";
import { localHost } from "../../../test/local-host.ts";
import { compareModels } from "./compare-models.ts";

const scratch = mkdtempSync(join(tmpdir(), "compare-models-pairs-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let folders = 0;

async function compare(
  files: Readonly<Record<string, string>>,
  gate: Readonly<Record<string, unknown>>,
): Promise<Judgement> {
  const directory = join(scratch, String(++folders));
  for (const [name, text] of Object.entries({
    ...files,
    "ml-gates.yml": JSON.stringify({ version: 1, ...gate }),
  })) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  const host = localHost(directory, { now: () => new Date("2026-01-01T00:00:00Z") });
  const [judgement] = (await compareModels.run(host)).judgements;
  if (judgement === undefined) throw new Error("nothing was judged");
  return judgement;
}

const table = (header: string, rows: readonly (readonly (string | number)[])[]) =>
  `${header}\n${rows.map((row) => `${row.join(",")}\n`).join("")}`;

type Row = readonly [id: number, y: number, p: number, s: number, w: number, u: number];
const HEADER = "id,y,p,s,w,u";

/** Scores that know something of the label; `skill` of 0 knows nothing. */
function predict(n: number, skill: number, seed: string): readonly Row[] {
  const [truth, noise] = [seedRandom("labels"), seedRandom(seed)];
  return Array.from({ length: n }, (_, id) => {
    const y = truth.uniform() < 0.4 ? 1 : 0;
    const s = Number((skill * y + (1 - skill) * noise.uniform()).toFixed(3));
    return [id, y, s > 0.5 ? 1 : 0, s, 1 + (id % 3), id % 40];
  });
}

const BINARY = ["accuracy", "balanced_accuracy", "precision", "recall", "f1", "f1_macro", "f1_weighted"];
const SCORED = ["roc_auc", "average_precision", "log_loss", "brier_score"];
const everything = [...BINARY, ...SCORED].map((metric) => ({ metric, "max-drop": 0 }));
const COLUMNS = { key: "id", label: "y", prediction: "p", score: "s" };

function gateOf(checks: readonly object[], more: object = {}, columns: object = COLUMNS) {
  return {
    predictions: { candidate: "new.csv", baseline: "base.csv", columns, ...more },
    metrics: { checks },
  };
}

const metricFindings = ({ findings }: Judgement): readonly Finding[] =>
  findings.filter(({ kind }) => kind === "metric");

describe("the same predictions always pass", () => {
  const rows = predict(300, 0.3, "a");
  const base = table(HEADER, rows);
  it.each([
    ["identical", base],
    ["permuted", table(HEADER, rows.toReversed())],
    [
      "moved by 1e-12",
      table(
        HEADER,
        rows.map(([id, y, p, s, w, u]) => [id, y, p, s + (id % 3) * 1e-12, w, u]),
      ),
    ],
  ])(
    "when they are %s, with no drop allowed, in both modes, whatever is weighed",
    async (_story, candidate) => {
      for (const columns of [COLUMNS, { ...COLUMNS, weight: "w" }, { ...COLUMNS, cluster: "u" }]) {
        const gate = gateOf(everything, {}, columns);
        for (const mode of ["screen", "prove"]) {
          const found = await compare(
            { "new.csv": candidate, "base.csv": base },
            { ...gate, metrics: { ...gate.metrics, mode } },
          );
          expect(
            metricFindings(found)
              .filter(({ outcome }) => outcome !== "pass")
              .map(({ why }) => why),
          ).toEqual([]);
        }
      }
    },
  );

  it("as numbers too", async () => {
    const numbers = (shift: number) =>
      table(
        "id,y,p",
        rows.map(([id, y, , s]) => [id, y + 0.5, s + shift * (id % 2)]),
      );
    const metrics = [
      "mean_absolute_error",
      "root_mean_squared_error",
      "r2",
      "mean_absolute_percentage_error",
    ];
    const found = await compare(
      { "new.csv": numbers(1e-12), "base.csv": numbers(0) },
      gateOf(
        metrics.map((metric) => ({ metric, "max-drop": 0 })),
        {},
        { key: "id", label: "y", prediction: "p" },
      ),
    );
    expect(foldVerdict(found.findings)).toBe("pass");
  });
});

describe("weights and clusters", () => {
  const rows = predict(400, 0.3, "a");
  const other = predict(400, 0.35, "b");
  const ask = (columns: object) => gateOf(everything, {}, columns);

  it("of rows written three times are those of the rows written once", async () => {
    const thrice = (all: readonly Row[]) =>
      [0, 1, 2].flatMap((copy) => all.map(([id, y, p, s, w]) => [id * 3 + copy, y, p, s, w, id] as const));
    // A weight of 1 for every row brings the same linear method to the rows written once.
    const ones = (all: readonly Row[]) => all.map(([id, y, p, s, , u]) => [id, y, p, s, 1, u] as const);
    const once = await compare(
      { "new.csv": table(HEADER, ones(other)), "base.csv": table(HEADER, ones(rows)) },
      ask({ ...COLUMNS, weight: "w" }),
    );
    const clustered = await compare(
      { "new.csv": table(HEADER, thrice(other)), "base.csv": table(HEADER, thrice(rows)) },
      ask({ ...COLUMNS, cluster: "u" }),
    );
    for (const [index, finding] of metricFindings(clustered).entries()) {
      const same = metricFindings(once)[index];
      expect(finding.observed).toBeCloseTo(same?.observed ?? Number.NaN, 10);
      // DeLong's correction is by class, that of clusters by their number: they part by one part in a hundred.
      expect((finding.effect?.low ?? 0) / (same?.effect?.low ?? 1)).toBeCloseTo(1, 1);
      expect(finding.n).toBe(1200);
    }
  });

  it("below zero are refused, and all of zero have no value", async () => {
    const zero = rows.map(([id, y, p, s]) => [id, y, p, s, 0, 0] as const);
    const found = await compare(
      { "new.csv": table(HEADER, zero), "base.csv": table(HEADER, zero) },
      gateOf(
        [
          { metric: "f1", min: 0.1 },
          { metric: "log_loss", max: 9 },
        ],
        {},
        { ...COLUMNS, weight: "w" },
      ),
    );
    expect(metricFindings(found).map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ["not-evaluable", "no-weight"],
      ["not-evaluable", "no-weight"],
    ]);
    const below = table(
      HEADER,
      zero.map(([id, y, p, s]) => [id, y, p, s, -1, 0]),
    );
    await expect(
      compare({ "new.csv": below, "base.csv": below }, gateOf(everything, {}, { ...COLUMNS, weight: "w" })),
    ).rejects.toThrow(/400 rows with a weight below 0/);
  });
});

describe("folds", () => {
  it("are what a change varies over: the corrected resampled t-test", async () => {
    // Right in fold f: the baseline 10 of 20 rows, the candidate 10 + [2, 4, 6, 4, 4][f]; changes 0.1, 0.2, 0.3, 0.2, 0.2.
    const gains = [2, 4, 6, 4, 4];
    const rows = (right: (fold: number) => number) =>
      Array.from({ length: 100 }, (_, id) => [id, 1, Math.floor(id / 5) < right(id % 5) ? 1 : 0, id % 5]);
    const found = await compare(
      {
        "new.csv": table(
          "id,y,p,f",
          rows((fold) => 10 + (gains[fold] ?? 0)),
        ),
        "base.csv": table(
          "id,y,p,f",
          rows(() => 10),
        ),
      },
      gateOf(
        [{ metric: "accuracy", "max-drop": 0.1 }],
        {},
        { key: "id", label: "y", prediction: "p", fold: "f" },
      ),
    );
    // s² = 0.02 / 4; se = √((1/5 + 1/4) 0.005) = 0.0474342; t(0.95, 4) = 2.1318468
    expect(metricFindings(found)[0]).toMatchObject({
      method: "corrected-resampled-t",
      effect: { value: 0.2, low: expect.closeTo(0.2 - 2.1318468 * 0.0474342, 6) },
    });
  });
});

describe("what has no value says why", () => {
  const rows = predict(100, 0.3, "a");
  const stories: readonly (readonly [string, (row: Row) => readonly number[], string, string, string])[] = [
    [
      "scores beyond 1 where a probability is needed",
      ([id, y, p, s]) => [id, y, p, s + 1, 1, 0],
      "log_loss",
      "not-evaluable",
      "no-probability",
    ],
    ["one class only", ([id, , p, s]) => [id, 1, p, s, 1, 0], "roc_auc", "not-evaluable", "undefined"],
    [
      "no row decided positive",
      ([id, y, , s]) => [id, y, 0, s, 1, 0],
      "precision",
      "not-evaluable",
      "undefined",
    ],
    ["constant scores", ([id, y, p]) => [id, y, p, 0.5, 1, 0], "roc_auc", "fail", ""],
  ];
  it.each(stories)("%s", async (_story, change, metric, outcome, reason) => {
    const text = table(HEADER, rows.map(change));
    const found = await compare({ "new.csv": text, "base.csv": text }, gateOf([{ metric, min: 0.6 }]));
    expect(metricFindings(found)[0]).toMatchObject({ outcome, reason: reason || null });
  });

  it("a label that never varies, for r2", async () => {
    const text = table(
      "id,y,p",
      rows.map(([id, , , s]) => [id, 2.5, s]),
    );
    const found = await compare(
      { "new.csv": text, "base.csv": text },
      gateOf([{ metric: "r2", min: 0.5 }], {}, { key: "id", label: "y", prediction: "p" }),
    );
    expect(metricFindings(found)[0]).toMatchObject({ outcome: "not-evaluable", reason: "constant-label" });
  });

  it("labels that are no class of the scores stop the gate", async () => {
    const text = table("id,y,p,a,b", [
      [1, "a", "a", 0.9, 0.1],
      [2, "c", "b", 0.2, 0.8],
    ]);
    const columns = { key: "id", label: "y", prediction: "p", scores: { a: "a", b: "b" } };
    await expect(
      compare({ "new.csv": text, "base.csv": text }, gateOf([{ metric: "accuracy", min: 0.5 }], {}, columns)),
    ).rejects.toThrow(/1 of the labels are no class of `scores`: "c"/);
  });
});

describe("what else stands in the report", () => {
  const rows = predict(500, 0.3, "a");
  const flipped = rows.map(([id, y, p, s, w, u]) => [id, y, id % 10 === 0 ? 1 - p : p, s, w, u] as const);
  const files = {
    "new.csv": table(HEADER, flipped),
    "base.csv": table(HEADER, rows),
    "anchor.csv": table(
      HEADER,
      rows.map(([id, y, , s, w, u]) => [id, y, y, s, w, u]),
    ),
    "new.json": '{"latency_p95": 80}',
    "base.json": '{"latency_p95": 100}',
  };

  it("churn is judged, with Wilson's interval", async () => {
    const found = await compare(files, gateOf([{ metric: "churn", max: 0.05 }]));
    expect(metricFindings(found)[0]).toMatchObject({ outcome: "fail", observed: 0.1, n: 500 });
  });

  it("small losses that add up fail against the anchor", async () => {
    const checks = [{ metric: "accuracy", "max-drop": 0.2, anchor: { "max-drop": 0.05 } }];
    const found = await compare(files, gateOf(checks, { anchor: "anchor.csv" }));
    expect(metricFindings(found).map(({ id, outcome }) => [id, outcome])).toEqual([
      ["accuracy/max-drop", "pass"],
      ["accuracy/max-drop/anchor", "fail"],
    ]);
    expect(metricFindings(found)[1]?.why).toContain("against the anchor");
    expect(found.evidence.map(({ role }) => role)).toContain("anchor-predictions");
  });

  it.each([
    [
      0.2,
      "pass",
      "latency_p95 fell by 20 %, at least the 20 % wanted: a drop of 0.2 is allowed in exchange.",
    ],
    [0.3, "fail", "latency_p95 fell by 20 %; 30 % were wanted for a larger drop."],
  ])("a larger drop is traded for a cost that falls by %d", async (fall, outcome, told) => {
    const unless = { metric: "latency_p95", "falls-by": fall, "max-drop": 0.2 };
    const gate = gateOf([{ metric: "accuracy", "max-drop": 0.001, unless }]);
    const worse = table(
      HEADER,
      rows.map(([id, y, p, s, w, u]) => [id, y, id % 10 === 0 ? 1 - y : p, s, w, u]),
    );
    const metrics = { candidate: "new.json", baseline: "base.json", ...gate.metrics };
    const found = await compare({ ...files, "new.csv": worse }, { ...gate, metrics });
    expect(metricFindings(found)[0]).toMatchObject({ outcome });
    expect(metricFindings(found)[0]?.why).toContain(told);
  });

  it("a margin below the noise floor is told, and changes no verdict", async () => {
    const found = await compare(
      files,
      gateOf([
        { metric: "f1", "max-drop": 0.0001 },
        { metric: "accuracy", min: 0.1 },
      ]),
    );
    const lint = found.findings.find(({ kind }) => kind === "requirement");
    expect(lint).toMatchObject({
      id: "lint/f1/max-drop",
      severity: "info",
      outcome: "pass",
      reason: "below-noise-floor",
    });
    expect(lint?.why).toContain("below the noise floor");
  });

  it("rows lost and gained are named by digest, by key only where that is asked for", async () => {
    const hidden = await compare(files, gateOf([{ metric: "accuracy", min: 0.1 }]));
    const shown = await compare(files, gateOf([{ metric: "accuracy", min: 0.1 }], { "show-ids": true }));
    const ids = ({ measurements }: Judgement) =>
      ((measurements?.data["examples"] ?? []) as readonly { readonly id: string }[]).map(({ id }) => id);
    expect(ids(hidden).every((id) => /^sha256:[0-9a-f]{64}$/.test(id))).toBe(true);
    expect(ids(shown)[0]).toMatch(/^\d+$/);
  });

  it("curves have at most 200 points and span the square", async () => {
    const found = await compare(files, gateOf([{ metric: "roc_auc", min: 0.1 }]));
    const drawn = found.measurements?.data["curves"];
    const { candidate } = drawn as unknown as { candidate: Record<string, number[][]> };
    expect(candidate["roc"]?.length).toBeLessThanOrEqual(200);
    expect([candidate["roc"]?.[0], candidate["roc"]?.at(-1)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
});
