import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError, parseGateFile } from "@ml-gates/gate";
import { describe, expect, it } from "vitest";
import type { ActionHost } from "./action-host.ts";
import { evaluateModels } from "./evaluate-models.ts";
import { fetchBaseline } from "./fetch-baseline.ts";

/** Scores a model by writing its text, its role and what it can see of the job. */
const SCRIPT = `
const { ML_GATES_ROLE: role, ML_GATES_MODEL: model, ML_GATES_OUTPUT: output, INPUT_TOKEN, GITHUB_OUTPUT } = process.env;
const text = require("node:fs").readFileSync(model, "utf8");
console.log("scoring " + role);
if (text === "broken") process.exit(7);
if (text === "slow") setTimeout(() => {}, 60000);
else if (text !== "silent") require("node:fs").writeFileSync(output, [role, text, INPUT_TOKEN, GITHUB_OUTPUT].join());
`;

function write(command: string, files: Readonly<Record<string, string>>, more = "") {
  const directory = mkdtempSync(join(tmpdir(), "ml-gates-evaluate-"));
  for (const [name, text] of Object.entries({ "score.cjs": SCRIPT, ...files }))
    writeFileSync(join(directory, name), text);
  const text = [
    "version: 1",
    "artifact: model.txt",
    "metrics: { checks: [{ metric: accuracy, max-drop: 0.1 }] }",
    "predictions:",
    "  candidate: out/preds.csv",
    "  columns: { key: id, label: y, prediction: p }",
    `  evaluate: { command: ${command}, baseline-model: production.txt${more} }`,
  ].join("\n");
  const host = {
    directory,
    environment: { ...process.env, INPUT_TOKEN: "secret", GITHUB_OUTPUT: "/tmp/output" },
    run: { base: null },
    inputs: {},
    log: () => {},
    now: () => new Date(),
  } as unknown as ActionHost;
  return { host, directory, file: parseGateFile({ path: "g.yml", text }) };
}

const COMMAND = `[${JSON.stringify(process.execPath)}, score.cjs]`;

describe("the evaluate command", () => {
  it("scores both models, with its variables and none of the action's secrets", async () => {
    const { host, directory, file } = write(COMMAND, { "model.txt": "new", "production.txt": "old" });
    const evaluated = await evaluateModels(host, file);
    expect(readFileSync(join(directory, "out/preds.csv"), "utf8")).toBe("candidate,new,,");
    const source = evaluated.predictions?.baseline ?? { kind: "registry" };
    const fetched = await fetchBaseline(host, evaluated, { source, which: "predictions" });
    expect("path" in fetched && readFileSync(fetched.path, "utf8")).toBe("baseline,old,,");
  });

  it("is run once for all gates of a process", async () => {
    const { host, directory, file } = write(COMMAND, { "model.txt": "new", "production.txt": "old" });
    await evaluateModels(host, file);
    writeFileSync(join(directory, "out/preds.csv"), "kept");
    await evaluateModels(host, file);
    expect(readFileSync(join(directory, "out/preds.csv"), "utf8")).toBe("kept");
  });

  it("makes no baseline where there is no model of it yet: a first run", async () => {
    const { host, file } = write(COMMAND, { "model.txt": "new" });
    const evaluated = await evaluateModels(host, file);
    const source = evaluated.predictions?.baseline ?? { kind: "registry" };
    expect(await fetchBaseline(host, evaluated, { source, which: "predictions" })).toHaveProperty("absent");
  });

  it.each([
    ["broken", COMMAND, "", /ended with 7.*log ends: scoring candidate/s],
    ["silent", COMMAND, "", /wrote no predictions.*ML_GATES_OUTPUT/s],
    ["slow", COMMAND, ", timeout-minutes: 0.005", /ran longer than 0\.005 minutes/],
    ["new", "no-such-program", "", /did not end well: .*ENOENT/],
  ])(
    "that goes wrong (%s, %s) is an error with the end of its log",
    async (model, command, more, message) => {
      const { host, file } = write(command, { "model.txt": model, "out.csv": "" }, more);
      await expect(evaluateModels(host, file)).rejects.toThrow(message);
    },
  );

  it.each(["python score.py > log", "python $SCRIPT", "SEED=1 python score.py", "a && b", "cat *.csv"])(
    "that only a shell understands is refused: %s",
    (command) => {
      expect(() => write(JSON.stringify(command), {})).toThrow(InputError);
      expect(() => write(JSON.stringify(command), {})).toThrow(/only a shell understands/);
    },
  );
});
