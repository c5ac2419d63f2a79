/**
 * Random expectations: legal arguments of every one, some of which no table can meet.
 *
 * @module
 */
import fc from "fast-check";
import { columnsOf } from "./arbitrary-table.ts";
import type { Asked } from "./interpret.ts";
import type { Condition, Form, Operator } from "./row-condition.ts";

type Shape = Readonly<Record<string, fc.Arbitrary<unknown>>>;

const NUMERIC = columnsOf("integer", "float");
const TEXTUAL = columnsOf("text");
const ALL = columnsOf("integer", "float", "text", "boolean", "time");

const among = (names: readonly string[]) => ({ column: fc.constantFrom(...names) });
const mostly = { mostly: fc.constantFrom(undefined, undefined, 0, 0.3, 0.5, 0.75, 1) };
const flag = fc.constantFrom(undefined, true, false);
const number = fc.integer({ min: -8, max: 24 }).map((quarters) => quarters / 4);
const word = fc.constantFrom("a", "b", "ab", "é", "Łódź", "", "NA", "it's", "2024-01-31", "zz");
const day = fc.constantFrom("2024-01-31", "2024-02-01T00:00:00", "1970-01-01", "2024-02-29T12:30:00");

/** A smaller and a larger limit, one of which may be missing. */
function limits(
  value: fc.Arbitrary<number | string>,
  column: readonly string[],
  extra: Shape = mostly,
): fc.Arbitrary<object> {
  const two = fc.tuple(value, value).map(([a, b]) => (a <= b ? [a, b] : [b, a]));
  const picked = fc.tuple(two, fc.constantFrom("both", "min", "max"));
  const bounds = picked.map(([[min, max], which]) => ({
    ...(which === "max" ? {} : { min_value: min }),
    ...(which === "min" ? {} : { max_value: max }),
  }));
  const rest = fc.record({
    ...(column.length === 0 ? {} : among(column)),
    strict_min: flag,
    strict_max: flag,
    ...extra,
  });
  return fc.tuple(bounds, rest).map(([bound, kwargs]) => ({ ...kwargs, ...bound }));
}

/** A column and members of its kind. */
function sets(key: string, extra: Shape, minLength = 0): fc.Arbitrary<object> {
  const kinds: readonly (readonly [readonly string[], fc.Arbitrary<unknown>])[] = [
    [NUMERIC, number],
    [TEXTUAL, word],
    [columnsOf("time"), day],
    [columnsOf("boolean"), fc.boolean()],
  ];
  return fc.oneof(
    ...kinds.map(([columns, member]) =>
      fc.record({ ...among(columns), [key]: fc.array(member, { minLength, maxLength: 6 }), ...extra }),
    ),
  );
}

const regex = fc.constantFrom(
  "a",
  "^a",
  "b$",
  "^.$",
  "\\d",
  "^\\w+$",
  "(?i)ABC",
  "[^a-z]",
  "^$",
  "a|1",
  "é",
  "^\\D*$",
);
const like = fc.constantFrom("a%", "%b", "_", "%", "", "__", "%é%", "A%", "%\\%", "x_", "it's");
const some = (each: fc.Arbitrary<string>) => fc.array(each, { minLength: 1, maxLength: 3 });
const schema = fc.constantFrom(
  {},
  { type: "object" },
  { type: "object", required: ["n"] },
  { type: "number", minimum: 0 },
  { type: "array" },
);
const TEXTABLE = columnsOf("text", "integer", "boolean");

const COLUMN_SETS = fc.uniqueArray(fc.constantFrom(...NUMERIC), { minLength: 2, maxLength: 4 });
const pairs = fc.constantFrom(
  ["whole", "other"],
  ["real", "half"],
  ["whole", "real"],
  ["word", "name"],
  ["real", "empty"],
);
const ignorePair = fc.constantFrom(
  undefined,
  "both_values_are_missing",
  "either_value_is_missing",
  "neither",
);
const ignoreMany = fc.constantFrom(undefined, "all_values_are_missing", "any_value_is_missing", "never");

function pairsWith(shape: Shape): fc.Arbitrary<object> {
  const rest = fc.record({ ignore_row_if: ignorePair, ...mostly, ...shape });
  return fc.tuple(pairs, rest).map(([[a, b], kwargs]) => ({ column_A: a, column_B: b, ...kwargs }));
}

function manyWith(columns: fc.Arbitrary<readonly string[]>, shape: Shape = {}): fc.Arbitrary<object> {
  return fc.record({ column_list: columns, ignore_row_if: ignoreMany, ...mostly, ...shape });
}

const KIN = fc.constantFrom(
  ["whole", "other"],
  ["real", "half", "empty"],
  ["word", "name"],
  ["whole", "real"],
);
const valuePairs = fc.array(fc.tuple(fc.option(number), fc.option(number)), { maxLength: 4 });

const quantiles = fc.array(
  fc.tuple(fc.constantFrom(0, 0.1, 0.25, 0.5, 0.75, 1), fc.option(number), fc.option(number)),
  { minLength: 1, maxLength: 3 },
);
const quantileRanges = quantiles.map((listed) => {
  const rising = listed.toSorted(([a], [b]) => a - b);
  return {
    quantiles: rising.map(([q]) => q),
    value_ranges: rising.map(([, low, high]) =>
      low !== null && high !== null && low > high ? [high, low] : [low, high],
    ),
  };
});

const discrete = fc.constantFrom(
  { values: ["a", "b"], weights: [0.5, 0.5] },
  { values: ["a", "b", "ab", "Abc", "x1", "12", ""], weights: [0.25, 0.25, 0.125, 0.125, 0.125, 0.125, 0] },
);
const continuous = fc.constantFrom(
  { bins: [-2, 0, 2, 6], weights: [0.25, 0.25, 0.5] },
  { bins: [-2, 0, 1, 6], weights: [0.5, 0, 0.5] },
);
const divergences = fc.oneof(
  fc.record({
    ...among(TEXTUAL),
    partition_object: discrete,
    threshold: number.map(Math.abs),
    tail_weight_holdout: fc.constantFrom(0, 0.1),
  }),
  fc.record({
    ...among(["real", "half", "empty"]),
    partition_object: continuous,
    threshold: number.map(Math.abs),
    tail_weight_holdout: fc.constantFrom(0, 0.25),
    internal_weight_holdout: fc.constantFrom(0, 0.125),
  }),
);

const between = fc.oneof(
  limits(number, NUMERIC),
  limits(word, TEXTUAL),
  limits(day, columnsOf("time")),
  limits(number, ["word", "void"]),
);
const extremes = fc.oneof(
  limits(number, NUMERIC, {}),
  limits(word, TEXTUAL, {}),
  limits(day, columnsOf("time"), {}),
);
const numbers = fc.oneof(
  { weight: 6, arbitrary: limits(number, [...NUMERIC, "flag"], {}) },
  { weight: 1, arbitrary: limits(number, TEXTUAL, {}) },
);
const count = fc.integer({ min: 0, max: 12 });
const shares = fc.constantFrom(0, 0.25, 0.5, 0.9, 1);
const everyName = fc.constant(ALL);

/** Legal arguments by the expectation's name. */
export const KWARGS: Readonly<Record<string, fc.Arbitrary<object>>> = {
  expect_column_values_to_not_be_null: fc.record({ ...among([...ALL, "gone"]), ...mostly }),
  expect_column_values_to_be_null: fc.record({ ...among(ALL), ...mostly }),
  expect_column_values_to_be_unique: fc.record({ ...among(ALL), ...mostly }),
  expect_column_values_to_be_between: between,
  expect_column_values_to_be_in_set: sets("value_set", mostly),
  expect_column_values_to_not_be_in_set: sets("value_set", mostly),
  expect_column_value_lengths_to_equal: fc.record({ ...among(TEXTABLE), value: count, ...mostly }),
  expect_column_value_lengths_to_be_between: limits(count, TEXTABLE),
  expect_column_values_to_match_regex: fc.record({ ...among(TEXTABLE), regex, ...mostly }),
  expect_column_values_to_not_match_regex: fc.record({ ...among(TEXTABLE), regex, ...mostly }),
  expect_column_values_to_match_regex_list: fc.record({
    ...among(TEXTABLE),
    regex_list: some(regex),
    match_on: fc.constantFrom(undefined, "any", "all"),
    ...mostly,
  }),
  expect_column_values_to_not_match_regex_list: fc.record({
    ...among(TEXTABLE),
    regex_list: some(regex),
    ...mostly,
  }),
  expect_column_values_to_match_like_pattern: fc.record({ ...among(TEXTUAL), like_pattern: like, ...mostly }),
  expect_column_values_to_not_match_like_pattern: fc.record({
    ...among(TEXTUAL),
    like_pattern: like,
    ...mostly,
  }),
  expect_column_values_to_match_like_pattern_list: fc.record({
    ...among(TEXTUAL),
    like_pattern_list: some(like),
    match_on: fc.constantFrom(undefined, "any", "all"),
    ...mostly,
  }),
  expect_column_values_to_not_match_like_pattern_list: fc.record({
    ...among(TEXTUAL),
    like_pattern_list: some(like),
    ...mostly,
  }),
  expect_column_values_to_match_strftime_format: fc.record({
    ...among([...TEXTUAL, "whole"]),
    strftime_format: fc.constantFrom("%Y-%m-%d", "%d.%m.%Y", "%Y"),
    ...mostly,
  }),
  expect_column_values_to_be_json_parseable: fc.record({ ...among(TEXTUAL), ...mostly }),
  expect_column_values_to_match_json_schema: fc.record({ ...among(TEXTUAL), json_schema: schema, ...mostly }),
  expect_column_values_to_be_increasing: fc.record({
    ...among([...NUMERIC, "word"]),
    strictly: flag,
    ...mostly,
  }),
  expect_column_values_to_be_decreasing: fc.record({ ...among(NUMERIC), strictly: flag, ...mostly }),
  expect_column_value_z_scores_to_be_less_than: fc.record({
    ...among([...NUMERIC, "word"]),
    threshold: fc.constantFrom(0.5, 1, 2),
    double_sided: fc.boolean(),
    ...mostly,
  }),
  expect_column_values_to_not_be_outliers: fc.record({
    ...among([...NUMERIC, "word"]),
    method: fc.constantFrom("iqr", "std"),
    multiplier: fc.constantFrom(undefined, 0, 0.5, 2),
    ...mostly,
  }),
  expect_column_pair_values_to_be_equal: pairsWith({}),
  expect_column_pair_values_a_to_be_greater_than_b: pairsWith({ or_equal: flag }),
  expect_column_pair_values_to_be_in_set: fc
    .tuple(
      fc.constantFrom(["whole", "other"], ["real", "half"]),
      fc.record({ value_pairs_set: valuePairs, ignore_row_if: ignorePair, ...mostly }),
    )
    .map(([[a, b], kwargs]) => ({ column_A: a, column_B: b, ...kwargs })),
  expect_compound_columns_to_be_unique: manyWith(
    fc.uniqueArray(fc.constantFrom(...ALL), { minLength: 2, maxLength: 3 }),
  ),
  expect_select_column_values_to_be_unique_within_record: manyWith(KIN),
  expect_multicolumn_values_to_be_equal: manyWith(KIN),
  expect_multicolumn_sum_to_equal: manyWith(COLUMN_SETS, { sum_total: number }),
  expect_column_min_to_be_between: extremes,
  expect_column_max_to_be_between: extremes,
  expect_column_mean_to_be_between: numbers,
  expect_column_sum_to_be_between: numbers,
  expect_column_median_to_be_between: numbers,
  expect_column_stdev_to_be_between: numbers,
  expect_column_unique_value_count_to_be_between: limits(count, ALL, {}),
  expect_column_proportion_of_unique_values_to_be_between: limits(shares, ALL, {}),
  expect_column_proportion_of_non_null_values_to_be_between: limits(shares, ALL, {}),
  expect_column_distinct_values_to_be_in_set: sets("value_set", {}, 1),
  expect_column_distinct_values_to_contain_set: sets("value_set", {}),
  expect_column_distinct_values_to_equal_set: sets("value_set", {}),
  expect_column_most_common_value_to_be_in_set: sets("value_set", { ties_okay: flag }),
  expect_column_quantile_values_to_be_between: fc.record({
    ...among(NUMERIC),
    quantile_ranges: quantileRanges,
    allow_relative_error: fc.constantFrom(false, "linear", "lower", "higher", "midpoint", "nearest"),
  }),
  expect_column_kl_divergence_to_be_less_than: divergences,
  expect_column_to_exist: fc.record({
    ...among([...ALL, "gone", "Whole"]),
    column_index: fc.constantFrom(undefined, 0, 1, -1, 40),
  }),
  expect_table_column_count_to_equal: fc.record({ value: fc.constantFrom(9, 10) }),
  expect_table_column_count_to_be_between: fc.record({
    min_value: count,
    max_value: count.map((more) => more + 12),
  }),
  expect_table_row_count_to_equal: fc.record({ value: count }),
  expect_table_row_count_to_be_between: fc.record({
    min_value: count,
    max_value: count.map((more) => more + 12),
  }),
  expect_table_columns_to_match_ordered_list: fc.record({
    column_list: fc.oneof(everyName, fc.subarray([...ALL]), fc.constant(ALL.toReversed())),
  }),
  expect_table_columns_to_match_set: fc.record({
    column_set: fc.oneof(everyName, fc.subarray([...ALL]), fc.constant([...ALL, "gone"])),
    exact_match: fc.boolean(),
  }),
};

const NO_ROWS = /column_to_exist|column_count|columns_to_match/;
const comparison: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    type: fc.constant("comparison" as const),
    column: fc.constantFrom("whole", "real"),
    operator: operators(),
    value: number,
  }),
  fc.record({
    type: fc.constant("comparison" as const),
    column: fc.constant("word"),
    operator: fc.constantFrom("==", "!="),
    value: fc.constantFrom("a", "b", "x1"),
  }),
);
const nullity = fc.record({
  type: fc.constant("nullity" as const),
  column: fc.constantFrom("whole", "real", "word"),
  isNull: fc.boolean(),
});
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 3, arbitrary: comparison },
  { weight: 1, arbitrary: nullity },
);
const both: fc.Arbitrary<Condition> = fc.record({
  type: fc.constant("and" as const),
  conditions: fc.tuple(leaf, leaf),
});
const either: fc.Arbitrary<Condition> = fc.record({
  type: fc.constant("or" as const),
  conditions: fc.tuple(leaf, fc.oneof(leaf, both)),
});

function operators(): fc.Arbitrary<Operator> {
  return fc.constantFrom("==", "!=", "<", "<=", ">", ">=");
}

type Conditioned = Pick<Asked, "condition" | "form">;

const conditions: fc.Arbitrary<Conditioned> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ condition: null, form: "pandas" as Form }) },
  {
    weight: 2,
    arbitrary: fc.record({
      condition: fc.oneof(leaf, both, either),
      form: fc.constantFrom<Form>("pandas", "structured"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ condition: comparison, form: fc.constant<Form>("great_expectations") }),
  },
);

/** One of the named expectations with random arguments, most without a condition on the rows. */
export function expectationsOf(names: readonly string[]): fc.Arbitrary<Asked> {
  return fc.constantFrom(...names).chain((name) =>
    fc
      .record({
        name: fc.constant(name),
        kwargs: (KWARGS[name] ?? fc.constant({})).map(withoutUndefined),
        generation: fc.constantFrom("0.18" as const, "1.x" as const),
        conditioned: NO_ROWS.test(name)
          ? fc.constant<Conditioned>({ condition: null, form: "pandas" })
          : conditions,
      })
      .map(({ conditioned, ...asked }) => ({ ...asked, ...conditioned })),
  );
}

function withoutUndefined(kwargs: object): Asked["kwargs"] {
  return Object.fromEntries(Object.entries(kwargs).filter(([, value]) => value !== undefined));
}
