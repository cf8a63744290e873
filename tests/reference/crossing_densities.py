#!/usr/bin/env python3
"""Two mixtures of beta laws on [3/16, 13/16] whose densities cross at 5/16, 1/2 and 5/8, where a quick look would take
them for one law: p - q is a polynomial with those roots and one more. TV, the sum of the integrals between the roots,
and JSD, in 30 digits.

    python3 tests/reference/crossing_densities.py > tests/reference/crossing_densities.tsv
"""
from fractions import Fraction as F
from math import comb

from mpmath import log, mp, mpf, nstr, quad

mp.dps = 40
LEFT, RIGHT = F(3, 16), F(13, 16)
ROOTS = [F(5, 16), F(1, 2), F(5, 8)]
DEGREE = 6


def product(p, q):
    r = [F(0)] * (len(p) + len(q) - 1)
    for i, x in enumerate(p):
        for j, y in enumerate(q):
            r[i + j] += x * y
    return r


def power(p, n):
    return product(power(p, n - 1), p) if n else [F(1)]


def mass(p):
    return sum(c * (RIGHT ** (k + 1) - LEFT ** (k + 1)) / (k + 1) for k, c in enumerate(p))


# The density of beta(k+1, 7-k) as a polynomial, and its mass on the interval.
bases = [product([F((DEGREE + 1) * comb(DEGREE, k))], product(power([F(0), F(1)], k), power([F(1), F(-1)], DEGREE - k)))
         for k in range(DEGREE + 1)]
masses = [mass(b) for b in bases]
# A polynomial of integral 0 with the roots, and one more; in the bases.
with_roots = [F(1)]
for root in ROOTS:
    with_roots = product(with_roots, [-root, F(1)])
last = mass(product(with_roots, [F(0), F(1)])) / mass(with_roots)
d = product(with_roots, [-last, F(1)])
d += [F(0)] * (DEGREE + 1 - len(d))
shares = [masses[k] * sum(d[j] * F(comb(k, j), comb(DEGREE, j)) for j in range(k + 1)) / (DEGREE + 1)
          for k in range(DEGREE + 1)]
assert sum(shares) == 0
positive = sum(x for x in shares if x > 0)
p_weights = [F(9, 10) * max(x, F(0)) / positive + F(1, 70) for x in shares]
q_weights = [F(9, 10) * max(-x, F(0)) / positive + F(1, 70) for x in shares]


def specification(weights):
    return "mixture(" + ",".join(f"{w}*truncate(beta({k + 1},{DEGREE + 1 - k}),{LEFT},{RIGHT})"
                                 for k, w in enumerate(weights)) + ")"


def real(x):
    return mpf(x.numerator) / x.denominator


def density(weights, x):
    return sum(real(w / m) * sum(real(c) * x ** i for i, c in enumerate(b))
               for w, m, b in zip(weights, masses, bases))


def total(f):
    between = [real(x) for x in sorted([LEFT, RIGHT, *ROOTS] + ([last] if LEFT < last < RIGHT else []))]
    return quad(lambda x: f(density(p_weights, x), density(q_weights, x)), between)


print("# data\tgenerator\tTV\tJSD in nats")
print(specification(p_weights), specification(q_weights), nstr(total(lambda p, q: abs(p - q) / 2), 30),
      nstr(total(lambda p, q: (p * log(2 * p / (p + q)) + q * log(2 * q / (p + q))) / 2), 30), sep="\t")
