/**
 * Populations whose true rates are known: a rule that fails the equal ones is wrong, one that passes the others is blind.
 *
 * @module
 */

/** Groups with the probability that each selects a row. */
export interface Scenario {
  readonly id: string;
  readonly groups: readonly { readonly n: number; readonly rate: number }[];
  /** The group whose true disparity is to be found; null where there is none. */
  readonly unlike: number | null;
}

const SIZES = [3000, 2000, 500, 200, 60] as const;
const RATE = 0.3;

const sized = (sizes: readonly number[], unlike: readonly [index: number, ratio: number] | null) =>
  sizes.map((n, index) => ({ n, rate: unlike?.[0] === index ? RATE * unlike[1] : RATE }));

/** Five groups of one rate; the same with a true ratio of 0.7 in one; a hundred rows each. */
export const SCENARIOS: readonly Scenario[] = [
  { id: "five equal groups", groups: sized(SIZES, null), unlike: null },
  { id: "ratio 0.7 in the group of 2000", groups: sized(SIZES, [1, 0.7]), unlike: 1 },
  { id: "ratio 0.7 in the group of 500", groups: sized(SIZES, [2, 0.7]), unlike: 2 },
  { id: "ratio 0.7 in the group of 200", groups: sized(SIZES, [3, 0.7]), unlike: 3 },
  { id: "five equal groups of 100", groups: sized([100, 100, 100, 100, 100], null), unlike: null },
];
