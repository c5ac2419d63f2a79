"""Which rows take part, and what parameters are worth: cases of the real great_expectations, on pandas.

Run once with each generation:  python scripts/oracles/expectations-domains.py
"""

import json
import sys
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")
sys.path.insert(0, str(Path(__file__).parent))

from expectations import ORACLES, TABLES, record, runner  # noqa: E402

NAME = "expect_column_values_to_be_between"

PANDAS = [
    "a > 2",
    "a >= 2 and b < 8",
    "a >= 2 & b < 8",
    "a == 1 or b == 9 and c > 3",
    "(a == 1 or b == 9) and c > 3",
    "a != 2",
    "not a == 2",
    "not (a > 2 and b > 3)",
    "~(a > 2) | b == 9",
    "not a != a",
    "a < b",
    "a == b",
    "a != b",
    "2 < a <= 6",
    "3 < a",
    "a > -1.5e0",
    "a.isnull()",
    "a.notnull() and b.isna()",
    "not a.notna()",
    'grade == "low"',
    "grade == 'low' and city.isnull()",
    'grade != "low"',
    'not grade == "low"',
    'grade in ["low", "high"]',
    'grade not in ["low", "high"]',
    'grade not in ("low", "high")',
    'grade == ["low", "high"]',
    "a in [1, 2, 9]",
    "not a in [1, 2, 9]",
    'city == "Köln"',
    'word == "50%"',
    "`a` > 2",
    "a > 100",
    'grade > "low"',
    "absent > 2",
    "a >",
    "a > 2)",
    "a >> 2",
    "@a > 2",
    "",
]

OLD = [
    'col("a") > 2',
    'col("a") != 2',
    "col(\"grade\") == 'low'",
    'col("grade") != "low"',
    'col("a").notNull()',
    'col("a").notnull()',
    'col("a") <= 4e0',
    'col("a") >= -3',
    'col("city") == "Köln"',
    'col("absent") > 1',
    'col("a") ~ 2',
    "a > 2",
]


def comparison(column, operator, parameter):
    return {"type": "comparison", "column": {"name": column}, "operator": operator, "parameter": parameter}


def nullity(column, is_null):
    return {"type": "nullity", "column": {"name": column}, "is_null": is_null}


def both(*conditions):
    return {"type": "and", "conditions": list(conditions)}


def either(*conditions):
    return {"type": "or", "conditions": list(conditions)}


STRUCTURED = [
    comparison("a", ">", 2),
    comparison("a", "!=", 2),
    comparison("grade", "==", "low"),
    comparison("grade", "!=", "low"),
    comparison("grade", "IN", ["low", "high"]),
    comparison("grade", "NOT_IN", ["low", "high"]),
    comparison("a", "IN", []),
    comparison("a", "NOT_IN", []),
    comparison("a", "IN", [1, 2.0, 9]),
    comparison("a", "IN", [1, "x"]),
    comparison("a", "IN", 3),
    comparison("a", "=", 3),
    comparison("a", "==", None),
    comparison("absent", "==", 3),
    nullity("a", True),
    nullity("a", False),
    both(comparison("a", ">", 2), nullity("b", False)),
    both(comparison("a", ">", 2), both(comparison("b", ">", 3), comparison("c", "<", 12))),
    either(comparison("a", ">", 7), nullity("a", True)),
    either(both(comparison("a", ">", 2), comparison("b", "<", 5)), comparison("grade", "==", "mid")),
    both(comparison("a", ">", 2), either(comparison("b", ">", 3), comparison("c", "<", 12))),
    either(comparison("a", ">", 2), either(comparison("b", ">", 3), comparison("c", "<", 12))),
    both(*[comparison("a", "!=", value) for value in range(101)]),
    {"type": "nearly", "column": {"name": "a"}},
]

EVERYWHERE = [
    (NAME, {"column": "a", "min_value": 2, "max_value": 7}),
    ("expect_column_values_to_not_be_null", {"column": "c"}),
    ("expect_column_values_to_be_unique", {"column": "zip"}),
    ("expect_column_values_to_match_regex", {"column": "word", "regex": "(?=.*a).{3}"}),
    ("expect_column_values_to_be_increasing", {"column": "rising", "strictly": True}),
    ("expect_column_value_z_scores_to_be_less_than", {"column": "spread", "threshold": 1.5, "double_sided": True}),
    ("expect_column_mean_to_be_between", {"column": "a", "min_value": 3, "max_value": 5}),
    ("expect_column_sum_to_be_between", {"column": "a", "min_value": 3, "max_value": 30}),
    ("expect_column_stdev_to_be_between", {"column": "a", "max_value": 2}),
    ("expect_column_median_to_be_between", {"column": "a", "max_value": 4}),
    ("expect_column_max_to_be_between", {"column": "a", "max_value": 7}),
    ("expect_column_unique_value_count_to_be_between", {"column": "city", "max_value": 4}),
    ("expect_column_proportion_of_unique_values_to_be_between", {"column": "city", "max_value": 0.5}),
    ("expect_column_distinct_values_to_be_in_set", {"column": "grade", "value_set": ["low", "mid"]}),
    ("expect_column_most_common_value_to_be_in_set", {"column": "grade", "value_set": ["mid"]}),
    (
        "expect_column_quantile_values_to_be_between",
        {"column": "a", "quantile_ranges": {"quantiles": [0.25, 0.5], "value_ranges": [[2, 4], [3, 6]]}},
    ),
    ("expect_column_pair_values_a_to_be_greater_than_b", {"column_A": "a", "column_B": "b", "or_equal": True}),
    ("expect_column_pair_values_to_be_equal", {"column_A": "a", "column_B": "b"}),
    ("expect_column_pair_values_to_be_in_set", {"column_A": "a", "column_B": "b", "value_pairs_set": [[1, 1], [4, 4]]}),
    ("expect_compound_columns_to_be_unique", {"column_list": ["city", "grade"]}),
    ("expect_select_column_values_to_be_unique_within_record", {"column_list": ["a", "b", "c"]}),
    ("expect_multicolumn_sum_to_equal", {"column_list": ["a", "b"], "sum_total": 8}),
    ("expect_table_row_count_to_be_between", {"min_value": 10, "max_value": 15}),
]

PARAMETERS = {
    **{"a": 3, "b": 2.5, "s": "x", "list": [1, 2], "d": "2024-01-31", "dt": "2024-01-31T05:00:00", "e": 7},
    **{"neg": -3, "n": "4", "flag": True, "now": 5, "big": 9007199254740993},
}

EXPRESSIONS = [
    *["a+1", "a + b*2", "-a^2", "2^3^2", "-2 ^ 2", "a/2", "6/3", "a-1", "a -1", "a- -1", "a--1", "-+2+0", "(a+1)*2"],
    *["round(b)", "round(2.567, 2)", "round(2.675, 2)", "round(0.125, 2)", "round(4.35, 1)", "round(a)", "round(-2.5)"],
    *["round(0.5)", "round(3.5)", "trunc(b)", "trunc(-2.5)", "sgn(-4)", "sgn(1e-13)", "sgn(a)", "abs(neg)", "abs(-1.5)"],
    *["sin(0)", "exp(1)", "cos(0)+tan(0)", "pi*2", "PI+0", "E*2", "e*2", "5+0", "2.5e1+0", ".5*2", "1e3+0", "007+0"],
    *["s", "list", "d", "n", "flag", " a ", "n*2", "now + 1", "7/2*2", "2^-1", "2^0.5", "a*-2", "2*-a^2", "a^2/3*2-1"],
    *["datetime(2024,1,31)", "datetime(year=2024,month=1,day=31)+timedelta(days=1)", "d + timedelta(days=1)"],
    *["d + timedelta(weeks=2, hours=3)", "dt + timedelta(microseconds=5)", "timedelta(days=1)*2+d", "d - timedelta(1)"],
    *["timedelta(days=2)/timedelta(days=1)", "abs(timedelta(days=-1))+d", "datetime(2024, 1, 31, 12, 30, 1, 5)+timedelta(0)"],
    *["datetime(2024, a, 1)", "timedelta(days=a)+d", "timedelta(hours=b)+d", "-timedelta(days=1)+d", "5", "PI", "a_b"],
    *["list+1", "s+1", "missing", "missing+1", "dt - d", "timedelta(days=1)", "d + d", "d * 2", "-d", "abs(d)", "flag+1"],
    *["2.", "1/0", "0^-1", "(-8)^0.5", "a $ 1", "a+", "f(1)", "urn:great_expectations:x", "1 000+1", "a b", "", "2(3)"],
    *["trunc(a, 2)", "datetime(2024,2,31)", "timedelta(months=1)", "exp(1000)", "datetime(2024,1,1)>1", "a; b", "a.b"],
    *["__import__('os')", "datetime(2024)", "datetime(2024, 1, 1, month=2)", "sin()", "sin(1, 2)", "now(1)"],
]


def conditions(legacy):
    parser = {"condition_parser": "pandas"}
    kwargs = {"column": "a", "min_value": 2, "max_value": 7}
    for condition in PANDAS:
        yield NAME, {**kwargs, "row_condition": condition, **parser}
    for name, kwargs_of in EVERYWHERE:
        for condition in ["b > 3", 'grade != "mid" and c <= 14', "a.isnull()", "a > 100"]:
            yield name, {**kwargs_of, "row_condition": condition, **parser}
    if legacy:
        return
    for condition in OLD:
        yield NAME, {**kwargs, "row_condition": condition, "condition_parser": "great_expectations"}
    for condition in STRUCTURED:
        yield NAME, {**kwargs, "row_condition": condition}


def evaluate_expression(evaluate, expression):
    try:
        return {"expression": expression, "value": evaluate(expression, dict(PARAMETERS))}
    except Exception as error:
        return {"expression": expression, "raised": type(error).__name__}


def evaluator():
    try:
        from great_expectations.core.suite_parameters import parse_suite_parameter

        return parse_suite_parameter
    except ImportError:
        from great_expectations.core.evaluation_parameters import parse_evaluation_parameter

        return parse_evaluation_parameter


def main():
    import pandas

    version, open_frame, _ = runner()
    legacy = version.startswith("0.")
    evaluate = open_frame(pandas.read_parquet(TABLES / "traps.parquet"), "traps")
    cases = [record(evaluate, "traps.parquet", *case) for case in conditions(legacy)]
    expressions = [evaluate_expression(evaluator(), each) for each in EXPRESSIONS]
    head = {
        "tool": "great_expectations",
        "version": version,
        "command": "python scripts/oracles/expectations-domains.py",
        "parameters": PARAMETERS,
    }
    lines = lambda items: ",\n".join(json.dumps(each, ensure_ascii=False, default=str) for each in items)
    text = f'{json.dumps(head)[:-1]}, "expressions": [\n{lines(expressions)}\n], "cases": [\n{lines(cases)}\n]}}\n'
    path = ORACLES / f"expectations-domains-{'0.18' if legacy else '1.x'}.json"
    path.write_text(text, encoding="utf-8")
    print(path.name, len(cases), "of which fail or raise:", sum(not each["success"] for each in cases))


if __name__ == "__main__":
    main()
