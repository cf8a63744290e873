#!/usr/bin/env python3
"""Integrals over tails for tests/numerics/line/tail_bound_test.cpp, by mpmath's quadrature: tails.tsv.

Run: python3 tests/reference/tails.py > tests/reference/tails.tsv (Debian's python3-mpmath).

With t = side*x (coordinate "line") or t = log(side*(x - anchor)) (coordinate "log"; "end" is its mirror
image, t = -log of the distance, towards a singular end), the tail t > cut holds about the given part of
the law p. Columns: data, generator, coordinate, anchor, side, part, cut, and the integral over the
tail of p_t(t) (log q_t(cut) - log q_t(t)), p_t and q_t being densities with respect to t: what
-log q_t adds beyond its value at the cut.
"""
from mpmath import (beta, cosh, exp, gamma, inf, log, log1p, loggamma, mp, mpf, nstr, pi, quad, sqrt)

mp.dps = 40


def normal(m, s):
    return lambda x: -((x - m) / s)**2 / 2 - log(s * sqrt(2 * pi))


def laplace(m, s):
    return lambda x: -abs(x - m) / s - log(2 * s)


def logistic(m, s):
    return lambda x: -2 * log(2 * cosh((x - m) / s / 2)) - log(s)


def gumbel(m, s):
    return lambda x: -(x - m) / s - exp(-(x - m) / s) - log(s)


def cauchy(m, s):
    return lambda x: -log(pi * s) - log1p(((x - m) / s)**2)


def student_t(n):
    c = loggamma((n + 1) / 2) - loggamma(n / 2) - log(n * pi) / 2
    return lambda x: c - (n + 1) / 2 * log1p(x * x / n)


def exponential(r):
    return lambda x: log(r) - r * x


def half_normal(s):
    return lambda x: log(2) + normal(mpf(0), s)(x)


def lognormal(m, s):
    return lambda x: normal(m, s)(log(x)) - log(x)


def gamma_law(k, s):
    return lambda x: (k - 1) * log(x) - x / s - loggamma(k) - k * log(s)


def weibull(k, s):
    return lambda x: log(k / s) + (k - 1) * log(x / s) - (x / s)**k


def pareto(s, a):
    return lambda x: log(a) + a * log(s) - (a + 1) * log(x)


def beta_law(a, b):
    return lambda x: (a - 1) * log(x) + (b - 1) * log1p(-x) - log(beta(a, b))


def image_exp(base):
    return lambda x: base(log(x)) - log(x)


def scaled(base, c):
    return lambda x: base(x / c) - log(c)


def shifted(base, d):
    return lambda x: base(x - d)


f = mpf
LAWS = {
    "normal(0,1)": normal(f(0), f(1)), "normal(1,2)": normal(f(1), f(2)),
    "laplace(0,1)": laplace(f(0), f(1)), "laplace(0,1/2)": laplace(f(0), f(1) / 2),
    "logistic(0,1)": logistic(f(0), f(1)), "gumbel(0,1)": gumbel(f(0), f(1)),
    "gumbel(0,2)": gumbel(f(0), f(2)), "cauchy(0,1)": cauchy(f(0), f(1)),
    "cauchy(3,2)": cauchy(f(3), f(2)), "student_t(3)": student_t(f(3)),
    "student_t(5)": student_t(f(5)), "exponential(1)": exponential(f(1)),
    "half_normal(1)": half_normal(f(1)), "lognormal(0,1)": lognormal(f(0), f(1)),
    "lognormal(0,2)": lognormal(f(0), f(2)), "gamma(5/2,1)": gamma_law(f(5) / 2, f(1)),
    "gamma(1/2,2)": gamma_law(f(1) / 2, f(2)), "weibull(3/2,1)": weibull(f(3) / 2, f(1)),
    "weibull(2,1)": weibull(f(2), f(1)), "weibull(1/2,1)": weibull(f(1) / 2, f(1)),
    "weibull(30,2000000)": weibull(f(30), f(2000000)), "pareto(1,3)": pareto(f(1), f(3)),
    "pareto(1,2)": pareto(f(1), f(2)), "beta(1/2,1/2)": beta_law(f(1) / 2, f(1) / 2),
    "beta(3,2)": beta_law(f(3), f(2)), "beta(1/3,2)": beta_law(f(1) / 3, f(2)),
    "pushforward(gamma(2,1/4),exp())": image_exp(gamma_law(f(2), f(1) / 4)),
    "pushforward(half_normal(1),exp())": image_exp(half_normal(f(1))),
    "scale(lognormal(0,1),3)": scaled(lognormal(f(0), f(1)), f(3)),
    "scale(weibull(2,1),5)": scaled(weibull(f(2), f(1)), f(5)),
    "shift(lognormal(0,1),2)": shifted(lognormal(f(0), f(1)), f(2)),
}

#   data, generator, coordinate, anchor, side
TAILS = [
    ("normal(0,1)", "normal(0,1)", "line", 0, 1), ("normal(0,1)", "normal(1,2)", "line", 0, -1),
    ("normal(0,1)", "laplace(0,1)", "line", 0, 1), ("normal(0,1)", "logistic(0,1)", "line", 0, -1),
    ("normal(0,1)", "gumbel(0,1)", "line", 0, -1), ("laplace(0,1)", "normal(0,1)", "line", 0, 1),
    ("laplace(0,1/2)", "gumbel(0,1)", "line", 0, -1), ("logistic(0,1)", "normal(1,2)", "line", 0, 1),
    ("gumbel(0,1)", "normal(0,1)", "line", 0, 1), ("gumbel(0,1)", "gumbel(0,2)", "line", 0, -1),
    ("gumbel(0,1)", "normal(0,1)", "line", 0, -1), ("exponential(1)", "half_normal(1)", "line", 0, 1),
    ("half_normal(1)", "exponential(1)", "line", 0, 1),
    ("gamma(5/2,1)", "exponential(1)", "line", 0, 1), ("gamma(1/2,2)", "half_normal(1)", "line", 0, 1),
    ("gamma(5/2,1)", "weibull(3/2,1)", "log", 0, 1), ("weibull(2,1)", "gamma(5/2,1)", "log", 0, 1),
    ("weibull(1/2,1)", "exponential(1)", "log", 0, 1), ("cauchy(0,1)", "cauchy(3,2)", "log", 0, 1),
    ("cauchy(0,1)", "cauchy(3,2)", "log", 0, -1), ("cauchy(3,2)", "student_t(3)", "log", 0, 1),
    ("student_t(5)", "normal(0,1)", "log", 0, 1), ("student_t(3)", "laplace(0,1)", "log", 0, -1),
    ("pareto(1,3)", "exponential(1)", "log", 0, 1), ("pareto(1,3)", "pareto(1,2)", "log", 0, 1),
    ("lognormal(0,1)", "lognormal(0,2)", "log", 0, 1), ("lognormal(0,1)", "weibull(2,1)", "log", 0, 1),
    ("lognormal(0,1)", "half_normal(1)", "log", 0, 1), ("lognormal(0,1)", "gamma(5/2,1)", "log", 0, 1),
    ("lognormal(0,1)", "lognormal(0,2)", "end", 0, 1), ("lognormal(0,1)", "weibull(2,1)", "end", 0, 1),
    ("gamma(1/2,2)", "weibull(3/2,1)", "end", 0, 1), ("beta(1/2,1/2)", "beta(3,2)", "end", 0, 1),
    ("beta(1/3,2)", "beta(1/2,1/2)", "end", 0, 1), ("pareto(1,2)", "cauchy(3,2)", "log", 0, 1),
    ("pushforward(gamma(2,1/4),exp())", "weibull(2,1)", "log", 0, 1),
    ("pushforward(half_normal(1),exp())", "weibull(3/2,1)", "log", 0, 1),
    ("scale(lognormal(0,1),3)", "scale(weibull(2,1),5)", "log", 0, 1),
    ("shift(lognormal(0,1),2)", "half_normal(1)", "log", 0, 1),
]
PARTS = [mpf(1) / 4, mpf(1) / 32, mpf(1) / 1024, mpf(1) / 2**20]


def along(log_density, coordinate, anchor, side):
    """The logarithm of the density with respect to t."""
    if coordinate == "line":
        return lambda t: log_density(side * t)
    sign = 1 if coordinate == "log" else -1
    return lambda t: log_density(anchor + side * exp(sign * t)) + sign * t


def integral(g, begin):
    return quad(g, [begin + mpf(k) / 4 for k in range(40)] + [begin + k for k in range(10, 80, 5)] +
                [begin + 80 * 2**k for k in range(5)])


# Where t begins for laws that begin at 0 (by x), at 1 or 2 (by log x), or end at 1 (by -log x).
BEGINS = {("exponential", "line"): 0, ("half_normal", "line"): 0, ("gamma", "line"): 0,
          ("pareto", "log"): 0, ("pushforward(half_normal", "log"): 0,
          ("pushforward(gamma", "log"): 0, ("shift", "log"): log(f(2)), ("beta", "end"): 0}


def cut_for(p, part, law, coordinate):
    """A multiple of 1/16 beyond which about `part` of the law lies."""
    mp.dps = 12
    begins = [b for (name, c), b in BEGINS.items() if law.startswith(name) and c == coordinate]
    low, high = (begins[0] + mpf(1) / 32 if begins else mpf(-30)), mpf(60)
    while high - low > mpf(1) / 32:
        middle = (low + high) / 2
        low, high = (middle, high) if integral(lambda t: exp(p(t)), middle) > part else (low, middle)
    mp.dps = 40
    return mp.nint(low * 16) / 16


def row(data, generator, coordinate, anchor, side, part, cut):
    p, q = (along(LAWS[law], coordinate, anchor, side) for law in (data, generator))
    at_cut = q(cut)
    value = integral(lambda t: exp(p(t)) * (at_cut - q(t)), cut)
    print(data, generator, coordinate, anchor, side, part, nstr(cut, 12), nstr(value, 25), sep="\t")


def main():
    print("# data\tgenerator\tcoordinate\tanchor\tside\tpart\tcut\tintegral (tests/reference/tails.py)")
    for data, generator, coordinate, anchor, side in TAILS:
        p = along(LAWS[data], coordinate, anchor, side)
        for part in PARTS:
            row(data, generator, coordinate, anchor, side, f"1/{int(1 / part)}", cut_for(p, part, data, coordinate))
    for cut in (31, 33):  # the load is flat until log x = 14.5
        row("lognormal(0,1)", "weibull(30,2000000)", "log", 0, 1, "0", mpf(cut))


main()
