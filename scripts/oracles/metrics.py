"""Writes fixtures/predictions/ and fixtures/oracles/metrics.json.

Two classifiers of the breast cancer data that scikit-learn carries (Wolberg, Street & Mangasarian 1995; CC BY 4.0),
each row predicted by models that did not see it; accuracy and ROC AUC as scikit-learn computes them, McNemar's
mid-p as SciPy's binomial distribution gives it. Run from the repository's root:

    uv venv /tmp/oracle-metrics && uv pip install --python /tmp/oracle-metrics scikit-learn==1.9.1
    /tmp/oracle-metrics/bin/python scripts/oracles/metrics.py
"""

import csv
import json
from pathlib import Path

import numpy
import scipy
import sklearn
from scipy.stats import binom
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, roc_auc_score
from sklearn.model_selection import cross_val_predict
from sklearn.naive_bayes import GaussianNB
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

FIXTURES = Path("fixtures")

data = load_breast_cancer()
columns = [list(data.feature_names).index(name) for name in ["mean texture", "mean smoothness", "mean symmetry"]]
features, labels = data.data[:, columns], data.target
groups = numpy.where(data.data[:, 0] > numpy.median(data.data[:, 0]), "large", "small")
models = {
    "candidate": make_pipeline(StandardScaler(), LogisticRegression()),
    "baseline": GaussianNB(),
}
# Two decimals: ties are what ranks have to get right.
scores = {
    name: numpy.round(cross_val_predict(model, features, labels, cv=5, method="predict_proba")[:, 1], 2)
    for name, model in models.items()
}
decisions = {name: (values >= 0.5).astype(int) for name, values in scores.items()}


def write_predictions(name):
    with open(FIXTURES / "predictions" / f"{name}.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", "benign", "decision", "score", "radius"])
        for row in range(len(labels)):
            writer.writerow([row, labels[row], decisions[name][row], scores[name][row], groups[row]])


def measure(name, rows):
    gained = int(sum((decisions["candidate"] == labels)[rows] & (decisions["baseline"] != labels)[rows]))
    lost = int(sum((decisions["candidate"] != labels)[rows] & (decisions["baseline"] == labels)[rows]))
    side = {"less": lost, "greater": gained}
    return {
        "slice": name,
        "n": int(rows.sum()),
        "accuracy": {model: accuracy_score(labels[rows], decisions[model][rows]) for model in models},
        "roc_auc": {model: roc_auc_score(labels[rows], scores[model][rows]) for model in models},
        "gained": gained,
        "lost": lost,
        "flipped": int(sum((decisions["candidate"] != decisions["baseline"])[rows])),
        "mcnemar": {
            alternative: float(binom.sf(count - 1, gained + lost, 0.5) - binom.pmf(count, gained + lost, 0.5) / 2)
            for alternative, count in side.items()
        },
    }


(FIXTURES / "predictions").mkdir(exist_ok=True)
for model in models:
    write_predictions(model)
everyone = numpy.ones(len(labels), dtype=bool)
oracle = {
    "tool": "scikit-learn, SciPy",
    "version": f"{sklearn.__version__}, {scipy.__version__}",
    "command": "python scripts/oracles/metrics.py",
    "cases": [measure(None, everyone), *(measure(name, groups == name) for name in ["large", "small"])],
}
(FIXTURES / "oracles" / "metrics.json").write_text(json.dumps(oracle, indent=2) + "\n")
