"""Writes fixtures/oracles/statistics-distributions.json: tails as mpmath has them at 60 digits, quantiles SciPy's.

SciPy is asked for the same numbers and must agree to 1e-8 (its t tail is off by 3e-9 at t = 1e-8). Run from the
repository's root:

    uv venv /tmp/oracle-statistics
    uv pip install --python /tmp/oracle-statistics scipy==1.17.1 mpmath==1.4.1
    /tmp/oracle-statistics/bin/python scripts/oracles/statistics-distributions.py
"""

import mpmath
from scipy import special, stats
from statistics_oracle import write

mpmath.mp.dps = 60


def agreed(exact, scipy):
    assert abs(float(exact) - float(scipy)) <= 1e-8 * abs(float(exact)), (exact, scipy)
    return float(exact)


def chi_square():
    cases = []
    for degrees in (1, 2, 3, 9, 10, 50, 999):
        for x in (1e-6, 0.5, degrees * 0.9, degrees + 3.84, degrees * 2, degrees + 120, degrees * 3 + 500):
            exact = mpmath.gammainc(mpmath.mpf(degrees) / 2, mpmath.mpf(x) / 2, regularized=True)
            cases.append({"x": x, "degrees": degrees, "p": agreed(exact, stats.chi2.sf(x, degrees))})
    return cases


def chi_square_critical():
    pairs = [(tail, degrees) for degrees in (1, 2, 9, 19, 200) for tail in (0.999, 0.5, 0.1, 0.05, 0.001, 1e-12, 1e-100)]
    return [{"tail": tail, "degrees": degrees, "x": float(stats.chi2.isf(tail, degrees))} for tail, degrees in pairs]


def student_tail(t, degrees):
    t, half = mpmath.mpf(t), mpmath.mpf(degrees) / 2
    return mpmath.betainc(half, mpmath.mpf("0.5"), 0, 2 * half / (2 * half + t * t), regularized=True) / 2


def student():
    cases = []
    for degrees in (1, 2, 3.7, 9, 29, 500.25, 100_000):
        for t in (0, 1e-8, 0.3, 1, 1.96, 6, 25, 400):
            exact = student_tail(t, degrees)
            if exact > 1e-300:
                cases.append({"t": t, "degrees": degrees, "p": agreed(exact, stats.t.sf(t, degrees))})
    return cases + [{"t": -t, "degrees": 7, "p": float(1 - student_tail(t, 7))} for t in (0.1, 1, 3, 12)]


def student_quantile():
    pairs = [(p, degrees) for degrees in (1, 2, 4.5, 9, 30, 1e6) for p in (1e-30, 1e-6, 0.025, 0.05, 0.4, 0.6, 0.9, 0.975, 0.9995)]
    return [{"p": p, "degrees": degrees, "t": float(stats.t.ppf(p, degrees))} for p, degrees in pairs]


def beta_quantile():
    shapes = [(1, 1), (0.5, 0.5), (8, 43), (9, 42), (1, 20), (20, 1), (5_003, 4_998), (1, 1_000_000), (700_000, 300_001)]
    pairs = [(p, *shape) for shape in shapes for p in (1e-10, 0.005, 0.025, 0.5, 0.95, 0.975)]
    return [{"p": p, "alpha": a, "beta": b, "x": float(stats.beta.ppf(p, a, b))} for p, a, b in pairs]


def log_gamma():
    xs = [1e-10, 0.1, 0.5, 0.999, 1.0001, 1.5, 1.9, 2.1, 3, 5.5, 8, 10, 20.25, 50, 100, 171.6, 1e3, 1e5, 1e7, 1e10, 1e15, 1e100]
    return [{"x": x, "value": agreed(mpmath.loggamma(x), special.gammaln(x))} for x in xs]


def binomial_density():
    """ln of the exact probability."""
    cases = []
    for trials in (3, 17, 40, 1000, 500_000):
        for share in (0, 0.2, 0.5, 0.9, 1):
            for probability in (0.25, 0.5, 0.9375):
                k = round(trials * share)
                exact = mpmath.log(mpmath.binomial(trials, k)) + k * mpmath.log(probability)
                exact += (trials - k) * mpmath.log(1 - mpmath.mpf(probability))
                case = {"successes": k, "trials": trials, "probability": probability, "missing": 1 - probability}
                cases.append({**case, "log": float(exact)})
    return cases


write("distributions", ["scipy", "mpmath"], {
    "chiSquareSurvival": chi_square(),
    "chiSquareCritical": chi_square_critical(),
    "studentSurvival": student(),
    "studentQuantile": student_quantile(),
    "betaQuantile": beta_quantile(),
    "logGamma": log_gamma(),
    "logBinomialDensity": binomial_density(),
})
