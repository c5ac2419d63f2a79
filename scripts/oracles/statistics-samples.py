"""Writes fixtures/oracles/statistics-samples.json: tests of two samples and of tables of counts, as SciPy has them.

Samples are kept as distinct values with counts per side. The limiting law of Cramér and von Mises is mpmath's at 160
digits, because SciPy stops its series at terms of 1e-7 and takes the tail as 1 - cdf; the two must agree to 1e-6.
Run from the repository's root:

    uv venv /tmp/oracle-statistics
    uv pip install --python /tmp/oracle-statistics scipy==1.17.1 mpmath==1.4.1
    /tmp/oracle-statistics/bin/python scripts/oracles/statistics-samples.py
"""

import math
import warnings

import mpmath
import numpy
from scipy import special, stats
from scipy.stats.contingency import association
from statistics_oracle import write

mpmath.mp.dps = 160
warnings.simplefilter("ignore")
random = numpy.random.default_rng(20260404)
SIDES = ("two-sided", "less", "greater")


def normals(n, m, shift=0.0, digits=12, scale=1.0):
    return numpy.round(random.normal(0, 1, n), digits), numpy.round(random.normal(shift, scale, m), digits)


def pairs():
    made = [normals(n, m) for n, m in ((2, 2), (3, 5), (5, 5), (8, 8), (7, 13), (8, 200), (40, 40), (60, 150), (300, 200))]
    made += [normals(n, m, shift) for n, m, shift in ((10, 12, 3), (40, 40, 2), (30, 200, 0.5), (150, 100, -0.4), (400, 300, 1.5))]
    made += [normals(n, m, shift, 0) for n, m, shift in ((6, 9, 0), (20, 20, 0.3), (50, 70, 1), (300, 500, 0.1), (120, 120, -1))]
    made += [normals(n, m, shift, 1) for n, m, shift in ((18, 20, 0), (19, 20, 0.6), (90, 60, 0.2), (500, 501, 0.05))]
    made += [normals(80, 120, 0, 12, 3.0), normals(300, 300, 0, 1, 0.2), normals(25, 24, 0.9, 3)]
    made += [(numpy.array([0.0] * 30 + [1] * 20), numpy.array([0.0] * 10 + [1] * 45))]
    made += [(numpy.arange(20.0), numpy.arange(30.0, 60.0)), (numpy.arange(30.0, 45.0), numpy.arange(15.0))]
    made += [(numpy.exp(a * 3), numpy.exp(b * 3)) for a, b in (normals(70, 90, 0.3),)]
    made += [(numpy.array([-1e12, 0, 1e-12, 1, 2, 5.5]), numpy.array([-1e12, 3, 1e12, 7, 1e-12, 8, 9]))]
    return made


def counted(x, y):
    values = numpy.unique(numpy.concatenate([x, y]))
    return {
        "values": values,
        "reference": [int((x == value).sum()) for value in values],
        "current": [int((y == value).sum()) for value in values],
    }


PAIRS = pairs()


def of_pairs(cases_of):
    return [{"pair": index, **case} for index, (x, y) in enumerate(PAIRS) for case in cases_of(x, y)]


def kolmogorov_smirnov(x, y):
    for alternative in SIDES:
        for method, name in (("exact", "exact"), ("asymp", "asymptotic")):
            seen = stats.ks_2samp(x, y, alternative, method)
            yield {"alternative": alternative, "method": name, "statistic": seen.statistic, "p": seen.pvalue}


def mann_whitney(x, y):
    for alternative in SIDES:
        tied = len(numpy.unique(numpy.concatenate([x, y]))) < len(x) + len(y)
        for method in ("asymptotic", "auto", "exact"):
            if method == "exact" and (tied or len(x) * len(y) > 2500):
                continue
            seen = stats.mannwhitneyu(x, y, alternative=alternative, method=method)
            yield {"alternative": alternative, "method": method, "statistic": seen.statistic, "p": seen.pvalue}


def cramer_von_mises_limit(x):
    x, total = mpmath.mpf(x), mpmath.mpf(0)
    for k in range(200):
        q = (4 * k + 1) ** 2 / (16 * x)
        term = mpmath.gamma(k + mpmath.mpf("0.5")) / mpmath.factorial(k) / (mpmath.pi ** mpmath.mpf("1.5") * mpmath.sqrt(x))
        term *= mpmath.sqrt(4 * k + 1) * mpmath.exp(-q) * mpmath.besselk(0.25, q)
        total += term
        if k > 3 and term < mpmath.mpf(10) ** -158:
            return 1 - total
    raise ValueError(x)


def cramer_von_mises(x, y):
    n, m = len(x), len(y)
    seen = stats.cramervonmises_2samp(x, y, method="asymptotic")
    total, product = n + m, n * m
    variance = (total + 1) * (4 * product * total - 3 * (n**2 + m**2) - 2 * product) / (45 * total**2 * 4 * product)
    standard = 1 / 6 + (seen.statistic - (1 + 1 / total) / 6) / math.sqrt(45 * variance)
    p = float(cramer_von_mises_limit(standard)) if standard >= 0.003 else 1.0
    assert abs(p - seen.pvalue) < 1e-6, (p, seen)
    yield {"method": "asymptotic", "statistic": seen.statistic, "p": p}
    if max(n, m) <= 20 and math.lcm(n, m) <= 150:
        seen = stats.cramervonmises_2samp(x, y, method="exact")
        yield {"method": "exact", "statistic": seen.statistic, "p": seen.pvalue}


def exact_cramer_von_mises():
    """More small samples, since few of the pairs are."""
    for n, m, digits in ((2, 3, 9), (3, 3, 9), (4, 6, 9), (5, 9, 9), (6, 6, 0), (7, 7, 9), (8, 11, 0), (9, 6, 9), (10, 10, 1), (12, 9, 9), (13, 11, 0), (4, 15, 1), (2, 20, 9), (14, 14, 9)):
        for shift in (0, 1.5):
            x, y = normals(n, m, shift, digits)
            seen = stats.cramervonmises_2samp(x, y, method="exact")
            yield {**counted(x, y), "statistic": seen.statistic, "p": seen.pvalue}


def anderson_darling(x, y):
    seen = stats.anderson_ksamp([x, y], variant="midrank")
    p = float(seen.pvalue)
    yield {"statistic": seen.statistic, "p": p, "clamped": p in (0.25, 0.001)}


def epps_singleton(x, y):
    if min(len(x), len(y)) >= 5 and stats.iqr(numpy.concatenate([x, y])) > 0:
        seen = stats.epps_singleton_2samp(x, y)
        yield {"statistic": seen.statistic, "p": seen.pvalue}


def kolmogorov():
    distances = [(1, 0.75), (2, 0.6), (3, 0.2), (5, 0.19), (5, 0.85), (7, 0.5), (10, 0.06), (10, 0.274), (10, 0.9), (20, 0.1), (20, 0.46)]
    distances += [(50, 0.08), (50, 0.3), (100, 0.05), (100, 0.12), (100, 0.35), (139, 0.17), (140, 0.06), (140, 0.15), (140, 0.45)]
    distances += [(141, 0.004), (141, 0.007), (141, 0.05), (141, 0.09), (141, 0.12), (141, 0.13), (141, 0.5), (500, 0.0019), (500, 0.019), (500, 0.04)]
    distances += [(500, 0.066), (500, 0.07), (500, 0.3), (1000, 0.0125), (1000, 0.0126), (1000, 0.04), (1000, 0.2), (5000, 0.003), (5000, 0.01)]
    distances += [(5000, 0.02), (5000, 0.2), (100_000, 0.0003), (100_000, 0.0007), (100_000, 0.003), (100_000, 0.0047), (100_000, 0.04)]
    distances += [(1_000_000, 0.0004), (1_000_000, 0.001), (1_000_000, 0.002), (2_000_000, 0.0005), (2_000_000, 0.002), (2_000_000, 0.01), (50, 1.0)]
    two_sided = [{"n": n, "d": d, "p": stats.kstwo.sf(d, n)} for n, d in distances]
    # A million terms take a moment; the two-sided law has one such case.
    return two_sided, [{"n": n, "d": d, "p": special.smirnov(n, d)} for n, d in distances if n != 1_000_000]


def tables():
    made = [[[12, 5], [29, 2]], [[10, 10], [10, 10]], [[1, 0], [0, 1]], [[0, 9], [7, 3]], [[50, 50], [49, 51]], [[1000, 10], [900, 60]]]
    made += [[[44, 56, 0], [0, 68, 0]], [[44, 56, 52], [0, 68, 0], [124, 0, 0]], [[5], [9]], [[3, 4, 5]], [[300_000, 700_000], [302_000, 698_000]]]
    for rows, columns, high in ((2, 3, 20), (2, 5, 40), (2, 8, 1000), (3, 3, 15), (3, 7, 100), (5, 4, 8), (2, 20, 60), (2, 60, 30), (10, 10, 400)):
        made.append(random.integers(1, high, (rows, columns)).tolist())
    made += [(numpy.array([[40, 30, 20, 10], [10, 20, 30, 40]]) * k).tolist() for k in (1, 3, 40)]
    return [table for table in made if all(sum(row) for row in table) and all(sum(column) for column in zip(*table))]


def contingency():
    cases = []
    for table in tables():
        for corrected in (True, False):
            for divergence in ("pearson", "log-likelihood"):
                seen = stats.chi2_contingency(table, correction=corrected, lambda_=divergence)
                case = {"table": table, "corrected": corrected, "divergence": divergence}
                cases.append({**case, "statistic": seen.statistic, "degrees": seen.dof, "p": seen.pvalue})
    return cases


def association_cases():
    """Bergsma's correction (2013) written out from SciPy's chi-square."""
    cases = []
    for table in tables():
        rows, columns = numpy.array(table).shape
        if min(rows, columns) < 2:
            continue
        n = numpy.sum(table)
        phi = stats.chi2_contingency(table, correction=False).statistic / n
        low_rows, low_columns = rows - (rows - 1) ** 2 / (n - 1), columns - (columns - 1) ** 2 / (n - 1)
        lowered = math.sqrt(max(0, phi - (rows - 1) * (columns - 1) / (n - 1)) / (min(low_rows, low_columns) - 1)) if n > 2 else None
        cases.append({"table": table, "biasCorrected": False, "v": association(table, method="cramer")})
        if lowered is not None:
            cases.append({"table": table, "biasCorrected": True, "v": lowered})
    return cases


def fits():
    cases = []
    for size, rows in ((2, 10), (2, 100_000), (3, 30), (4, 100), (5, 1000), (8, 200), (12, 5000), (20, 400), (50, 3000), (6, 12)):
        for tilt in (0, 0.4):
            shares = random.dirichlet(numpy.ones(size) * 5)
            drawn = shares * numpy.exp(tilt * random.normal(size=size))
            observed = random.multinomial(rows, drawn / drawn.sum())
            expected = shares / shares.sum() * observed.sum()
            for divergence in ("pearson", "log-likelihood"):
                seen = stats.power_divergence(observed, expected, lambda_=divergence)
                case = {"observed": observed, "expected": expected, "divergence": divergence}
                cases.append({**case, "statistic": seen.statistic, "p": seen.pvalue})
    for observed, expected in (([5, 5], [5, 5]), ([3, 0, 7], [3, 0, 7.0]), ([4, 1], [5, 0])):
        with numpy.errstate(all="ignore"):
            seen = stats.chisquare(observed, expected)
        if not math.isnan(seen.statistic):
            cases.append({"observed": observed, "expected": expected, "divergence": "pearson", "statistic": seen.statistic, "p": seen.pvalue})
    return cases


def psi():
    sizes = [(n, m, bins) for n, m in ((1000, 1000), (500, 500), (200, 200), (10_000, 1000), (10_000, 10_000)) for bins in (2, 5, 10, 20)]
    cases = []
    for n, m, bins in sizes:
        for alpha in (0.05, 1e-6):
            critical = (1 / n + 1 / m) * stats.chi2.isf(alpha, bins - 1)
            p = stats.chi2.sf(0.1 / (1 / n + 1 / m), bins - 1)
            cases.append({"reference": n, "current": m, "bins": bins, "alpha": alpha, "critical": critical, "pAtTenth": p})
    return cases


write("samples", ["scipy", "mpmath", "numpy"], {
    "pairs": [counted(x, y) for x, y in PAIRS],
    "kolmogorovSmirnov": of_pairs(kolmogorov_smirnov),
    "kolmogorov": kolmogorov()[0],
    "smirnov": kolmogorov()[1],
    "mannWhitney": of_pairs(mann_whitney),
    "cramerVonMises": of_pairs(cramer_von_mises),
    "cramerVonMisesExact": list(exact_cramer_von_mises()),
    "cramerVonMisesLimit": [{"x": x, "p": float(cramer_von_mises_limit(x))} for x in (0.003, 0.01, 0.02, 0.03, 0.05, 0.08, 0.1, 0.15, 0.2, 0.3, 0.4, 0.46136, 0.5, 0.74346, 1, 1.16786, 1.5, 2, 2.5, 3, 4, 5)],
    "andersonDarling": of_pairs(anderson_darling),
    "eppsSingleton": of_pairs(epps_singleton),
    "chiSquareContingency": contingency(),
    "cramersV": association_cases(),
    "goodnessOfFit": fits(),
    "psi": psi(),
})
