"""Writes fixtures/oracles/fairness-changes.json: how disparities change from one model to another on the same rows.

Values are those of scikit-learn, pycalib (the binary expected calibration error over ten equal bins) and AIF360
(smoothed differential fairness of two groups); standard errors are the jackknife's over the rows, with whole tools asked
anew for every row left out. Rows are left out within groups; for areas under the ROC curve within groups and labels, where the
jackknife is DeLong's variance itself (Arvesen 1969). Run from the repository's root:

    uv venv /tmp/oracle-changes
    uv pip install --python /tmp/oracle-changes pycalib==0.1.0.dev6 fairlearn==0.15.0 aif360==0.6.1
    /tmp/oracle-changes/bin/python scripts/oracles/fairness-changes.py
"""

import sys

# statistics.py beside this file would hide Python's own.
sys.path.pop(0)

import json
import warnings
from importlib.metadata import version
from pathlib import Path

import numpy
import pandas
from aif360.sklearn.metrics import smoothed_edf
from pycalib.metrics import binary_ECE
from sklearn.metrics import log_loss, recall_score, roc_auc_score

warnings.filterwarnings("ignore")
random = numpy.random.default_rng(20260611)
REFERENCE = "a"
SIZES = {"a": 160, "b": 110, "c": 90}
# How far each model's scores lean: the candidate is worse for b, and better for c.
LEAN = {"a": (0.0, 0.02), "b": (0.14, 0.03), "c": (0.02, 0.11)}


def draw():
    rows = []
    for group, size in SIZES.items():
        for _ in range(size):
            y = int(random.random() < 0.45)
            centre = 0.3 + 0.35 * y + random.normal(0, 0.12)
            s, b = (
                round(float(numpy.clip(centre + lean + random.normal(0, 0.1), 0.003, 0.997)), 4)
                for lean in LEAN[group]
            )
            # An edge of a bin is no matter of rounding here.
            s, b = (score + 0.0001 if round(score * 10, 6).is_integer() else score for score in (s, b))
            rows.append({"id": len(rows), "g": group, "y": y, "s": round(s, 4), "b": round(b, 4), "d": int(s > 0.5), "e": int(b > 0.5)})
    return rows


def of(metric, score):
    """A metric of one group, by the model's score or decision."""
    return lambda rows: float(metric(rows["y"].to_numpy(), rows[score].to_numpy()))


def calibration(y, s):
    return binary_ECE(y, s, bins=10)


def compare(kind, groups, model):
    name, metric = METRICS[kind]
    if name == "log_ratio":
        table = pandas.concat(groups)
        return float(smoothed_edf(pandas.Series(table["y"].to_numpy(), index=table["g"].to_numpy(), name="y"), table[{"s": "d", "b": "e"}[model]].to_numpy(), prot_attr=table["g"].to_numpy(), pos_label=1, concentration=1.0))
    values = [of(metric, model if metric is not recall_score else {"s": "d", "b": "e"}[model])(rows) for rows in groups]
    if name == "difference":
        return abs(values[0] - values[1])
    if name == "ratio":
        return min(values) / max(values)
    return values[0]


METRICS = {
    "roc_auc_score_difference": ("difference", roc_auc_score),
    "roc_auc_score_ratio": ("ratio", roc_auc_score),
    "roc_auc_score_group_min": ("level", roc_auc_score),
    "expected_calibration_error_difference": ("difference", calibration),
    "expected_calibration_error_group_max": ("level", calibration),
    "log_loss_difference": ("difference", log_loss),
    "equal_opportunity_difference": ("difference", recall_score),
    "smoothed_differential_fairness": ("log_ratio", None),
}


def worse(kind, groups):
    change = compare(kind, groups, "s") - compare(kind, groups, "b")
    return -change if METRICS[kind][0] == "ratio" or kind.endswith("group_min") else change


def jackknife(kind, groups):
    variance = 0.0
    for place, rows in enumerate(groups):
        strata = [rows.index[rows["y"] == y] for y in (0, 1)] if "roc_auc" in kind else [rows.index]
        for stratum in strata:
            left = numpy.array([worse(kind, [*groups[:place], rows.drop(index), *groups[place + 1 :]]) for index in stratum])
            variance += (len(stratum) - 1) / len(stratum) * float(((left - left.mean()) ** 2).sum())
    return variance**0.5


def measure(kind, table):
    level = METRICS[kind][0] == "level"
    found = {}
    for group in SIZES if level else [name for name in SIZES if name != REFERENCE]:
        groups = [table[table["g"] == name] for name in ([group] if level else [group, REFERENCE])]
        found[group] = {
            "candidate": compare(kind, groups, "s"),
            "baseline": compare(kind, groups, "b"),
            "worse": worse(kind, groups),
            "standardError": jackknife(kind, groups),
        }
    return found


rows = draw()
table = pandas.DataFrame(rows)
header = {
    "tool": ", ".join(f"{name} {version(name)}" for name in ("pycalib", "scikit-learn", "aif360")),
    "version": version("pycalib"),
    "command": "python scripts/oracles/fairness-changes.py",
}
cases = {kind: measure(kind, table) for kind in METRICS}
path = Path("fixtures/oracles/fairness-changes.json")
path.write_text(json.dumps({**header, "rows": rows, "cases": cases}) + "\n")
print(path, len(rows), {kind: {group: round(each["standardError"], 4) for group, each in case.items()} for kind, case in cases.items()})
