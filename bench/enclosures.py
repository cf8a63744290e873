#!/usr/bin/env python3
"""Certified enclosures of JSD against mpmath's quad, which certifies nothing: one table.

    python3 bench/enclosures.py PROGRAM [DIGITS...]     PROGRAM: build/bench/bench-enclosures
                                                        DIGITS: 15, 30 and 50 if none are given

The pairs are those of tests/reference/certified.tsv. Each is done by both in turn, ROUNDS times, in
one thread; the least time of each counts. In favour of mpmath:
- gmpy2 carries its arithmetic (where that is missing the table says so), and the nodes that it
  keeps from earlier rounds are not charged;
- the integral is broken at ends, kinks and locations of the laws, and with two singular ends (P20),
  which mpmath does not resolve, it is folded to the half next to 0 and taken in the root of x;
- the integrand shares what it can: each density and its logarithm by one function, and the
  logarithm of their sum;
- its digits are those asked for, GUARD more, and those that JSD is smaller than 1, which has to be
  known beforehand.
`quad` is its rule as it comes, tanh-sinh; `tuned` the fastest of VARIANTS (Gauss-Legendre, and one
more degree of either) that reaches the digits, a choice that takes all of them and the enclosure
to make. The error is that of `quad`: its result less the middle of our enclosure, relative to that;
ours holds ten digits more there than were asked of mpmath.

The formulas of the laws are of this file's own.
"""
import csv
import json
import os
import re
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path
from statistics import geometric_mean

import mpmath
from mpmath import exp, inf, ln2, log, mp, mpf, pi, power, sqrt

ROUNDS = 3
GUARD = 3
# A rule and the degrees beyond those at which it would stop of itself.
AS_IT_COMES = ("tanh-sinh", 0)
VARIANTS = (AS_IT_COMES, ("tanh-sinh", 1), ("gauss-legendre", 0), ("gauss-legendre", 1))
REFERENCES = Path(__file__).resolve().parent.parent / "tests/reference/certified.tsv"

# The kind of every pair, and the least ratio wanted of each kind at 30 digits.
SMOOTH, MIXTURE, HEAVY = "smooth, light tails", "mixtures", "heavy tails, singular ends"
OTHER, BY_RULE = "others", "by rule: equal, disjoint"
GOALS = {SMOOTH: 8, MIXTURE: 4, HEAVY: 1.3}
KINDS = {
    SMOOTH: {"P01", "P03", "P05", "P07", "P30", "P32", "P38"},
    MIXTURE: {"P08"},
    HEAVY: {"P12", "P13", "P15", "P20", "P28", "P33"},
    BY_RULE: {"P02", "P22"},
}
# Even about this point, with singular ends.
FOLDED = {"P20": mpf(1) / 2}


# Laws: (density and its logarithm at x, the points where an integral is to be broken). The first
# and the last point are the ends of the support.

NOTHING = mpf(0), mpf(0)  # far out p log p counts as 0, and its exponential is not formed


def by_log(log_density, points):
    def both(x):
        log_p = log_density(x)
        return (exp(log_p), log_p) if log_p > -1000000 else NOTHING
    return both, points


def by_density(density, points):
    def both(x):
        p = density(x)
        return (p, log(p)) if p else NOTHING
    return both, points


def normal(m, s):
    scale, top = -1 / (2 * s * s), -log(s * sqrt(2 * pi))
    return by_log(lambda x: scale * (x - m) ** 2 + top, [-inf, m, inf])


def half_normal(s):
    scale, top = -1 / (2 * s * s), -log(s * sqrt(pi / 2))
    return by_log(lambda x: scale * x * x + top, [0, inf])


def lognormal(m, s):
    scale, top = -1 / (2 * s * s), -log(s * sqrt(2 * pi))

    def log_density(x):
        y = log(x)
        return scale * (y - m) ** 2 + top - y
    return by_log(log_density, [0, exp(m), inf])


def laplace(m, s):
    top = -log(2 * s)
    return by_log(lambda x: top - abs(x - m) / s, [-inf, m, inf])


def cauchy(m, s):
    top, square = s / pi, s * s
    return by_density(lambda x: top / (square + (x - m) ** 2), [-inf, m, inf])


def student_t(dof):
    top = mp.gamma((dof + 1) / 2) / (mp.gamma(dof / 2) * sqrt(dof * pi))
    exponent = -(dof + 1) / 2
    return by_density(lambda x: top * power(1 + x * x / dof, exponent), [-inf, 0, inf])


def logistic(m, s):
    def density(x):
        y = -abs(x - m) / s
        e = exp(y) if y > -1000000 else mpf(0)
        return e / (s * (1 + e) ** 2)
    return by_density(density, [-inf, m, inf])


def gumbel(m, s):
    top = -log(s)

    def log_density(x):
        y = (m - x) / s
        return top + y - exp(y) if y < 100 else -inf
    return by_log(log_density, [-inf, m, inf])


def exponential(rate):
    top = log(rate)
    return by_log(lambda x: top - rate * x, [0, inf])


def pareto(scale, shape):
    top = shape * scale ** shape
    return by_density(lambda x: top * power(x, -shape - 1), [scale, inf])


def beta(a, b):
    top = 1 / mp.beta(a, b)
    return by_density(lambda x: top * power(x, a - 1) * power(1 - x, b - 1), [0, 1])


def triangular(lower, mode, upper):
    up, down = (2 / ((upper - lower) * width) for width in (mode - lower, upper - mode))
    return by_density(lambda x: up * (x - lower) if x <= mode else down * (upper - x),
                      [lower, mode, upper])


def uniform(lower, upper):
    value = 1 / (upper - lower), -log(upper - lower)
    return lambda x: value, [lower, upper]


FAMILIES = {law.__name__: law for law in (
    normal, half_normal, lognormal, laplace, cauchy, student_t, logistic, gumbel, exponential,
    pareto, beta, triangular, uniform)}


def mixture(parts):
    weighted = [(number(weight), *law_of(text)) for weight, text in parts]
    return by_density(lambda x: sum(weight * both(x)[0] for weight, both, _ in weighted),
                      sorted({point for _, _, points in weighted for point in points}))


def number(text):
    x = Fraction(text)
    return mpf(x.numerator) / x.denominator


def law_of(specification):
    name, arguments = re.fullmatch(r"(\w+)\((.*)\)", specification).groups()
    if name == "mixture":
        return mixture(re.findall(r"([^*,]+)\*(\w+\([^)]*\))", arguments))
    return FAMILIES[name](*map(number, arguments.split(",")))


# JSD = half the integral of p log p + q log q - (p+q) log((p+q)/2); where one law is alone,
# p log 2.

def jensen_shannon(data, generator, variant, folded_at=None):
    (at_p, p_points), (at_q, q_points) = law_of(data), law_of(generator)
    log2 = +ln2

    def both(x):
        (p, log_p), (q, log_q) = at_p(x), at_q(x)
        s = p + q
        return p * log_p + q * log_q - s * (log(s) - log2) if s else s

    if folded_at is not None:
        return integral(lambda u: 2 * u * both(u * u), [0, sqrt(folded_at)], variant)
    points = sorted({*map(mpf, p_points), *map(mpf, q_points)})
    total = mpf(0)
    for inside, integrand in ((lambda p, q: p and q, both),
                              (lambda p, q: p and not q, lambda x: at_p(x)[0] * log2),
                              (lambda p, q: q and not p, lambda x: at_q(x)[0] * log2)):
        for run in runs_of(points, lambda a, b: inside(covers(p_points, a, b),
                                                       covers(q_points, a, b))):
            total += integral(integrand, run, variant)
    return total / 2


def integral(f, points, variant):
    rule, more = variant
    degree = {"tanh-sinh": mp._tanh_sinh, "gauss-legendre": mp._gauss_legendre}[rule]
    return mp.quad(f, points, method=rule, maxdegree=degree.guess_degree(mp.prec) + more)


def covers(points, a, b):
    return points[0] <= a and b <= points[-1]


def runs_of(points, wanted):
    """The maximal runs of neighbouring points between which the condition holds."""
    runs = []
    for a, b in zip(points, points[1:]):
        if not wanted(a, b):
            continue
        if runs and runs[-1][-1] == a:
            runs[-1].append(b)
        else:
            runs.append([a, b])
    return runs


class Enclosures:
    """The program, asked pair by pair."""

    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)

    def ask(self, digits, runs, data, generator):
        try:
            self.process.stdin.write(f"{digits}\t{runs}\t{data}\t{generator}\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # then there is no answer either
        answer = self.process.stdout.readline()
        if not answer:
            sys.exit(f"{sys.argv[0]}: the program stopped at {data}, {generator}")
        return json.loads(answer)


def middle_and_radius(answer):
    lower, upper = mpf(answer["lower"]), mpf(answer["upper"])
    return (lower + upper) / 2, (upper - lower) / 2


def digits_of(value):
    """How many digits JSD is smaller than 1."""
    return max(0, int(-mp.log10(value))) if value else 0


class Peer:
    """mpmath on one pair: of each variant the least time, and the error relative to the value."""

    def __init__(self, pair, digits, value):
        self.pair, self.digits, self.value = pair, digits, value
        self.times = {variant: inf for variant in VARIANTS}
        self.errors = {}

    def run(self, variant):
        with mp.workdps(self.digits + GUARD + digits_of(self.value)):
            start = time.perf_counter()
            result = jensen_shannon(self.pair["data"], self.pair["generator"], variant,
                                    FOLDED.get(self.pair["pair"]))
            taken = 1000 * (time.perf_counter() - start)
        self.times[variant] = min(self.times[variant], taken)
        self.errors[variant] = (result - self.value) / (self.value or 1)

    def reaches(self, variant):
        return abs(self.errors[variant]) <= mpf(10) ** -self.digits

    def tuned(self):
        """None where no variant reaches the digits."""
        return min((self.times[v] for v in VARIANTS if self.reaches(v)), default=None)


def measure(enclosures, pair, digits):
    laws = pair["data"], pair["generator"]
    mp.dps = digits + 40
    value, _ = middle_and_radius(enclosures.ask(digits + 10, 1, *laws))
    peer, ours = Peer(pair, digits, value), inf
    for _ in range(ROUNDS):
        for variant in VARIANTS:
            answer = enclosures.ask(digits, ROUNDS, *laws)
            ours = min(ours, answer["milliseconds"])
            peer.run(variant)
    middle, radius = middle_and_radius(answer)
    said = []
    if not peer.reaches(AS_IT_COMES):
        said.append("quad misses the digits")
    if peer.tuned() is None:
        said.append("so does every variant")
    if radius > abs(middle) * mpf(10) ** -digits:
        said.append("the enclosure falls short")
    return {"pair": pair["pair"], "laws": " / ".join(laws), "ours": ours,
            "quad": peer.times[AS_IT_COMES], "tuned": peer.tuned(),
            "error": peer.errors[AS_IT_COMES], "said": ", ".join(said)}


def ratios(rows, peer):
    return [row[peer] / row["ours"] for row in rows if row[peer] is not None]


def summary(rows, peer):
    of_peer = ratios(rows, peer)
    if not of_peer:
        return f"{peer} none"
    return f"{peer} {geometric_mean(of_peer):.2f} (least {min(of_peer):.2f})"


def print_row(row):
    def shown(peer):
        if row[peer] is None:
            return f"{'-':>9} {'':7}"
        return f"{row[peer]:9.2f} {row[peer] / row['ours']:6.1f}x"
    print(f"  {row['pair']}  {row['laws'][:53]:<53} {row['ours']:9.3f}  {shown('quad')}  "
          f"{mpmath.nstr(row['error'], 2):>9}  {shown('tuned')}  {row['said']}".rstrip())


def print_kind(kind, rows, digits):
    goal = f"; goal {GOALS[kind]}" if digits == 30 and kind in GOALS else ""
    print(f"{kind}: geometric mean of the ratios: {summary(rows, 'quad')}, {summary(rows, 'tuned')}"
          f"{goal}")
    for row in rows:
        print_row(row)


def pairs_by_kind():
    with open(REFERENCES) as file:
        pairs = [row for row in csv.DictReader(file, delimiter="\t") if row["quantity"] == "jsd"]
    listed = set().union(*KINDS.values())
    kinds = {**KINDS, OTHER: {pair["pair"] for pair in pairs} - listed}
    return {kind: [pair for pair in pairs if pair["pair"] in kinds[kind]] for kind in kinds}


def main(program, all_digits):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # both on one core, in turn
    enclosures = Enclosures(program)
    print(f"JSD: enclosures against mpmath {mpmath.__version__} on {mpmath.libmp.BACKEND}")
    for digits in all_digits:
        print(f"\n{digits} digits, milliseconds\n  {'':58} {'ours':>9}  {'quad':>9} {'ratio':>7}  "
              f"{'error':>9}  {'tuned':>9} {'ratio':>7}")
        for kind, pairs in pairs_by_kind().items():
            print_kind(kind, [measure(enclosures, pair, digits) for pair in pairs], digits)
        sys.stdout.flush()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], [int(text) for text in sys.argv[2:]] or [15, 30, 50])
