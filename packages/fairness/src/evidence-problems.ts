/**
 * What keeps scores, numbers and pairs of rows from being judged.
 *
 * @module
 */
import { type Problem, quote } from "@ml-gates/gate";
import type { MomentFamily, MomentsByGroup, PairingFacts, PredictionsFacts } from "@ml-gates/queries";

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
