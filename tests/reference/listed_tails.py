#!/usr/bin/env python3
"""Direct divergences of discrete laws on finitely many points, some of which a mixture lists before the others:
sums of the definition in 60 digits.

    python3 tests/reference/listed_tails.py > tests/reference/listed_tails.tsv
"""
from mpmath import exp, factorial, log, mp, mpf, nstr

mp.dps = 60


def poisson(rate, first, last):
    masses = {k: exp(-mpf(rate)) * mpf(rate) ** k / factorial(k) for k in range(first, last + 1)}
    total = sum(masses.values())
    return {k: m / total for k, m in masses.items()}


def geometric(p, last):
    masses = {k: mpf(p) * (1 - mpf(p)) ** (k - 1) for k in range(1, last + 1)}
    total = sum(masses.values())
    return {k: m / total for k, m in masses.items()}


def half(x, y):
    return {k: (x.get(k, 0) + y.get(k, 0)) / 2 for k in {*x, *y}}


def kl(p, q):
    return sum(m * log(m / q[k]) for k, m in p.items() if m > 0)


point60, early = {60: mpf(1)}, poisson(1, 0, 60)
rows = [
    ("mixture(1/2*truncate(poisson(1),0,60),1/2*point(60))", "truncate(poisson(30),0,60)",
     half(early, point60), poisson(30, 0, 60)),
    ("pushforward(mixture(1/2*truncate(poisson(1),0,60),1/2*point(-60)),abs())", "truncate(poisson(20),0,60)",
     half(early, point60), poisson(20, 0, 60)),
    ("mixture(1/2*truncate(geometric(1/2),1,500),1/2*truncate(poisson(499),500,501))",
     "truncate(geometric(1/20),1,501)",
     half(geometric(mpf(1) / 2, 500), poisson(499, 500, 501)), geometric(mpf(1) / 20, 501)),
    ("mixture(1/2*truncate(poisson(1),0,60),1/2*point(60))",
     "mixture(1/2*truncate(poisson(1),0,60),1/2*truncate(poisson(30),0,60))",
     half(early, point60), half(early, poisson(30, 0, 60))),
    ("mixture(1/2*truncate(geometric(1/2),1,250),1/2*point(250))", "truncate(geometric(1/100),1,250)",
     half(geometric(mpf(1) / 2, 250), {250: mpf(1)}), geometric(mpf(1) / 100, 250)),
]
print("# data\tgenerator\tKL(data||generator) in nats")
for data, generator, p, q in rows:
    print(f"{data}\t{generator}\t{nstr(kl(p, q), 40)}")
