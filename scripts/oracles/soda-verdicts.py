"""Verdicts of the real Soda on the suites of fixtures/suites, check by check.

Soda 4 and Soda 3 do not live in one environment; each is run in its own:

    uv venv /tmp/soda4 && uv pip install --python /tmp/soda4/bin/python soda-duckdb==4.28.0
    uv venv /tmp/soda3 && uv pip install --python /tmp/soda3/bin/python soda-core-duckdb==3.5.6 "setuptools<81"
    /tmp/soda4/bin/python scripts/oracles/soda-verdicts.py 4
    /tmp/soda3/bin/python scripts/oracles/soda-verdicts.py 3
"""

import importlib.metadata
import json
import pathlib
import re
import sys
import tempfile

import duckdb

ROOT = pathlib.Path(__file__).resolve().parents[2]
SUITES = ROOT / "fixtures" / "suites"
DATA = SUITES / "data"
CONTRACT = SUITES / "soda-contract" / "orders.contract.yml"
CHECKS = SUITES / "sodacl" / "orders.checks.yml"


def load(connection):
    connection.sql(f"CREATE TABLE orders AS SELECT * FROM '{DATA}/orders-with-faults.parquet'")
    connection.sql(f"CREATE TABLE customers AS SELECT * FROM '{DATA}/customers.csv'")


def run_4():
    from soda_core.contracts.api.verify_api import verify_contract_locally

    with tempfile.TemporaryDirectory() as folder:
        database = f"{folder}/shop.duckdb"
        connection = duckdb.connect(database)
        load(connection)
        connection.close()
        source = pathlib.Path(folder, "source.yml")
        source.write_text(f"type: duckdb\nname: shop\nconnection:\n  database: {database}\n")
        session = verify_contract_locally(data_source_file_path=str(source), contract_file_path=str(CONTRACT))
    [result] = session.contract_verification_results
    return [
        {
            "check": " ".join(filter(None, [each.check.column_name, each.check.type, each.check.qualifier])),
            "outcome": each.outcome.name.lower(),
            "value": each.threshold_value,
        }
        for each in result.check_results
    ]


def run_3():
    from soda.scan import Scan

    connection = duckdb.connect()
    load(connection)
    scan = Scan()
    scan.disable_telemetry()
    scan.set_scan_definition_name("oracle")
    scan.set_data_source_name("duckdb")
    scan.add_duckdb_connection(connection)
    scan.add_sodacl_yaml_file(str(CHECKS))
    scan.execute()
    in_file_order = sorted(scan._checks, key=lambda each: each.check_cfg.location.line)
    return [
        {
            "check": each.check_cfg.source_line,
            "outcome": {"PASS": "passed", "FAIL": "failed", "WARN": "warn"}[each.outcome.name],
            "value": getattr(each, "check_value", None),
        }
        for each in in_file_order
    ]


def main():
    version = sys.argv[1]
    cases = {"4": run_4, "3": run_3}[version]()
    name = {"4": "soda-contract", "3": "sodacl"}[version]
    oracle = {
        "tool": "soda-core",
        "version": importlib.metadata.version("soda-core"),
        "command": f"python scripts/oracles/soda-verdicts.py {version}",
        "cases": cases,
    }
    path = ROOT / "fixtures" / "oracles" / f"{name}.json"
    text = json.dumps(oracle, indent=1, default=str)
    path.write_text(re.sub(r"\n\s{3}(?=\S)|\n\s{2}(?=\})", " ", text) + "\n")
    print(f"{len(cases)} cases in {path}")


main()
