/**
 * Every expectation this version evaluates, and those it knows by name only.
 *
 * @module
 */
import { AGGREGATE_EXPECTATIONS } from "./aggregate-expectations.ts";
import type { Definition } from "./define.ts";
import { MAP_EXPECTATIONS } from "./map-expectations.ts";
import { TABLE_EXPECTATIONS } from "./table-expectations.ts";

const DEFINITIONS: Readonly<Record<string, Definition>> = {
  ...TABLE_EXPECTATIONS,
  ...MAP_EXPECTATIONS,
  ...AGGREGATE_EXPECTATIONS,
};

/** The names of the expectations that are evaluated. */
export const EXPECTATION_NAMES: readonly string[] = Object.keys(DEFINITIONS);

/** The definition of an expectation by its name in lower case; null for any other name. */
export function findDefinition(name: string): Definition | null {
  return Object.hasOwn(DEFINITIONS, name) ? (DEFINITIONS[name] ?? null) : null;
}

/** Expectations of Great Expectations that are not evaluated yet: known, so that a message can say which it is. */
export const UNEVALUATED_NAMES: ReadonlySet<string> = new Set([
  "expect_column_values_to_match_regex_list",
  "expect_column_values_to_not_match_regex_list",
  "expect_column_values_to_match_like_pattern",
  "expect_column_values_to_not_match_like_pattern",
  "expect_column_values_to_match_like_pattern_list",
  "expect_column_values_to_not_match_like_pattern_list",
  "expect_column_values_to_match_strftime_format",
  "expect_column_values_to_be_dateutil_parseable",
  "expect_column_values_to_be_json_parseable",
  "expect_column_values_to_match_json_schema",
  "expect_column_values_to_be_increasing",
  "expect_column_values_to_be_decreasing",
  "expect_column_value_z_scores_to_be_less_than",
  "expect_column_values_to_not_be_outliers",
  "expect_column_pair_values_a_to_be_greater_than_b",
  "expect_column_pair_values_to_be_equal",
  "expect_column_pair_values_to_be_in_set",
  "expect_compound_columns_to_be_unique",
  "expect_select_column_values_to_be_unique_within_record",
  "expect_multicolumn_sum_to_equal",
  "expect_multicolumn_values_to_be_equal",
  "expect_multicolumn_values_to_be_unique",
  "expect_column_proportion_of_unique_values_to_be_between",
  "expect_column_proportion_of_non_null_values_to_be_between",
  "expect_column_most_common_value_to_be_in_set",
  "expect_column_distinct_values_to_be_in_set",
  "expect_column_distinct_values_to_contain_set",
  "expect_column_distinct_values_to_equal_set",
  "expect_column_quantile_values_to_be_between",
  "expect_column_kl_divergence_to_be_less_than",
  "expect_table_row_count_to_equal_other_table",
  "expect_query_results_to_match_comparison",
  "expect_column_type_to_be",
  "unexpected_rows_expectation",
]);
