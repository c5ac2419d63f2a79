"""Results of the real Great Expectations over the tables in fixtures/expectations.

Runs under either generation (with SQLAlchemy 2.0 beside it, for what is evaluated on SQL alone) and writes
fixtures/oracles/expectations-<0.18|1.x>.json.
The tables themselves are written by `--tables` (needs pyarrow).

  python scripts/oracles/expectations.py --tables
  python scripts/oracles/expectations.py
"""

import datetime
import json
import math
import sys
from pathlib import Path

from expectation_cases import empty_cases, sql_cases, trap_cases
from expectation_tables import TRAPS, write_traps

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "fixtures" / "expectations"
ORACLES = ROOT / "fixtures" / "oracles"


def rows():
    """Clinic visits with holes: nulls, repeated values, an empty text, letters beyond ASCII, a column of nothing."""
    cities = ["Łódź", "Basel", "Köln", None, "Basel", "São Paulo", "北京", "", "Basel", "Köln", "Oslo", "a|b", "Łódź", None]
    ages = [34, 51, None, 18, 77, 120, -1, 34, 200, None, 45, 45, 29]
    fees = [12.5, 0.1, 0.2, None, 0.30000000000000004, 99.99, 0.0, -3.25, 12.5, 1e6, 0.1]
    codes = ["A01", "A02", "B٣", "A04", "A05", "A06", "C7", "A08", "A02", "A10", "é9", "A12\n"]
    for index in range(40):
        yield {
            "visit": 1000 + index,
            "age": ages[index % len(ages)],
            "fee": fees[index % len(fees)],
            "city": cities[index % len(cities)],
            "code": codes[index] if index < len(codes) else f"Z{index:03d}",
            "member": index % 3 == 0,
            "nothing": None,
        }


def write_tables():
    import pyarrow as pa
    import pyarrow.parquet as pq

    TABLES.mkdir(parents=True, exist_ok=True)
    data = list(rows())
    lines = ["visit,age,fee,city,code,member,nothing"]
    for row in data:
        # pandas 2.1 reads the digits of 0.30000000000000004 as 0.3: only Parquet holds them here.
        fee = None if row["fee"] is None else round(row["fee"], 6)
        cells = [row["visit"], row["age"], fee, row["city"], row["code"].strip(), row["member"], row["nothing"]]
        lines.append(",".join("" if cell is None else str(cell) for cell in cells))
    (TABLES / "visits-with-holes.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    seen = [datetime.datetime(2024, 1, 1) + datetime.timedelta(hours=7 * i) if i % 9 else None for i in range(len(data))]
    fee = [math.nan if i % 10 == 4 else row["fee"] for i, row in enumerate(data)]
    table = pa.table(
        {
            "visit": pa.array([row["visit"] for row in data], pa.int64()),
            "age": pa.array([row["age"] for row in data], pa.int32()),
            "fee": pa.array(fee, pa.float64(), from_pandas=False),
            "city": pa.array([row["city"] for row in data], pa.string()),
            "code": pa.array([row["code"] for row in data], pa.string()),
            "member": pa.array([row["member"] for row in data], pa.bool_()),
            "seen": pa.array(seen, pa.timestamp("us")),
        }
    )
    pq.write_table(table, TABLES / "visits-with-nan.parquet")


def cases():
    """Each expectation with arguments that it meets, that it breaks, and at the edges."""
    on = lambda column, **kwargs: {"column": column, **kwargs}
    between = "expect_column_values_to_be_between"
    yield from [
        ("expect_column_to_exist", on("age")),
        ("expect_column_to_exist", on("Age")),
        ("expect_column_to_exist", on("age", column_index=1)),
        ("expect_column_to_exist", on("age", column_index=3)),
        ("expect_table_column_count_to_equal", {"value": 7}),
        ("expect_table_column_count_to_equal", {"value": 8}),
        ("expect_table_column_count_to_be_between", {"min_value": 7, "max_value": 9}),
        ("expect_table_column_count_to_be_between", {"max_value": 6}),
        ("expect_table_row_count_to_equal", {"value": 40}),
        ("expect_table_row_count_to_equal", {"value": 41}),
        ("expect_table_row_count_to_be_between", {"min_value": 40}),
        ("expect_table_row_count_to_be_between", {"min_value": 41, "max_value": 50}),
        ("expect_table_columns_to_match_set", {"column_set": ["age", "visit"]}),
        ("expect_table_columns_to_match_set", {"column_set": ["age", "visit"], "exact_match": False}),
        ("expect_table_columns_to_match_set", {"column_set": ["age", "visit"], "exact_match": True}),
        ("expect_table_columns_to_match_set", {"column_set": ["age", "weight"], "exact_match": False}),
        ("expect_table_columns_to_match_ordered_list", {"column_list": ["visit", "age", "fee"]}),
        ("expect_table_columns_to_match_ordered_list", {"column_list": ["age", "visit"]}),
    ]
    for column in ["visit", "age", "fee", "city", "code", "member"]:
        yield "expect_column_values_to_not_be_null", on(column)
        yield "expect_column_values_to_be_null", on(column, mostly=0.1)
        yield "expect_column_values_to_be_unique", on(column)
        yield "expect_column_unique_value_count_to_be_between", on(column, min_value=5, max_value=20)
    yield from [
        ("expect_column_values_to_not_be_null", on("age", mostly=0.8)),
        ("expect_column_values_to_not_be_null", on("age", mostly=0.85)),
        ("expect_column_values_to_not_be_null", on("missing")),
        ("expect_column_values_to_be_unique", on("code", mostly=0.9)),
        (between, on("age", min_value=0, max_value=120)),
        (between, on("age", min_value=0, max_value=120, strict_max=True)),
        (between, on("age", min_value=0, max_value=120, mostly=0.8)),
        (between, on("age", min_value=0, max_value=120, mostly=0.85)),
        (between, on("age", min_value=-1, max_value=200)),
        (between, on("age", min_value=-1, strict_min=True)),
        (between, on("fee", min_value=0)),
        (between, on("fee", max_value=0.3)),
        (between, on("fee", min_value=0.1, max_value=12.5, strict_min=True, strict_max=True)),
        (between, on("visit", min_value=1000, max_value=1039)),
        (between, on("visit", min_value=1000.5, max_value=1039)),
        (between, on("city", min_value=0, max_value=1)),
        (between, on("missing", min_value=0)),
        ("expect_column_values_to_be_in_set", on("city", value_set=["Basel", "Köln", "Łódź"])),
        ("expect_column_values_to_be_in_set", on("city", value_set=["Basel", "Köln", "Łódź"], mostly=0.6)),
        ("expect_column_values_to_be_in_set", on("city", value_set=[])),
        ("expect_column_values_to_be_in_set", on("member", value_set=[True, False])),
        ("expect_column_values_to_be_in_set", on("member", value_set=[True])),
        ("expect_column_values_to_be_in_set", on("age", value_set=[34, 51, 18, 77, 120, -1, 200, 45, 29])),
        ("expect_column_values_to_be_in_set", on("age", value_set=[34, 51, None])),
        ("expect_column_values_to_be_in_set", on("fee", value_set=[0.1, 0.2, 0.3])),
        ("expect_column_values_to_not_be_in_set", on("city", value_set=["Oslo", "北京"])),
        ("expect_column_values_to_not_be_in_set", on("city", value_set=["Bern"])),
        ("expect_column_values_to_not_be_in_set", on("age", value_set=[-1, 200])),
        ("expect_column_values_to_not_be_in_set", on("age", value_set=[-1, 200, None], mostly=0.5)),
        ("expect_column_value_lengths_to_equal", on("code", value=3)),
        ("expect_column_value_lengths_to_equal", on("city", value=5)),
        ("expect_column_value_lengths_to_equal", on("visit", value=4)),
        ("expect_column_value_lengths_to_be_between", on("city", min_value=4, max_value=5)),
        ("expect_column_value_lengths_to_be_between", on("city", min_value=2)),
        ("expect_column_value_lengths_to_be_between", on("code", max_value=3)),
        ("expect_column_value_lengths_to_be_between", on("code", max_value=3, strict_max=True)),
        ("expect_column_values_to_match_regex", on("code", regex=r"^[A-Z]\d+$")),
        ("expect_column_values_to_match_regex", on("code", regex=r"^\w\d")),
        ("expect_column_values_to_match_regex", on("code", regex=r"0")),
        ("expect_column_values_to_match_regex", on("code", regex=r"^\w+\Z")),
        ("expect_column_values_to_match_regex", on("city", regex=r"^[^\W\d]+$".replace(r"[^\W\d]", r"\w"))),
        ("expect_column_values_to_match_regex", on("city", regex=r"(?i)^b")),
        ("expect_column_values_to_match_regex", on("city", regex=r"\s")),
        ("expect_column_values_to_match_regex", on("visit", regex=r"^10\d{2}$")),
        ("expect_column_values_to_not_match_regex", on("city", regex=r"\|")),
        ("expect_column_values_to_not_match_regex", on("city", regex=r"[\d_]")),
        ("expect_column_values_to_not_match_regex", on("code", regex=r"\D\D", mostly=0.9)),
        ("expect_column_values_to_be_of_type", on("visit", type_="int64")),
        ("expect_column_values_to_be_of_type", on("visit", type_="int")),
        ("expect_column_values_to_be_of_type", on("visit", type_="float64")),
        ("expect_column_values_to_be_of_type", on("fee", type_="float64")),
        ("expect_column_values_to_be_of_type", on("member", type_="bool")),
        ("expect_column_values_to_be_in_type_list", on("visit", type_list=["int32", "int64"])),
        ("expect_column_values_to_be_in_type_list", on("visit", type_list=["str", "bool"])),
    ]
    for metric, column, value in [
        ("min", "age", -1),
        ("max", "age", 200),
        ("mean", "visit", 1019.5),
        ("sum", "visit", 40780),
        ("median", "visit", 1019.5),
        ("median", "age", 45),
        ("stdev", "visit", 11.69045194450012),
    ]:
        name = f"expect_column_{metric}_to_be_between"
        tolerance = 1e-6
        yield name, on(column, min_value=value - tolerance, max_value=value + tolerance)
        yield name, on(column, min_value=value + tolerance)
        yield name, on(column, max_value=value - tolerance)
    yield from [
        ("expect_column_min_to_be_between", on("age", min_value=-1, strict_min=True)),
        ("expect_column_max_to_be_between", on("age", max_value=200)),
        ("expect_column_mean_to_be_between", on("fee", min_value=0)),
        ("expect_column_sum_to_be_between", on("fee")),
        ("expect_column_stdev_to_be_between", on("fee", max_value=1)),
        ("expect_column_median_to_be_between", on("fee", max_value=0.2)),
        ("expect_column_mean_to_be_between", on("city", min_value=0)),
        ("expect_column_mean_to_be_between", on("missing", min_value=0)),
        ("expect_column_min_to_be_between", on("city", min_value="A", max_value="C")),
    ]


def csv_cases():
    on = lambda **kwargs: {"column": "nothing", **kwargs}
    yield from [
        ("expect_column_values_to_be_between", on(min_value=0, max_value=1)),
        ("expect_column_values_to_be_in_set", on(value_set=["a"])),
        ("expect_column_values_to_be_unique", on()),
        ("expect_column_values_to_not_be_null", on()),
        ("expect_column_values_to_be_null", on()),
        ("expect_column_min_to_be_between", on(min_value=0)),
        ("expect_column_sum_to_be_between", on(min_value=0)),
        ("expect_column_mean_to_be_between", on()),
        ("expect_column_unique_value_count_to_be_between", on(max_value=1)),
    ]


def parquet_cases():
    on = lambda **kwargs: {"column": "seen", **kwargs}
    yield from [
        ("expect_column_values_to_be_between", on(min_value="2024-01-02", max_value="2024-01-10")),
        ("expect_column_values_to_be_between", on(min_value="2024-01-01T07:00:00")),
        ("expect_column_max_to_be_between", on(min_value="2024-01-12", max_value="2024-01-13")),
        ("expect_column_min_to_be_between", on(min_value="2024-01-02")),
        ("expect_column_values_to_be_unique", on()),
        ("expect_column_values_to_not_be_null", on(mostly=0.8)),
    ]


def evaluate_new(batch):
    def evaluate(expectation, kwargs):
        from great_expectations.expectations.registry import get_expectation_impl

        return batch.validate(get_expectation_impl(expectation)(**kwargs), result_format="COMPLETE")

    return evaluate


def evaluate_legacy(context, name, request):
    context.add_or_update_expectation_suite(name)
    validator = context.get_validator(batch_request=request, expectation_suite_name=name)
    return lambda expectation, kwargs: getattr(validator, expectation)(
        **kwargs, result_format="COMPLETE", catch_exceptions=True
    )


def runner():
    """Opens a data frame, or a table of a SQLite file, as a function that evaluates one expectation."""
    import great_expectations as gx

    legacy = gx.__version__.startswith("0.")
    context = gx.get_context() if legacy else gx.get_context(mode="ephemeral")
    sources = context.sources if legacy else context.data_sources

    def open_frame(frame, name):
        asset = sources.add_pandas(name).add_dataframe_asset(name)
        if legacy:
            return evaluate_legacy(context, name, asset.build_batch_request(dataframe=frame))
        batch = asset.add_batch_definition_whole_dataframe(name)
        return evaluate_new(batch.get_batch({"dataframe": frame}))

    def open_database(url, name):
        asset = sources.add_sqlite(name, connection_string=url).add_table_asset(name, table_name=name)
        if legacy:
            return evaluate_legacy(context, name, asset.build_batch_request())
        return evaluate_new(asset.add_batch_definition_whole_table(name).get_batch())

    return gx.__version__, open_frame, open_database


def database(frame):
    """The table as SQLite holds it, and another with fewer rows."""
    import sqlite3
    import tempfile

    import pandas

    path = Path(tempfile.mkdtemp()) / "traps.db"
    with sqlite3.connect(path) as connection:
        frame.to_sql("traps", connection, index=False)
        pandas.read_parquet(TABLES / "fewer.parquet").to_sql("fewer", connection, index=False)
    return f"sqlite:///{path}"


def is_registered(expectation):
    from great_expectations.expectations.registry import list_registered_expectation_implementations

    return expectation in list_registered_expectation_implementations()


def record(evaluate, table, expectation, kwargs):
    case = {"table": table, "type": expectation, "kwargs": kwargs}
    try:
        answer = evaluate(expectation, kwargs).to_json_dict()
    except Exception as error:  # a refusal of the arguments
        return {**case, "success": False, "raised": type(error).__name__, "result": {}}
    raised = "raised_exception': True" in str(answer.get("exception_info"))
    kept = ["observed_value", "element_count", "unexpected_count", "missing_count", "unexpected_index_list"]
    result = {key: value for key, value in (answer.get("result") or {}).items() if key in kept}
    if isinstance(result.get("unexpected_index_list"), list):
        result["unexpected_index_list"] = result["unexpected_index_list"][:20]
    return {**case, "success": bool(answer["success"]), "raised": "exception" if raised else None, "result": result}


def write_oracle():
    import pandas

    version, open_frame, open_database = runner()
    traps = pandas.read_parquet(TABLES / "traps.parquet")
    opened = [
        ("visits-with-holes.csv", pandas.read_csv, [*cases(), *csv_cases()]),
        ("visits-with-nan.parquet", pandas.read_parquet, [*cases(), *parquet_cases()]),
        ("traps.csv", pandas.read_csv, trap_cases(TRAPS)),
        ("traps.parquet", pandas.read_parquet, trap_cases(TRAPS)),
        ("empty.csv", pandas.read_csv, empty_cases(TRAPS)),
        ("empty.parquet", pandas.read_parquet, empty_cases(TRAPS)),
        ("traps", None, sql_cases()),
    ]
    records = []
    for table, read, listed in opened:
        evaluate = open_frame(read(TABLES / table), table.replace(".", "_")) if read else open_database(database(traps), table)
        records += [record(evaluate, table, *case) for case in listed if is_registered(case[0])]
    generation = "0.18" if version.startswith("0.") else "1.x"
    ORACLES.mkdir(parents=True, exist_ok=True)
    head = {"tool": "great_expectations", "version": version, "command": "python scripts/oracles/expectations.py"}
    lines = ",\n".join(json.dumps(each, ensure_ascii=False, default=str) for each in records)
    text = json.dumps(head)[:-1] + ', "cases": [\n' + lines + "\n]}\n"
    (ORACLES / f"expectations-{generation}.json").write_text(text, encoding="utf-8")
    print(generation, len(records), "of which fail or raise:", sum(not each["success"] for each in records))


def write_all_tables():
    write_tables()
    write_traps()


if __name__ == "__main__":
    write_all_tables() if "--tables" in sys.argv else write_oracle()
