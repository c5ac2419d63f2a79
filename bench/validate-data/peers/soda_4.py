"""Soda 4 on DuckDB: a contract over a view of the file."""

import logging
from importlib.metadata import version

import duckdb
import yaml
from soda_core.common.data_source_impl import DataSourceImpl
from soda_core.common.yaml import ContractYamlSource
from soda_core.contracts.contract_verification import ContractVerificationSession
from suite_of import arguments, tell

TYPES = {"integer": "BIGINT", "float": "DOUBLE", "boolean": "BOOLEAN", "text": "VARCHAR"}


def validity(expectation):
    kind, kwargs = expectation["type"].removeprefix("expect_column_"), expectation["kwargs"]
    return {
        "values_to_be_between": lambda: {"valid_min": kwargs["min_value"], "valid_max": kwargs["max_value"]},
        "values_to_be_in_set": lambda: {"valid_values": kwargs["value_set"]},
        "values_to_not_be_in_set": lambda: {"invalid_values": kwargs["value_set"]},
        "values_to_match_regex": lambda: {"valid_format": {"regex": kwargs["regex"], "name": "form"}},
        "value_lengths_to_equal": lambda: {"valid_length": kwargs["value"]},
        "value_lengths_to_be_between": lambda: {
            "valid_min_length": kwargs["min_value"],
            "valid_max_length": kwargs["max_value"],
        },
    }[kind]()


def contract_of(expectations):
    columns = {}
    for each in expectations:
        kind, kwargs = each["type"].removeprefix("expect_column_"), each["kwargs"]
        column = columns.setdefault(kwargs["column"], {"name": kwargs["column"], "checks": []})
        percent = {"metric": "percent", "must_be_less_than": round(100 * (1 - kwargs["mostly"]), 6)} if "mostly" in kwargs else None
        options = {"threshold": percent} if percent else {}
        if kind == "values_to_not_be_null":
            column["checks"].append({"missing": options})
        elif kind == "values_to_be_unique":
            column["checks"].append({"duplicate": options})
        else:
            number = sum("invalid" in check for check in column["checks"])
            column["checks"].append({"invalid": {**options, **validity(each), **({"qualifier": f"q{number}"} if number else {})}})
    return yaml.safe_dump({"dataset": "bench/main/rows", "columns": list(columns.values())}, sort_keys=False)


def main():
    logging.disable(logging.CRITICAL)
    data, expectations, types, out = arguments()
    db = duckdb.connect(config={"threads": 2})
    db.execute("SET memory_limit = '1GB'")
    columns = ", ".join(f"'{name}': '{TYPES[kind]}'" for name, kind in types.items())
    scan = f"read_csv('{data}', header=true, auto_detect=false, delim=',', quote='\"', columns={{{columns}}})"
    source = scan if data.endswith(".csv") else f"read_parquet('{data}')"
    db.execute(f"CREATE VIEW rows AS SELECT * FROM {source}")
    from soda_duckdb.common.data_sources.duckdb_data_source import DuckDBDataSourceImpl

    data_source = DuckDBDataSourceImpl.from_existing_cursor(db, name="bench")
    data_source.open_connection()
    result = ContractVerificationSession.execute(
        contract_yaml_sources=[ContractYamlSource.from_str(contract_of(expectations))],
        data_source_impls=[data_source],
    )
    checks = [check for each in result.contract_verification_results for check in each.check_results]
    bad = [check for check in checks if str(check.outcome).rsplit(".", 1)[-1].upper() != "PASSED"]
    failed = [f"{check.check.column_name}: {check.check.type} {str(check.outcome)}" for check in bad]
    tell(out, version("soda-duckdb"), failed, len(checks))


main()
