"""All quantities of pairs of laws, summed from their definitions (mpmath, 60 digits).

    python3 tests/reference/quantities.py > tests/reference/quantities.tsv

Columns: data, generator, quantity, value to 30 digits (or inf). Countable supports are summed to
500, beyond which these laws have less than 1e-75.
"""
from fractions import Fraction

from mpmath import exp, factorial, inf, log, mp, mpf, nstr, sqrt

mp.dps = 60


LAST = 500  # the laws here have less than 1e-75 beyond it


def discrete(*weights):
    table = [mpf(w.numerator) / w.denominator for w in map(Fraction, weights)]
    return lambda k: table[k - 1] if 1 <= k <= len(table) else mpf(0)


def geometric(p):
    p = mpf(Fraction(p).numerator) / Fraction(p).denominator
    return lambda k: p * (1 - p) ** (k - 1) if k >= 1 else mpf(0)


def poisson(rate):
    return lambda k: exp(-mpf(rate)) * mpf(rate) ** k / factorial(k)


def quantities(p, q):
    pairs = [(p(k), q(k)) for k in range(LAST)]

    def kl(weight, other):
        total = mpf(0)
        for pair in pairs:
            a, b = weight(pair), other(pair)
            if a:
                total += a * log(a / b) if b else inf
        return total

    first, second = lambda w: w[0], lambda w: w[1]
    middle = lambda w: (w[0] + w[1]) / 2
    to_p, to_q = kl(first, middle), kl(second, middle)
    yield "jsd", (to_p + to_q) / 2
    yield "js_distance", sqrt((to_p + to_q) / 2)
    yield "kl_data_mixture", to_p
    yield "kl_generator_mixture", to_q
    yield "kl_data_generator", kl(first, second)
    yield "kl_generator_data", kl(second, first)
    yield "tv", sum(abs(a - b) for a, b in pairs) / 2
    yield "value_at_optimum", to_p + to_q - log(4)


def main():
    pairs = [
        ("discrete(1/2,1/2)", discrete("1/2", "1/2"), "discrete(7/10,3/10)", discrete("7/10", "3/10")),
        ("discrete(1,0)", discrete(1, 0), "discrete(1/2,1/2)", discrete("1/2", "1/2")),
        ("discrete(6/10,3/10,1/10)", discrete("6/10", "3/10", "1/10"),
         "discrete(1/10,2/10,7/10)", discrete("1/10", "2/10", "7/10")),
        ("discrete(1/2,1/2)", discrete("1/2", "1/2"), "discrete(0.500000001,0.499999999)",
         discrete("0.500000001", "0.499999999")),
        ("discrete(1/2,1/2)", discrete("1/2", "1/2"), "discrete(0.50000000000000000001,0.49999999999999999999)",
         discrete("0.50000000000000000001", "0.49999999999999999999")),
        ("discrete(0.999999,0.000001)", discrete("0.999999", "0.000001"),
         "discrete(0.000001,0.999999)", discrete("0.000001", "0.999999")),
        ("geometric(1/2)", geometric("1/2"), "geometric(2/3)", geometric("2/3")),
        ("geometric(1/2)", geometric("1/2"), "geometric(0.500001)", geometric("0.500001")),
        ("poisson(1)", poisson(1), "poisson(3)", poisson(3)),
        ("poisson(2)", poisson(2), "geometric(1/3)", geometric("1/3")),
        ("geometric(1/3)", geometric("1/3"), "poisson(2)", poisson(2)),
    ]
    print("# python3 tests/reference/quantities.py")
    for data, p, generator, q in pairs:
        for name, value in quantities(p, q):
            print(data, generator, name, nstr(value, 30, min_fixed=-5, max_fixed=20), sep="\t")


if __name__ == "__main__":
    main()
