/**
 * What is measured: one large file with every intersection, and the file that fairlearn is run on too.
 *
 * @module
 */

/** A predictions file, and how its groups are judged. */
export interface Case {
  readonly id: string;
  readonly rows: number;
  readonly by: readonly string[];
  readonly intersections: readonly (readonly string[])[];
  /** Replicates of fairlearn's bootstrap; none where fairlearn is not run. */
  readonly replicates: readonly number[];
}

/** fairlearn is timed without a bootstrap and with two replicates; what a hundred take is extrapolated from the two. */
export const CASES: readonly Case[] = [
  {
    id: "10M rows, 3 columns and all intersections",
    rows: 10_000_000,
    by: ["race", "age_band", "sex"],
    intersections: [
      ["race", "age_band"],
      ["race", "sex"],
      ["age_band", "sex"],
      ["race", "age_band", "sex"],
    ],
    replicates: [],
  },
  {
    id: "1M rows, 2 columns, 8 metrics",
    rows: 1_000_000,
    by: ["race", "sex"],
    intersections: [["race", "sex"]],
    replicates: [0, 2],
  },
];
