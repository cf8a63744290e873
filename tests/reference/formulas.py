"""Values of the derivation's formulas, from formulas of their own (mpmath, 80 digits).

Nothing here is shared with theory/formulas.hpp: derivatives are taken numerically, divergences are
computed from their definitions over the two-point spaces {x, rest}, maxima by golden section.

    python3 tests/reference/formulas.py > tests/reference/formulas.tsv

Columns: formula, first weight, second weight, y (or -), value to 30 digits. Arguments are exact.
"""
from fractions import Fraction

import mpmath

mpmath.mp.dps = 80


def exact(x):
    return mpmath.mpf(x.numerator) / x.denominator


def h(a, b, y):
    """a log y + b log(1-y), in bits, converted: another base than the code uses."""
    value = mpmath.mpf(0)
    if a:
        value += a * mpmath.log(y, 2)
    if b:
        value += b * mpmath.log(1 - y, 2)
    return value * mpmath.log(2)


def kl_bernoulli(s, d):
    """The expectation under (s, 1-s) of the log-likelihood ratio."""
    terms = [(s, d), (1 - s, 1 - d)]
    return mpmath.fsum(x * (mpmath.log(x) - mpmath.log(y)) for x, y in terms if x)


def argmax(a, b):
    """Root of the numerical derivative of h, by bisection in the logit."""
    low, high = mpmath.mpf(-60), mpmath.mpf(60)
    for _ in range(260):
        mid = (low + high) / 2
        if a * mpmath.exp(-mid) > b:  # d/dt of a log sigma(t) + b log sigma(-t) > 0, over sigma(t)
            low = mid
        else:
            high = mid
    return 1 / (1 + mpmath.exp(-low))


def rows():
    weights = [Fraction(1), Fraction(7, 10), Fraction(1, 3), Fraction(1, 1000), Fraction(9)]
    chances = [Fraction(1, 10), Fraction(1, 2), Fraction(17, 20)]
    for fa in weights:
        yield "tangent_gap", fa, Fraction(0), None, mpmath.quad(lambda t: 1 - 1 / t, [1, exact(fa)])
        for fb in weights:
            a, b = exact(fa), exact(fb)
            star = argmax(a, b)
            best = h(a, b, star)
            yield "optimal_discriminator", fa, fb, None, star
            yield "value_at_optimum", fa, fb, None, best
            yield "value_as_entropy", fa, fb, None, best
            yield "curvature_at_maximum", fa, fb, None, mpmath.diff(lambda y: h(a, b, y), star, 2)
            m = (a + b) / 2
            yield "kl_density", fa, fb, None, a * (mpmath.log(a) - mpmath.log(b))
            yield "mixture", fa, fb, None, m
            yield "kl_sum_density", fa, fb, None, (
                a * (mpmath.log(a) - mpmath.log(m)) + b * (mpmath.log(b) - mpmath.log(m))
                - (a + b) * mpmath.log(2))
            yield "tv_density", fa, fb, None, max(a, b) - m
            yield "generalised_kl_density", fa, fb, None, mpmath.quad(
                lambda t: mpmath.log(t / b), [b, a])  # p log(p/r) - p + r as an integral
            yield "triangular_density", fa, fb, None, a + b - 4 * a * b / (a + b)
            for fy in chances:
                y = exact(fy)
                yield "value_density", fa, fb, fy, h(a, b, y)
                yield "slope", fa, fb, fy, mpmath.diff(lambda t: h(a, b, t), y)
                yield "slope_factored", fa, fb, fy, mpmath.diff(lambda t: h(a, b, t), y)
                yield "curvature", fa, fb, fy, mpmath.diff(lambda t: h(a, b, t), y, 2)
                yield "regret_density", fa, fb, fy, best - h(a, b, y)
    for fs in chances:
        s = exact(fs)
        yield "binary_entropy", fs, Fraction(0), None, -(s * mpmath.log(s) + (1 - s) * mpmath.log(1 - s))
        for fy in chances:
            yield "binary_kl", fs, Fraction(0), fy, kl_bernoulli(s, exact(fy))


def main():
    print("# python3 tests/reference/formulas.py")
    for name, a, b, y, value in rows():
        digits = mpmath.nstr(value, 30, strip_zeros=False, min_fixed=-5, max_fixed=20)
        print(name, a, b, "-" if y is None else y, digits, sep="\t")


if __name__ == "__main__":
    main()
