"""Difference of two models' AUC by scikit-learn, with a paired bootstrap: two files, where to write, resamples."""

import json
import sys
from importlib.metadata import version

import numpy
import pandas
from sklearn.metrics import roc_auc_score

candidate, baseline, out, resamples = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
rows = pandas.read_parquet(candidate, columns=["id", "label", "score"]).merge(
    pandas.read_parquet(baseline, columns=["id", "score"]), on="id", suffixes=("", "_before")
)
label, after, before = (rows[name].to_numpy() for name in ("label", "score", "score_before"))
random = numpy.random.default_rng(1)
differences = []
for _ in range(resamples):
    drawn = random.integers(0, len(label), len(label))
    differences.append(
        roc_auc_score(label[drawn], after[drawn]) - roc_auc_score(label[drawn], before[drawn])
    )
with open(out, "w") as file:
    json.dump(
        {
            "version": version("scikit-learn"),
            "difference": float(roc_auc_score(label, after) - roc_auc_score(label, before)),
            "resampled": [float(difference) for difference in differences],
        },
        file,
    )
