"""Writes fixtures/oracles/fairness.json: fairlearn's disparities of seeded frames, and the counts they are made of.

Beside each disparity stand both of fairlearn's methods, the mean of equalized odds, and group_min and group_max. Three kinds of frames: `plain` (every group has positives and negatives), `weighted` (the same with row weights) and
`degenerate` (a group without positives, nobody selected, one group …), where fairlearn puts 0 for a rate that does not
exist and ours says that there is none; fairlearn's number is recorded beside.
Run from the repository's root:

    uv venv /tmp/oracle-fairness
    uv pip install --python /tmp/oracle-fairness fairlearn==0.15.0
    /tmp/oracle-fairness/bin/python scripts/oracles/fairness.py
"""

import json
import math
import warnings
from importlib.metadata import version
from pathlib import Path

import numpy
from fairlearn import metrics

warnings.filterwarnings("ignore")
random = numpy.random.default_rng(20260102)

NAMED = [
    f"{stem}_{kind}"
    for stem in ("demographic_parity", "equal_opportunity", "equalized_odds")
    for kind in ("difference", "ratio")
]
GENERATED = [
    f"{rate}_{kind}"
    for rate in ("selection_rate", "true_positive_rate", "false_positive_rate", "true_negative_rate", "false_negative_rate", "accuracy_score", "zero_one_loss")
    for kind in ("difference", "ratio")
]
EXTREMES = [
    "accuracy_score_group_min",
    "balanced_accuracy_score_group_min",
    "precision_score_group_min",
    "recall_score_group_min",
    "f1_score_group_min",
    "zero_one_loss_group_max",
]
RATES = ["selection_rate", "true_positive_rate", "false_positive_rate", "true_negative_rate", "false_negative_rate"]


def number(value):
    return float(value) if math.isfinite(value) else None


def draw(sizes, *, weighted=False):
    """Rows of groups named by letters, with differing base rates; each group holds both labels and both decisions."""
    rows = []
    for index, size in enumerate(sizes):
        labels = (random.random(size) < random.uniform(0.2, 0.8)).astype(int)
        hit, alarm = random.uniform(0.5, 0.95), random.uniform(0.05, 0.5)
        decisions = (random.random(size) < numpy.where(labels == 1, hit, alarm)).astype(int)
        labels[:4], decisions[:4] = [1, 1, 0, 0], [1, 0, 1, 0]
        rows += [("ABCDEFGH"[index], int(y), int(p)) for y, p in zip(labels, decisions)]
    weights = random.choice([0.1, 0.25, 0.5, 1, 2.5, 7, 0], len(rows)) if weighted else numpy.ones(len(rows))
    if weighted:
        starts = numpy.cumsum([0, *sizes[:-1]])
        for start in starts:
            weights[start : start + 4] = 0.3
    return rows, weights


def cells(rows, weights, group=None):
    def total(label, decision):
        return float(sum(w for (g, y, p), w in zip(rows, weights) if y == label and p == decision and group in (None, g)))
    return {
        "truePositives": total(1, 1),
        "falsePositives": total(0, 1),
        "falseNegatives": total(1, 0),
        "trueNegatives": total(0, 0),
    }


def judge(story, kind, rows, weights):
    groups = [g for g, _, _ in rows]
    labels, decisions = [y for _, y, _ in rows], [p for _, _, p in rows]
    # Without weights fairlearn is called as most callers call it.
    extra = {"sample_weight": weights} if kind == "weighted" else {}
    found = {}
    for name in [*NAMED, *GENERATED, *(EXTREMES if kind != "degenerate" else [])]:
        measure = getattr(metrics, name)
        found[name] = number(measure(labels, decisions, sensitive_features=groups, **extra))
    named = {}
    for name in NAMED:
        measure = getattr(metrics, name)
        aggregates = [("", {})] + ([("_mean", {"agg": "mean"})] if name.startswith("equalized") else [])
        for suffix, keywords in aggregates:
            named[f"{name}{suffix}"] = {
                method: number(measure(labels, decisions, sensitive_features=groups, method=method, **keywords, **extra))
                for method in ("between_groups", "to_overall")
            }
    frame = metrics.MetricFrame(
        metrics={name: getattr(metrics, name) for name in RATES},
        y_true=labels,
        y_pred=decisions,
        sensitive_features=groups,
        sample_params={name: extra for name in RATES} if extra else None,
    )
    names = sorted(set(groups))
    return {
        "story": story,
        "kind": kind,
        "overall": {"counts": cells(rows, weights), "rates": {r: number(frame.overall[r]) for r in RATES}},
        "groups": [
            {
                "name": name,
                "rows": groups.count(name),
                "counts": cells(rows, weights, name),
                "rates": {rate: number(frame.by_group[rate][name]) for rate in RATES},
            }
            for name in names
        ],
        "disparities": found,
        "named": named,
    }


def expand(table):
    """Rows from {group: (truePositives, falsePositives, falseNegatives, trueNegatives)}."""
    cell = [(1, 1), (0, 1), (1, 0), (0, 0)]
    return [(g, *cell[at]) for g, counts in table.items() for at, count in enumerate(counts) for _ in range(count)]


DEGENERATE = {
    "a group without positives": {"A": (8, 2, 4, 10), "B": (0, 3, 0, 9)},
    "a group without negatives": {"A": (8, 2, 4, 10), "B": (6, 0, 5, 0)},
    "the first group without positives": {"A": (0, 3, 0, 9), "B": (8, 2, 4, 10), "C": (5, 1, 5, 9)},
    "no positives at all": {"A": (0, 3, 0, 9), "B": (0, 2, 0, 12)},
    "no negatives at all": {"A": (3, 0, 9, 0), "B": (2, 0, 12, 0)},
    "one group only": {"A": (8, 2, 4, 10)},
    "one group only, without positives": {"A": (0, 2, 0, 10)},
    "nobody is selected": {"A": (0, 0, 4, 10), "B": (0, 0, 7, 5)},
    "everybody is selected": {"A": (4, 10, 0, 0), "B": (7, 5, 0, 0)},
    "one group is never selected": {"A": (0, 0, 4, 10), "B": (6, 3, 1, 9)},
    "two of three groups are never selected": {"A": (0, 0, 4, 10), "B": (0, 0, 2, 9), "C": (6, 3, 1, 9)},
    "no false alarm anywhere": {"A": (5, 0, 3, 10), "B": (4, 0, 6, 9)},
    "no hit anywhere": {"A": (0, 2, 3, 10), "B": (0, 4, 6, 9)},
    "groups of one row each": {"A": (1, 0, 0, 0), "B": (0, 0, 0, 1)},
    "a group of one selected negative": {"A": (8, 2, 4, 10), "B": (0, 1, 0, 0)},
    "every decision is right": {"A": (8, 0, 0, 10), "B": (6, 0, 0, 9)},
    "every decision is wrong": {"A": (0, 8, 10, 0), "B": (0, 6, 9, 0)},
    "one group without positives, one without negatives": {"A": (0, 3, 0, 9), "B": (8, 0, 4, 0)},
    "three groups, two without positives": {"A": (0, 3, 0, 9), "B": (0, 2, 0, 9), "C": (8, 2, 4, 9)},
    "equal groups": {"A": (8, 2, 4, 10), "B": (8, 2, 4, 10)},
    "many equal groups and an empty rate": {"A": (8, 2, 4, 10), "B": (8, 2, 4, 10), "C": (0, 2, 0, 10)},
    "nobody is selected of three groups": {"A": (0, 0, 4, 10), "B": (0, 0, 7, 5), "C": (0, 0, 1, 1)},
    "nobody is selected and no positives": {"A": (0, 0, 0, 10), "B": (0, 0, 0, 5)},
    "everybody is selected and no negatives": {"A": (10, 0, 0, 0), "B": (5, 0, 0, 0)},
    "one group only, everybody selected": {"A": (4, 10, 0, 0)},
    "one group only, nobody selected": {"A": (0, 0, 4, 10)},
    "the larger group without negatives": {"A": (20, 0, 10, 0), "B": (6, 3, 1, 9)},
    "no hit in one group": {"A": (0, 2, 7, 10), "B": (5, 2, 3, 9)},
    "no false alarm in one group": {"A": (5, 0, 3, 10), "B": (4, 2, 6, 9)},
    "a group of one positive": {"A": (8, 2, 4, 10), "B": (1, 0, 0, 0)},
    "four groups, one empty of each": {"A": (0, 3, 0, 9), "B": (8, 0, 4, 0), "C": (0, 0, 4, 10), "D": (8, 2, 4, 10)},
    "perfect in one group, wrong in the other": {"A": (8, 0, 0, 10), "B": (0, 6, 9, 0)},
}

shapes = [[20, 30], [50, 50], [12, 400], [200, 180], [60, 70, 80], [30, 30, 300], [25, 50, 75, 100], [15] * 6, [90, 10, 40, 20, 60]]
cases = [judge(f"{len(s)} groups of {s} rows", "plain", *draw(s)) for _ in range(5) for s in shapes]
cases += [judge(f"{len(s)} weighted groups of {s} rows", "weighted", *draw(s, weighted=True)) for _ in range(3) for s in shapes]
cases += [judge(story, "degenerate", rows := expand(table), numpy.ones(len(rows))) for story, table in DEGENERATE.items()]
path = Path("fixtures/oracles/fairness.json")
header = {"tool": "fairlearn", "version": version("fairlearn"), "command": "python scripts/oracles/fairness.py"}
lines = ",\n".join(json.dumps(case) for case in cases)
path.write_text(f"{json.dumps(header)[:-1]}, \"cases\": [\n{lines}\n]}}\n")
print(path, len(cases))
