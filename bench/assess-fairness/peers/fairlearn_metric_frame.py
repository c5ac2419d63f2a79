"""fairlearn's MetricFrame of eight metrics by two features: data, where to write, replicates of the bootstrap (0: none)."""

import json
import sys
from importlib.metadata import version

import pandas
from fairlearn.metrics import (
    MetricFrame,
    count,
    false_negative_rate,
    false_positive_rate,
    selection_rate,
    true_negative_rate,
    true_positive_rate,
)
from sklearn.metrics import accuracy_score, precision_score

data, out, replicates = sys.argv[1], sys.argv[2], int(sys.argv[3])
table = pandas.read_parquet(data, columns=["label", "decision", "race", "sex"])
metrics = {
    "selection_rate": selection_rate,
    "true_positive_rate": true_positive_rate,
    "false_positive_rate": false_positive_rate,
    "true_negative_rate": true_negative_rate,
    "false_negative_rate": false_negative_rate,
    "accuracy_score": accuracy_score,
    "precision_score": precision_score,
    "count": count,
}
bootstrap = {"n_boot": replicates, "ci_quantiles": [0.025, 0.975], "random_state": 1} if replicates else {}
frame = MetricFrame(
    metrics=metrics,
    y_true=table["label"],
    y_pred=table["decision"],
    sensitive_features=table[["race", "sex"]],
    **bootstrap,
)
with open(out, "w") as file:
    json.dump({"version": version("fairlearn"), "difference": frame.difference().astype(float).to_dict()}, file)
