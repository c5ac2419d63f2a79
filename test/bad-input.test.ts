import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { runCli } from "../packages/cli/src/run-cli.ts";
import { ROOT } from "./source-files.ts";

type Files = Readonly<Record<string, string | Buffer | ((path: string) => void)>>;

/** Runs the chain in a folder that holds just these files. */
async function gate(files: Files, words: readonly string[] = []) {
  const directory = mkdtempSync(join(tmpdir(), "ml-gates-bad-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    if (typeof content === "function") content(join(directory, name));
    else writeFileSync(join(directory, name), content);
  }
  const told: string[] = [];
  const tell = (line: string) => told.push(line);
  const environment = { PATH: process.env["PATH"], HOME: directory };
  const code = await runCli(["run", ...words], ROOT, { directory, environment, out: tell, err: tell });
  const said = told.join("\n").replaceAll(/[│\s]+/g, " ");
  return { code, said };
}

const METRICS = "version: 1\nmetrics: { candidate: m.json, checks: [{ metric: accuracy, min: 0.5 }] }\n";
const CHANGE =
  "version: 1\nmetrics: { candidate: m.json, baseline: b.json, checks: [{ metric: accuracy, min: 0.5, max-drop: 0.1 }] }\n";
const DATA = (path: string, more = "") =>
  `version: 1\ndata: [{ path: ${path}, ${more} checks: [{ type: expect_column_values_to_not_be_null, kwargs: { column: a } }] }]\n`;
const data = (name: string, content: Files[string], more = ""): Files => ({
  "ml-gates.yml": DATA(name, more),
  [name]: content,
});
const metrics = (text: string): Files => ({ "ml-gates.yml": METRICS, "m.json": text });

const parquet = readFileSync(join(ROOT, "fixtures/employment/people.parquet"));
const bomb = `a0: &a0 [x]\n${Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}]`).join("\n")}\n`;
/** A file that is large without being written: zeros that take no room. */
const sparse = (bytes: number) => (path: string) => {
  const file = openSync(path, "w");
  ftruncateSync(file, bytes);
  closeSync(file);
};
const millionRows = `a\n${"1\n".repeat(999_999)}oops\n`;

describe("bad input never passes, and says what was seen, what was wanted, what to do", {
  timeout: 60_000,
}, () => {
  const cases: readonly (readonly [
    story: string,
    files: Files,
    code: number,
    says: RegExp,
    words?: readonly string[],
  ])[] = [
    ["a gate file that is not there", {}, 3, /gates\.yml.* is not there.*correct the path/, ["gates.yml"]],
    ["an empty gate file", { "ml-gates.yml": "" }, 3, /The gate file is empty.*version: 1/],
    ["a gate file that is not YAML", { "ml-gates.yml": "version: [1" }, 3, /ml-gates\.yml:1.*Not YAML/],
    [
      "a gate file with a key twice",
      { "ml-gates.yml": `${METRICS}version: 1\n` },
      3,
      /ml-gates\.yml:3.*stands twice/,
    ],
    [
      "a gate file with an unknown key",
      { "ml-gates.yml": `${METRICS}dta: []\n` },
      3,
      /Unknown key "dta".*Did you mean `data`\?/,
    ],
    [
      "a gate file with a wrong type",
      { "ml-gates.yml": METRICS.replace("0.5", '"half"') },
      3,
      /min is "half": wanted a number/,
    ],
    ["a gate file with an anchor bomb", { "ml-gates.yml": bomb }, 3, /alias/],

    ["a data file that is not there", { "ml-gates.yml": DATA("d.csv") }, 3, /d\.csv/],
    ["an empty data file", data("d.csv", ""), 3, /d\.csv.*empty/],
    ["a table without rows", data("d.csv", "a\n"), 0, /inconclusive.*no rows/i],
    ["a truncated Parquet file", data("d.parquet", parquet.subarray(0, parquet.length / 2)), 3, /d\.parquet/],
    ["a ragged CSV file", data("d.csv", "a,b\n1,2\n3\n"), 3, /d\.csv.*3/],
    [
      "a bad value in the last of a million rows",
      data("d.csv", millionRows, "types: { a: integer },"),
      1,
      /oops.*1,?000,?000/,
    ],
    ["a directory for a data file", { "ml-gates.yml": DATA("d.csv"), "d.csv/x": "1" }, 3, /is a directory/],
    ["a gz of 0 bytes", data("d.csv.gz", ""), 3, /d\.csv\.gz/],
    [
      "a truncated gz",
      data("d.csv.gz", gzipSync(`a\n${"1\n".repeat(100_000)}`).subarray(0, 100)),
      3,
      /d\.csv\.gz/,
    ],
    ["a column that does not exist", data("d.csv", "b\n1\n"), 1, /column.*"?a"?/i],
    [
      "a suite that is not there",
      { "ml-gates.yml": "version: 1\ndata: [{ path: d.csv, suite: s.json }]\n", "d.csv": "a\n1\n" },
      3,
      /s\.json.* is not there/,
    ],
    [
      "an unknown expectation",
      { "ml-gates.yml": DATA("d.csv").replace("not_be_null", "not_be_nul"), "d.csv": "a\n1\n" },
      3,
      /expect_column_values_to_not_be_null/,
    ],

    ["a metric that is NaN", metrics('{"accuracy": NaN}'), 1, /accuracy.*NaN/],
    ["a metric that is infinite", metrics('{"accuracy": Infinity}'), 1, /accuracy.*infin/i],
    ["a metric that is text", metrics('{"accuracy": "high"}'), 1, /accuracy.*text/],
    ["a metric that is not there", metrics('{"f1": 0.9}'), 1, /accuracy/],
    ["a metric that is nested", metrics('{"val": {"accuracy": 0.9}}'), 1, /val\.accuracy|accuracy/],
    [
      "a metrics file with a key twice",
      metrics('{"accuracy": 0.1,\n"accuracy": 0.9}'),
      3,
      /m\.json:2.*accuracy/,
    ],
    ["a metrics file that is neither JSON nor YAML", metrics("{{{"), 3, /m\.json/],
    [
      "a metrics file of 200 MB",
      { "ml-gates.yml": METRICS, "m.json": sparse(200 << 20) },
      3,
      /m\.json.*209715200 bytes; at most/,
    ],
    ["a metrics file that is not there", { "ml-gates.yml": METRICS }, 3, /m\.json.* is not there/],
    ["an empty metrics file", metrics(""), 3, /m\.json/],
    ["a metrics file that is a list", metrics("[1, 2]"), 3, /m\.json/],

    [
      "a baseline with a broken file",
      { "ml-gates.yml": CHANGE, "m.json": '{"accuracy": 0.9}', "b.json": "{" },
      3,
      /b\.json/,
    ],
    [
      "a baseline that lacks the metric",
      { "ml-gates.yml": CHANGE, "m.json": '{"accuracy": 0.9}', "b.json": '{"f1": 1}' },
      1,
      /baseline/,
    ],
    [
      "a report folder that cannot be written",
      { ...metrics('{"accuracy": 0.9}'), taken: "a file" },
      3,
      /cannot be written.*report-dir/,
      ["--report-dir", "taken"],
    ],
  ];
  for (const [story, files, code, says, words = []] of cases) {
    it(story, async () => {
      const result = await gate(files, words);
      expect(result.said).toMatch(says);
      expect(result.code).toBe(code);
      expect(result.said).not.toMatch(/│ pass │/);
    });
  }
});

describe("a first run", () => {
  const files = (accuracy: number): Files => ({
    "ml-gates.yml": CHANGE,
    "m.json": JSON.stringify({ accuracy }),
  });

  it("judges floors, skips changes for want of a baseline, and is at most a warning", async () => {
    const { code, said } = await gate(files(0.9));
    expect(said).toMatch(/compare-models warn/);
    expect(said).toMatch(/no.baseline|no baseline/);
    expect(code).toBe(0);
  });

  it("still fails below a floor", async () => {
    expect((await gate(files(0.4))).code).toBe(1);
  });
});
