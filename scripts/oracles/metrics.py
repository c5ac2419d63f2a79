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
from sklearn import metrics
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


# Small tables of made-up rows for every other metric: weights, ties, several classes, numbers, rankings, clusters.


def draw(rows, seed):
    return numpy.random.default_rng(seed), range(rows)


def write_table(story, names, columns):
    lines = [",".join(names), *(",".join(str(value) for value in row) for row in zip(*columns))]
    return {"story": story, "csv": "\n".join(lines) + "\n"}


def skl(function, *args, **kwargs):
    return float(function(*args, **kwargs))


def measure_decisions(labels, decisions, weights, binary):
    averages = ([("", "binary")] if binary else []) + [(f"_{name}", name) for name in ["macro", "micro", "weighted"]]
    ratios = {"precision": metrics.precision_score, "recall": metrics.recall_score, "f1": metrics.f1_score}
    return {
        "accuracy": skl(metrics.accuracy_score, labels, decisions, sample_weight=weights),
        "balanced_accuracy": skl(metrics.balanced_accuracy_score, labels, decisions, sample_weight=weights),
        **{
            name + suffix: skl(score, labels, decisions, average=average, sample_weight=weights, zero_division=0)
            for name, score in ratios.items()
            for suffix, average in averages
        },
    }


def binary_case(rows, seed, decimals):
    random, ids = draw(rows, seed)
    labels = (random.random(rows) < 0.4).astype(int)
    weights = numpy.round(random.random(rows) * 3, 2)
    table = {}
    columns = [ids, labels]
    for model in ["c", "b"]:
        scores = numpy.round(numpy.clip(0.25 * labels + 0.7 * random.random(rows), 0, 1), decimals)
        columns += [(scores > 0.5).astype(int), scores]
        table[model] = (scores > 0.5).astype(int), scores

    def measure(model, weight):
        decisions, scores = table[model]
        return {
            **measure_decisions(labels, decisions, weight, True),
            "log_loss": skl(metrics.log_loss, labels, scores, sample_weight=weight),
            "brier_score": skl(metrics.brier_score_loss, labels, scores, sample_weight=weight),
            "roc_auc": skl(metrics.roc_auc_score, labels, scores, sample_weight=weight),
            "average_precision": skl(metrics.average_precision_score, labels, scores, sample_weight=weight),
        }

    names = ["id", "y", "cp", "cs", "bp", "bs", "w"]
    return [
        {
            **write_table(f"binary, {rows} rows, {decimals} decimals, {kind}", names, [*columns, weights]),
            "columns": {"label": "y", "prediction": "p", "score": "s", **({"weight": "w"} if weight is not None else {})},
            "candidate": measure("c", weight),
            "baseline": measure("b", weight),
        }
        for kind, weight in [("unweighted", None), ("weighted", weights)]
    ]


def multiclass_case(rows, seed, decimals):
    random, ids = draw(rows, seed)
    classes = numpy.array(["ant", "bee", "cat", "dog"])
    labels = classes[random.choice(4, rows, p=[0.4, 0.3, 0.2, 0.1])]
    weights = numpy.round(random.random(rows) * 3, 2)
    names, columns, table = ["id", "y"], [ids, labels], {}
    for model in ["c", "b"]:
        raw = random.random((rows, 4)) + 0.8 * (labels[:, None] == classes)
        # Sixteenths are exact, so that probabilities add up to 1 and tie.
        scores = numpy.floor(raw / raw.sum(1, keepdims=True) * 2**decimals) / 2**decimals
        scores[:, 0] += 1 - scores.sum(1)
        decisions = classes[scores.argmax(1)]
        names += [f"{model}p", *(f"{model}s_{name}" for name in classes)]
        columns += [decisions, *scores.T]
        table[model] = decisions, scores

    def measure(model, weight):
        decisions, scores = table[model]
        area = lambda how: skl(
            metrics.roc_auc_score, labels, scores, multi_class=how, average="macro",
            sample_weight=weight if how == "ovr" else None,
        )
        found = {
            **measure_decisions(labels, decisions, weight, False),
            "log_loss": skl(metrics.log_loss, labels, scores, labels=classes, sample_weight=weight),
            "brier_score": skl(metrics.brier_score_loss, labels, scores, labels=classes, sample_weight=weight),
            "roc_auc_ovr": area("ovr"),
            "average_precision": skl(metrics.average_precision_score, labels, scores, average="macro", sample_weight=weight),
        }
        return found if weight is not None else {**found, "roc_auc_ovo": area("ovo")}

    return [
        {
            **write_table(f"four classes, {rows} rows, {kind}", [*names, "w"], [*columns, weights]),
            "columns": {
                "label": "y", "prediction": "p", "scores": {name: f"s_{name}" for name in classes.tolist()},
                **({"weight": "w"} if weight is not None else {}),
            },
            "candidate": measure("c", weight),
            "baseline": measure("b", weight),
        }
        for kind, weight in [("unweighted", None), ("weighted", weights)]
    ]


def regression_case(rows, seed, offset):
    random, ids = draw(rows, seed)
    labels = numpy.round(offset + random.normal(size=rows), 3)
    weights = numpy.round(random.random(rows) * 3, 2)
    table = {model: numpy.round(labels + size * random.normal(size=rows), 3) for model, size in [("c", 0.3), ("b", 0.4)]}

    def measure(model, weight):
        numbers = table[model]
        scores = {
            "mean_absolute_error": metrics.mean_absolute_error,
            "mean_squared_error": metrics.mean_squared_error,
            "root_mean_squared_error": metrics.root_mean_squared_error,
            "r2": metrics.r2_score,
            "mean_absolute_percentage_error": metrics.mean_absolute_percentage_error,
            "mean_pinball_loss": metrics.mean_pinball_loss,
        }
        return {
            **{name: skl(score, labels, numbers, sample_weight=weight) for name, score in scores.items()},
            "mean_pinball_loss@0.9": skl(metrics.mean_pinball_loss, labels, numbers, alpha=0.9, sample_weight=weight),
        }

    return [
        {
            **write_table(f"numbers near {offset}, {rows} rows, {kind}", ["id", "y", "cp", "bp", "w"],
                          [ids, labels, table["c"], table["b"], weights]),
            "columns": {"label": "y", "prediction": "p", **({"weight": "w"} if weight is not None else {})},
            "candidate": measure("c", weight),
            "baseline": measure("b", weight),
        }
        for kind, weight in [("unweighted", None), ("weighted", weights)]
    ]


def ranking_case(queries, documents, seed):
    random, ids = draw(queries * documents, seed)
    gains = random.integers(0, 4, (queries, documents))
    gains[0] = 0
    # One decimal: ties within queries.
    table = {model: numpy.round(random.random((queries, documents)) + 0.2 * gains, 1) for model in ["c", "b"]}

    def measure(model):
        scores = table[model]
        return {
            "ndcg": skl(metrics.ndcg_score, gains, scores),
            "ndcg@3": skl(metrics.ndcg_score, gains, scores, k=3),
        }

    query = numpy.repeat(range(queries), documents)
    return {
        **write_table(f"{queries} queries of {documents}", ["id", "q", "y", "cs", "bs"],
                      [ids, query, gains.ravel(), table["c"].ravel(), table["b"].ravel()]),
        "columns": {"label": "y", "score": "s", "query": "q"},
        "candidate": measure("c"),
        "baseline": measure("b"),
    }


def reciprocal_case(queries, documents, seed):
    random, ids = draw(queries * documents, seed)
    relevant = numpy.eye(documents, dtype=int)[random.integers(0, documents, queries)]
    table = {model: numpy.round(random.random((queries, documents)) + 0.3 * relevant, 1) for model in ["c", "b"]}
    # With one relevant document a query the average precision of its ranking is its reciprocal rank.
    measure = lambda model: {"mrr": skl(metrics.label_ranking_average_precision_score, relevant, table[model])}
    return {
        **write_table(f"one relevant of {documents} in {queries} queries", ["id", "q", "y", "cs", "bs"],
                      [ids, numpy.repeat(range(queries), documents), relevant.ravel(), table["c"].ravel(), table["b"].ravel()]),
        "columns": {"label": "y", "score": "s", "query": "q"},
        "candidate": measure("c"),
        "baseline": measure("b"),
    }


tables = [
    *binary_case(60, 1, 1),
    *binary_case(90, 2, 6),
    *multiclass_case(80, 3, 4),
    *regression_case(50, 4, 2),
    *regression_case(50, 5, 100000),
    ranking_case(12, 7, 6),
    reciprocal_case(15, 5, 7),
]
oracle = {key: value for key, value in oracle.items() if key != "cases"} | {"cases": tables}
(FIXTURES / "oracles" / "metrics-of-predictions.json").write_text(json.dumps(oracle, indent=1) + "\n")
