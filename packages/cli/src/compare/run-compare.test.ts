import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runCli } from "../run-cli.ts";
import { renderBar } from "./interval-bar.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..", "..");
const FIXTURES = join(ROOT, "fixtures");

async function run(files: Readonly<Record<string, string>>, ...words: readonly string[]) {
  const directory = mkdtempSync(join(tmpdir(), "ml-gates-compare-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  const told: string[] = [];
  const code = await runCli(["compare", ...words], ROOT, {
    directory,
    environment: { PATH: process.env["PATH"], HOME: directory },
    out: (line) => told.push(line),
    err: (line) => told.push(line),
  });
  return { code, told: told.join("\n") };
}

const rows = (n: number, row: (index: number) => string) =>
  Array.from({ length: n }, (_, index) => `${index},${row(index)}\n`).join("");
const right = `id,y_true,y_pred\n${rows(200, (index) => `${index % 2},${index % 2}`)}`;
const wrong = `id,y_true,y_pred\n${rows(200, (index) => `${index % 2},${index % 4 === 0 ? 1 : index % 2}`)}`;

describe("two predictions files", () => {
  it("are compared with scikit-learn's numbers, in a sentence and a bar for each metric", async () => {
    const oracle = JSON.parse(readFileSync(join(FIXTURES, "oracles/metrics.json"), "utf8")) as {
      readonly cases: readonly {
        readonly accuracy: { readonly candidate: number; readonly baseline: number };
        readonly roc_auc: { readonly candidate: number; readonly baseline: number };
      }[];
    };
    const four = (value = 0) => String(Number(value.toPrecision(4)));
    const [whole] = oracle.cases;
    const [a, b] = ["baseline", "candidate"].map((name) => join(FIXTURES, `predictions/${name}.csv`));
    const { code, told } = await run({}, a ?? "", b ?? "", "--columns", "{ label: benign }");
    expect(code).toBe(0);
    for (const metric of ["accuracy", "roc_auc"] as const)
      expect(told).toContain(
        `${metric}  ${four(whole?.[metric].baseline)} → ${four(whole?.[metric].candidate)}: b `,
      );
    expect(told.match(/├[─┼]+●[─┼]+┤/g)).toHaveLength(5);
  });

  it("say worse and end with 0: nothing is blocked", async () => {
    const { code, told } = await run({ "a.csv": right, "b.csv": wrong }, "a.csv", "b.csv");
    expect(code).toBe(0);
    expect(told).toMatch(/accuracy {2}1 → 0\.75: b is worse, and that is not noise \(p = .*n = 200\)/);
  });

  it("say better, and no change", async () => {
    expect((await run({ "a.csv": wrong, "b.csv": right }, "a.csv", "b.csv")).told).toMatch(
      /0\.75 → 1: b is better, beyond noise/,
    );
    expect((await run({ "a.csv": right, "b.csv": right }, "a.csv", "b.csv")).told).toMatch(/no change/);
  });

  it("say that noise could do it", async () => {
    const one = right.replace("\n0,0,0\n", "\n0,0,1\n");
    const { told } = await run({ "a.csv": right, "b.csv": one }, "a.csv", "b.csv");
    expect(told).toMatch(/b looks worse, but noise alone could do that/);
  });

  it.each([
    ["id,truth2,guess\n1,1,1\n2,0,1\n", /`label` cannot be told by its name: it could be "truth2", "guess"/],
    ["a,y,p\n1,1,1\n1,0,1\n", /`key` cannot be told.*no column of both files could be it/],
    ["id,y,z\n1,1,1\n2,0,1\n", /`prediction` \(the decision\) or `score`.*could be "z".*--columns/],
    ["id,y,score\n1,cat,0.1\n2,dog,0.2\n", /Which value of "y" the score is for.*"cat", "dog"/],
  ])("are asked about when the columns cannot be told: %j", async (text, question) => {
    const { code, told } = await run({ "a.csv": text, "b.csv": text }, "a.csv", "b.csv");
    expect(code).toBe(3);
    expect(told).toMatch(question);
  });

  it("are numbers where the labels are, and ranked where rows have a query", async () => {
    const numbers = (by: number) =>
      `id,y_true,y_pred\n${rows(60, (index) => `${index / 4},${index / 4 + (index % 3) * by}`)}`;
    const { told } = await run({ "a.csv": numbers(0.1), "b.csv": numbers(0.3) }, "a.csv", "b.csv");
    expect(told).toMatch(/mean_absolute_error {2}0\.1 → 0\.3: b is worse, and that is not noise/);
    const ranked = `id,label,query,score\n${rows(60, (index) => `${index % 3},${index % 20},${index % 7}`)}`;
    expect((await run({ "a.csv": ranked, "b.csv": ranked }, "a.csv", "b.csv")).told).toMatch(
      /ndcg {2}.*no change \(n = 20\)/,
    );
  });

  it("take the only column that names rows as the key", async () => {
    const odd = right.replace("id,", "patient,");
    expect((await run({ "a.csv": odd, "b.csv": odd }, "a.csv", "b.csv")).code).toBe(0);
  });

  it("do not see a gate file that lies beside them", async () => {
    const gate = "version: 1\nmetrics: { candidate: x.json, checks: [{ metric: jaccard, min: 1 }] }\n";
    const { code, told } = await run(
      { "ml-gates.yml": gate, "a.csv": right, "b.csv": right },
      "a.csv",
      "b.csv",
    );
    expect(code).toBe(0);
    expect(told).not.toContain("jaccard");
  });
});

describe("two metrics files", () => {
  it("are told without uncertainty, which a file does not hold", async () => {
    const files = {
      "a.json": '{"accuracy":0.9,"loss":0.3,"x":1,"old":1}',
      "b.json": '{"accuracy":0.8,"loss":0.2,"x":2}',
    };
    const { code, told } = await run(files, "a.json", "b.json");
    expect(code).toBe(0);
    expect(told).toContain("accuracy  0.9 → 0.8: b is worse by 0.1; the files hold no uncertainty");
    expect(told).toContain("loss  0.3 → 0.2: b is better by 0.1");
    expect(told).toContain("x  1 → 2: whether higher or lower is better is not known.");
    expect(told).toContain("old  is in a only.");
  });

  it("are told from predictions by their columns, and judged where the files hold seeds or documents", async () => {
    const seeds = (values: readonly number[]) =>
      `seed,f1\n${values.map((value, seed) => `${seed},${value}\n`).join("")}`;
    const files = { "a.csv": seeds([0.9, 0.9, 0.9]), "b.csv": seeds([0.88, 0.87, 0.89]) };
    const { code, told } = await run(files, "a.csv", "b.csv");
    expect(code).toBe(0);
    expect(told).toMatch(
      /f1 {2}0\.9 → 0\.88: b is worse, and that is not noise \(p = 0\.037, n = 3\)\.\n.*├─/,
    );
    const samples = ["baseline", "candidate"].map((role) =>
      join(FIXTURES, `metrics/lm-eval/${role}-samples.jsonl`),
    );
    const documents = await run({}, samples[0] ?? "", samples[1] ?? "");
    expect(documents.told).toMatch(
      /acc,none .*b looks worse, but noise alone could do that \(p = .*n = 30\)/,
    );
  });

  it("say by themselves which way a metric points", async () => {
    const report = readFileSync(join(FIXTURES, "metrics/pytest-benchmark/benchmark.json"), "utf8");
    const { told } = await run({ "a.json": report, "b.json": report }, "a.json", "b.json");
    expect(told).toMatch(/test_sort\[100\]\.ops {2}.*the same/);
  });

  it.each([
    [["a.json"], /not two are named/],
    [["a.json", "nowhere.json"], /nowhere\.json.*cannot be read/],
    [["a.json", "b.csv"], /first file holds metrics and the second predictions/],
  ])("are wanted: %j", async (words, message) => {
    const { code, told } = await run({ "a.json": "{}", "b.csv": right }, ...words);
    expect(code).toBe(3);
    expect(told).toMatch(message);
  });
});

describe("the bar", () => {
  it("never leaves its width, and always shows the value", () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, number, number, (x, y, z) => {
        const [low = 0, value = 0, high = 0] = [x, y, z].sort((left, right) => left - right);
        const bar = renderBar({ value, low, high });
        expect([...bar].length).toBeLessThanOrEqual(41);
        expect(bar).toContain("●");
      }),
    );
  });
});
