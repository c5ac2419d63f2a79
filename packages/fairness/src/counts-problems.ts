/**
 * What keeps counts from being judged, in sentences with numbers.
 *
 * @module
 */
import { type FairnessSection, type PredictionColumns, type Problem, quote } from "@ml-gates/gate";
import { type CountsByGroup, MOST_GROUPS } from "@ml-gates/queries";
import { MISSING_GROUP } from "./metric-frame.ts";

/** A predictions file as it was counted. */
export interface CountedPredictions {
  /** The file as the user wrote it. */
  readonly uri: string;
  readonly columns: PredictionColumns;
  readonly counts: CountsByGroup;
}

const LONGEST_GROUP = 200;

/**
 * Rows without label, decision or group; more than two values; too many groups, or too long a name of one.
 *
 * @example
 * findCountsProblems({ uri: "p.csv", columns: { label: "y", prediction: "d", positive: "1" }, counts: { byGroup: [], missing: { label: 2, prediction: 0 }, others: { label: [], prediction: [] } } }, { missing: "error" }).length; // => 1
 */
export function findCountsProblems(
  counted: CountedPredictions,
  { missing }: Pick<FairnessSection, "missing">,
): readonly Problem[] {
  return [...findMissing(counted), ...findManyValues(counted), ...findBadGroups(counted, missing)];
}

function findMissing({ uri, columns, counts }: CountedPredictions): readonly Problem[] {
  return (["label", "prediction"] as const).flatMap((role) => {
    const absent = counts.missing[role];
    if (absent === 0) return [];
    return {
      message: `${sayRows(absent)} of ${quote(uri)} ${absent === 1 ? "has" : "have"} no value in the ${role} column ${quote(columns[role])}.`,
      remedy: "Write a value for every row: a row that is not counted cannot be left out silently.",
    };
  });
}

function findManyValues({ uri, columns, counts }: CountedPredictions): readonly Problem[] {
  const { label, prediction } = counts.others;
  const others = [...new Set([...label, ...prediction])];
  if (others.length < 2) return [];
  const where = `the label column ${quote(columns.label)} and the prediction column ${quote(columns.prediction)} of ${quote(uri)}`;
  return [
    {
      message: `Beside the positive value ${quote(columns.positive)}, ${where} hold ${others.slice(0, 4).map(quote).join(", ")}; two values in all were wanted.`,
      remedy:
        "Name the positive value as `positive` under `columns`, and write the same two values in both columns.",
    },
  ];
}

function findBadGroups(
  { uri, counts: { byGroup } }: CountedPredictions,
  missing: FairnessSection["missing"],
): readonly Problem[] {
  const columns = [...new Set(byGroup.map(({ column }) => column))];
  return columns.flatMap((column) => {
    const groups = byGroup.filter((group) => group.column === column);
    const where = `the group column ${quote(column)} of ${quote(uri)}`;
    const nameless = groups.find(({ value }) => value === null);
    const long = groups.find(({ value }) => (value?.length ?? 0) > LONGEST_GROUP);
    return [
      ...(groups.length > MOST_GROUPS ? [tooMany(where)] : []),
      ...(nameless && missing === "error" ? [groupless(nameless.rows, where)] : []),
      ...(nameless && groups.some(({ value }) => value === MISSING_GROUP) ? [ambiguous(where)] : []),
      ...(long ? [tooLong(long.value, where)] : []),
    ];
  });
}

function tooMany(where: string): Problem {
  const message = `More than ${MOST_GROUPS} distinct values stand in ${where}; at most ${MOST_GROUPS} groups are judged.`;
  return {
    message,
    remedy: "Name a column with fewer groups in `by`; bin numbers before, such as ages by decade.",
  };
}

function groupless(rows: number, where: string): Problem {
  return {
    message: `${sayRows(rows)} ${rows === 1 ? "has" : "have"} no value in ${where}.`,
    remedy:
      "Write a group for every row, or set `missing: own-group` under `fairness` to judge them as a group.",
  };
}

function ambiguous(where: string): Problem {
  const message = `Rows without a value would be called ${quote(MISSING_GROUP)}, but that text stands in ${where} too.`;
  return { message, remedy: "Write one or the other." };
}

function tooLong(value: string | null, where: string): Problem {
  const message = `The group ${quote(value)} in ${where} is longer than ${LONGEST_GROUP} characters.`;
  return { message, remedy: "Name a column of groups in `by`, not one of texts." };
}

function sayRows(count: number): string {
  return count === 1 ? "1 row" : `${count} rows`;
}
