/**
 * The JSON Schema of the gate file's `drift`.
 *
 * @module
 */
import { COLUMN_KINDS, DRIFT_METRICS, DRIFT_TESTS, OBJECTIVE_METRICS, PEERS } from "./drift-section.ts";
import { choice, record, text, texts, tolerance } from "./schema-parts.ts";

const fraction = (description: string) => ({ type: "number", minimum: 0, maximum: 1, description });
const severity = choice(
  ["block", "warn", "info"],
  "What a breach does to the verdict; `block` for named and critical columns, else `warn`.",
);
const duration = (description: string) => ({ type: "string", pattern: "^[1-9][0-9]{0,4}[hd]$", description });

const columns = record({
  include: texts("Columns that are judged; all but the excluded ones by default."),
  exclude: texts("Columns that are not judged, such as row ids."),
  kinds: {
    type: "object",
    additionalProperties: choice(COLUMN_KINDS, "What a column is judged as."),
    description: "What a column is judged as, where its type does not say it.",
  },
  critical: texts("Columns of which one alone that drifts fails the gate."),
  label: text("Column with the label: a check of its own, at half the limits."),
  predictions: texts("Columns with decisions or scores: checks of their own, at half the limits."),
});

const checks = {
  type: "array",
  minItems: 1,
  description: "Limits on the distance of columns, in place of the default ones.",
  items: record(
    {
      metric: choice(DRIFT_METRICS, "Distance as the drift literature names it, such as `psi`."),
      max: tolerance("Smallest distance that is drift."),
      warn: tolerance("Smallest distance that is told as a warning."),
      columns: texts("Columns the limit is for; all that the distance is defined for by default."),
      test: choice(
        DRIFT_TESTS,
        "Test of the second key; `ks` for numbers and `chi_square` for categories by default.",
      ),
      severity,
    },
    ["metric", "max"],
  ),
};

const skew = record(
  {
    offline: text("Path of the feature values the model was trained on."),
    online: text("Path of the feature values that were served."),
    key: text("Column that names the entity, unique in each file."),
    columns: texts("Columns that are compared; all shared ones by default."),
    tolerance: tolerance("Relative difference up to which two numbers agree; 0.000001 by default."),
    max: fraction("Largest share of entities whose values may differ; 0.01 by default."),
    "feature-time": text("Column of the offline file with the time its features were known."),
    "label-time": text("Column of the offline file with the time of its label."),
  },
  ["offline", "online", "key"],
);

const performance = record(
  {
    predictions: text("Path of the served predictions, one row an example."),
    labels: text("Path of the labels that came later; the predictions file's own column by default."),
    reference: text("Path of predictions with labels of the reference period."),
    columns: record(
      {
        key: text("Column that names the example in predictions and labels."),
        time: text("Column with the time of the prediction."),
        label: text("Column with the true value."),
        prediction: text("Column with the decision."),
        score: text("Column with the score of the positive value."),
        scores: {
          type: "object",
          additionalProperties: { type: "string", minLength: 1 },
          description: "Column with the score of each class, by class.",
        },
        positive: {
          type: ["string", "number", "boolean"],
          description: "The label's positive value; 1 by default.",
        },
      },
      ["key", "label", "prediction"],
    ),
    window: duration("Length of a window, such as `7d` or `24h`; `7d` by default."),
    step: duration(
      "How far a window moves to the next, such as `1d`; by default `1d`, or `1h` where days do not fill the window.",
    ),
    coverage: fraction("Least share of labelled predictions a window is judged on; 0.8 by default."),
    objectives: {
      type: "array",
      minItems: 1,
      description: "Objectives the newest window must meet whose labels have come.",
      items: record(
        {
          metric: choice(OBJECTIVE_METRICS, "Metric as scikit-learn names it."),
          min: fraction("Smallest value allowed."),
          severity,
        },
        ["metric", "min"],
      ),
    },
    concept: fraction("Change of the error rate at like scores that is concept drift; 0.05 by default."),
    estimate: { type: "boolean", description: "Whether performance is estimated without labels." },
  },
  ["predictions", "columns"],
);

/** JSON Schema of `drift`. */
export const DRIFT_SCHEMA = record({
  reference: text("Path of the data the model was accepted on."),
  current: text("Path of the data under judgement."),
  columns,
  by: texts("Columns in whose groups drift is judged one by one, beside all rows."),
  compat: choice(PEERS, "Peer whose statistics and verdicts stand in place of ours."),
  minimum: {
    type: "integer",
    minimum: 1,
    description: "Fewest values a side a column is judged on; 100 by default.",
  },
  share: fraction("Share of drifted columns that fails the gate; 0.3 by default."),
  missing: fraction("Change of a column's share of missing values that is drift; 0.02 by default."),
  unseen: fraction("Share of values whose category the reference lacks that is drift; 0.01 by default."),
  cluster: text("Column of the session, user or day whose rows belong together."),
  classifier: {
    type: "number",
    minimum: 0.5,
    maximum: 1,
    description: "AUC of telling the two sides apart that is drift; not measured by default.",
  },
  checks,
  skew,
  performance,
  retrain: texts("Columns and objectives whose drift asks for retraining."),
});
