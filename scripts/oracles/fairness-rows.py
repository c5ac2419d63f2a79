"""Writes fixtures/oracles/fairness-rows.json: seeded rows, and what fairlearn's MetricFrame, scikit-learn and pycalib say of
their groups.

Rows hold a label, a decision, a score, a numeric label and its prediction, a weight, two group columns and a control
column. Each frame is measured unweighted and weighted, by one column, by the intersection of two, and within the
control column's values; cells of the Cartesian product without rows are null.
Run from the repository's root:

    uv venv /tmp/oracle-fairness
    uv pip install --python /tmp/oracle-fairness fairlearn==0.15.0 pycalib==0.1.0.dev6
    /tmp/oracle-fairness/bin/python scripts/oracles/fairness-rows.py
"""

import json
import math
import warnings
from importlib.metadata import version
from pathlib import Path

import numpy
import pandas
from fairlearn.metrics import MetricFrame, false_negative_rate, false_positive_rate, mean_prediction, selection_rate, true_negative_rate, true_positive_rate
from pycalib.metrics import binary_ECE
from sklearn import metrics

warnings.filterwarnings("ignore")
random = numpy.random.default_rng(20260203)


def draw(sizes):
    rows = []
    for (g, h, c), size in sizes.items():
        for _ in range(size):
            y = int(random.random() < 0.45)
            s = round(float(min(0.999, max(0.001, random.normal(0.35 + 0.3 * y, 0.2)))), 6)
            target = round(float(random.normal(20, 5)), 4)
            rows.append({"g": g, "h": h, "c": c, "y": y, "d": int(s > 0.5), "s": s, "t": target, "p": round(target + float(random.normal(0.5, 2)), 4), "w": float(random.choice([0.25, 0.5, 1, 2, 3.5]))})
    return [{"id": index, **row} for index, row in enumerate(rows)]


DECISIONS = {
    "selection_rate": selection_rate,
    "true_positive_rate": true_positive_rate,
    "false_positive_rate": false_positive_rate,
    "true_negative_rate": true_negative_rate,
    "false_negative_rate": false_negative_rate,
    "accuracy": metrics.accuracy_score,
    "zero_one_loss": metrics.zero_one_loss,
    "precision": metrics.precision_score,
    "balanced_accuracy": metrics.balanced_accuracy_score,
    "f1": metrics.f1_score,
}


def expected_calibration_error(y, s, sample_weight=None):
    """pycalib's knows no weights: quarters of a weight are rows."""
    times = numpy.ones(len(y), int) if sample_weight is None else numpy.round(numpy.asarray(sample_weight) * 4).astype(int)
    return binary_ECE(numpy.repeat(numpy.asarray(y), times), numpy.repeat(numpy.asarray(s), times), bins=10)


SCORES = {"expected_calibration_error": expected_calibration_error, "roc_auc": metrics.roc_auc_score, "log_loss": metrics.log_loss, "brier_score_loss": metrics.brier_score_loss}
VALUES = {
    "mean_prediction": mean_prediction,
    "mean_absolute_error": metrics.mean_absolute_error,
    "mean_squared_error": metrics.mean_squared_error,
    "r2": metrics.r2_score,
}


def number(value):
    return float(value) if math.isfinite(value) else None


def keyed(series, columns):
    return [
        {"group": [str(part) for part in (key if isinstance(key, tuple) else (key,))], "value": number(value)}
        for key, value in series.items()
    ]


def measure(rows, columns, control, weighted):
    table = pandas.DataFrame(rows)
    found = {}
    for family, true, predicted in ((DECISIONS, "y", "d"), (SCORES, "y", "s"), (VALUES, "t", "p")):
        for name, metric in family.items():
            frame = MetricFrame(
                metrics=metric,
                y_true=table[true],
                y_pred=table[predicted],
                sensitive_features=table[columns],
                control_features=table[control] if control else None,
                sample_params={"sample_weight": table["w"]} if weighted else None,
            )
            found[name] = {"byGroup": keyed(frame.by_group, columns)}
            if not control:
                found[name]["overall"] = number(frame.overall)
                found[name]["group_min"] = number(frame.group_min())
                found[name]["group_max"] = number(frame.group_max())
                for method in ("between_groups", "to_overall"):
                    found[name][f"difference {method}"] = number(frame.difference(method=method))
                    found[name][f"ratio {method}"] = number(frame.ratio(method=method))
    return found


SIZES = {("a", "x", "u"): 30, ("a", "y", "u"): 20, ("b", "x", "u"): 25, ("a", "x", "v"): 15, ("b", "x", "v"): 22, ("c", "y", "v"): 18}
rows = draw(SIZES)
cases = [
    {"columns": columns, "control": control, "weighted": weighted, "metrics": measure(rows, columns, control, weighted)}
    for columns, control in ((["g"], []), (["g", "h"], []), (["g"], ["c"]))
    for weighted in (False, True)
]
path = Path("fixtures/oracles/fairness-rows.json")
header = {"tool": "fairlearn", "version": version("fairlearn"), "scikit-learn": version("scikit-learn"), "pycalib": version("pycalib"), "command": "python scripts/oracles/fairness-rows.py"}
body = {**header, "rows": rows, "cases": cases}
path.write_text(json.dumps(body) + "\n")
print(path, len(rows), len(cases))
