/**
 * The gate file's JSON Schema: the one list of legal keys, published as `schema/gate-file.json` for editors.
 *
 * @module
 */
import { DRIFT_SCHEMA } from "./drift-schema.ts";
import { RESULT_FORMATS } from "./gate-file.ts";
import { choice, record, text, texts, tolerance } from "./schema-parts.ts";

const severity = choice(["block", "warn", "info"], "What a breach does to the verdict; `block` by default.");
const by = texts("Columns whose groups are judged one by one.");
const mode = choice(
  ["screen", "prove"],
  "`screen` fails a breach that the data shows; `prove` passes only what the data proves.",
);
const baseline = text(
  "Where the production baseline is read: `registry`, a path, or `git:<ref>:<path>`, such as `git:origin/main:metrics.json`.",
);

const check = record(
  {
    metric: text("Metric as scikit-learn names it, such as `roc_auc`."),
    min: { type: "number", description: "Smallest value allowed." },
    max: { type: "number", description: "Largest value allowed." },
    "max-drop": tolerance("Largest loss against the baseline, in the metric's own unit."),
    "max-drop-rel": tolerance("Largest loss, as a fraction of the baseline's magnitude."),
    "min-gain": tolerance("Smallest gain over the baseline that is asked for."),
    "max-gain": tolerance("Largest gain that is believable; more raises an alarm."),
    direction: choice(["higher", "lower"], "Which way is better, for a metric without a known direction."),
    by,
    severity,
  },
  ["metric"],
);

const disparityLimit = record(
  {
    metric: text("Disparity as fairlearn names it, such as `demographic_parity_ratio`."),
    min: { type: "number", description: "Smallest value allowed, for a ratio." },
    max: { type: "number", description: "Largest value allowed, for a difference." },
    by,
    severity,
  },
  ["metric"],
);

const data = record(
  {
    name: text("Name of this data in reports."),
    path: text("Path or glob of the data, relative to the working directory."),
    suite: text("Path of the expectation suite."),
    checks: {
      type: "array",
      minItems: 1,
      items: { type: "object" },
      description: "Expectations in place of a suite.",
    },
    types: {
      type: "object",
      additionalProperties: choice(["integer", "float", "boolean", "text"], "Type of a text file's column."),
      description: "Types of a text file's columns; the rest are inferred from the whole column.",
    },
    missing: {
      type: "array",
      items: { type: "string" },
      description: "Texts that mean missing; pandas' list by default.",
    },
    base: text(
      "Earlier version of this table to compare it with: a path, or `git:<ref>:<path>`, such as `git:origin/main:data/train.csv`.",
    ),
    parameters: {
      type: "object",
      description: "Values of the suite's parameters in this run; they come before the suite's own.",
    },
    unsupported: choice(
      ["fail", "warn"],
      "What a check does that cannot be expressed here; `fail` by default.",
    ),
    "result-format": choice(
      RESULT_FORMATS,
      "How much the result JSON holds, as Great Expectations names it; `SUMMARY` by default.",
    ),
    "result-path": text(
      "File for the result JSON, in the shape of the suite's generation of Great Expectations.",
    ),
    "index-columns": texts(
      "Columns that name an unexpected row in the result JSON; its position from 0 by default.",
    ),
  },
  ["path"],
);

const groups = (description: string) => ({
  type: "object",
  additionalProperties: { type: "array", items: { type: "string" }, minItems: 1 },
  description,
});

/** JSON Schema (draft 7) of version 1 of the gate file. */
export const GATE_FILE_SCHEMA = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "ml-gates gate file",
  description: "The rules a change to a model must meet: `.github/ml-gates.yml`.",
  ...record(
    {
      version: { type: "integer", const: 1, description: "Version of this file's format." },
      model: {
        type: "string",
        pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",
        description: "The model's name in the registry: letters, digits, `.`, `_` and `-`, at most 128.",
      },
      artifact: text("Path of the model's own file or folder; reports name its digest."),
      inconclusive: choice(["warn", "fail"], "What an inconclusive verdict does to the job."),
      engine: record({
        memory: {
          type: "string",
          pattern: "^[1-9][0-9]*(\\.[0-9]+)?(MB|GB|MiB|GiB)$",
          description: "Memory limit, such as `4GB`.",
        },
        threads: {
          type: "integer",
          minimum: 1,
          maximum: 1024,
          description: "Threads; all cores by default.",
        },
        temp: text("Folder for what does not fit into memory."),
        "native-path": text(
          "Folder that holds the engine's native library, for runners without any network.",
        ),
      }),
      data: {
        type: "array",
        items: data,
        minItems: 1,
        description: "Data to validate before anything is trained or scored.",
      },
      predictions: record(
        {
          candidate: text("Path of the candidate's predictions, one row an example."),
          baseline,
          columns: record(
            {
              key: text("Column that names the row, unique."),
              label: text("Column with the true value."),
              prediction: text("Column with the decision."),
              score: text("Column with the score of the positive value."),
              weight: text("Column with the row's weight."),
              positive: {
                type: ["string", "number", "boolean"],
                description: "The label's positive value; 1 by default.",
              },
            },
            ["key"],
          ),
        },
        ["candidate", "columns"],
      ),
      metrics: record(
        {
          candidate: text("Path of the candidate's metrics file."),
          baseline,
          mode,
          by,
          checks: { type: "array", items: check, minItems: 1, description: "Limits on metrics." },
        },
        ["checks"],
      ),
      fairness: record(
        {
          by,
          mode,
          minimum: {
            type: "integer",
            minimum: 1,
            description: "Smallest denominator a group is judged on; 30 by default.",
          },
          missing: choice(["error", "own-group"], "What a row without a group is; an error by default."),
          expect: groups("Groups that must be present, by column."),
          reference: {
            type: "object",
            additionalProperties: { type: "string" },
            description: "Group the others are compared with, by column; the largest by default.",
          },
          checks: {
            type: "array",
            items: disparityLimit,
            minItems: 1,
            description: "Limits on disparities.",
          },
        },
        ["by", "checks"],
      ),
      drift: DRIFT_SCHEMA,
      registry: record({
        kind: { type: "string", const: "ledger", description: "`ledger`: a branch of this repository." },
        branch: text("Branch that holds the ledger; `ml-gates/registry` by default."),
        repository: text(
          "Path of a bare repository that holds the ledger; this repository's `origin` by default.",
        ),
        alias: {
          type: "string",
          pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$",
          description: "Alias of the production version; `champion` by default.",
        },
      }),
    },
    ["version"],
  ),
} as const;
