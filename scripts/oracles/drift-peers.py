"""Writes fixtures/oracles/drift-<peer>.json: what a real drift tool says of the tables under fixtures/drift.

  uv venv --python 3.11 VENV && uv pip install --python VENV/bin/python PACKAGES
  VENV/bin/python scripts/oracles/drift-peers.py PEER

| PEER       | PACKAGES                                                                                       |
| evidently  | evidently==0.7.23 'pandas<3' pyarrow                                                           |
| nannyml    | nannyml==0.13.1 statsmodels 'pandas<3'                                                         |
| alibi      | alibi-detect==0.13.0 'pyarrow<17'                                                                |
| deepchecks | deepchecks==0.19.1 'setuptools<81' 'pandas<2.3' 'numpy<2' 'scikit-learn<1.6' 'plotly<6' 'pyarrow<17' |
"""

import json
import sys

# A file beside this one is called as a module of the standard library is.
sys.path.pop(0)

import warnings
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd

warnings.filterwarnings("ignore")
ROOT = Path(__file__).parents[2] / "fixtures"
TABLES = ["penguins", "flights", "employment", "breast-cancer", "wine"]


def number(value):
    value = float(value)
    return value if np.isfinite(value) else None


def evidently(reference, current, numeric, categorical):
    from evidently.legacy.calculations.stattests import registry
    from evidently.legacy.core import ColumnType

    columns = {}
    for name in reference.columns:
        kind = ColumnType.Numerical if name in numeric else ColumnType.Categorical
        test = registry.get_stattest(reference[name], current[name], kind, None)
        result = test(reference[name], current[name], kind, None)
        threshold = result.actual_threshold
        columns[name] = {
            "method": test.name,
            "statistic": number(result.drift_score),
            "threshold": number(threshold),
            "drifted": bool(result.drifted),
        }
    from evidently import DataDefinition, Dataset, Report
    from evidently.presets import DataDriftPreset

    definition = DataDefinition(numerical_columns=numeric, categorical_columns=categorical)
    sides = [Dataset.from_pandas(side, data_definition=definition) for side in (current, reference)]
    metrics = Report([DataDriftPreset()]).run(*sides).dict()["metrics"]
    count = next(metric for metric in metrics if "DriftedColumnsCount" in json.dumps(metric, default=str))
    share = number(count["value"]["share"])
    return {"columns": columns, "share": share, "drifted": share >= 0.5}


def nannyml(reference, current, numeric, categorical):
    import nannyml as nml

    calculator = nml.UnivariateDriftCalculator(
        column_names=list(reference.columns), treat_as_categorical=categorical
    )
    calculator.fit(reference)
    frame = calculator.calculate(current).filter(period="analysis").to_df()
    columns = {}
    for name in reference.columns:
        part = frame[name]["jensen_shannon"]
        columns[name] = {
            "method": "jensen_shannon",
            "statistics": [number(value) for value in part["value"]],
            "threshold": number(part["upper_threshold"].iloc[0]),
            "alerts": [bool(alert) for alert in part["alert"]],
        }
    return {"columns": columns}


def alibi(reference, current, numeric, categorical):
    from alibi_detect.cd import TabularDrift

    names = list(reference.columns)
    coded = [side.copy() for side in (reference, current)]
    levels = {}
    for index, name in enumerate(names):
        if name in categorical:
            values = sorted(set(reference[name]) | set(current[name]))
            levels[index] = list(range(len(values)))
            for side in coded:
                side[name] = side[name].map({value: code for code, value in enumerate(values)})
    left, right = (side.to_numpy(dtype=np.float64) for side in coded)
    detector = TabularDrift(left, p_val=0.05, categories_per_feature=levels or None)
    batch = detector.predict(right)["data"]
    each = detector.predict(right, drift_type="feature")["data"]
    columns = {
        name: {
            "method": "chi2" if name in categorical else "ks",
            "statistic": number(each["distance"][index]),
            "p": number(each["p_val"][index]),
            "threshold": 0.05,
            "drifted": bool(each["is_drift"][index]),
        }
        for index, name in enumerate(names)
    }
    return {"columns": columns, "threshold": number(batch["threshold"]), "drifted": bool(batch["is_drift"])}


def deepchecks(reference, current, numeric, categorical):
    from deepchecks.tabular import Dataset
    from deepchecks.tabular.checks import FeatureDrift

    train, test = (Dataset(side, cat_features=categorical) for side in (reference, current))
    result = FeatureDrift(n_samples=10**9).run(train, test, with_display=False)
    columns = {
        name: {
            "method": "ks" if "Kolmogorov" in value["Method"] else "cramers_v",
            "statistic": number(value["Drift score"]),
            "threshold": 0.2,
            "drifted": not value["Drift score"] < 0.2,
        }
        for name, value in result.value.items()
    }
    condition = FeatureDrift(n_samples=10**9).add_condition_drift_score_less_than().run(train, test, with_display=False)
    return {"columns": columns, "drifted": not condition.passed_conditions()}


def run(peer, package):
    tables = {}
    for table in TABLES:
        reference, current = (
            pd.read_parquet(ROOT / "drift" / f"{table}-{side}.parquet") for side in ("reference", "current")
        )
        categorical = [name for name in reference.columns if reference[name].dtype == object]
        numeric = [name for name in reference.columns if name not in categorical]
        tables[table] = globals()[peer](reference, current, numeric, categorical)
    outcome = {
        "tool": package,
        "version": version(package),
        "command": f"VENV/bin/python scripts/oracles/drift-peers.py {peer}",
        "tables": tables,
    }
    (ROOT / "oracles" / f"drift-{peer}.json").write_text(json.dumps(outcome, indent=1) + "\n")


PACKAGES = {"evidently": "evidently", "nannyml": "nannyml", "alibi": "alibi-detect", "deepchecks": "deepchecks"}
run(sys.argv[1], PACKAGES[sys.argv[1]])
