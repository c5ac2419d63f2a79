"""Writes fixtures/oracles/statistics-bootstrap.json: bootstrap intervals of paired statistics, as SciPy draws them.

uv venv /tmp/statistics && uv pip install --python /tmp/statistics scipy==1.17.1 numpy==2.4.6
/tmp/statistics/bin/python scripts/oracles/statistics-bootstrap.py

Both sides of a comparison are random: `standardError` is the spread of the replicates, by which a test tells
Monte-Carlo error from a difference.
"""

import numpy
from scipy.stats import bootstrap
from statistics_oracle import write

random = numpy.random.default_rng(20261128)
RESAMPLES = 39_999


def f1(right, decided, labelled):
    return 2 * right.sum(axis=-1) / numpy.maximum(decided.sum(axis=-1) + labelled.sum(axis=-1), 1e-300)


def f1_gain(label, candidate, baseline, axis=-1):
    return f1(label * candidate, candidate, label) - f1(label * baseline, baseline, label)


def accuracy_gain(label, candidate, baseline, axis=-1):
    return (label == candidate).mean(axis=-1) - (label == baseline).mean(axis=-1)


def mean_gain(candidate, baseline, axis=-1):
    return (candidate - baseline).mean(axis=-1)


def error_ratio(candidate, baseline, axis=-1):
    return numpy.sqrt((candidate**2).mean(axis=-1)) / numpy.sqrt((baseline**2).mean(axis=-1))


def intervals(data, statistic, confidence):
    found = {}
    for method, name in (("percentile", "percentile"), ("BCa", "bca")):
        drawn = bootstrap(data, statistic, paired=True, vectorized=True, n_resamples=RESAMPLES, method=method,
                          confidence_level=confidence, rng=numpy.random.default_rng(7), batch=2000)
        found[name] = [drawn.confidence_interval.low, drawn.confidence_interval.high]
        found["standardError"] = drawn.standard_error
    return {**found, "confidence": confidence}


def decisions():
    cases = []
    for size, share, noise in [(40, 0.5, 0.2), (60, 0.3, 0.1), (100, 0.5, 0.3), (150, 0.2, 0.2), (250, 0.6, 0.05), (400, 0.1, 0.15)]:
        label = (random.random(size) < share).astype(int)
        candidate = numpy.where(random.random(size) < noise, 1 - label, label)
        baseline = numpy.where(random.random(size) < noise * 0.8, 1 - label, candidate)
        for name, statistic in (("f1", f1_gain), ("accuracy", accuracy_gain)):
            for confidence in (0.9, 0.95):
                cells = numpy.bincount(label * 4 + candidate * 2 + baseline, minlength=8)
                cases.append({"metric": name, "cells": cells, **intervals((label, candidate, baseline), statistic, confidence)})
    return cases


def rows():
    cases = []
    for size in (10, 14, 18, 22, 26):
        for skew in (False, True):
            baseline = random.exponential(1, size) if skew else random.normal(1, 0.5, size)
            candidate = baseline * 0.9 + (random.exponential(0.2, size) if skew else random.normal(0.1, 0.3, size))
            for name, statistic in (("mean", mean_gain), ("ratio", error_ratio)):
                cases.append({"statistic": name, "candidate": candidate, "baseline": baseline,
                              **intervals((candidate, baseline), statistic, 0.9)})
    return cases


write("bootstrap", ["scipy", "numpy"], {"decisions": decisions(), "rows": rows()})
