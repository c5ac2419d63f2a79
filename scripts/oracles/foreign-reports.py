"""Small reports of other tools, made by the real tools: python scripts/oracles/foreign-reports.py TOOL OUT.

Each tool runs in an environment of its own; fixtures/reports/README.md names the packages. Tracebacks and paths of the
machine are taken out, since they say nothing about the report.
"""

import json
import re
import subprocess
import sys
import tempfile
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

# A neighbour of this file is named as a module of the standard library that TensorFlow imports.
sys.path.pop(0)

PEOPLE = {"age": [31, 44, None, 27, 51, 38], "hours": [40, 2400, 38, 12, 45, 40]}


def great_expectations():
    import great_expectations as gx
    import pandas as pd

    context = gx.get_context(mode="ephemeral")
    asset = context.data_sources.add_pandas("people").add_dataframe_asset("people")
    batch = asset.add_batch_definition_whole_dataframe("all").get_batch({"dataframe": pd.DataFrame(PEOPLE)})
    suite = gx.ExpectationSuite(name="people")
    for expectation in [
        gx.expectations.ExpectColumnValuesToBeBetween(column="hours", min_value=0, max_value=99),
        gx.expectations.ExpectColumnValuesToNotBeNull(column="age"),
        gx.expectations.ExpectTableRowCountToBeBetween(min_value=3),
        gx.expectations.ExpectColumnValuesToBeUnique(column="weight"),
        gx.expectations.ExpectColumnMeanToBeBetween(column="age", max_value=30, severity="warning"),
    ]:
        suite.add_expectation(expectation)
    return batch.validate(suite).to_json_dict()


def soda():
    import duckdb
    from soda.scan import Scan

    connection = duckdb.connect()
    connection.execute("create table people (age integer, hours integer)")
    connection.executemany("insert into people values (?, ?)", list(zip(PEOPLE["age"], PEOPLE["hours"])))
    scan = Scan()
    scan.set_scan_definition_name("people")
    scan.set_data_source_name("duckdb")
    scan.add_duckdb_connection(connection)
    scan.add_sodacl_yaml_str(
        """checks for people:
  - row_count > 3
  - missing_count(age) = 0
  - max(hours):
      warn: when > 1000
      fail: when > 5000
"""
    )
    scan.execute()
    return scan.get_scan_results()


def evidently():
    import numpy as np
    import pandas as pd
    from evidently import Report
    from evidently.presets import DataDriftPreset, DataSummaryPreset
    from evidently.metrics import MaxValue, MissingValueCount, RowCount
    from evidently.tests import eq, gt, lt

    random = np.random.default_rng(7)
    reference = pd.DataFrame({"age": random.normal(40, 10, 400), "hours": random.normal(38, 6, 400)})
    current = pd.DataFrame({"age": random.normal(46, 10, 400), "hours": random.normal(38, 6, 400)})
    report = Report(
        [
            RowCount(tests=[gt(100)]),
            MaxValue(column="hours", tests=[lt(40, is_critical=False)]),
            MissingValueCount(column="age", tests=[eq(0)]),
            DataDriftPreset(include_tests=True),
        ]
    )
    return json.loads(report.run(current, reference).json())


def deepchecks():
    import pandas as pd
    from deepchecks.tabular import Dataset, Suite
    from deepchecks.tabular.checks import IsSingleValue, MixedNulls, PercentOfNulls

    frame = pd.DataFrame({**PEOPLE, "country": ["US"] * 6})
    suite = Suite(
        "people",
        IsSingleValue().add_condition_not_single_value(),
        MixedNulls().add_condition_different_nulls_less_equal_to(),
        PercentOfNulls().add_condition_percent_of_nulls_not_greater_than(0.05),
    )
    result = suite.run(Dataset(frame, cat_features=["country"]))
    return json.loads(result.to_json(with_display=False))


def dbt():
    folder = Path(tempfile.mkdtemp())
    (folder / "models").mkdir()
    (folder / "dbt_project.yml").write_text("name: shop\nversion: '1.0'\nprofile: shop\nmodel-paths: [models]\n")
    (folder / "profiles.yml").write_text("shop: {target: t, outputs: {t: {type: duckdb, path: shop.duckdb}}}\n")
    (folder / "models/people.sql").write_text("select unnest([31, 44, null]) as age, unnest([40, 2400, 38]) as hours\n")
    (folder / "models/schema.yml").write_text(
        """version: 2
models:
  - name: people
    columns:
      - {name: age, data_tests: [not_null, unique]}
      - {name: hours, data_tests: [{accepted_values: {arguments: {values: [38, 40], quote: false}, config: {severity: warn}}}]}
"""
    )
    command = [str(Path(sys.executable).parent / "dbt"), "build", "--no-send-anonymous-usage-stats"]
    subprocess.run([*command, "--project-dir", folder, "--profiles-dir", folder], cwd=folder, capture_output=True)
    return json.loads((folder / "target/run_results.json").read_text())


REQUIREMENTS = "jinja2==2.11.2\nidna==3.10\n"
# The facts of the advisory, in our words: what a scanner reads of OSV's database.
ADVISORY = {
    "schema_version": "1.6.0",
    "id": "GHSA-g3rq-g295-4j3m",
    "modified": "2024-11-18T22:16:00Z",
    "published": "2021-03-19T21:28:05Z",
    "aliases": ["CVE-2020-28493"],
    "summary": "A regular expression takes too long",
    "details": "urlize of a long text takes time that grows with the square of its length.",
    "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L"}],
    "affected": [
        {
            "package": {"name": "jinja2", "ecosystem": "PyPI", "purl": "pkg:pypi/jinja2"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.11.3"}]}],
        }
    ],
}


def run_pip_audit(*words):
    command = [sys.executable, "-m", "pip_audit", "--format", "json", "--no-deps", "--disable-pip", "-r", "/dev/stdin"]
    run = subprocess.run([*command, *words], input=REQUIREMENTS, capture_output=True, text=True)
    return json.loads(run.stdout)


def pip_audit():
    """Without a way to the advisories."""
    return run_pip_audit()


def pip_audit_vulnerable():
    """Against a service on loopback that answers as OSV's does."""

    class Service(BaseHTTPRequestHandler):
        def do_POST(self):
            asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
            found = [ADVISORY] if asked["package"]["name"] == "jinja2" else []
            body = json.dumps({"vulns": found} if found else {}).encode()
            self.send_response(200)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return run_pip_audit("--vulnerability-service", "osv", "--osv-url", f"http://127.0.0.1:{server.server_port}/v1/query")


def osv(*words):
    """`osv-scanner` of the search path, offline, with a database that holds the one advisory."""
    folder = Path(tempfile.mkdtemp())
    database = folder / "osv-scalibr" / "PyPI" / "all.zip"
    database.parent.mkdir(parents=True)
    with zipfile.ZipFile(database, "w") as archive:
        archive.writestr(f"{ADVISORY['id']}.json", json.dumps(ADVISORY))
    (folder / "requirements.txt").write_text(REQUIREMENTS)
    command = ["osv-scanner", "scan", "source", "--format", "json", "--offline", "--local-db-path", folder]
    run = subprocess.run([*command, *words, "-L", folder / "requirements.txt"], capture_output=True, text=True)
    return json.loads(run.stdout.replace(f"{folder}/", ""))


def osv_all():
    """With the packages in which nothing was found."""
    return osv("--all-packages")


def junit():
    folder = Path(tempfile.mkdtemp())
    (folder / "test_model.py").write_text(
        """import pytest
def test_shape(): assert (1, 2) == (1, 2)
def test_accuracy(): assert 0.71 > 0.8, "accuracy <0.71> & falling"
@pytest.mark.skip(reason="no GPU here")
def test_gpu(): pass
@pytest.fixture
def model(): raise FileNotFoundError("model.onnx")
def test_latency(model): pass
"""
    )
    command = [sys.executable, "-m", "pytest", "-q", "--junitxml=out.xml", "-o", "junit_family=xunit2", "test_model.py"]
    subprocess.run(command, cwd=folder, capture_output=True)
    text = (folder / "out.xml").read_text().replace(f"{folder}/", "")
    return re.sub(r"hostname=\"[^\"]*\"", "hostname=\"runner\"", text)


def tfma():
    """What the Evaluator writes of three metrics, of all rows and in two groups."""
    import pandas as pd
    from google.protobuf import json_format, text_format
    from tensorflow_model_analysis.api import model_eval_lib
    from tensorflow_model_analysis.proto import config_pb2

    config = text_format.Parse(
        """
        model_specs { prediction_key: "score" label_key: "label" }
        slicing_specs {}
        slicing_specs { feature_keys: "sex" }
        metrics_specs {
          metrics {
            class_name: "BinaryAccuracy"
            per_slice_thresholds {
              slicing_specs { feature_keys: "sex" }
              threshold { value_threshold { lower_bound { value: 0.7 } } } } }
          metrics { class_name: "AUC" threshold { value_threshold { lower_bound { value: 0.9 } } } }
          metrics { class_name: "ExampleCount" threshold { value_threshold { lower_bound { value: 4 } } } }
        }
        """,
        config_pb2.EvalConfig(),
    )
    frame = pd.DataFrame(
        {
            "sex": ["1", "1", "1", "1", "2", "2", "2", "2"],
            "label": [1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0],
            "score": [0.9, 0.2, 0.8, 0.3, 0.4, 0.6, 0.7, 0.1],
        }
    )
    output = tempfile.mkdtemp()
    model_eval_lib.analyze_raw_data(frame, config, output_path=output)
    return json_format.MessageToDict(model_eval_lib.load_validation_result(output))


def without_paths(value):
    if isinstance(value, dict):
        return {re.sub(r"/[\w./-]*(?:site-packages|tmp)/", "", k): without_paths(v) for k, v in value.items() if "traceback" not in k and k != "invocation_command"}
    if isinstance(value, list):
        return [without_paths(each) for each in value]
    return re.sub(r"/(?:work|tmp|root)/[^\s\"',]*", "…", value) if isinstance(value, str) else value


made = globals()[sys.argv[1]]()
text = made if isinstance(made, str) else json.dumps(without_paths(made), indent=1, default=str) + "\n"
Path(sys.argv[2]).write_text(text)
