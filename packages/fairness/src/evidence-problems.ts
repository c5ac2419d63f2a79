/**
 * What keeps scores, numbers and pairs of rows from being judged.
 *
 * @module
 */
import { type PredictionColumns, type Problem, quote } from "@ml-gates/gate";
import type {
  CountsByGroup,
  MomentFamily,
  MomentsByGroup,
  PairingFacts,
  PredictionsFacts,
} from "@ml-gates/queries";

const MEASURED = {
  values: "label and prediction",
  scores: "label and score",
  ranks: "score",
  areas: "score",
} as const satisfies Readonly<Record<MomentFamily | "areas", string>>;

/**
 * Rows without a number, and scores that are no probabilities where probabilities are wanted. Rows of both models are
 * one row, and are told of both files.
 *
 * @example
 * findMomentProblems(["p.csv"], "scores", { missing: 0, extremes: { low: -1, high: 1 } }).length; // => 1
 */
export function findMomentProblems(
  uris: readonly string[],
  family: MomentFamily | "areas",
  { missing, extremes }: Pick<MomentsByGroup, "missing" | "extremes">,
): readonly Problem[] {
  const where = uris.map(quote).join(" or ");
  if (missing > 0) {
    const message = `${missing} ${missing === 1 ? "row" : "rows"} of ${where} ${missing === 1 ? "has" : "have"} no finite number as ${MEASURED[family]}.`;
    return [
      {
        message,
        remedy: "Write a number for every row: a row that is not measured cannot be left out silently.",
      },
    ];
  }
  if (family !== "scores" || extremes === null || (extremes.low >= 0 && extremes.high <= 1)) return [];
  const message = `The scores of ${where} lie between ${extremes.low} and ${extremes.high}; probabilities from 0 to 1 were wanted.`;
  return [
    { message, remedy: "Write the probability of the positive value, or limit something that needs none." },
  ];
}

/**
 * The baseline's decisions that are missing, or are none of the two values of the candidate's labels and decisions.
 *
 * @example
 * findBaselineProblems("b.csv", { columns: { prediction: "d", positive: "1" }, counts: { others: { label: ["0"], prediction: ["0"] }, baseline: { missing: 0, others: ["0", "2"] } } }).length; // => 1
 */
export function findBaselineProblems(
  uri: string,
  {
    columns: { prediction, positive },
    counts: { others, baseline },
  }: {
    readonly columns: Pick<PredictionColumns, "prediction" | "positive">;
    readonly counts: Pick<CountsByGroup, "others" | "baseline">;
  },
): readonly Problem[] {
  if (baseline === null || prediction === null) return [];
  const { missing } = baseline;
  const where = `the prediction column ${quote(prediction)} of ${quote(uri)}`;
  const values = [...new Set([...others.label, ...others.prediction, ...baseline.others])];
  return [
    ...(missing > 0
      ? [
          {
            message: `${missing} ${missing === 1 ? "row has" : "rows have"} no value in ${where}.`,
            remedy: "Write the baseline's decision for every row: a change is judged on nothing less.",
          },
        ]
      : []),
    ...(values.length > 1
      ? [
          {
            message: `Beside the positive value ${quote(positive)}, ${where} and the candidate's columns hold ${values.slice(0, 4).map(quote).join(", ")}; two values in all were wanted.`,
            remedy: "Write the same two values in both files.",
          },
        ]
      : []),
  ];
}

/**
 * Keys that are missing, repeated, or not in both files: a change is judged on the same rows only.
 *
 * @example
 * findPairProblems([{ uri: "b.csv", facts: { nullKeys: 0, duplicatedKeys: 0 } }], { missing: 0, extra: 2, disagreeing: 0 }).length; // => 1
 */
export function findPairProblems(
  files: readonly {
    readonly uri: string;
    readonly facts: Pick<PredictionsFacts, "nullKeys" | "duplicatedKeys">;
  }[],
  { missing, extra, disagreeing }: PairingFacts,
): readonly Problem[] {
  const keys = files.flatMap(({ uri, facts: { nullKeys, duplicatedKeys } }) =>
    nullKeys + duplicatedKeys === 0
      ? []
      : [
          {
            message: `${quote(uri)} has ${nullKeys} rows without a key and ${duplicatedKeys} rows of a key that stood before.`,
            remedy: "Write one row for each key.",
          },
        ],
  );
  if (keys.length > 0) return keys;
  const unpaired = `${missing} keys of the baseline are not in the candidate, and ${extra} of the candidate are not in the baseline.`;
  const labels = `${disagreeing} rows have another label in the baseline than in the candidate.`;
  return [
    ...(missing + extra > 0
      ? [
          {
            message: unpaired,
            remedy: "Score both models on the same rows: a change is judged on nothing else.",
          },
        ]
      : []),
    ...(disagreeing > 0
      ? [{ message: labels, remedy: "Join both models' predictions to the same labels." }]
      : []),
  ];
}
