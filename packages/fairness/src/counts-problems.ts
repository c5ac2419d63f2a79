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
  /** Cut points that would make four groups of a numeric column of too many values, by column. */
  readonly cuts: Readonly<Record<string, readonly number[]>>;
  /** Rows of a table of counts that hold what is no count. */
  readonly faulty: number;
}

const LONGEST_GROUP = 200;

/** More cells than this in one intersection are no groups, and its absent cells no list. */
const MOST_CELLS = 1000;

/**
 * Rows without label, decision, weight or group; weights below 0, or all 0; more than two values; too many groups, or
 * too long a name of one.
 *
 * @example
 * findCountsProblems({ uri: "p.csv", columns: { label: "y", prediction: "d", positive: "1" }, cuts: {}, faulty: 0, counts: { byGroup: [], levels: {}, lightest: null, missing: { label: 2, prediction: 0, weight: 0 }, others: { label: [], prediction: [] } } }, { missing: "error", intersections: [] }).length; // => 1
 */
export function findCountsProblems(
  counted: CountedPredictions,
  { missing, intersections }: Pick<FairnessSection, "missing" | "intersections">,
): readonly Problem[] {
  return [
    ...findFaulty(counted),
    ...findMissing(counted),
    ...findBadWeights(counted),
    ...findManyValues(counted),
    ...findManyGroups(counted),
    ...intersections.flatMap((columns) => findManyCells(counted, columns)),
    ...findBadGroups(counted, missing),
  ];
}

function findFaulty({ uri, faulty }: CountedPredictions): readonly Problem[] {
  if (faulty === 0) return [];
  const message = `${sayRows(faulty)} of ${quote(uri)} ${faulty === 1 ? "holds" : "hold"} a count that is missing, negative or no whole number.`;
  return [{ message, remedy: "Write whole numbers of rows, 0 or more; `selected` is at most `n`." }];
}

function findMissing({ uri, columns, counts }: CountedPredictions): readonly Problem[] {
  return (["label", "prediction"] as const).flatMap((role) => {
    const absent = counts.missing[role];
    if (absent === 0 || columns[role] === null) return [];
    return {
      message: `${sayRows(absent)} of ${quote(uri)} ${absent === 1 ? "has" : "have"} no value in the ${role} column ${quote(columns[role])}.`,
      remedy: "Write a value for every row: a row that is not counted cannot be left out silently.",
    };
  });
}

function findBadWeights({ uri, columns, counts }: CountedPredictions): readonly Problem[] {
  const where = `the weight column ${quote(columns.weight)} of ${quote(uri)}`;
  const remedy = "Write a finite weight of 0 or more for every row; a row of weight 0 counts nowhere.";
  const { weight } = counts.missing;
  if (columns.weight === null) return [];
  if (weight > 0)
    return [
      { message: `${sayRows(weight)} ${weight === 1 ? "has" : "have"} no finite value in ${where}.`, remedy },
    ];
  if ((counts.lightest ?? 0) < 0)
    return [
      {
        message: `The least value in ${where} is ${quote(counts.lightest)}; none below 0 was wanted.`,
        remedy,
      },
    ];
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = counts.overall.counts;
  const weighed = truePositives + falsePositives + falseNegatives + trueNegatives > 0;
  const decided = columns.label !== null && columns.prediction !== null;
  if (counts.rows === 0 || weighed || !decided) return [];
  return [{ message: `Every value in ${where} is 0: no row counts.`, remedy }];
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

function findManyGroups({ uri, counts, cuts }: CountedPredictions): readonly Problem[] {
  return Object.entries(counts.levels).flatMap(([column, levels]) => {
    if (levels <= MOST_GROUPS) return [];
    const where = `the group column ${quote(column)} of ${quote(uri)}`;
    const message = `${levels} distinct values stand in ${where}; at most ${MOST_GROUPS} groups are judged.`;
    const bins = cuts[column];
    const remedy =
      bins === undefined
        ? "Name a column with fewer groups in `by`, or write a column of coarser groups."
        : `It is numeric: bin it under \`fairness\`, such as \`bins: { ${column}: [${bins.join(", ")}] }\`.`;
    return [{ message, remedy }];
  });
}

function findManyCells(
  { uri, counts: { levels } }: CountedPredictions,
  columns: readonly string[],
): readonly Problem[] {
  const cells = columns.reduce((product, column) => product * (levels[column] ?? 0), 1);
  if (cells <= MOST_CELLS) return [];
  const message = `The intersection of ${columns.map(quote).join(", ")} in ${quote(uri)} has ${cells} cells; at most ${MOST_CELLS} are judged.`;
  return [{ message, remedy: "Cross fewer columns, or merge rare groups first." }];
}

function findBadGroups(
  { uri, counts: { byGroup } }: CountedPredictions,
  missing: FairnessSection["missing"],
): readonly Problem[] {
  const single = byGroup.filter(({ columns }) => columns.length === 1);
  const names = [...new Set(single.flatMap(({ columns }) => columns))];
  return names.flatMap((column) => {
    const groups = single.filter(({ columns }) => columns[0] === column);
    const values = groups.map(({ values: [value = null] }) => value);
    const where = `the group column ${quote(column)} of ${quote(uri)}`;
    const nameless = groups.filter(({ values: [value = null] }) => value === null);
    const rows = nameless.reduce((sum, group) => sum + group.rows, 0);
    const long = values.find((value) => (value?.length ?? 0) > LONGEST_GROUP);
    return [
      ...(rows > 0 && missing === "error" ? [groupless(rows, where)] : []),
      ...(rows > 0 && values.includes(MISSING_GROUP) ? [ambiguous(where)] : []),
      ...(long === undefined ? [] : [tooLong(long, where)]),
    ];
  });
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
