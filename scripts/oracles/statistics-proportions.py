"""Writes fixtures/oracles/statistics-proportions.json: tests and intervals of one, two and paired proportions.

SciPy and statsmodels are asked where they have the function. Score bounds are solved here at 40 digits from the
restricted likelihood itself: statsmodels' root finder stops at 2e-12 (for ratios the two must agree to 1e-9), and its
score test of a difference (0.15.0, `score_test_proportions_2indep`) multiplies by a count where Miettinen & Nurminen
have the number of rows, so that it misses the published intervals of 56/70 - 48/80, which these bounds meet.
Newcombe's paired interval is in neither: it is written out from statsmodels'
Wilson intervals. Run from the repository's root:

    uv venv /tmp/oracle-statistics
    uv pip install --python /tmp/oracle-statistics scipy==1.17.1 statsmodels==0.15.0 mpmath==1.4.1
    /tmp/oracle-statistics/bin/python scripts/oracles/statistics-proportions.py
"""

import math
import warnings

import mpmath
from mpmath import mpf
from scipy import stats
from statistics_oracle import write
from statsmodels.stats import proportion
from statsmodels.stats.contingency_tables import mcnemar

mpmath.mp.dps = 40
warnings.simplefilter("ignore")

SIDES = {"less": "smaller", "greater": "larger", "two-sided": "two-sided"}
PAIRS = [(0, 0), (0, 1), (1, 0), (1, 1), (5, 15), (15, 5), (1, 9), (0, 6), (6, 0), (25, 47), (47, 25), (10, 10), (11, 10)]
PAIRS += [(0, 50), (100, 140), (140, 100), (500, 500), (512, 480), (1, 300), (2000, 2200), (5000, 5400), (3, 4)]
COUNTS = [(0, 1), (1, 1), (0, 20), (20, 20), (1, 20), (8, 50), (25, 50), (42, 50), (3, 100), (97, 100), (50, 100)]
COUNTS += [(499, 1000), (860, 1000), (999, 1000), (1, 10_000), (5_003, 10_000), (9_990, 10_000)]
COUNTS += [(0, 100_000), (31_415, 100_000), (700_000, 1_000_000), (123, 456), (7, 13)]
TABLES = [(12, 40, 48, 80), (48, 80, 12, 40), (0, 3, 3, 3), (0, 10, 0, 12), (10, 10, 12, 12), (0, 30, 9, 30), (1, 1, 0, 1)]
TABLES += [(5, 10, 5, 10), (12, 17, 29, 31), (3, 500, 9, 700), (1, 4000, 6, 3000), (199, 200, 180, 200), (250, 500, 240, 500)]
TABLES += [(860, 1000, 870, 1000), (30, 100, 3000, 9000), (2, 60, 900, 3000), (0, 1000, 2, 90_000), (45_000, 90_000, 4, 5)]
TABLES += [(310_000, 1_000_000, 305_000, 1_000_000), (4, 1_000_000, 3, 100_000), (7, 13, 9, 31), (28, 40, 20, 40)]
TABLES += [(1, 30, 40, 200_000), (0, 5, 50_000, 100_000), (30, 30, 18, 30), (90, 100, 10, 100), (2, 400, 150, 400)]


def mcnemars():
    exact, chi_square = [], []
    for gained, lost in PAIRS:
        for alternative in SIDES:
            p = 1.0 if gained + lost == 0 else stats.binomtest(gained, gained + lost, 0.5, alternative=alternative).pvalue
            if alternative == "two-sided" and gained + lost:
                p = mcnemar([[0, gained], [lost, 0]], exact=True).pvalue
            exact.append({"gained": gained, "lost": lost, "alternative": alternative, "p": p})
        for corrected in (True, False):
            if gained + lost:
                seen = mcnemar([[0, gained], [lost, 0]], exact=False, correction=corrected)
                case = {"gained": gained, "lost": lost, "corrected": corrected}
                chi_square.append({**case, "statistic": seen.statistic, "p": seen.pvalue})
    return exact, chi_square


def clopper_pearson():
    cases = []
    for index, (successes, trials) in enumerate(COUNTS):
        confidence = (0.9, 0.95, 0.99)[index % 3]
        low, high = proportion.proportion_confint(successes, trials, 1 - confidence, method="beta")
        cases.append({"successes": successes, "trials": trials, "confidence": confidence, "low": low, "high": high})
    return cases


def sides(x, n, y, m):
    return {"a": {"successes": x, "trials": n}, "b": {"successes": y, "trials": m}}


def two_samples():
    fisher, pooled = [], []
    for table in TABLES:
        x, n, y, m = table
        for alternative, theirs in SIDES.items():
            case = {**sides(*table), "alternative": alternative}
            fisher.append({**case, "p": stats.fisher_exact([[x, n - x], [y, m - y]], alternative=alternative).pvalue})
            if 0 < x + y < n + m:
                z, p = proportion.proportions_ztest([x, y], [n, m], alternative=theirs)
                pooled.append({**case, "z": z, "p": p})
    return fisher, pooled


def halve(refused, kept, beyond, steps=170):
    for _ in range(steps):
        middle = (kept + beyond) / 2
        if refused(middle):
            beyond = middle
        else:
            kept = middle
    return kept


def difference_score(table, difference):
    x, n, y, m = map(mpf, table)

    def slope(q):
        up, down = (x and x / (q + difference)), ((n - x) and (n - x) / (1 - q - difference))
        return up - down + (y and y / q) - ((m - y) and (m - y) / (1 - q))

    lowest, highest = max(mpf(0), -difference), min(mpf(1), 1 - difference)
    q = halve(lambda share: slope(share) < 0, lowest, highest)
    p = q + difference
    variance = (p * (1 - p) / n + q * (1 - q) / m) * (n + m) / (n + m - 1)
    distance = x / n - y / m - difference
    return distance / mpmath.sqrt(variance) if variance > 0 else mpmath.sign(distance) * mpf("1e99")


def ratio_score(table, ratio):
    """The likelihood's slope in b's share, the share of a being `ratio` times that; its root by halving."""
    x, n, y, m = map(mpf, table)

    def slope(q):
        return (x + y) / q - ((n - x) and (n - x) * ratio / (1 - ratio * q)) - ((m - y) and (m - y) / (1 - q))

    q = halve(lambda share: slope(share) < 0, mpf("1e-30"), min(mpf(1), 1 / ratio) * (1 - mpf("1e-35")))
    variance = ratio * q * (1 - ratio * q) / n + ratio**2 * q * (1 - q) / m
    return (x / n - ratio * y / m) / mpmath.sqrt(variance)


def quantile(confidence):
    return mpmath.sqrt(2) * mpmath.erfinv(mpf(confidence))


def score_difference(table, confidence):
    x, n, y, m = map(mpf, table)
    z, estimate = quantile(confidence), x / n - y / m
    low = halve(lambda d: difference_score(table, d) > z, estimate, mpf(-1), 100)
    high = halve(lambda d: difference_score(table, d) < -z, estimate, mpf(1), 100)
    return low, high


def score_ratio(table, confidence):
    x, n, y, m = map(mpf, table)
    z = quantile(confidence)

    def highest(x, n, y, m):
        if y == 0:
            return mpmath.inf
        start = (x / n) / (y / m)
        reach = mpf(1)
        while ratio_score((x, n, y, m), start + reach) > -z:
            reach *= 2
        return halve(lambda r: ratio_score((x, n, y, m), r) < -z, start, start + reach, 130)

    low, high = 1 / highest(y, m, x, n) if x else mpf(0), highest(x, n, y, m)
    # Where all succeed on both sides statsmodels' bound is a complex number.
    if x and y and x + y < n + m:
        theirs = proportion.confint_proportions_2indep(
            *table, compare="ratio", method="score", correction=False, alpha=1 - confidence
        )
        assert all(abs(ours - bound) <= 1e-9 * bound for ours, bound in zip((low, high), theirs, strict=True)), table
    return low, high


def scores():
    differences, ratios, margins = [], [], []
    for index, table in enumerate(TABLES):
        confidence = (0.9, 0.95)[index % 2]
        low, high = score_difference(table, confidence)
        differences.append({**sides(*table), "confidence": confidence, "low": float(low), "high": float(high)})
        low, high = score_ratio(table, confidence)
        ratios.append({**sides(*table), "confidence": confidence, "low": float(low), "high": float(high)})
        margin = (0.02, 0.1)[index % 2]
        p = mpmath.erfc(difference_score(table, -mpf(margin)) / mpmath.sqrt(2)) / 2
        margins.append({**sides(*table), "margin": margin, "p": float(p)})
    return differences, ratios, margins


TABLES_OF_PAIRS = [(36, 12, 2, 0), (1, 1, 7, 12), (59, 6, 16, 80), (0, 0, 0, 10), (10, 0, 0, 0), (0, 5, 0, 0), (0, 3, 3, 0)]
TABLES_OF_PAIRS += [(20, 0, 12, 2), (19, 0, 12, 3), (18, 0, 12, 4), (53, 16, 8, 9), (54, 0, 0, 0), (53, 1, 0, 0), (53, 0, 0, 1)]
TABLES_OF_PAIRS += [(30, 0, 0, 24), (29, 1, 0, 24), (2, 97, 1, 0), (800, 30, 45, 125), (90_000, 900, 1100, 8_000), (7, 25, 47, 21)]
TABLES_OF_PAIRS += [(0, 10, 20, 170), (500, 250, 240, 10), (1, 0, 0, 1), (3, 1, 2, 900)]


def paired_newcombe():
    cases = []
    for index, (both, gained, lost, neither) in enumerate(TABLES_OF_PAIRS):
        n, confidence = both + gained + lost + neither, (0.95, 0.9)[index % 5 == 4]
        def arms(count):
            low, high = proportion.proportion_confint(count, n, 1 - confidence, method="wilson")
            return count / n - low, high - count / n
        (below, above), (was_below, was_above) = arms(both + gained), arms(both + lost)
        margins = (both + gained) * (lost + neither) * (both + lost) * (gained + neither)
        surplus = both * neither - gained * lost
        if surplus > n / 2:
            surplus -= n / 2
        elif surplus >= 0:
            surplus = 0
        phi = surplus / math.sqrt(margins) if margins else 0
        def width(first, second):
            return math.sqrt(max(0, first**2 - 2 * phi * first * second + second**2))
        d = (gained - lost) / n
        case = {"bothRight": both, "gained": gained, "lost": lost, "n": n, "confidence": confidence}
        cases.append({**case, "low": d - width(below, was_above), "high": d + width(was_below, above)})
    return cases


exact, chi_square = mcnemars()
fisher, pooled = two_samples()
differences, ratios, margins = scores()
write("proportions", ["statsmodels", "scipy", "mpmath"], {
    "mcnemarExact": exact,
    "mcnemarChiSquare": chi_square,
    "clopperPearsonInterval": clopper_pearson(),
    "fisherExact": fisher,
    "pooledZTest": pooled,
    "miettinenNurminenInterval": differences,
    "koopmanInterval": ratios,
    "scoreNonInferiority": margins,
    "pairedNewcombeInterval": paired_newcombe(),
})
