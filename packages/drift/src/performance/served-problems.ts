/**
 * What keeps served predictions from being judged, in sentences with numbers.
 *
 * @module
 */
import { type PerformanceSection, type Problem, quote } from "@ml-gates/gate";
import type { ServedFacts } from "@ml-gates/queries";

/** A file of predictions, counted. */
interface CountedFile {
  readonly path: string;
  readonly facts: ServedFacts;
}

/**
 * Rows that cannot be told apart, that lack a decision, a time or a score, and values that no estimate can rest on.
 *
 * @example
 * findServedProblems({ labels: null, reference: null, columns: { key: "id", time: null, prediction: "d" }, estimate: false }, { path: "p.csv", facts: { rows: 9, duplicatedKeys: 2, duplicatedLabels: 0, undecided: 0, untimed: 0, unscored: 0, scores: null, others: [] } }).map(({ message }) => message); // => ['"p.csv" has 2 rows beyond the first of their "id".']
 */
export function findServedProblems(
  section: PerformanceSection,
  { path, facts }: CountedFile,
): readonly Problem[] {
  const { labels, columns, reference } = section;
  const problems = [
    { rows: facts.duplicatedKeys, path, what: `beyond the first of their ${quote(columns.key)}` },
    {
      rows: facts.duplicatedLabels,
      path: labels,
      what: `beyond the first of their ${quote(columns.key)}`,
    },
    { rows: facts.undecided, path, what: `without a ${quote(columns.prediction)}` },
    { rows: facts.untimed, path, what: `without a time in ${quote(columns.time)}` },
    { rows: reference === null ? 0 : facts.unscored, path, what: "without a finite number as score" },
  ];
  return [
    ...problems
      .filter(({ rows }) => rows > 0)
      .map(({ rows, path: where, what }) => ({
        message: `${quote(where)} has ${rows} rows ${what}.`,
        remedy: "Give one complete row an example, or leave these rows out and say so.",
      })),
    ...(section.estimate ? findUnestimable(section, { path, facts }) : []),
  ];
}

/** Estimates rest on probabilities; of one score they know two values of the label. */
function findUnestimable({ columns }: PerformanceSection, { path, facts }: CountedFile): readonly Problem[] {
  const { scores, others } = facts;
  const improbable = scores !== null && (scores.low < 0 || scores.high > 1);
  const many = columns.scores === null && others.length > 1;
  return [
    ...(improbable
      ? [
          {
            message: `The scores of ${quote(path)} lie between ${scores.low} and ${scores.high}; probabilities from 0 to 1 were wanted.`,
            remedy: "Write the probability of each value, or remove `estimate`.",
          },
        ]
      : []),
    ...(many
      ? [
          {
            message: `Beside the positive value ${quote(columns.positive)}, ${quote(path)} holds ${others.map(quote).join(", ")} as decisions or labels; two values in all were wanted.`,
            remedy: "Name the column of each class's score under `scores`, or correct `positive`.",
          },
        ]
      : []),
  ];
}
