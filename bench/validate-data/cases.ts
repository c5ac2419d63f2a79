/**
 * The cases: sizes, formats, suites and the tools that are run on them.
 *
 * @module
 */
import { type BenchExpectation, expressibleFor, suiteFor, TYPES } from "./suite.ts";

/** One table, one suite. */
export interface Case {
  readonly id: string;
  readonly rows: number;
  readonly columns: number;
  readonly format: "csv" | "parquet";
  readonly suite: "forty" | "expressible";
  /** Names of tools; the others cannot express the suite, or are beside the point. */
  readonly tools: readonly string[];
}

const OURS = ["ml-gates, types declared", "ml-gates"];
const BY_HAND = ["DuckDB by hand", "polars by hand"];

function makeCase(
  [rows, columns]: readonly [number, number],
  format: Case["format"],
  [suite, peers]: readonly [Case["suite"], readonly string[]],
): Case {
  const own = format === "csv" ? OURS : ["ml-gates"];
  return {
    id: `${rows}x${columns}.${format}/${suite}`,
    rows,
    columns,
    format,
    suite,
    tools: [...own, ...peers],
  };
}

const SIZES = [1_000_000, 10_000_000] as const;
const FORMATS = ["parquet", "csv"] as const;

/** In the order in which they are run: those of the targets first, then how time grows. */
export const CASES: readonly Case[] = [
  makeCase([1000, 20], "csv", ["forty", BY_HAND]),
  ...SIZES.flatMap((rows) =>
    FORMATS.flatMap((format) => [
      makeCase([rows, 20], format, ["forty", [...BY_HAND, "Great Expectations 1.24"]]),
      makeCase([rows, 20], format, ["expressible", ["Soda 4", "Pandera on polars"]]),
    ]),
  ),
  ...FORMATS.flatMap((format) => [
    ...[10_000, 100_000].map((rows) => makeCase([rows, 20], format, ["forty", []])),
    ...[10, 100, 1000].map((columns) => makeCase([100_000, columns], format, ["expressible", []])),
  ]),
];

/** The expectations of a case; with fewer columns those of the columns that are there, with more for each of them. */
export function expectationsOf({ rows, columns, suite }: Case): readonly BenchExpectation[] {
  const all = suite === "forty" ? suiteFor(rows) : expressibleFor(rows);
  return Array.from({ length: Math.ceil(columns / 20) }, (_, round) =>
    all.flatMap(({ type, kwargs }) => {
      const column = kwargs["column"];
      const index = COLUMN_ORDER.indexOf(String(column)) + 20 * round;
      if (index >= columns) return [];
      return { type, kwargs: round === 0 ? kwargs : { ...kwargs, column: `${column}_${round + 1}` } };
    }),
  ).flat();
}

const COLUMN_ORDER = Object.keys(TYPES);
