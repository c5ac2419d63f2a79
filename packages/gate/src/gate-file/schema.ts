/**
 * The gate file's JSON Schema: the one list of legal keys, published as `schema/gate-file.json` for editors.
 *
 * @module
 */
import { BEHAVIOUR_SCHEMA } from "./behaviour-section.ts";
import { DRIFT_SCHEMA } from "./drift-schema.ts";
import { EVALUATE_SCHEMA } from "./evaluate-section.ts";
import { METRIC_FORMATS, PLAIN_REDUCERS, RESULT_FORMATS } from "./gate-file.ts";
import { choice, record, text, texts, tolerance } from "./schema-parts.ts";
import { WAIVERS_SCHEMA } from "./waivers-section.ts";

const severity = choice(["block", "warn", "info"], "What a breach does to the verdict; `block` by default.");
const by = texts("Columns whose groups are judged one by one.");
const mode = choice(
  ["screen", "prove"],
  "`screen` fails a breach that the data shows; `prove` passes only what the data proves.",
);
const baseline = text(
  "Where the production baseline is read: `registry`, a path, `git:<ref>:<path>`, or `mlflow:<model>@<alias>`, such as `git:origin/main:metrics.json`.",
);

const reduce = {
  ...record({
    at: { type: "number", description: "The value at this step." },
    "at-best": text("The value at the step where this metric is best; wants `direction`."),
    direction: choice(["higher", "lower"], "Which way is better for the metric of `at-best`."),
  }),
  type: ["string", "object"],
  pattern: `^(${PLAIN_REDUCERS.join("|")})$`,
  description:
    "How a series becomes one number: `last`, `min`, `max`, `mean`, `mean-of-seeds`, `{ at: 1000 }` or `{ at-best: val_loss, direction: lower }`; as its tool means it by default.",
};

const anchor = text(
  "A pinned earlier version, read like `baseline`, that the limits under `anchor` of a check are held against.",
);

const anchorLimits = {
  ...record({
    "max-drop": tolerance("Largest loss against the anchor, in the metric's own unit."),
    "max-drop-rel": tolerance("Largest loss, as a fraction of the anchor's magnitude."),
  }),
  minProperties: 1,
  description: "Limits against the pinned anchor: many small losses, each allowed, must not add up.",
};

const trade = {
  ...record(
    {
      metric: text("Cost that falls, such as `latency_p95`."),
      "falls-by": tolerance("Fraction of the baseline's cost by which it must fall."),
      "max-drop": tolerance("Largest loss that is then allowed, in the metric's own unit."),
    },
    ["metric", "falls-by", "max-drop"],
  ),
  description: "A larger loss that is allowed when a cost falls.",
};

const check = record(
  {
    metric: text("Metric as scikit-learn names it, such as `roc_auc`, or as the metrics file does."),
    min: { type: "number", description: "Smallest value allowed." },
    max: { type: "number", description: "Largest value allowed." },
    "max-drop": tolerance("Largest loss against the baseline, in the metric's own unit."),
    "max-drop-rel": tolerance("Largest loss, as a fraction of the baseline's magnitude."),
    "min-gain": tolerance("Smallest gain over the baseline that is asked for."),
    "max-gain": tolerance("Largest gain that is believable; more raises an alarm."),
    direction: choice(["higher", "lower"], "Which way is better, for a metric without a known direction."),
    reduce,
    anchor: anchorLimits,
    unless: trade,
    by,
    severity,
  },
  ["metric"],
);

const disparityLimit = record(
  {
    metric: text("Disparity as fairlearn names it, such as `demographic_parity_ratio`."),
    min: { type: "number", description: "Smallest value allowed, for a ratio or a `_group_min`." },
    max: { type: "number", description: "Largest value allowed, for a difference or a `_group_max`." },
    "max-drop": tolerance(
      "Largest loss against the baseline on the same rows: how much wider the disparity.",
    ),
    by,
    severity,
  },
  ["metric"],
);

const explanations = record(
  {
    candidate: text("Path of the attributions: one row a prediction, the key column, one column a feature."),
    baseline: text("The production model's attributions: a path, or `git:<ref>:<path>`."),
    "base-value": {
      type: ["string", "number"],
      description: "What the attributions are added to: a column of the file, or one number.",
    },
    tolerance: tolerance("Largest distance of base value + attributions from the score; 1e-6 by default."),
    top: {
      type: "integer",
      minimum: 1,
      description: "How many of the most important features are compared with the baseline's; 10 by default.",
    },
    "min-stability": {
      type: "number",
      minimum: 0,
      maximum: 1,
      description: "Smallest share of these features that the baseline's must hold.",
    },
    "max-share": {
      type: "object",
      additionalProperties: { type: "number", minimum: 0, maximum: 1 },
      description: "Largest share of all absolute attribution, by feature column.",
    },
  },
  ["candidate", "base-value"],
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
      "report-only": {
        type: "boolean",
        description: "Judge and tell, but do not stop the job for what was found; every summary says so.",
      },
      waivers: WAIVERS_SCHEMA,
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
          anchor,
          "show-ids": {
            type: "boolean",
            description: "Whether reports show the keys of rows; digests of them by default.",
          },
          behaviour: BEHAVIOUR_SCHEMA,
          evaluate: EVALUATE_SCHEMA,
          "stored-at": {
            type: "string",
            pattern: "^(https?://[^@]+|runs:/[0-9a-f]{32}/.+|[^:]+)$",
            description:
              "Where the job stores predictions of more than 5 MiB for the registry to name: an https address, `runs:/<run id>/<path>` of MLflow or a path, such as `https://files.example.com/{digest}.parquet`.",
          },
          columns: record(
            {
              key: text("Column that names the row, unique."),
              label: text("Column with the true value."),
              prediction: text("Column with the decision."),
              score: text("Column with the score of the positive value."),
              scores: {
                type: "object",
                additionalProperties: { type: "string", minLength: 1 },
                minProperties: 2,
                maxProperties: 200,
                description: "Columns with the score of each class, by the class as the label writes it.",
              },
              weight: text("Column with the row's weight."),
              cluster: text(
                "Column whose rows belong together, such as a user: what is sampled are its values.",
              ),
              query: text("Column with the query that a ranked row answers."),
              fold: text(
                "Column with the cross-validation fold of a row: a change is then judged over folds, not rows.",
              ),
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
          format: choice(METRIC_FORMATS, "Format of the metrics files; their content tells it by default."),
          parameters: text(
            "Path of a file with the model's parameters, such as `params.yaml`: the report shows what differs.",
          ),
          anchor,
          mode,
          by,
          checks: { type: "array", items: check, minItems: 1, description: "Limits on metrics." },
        },
        ["checks"],
      ),
      fairness: record(
        {
          by,
          intersections: {
            type: "array",
            minItems: 1,
            items: { type: "array", items: { type: "string", minLength: 1 }, minItems: 2, uniqueItems: true },
            description: "Lists of columns whose values together make a group.",
          },
          control: texts("Columns within whose values groups are compared: fairlearn's control features."),
          bins: {
            type: "object",
            additionalProperties: { type: "array", items: { type: "number" }, minItems: 1 },
            description: "Cut points, rising, that make groups of a numeric column.",
          },
          counts: text(
            "Path of a table of counts in place of predictions: group columns and `tp`, `fp`, `fn`, `tn`, or `n`, `selected`.",
          ),
          "top-k": {
            type: "integer",
            minimum: 1,
            description: "Places by score that count as selected, for `selection_at_k`; 10 by default.",
          },
          explanations,
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
