"""Writes fixtures/oracles/statistics-effects.json: t and z tests, margins, sample sizes, adjustments, permutations.

SciPy and statsmodels are asked; the corrected resampled t test is in neither and is written out with SciPy's t law.
Run from the repository's root:

    uv venv /tmp/oracle-statistics
    uv pip install --python /tmp/oracle-statistics scipy==1.17.1 statsmodels==0.15.0
    /tmp/oracle-statistics/bin/python scripts/oracles/statistics-effects.py
"""

import math
import warnings

import numpy
from scipy import stats
from statistics_oracle import write
from statsmodels.stats import multitest, proportion, weightstats

warnings.simplefilter("ignore")
random = numpy.random.default_rng(20260505)
SIDES = ("two-sided", "less", "greater")


def samples():
    made = [(random.normal(0, 1, n), random.normal(shift, scale, m)) for n, m, shift, scale in (
        (2, 2, 0, 1), (3, 8, 0.5, 2), (5, 5, 1, 1), (10, 10, 0, 1), (12, 40, -2, 0.3), (30, 30, 0.2, 1), (60, 50, 4, 5),
        (40, 55, 0.01, 1), (9, 9, 30, 1), (50, 50, -9, 1))]
    made += [(numpy.round(a, 1), numpy.round(b, 1)) for a, b in made[2:7]]
    made += [(a * 1e-9 + 1, b * 1e-9 + 1) for a, b in made[3:5]] + [(a * 1e9, b * 1e9) for a, b in made[4:6]]
    return made + [(numpy.array([1.0, 1, 1, 2]), numpy.array([1.0, 1, 1, 1, 1.5])), (numpy.array([0.91, 0.92, 0.9]), numpy.array([0.9, 0.9, 0.89]))]


PAIRS = samples()


def interval(result):
    bounds = result.confidence_interval(0.9)
    return {"low": bounds.low, "high": bounds.high, "confidence": 0.9}


def two_samples():
    cases = []
    for pair, (a, b) in enumerate(PAIRS):
        for alternative in SIDES:
            for kind, equal in (("welch", False), ("pooled", True)):
                seen = stats.ttest_ind(a, b, equal_var=equal, alternative=alternative)
                case = {"pair": pair, "kind": kind, "alternative": alternative}
                case |= {"statistic": seen.statistic, "degrees": float(seen.df), "p": seen.pvalue}
                cases.append(case | ({"interval": interval(seen)} if alternative == "two-sided" else {}))
    return cases


def paired():
    cases = []
    for pair, (a, b) in enumerate(PAIRS):
        size = min(len(a), len(b))
        for alternative in SIDES:
            seen = stats.ttest_rel(a[:size], b[:size], alternative=alternative)
            case = {"pair": pair, "alternative": alternative, "statistic": seen.statistic, "p": seen.pvalue}
            cases.append(case | ({"interval": interval(seen)} if alternative == "two-sided" else {}))
    return cases


def resampled():
    cases = []
    for folds, test, train in ((2, 1, 1), (3, 100, 200), (5, 20, 80), (10, 10, 90), (10, 300, 700), (15, 50, 100), (30, 1000, 9000), (100, 10, 90)):
        for shift in (0, 0.02, -0.3):
            d = random.normal(shift, 0.05, folds)
            t = d.mean() / math.sqrt(d.var(ddof=1) * (1 / folds + test / train))
            cases.append({"differences": d, "testRows": test, "trainRows": train, "statistic": t, "p": 2 * stats.t.sf(abs(t), folds - 1)})
    return cases


def margins():
    """t and z forms of two one-sided tests: the larger p, and the one of the lower margin."""
    cases = []
    for pair, (a, b) in enumerate(PAIRS):
        spread = math.sqrt(a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b))
        for factor in (0.5, 3):
            margin = spread * factor
            for kind, of in (
                ("welch", lambda: weightstats.ttost_ind(a, b, -margin, margin, usevar="unequal")),
                ("pooled", lambda: weightstats.ttost_ind(a, b, -margin, margin, usevar="pooled")),
                ("z", lambda: weightstats.ztost(a, -margin, margin, b, usevar="pooled")),
            ):
                seen = of()
                cases.append({"pair": pair, "kind": kind, "margin": margin, "equivalence": seen[0], "nonInferiority": seen[1][1]})
    return cases


def sizes():
    rates, sides = [], []
    for a, b in ((0.5, 0.4), (0.9, 0.88), (0.3, 0.24), (0.1, 0.08), (0.2, 0.16), (0.7, 0.56), (0.01, 0.02), (0.999, 0.99), (0.5, 0.1), (0.05, 0.5), (0.33, 0.34)):
        for alpha, power in ((0.05, 0.8), (0.01, 0.9)):
            n = proportion.samplesize_proportions_2indep_onetail(a - b, b, power, alpha=alpha)
            rates.append({"a": a, "b": b, "alpha": alpha, "power": power, "rows": math.ceil(n)})
    for variance, margin in ((0.05, 0.01), (0.05, 0.02), (0.18, 0.02), (0.18, 0.01), (0.5, 0.1), (0.001, 0.003), (0.32, 0.05), (0.02, 0.001), (0.25, 0.5), (0.11, 0.04)):
        for alpha, power in ((0.05, 0.8), (0.025, 0.9)):
            n = variance * ((stats.norm.isf(alpha) + stats.norm.ppf(power)) / margin) ** 2
            sides.append({"variance": variance, "margin": margin, "alpha": alpha, "power": power, "rows": math.ceil(n)})
    return rates, sides


def adjustments():
    families = [[0.5], [0.05, 0.05], [0.001, 0.012, 0.014, 0.2, 0.04, 0.9], [0.0, 1.0, 0.3], [1e-300, 1e-20, 0.04], [0.2] * 7]
    families += [random.random(size).tolist() for size in (2, 3, 4, 5, 8, 13, 21, 50)]
    families += [numpy.round(random.random(size) ** 4, 3).tolist() for size in (2, 3, 5, 8, 13, 21, 50)]
    return [{"ps": ps, "adjusted": multitest.multipletests(ps, method="fdr_bh")[1]} for ps in families]


def permutations():
    rows = [[1.0], [0.0, 0, 0], [1, 2, 3], [1, -1, 1, -1], [0.1, 0.2, 0.3, -0.6], [1, 1, 1, 1, 1, 1], [5, -0.1, 0.2, 0.4, -0.3, 0.7]]
    rows += [numpy.round(random.normal(shift, 1, size), digits).tolist() for size, shift, digits in ((5, 0, 9), (7, 1, 0), (8, -0.5, 1), (9, 0.3, 9), (11, 2, 1))]
    cases = []
    for differences in rows:
        for alternative in SIDES:
            if len(differences) == 1:
                p = {"two-sided": 1.0, "less": 1.0, "greater": 0.5}[alternative]
            else:
                zeros = numpy.zeros(len(differences))
                p = stats.permutation_test(
                    (numpy.array(differences, float), zeros), lambda x, y, axis: numpy.sum(x - y, axis=axis),
                    permutation_type="samples", vectorized=True, n_resamples=numpy.inf, alternative=alternative).pvalue
            cases.append({"differences": differences, "alternative": alternative, "p": p})
    return cases


rates, sides = sizes()
write("effects", ["scipy", "statsmodels", "numpy"], {
    "pairs": [{"a": a, "b": b} for a, b in PAIRS],
    "twoSamples": two_samples(),
    "paired": paired(),
    "correctedResampled": resampled(),
    "margins": margins(),
    "rowsForTwoRates": rates,
    "rowsForVariance": sides,
    "benjaminiHochberg": adjustments(),
    "pairedPermutation": permutations(),
})
