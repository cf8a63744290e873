#!/usr/bin/env python3
"""Laws that are heavy on one side each, whose tails cross: log(exp(V) - 1) for V of a Weibull law, and its
mirror image. JSD by quadrature of the definition, TV from distribution functions at the roots of p = q.

    python3 tests/reference/crossing_tails.py > tests/reference/crossing_tails.tsv
"""
from mpmath import exp, findroot, linspace, log, log1p, mp, mpf, nstr, pi, quad, sign, sqrt

mp.dps = 22


def law(shape, scale):
    return f"pushforward(shift(pushforward(weibull({shape},{scale}),exp()),-1),log())"


def density(k, c):
    def f(y):
        v = log1p(exp(y)) if y < 60 else y + exp(-y)
        return k / c * (v / c) ** (k - 1) * exp(-((v / c) ** k)) / (1 + exp(-y))
    return f


def below(k, c, y):
    return 1 - exp(-((log1p(exp(y)) / c) ** k))


def normal(y, mean, deviation):
    return exp(-(((y - mean) / deviation) ** 2) / 2) / deviation / sqrt(2 * pi)


def jsd_of_mixtures():
    half = density(mpf(49) / 100, mpf(1) / 32)
    p = lambda y: (half(y) + normal(y, 3, 1)) / 2
    q = lambda y: (half(6 - y) + normal(y, 3, 2)) / 2

    def integrand(y):
        a, b = p(y), q(y)
        m = (a + b) / 2
        return sum(x * log(x / m) for x in (a, b) if x > 0) / 2
    points = [-2000, -600, -300, -150, -80, -40, -20, *range(-12, 20), 26, 46, 86, 156, 306, 606, 2006]
    one, other = law("49/100", "1/32"), law("49/100", "1/32")
    return (f"mixture(1/2*{one},1/2*normal(3,1))",
            f"mixture(1/2*shift(scale({other},-1),6),1/2*normal(3,2))", "jsd", quad(integrand, points))


def tv_of_images(shift):
    k, c, l, d = mpf(49) / 100, mpf(1), mpf(45) / 100, mpf(1) / 100
    p, q = density(k, c), lambda y, f=density(l, d): f(mpf(shift) - y)
    at = linspace(-400, 400, 16001)
    signs = [sign(p(x) - q(x)) for x in at]
    roots = [findroot(lambda x: p(x) - q(x), (at[i], at[i + 1]), solver="anderson")
             for i in range(len(at) - 1) if signs[i] != signs[i + 1]]
    gap = lambda x: below(k, c, x) - (1 - below(l, d, mpf(shift) - x))
    gaps = [mpf(0), *map(gap, roots), mpf(0)]
    total = sum(abs(gaps[i + 1] - gaps[i]) for i in range(len(gaps) - 1)) / 2
    return (law("49/100", "1"), f"shift(scale({law('45/100', '1/100')},-1),{shift})", "tv", total)


print("# data\tgenerator\tquantity\tvalue, 15 digits")
for row in (jsd_of_mixtures(), *map(tv_of_images, ("2.9", "3.3", "4.3"))):
    print(*row[:3], nstr(row[3], 15), sep="\t")
