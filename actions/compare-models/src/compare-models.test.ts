import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { EvidenceError, foldVerdict, InputError, type Judgement, reportJudgement } from "@ml-gates/gate";
import type { ActionHost } from "@ml-gates/runner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localHost } from "../../../test/local-host.ts";
import { compareModels } from "./compare-models.ts";

const FIXTURES = resolve(import.meta.dirname, "../../../fixtures");
const scratch = mkdtempSync(join(tmpdir(), "compare-models-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let folders = 0;

/** A folder with these files. */
function write(files: Readonly<Record<string, string>>): string {
  folders += 1;
  const folder = join(scratch, String(folders));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  mkdirSync(folder, { recursive: true });
  return folder;
}

function hostOf(directory: string, inputs: Readonly<Record<string, string>>): ActionHost {
  return localHost(directory, { inputs, now: () => new Date("2026-01-01T00:00:00Z") });
}

async function compare(
  files: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>>,
): Promise<Judgement> {
  const { judgements } = await compareModels.run(hostOf(write(files), inputs));
  const [only, ...others] = judgements;
  if (only === undefined || others.length > 0) throw new Error(`${judgements.length} judgements`);
  return only;
}

/** A predictions file: `y p s` of each row, keyed by its position. */
const predictions = (rows: readonly string[], extra = ""): string =>
  `id,y,p,s\n${rows.map((row, index) => `${index},${row.split(" ").join(",")}\n`).join("")}${extra}`;

const COLUMNS = "{ key: id, label: y, prediction: p, score: s }";
const PAIR = { "candidate-predictions": "new.csv", "baseline-predictions": "base.csv", columns: COLUMNS };
const rows = (n: number, row: (index: number) => string) =>
  Array.from({ length: n }, (_, index) => row(index));
const mixed = predictions(
  rows(200, (index) => `${index % 2} ${index % 5 === 0 ? 1 : index % 2} 0.${index % 9}`),
);

describe("metrics files", () => {
  const checks = "[{ metric: f1, min: 0.8, max-drop: 0.01 }]";

  it("are compared without any engine, and the report names both by digest", async () => {
    const judged = await compare(
      { "new.json": '{"f1": 0.88}', "base.yml": "f1: 0.9\n" },
      { candidate: "new.json", baseline: "base.yml", checks },
    );
    expect(judged.findings.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["f1/min", "pass"],
      ["f1/max-drop", "fail"],
    ]);
    expect(judged.evidence.map(({ role, uri }) => [role, uri])).toEqual([
      ["candidate", "new.json"],
      ["baseline", "base.yml"],
    ]);
    expect(judged.gate).toEqual({ id: "compare-models", key: null, mode: "screen" });
  });

  it("are read from git, at the commit that the report names", async () => {
    const folder = write({ "metrics.json": '{"f1": 0.9}' });
    const git = (...words: string[]) =>
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...words], { cwd: folder });
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "--message", "baseline");
    writeFileSync(join(folder, "metrics.json"), '{"f1": 0.895}');
    const inputs = { candidate: "metrics.json", baseline: "git:HEAD:metrics.json", checks };
    const { judgements } = await compareModels.run(hostOf(folder, inputs));
    expect(judgements[0]?.findings[1]).toMatchObject({ outcome: "pass", baseline: 0.9, observed: 0.895 });
    expect(judgements[0]?.evidence[1]).toMatchObject({
      uri: "git:HEAD:metrics.json",
      version: git("rev-parse", "HEAD").toString().trim(),
    });
  });

  it("are shown with the baselines before, of every commit that changed the file", async () => {
    const folder = write({ "metrics.json": "" });
    const git = (...words: string[]) =>
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...words], { cwd: folder });
    git("init", "--quiet");
    for (const text of ['{"f1": 0.8}', "no: [", '{"f1": 0.9}']) {
      writeFileSync(join(folder, "metrics.json"), text);
      git("add", ".");
      git("commit", "--quiet", "--message", "baseline");
    }
    const inputs = { candidate: "metrics.json", baseline: "git:HEAD:metrics.json", checks };
    const { judgements } = await compareModels.run(hostOf(folder, inputs));
    expect(judgements[0]?.measurements?.data["recent"]).toEqual([
      {
        version: expect.stringMatching(/^[0-9a-f]{40}$/),
        at: expect.stringMatching(/Z$/),
        metrics: { f1: 0.9 },
      },
      {
        version: expect.stringMatching(/^[0-9a-f]{40}$/),
        at: expect.stringMatching(/Z$/),
        metrics: { f1: 0.8 },
      },
    ]);
  });

  it("of a first run leave changes unjudged and floors judged", async () => {
    const judged = await compare(
      { "new.json": '{"f1": 0.88}' },
      { candidate: "new.json", baseline: "base.json", checks },
    );
    expect(judged.findings.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ["pass", null],
      ["skipped", "no-baseline"],
    ]);
    expect(foldVerdict(judged.findings)).toBe("warn");
  });

  it("are shown with the parameters that differ from the baseline's", async () => {
    const folder = write({ "metrics.json": '{"f1": 0.9}', "params.yaml": "train: { lr: 0.01, depth: 5 }\n" });
    const git = (...words: string[]) =>
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...words], { cwd: folder });
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "--message", "baseline");
    writeFileSync(join(folder, "params.yaml"), "train: { lr: 0.02, depth: 5, layers: [1, 2] }\n");
    const gate = `version: 1\nmetrics:\n  candidate: metrics.json\n  baseline: git:HEAD:metrics.json\n  parameters: params.yaml\n  checks: ${checks}\n`;
    writeFileSync(join(folder, "ml-gates.yml"), gate);
    const { judgements } = await compareModels.run(hostOf(folder, {}));
    expect(judgements[0]?.measurements?.data).toMatchObject({
      parameters: [{ name: "train.lr", baseline: "0.01", candidate: "0.02" }],
    });
  });

  it("are shown with both sides of DVC's own difference of parameters", async () => {
    const gate = `version: 1\nmetrics: { candidate: m.json, baseline: b.json, parameters: diff.json, checks: ${checks} }\n`;
    const judged = await compare(
      {
        "m.json": '{"f1": 0.9}',
        "b.json": '{"f1": 0.9}',
        "diff.json": readFileSync(join(FIXTURES, "metrics/dvc/params-diff.json"), "utf8"),
        "ml-gates.yml": gate,
      },
      {},
    );
    expect(judged.measurements?.data).toMatchObject({
      parameters: [{ name: "lr", baseline: "0.01", candidate: "0.02" }],
    });
  });

  it("of both sides in one file need no baseline", async () => {
    const diff = '{"m.json": {"f1": {"old": 0.9, "new": 0.88, "diff": -0.02}}}';
    const gate = `version: 1\nmetrics: { candidate: diff.json, format: dvc-metrics-diff, checks: ${checks} }\n`;
    const judged = await compare({ "diff.json": diff, "ml-gates.yml": gate }, {});
    expect(judged.findings).toMatchObject([
      { outcome: "pass", observed: 0.88 },
      { outcome: "fail", baseline: 0.9, observed: 0.88 },
    ]);
    expect(judged.evidence.map(({ role, uri }) => [role, uri])).toEqual([
      ["candidate", "diff.json"],
      ["baseline", "diff.json"],
    ]);
  });

  it("of an unlike evaluation are never green, and the floors are judged", async () => {
    const report = (support: number) =>
      JSON.stringify({
        yes: { precision: 0.9, recall: 0.9, "f1-score": 0.9, support },
        no: { precision: 0.9, recall: 0.9, "f1-score": 0.9, support },
      });
    const judged = await compare(
      { "new.json": report(40), "base.json": report(50) },
      {
        candidate: "new.json",
        baseline: "base.json",
        checks: "[{ metric: yes.f1-score, min: 0.8, max-drop: 0.5 }]",
      },
    );
    expect(judged.findings.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ["pass", null],
      ["not-evaluable", "not-comparable"],
    ]);
    expect(foldVerdict(judged.findings)).toBe("fail");
  });

  it.each([
    ["is missing", {}, EvidenceError, /new\.json.*is not there/],
    ["is empty", { "new.json": "" }, InputError, /wanted a map/],
    ["is a folder", { "new.json/x": "" }, EvidenceError, /is a directory/],
    [
      "is huge",
      { "new.json": " ".repeat((16 << 20) + 1) },
      EvidenceError,
      /16777217 bytes; at most 16777216/,
    ],
    ["repeats a key", { "new.json": '{"f1": 1,\n "f1": 2}' }, InputError, /new\.json:2: .*stands twice/],
  ] as const)("stop the gate when the candidate's %s", async (_story, files, kind, message) => {
    const run = compare(files, { candidate: "new.json", checks: "[{ metric: f1, min: 0.8 }]" });
    await expect(run).rejects.toThrow(kind);
    await expect(run).rejects.toThrow(message);
  });
});

describe("paired predictions", () => {
  const checks = "[{ metric: accuracy, min: 0.1, max-drop: 0.01 }, { metric: roc_auc, max-drop: 0.01 }]";

  it("that are byte-identical pass, say so, and prove it", async () => {
    for (const mode of ["screen", "prove"]) {
      const judged = await compare({ "new.csv": mixed, "base.csv": mixed }, { ...PAIR, checks, mode });
      expect(foldVerdict(judged.findings)).toBe("pass");
      expect(judged.findings[1]?.why).toContain("identical predictions at n = 200");
      expect(judged.evidence.map(({ role, rows: count }) => [role, count])).toEqual([
        ["candidate-predictions", 200],
        ["baseline-predictions", 200],
      ]);
      expect(judged.evidence[0]?.digest).toBe(judged.evidence[1]?.digest);
    }
  });

  it("give the same bytes whatever the order of the rows", async () => {
    const [header = "", ...lines] = mixed.trimEnd().split("\n");
    const shuffled = `${[header, ...lines.toReversed()].join("\n")}\n`;
    const other = mixed.replaceAll(",0.8\n", ",0.1\n");
    const one = await compare({ "new.csv": mixed, "base.csv": other }, { ...PAIR, checks });
    const two = await compare({ "new.csv": shuffled, "base.csv": other }, { ...PAIR, checks });
    expect(two.findings).toEqual(one.findings);
    expect(two.measurements).toEqual(one.measurements);
  });

  it("are one label whether a file writes it as 1, 1.0 or a quoted text", async () => {
    const floats = mixed.replaceAll(/^(\d+),(\d),(\d),/gm, "$1.0,$2.0,$3.0,");
    const judged = await compare({ "new.csv": mixed, "base.csv": floats }, { ...PAIR, checks });
    expect(judged.findings[1]?.effect?.value).toBe(0);
  });

  it("without a baseline are judged on their floors", async () => {
    const judged = await compare(
      { "new.csv": mixed },
      { "candidate-predictions": "new.csv", columns: COLUMNS, checks: "[{ metric: roc_auc, min: 0.2 }]" },
    );
    expect(judged.findings).toMatchObject([{ outcome: "pass", method: "delong", n: 200 }]);
  });

  it.each([
    ["are not two", mixed.replaceAll(/^(7\d?),1,/gm, "$1,maybe,"), "several-classes", /"0", "1", "maybe"/],
    [
      "do not hold the positive one",
      mixed.replaceAll(/^(\d+),1,(\d)/gm, "$1,yes,$2").replaceAll(/^(\d+,\w+),1,/gm, "$1,yes,"),
      "no-positive",
      /positive label "1", and no label or decision is that: there are "0", "yes"/,
    ],
  ])("whose labels %s have no metric of the positive label", async (_story, text, reason, told) => {
    const metrics = ["log_loss", "brier_score", "roc_auc", "average_precision", "f1"];
    const { findings } = await compare(
      { "new.csv": text, "base.csv": text },
      { ...PAIR, checks: JSON.stringify(metrics.map((metric) => ({ metric, "max-drop": 0.01 }))) },
    );
    expect(findings.map(({ outcome, reason: word }) => [outcome, word])).toEqual(
      metrics.map(() => ["not-evaluable", reason]),
    );
    for (const { why } of findings) expect(why).toMatch(told);
  });

  const stories: readonly (readonly [string, string, string, RegExp])[] = [
    ["a duplicated key", `${mixed}0,1,1,0.5\n`, mixed, /^"new\.csv" has 1 row with the key of another/],
    ["a missing key", mixed.replace("\n7,", "\n,"), mixed, /^"new\.csv" has 1 row without a key/],
    [
      "rows that the candidate lacks",
      mixed,
      `${mixed}900,1,1,0.5\n901,1,1,0.5\n`,
      /^The candidate lacks 2 rows of the baseline/,
    ],
    [
      "keys of two types that do not meet",
      "id,y,p,s\n1,0,0,0.1\n2,1,1,0.9\n",
      "id,y,p,s\n01,0,0,0.1\nx2,1,1,0.9\n",
      /^The key "id" is integer \(BIGINT\) in the candidate and text \(VARCHAR\) in the baseline/,
    ],
    [
      "rows that the baseline lacks",
      `${mixed}900,1,1,0.5\n`,
      mixed,
      /^The baseline lacks 1 row of the candidate/,
    ],
    [
      "labels that disagree",
      mixed,
      mixed.replace("\n0,0,", "\n0,1,"),
      /^Candidate and baseline disagree on the label of 1 row\./,
    ],
    [
      "a row without a prediction",
      mixed,
      mixed.replace(/\n3,1,\d,/, "\n3,1,,"),
      /^"base\.csv" has 1 row without a value in "p"/,
    ],
    [
      "a score that is not finite",
      mixed.replace(/\n3,1,(\d),0\.\d/, "\n3,1,$1,inf"),
      mixed,
      /^"new\.csv" has 1 row without a value in "s"/,
    ],
    [
      "scores that are text",
      mixed.replaceAll(/,0\.(\d)\n/g, ",low$1\n"),
      mixed,
      /score column "s" of "new\.csv" holds VARCHAR/,
    ],
    [
      "decisions that are no labels",
      mixed.replaceAll(/^(\d+,\d),1,/gm, "$1,yes,").replaceAll(/^(\d+,\d),0,/gm, "$1,no,"),
      mixed,
      /^No decision of the candidate is the label of any row: labels such as "0", decisions such as "no"/,
    ],
    [
      "a baseline's decisions that are no labels",
      mixed,
      mixed.replaceAll(/^(\d+,\d),\d,/gm, "$1,true,"),
      /^No decision of the baseline is the label of any row/,
    ],
    [
      "a column that is not there",
      mixed.replace("id,y,p,s", "id,y,p,score"),
      mixed,
      /has no column "s"; it has "id", "y", "p", "score"/,
    ],
  ];
  it.each(stories)("with %s stop the gate, with the count", async (_story, candidate, baseline, message) => {
    const run = compare({ "new.csv": candidate, "base.csv": baseline }, { ...PAIR, checks });
    await expect(run).rejects.toThrow(EvidenceError);
    await expect(run).rejects.toThrow(message);
  });

  it("with hostile names and values are judged like any other", async () => {
    const name = `a"b'; DROP TABLE t; --|\`<x>`;
    const quoted = `"${name.replaceAll('"', '""')}"`;
    const hostile = mixed.replace("id,y,p,s", `id,y,p,s,${quoted}`).replaceAll(/(\n\d+,.*)/g, `$1,${quoted}`);
    const judged = await compare(
      { "new.csv": hostile, "base.csv": mixed },
      { ...PAIR, checks: JSON.stringify([{ metric: "accuracy", "max-drop": 0.01, by: [name] }]) },
    );
    expect(judged.findings.map(({ outcome, slice }) => [outcome, slice])).toEqual([
      ["pass", null],
      ["pass", { [name]: name }],
    ]);
  });

  it("with a text for a group's name that no report could show stop the gate", async () => {
    const long = mixed.replace("id,y,p,s", "id,y,p,s,g").replaceAll(/(\n\d+,.*)/g, `$1,${"x".repeat(201)}`);
    const run = compare({ "new.csv": long, "base.csv": mixed }, { ...PAIR, checks, by: "g" });
    await expect(run).rejects.toThrow(/"g" of "new\.csv" holds a value of 201 characters/);
  });

  it("with a key for a group column stop the gate", async () => {
    const many = predictions(rows(250, () => "1 1 0.5"));
    const run = compare({ "new.csv": many, "base.csv": many }, { ...PAIR, checks, by: "id" });
    await expect(run).rejects.toThrow(/"id" of "new\.csv" holds 250 distinct values; at most 200/);
  });

  it("without rows are inconclusive", async () => {
    const judged = await compare(
      { "new.csv": predictions([]), "base.csv": predictions([]) },
      { ...PAIR, checks: "[{ metric: accuracy, min: 0.5 }]" },
    );
    expect(judged.findings).toMatchObject([{ outcome: "inconclusive", reason: "no-rows" }]);
  });
});

describe("the numbers are those of scikit-learn", () => {
  interface Case {
    readonly slice: string | null;
    readonly n: number;
    readonly accuracy: { readonly candidate: number; readonly baseline: number };
    readonly roc_auc: { readonly candidate: number; readonly baseline: number };
    readonly flipped: number;
    readonly mcnemar: { readonly less: number };
  }
  const oracle = JSON.parse(readFileSync(`${FIXTURES}/oracles/metrics.json`, "utf8")) as {
    readonly cases: readonly Case[];
  };
  const inputs = {
    "candidate-predictions": "predictions/candidate.csv",
    "baseline-predictions": "predictions/baseline.csv",
    columns: "{ key: id, label: benign, prediction: decision, score: score }",
    by: "radius",
    checks: "[{ metric: accuracy, max-drop: 0.02 }, { metric: roc_auc, max-drop: 0.02 }]",
  };
  let judged: Judgement | undefined;
  beforeAll(async () => {
    [judged] = (await compareModels.run(hostOf(FIXTURES, inputs))).judgements;
  });

  it.each(oracle.cases)("on $slice", ({ slice, n, accuracy, roc_auc, mcnemar }) => {
    const suffix = slice === null ? "" : `/radius=${slice}`;
    for (const [metric, expected] of Object.entries({ accuracy, roc_auc })) {
      const found = judged?.findings.find(({ id }) => id === `${metric}/max-drop${suffix}`);
      expect(found).toMatchObject({ n });
      expect(found?.observed).toBeCloseTo(expected.candidate, 11);
      expect(found?.baseline).toBeCloseTo(expected.baseline, 11);
      if (metric === "accuracy") expect(found?.p).toBeCloseTo(mcnemar.less, 11);
    }
  });

  it("and the report can be sealed, with the share of decisions that flip", () => {
    expect(judged?.measurements?.data["pairs"]).toMatchObject({ n: 569, flipped: oracle.cases[0]?.flipped });
    const run = { url: null, attempt: 1, leg: {}, startedAt: "2026-01-01T00:00:00Z", seconds: 0 };
    if (judged === undefined) throw new Error("nothing was judged");
    const report = reportJudgement(judged, { toolVersion: "0.0.0", run, inconclusive: "warn" });
    expect(report.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});

describe("a gate file without metrics", () => {
  it("has nothing to compare", async () => {
    const gateFile = "version: 1\ndata: [{ path: x.csv, suite: s.json }]\n";
    const run = compare({ "ml-gates.yml": gateFile }, {});
    await expect(run).rejects.toThrow(/no `metrics`.*Add `metrics`/s);
  });
});

describe("behaviour cases", () => {
  const gateFile = [
    "version: 1",
    "predictions:",
    "  candidate: new.csv",
    "  columns: { key: id, label: y, prediction: p, score: s }",
    "  behaviour: { cases: cases.jsonl, severity: warn, show-ids: true }",
    "metrics: { checks: [{ metric: accuracy, min: 0 }] }",
  ].join("\n");

  it("are judged on the candidate's rows, beside the metrics", async () => {
    const cases = '{ "key": 1, "prediction": 1 }\n{ "key": 0, "at-least": 1, "group": "order" }\n';
    const table = predictions(["1 1 0.2", "1 1 0.7"]);
    const judged = await compare({ "ml-gates.yml": gateFile, "new.csv": table, "cases.jsonl": cases }, {});
    expect(judged.findings.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["accuracy/min", "pass"],
      ["behaviour/exact", "pass"],
      ["behaviour/order", "fail"],
    ]);
    expect(judged.findings[2]).toMatchObject({ severity: "warn", samples: [{ row: null, value: "0" }] });
    expect(judged.evidence.at(-1)).toMatchObject({ role: "behaviour", uri: "cases.jsonl", rows: 2 });
  });
});
