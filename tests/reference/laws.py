#!/usr/bin/env python3
"""Masses of geometric and Poisson laws by mpmath, from their textbook formulas: laws.tsv.

Run: python3 laws.py > laws.tsv. One row a number: specification, "mass" or "above", k, and forty
digits of P(X = k) or of P(X > k).
"""
from mpmath import mp, mpf, exp, factorial, gammainc, nstr, power

mp.dps = 80


def show(specification, what, k, value):
    print(specification, what, k, nstr(value, 40, min_fixed=1, max_fixed=0), sep="\t")


def geometric(text, p, points):
    for k in points:
        show(f"geometric({text})", "mass", k, p * power(1 - p, k - 1))
        show(f"geometric({text})", "above", k, power(1 - p, k))


def poisson(text, rate, points):
    for k in points:
        show(f"poisson({text})", "mass", k, exp(-rate) * power(rate, k) / factorial(k))
        # P(X > k) is the regularised lower incomplete gamma function at k + 1.
        show(f"poisson({text})", "above", k, gammainc(k + 1, 0, rate, regularized=True))


geometric("1/2", mpf(1) / 2, [1, 2, 10, 203])
geometric("1/3", mpf(1) / 3, [1, 2, 10, 300])
geometric("1e-3", mpf(1) / 1000, [1, 2, 1000, 100000])
geometric("0.999999999999", 1 - mpf(10) ** -12, [1, 2, 5])
poisson("2", mpf(2), [0, 1, 2, 10, 57])
poisson("1e-9", mpf(10) ** -9, [0, 1, 2, 5])
poisson("7/3", mpf(7) / 3, [0, 3, 40])
poisson("1000", mpf(1000), [0, 500, 1000, 1500])
