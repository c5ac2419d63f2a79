"""Writes fixtures/oracles/fairness-aif360.json or fixtures/oracles/fairness-aequitas.json, by the tool named.

Seeded confusion tables of two groups, the first the reference, with the peer's numbers. AIF360 and aequitas each need
an environment of their own. Run from the repository's root:

    uv venv /tmp/oracle-aif360 && uv pip install --python /tmp/oracle-aif360 aif360==0.6.1
    uv venv /tmp/oracle-aequitas && uv pip install --python /tmp/oracle-aequitas aequitas==1.1.0
    /tmp/oracle-aif360/bin/python scripts/oracles/fairness-peers.py aif360
    /tmp/oracle-aequitas/bin/python scripts/oracles/fairness-peers.py aequitas
"""

import sys

# statistics.py beside this file would hide Python's own.
sys.path.pop(0)

import json
import math
import random
import warnings
from importlib.metadata import version
from pathlib import Path

import pandas

warnings.filterwarnings("ignore")
tool = sys.argv[1]
draw = random.Random(20260204)
NAMES = ("truePositives", "falsePositives", "falseNegatives", "trueNegatives")
TABLES = [{group: {name: draw.randint(3, 60) for name in NAMES} for group in ("reference", "group")} for _ in range(20)]
CELLS = {"truePositives": (1, 1), "falsePositives": (0, 1), "falseNegatives": (1, 0), "trueNegatives": (0, 0)}


def number(value):
    return float(value) if value is not None and math.isfinite(value) else None


def rows(table):
    return [(group, *CELLS[name]) for group, counts in table.items() for name, count in counts.items() for _ in range(count)]


def aif360(table):
    from aif360.datasets import BinaryLabelDataset
    from aif360.metrics import ClassificationMetric

    frame = pandas.DataFrame([(int(g == "reference"), y, d) for g, y, d in rows(table)], columns=["g", "y", "d"])
    of = lambda label: BinaryLabelDataset(df=frame[["g", label]].rename(columns={label: "y"}), label_names=["y"], protected_attribute_names=["g"])
    metric = ClassificationMetric(of("y"), of("d"), unprivileged_groups=[{"g": 0}], privileged_groups=[{"g": 1}])
    whole = {
        "generalized_entropy_index": metric.generalized_entropy_index(),
        "theil_index": metric.theil_index(),
        "coefficient_of_variation": metric.coefficient_of_variation(),
    }
    pair = {
        "statistical_parity_difference": metric.statistical_parity_difference(),
        "disparate_impact": metric.disparate_impact(),
        "equal_opportunity_difference": metric.equal_opportunity_difference(),
        "average_odds_difference": metric.average_odds_difference(),
        "average_abs_odds_difference": metric.average_abs_odds_difference(),
        "equalized_odds_difference": metric.equalized_odds_difference(),
        "average_predictive_value_difference": metric.average_predictive_value_difference(),
        "error_rate_difference": metric.error_rate_difference(),
        "false_discovery_rate_difference": metric.false_discovery_rate_difference(),
        "false_omission_rate_difference": metric.false_omission_rate_difference(),
        "differential_fairness_bias_amplification": metric.differential_fairness_bias_amplification(),
    }
    return {
        "whole": {name: number(value) for name, value in whole.items()},
        "pair": {name: number(value) for name, value in pair.items()},
    }


def aequitas(table):
    from aequitas.bias import Bias
    from aequitas.group import Group

    frame = pandas.DataFrame(rows(table), columns=["g", "label_value", "score"])
    crosstab, _ = Group().get_crosstabs(frame, attr_cols=["g"])
    found = Bias().get_disparity_predefined_groups(crosstab, original_df=frame, ref_groups_dict={"g": "reference"}, alpha=0.05)
    row = found[found["attribute_value"] == "group"].iloc[0]
    names = ["ppr", "pprev", "precision", "fdr", "for", "fpr", "fnr", "tpr", "tnr", "npv"]
    return {"pair": {f"{name}_disparity": number(row[f"{name}_disparity"]) for name in names}}


measure = {"aif360": aif360, "aequitas": aequitas}[tool]
cases = [{"counts": table, **measure(table)} for table in TABLES]
path = Path(f"fixtures/oracles/fairness-{tool}.json")
header = {"tool": tool, "version": version(tool), "command": f"python scripts/oracles/fairness-peers.py {tool}"}
path.write_text(json.dumps({**header, "cases": cases}) + "\n")
print(path, len(cases))
