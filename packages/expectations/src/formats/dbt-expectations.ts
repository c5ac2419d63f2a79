/**
 * The tests of dbt-expectations, as a table: the names are those of Great Expectations, some arguments are not.
 *
 * @module
 */
import { type JsonValue, quote } from "@ml-gates/gate";
import type { JsonObject } from "../parse-expectation.ts";
import type { Drafted } from "./format-reading.ts";
import { lookUp } from "./look-up.ts";

type Names = readonly string[];
const BETWEEN: Names = ["min_value", "max_value", "strictly"];

/** What each test takes beside the column. */
const ARGUMENTS: Readonly<Record<string, Names>> = {
  expect_column_to_exist: ["column_index"],
  expect_table_column_count_to_equal: ["value"],
  expect_table_column_count_to_be_between: ["min_value", "max_value"],
  expect_table_columns_to_match_ordered_list: ["column_list"],
  expect_table_columns_to_match_set: ["column_list"],
  expect_table_columns_to_contain_set: ["column_list"],
  expect_table_columns_to_not_contain_set: ["column_list"],
  expect_table_row_count_to_equal: ["value"],
  expect_table_row_count_to_be_between: BETWEEN,
  expect_column_values_to_be_null: [],
  expect_column_values_to_not_be_null: [],
  expect_column_values_to_be_unique: [],
  expect_column_values_to_be_of_type: ["column_type"],
  expect_column_values_to_be_in_type_list: ["column_type_list"],
  expect_column_values_to_be_in_set: ["value_set", "quote_values"],
  expect_column_values_to_not_be_in_set: ["value_set", "quote_values"],
  expect_column_values_to_be_between: BETWEEN,
  expect_column_value_lengths_to_equal: ["value"],
  expect_column_value_lengths_to_be_between: BETWEEN,
  expect_column_values_to_match_regex: ["regex"],
  expect_column_values_to_not_match_regex: ["regex"],
  expect_column_values_to_match_regex_list: ["regex_list", "match_on"],
  expect_column_values_to_not_match_regex_list: ["regex_list"],
  expect_column_values_to_match_like_pattern: ["like_pattern"],
  expect_column_values_to_not_match_like_pattern: ["like_pattern"],
  expect_column_values_to_match_like_pattern_list: ["like_pattern_list", "match_on"],
  expect_column_values_to_not_match_like_pattern_list: ["like_pattern_list"],
  expect_column_distinct_count_to_equal: ["value"],
  expect_column_distinct_count_to_be_greater_than: ["value"],
  expect_column_distinct_count_to_be_less_than: ["value"],
  expect_column_distinct_values_to_be_in_set: ["value_set", "quote_values"],
  expect_column_distinct_values_to_contain_set: ["value_set", "quote_values"],
  expect_column_distinct_values_to_equal_set: ["value_set", "quote_values"],
  expect_column_unique_value_count_to_be_between: BETWEEN,
  expect_column_proportion_of_unique_values_to_be_between: BETWEEN,
  expect_column_max_to_be_between: BETWEEN,
  expect_column_min_to_be_between: BETWEEN,
  expect_column_mean_to_be_between: BETWEEN,
  expect_column_median_to_be_between: BETWEEN,
  expect_column_stdev_to_be_between: BETWEEN,
  expect_column_sum_to_be_between: BETWEEN,
  expect_column_pair_values_a_to_be_greater_than_b: ["column_a", "column_b", "or_equal"],
  expect_column_pair_values_to_be_equal: ["column_a", "column_b"],
  expect_compound_columns_to_be_unique: ["column_list", "quote_columns", "ignore_row_if"],
};

/** Arguments whose common value says what holds anyway. */
const WITHOUT_EFFECT: Readonly<Record<string, readonly JsonValue[]>> = {
  quote_values: [true, false],
  quote_columns: [true, false],
  transform: ["upper", "lower"],
  is_raw: [false],
};

/** One test as an expectation; a text says why it cannot be one. */
export function draftDbtExpectation(
  name: string,
  given: JsonObject,
  column: string | null,
): Drafted | string {
  const known = lookUp(ARGUMENTS, name);
  if (known === undefined) return "no test of that name is evaluated here.";
  const { row_condition, ...written } = lowerKeys(given);
  const others = Object.entries(written).filter(
    ([key, value]) =>
      !known.includes(key) && key !== "column_name" && !lookUp(WITHOUT_EFFECT, key)?.includes(value),
  );
  const [other] = others;
  if (other !== undefined) return `${quote(other[0])} is not known here.`;
  const kept = Object.fromEntries(
    Object.entries(written).filter(([key]) => known.includes(key) && !Object.hasOwn(WITHOUT_EFFECT, key)),
  );
  const ofColumn = name.startsWith("expect_column_") && !name.includes("_pair_");
  const drafted = translate(name, { ...(ofColumn ? { column } : {}), ...kept });
  return row_condition === undefined
    ? drafted
    : { ...drafted, kwargs: { ...drafted.kwargs, row_filter: row_condition } };
}

function lowerKeys(given: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key.toLowerCase(), value]));
}

function translate(name: string, { strictly, ...kwargs }: JsonObject): Drafted {
  const strict = strictly === true ? { strict_min: true, strict_max: true } : {};
  const count = "expect_column_unique_value_count_to_be_between";
  const { column, value, column_list } = kwargs;
  switch (name) {
    case "expect_column_to_exist":
      // Counted from 1 there, from 0 here; 0 says nothing.
      return {
        name,
        kwargs: { column, column_index: place(kwargs["column_index"]) },
      };
    case "expect_table_columns_to_match_set":
      return { name, kwargs: { column_set: column_list, exact_match: true } };
    case "expect_table_columns_to_contain_set":
      return { name: "columns_as_listed", kwargs: { column_list } };
    case "expect_table_columns_to_not_contain_set":
      return { name: "columns_as_listed", kwargs: { column_list: [], forbidden_columns: column_list } };
    case "expect_table_row_count_to_be_between":
      return { name: "row_count_within_limits", kwargs: { ...kwargs, ...strict } };
    case "expect_column_values_to_be_of_type":
      return { name, kwargs: { column, type_: kwargs["column_type"] } };
    case "expect_column_values_to_be_in_type_list":
      return { name, kwargs: { column, type_list: kwargs["column_type_list"] } };
    case "expect_column_distinct_count_to_equal":
      return { name: count, kwargs: { column, min_value: value, max_value: value } };
    case "expect_column_distinct_count_to_be_greater_than":
      return { name: count, kwargs: { column, min_value: value, strict_min: true } };
    case "expect_column_distinct_count_to_be_less_than":
      return { name: count, kwargs: { column, max_value: value, strict_max: true } };
    case "expect_column_pair_values_a_to_be_greater_than_b":
    case "expect_column_pair_values_to_be_equal": {
      const { column_a, column_b, ...more } = kwargs;
      return { name, kwargs: { column_A: column_a, column_B: column_b, ...more } };
    }
    default:
      return { name, kwargs: { ...kwargs, ...strict } };
  }
}

function place(index: JsonValue | undefined): JsonValue | undefined {
  if (typeof index !== "number" || index === 0) return undefined;
  return index > 0 ? index - 1 : 0;
}
