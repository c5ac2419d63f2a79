"""Whole results of the real Great Expectations, in its four formats, over the tables in fixtures/expectations.

Runs under either generation and writes fixtures/oracles/validation-results-<0.18|1.x>.json: each case's COMPLETE
result, and the keys of the other formats (whose values are the same). With a path it reads a result JSON of ml-gates
with Great Expectations' own reader and renders it as a page of its documentation.

  python scripts/oracles/validation-results.py
  python scripts/oracles/validation-results.py out/validation.json
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "fixtures" / "expectations"
ORACLES = ROOT / "fixtures" / "oracles"
FORMATS = ["BOOLEAN_ONLY", "BASIC", "SUMMARY", "COMPLETE"]


def cases():
    on = lambda column, **kwargs: {"column": column, **kwargs}
    yield from [
        ("expect_column_to_exist", on("age")),
        ("expect_column_to_exist", on("weight")),
        ("expect_table_row_count_to_equal", {"value": 40}),
        ("expect_table_column_count_to_be_between", {"max_value": 6}),
        ("expect_table_columns_to_match_set", {"column_set": ["visit", "weight", "age"], "exact_match": True}),
        ("expect_table_columns_to_match_set", {"column_set": ["visit", "weight"], "exact_match": False}),
        ("expect_table_columns_to_match_set", {"column_set": ["visit", "age"], "exact_match": False}),
        ("expect_table_columns_to_match_ordered_list", {"column_list": ["age", "visit", "fee"]}),
        ("expect_column_values_to_not_be_null", on("member")),
        ("expect_column_values_to_be_null", on("city", mostly=0.1)),
        ("expect_column_values_to_be_unique", on("city")),
        ("expect_column_values_to_be_unique", on("visit")),
        ("expect_column_values_to_be_between", on("age", min_value=0, max_value=120)),
        ("expect_column_values_to_be_between", on("fee", max_value=0.3, mostly=0.5)),
        ("expect_column_values_to_be_between", on("visit", min_value=1010)),
        ("expect_column_values_to_be_in_set", on("city", value_set=["Basel", "Köln", "Łódź"])),
        ("expect_column_values_to_be_in_set", on("member", value_set=[True])),
        ("expect_column_values_to_not_be_in_set", on("age", value_set=[-1, 200])),
        ("expect_column_value_lengths_to_equal", on("code", value=3)),
        ("expect_column_values_to_match_regex", on("code", regex=r"^[A-Z]\d+$")),
        ("expect_column_max_to_be_between", on("age", max_value=10)),
        ("expect_column_mean_to_be_between", on("visit", min_value=0)),
        ("expect_column_stdev_to_be_between", on("visit", min_value=11, max_value=12)),
        ("expect_column_sum_to_be_between", on("visit", max_value=3)),
        ("expect_column_median_to_be_between", on("age", min_value=1)),
        ("expect_column_unique_value_count_to_be_between", on("city", max_value=3)),
        ("expect_column_min_to_be_between", on("absent", min_value=1)),
        ("expect_column_pair_values_a_to_be_greater_than_b", {"column_A": "visit", "column_B": "age", "mostly": 0.9}),
        ("expect_column_pair_values_to_be_equal", {"column_A": "fee", "column_B": "age"}),
        ("expect_compound_columns_to_be_unique", {"column_list": ["visit", "member"]}),
        ("expect_compound_columns_to_be_unique", {"column_list": ["code", "visit"]}),
        ("expect_multicolumn_sum_to_equal", {"column_list": ["visit", "member"], "sum_total": 1001}),
        ("expect_column_quantile_values_to_be_between", on("visit", quantile_ranges={"quantiles": [0.1, 0.5], "value_ranges": [[1, 2], [1019, None]]})),
        ("expect_column_most_common_value_to_be_in_set", on("city", value_set=["Basel"])),
        ("expect_column_distinct_values_to_be_in_set", on("member", value_set=[True])),
        ("expect_column_distinct_values_to_contain_set", on("city", value_set=["Basel", "Bern"])),
        ("expect_column_distinct_values_to_equal_set", on("city", value_set=["Basel", "Bern"])),
        ("expect_column_proportion_of_unique_values_to_be_between", on("visit", min_value=0.5)),
    ]


def record(evaluate, expectation, kwargs):
    answers = {}
    for level in FORMATS:
        for name, wanted in [("plain", {}), ("indexed", {"unexpected_index_column_names": ["visit"]})]:
            answers[level, name] = evaluate(expectation, kwargs, {"result_format": level, **wanted}).to_json_dict()
    complete, indexed = answers["COMPLETE", "plain"], answers["COMPLETE", "indexed"]
    case = {
        "type": expectation,
        "kwargs": kwargs,
        "success": complete["success"],
        "raised": "raised_exception': True" in str(complete["exception_info"]),
        "result": complete["result"],
        "keys": {level: sorted(answers[level, "plain"]["result"]) for level in FORMATS},
    }
    differing = {key: value for key, value in indexed["result"].items() if complete["result"].get(key) != value}
    return {**case, "indexed": differing}


def write_oracle():
    import great_expectations
    import pandas

    version = great_expectations.__version__
    legacy = version.startswith("0.")
    context = great_expectations.get_context() if legacy else great_expectations.get_context(mode="ephemeral")
    lines = []
    for table in ["visits-with-holes.csv", "visits-with-nan.parquet"]:
        read = pandas.read_csv if table.endswith(".csv") else pandas.read_parquet
        evaluate = (open_legacy if legacy else open_new)(context, read(TABLES / table), table.replace(".", "_"))
        for expectation, kwargs in cases():
            lines.append(json.dumps({"table": table, **record(evaluate, expectation, kwargs)}, ensure_ascii=False, default=lambda value: value.item()))
    head = {"tool": "great_expectations", "version": version, "command": "python scripts/oracles/validation-results.py"}
    text = json.dumps(head)[:-1] + ', "cases": [\n' + ",\n".join(lines) + "\n]}\n"
    (ORACLES / f"validation-results-{'0.18' if legacy else '1.x'}.json").write_text(text, encoding="utf-8")
    print(version, len(lines))


def open_new(context, frame, name):
    from great_expectations.expectations.registry import get_expectation_impl

    asset = context.data_sources.add_pandas(name).add_dataframe_asset(name)
    batch = asset.add_batch_definition_whole_dataframe(name).get_batch({"dataframe": frame})
    return lambda expectation, kwargs, level: batch.validate(get_expectation_impl(expectation)(**kwargs), result_format=level)


def open_legacy(context, frame, name):
    request = context.sources.add_pandas(name).add_dataframe_asset(name).build_batch_request(dataframe=frame)
    context.add_or_update_expectation_suite(name)
    validator = context.get_validator(batch_request=request, expectation_suite_name=name)
    return lambda expectation, kwargs, level: getattr(validator, expectation)(
        **kwargs, result_format=level, catch_exceptions=True
    )


def read_back(path):
    from great_expectations.core.expectation_validation_result import expectationSuiteValidationResultSchema
    from great_expectations.render.renderer import ValidationResultsPageRenderer
    from great_expectations.render.view import DefaultJinjaPageView

    written = json.loads(Path(path).read_text(encoding="utf-8"))
    read = expectationSuiteValidationResultSchema.load(written)
    again = read.to_json_dict()
    for key in ["success", "statistics", "results"]:
        same = again[key] == written[key]
        print(key, "same" if same else "differs")
        if not same:
            for ours, theirs in zip(written[key], again[key]):
                if ours != theirs:
                    print("ours", ours, "\ntheirs", theirs)
                    break
    page = DefaultJinjaPageView().render(ValidationResultsPageRenderer(run_info_at_end=False).render(read))
    print("page", len(page))


if __name__ == "__main__":
    read_back(sys.argv[1]) if len(sys.argv) > 1 else write_oracle()
