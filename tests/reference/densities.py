#!/usr/bin/env python3
"""Densities and distribution functions by mpmath, from their textbook formulas: densities.tsv.

Run: python3 densities.py > densities.tsv. One row a number: the specification, "log_density",
"below" (P(X <= x)) or "above" (P(X >= x)), the anchor, the offset, and forty digits. The offset is
an exact number, "v<number>", or the logarithm of a distance with its side, "l+<number>" and
"l-<number>": x = anchor + offset. With 1000 digits nothing that cancels here costs what is shown.
"""
from fractions import Fraction

from mpmath import (asin, atan, erf, exp, expm1, hyp1f1, log, loggamma, mp, mpf, nstr, pi, power,
                    sqrt)

mp.dps = 1000


def number(text):
    x = Fraction(text)
    return mpf(x.numerator) / mpf(x.denominator)


def normal(m, s):
    return (lambda x: -((x - m) / s) ** 2 / 2 - log(s * sqrt(2 * pi)),
            lambda x: (1 + erf((x - m) / (s * sqrt(mpf(2))))) / 2)


def laplace(m, s):
    return (lambda x: -abs(x - m) / s - log(2 * s),
            lambda x: exp((x - m) / s) / 2 if x < m else 1 - exp(-(x - m) / s) / 2)


def cauchy(m, s):
    return (lambda x: -log(pi * s * (1 + ((x - m) / s) ** 2)),
            lambda x: mpf(1) / 2 + atan((x - m) / s) / pi)


def student_t(dof, m=mpf(0), s=mpf(1)):
    """Below 0 the tail is half of I_z(dof/2, 1/2), z = dof/(dof+y^2)."""
    def below(x):
        y = (x - m) / s
        half = beta(dof / 2, mpf(1) / 2)[1](dof / (dof + y * y)) / 2
        return half if y < 0 else 1 - half
    log_norm = loggamma((dof + 1) / 2) - loggamma(dof / 2) - log(dof * pi) / 2 - log(s)
    return lambda x: log_norm - (dof + 1) / 2 * log(1 + ((x - m) / s) ** 2 / dof), below


def logistic(m, s):
    return (lambda x: -(x - m) / s - log(s) - 2 * log(1 + exp(-(x - m) / s)),
            lambda x: 1 / (1 + exp(-(x - m) / s)))


def gumbel(m, s):
    return (lambda x: -(x - m) / s - exp(-(x - m) / s) - log(s),
            lambda x: exp(-exp(-(x - m) / s)))


def lognormal(mu, sigma):
    log_p, below = normal(mu, sigma)
    return lambda x: log_p(log(x)) - log(x), lambda x: below(log(x))


def exponential(rate):
    return lambda x: log(rate) - rate * x, lambda x: -expm1(-rate * x)


def gamma_law(shape, scale):
    def below(x):
        y = x / scale
        factor = exp(shape * log(y) - y - loggamma(shape + 1))
        return factor * hyp1f1(1, shape + 1, y)
    return (lambda x: (shape - 1) * log(x) - x / scale - loggamma(shape) - shape * log(scale),
            below)


def weibull(shape, scale):
    return (lambda x: log(shape / scale) + (shape - 1) * log(x / scale) - power(x / scale, shape),
            lambda x: -expm1(-power(x / scale, shape)))


def pareto(scale, shape):
    return (lambda x: log(shape) + shape * log(scale) - (shape + 1) * log(x),
            lambda x: -expm1(-shape * log(x / scale)))


def half_normal(scale):
    return (lambda x: -(x / scale) ** 2 / 2 - log(scale * sqrt(pi / 2)),
            lambda x: erf(x / (scale * sqrt(mpf(2)))))


def uniform(a, b):
    return lambda x: -log(b - a), lambda x: (x - a) / (b - a)


def beta(a, b):
    """Euler's form x^a (1-x)^b/(a B(a, b)) 2F1(a+b, 1; a+1; x), term by term, from the nearer end."""
    log_norm = loggamma(a) + loggamma(b) - loggamma(a + b)

    def below(x):
        if x > (a + 1) / (a + b + 2):
            return 1 - beta(b, a)[1](1 - x)
        term, total, n = mpf(1), mpf(1), 0
        while term > total * mpf(10) ** -(mp.dps + 5):
            term *= (a + b + n) / (a + 1 + n) * x
            total += term
            n += 1
        return exp(a * log(x) + b * log(1 - x) - log(a) - log_norm) * total
    return lambda x: (a - 1) * log(x) + (b - 1) * log(1 - x) - log_norm, below


def triangular(lower, mode, upper):
    def log_p(x):
        if x <= mode and lower < mode:
            return log(2 * (x - lower) / ((upper - lower) * (mode - lower)))
        return log(2 * (upper - x) / ((upper - lower) * (upper - mode)))

    def below(x):
        if x <= mode and lower < mode:
            return (x - lower) ** 2 / ((upper - lower) * (mode - lower))
        return 1 - (upper - x) ** 2 / ((upper - lower) * (upper - mode))
    return log_p, below


def arcsine(a, b):
    return (lambda x: -log(pi * sqrt((x - a) * (b - x))),
            lambda x: 2 / pi * asin(sqrt((x - a) / (b - a))))


families = {"normal": normal, "laplace": laplace, "cauchy": cauchy, "student_t": student_t,
            "logistic": logistic, "gumbel": gumbel, "lognormal": lognormal,
            "exponential": exponential, "gamma": gamma_law, "weibull": weibull, "pareto": pareto,
            "half_normal": half_normal, "uniform": uniform, "beta": beta,
            "triangular": triangular, "arcsine": arcsine}


def show(specification, anchor, offset):
    name, parameters = specification.rstrip(")").split("(")
    log_p, below = families[name](*map(number, parameters.split(",")))
    if offset[0] == "v":
        x = number(anchor) + number(offset[1:])
    else:
        x = number(anchor) + int(offset[1] + "1") * exp(number(offset[2:]))
    mass = below(x)
    for what, value in (("log_density", log_p(x)), ("below", mass), ("above", 1 - mass)):
        print(specification, what, anchor, offset, nstr(value, 40, min_fixed=1, max_fixed=0),
              sep="\t")


points = {
    "normal(1/3,2)": ["0 v1/7", "1/3 v1e-30", "0 v-40", "0 v60"],
    "laplace(1/3,2)": ["0 v1/7", "1/3 v1e-30", "1/3 v-1e-30", "0 v-700", "0 v700"],
    "laplace(0,1e-300)": ["0 v1e-300", "0 v-1e-298"],
    "cauchy(1/3,2)": ["1/3 v1e-30", "0 v-5", "0 v5", "0 l+2000", "0 l-2000", "1/3 l-2000"],
    "cauchy(0,1e300)": ["0 v1", "0 v-1e300", "0 l-1500"],
    "student_t(1/2)": ["0 v1/7", "0 v-3", "0 l+2000", "0 l-2000", "1 l-700"],
    "student_t(3,1/3,2)": ["0 v1/7", "1/3 v1e-30", "0 v-9", "0 l+700"],
    "student_t(1000)": ["0 v1/7", "0 v-3", "0 v30"],
    "logistic(1/3,2)": ["0 v1/7", "0 v-700", "0 v700"],
    "gumbel(1/3,2)": ["0 v1/7", "0 v-12", "0 v500"],
    "lognormal(1/3,2)": ["0 v1/7", "0 l+70", "0 l+-70", "1 l--70"],
    "lognormal(1/3,1/100)": ["0 v7/5", "0 l+3/5", "0 l+1/10"],
    "exponential(3)": ["0 v1e-50", "0 v1/7", "0 v300"],
    "gamma(1/100,1)": ["0 l+-2000", "0 v1e-9", "0 v1/7", "0 v1", "0 v3/2", "0 v300"],
    "gamma(5/2,1/3)": ["0 l+-400", "0 v1/7", "1/2 v1/7", "0 v100"],
    "gamma(1000000,2)": ["0 v1990000", "0 v2000000", "0 v2010000"],
    "weibull(1/2,3)": ["0 l+-700", "0 v1/7", "0 v1000000"],
    "weibull(7,1/3)": ["0 l+-100", "0 v1/7", "0 v4/5"],
    "pareto(3,1/2)": ["3 v1e-40", "3 l+-100", "0 v4", "0 l+2000", "3 l+2000"],
    "pareto(1/3,1000000)": ["1/3 v1e-40", "1/3 v1e-6", "1/3 v1/3000"],
    "half_normal(2)": ["0 v1e-40", "0 v1/7", "0 v70"],
    "uniform(-1,1/3)": ["-1 v1e-40", "1/3 v-1e-40", "0 v1/7"],
    "beta(2,5)": ["0 l+-400", "0 v1/7", "1 v-1/7", "1 l--100"],
    "beta(1/100,1/100)": ["0 l+-2000", "0 v1/7", "1 l--2000", "1/2 v1e-9"],
    "beta(1/3,40)": ["0 l+-1000", "0 v1/7", "1 v-1/7", "1 l--10"],
    "beta(1000000,1000000)": ["1/2 v1/1000", "1/2 v-1/1000", "1/2 v0"],
    "triangular(-1,1/3,2)": ["-1 v1e-40", "0 v1/7", "1/3 v0", "1/3 v1e-9", "2 v-1e-40"],
    "triangular(0,0,1)": ["0 v1e-40", "0 v1/7", "1 v-1e-40"],
    "triangular(0,1,1)": ["0 v1e-40", "0 v1/7", "1 v-1e-40"],
    "arcsine(0,1)": ["0 l+-1000", "0 v1/7", "1/2 v0", "1 l--1000"],
    "arcsine(-1,1/3)": ["-1 l+-1000", "0 v1/7", "1/3 l--1000"],
}
for specification, places in points.items():
    for place in places:
        show(specification, *place.split(" "))
