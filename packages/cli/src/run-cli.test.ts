import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readActionMetadata } from "./action-metadata.ts";
import { ACTIONS } from "./actions.ts";
import { runCli } from "./run-cli.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");

async function run(words: readonly string[], directory = mkdtempSync(join(tmpdir(), "ml-gates-cli-"))) {
  const told = { out: [] as string[], err: [] as string[] };
  const code = await runCli(words, ROOT, {
    directory,
    environment: { PATH: process.env["PATH"], HOME: directory },
    out: (line) => told.out.push(line),
    err: (line) => told.err.push(line),
  });
  return { code, out: told.out.join("\n"), err: told.err.join("\n"), directory };
}

describe("ml-gates --help", () => {
  it("lists every action with the sentence of its action.yml", async () => {
    const { code, out } = await run(["--help"]);
    expect(code).toBe(0);
    for (const id of Object.keys(ACTIONS))
      expect(out.replaceAll(/\s+/g, " ")).toContain(readActionMetadata(ROOT, id).description);
  });

  it.each(["run", ...Object.keys(ACTIONS)])(
    "%s --help names every input of its action.yml and the exit codes",
    async (id) => {
      const { code, out } = await run([id, "--help"]);
      expect(code).toBe(0);
      for (const name of Object.keys(readActionMetadata(ROOT, id).inputs))
        expect(out).toContain(`--${name}\n`);
      expect(out).toContain("Exit codes: 0");
      expect(out).not.toContain("${{");
    },
  );
});

describe("ml-gates with words that are wrong", () => {
  const cases = [
    // the story, the words, what the message says
    ["a command mistyped", ["compare-model"], "Did you mean `compare-models`?"],
    ["a flag mistyped", ["compare-models", "--basline", "x"], "Did you mean `--baseline`?"],
    ["a flag without its value", ["compare-models", "--baseline"], "--baseline has no value"],
    ["a stray word", ["compare-models", "x.yml"], '"x.yml" is no flag'],
    ["a base that is no commit", ["compare-models", "--base", "nowhere"], "no such commit"],
    ["two gate files", ["run", "a.yml", "b.yml"], '"b.yml" is no flag'],
  ] as const;
  for (const [story, words, says] of cases) {
    it(`says what to do about ${story}, and ends with 3`, async () => {
      const { code, err } = await run(words);
      expect(code).toBe(3);
      expect(err).toContain(says);
    });
  }
});

describe("ml-gates validate-data --explain", () => {
  it("needs no value, wherever it stands among the flags", async () => {
    const directory = mkdtempSync(join(tmpdir(), "ml-gates-cli-"));
    writeFileSync(join(directory, "d.csv"), "a\n1\n");
    const checks = "[{ type: expect_column_values_to_be_unique, kwargs: { column: a } }]";
    const words = ["validate-data", "--explain", "--data", "d.csv", "--checks", checks];
    const { code, out } = await run(words, directory);
    expect(code).toBe(0);
    expect(out).toContain("1 statement, 1 scan of the table:");
  });
});

describe("ml-gates run", () => {
  const judged = (min: number) =>
    `version: 1\nmetrics:\n  candidate: m.json\n  checks: [{ metric: accuracy, min: ${min} }]\n`;
  function folder(files: Readonly<Record<string, string>>): string {
    const directory = mkdtempSync(join(tmpdir(), "ml-gates-cli-"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
    return directory;
  }

  const cases = [
    // the story, the files, the words, the exit code, what is said
    [
      "a metric above its floor",
      { "ml-gates.yml": judged(0.8), "m.json": '{"accuracy":0.9}' },
      ["run"],
      0,
      "pass",
    ],
    [
      "a metric below its floor",
      { "ml-gates.yml": judged(0.8), "m.json": '{"accuracy":0.7}' },
      ["run"],
      1,
      "fail",
    ],
    [
      "the gate file named by a word",
      { "g.yml": judged(0.8), "m.json": '{"accuracy":0.7}' },
      ["run", "g.yml"],
      1,
      "fail",
    ],
    [
      "a metric that is NaN",
      { "ml-gates.yml": judged(0.8), "m.json": '{"accuracy":NaN}' },
      ["run"],
      1,
      "fail",
    ],
    ["a metrics file that is not there", { "ml-gates.yml": judged(0.8) }, ["run"], 3, "is not there"],
    ["a gate file with a fault", { "ml-gates.yml": "version: 1\n" }, ["run"], 3, "Nothing is judged"],
    ["no gate file", {}, ["run"], 3, "No gate file"],
    [
      "a gate that the file has no section for",
      { "ml-gates.yml": judged(0.8) },
      ["run", "--gates", "assess-fairness"],
      3,
      "no section",
    ],
  ] as const;
  for (const [story, files, words, code, says] of cases) {
    it(`ends with ${code}: ${story}`, async () => {
      const result = await run(words, folder(files));
      expect({ code: result.code, out: result.out }).toEqual({ code, out: expect.stringContaining(says) });
      expect(
        readdirSync(join(result.directory, "ml-gates-report")).some((name) => name.endsWith(".json")),
      ).toBe(true);
    });
  }

  it("prints the evidence digest, which promotion asks for", async () => {
    const { out } = await run(["run"], folder({ "ml-gates.yml": judged(0.8), "m.json": '{"accuracy":0.9}' }));
    expect(out).toMatch(/^evidence-digest: sha256:[0-9a-f]{64}$/m);
  });
});
