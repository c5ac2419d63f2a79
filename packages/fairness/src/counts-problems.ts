/**
 * What keeps counts from being judged, in sentences with numbers.
 *
 * @module
 */
import { type FairnessSection, type PredictionColumns, type Problem, quote } from "@ml-gates/gate";
import {
  type CountsByGroup,
  type Groupings,
  listGroupColumns,
  listGroupings,
  MOST_GROUPS,
} from "@ml-gates/queries";
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

/** More cells than this in one grouping are no groups, and its absent cells no list. */
const MOST_CELLS = 1000;

/** How groups are made, and what becomes of rows without one. */
export type GroupingPolicy = Groupings & Pick<FairnessSection, "missing">;

/**
 * Rows without label, decision, weight or group; weights below 0, or all 0; more than two values; too many groups, or
 * too long a name of one.
 *
 * @example
 * findCountsProblems({ uri: "p.csv", columns: { label: "y", prediction: "d", weight: null, positive: "1" }, cuts: {}, faulty: 0, counts: { byGroup: [], levels: {}, lightest: null, missing: { label: 2, prediction: 0, weight: 0 }, others: { label: [], prediction: [] } } }, { missing: "error", by: [], intersections: [], control: [], bins: {} }).length; // => 1
 */
export function findCountsProblems(counted: CountedPredictions, policy: GroupingPolicy): readonly Problem[] {
  return [
    ...findFaulty(counted),
    ...findMissing(counted),
    ...findBadWeights(counted),
    ...findManyValues(counted),
    ...findManyGroups(counted),
    ...listGroupings(policy).flatMap((columns) => findManyCells(counted, [...policy.control, ...columns])),
    ...findBadGroups(counted, policy),
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
  if (columns.length === 1) return [];
  const cells = columns.reduce((product, column) => product * (levels[column] ?? 0), 1);
  if (cells <= MOST_CELLS) return [];
  const message = `The columns ${columns.map(quote).join(", ")} in ${quote(uri)} have ${cells} cells together; at most ${MOST_CELLS} are judged.`;
  return [{ message, remedy: "Cross fewer columns, or merge rare groups first." }];
}

function findBadGroups({ uri, counts }: CountedPredictions, policy: GroupingPolicy): readonly Problem[] {
  return listGroupColumns(policy).flatMap((column) => {
    const cells = listCells(counts, policy.control, column);
    const where = `the group column ${quote(column)} of ${quote(uri)}`;
    const rows = cells.reduce((sum, cell) => sum + (cell.value === null ? cell.rows : 0), 0);
    const long = cells.find(({ value }) => (value?.length ?? 0) > LONGEST_GROUP);
    const clash = rows > 0 && cells.some(({ value }) => value === MISSING_GROUP);
    return [
      ...(rows > 0 && policy.missing === "error" ? [groupless(rows, where)] : []),
      ...(clash ? [ambiguous(where)] : []),
      ...(long === undefined ? [] : [tooLong(long.value, where)]),
    ];
  });
}

/** The values of one column with their rows, from the first grouping (or the control cells) that has it. */
function listCells(
  { within, byGroup }: CountsByGroup,
  control: readonly string[],
  column: string,
): readonly { readonly value: string | null; readonly rows: number }[] {
  const place = control.indexOf(column);
  if (place >= 0) return within.map((cell) => ({ value: cell.within[place] ?? null, rows: cell.rows }));
  const { columns } = byGroup.find((group) => group.columns.includes(column)) ?? {};
  return byGroup
    .filter((group) => group.columns === columns || group.columns.join("\0") === columns?.join("\0"))
    .map((group) => ({ value: group.values[group.columns.indexOf(column)] ?? null, rows: group.rows }));
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
