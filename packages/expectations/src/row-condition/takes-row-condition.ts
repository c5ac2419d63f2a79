/**
 * Which expectations can be about some of the rows.
 *
 * @module
 */

/** Those that are not about rows, and those whose query chooses its own. */
const WITHOUT = new Set([
  "expect_column_to_exist",
  "expect_table_column_count_to_be_between",
  "expect_table_column_count_to_equal",
  "expect_table_columns_to_match_ordered_list",
  "expect_table_columns_to_match_set",
  "expect_column_type_to_be",
  "expect_table_row_count_to_equal_other_table",
  "expect_query_results_to_match_comparison",
  "unexpected_rows_expectation",
]);

/** Whether an expectation takes a `row_condition`; names of other tools' checks do not begin with `expect_`. */
export function takesRowCondition(name: string): boolean {
  return name.startsWith("expect_") && !WITHOUT.has(name);
}
