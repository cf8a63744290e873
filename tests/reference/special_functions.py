#!/usr/bin/env python3
"""Special functions by mpmath, where they are tiny, near 1 or of extreme parameters:
special_functions.tsv.

Run: python3 special_functions.py > special_functions.tsv. One row a number: the function, its
arguments as exact numbers separated by commas, and fifty digits. The arguments are exact; what
cancels is paid for with more digits than it costs.
"""
from fractions import Fraction

from mpmath import (atan, erfc, expm1, hyp1f1, loggamma, mp, mpf, nstr, power, sin)

mp.dps = 700


def number(text):
    x = Fraction(text)
    return mpf(x.numerator) / mpf(x.denominator)


def show(name, arguments, value):
    assert value.real == value
    print(name, ",".join(arguments), nstr(value, 50, min_fixed=1, max_fixed=0), sep="\t")


def gamma_lower(s, x):
    """Kummer's series of positive terms: x^s e^-x/Gamma(s+1) 1F1(1; s+1; x)."""
    return power(x, s) * mp.exp(-x - loggamma(s + 1)) * hyp1f1(1, s + 1, x)


def beta_lower(a, b, x):
    """Euler's form x^a (1-x)^b/(a B(a, b)) 2F1(a+b, 1; a+1; x), term by term, from the nearer end."""
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_lower(b, a, 1 - x)
    term, total, n = mpf(1), mpf(1), 0
    while term > total * mpf(10) ** -(mp.dps + 5):
        term *= (a + b + n) / (a + 1 + n) * x
        total += term
        n += 1
    factor = mp.exp(loggamma(a + b) - loggamma(a + 1) - loggamma(b))
    return factor * power(x, a) * power(1 - x, b) * total


for x in ["1e-300", "1/3", "-1/3", "1", "5", "-5", "40", "100/7", "150"]:
    show("erfc", [x], erfc(number(x)))
for x in ["1e-300", "-1e-20", "1/3", "-40", "200"]:
    show("expm1", [x], expm1(number(x)))
for x in ["1e-300", "-1/3", "1", "1e9"]:
    show("atan", [x], atan(number(x)))
for x in ["1e-300", "1/3", "3", "22/7", "1e9"]:
    show("sin", [x], sin(number(x)))
for x in ["1e-300", "1/100", "1/2", "3/2", "7/3", "1e6", "1e300"]:
    show("log_gamma", [x], loggamma(number(x)))
for x, y in [("1/3", "1/7"), ("1e-300", "1/2"), ("3/2", "-40000"), ("1e300", "-20/3"), ("7", "0")]:
    show("power", [x, y], power(number(x), number(y)))

shapes = {
    "1e-300": ["1e-9", "1/3", "1", "3/2", "100"],
    "1/100": ["1e-300", "1/3", "1", "101/100", "51/50", "3/2", "20", "500"],
    "1/2": ["1e-300", "1/100", "1", "3/2", "2", "300"],
    "1": ["1e-20", "2", "5/2", "700"],
    "5/2": ["1e-100", "1", "7/2", "4", "50", "900"],
    "30": ["1e-20", "5", "29", "31", "32", "60", "1000"],
    "10000": ["5000", "9900", "10000", "10001", "10002", "10100", "10500"],
    "1000000": ["990000", "1000000", "1003000", "1010000"],
}
for s, points in shapes.items():
    for x in points:
        lower = gamma_lower(number(s), number(x))
        show("gamma_lower", [s, x], lower)
        show("gamma_upper", [s, x], 1 - lower)

pairs = {
    ("1e-300", "1"): ["1e-9", "1/3", "2/3", "999/1000"],
    ("1", "1e-300"): ["1e-9", "1/3", "2/3", "999/1000"],
    ("1/100", "1/100"): ["1e-300", "1/3", "1/2", "999999/1000000"],
    ("1/2", "1/2"): ["1e-300", "1/100", "1/2", "3/4", "999999999/1000000000"],
    ("2", "5"): ["1e-100", "1/4", "3/8", "9/10", "999999/1000000"],
    ("1/3", "40"): ["1e-30", "1/100", "1/30", "1/2", "9/10"],
    ("1000", "1/100"): ["1/2", "99/100", "999/1000", "999999/1000000"],
    ("1000", "3000"): ["1/8", "1/4", "1001/4000", "3/10"],
    ("1000000", "1/2"): ["99/100", "999999/1000000", "9999999/10000000"],
    ("1000000", "1000000"): ["499/1000", "1/2", "501/1000"],
}
for (a, b), points in pairs.items():
    for x in points:
        lower = beta_lower(number(a), number(b), number(x))
        show("beta_lower", [a, b, x], lower)
        show("beta_upper", [a, b, x], 1 - lower)
