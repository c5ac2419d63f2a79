"""Pandera on polars, with its built-in checks; what it has no check for is left out by the suite it is given."""

import pandera
import pandera.polars as pa
import polars as pl
from pandera.errors import SchemaErrors
from suite_of import arguments, name_of, tell

TYPES = {"integer": pl.Int64, "float": pl.Float64, "boolean": pl.String, "text": pl.String}
CHECKS = {
    "values_to_be_between": lambda k: pa.Check.in_range(k["min_value"], k["max_value"]),
    "values_to_be_in_set": lambda k: pa.Check.isin(k["value_set"]),
    "values_to_not_be_in_set": lambda k: pa.Check.notin(k["value_set"]),
    "values_to_match_regex": lambda k: pa.Check.str_matches(k["regex"]),
    "value_lengths_to_equal": lambda k: pa.Check.str_length(k["value"], k["value"]),
    "value_lengths_to_be_between": lambda k: pa.Check.str_length(k["min_value"], k["max_value"]),
}


def main():
    data, expectations, types, out = arguments()
    schema = {name: TYPES[kind] for name, kind in types.items()}
    frame = pl.read_csv(data, schema=schema) if data.endswith(".csv") else pl.read_parquet(data)
    columns = {}
    for each in expectations:
        kind, kwargs = each["type"].removeprefix("expect_column_"), each["kwargs"]
        column = columns.setdefault(kwargs["column"], {"checks": [], "nullable": True, "unique": False})
        if kind == "values_to_not_be_null":
            column["nullable"] = False
        elif kind == "values_to_be_unique":
            column["unique"] = True
        else:
            column["checks"].append(CHECKS[kind](kwargs))
    built = pa.DataFrameSchema({name: pa.Column(**column) for name, column in columns.items()})
    failed = []
    try:
        built.validate(frame, lazy=True)
    except SchemaErrors as errors:
        seen = {(str(each.schema.name), str(each.check)) for each in errors.schema_errors}
        failed = [f"{column}: {check[:60]}" for column, check in seen]
    tell(out, pandera.__version__, failed, len(expectations))


main()
