"""Every expectation over the traps: met, broken, at the edges, and with arguments that no table can answer."""

N = None
HALF_OPEN = {"strict_min": True, "strict_max": True}


def on(column, **kwargs):
    return {"column": column, **kwargs}


def pair(left, right, **kwargs):
    return {"column_A": left, "column_B": right, **kwargs}


def many(*columns, **kwargs):
    return {"column_list": list(columns), **kwargs}


def where(condition, kwargs):
    return {**kwargs, "row_condition": condition, "condition_parser": "pandas"}


def map_cases():
    name = "expect_column_values_to_be_between"
    for column in ["a", "sparse", "nothing", "late"]:
        yield name, on(column, min_value=2, max_value=7)
        yield name, on(column, min_value=2, max_value=7, mostly=0.6, **HALF_OPEN)
    yield name, on("zip", min_value=1067, max_value=80331)
    yield name, on("word", min_value="A", max_value="b")
    yield name, where('a > 2', on("b", min_value=2, max_value=8))
    yield name, where('grade == "low"', on("a", min_value=2))
    yield name, where('a > 100', on("a", min_value=200))
    yield name, where('grade == "low" and (b < 3 or c >= 10)', on("a", min_value=2))
    yield name, where('not (grade == "low") and b <= 4', on("a", min_value=2))
    yield name, where('a.isnull()', on("b", min_value=2))
    yield name, where('a.notnull() and grade != "low"', on("b", max_value=3))
    yield name, where('grade in ["low", "high"]', on("b", max_value=3))
    yield name, where('absent > 1', on("b", max_value=3))
    for column in ["token", "zip", "late", "grade", "sparse", "nothing"]:
        yield "expect_column_values_to_not_be_null", on(column)
        yield "expect_column_values_to_be_null", on(column, mostly=0.5)
        yield "expect_column_values_to_be_unique", on(column, mostly=0.9)
    yield "expect_column_values_to_not_be_null", where('b > 3', on("a"))
    yield "expect_column_values_to_be_unique", where('b > 3', on("a"))
    yield "expect_column_values_to_be_unique", where('b == 8', on("zip"))
    yield "expect_column_values_to_be_in_set", on("token", value_set=["ok", "-", ""])
    yield "expect_column_values_to_be_in_set", on("grade", value_set=["low", "mid"], mostly=0.8)
    yield "expect_column_values_to_be_in_set", on("grade", value_set=["low", "mid"], mostly=0.82)
    yield "expect_column_values_to_be_in_set", on("zip", value_set=[1067, 4109, 99999])
    yield "expect_column_values_to_not_be_in_set", on("grade", value_set=["high", N])
    yield "expect_column_values_to_not_be_in_set", on("late", value_set=["12x"])
    yield "expect_column_value_lengths_to_equal", on("code", value=2)
    yield "expect_column_value_lengths_to_equal", on("late", value=2, mostly=0.5)
    yield "expect_column_value_lengths_to_be_between", on("word", min_value=2, max_value=5)
    yield "expect_column_value_lengths_to_be_between", on("word", min_value=1, max_value=5, **HALF_OPEN)
    yield "expect_column_value_lengths_to_be_between", on("nothing", min_value=2)


def text_cases():
    for regexes in [["^x", r"\d$"], ["^x"], [r"^[xy]", r"\d"], ["q"]]:
        for match_on in ["any", "all"]:
            yield "expect_column_values_to_match_regex_list", on("code", regex_list=regexes, match_on=match_on)
        yield "expect_column_values_to_not_match_regex_list", on("code", regex_list=regexes, mostly=0.5)
    for regex in [r"(?=.*\d)(?=.*[a-z])", r"(ab)\1", r"\bb\b", r"^\w+$", r"(?<!a)b", r"é|í", r"(?i)^ANNA$", r"^.{1,4}$", "("]:
        yield "expect_column_values_to_match_regex", on("word", regex=regex)
        yield "expect_column_values_to_not_match_regex", on("word", regex=regex, mostly=0.8)
    for strftime in ["%Y-%m-%d", "%d.%m.%Y", "%Y-%m", "%Q"]:
        yield "expect_column_values_to_match_strftime_format", on("day", strftime_format=strftime)
        yield "expect_column_values_to_match_strftime_format", on("date", strftime_format=strftime, mostly=0.6)
    yield "expect_column_values_to_match_strftime_format", on("strict", strftime_format="%Y")
    yield "expect_column_values_to_match_strftime_format", on("nothing", strftime_format="%Y")
    for column in ["date", "spoken", "day", "word", "strict", "nothing"]:
        yield "expect_column_values_to_be_dateutil_parseable", on(column)
    for column in ["json", "bad_json", "word", "strict", "nothing"]:
        yield "expect_column_values_to_be_json_parseable", on(column)
    schema = {"type": "object", "properties": {"n": {"type": "integer", "minimum": 0}}}
    for column, wanted in [
        ("json", schema),
        ("json", {**schema, "required": ["n"]}),
        ("json", {"type": ["object", "array", "number", "string", "null"]}),
        ("bad_json", schema),
        ("strict", {"type": "integer", "maximum": 110}),
        ("nothing", schema),
    ]:
        yield "expect_column_values_to_match_json_schema", on(column, json_schema=wanted)
        yield "expect_column_values_to_match_json_schema", on(column, json_schema=wanted, mostly=0.5)


def order_cases():
    for direction in ["increasing", "decreasing"]:
        for column in ["rising", "strict", "a", "word", "nothing"]:
            yield f"expect_column_values_to_be_{direction}", on(column)
            yield f"expect_column_values_to_be_{direction}", on(column, strictly=True, mostly=0.7)
    for column in ["spread", "strict", "sparse", "nothing", "word"]:
        for threshold in [1, 2.5]:
            for double_sided in [True, False]:
                kwargs = on(column, threshold=threshold, double_sided=double_sided)
                yield "expect_column_value_z_scores_to_be_less_than", kwargs
        for method, multiplier in [("iqr", 1.5), ("iqr", 0), ("std", 1), ("std", 0)]:
            yield "expect_column_values_to_not_be_outliers", on(column, method=method, multiplier=multiplier)


def row_cases():
    for ignore in ["both_values_are_missing", "either_value_is_missing", "neither"]:
        kwargs = {"ignore_row_if": ignore}
        yield "expect_column_pair_values_a_to_be_greater_than_b", pair("a", "b", **kwargs)
        yield "expect_column_pair_values_a_to_be_greater_than_b", pair("b", "a", or_equal=True, mostly=0.6, **kwargs)
        yield "expect_column_pair_values_to_be_equal", pair("a", "b", mostly=0.5, **kwargs)
        yield "expect_column_pair_values_to_be_equal", pair("grade", "city", **kwargs)
        yield "expect_column_pair_values_to_be_in_set", pair("a", "b", value_pairs_set=[[1, 1], [2, 3], [3, 2], [N, 5]], **kwargs)
        yield "expect_column_pair_values_to_be_in_set", pair("city", "grade", value_pairs_set=[["Köln", "low"]], mostly=0.1, **kwargs)
    yield "expect_column_pair_values_a_to_be_greater_than_b", pair("a", "word")
    yield "expect_column_pair_values_to_be_equal", pair("a", "missing")
    yield "expect_column_pair_values_to_be_equal", pair("a", "b", ignore_row_if="sometimes")
    yield "expect_column_pair_values_to_be_equal", where('c > 5', pair("a", "b"))
    for ignore in ["all_values_are_missing", "any_value_is_missing", "never"]:
        kwargs = {"ignore_row_if": ignore}
        yield "expect_compound_columns_to_be_unique", many("city", "grade", **kwargs)
        yield "expect_compound_columns_to_be_unique", many("code", "strict", **kwargs)
        yield "expect_compound_columns_to_be_unique", many("a", "b", "c", mostly=0.3, **kwargs)
        yield "expect_select_column_values_to_be_unique_within_record", many("a", "b", "c", **kwargs)
        yield "expect_select_column_values_to_be_unique_within_record", many("city", "grade", mostly=0.9, **kwargs)
        yield "expect_multicolumn_sum_to_equal", many("a", "b", sum_total=5, **kwargs)
        yield "expect_multicolumn_sum_to_equal", many("a", "b", "c", sum_total=10, mostly=0.1, **kwargs)
        yield "expect_multicolumn_values_to_be_equal", many("a", "b", **kwargs)
        yield "expect_multicolumn_values_to_be_equal", many("city", "grade", mostly=0.1, **kwargs)
    yield "expect_compound_columns_to_be_unique", where('a > 2', many("a", "b"))
    yield "expect_compound_columns_to_be_unique", many("a", "missing")
    yield "expect_multicolumn_sum_to_equal", many("a", "word", sum_total=5)
    yield "expect_select_column_values_to_be_unique_within_record", many("a", "b", ignore_row_if="sometimes")


def aggregate_cases():
    for metric in ["min", "max", "mean", "sum", "median", "stdev", "unique_value_count"]:
        for column in ["a", "sparse", "nothing", "late"]:
            yield f"expect_column_{metric}_to_be_between", on(column, min_value=1, max_value=6)
    yield "expect_column_mean_to_be_between", where('b > 4', on("a", min_value=6))
    for part in ["unique_values", "non_null_values"]:
        for column in ["a", "strict", "sparse", "nothing"]:
            yield f"expect_column_proportion_of_{part}_to_be_between", on(column, min_value=0.4, max_value=0.9)
        yield f"expect_column_proportion_of_{part}_to_be_between", on("strict", max_value=1, strict_max=True)
    for relation in ["be_in", "contain", "equal"]:
        name = f"expect_column_distinct_values_to_{relation}_set"
        for members in [["low", "mid", "high"], ["low", "mid"], ["low", "mid", "high", "none"], []]:
            yield name, on("grade", value_set=members)
        yield name, on("a", value_set=[1, 2, 3, 4, 5, 6, 7, 8, 9])
        yield name, on("nothing", value_set=["x"])
        yield name, on("missing", value_set=["x"])
    for ties_okay in [True, False, N]:
        for column, members in [("grade", ["low"]), ("grade", ["mid"]), ("strict", [100]), ("a", [2, 5]), ("a", [2]), ("nothing", ["x"])]:
            yield "expect_column_most_common_value_to_be_in_set", on(column, value_set=members, ties_okay=ties_okay)
    ranges = [[N, 2], [2, 5], [4, 9], [9, N]]
    for column in ["a", "strict", "sparse", "nothing", "word"]:
        quantiles = {"quantiles": [0, 0.25, 0.6, 1], "value_ranges": ranges}
        yield "expect_column_quantile_values_to_be_between", on(column, quantile_ranges=quantiles)
    quantiles = {"quantiles": [0.1, 0.5], "value_ranges": [[1, 3], [4, 5]]}
    for relative in [False, "linear", "lower", "higher", "midpoint", "nearest"]:
        yield "expect_column_quantile_values_to_be_between", on("a", quantile_ranges=quantiles, allow_relative_error=relative)
    yield "expect_column_quantile_values_to_be_between", on("a", quantile_ranges={"quantiles": [0.5], "value_ranges": ranges})
    yield from divergence_cases()


def divergence_cases():
    name = "expect_column_kl_divergence_to_be_less_than"
    grades = {"values": ["low", "mid", "high"], "weights": [0.5, 0.3, 0.2]}
    short = {"values": ["low", "mid"], "weights": [0.6, 0.4]}
    bins = {"bins": [0, 3, 6, 10], "weights": [0.4, 0.3, 0.3]}
    tails = {"bins": [2, 4, 6], "weights": [0.4, 0.2], "tail_weights": [0.1, 0.3]}
    yield name, on("grade", partition_object=grades, threshold=0.1)
    yield name, on("grade", partition_object=grades, threshold=0.001)
    yield name, on("grade", partition_object=short, threshold=1)
    yield name, on("grade", partition_object=short, threshold=1, tail_weight_holdout=0.1)
    yield name, on("a", partition_object=bins, threshold=0.1)
    yield name, on("a", partition_object=bins, threshold=0.0001)
    yield name, on("a", partition_object=tails, threshold=1)
    yield name, on("a", partition_object={"bins": [2, 4, 6], "weights": [0.6, 0.4]}, threshold=1)
    yield name, on("a", partition_object={"bins": [2, 4, 6], "weights": [0.6, 0.4]}, threshold=2, tail_weight_holdout=0.2)
    yield name, on("a", partition_object={"bins": [0, 4, 5, 10], "weights": [0.6, 0, 0.4]}, threshold=2, internal_weight_holdout=0.1)
    yield name, on("nothing", partition_object=grades, threshold=0.1)
    yield name, on("grade", partition_object={"values": ["low"], "weights": [0.5]}, threshold=0.1)
    yield name, on("grade", partition_object=grades, threshold=-1)
    yield name, on("a", partition_object=tails, threshold=1, tail_weight_holdout=0.1)


def table_cases(columns):
    names = list(columns)
    yield "expect_column_to_exist", on("a", column_index=0)
    yield "expect_column_to_exist", on("b", column_index=0)
    yield "expect_column_to_exist", on("nothing", column_index=-1)
    for value in [len(names), len(names) + 1]:
        yield "expect_table_column_count_to_equal", {"value": value}
        yield "expect_table_column_count_to_be_between", {"min_value": value}
    for value in [0, 24]:
        yield "expect_table_row_count_to_equal", {"value": value}
        yield "expect_table_row_count_to_be_between", {"min_value": value, "max_value": value + 1}
    yield "expect_table_row_count_to_equal", where('a > 2', {"value": 13})
    yield "expect_table_row_count_to_be_between", where('a > 2', {"min_value": 20})
    yield "expect_table_columns_to_match_ordered_list", {"column_list": names}
    yield "expect_table_columns_to_match_ordered_list", {"column_list": names[::-1]}
    yield "expect_table_columns_to_match_ordered_list", {"column_list": names[:-1]}
    for exact in [True, False]:
        yield "expect_table_columns_to_match_set", {"column_set": names[::-1], "exact_match": exact}
        yield "expect_table_columns_to_match_set", {"column_set": names[1:], "exact_match": exact}
        yield "expect_table_columns_to_match_set", {"column_set": [*names, "z"], "exact_match": exact}
    for column, kind in [("strict", "int64"), ("strict", "str"), ("a", "float64"), ("zip", "int64"), ("absent", "int64")]:
        yield "expect_column_values_to_be_of_type", on(column, type_=kind)
        yield "expect_column_values_to_be_in_type_list", on(column, type_list=[kind, "bool"])


def sql_cases():
    """What Great Expectations evaluates on SQL alone; asked of SQLite."""
    for pattern in ["x%", "%0", "_1", "x_", "%", "", "q%"]:
        yield "expect_column_values_to_match_like_pattern", on("code", like_pattern=pattern)
        yield "expect_column_values_to_not_match_like_pattern", on("code", like_pattern=pattern, mostly=0.5)
    for patterns in [["x%", "%2"], ["x%"], ["q%", "z%"]]:
        for match_on in ["any", "all"]:
            yield "expect_column_values_to_match_like_pattern_list", on("code", like_pattern_list=patterns, match_on=match_on)
        yield "expect_column_values_to_not_match_like_pattern_list", on("code", like_pattern_list=patterns)
    yield "expect_table_row_count_to_equal_other_table", {"other_table_name": "traps"}
    yield "expect_table_row_count_to_equal_other_table", {"other_table_name": "fewer"}
    yield "expect_table_row_count_to_equal_other_table", {"other_table_name": "absent"}
    for query in ["strict > 1000", "strict > 110", "a > b", "absent > 1"]:
        yield "unexpected_rows_expectation", {"unexpected_rows_query": f"SELECT * FROM {{batch}} WHERE {query}"}
    for kind in ["BIGINT", "TEXT"]:
        yield "expect_column_type_to_be", on("strict", type_=kind)
        yield "expect_column_type_to_be", on("absent", type_=kind)
    for limit, mostly in [(24, 1), (23, 1), (23, 0.95), (23, 0.97)]:
        queries = {"base_query": "SELECT strict FROM {batch}", "comparison_query": f"SELECT strict FROM traps LIMIT {limit}"}
        kwargs = {**queries, "comparison_data_source_name": "traps", "mostly": mostly}
        yield "expect_query_results_to_match_comparison", kwargs


def trap_cases(columns):
    yield from map_cases()
    yield from text_cases()
    yield from order_cases()
    yield from row_cases()
    yield from aggregate_cases()
    yield from table_cases(columns)


def empty_cases(columns):
    """One of each kind over a table without rows."""
    seen = {}
    for expectation, kwargs in trap_cases(columns):
        if seen.get(expectation, 0) < 1:
            seen[expectation] = seen.get(expectation, 0) + 1
            yield expectation, kwargs
    yield "expect_column_sum_to_be_between", on("a", min_value=0, max_value=0)
    yield "expect_column_values_to_be_unique", on("word")
