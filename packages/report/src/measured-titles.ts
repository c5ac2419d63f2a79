/**
 * What the tables of known measurements are called, in words of a reviewer.
 *
 * @module
 */

type Titled = readonly [path: RegExp, title: string];

/** By schema and path; `$1` is what the path's group matched. */
const TITLES: ReadonlyMap<string, readonly Titled[]> = new Map(
  Object.entries({
    "validation/1": [
      [/^columns$/, "Columns"],
      [/^diff · rows$/, "Rows before and now"],
      [/^diff · matched$/, "Rows before and now, matched by key"],
      [/^diff · columns$/, "Columns before and now"],
      [/^diff · columnsAdded$/, "Columns that are new"],
      [/^diff · columnsGone$/, "Columns that are gone"],
      [/^diff · causes$/, "Causes of the differences"],
    ],
    "drift/1": [
      [/^columns$/, "Drift by column, the furthest moved first"],
      [/^distances$/, "Every distance of each column"],
    ],
    "comparison/1": [
      [/^metrics$/, "Every metric"],
      [/^slices$/, "Metrics by group, the one that may be worst first"],
      [/^pairs$/, "Decisions that flip between baseline and candidate"],
      [/^formats$/, "Formats of the metric files"],
      [/^comparability$/, "What the two evaluations do not share"],
      [/^parameters$/, "Parameters that differ"],
      [/^recent$/, "The last baselines, the newest first"],
      [/^examples$/, "Rows that only one model decides rightly"],
    ],
    "fairness/1": [
      [/^overall$/, "Rates of all rows"],
      [/^columns · (.+) · groups$/, "Rates by $1"],
      [/^columns · (.+) · intervals$/, "Intervals of the rates by $1"],
      [/^columns · (.+) · disparities$/, "Disparities between the groups of $1"],
      [/^beside · (.+) · extremes$/, "Least and greatest rate of any group of $1"],
      [/^beside · (.+) · fourFifths$/, "Four-fifths rule by $1"],
      [/^beside · (.+) · aif360$/, "As AIF360 measures it, by $1"],
      [/^beside · (.+) · aequitas$/, "As aequitas measures it, by $1"],
    ],
  } satisfies Readonly<Record<string, readonly Titled[]>>),
);

/**
 * The title of a table at a path within measurements; the path itself where nothing better is known.
 *
 * @example
 * titleTable("fairness/1", ["columns", "SEX", "groups"]); // => "Rates by SEX"
 * titleTable("x/1", ["by", "group"]); // => "by · group"
 */
export function titleTable(schema: string, path: readonly string[]): string {
  const joined = path.join(" · ");
  const [found] = (TITLES.get(schema) ?? []).filter(([pattern]) => pattern.test(joined));
  return found === undefined ? joined : joined.replace(found[0], found[1]);
}

const HEADS: ReadonlyMap<string, string> = new Map([["flipFlop", "flips with one row"]]);

/**
 * The head of a column: a metric keeps its name, and a name of JSON becomes words.
 *
 * @example
 * titleColumn("missingBefore"); // => "missing before"
 * titleColumn("true_positive_rate"); // => "true_positive_rate"
 */
export function titleColumn(name: string): string {
  return HEADS.get(name) ?? name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
