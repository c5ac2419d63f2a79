"""Writes fixtures/oracles/statistics-*.json: what SciPy, statsmodels and scikit-learn say of the same numbers.

Where a library has the function it is called; Tango's interval is inverted by SciPy's root finder from the restricted
likelihood itself, and DeLong's variance is the definition by pairs (O(mn)), so that neither repeats our algebra.
Run from the repository's root:

    uv venv /tmp/oracle-statistics
    uv pip install --python /tmp/oracle-statistics scipy==1.17.1 statsmodels==0.15.0 scikit-learn==1.9.1
    /tmp/oracle-statistics/bin/python scripts/oracles/statistics.py
"""

import json
import math
from pathlib import Path

import numpy
import scipy
import sklearn
import statsmodels
from scipy import optimize, stats
from sklearn.metrics import roc_auc_score
from statsmodels.stats import proportion
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests

random = numpy.random.default_rng(20260101)


def write(name, tool, version, cases):
    path = Path(f"fixtures/oracles/statistics-{name}.json")
    command = "python scripts/oracles/statistics.py"
    text = json.dumps({"tool": tool, "version": version, "command": command, "cases": cases}, indent=1)
    path.write_text(text + "\n")
    print(path, {key: len(value) for key, value in cases.items()})


def normal():
    zs = [0, 1e-9, 0.1, 0.5, 1, 1.281551565545, 1.645, 1.96, 2.5758, 3, 4, 5, 6, 8, 10, 15, 20, 30, 37, -0.3, -1, -1.96, -4, -8]
    ps = [1e-300, 1e-100, 1e-30, 1e-16, 1e-12, 1e-8, 1e-6, 1e-4, 0.001, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.45]
    ps += [0.55, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.99, 0.995, 0.9995]
    return {
        "normalSurvival": [{"z": z, "p": float(stats.norm.sf(z))} for z in zs],
        "normalQuantile": [{"p": p, "z": float(stats.norm.ppf(p))} for p in ps],
    }


COUNTS = [(0, 1), (1, 1), (0, 20), (20, 20), (1, 20), (8, 50), (25, 50), (42, 50), (3, 100), (97, 100), (50, 100)]
COUNTS += [(499, 1000), (860, 1000), (999, 1000), (1, 10_000), (5_003, 10_000), (9_990, 10_000)]
COUNTS += [(0, 100_000), (31_415, 100_000), (700_000, 1_000_000), (123, 456), (7, 13)]


def one_proportion():
    tests, intervals = [], []
    for index, (successes, trials) in enumerate(COUNTS):
        for against in (0.5, (successes + 2) / (trials + 4)):
            for alternative in ("less", "greater"):
                p = stats.binomtest(successes, trials, against, alternative=alternative).pvalue
                case = {"successes": successes, "trials": trials, "against": against}
                tests.append({**case, "alternative": alternative, "p": float(p)})
        confidence = (0.9, 0.95, 0.99)[index % 3]
        low, high = proportion.proportion_confint(successes, trials, 1 - confidence, method="wilson")
        intervals.append({"successes": successes, "trials": trials, "confidence": confidence, "low": low, "high": high})
    return {"binomialTest": tests, "wilsonInterval": intervals}


PAIRS = [(0, 0), (0, 1), (1, 0), (1, 1), (5, 15), (15, 5), (1, 9), (0, 6), (6, 0), (25, 47), (47, 25), (10, 10), (11, 10)]
PAIRS += [(0, 50), (100, 140), (140, 100), (500, 500), (512, 480), (1, 300), (2000, 2200), (5000, 5400), (3, 4)]


def mid_p(gained, lost):
    """One-sided by adding up exact probabilities; two-sided from statsmodels' exact test less the observed term."""
    n = gained + lost
    def tail(k):
        return float(stats.binom.sf(k, n, 0.5) + stats.binom.pmf(k, n, 0.5) / 2)
    if n == 0:
        return {"less": 1.0, "greater": 1.0, "two-sided": 1.0}
    exact = mcnemar([[0, gained], [lost, 0]], exact=True).pvalue
    two_sided = 1.0 if gained == lost else exact - stats.binom.pmf(min(gained, lost), n, 0.5)
    return {"less": tail(lost), "greater": tail(gained), "two-sided": float(two_sided)}


def tango(gained, lost, n, confidence):
    """Bounds where the score statistic reaches z; the nuisance share maximises the likelihood numerically solved."""
    z = stats.norm.ppf(1 - (1 - confidence) / 2)

    def statistic(difference):
        # `share` is the smaller discordant share; the other is larger by the size of the difference.
        size, rest = abs(difference), n - gained - lost
        top = (1 - size) / 2
        smaller, larger = (lost, gained) if difference >= 0 else (gained, lost)

        def slope(share):
            rising = (smaller / share if smaller else 0) + (larger / (share + size) if larger else 0)
            return rising - (rest / (top - share) if rest else 0)

        low, high = top * 1e-14, top * (1 - 1e-14)
        if slope(low) <= 0:
            share = 0.0
        elif slope(high) >= 0:
            share = top
        else:
            share = optimize.brentq(slope, low, high, xtol=1e-18, rtol=1e-15, maxiter=1000)
        variance = n * (2 * share + size * (1 - size))
        return (gained - lost - n * difference) / math.sqrt(variance) if variance else 0.0

    estimate, edge = (gained - lost) / n, 1 - 1e-9
    def bound(target, outside):
        return optimize.brentq(lambda d: statistic(d) - target, *sorted((outside, estimate)), xtol=1e-16, rtol=1e-14)
    return bound(z, -edge), bound(-z, edge)


def paired():
    tests = [{"gained": g, "lost": l, "alternative": a, "p": p} for g, l in PAIRS for a, p in mid_p(g, l).items()]
    intervals = []
    for index, (gained, lost) in enumerate(PAIRS):
        n = (gained + lost) * (1, 2, 10)[index % 3] + (20, 7, 50)[index % 3]
        for confidence in (0.9, 0.95):
            low, high = tango(gained, lost, n, confidence)
            intervals.append({"gained": gained, "lost": lost, "n": n, "confidence": confidence, "low": low, "high": high})
    return {"mcnemarMidP": tests, "tangoInterval": intervals}


TABLES = [(12, 40, 48, 80), (48, 80, 12, 40), (0, 3, 3, 3), (0, 10, 0, 12), (10, 10, 12, 12), (0, 30, 9, 30), (1, 1, 0, 1)]
TABLES += [(5, 10, 5, 10), (12, 17, 29, 31), (3, 500, 9, 700), (1, 4000, 6, 3000), (199, 200, 180, 200), (250, 500, 240, 500)]
TABLES += [(860, 1000, 870, 1000), (30, 100, 3000, 9000), (2, 60, 900, 3000), (0, 1000, 2, 90_000), (45_000, 90_000, 4, 5)]
TABLES += [(310_000, 1_000_000, 305_000, 1_000_000), (4, 1_000_000, 3, 100_000), (7, 13, 9, 31), (28, 40, 20, 40)]
TABLES += [(1, 30, 40, 2_000_000), (0, 5, 50_000, 100_000), (30, 30, 18, 30)]


def two_proportions():
    tests, differences, ratios = [], [], []
    for index, (x, n, y, m) in enumerate(TABLES):
        counts = {"a": {"successes": x, "trials": n}, "b": {"successes": y, "trials": m}}
        pooled = (x + y) / (n + m)
        if min(n, m) * min(pooled, 1 - pooled) < 5:
            p, method = stats.fisher_exact([[x, n - x], [y, m - y]]).pvalue, "fisher-exact"
        else:
            p, method = proportion.proportions_ztest([x, y], [n, m])[1], "pooled-z"
        tests.append({**counts, "p": float(p), "method": method})
        confidence = (0.9, 0.95)[index % 2]
        low, high = proportion.confint_proportions_2indep(x, n, y, m, method="newcomb", alpha=1 - confidence)
        differences.append({**counts, "confidence": confidence, "low": float(low), "high": float(high)})
        low, high = proportion.confint_proportions_2indep(
            x, n, y, m, compare="ratio", method="log-adjusted", alpha=1 - confidence
        )
        ratios.append({**counts, "confidence": confidence, "low": float(low), "high": float(high)})
    return {"twoProportionTest": tests, "newcombeInterval": differences, "ratioInterval": ratios}


def placements(labels, scores):
    """Of every positive the share of negatives below it, and of every negative the share of positives above it."""
    positives, negatives = scores[labels == 1], scores[labels == 0]
    above = (positives[:, None] > negatives[None, :]) + 0.5 * (positives[:, None] == negatives[None, :])
    return above.mean(axis=1), above.mean(axis=0)


def delong_error(first, second=None):
    sides = [first[k] if second is None else first[k] - second[k] for k in (0, 1)]
    return math.sqrt(sum(side.var(ddof=1) / len(side) for side in sides))


def areas():
    cases = []
    shapes = [(4, 0.5), (6, 0.5), (10, 0.3), (25, 0.5), (40, 0.1), (60, 0.9), (100, 0.5), (200, 0.2)]
    for digits in (0, 1, 9):
        for size, share in shapes:
            labels = (random.random(size) < share).astype(int)
            labels[:2], labels[-2:] = 1, 0
            candidate = numpy.round(random.normal(labels * 0.9, 1), digits)
            baseline = numpy.round(candidate * 0.6 + random.normal(labels * 0.2, 0.8), digits)
            cases.append((labels, candidate, baseline))
    perfect = numpy.array([1, 1, 1, 0, 0, 0])
    cases += [(perfect, perfect * 2.0, perfect * 1.0), (perfect, -perfect * 1.0, perfect * 1.0)]
    cases += [(perfect, perfect * 0.0, perfect * 0.0), (cases[4][0], cases[4][1], cases[4][1])]
    rows = []
    for labels, candidate, baseline in cases:
        first, second = placements(labels, candidate), placements(labels, baseline)
        auc = [float(roc_auc_score(labels, scores)) for scores in (candidate, baseline)]
        rows.append({
            "labels": labels.tolist(), "candidate": candidate.tolist(), "baseline": baseline.tolist(),
            "auc": auc, "standardError": delong_error(first),
            "difference": auc[0] - auc[1], "differenceError": delong_error(first, second),
        })
    return {"delong": rows}


def many():
    families = [[0.5], [0.05, 0.05], [0.001, 0.012, 0.014, 0.2, 0.04, 0.9], [0.0, 1.0, 0.3], [1e-300, 1e-20, 0.04], [0.2] * 7]
    families += [random.random(size).tolist() for size in (2, 3, 4, 5, 8, 13, 21, 50)]
    families += [numpy.round(random.random(size) ** 4, 3).tolist() for size in (2, 3, 5, 8, 13, 21, 50)]
    return {"holm": [{"ps": ps, "adjusted": multipletests(ps, method="holm")[1].tolist()} for ps in families]}


write("normal", "SciPy", scipy.__version__, normal())
both, versions = "SciPy, statsmodels", f"{scipy.__version__}, {statsmodels.__version__}"
write("one-proportion", both, versions, one_proportion())
write("paired", both, versions, paired())
write("two-proportions", both, versions, two_proportions())
write("areas", "scikit-learn, NumPy", f"{sklearn.__version__}, {numpy.__version__}", areas())
write("many-tests", "statsmodels", statsmodels.__version__, many())
