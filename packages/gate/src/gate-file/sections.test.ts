import { describe, expect, it } from "vitest";
import { InputError } from "../errors.ts";
import { parseBaseline } from "./parse-baseline.ts";
import { parseGateFile } from "./parse-gate-file.ts";

describe("a baseline in MLflow", () => {
  it.each([
    ["mlflow:churn@champion", { model: "churn", pointer: { alias: "champion" }, artifact: null }],
    ["mlflow:main.ml.churn/12", { model: "main.ml.churn", pointer: { version: "12" }, artifact: null }],
    [
      "mlflow:my model@a-b_c:out/p.csv",
      { model: "my model", pointer: { alias: "a-b_c" }, artifact: "out/p.csv" },
    ],
  ])("is named by %s", (written, parts) => {
    expect(parseBaseline(written)).toEqual({ kind: "mlflow", ...parts });
  });

  it.each([
    "mlflow:churn",
    "mlflow:@champion",
    "mlflow:churn@",
    "mlflow:churn/latest",
    "mlflow:churn/0",
    "mlflow:churn@a b",
    "mlflow:churn@champion:/etc/passwd",
    "mlflow:churn@champion:../x",
    "wandb:churn@champion",
    "file:",
  ])("is not named by %s", (written) => {
    expect(parseBaseline(written)).toHaveProperty(
      "message",
      expect.stringContaining("mlflow:<model>@<alias>"),
    );
  });
});

describe("predictions that are made in the job", () => {
  const parse = (more: string, artifact = "artifact: model.json\n") =>
    parseGateFile({
      path: "g.yml",
      text: `version: 1\n${artifact}metrics: { checks: [{ metric: accuracy, max-drop: 0.1 }] }\npredictions:\n  candidate: p.csv\n  columns: { key: id, label: y, prediction: p }\n  ${more}\n`,
    }).predictions;

  it("have a command in words, and an hour", () => {
    expect(
      parse("evaluate: { command: python  score.py, baseline-model: 'mlflow:churn@champion' }")?.evaluate,
    ).toEqual({
      command: ["python", "score.py"],
      baselineModel: { kind: "mlflow", model: "churn", pointer: { alias: "champion" }, artifact: null },
      timeoutMinutes: 60,
    });
  });

  it.each([
    ["evaluate: { command: [a], baseline-model: registry }", /keeps no models/],
    ["evaluate: { command: [a], baseline-model: m }\n  baseline: b.csv", /both read \(`baseline`\) and made/],
    ["evaluate: { command: [a] }", /lacks the key `baseline-model`/],
    ["stored-at: 's3://bucket/x'", /stored-at is "s3:/],
    ["stored-at: 'https://user:pw@host/x'", /stored-at is "https:/],
  ])("are refused: %s", (written, message) => {
    expect(() => parse(written)).toThrow(InputError);
    expect(() => parse(written)).toThrow(message);
  });

  it("need to know where the candidate's model is", () => {
    expect(() => parse("evaluate: { command: [a], baseline-model: m }", "")).toThrow(/Add `artifact/);
  });
});

describe("behaviour cases", () => {
  it("are refused where no gate would judge them", () => {
    const text =
      "version: 1\ndata: [{ path: x.csv, suite: s.json }]\npredictions: { candidate: p.csv, columns: { key: id }, behaviour: { cases: c.jsonl } }\n";
    expect(() => parseGateFile({ path: "g.yml", text })).toThrow(/without `metrics` does not run/);
  });
});
