#!/usr/bin/env python3
"""Pairs meant to break the program: values by closed forms and by quadratures, attacks.tsv.

Run: nice python3 tests/reference/attacks.py > tests/reference/attacks.tsv (Debian's python3-mpmath,
python3-gmpy2; about ten minutes). Columns: kind, group, data, generator, discriminator, quantity,
value. kind is "closed" (a closed form, 100 digits), "quadrature" (two quadratures that agree to 70
digits, 60 are printed; to 50 at the edge of finiteness, 40 are), "infinite" (proven by a rule below) or "writing" (the laws of its group
written otherwise). Rows of one group speak of the same two laws.

Closed forms. KL(P||Q) = E_P log p - E_P log q, and -log q is a sum of a few features: powers of x,
log x, log(x)^2, |x-c|, e^(-x/b), log|x-c|, log((x-c)^2+t^2). Each law knows E log p, the mean of the
features it can integrate, and its own -log density as such a sum. Everything is evaluated at 150
digits and then at twice as many, until 108 digits agree.

Infinity. E_P log p is finite for every law here. KL is infinite where P has mass outside of Q's
support; and where one feature f of -log q has infinite mean and a positive factor c and every other
is of lower order: then -log q >= (c/2) f - C, so that E_P(-log q) = inf. The order is e^(-x/b), then
powers by their exponent, |x-c|, logarithms. Features of infinite mean are nonnegative.
"""
import random
import sys
from fractions import Fraction as F

import gmpy2
from mpmath import (atan, besseli, betainc, cosh, digamma, e1, erf, erfc, euler, exp, expm1, gamma,
                    gammainc, hyp1f1, inf, isinf, log, log1p, loggamma, mp, mpf, nstr, pi, psi, sin,
                    sinh, sqrt)

DIGITS = 108


class NotClosed(Exception):
    pass


def number(text):
    return text if isinstance(text, F) else F(text)


def m(x):
    """A rational number at the present precision."""
    return mpf(x.numerator) / mpf(x.denominator)


def text(x):
    """The shortest writing of a rational number that the program reads; None if it is long."""
    x = F(x)
    if x == 0:
        return "0"
    n, d = x.numerator, x.denominator
    twos = fives = 0
    rest = d
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest == 1:
        places = max(twos, fives)
        n = n * 10**places // d
        power = -places
        while n % 10 == 0:
            n, power = n // 10, power + 1
        s = str(abs(n))
        if len(s) > 40:
            return None
        sign = "-" if n < 0 else ""
        if 0 <= power <= 5 and len(s) + power <= 8:
            return sign + s + "0" * power
        if power < 0 and -power < len(s):
            return sign + s[:power] + "." + s[power:]
        if power < 0 and -power < len(s) + 4:
            return sign + "0." + "0" * (-power - len(s)) + s
        if len(s) > 1:
            return sign + s[0] + "." + s[1:] + "e" + str(power + len(s) - 1)
        return sign + s + "e" + str(power)
    if len(str(n)) > 30 or len(str(d)) > 30:
        return None
    return f"{n}/{d}"


def settle(f, start=150):
    """f() at a precision at which twice as many digits give the same."""
    mp.dps = start
    old = f()
    while True:
        if isinf(old):
            return old
        if mp.dps > 40000:
            raise ValueError("does not settle")
        mp.dps *= 2
        new = f()
        if new == 0 and old == 0:
            return new
        if abs(new - old) <= abs(new) * mpf(10) ** -DIGITS:
            return new
        old = new


# ---------------------------------------------------------------- laws: mean of a feature, E log p
ONE, P1, P2, LOG, LOG2, LOG1M = ("1",), ("pow", F(1)), ("pow", F(2)), ("dist", F(0)), ("log2",), ("dist", F(1))


def power(k):
    return ("pow", F(k))


class Law:
    lower, upper = -inf, inf

    def __init__(self, *parameters):
        self.words = [p if isinstance(p, str) else text(p) for p in parameters]
        self.p = [number(p) for p in parameters]
        self.setup()

    def setup(self):
        pass

    @property
    def spec(self):
        return f"{self.name}({','.join(self.words)})"

    def values(self):
        return [m(x) for x in self.p]

    def mean(self, f):
        """E f; inf; NotClosed."""
        if f == ONE:
            return mpf(1)
        return self.feature(f[0], *f[1:])

    def feature(self, kind, *a):
        raise NotClosed(type(self).__name__, kind)

    def minus_log(self):
        raise NotClosed(type(self).__name__)

    def abs_from_below(self, c, below):
        """E|X-c| from E(c-X)+."""
        return self.mean(P1) - m(c) + 2 * below


class Normal(Law):
    name = "normal"

    def entropy(self):
        _, s = self.values()
        return -mpf(1) / 2 - log(s) - log(2 * pi) / 2

    def feature(self, kind, *a):
        mu, s = self.values()
        if kind == "pow" and a[0] in (1, 2):
            return mu if a[0] == 1 else mu * mu + s * s
        if kind == "abs":
            d = mu - m(a[0])
            return s * sqrt(2 / pi) * exp(-d * d / (2 * s * s)) + d * erf(d / (s * sqrt(mpf(2))))
        if kind == "expm":
            b = m(a[0])
            return exp(-mu / b + (s / b) ** 2 / 2)
        raise NotClosed

    def minus_log(self):
        mu, s = self.values()
        return [(1 / (2 * s * s), P2), (-mu / s**2, P1), (mu**2 / (2 * s * s) + log(s) + log(2 * pi) / 2, ONE)]

    def below(self, x):
        mu, s = self.values()
        return erfc((mu - x) / (s * sqrt(mpf(2)))) / 2

    def above(self, x):
        mu, s = self.values()
        return erfc((x - mu) / (s * sqrt(mpf(2)))) / 2


class Laplace(Law):
    name = "laplace"

    def entropy(self):
        return -1 - log(2 * self.values()[1])

    def feature(self, kind, *a):
        mu, b = self.values()
        if kind == "pow" and a[0] in (1, 2):
            return mu if a[0] == 1 else mu * mu + 2 * b * b
        if kind == "abs":
            d = abs(mu - m(a[0]))
            return d + b * exp(-d / b)
        if kind == "expm":
            if self.p[1] >= abs(a[0]):
                return inf
            c = m(a[0])
            return exp(-mu / c) / (1 - (b / c) ** 2)
        raise NotClosed

    def minus_log(self):
        b = self.values()[1]
        return [(1 / b, ("abs", self.p[0])), (log(2 * b), ONE)]

    def below(self, x):
        mu, b = self.values()
        return exp((x - mu) / b) / 2 if x < mu else 1 - exp(-(x - mu) / b) / 2

    def above(self, x):
        mu, b = self.values()
        return exp(-(x - mu) / b) / 2 if x > mu else 1 - exp((x - mu) / b) / 2


class Cauchy(Law):
    name = "cauchy"

    def entropy(self):
        return -log(4 * pi * self.values()[1])

    def feature(self, kind, *a):
        mu, s = self.values()
        if kind == "logq":
            c, t, nu = (m(x) for x in a)
            t = t * sqrt(nu)
            return log((s + t) ** 2 + (mu - c) ** 2)
        if kind == "pow" and a[0] in (1, 2) or kind in ("abs", "expm"):
            return inf
        raise NotClosed

    def minus_log(self):
        return [(mpf(1), ("logq", self.p[0], self.p[1], F(1))), (log(pi) - log(self.values()[1]), ONE)]

    def below(self, x):
        mu, s = self.values()
        return atan(s / (mu - x)) / pi if x < mu else 1 - self.above(x)

    def above(self, x):
        mu, s = self.values()
        if x == mu:
            return mpf(1) / 2
        return atan(s / (x - mu)) / pi if x > mu else 1 - self.below(x)


class StudentT(Law):
    name = "student_t"

    def setup(self):
        if len(self.p) == 1:
            self.p += [F(0), F(1)]

    def constant(self):
        nu, _, s = self.values()
        return loggamma((nu + 1) / 2) - loggamma(nu / 2) - log(nu * pi) / 2 - log(s)

    def entropy(self):
        nu = self.values()[0]
        return self.constant() - (nu + 1) / 2 * (digamma((nu + 1) / 2) - digamma(nu / 2))

    def feature(self, kind, *a):
        nu, mu, s = self.values()
        if kind == "pow" and a[0] == 1:
            return mu if self.p[0] > 1 else inf
        if kind == "pow" and a[0] == 2:
            return mu * mu + s * s * nu / (nu - 2) if self.p[0] > 2 else inf
        if kind == "expm":
            return inf
        if kind == "abs":
            if self.p[0] <= 1:
                return inf
            y = (m(a[0]) - mu) / s
            density = exp(self.constant() + log(s)) * (1 + y * y / nu) ** (-(nu + 1) / 2)
            return (mu - m(a[0])) + 2 * s * (y * self.below(m(a[0])) + (nu + y * y) / (nu - 1) * density)
        raise NotClosed

    def minus_log(self):
        nu, _, s = self.values()
        k = (nu + 1) / 2
        return [(k, ("logq", self.p[1], self.p[2], self.p[0])), (-self.constant() - k * log(nu * s * s), ONE)]

    def below(self, x):
        nu, mu, s = self.values()
        y = (x - mu) / s
        if y > 0:
            return 1 - self.above(x)
        return betainc(nu / 2, mpf(1) / 2, 0, nu / (nu + y * y), regularized=True) / 2

    def above(self, x):
        nu, mu, s = self.values()
        y = (x - mu) / s
        if y < 0:
            return 1 - self.below(x)
        return betainc(nu / 2, mpf(1) / 2, 0, nu / (nu + y * y), regularized=True) / 2


class Logistic(Law):
    name = "logistic"

    def entropy(self):
        return -2 - log(self.values()[1])

    def feature(self, kind, *a):
        mu, s = self.values()
        if kind == "pow" and a[0] in (1, 2):
            return mu if a[0] == 1 else mu * mu + (pi * s) ** 2 / 3
        if kind == "abs":
            c = m(a[0])
            return mu - c + 2 * s * log1p(exp((c - mu) / s))
        if kind == "expm":
            if self.p[1] >= abs(a[0]):
                return inf
            r = s / m(a[0])
            return exp(-mu / m(a[0])) * pi * r / sin(pi * r)
        if kind == "soft" and a[1] == self.p[1]:  # log(1+e^(-(x-c)/s)) with the same s
            d = (mu - m(a[0])) / s
            return d / expm1(d) if d else mpf(1)
        raise NotClosed

    def minus_log(self):
        mu, s = self.values()
        return [(1 / s, P1), (mpf(2), ("soft", self.p[0], self.p[1])), (log(s) - mu / s, ONE)]

    def below(self, x):
        mu, s = self.values()
        return 1 / (1 + exp(-(x - mu) / s))

    def above(self, x):
        mu, s = self.values()
        return 1 / (1 + exp((x - mu) / s))


class Gumbel(Law):
    name = "gumbel"

    def entropy(self):
        return -1 - euler - log(self.values()[1])

    def feature(self, kind, *a):
        mu, b = self.values()
        mean = mu + euler * b
        if kind == "pow" and a[0] in (1, 2):
            return mean if a[0] == 1 else mean**2 + (pi * b) ** 2 / 6
        if kind == "abs":
            c = m(a[0])
            z = exp(-(c - mu) / b)
            if z < mpf(10) ** -mp.dps:  # e1(z) = -euler - log z + z - ...
                return c - mu - euler * b
            return mean - c + (2 * b * e1(z) if z < 10**5 else 0)  # e1(10^5) < 10^-43000 beside mean - c > 11 b
        if kind == "expm":
            if 1 + self.p[1] / a[0] <= 0:
                return inf
            c = m(a[0])
            return exp(-mu / c) * gamma(1 + b / c)
        raise NotClosed

    def minus_log(self):
        mu, b = self.values()
        return [(exp(mu / b), ("expm", self.p[1])), (1 / b, P1), (log(b) - mu / b, ONE)]

    def below(self, x):
        mu, b = self.values()
        return exp(-exp(-(x - mu) / b))

    def above(self, x):
        mu, b = self.values()
        return -expm1(-exp(-(x - mu) / b))


class Positive(Law):
    """Laws on x > 0: log x and its square by log_mean and log_variance, powers by moment."""
    lower = 0

    def feature(self, kind, *a):
        if kind == "pow":
            return self.moment(a[0])
        if kind == "dist" and a[0] == 0:
            return self.log_mean()
        if kind == "log2":
            return self.log_mean() ** 2 + self.log_variance()
        if kind == "abs" and a[0] <= 0:
            return self.moment(F(1)) - m(a[0])
        if kind == "abs":
            if isinf(self.moment(F(1))):
                return inf
            return self.abs_from_below(a[0], self.missing(m(a[0])))
        if kind == "expm":
            return self.transform(a[0])
        raise NotClosed

    def transform(self, b):
        raise NotClosed

    def missing(self, c):
        raise NotClosed


class Lognormal(Positive):
    name = "lognormal"

    def entropy(self):
        mu, s = self.values()
        return -mpf(1) / 2 - log(2 * pi) / 2 - log(s) - mu

    def moment(self, k):
        mu, s = self.values()
        return exp(m(k) * mu + (m(k) * s) ** 2 / 2)

    def log_mean(self):
        return self.values()[0]

    def log_variance(self):
        return self.values()[1] ** 2

    def transform(self, b):
        if b < 0:
            return inf
        raise NotClosed

    def missing(self, c):
        mu, s = self.values()
        z = (log(c) - mu) / s
        return c * erfc(-z / sqrt(mpf(2))) / 2 - exp(mu + s * s / 2) * erfc((s - z) / sqrt(mpf(2))) / 2

    def minus_log(self):
        mu, s = self.values()
        return [(1 / (2 * s * s), LOG2), (1 - mu / s**2, LOG),
                (mu**2 / (2 * s * s) + log(s) + log(2 * pi) / 2, ONE)]

    def below(self, x):
        mu, s = self.values()
        return erfc((mu - log(x)) / (s * sqrt(mpf(2)))) / 2

    def above(self, x):
        mu, s = self.values()
        return erfc((log(x) - mu) / (s * sqrt(mpf(2)))) / 2


class Gamma(Positive):
    name = "gamma"

    def entropy(self):
        a, t = self.values()
        return (a - 1) * digamma(a) - log(t) - a - loggamma(a)

    def moment(self, k):
        if self.p[0] + k <= 0:
            return inf
        a, t = self.values()
        return t ** m(k) * exp(loggamma(a + m(k)) - loggamma(a))

    def log_mean(self):
        a, t = self.values()
        return digamma(a) + log(t)

    def log_variance(self):
        return psi(1, self.values()[0])

    def transform(self, b):
        if b < 0 and self.p[1] >= -b:
            return inf
        a, t = self.values()
        return (1 + t / m(b)) ** -a

    def missing(self, c):
        a, t = self.values()
        return (c * gammainc(a, 0, c / t, regularized=True)
                - a * t * gammainc(a + 1, 0, c / t, regularized=True))

    def minus_log(self):
        a, t = self.values()
        return [(1 / t, P1), (1 - a, LOG), (loggamma(a) + a * log(t), ONE)]

    def below(self, x):
        a, t = self.values()
        return gammainc(a, 0, x / t, regularized=True)

    def above(self, x):
        a, t = self.values()
        return gammainc(a, x / t, inf, regularized=True)


class Exponential(Gamma):
    name = "exponential"

    def setup(self):
        self.rate = self.p[0]
        self.p = [F(1), 1 / self.p[0]]

    def below(self, x):
        return -expm1(-m(self.rate) * x)

    def above(self, x):
        return exp(-m(self.rate) * x)


class Weibull(Positive):
    name = "weibull"

    def entropy(self):
        k, s = self.values()
        return log(k) - log(s) - (k - 1) * euler / k - 1

    def moment(self, j):
        if j <= -self.p[0]:
            return inf
        k, s = self.values()
        return s ** m(j) * gamma(1 + m(j) / k)

    def log_mean(self):
        k, s = self.values()
        return log(s) - euler / k

    def log_variance(self):
        return (pi / self.values()[0]) ** 2 / 6

    def transform(self, b):
        if b < 0 and self.p[0] < 1 or b < 0 and self.p[0] == 1 and self.p[1] >= -b:
            return inf
        if self.p[0] == 1:
            return 1 / (1 + self.values()[1] / m(b))
        raise NotClosed

    def missing(self, c):
        k, s = self.values()
        return c - s / k * gammainc(1 / k, 0, (c / s) ** k)

    def minus_log(self):
        k, s = self.values()
        return [(s**-k, power(self.p[0])), (1 - k, LOG), (k * log(s) - log(k), ONE)]

    def below(self, x):
        k, s = self.values()
        return -expm1(-((x / s) ** k))

    def above(self, x):
        k, s = self.values()
        return exp(-((x / s) ** k))


class Pareto(Positive):
    name = "pareto"

    def setup(self):
        self.lower = self.p[0]

    def entropy(self):
        s, a = self.values()
        return log(a) - log(s) - 1 / a - 1

    def moment(self, k):
        if k >= self.p[1]:
            return inf
        s, a = self.values()
        return a * s ** m(k) / (a - m(k))

    def log_mean(self):
        s, a = self.values()
        return log(s) + 1 / a

    def log_variance(self):
        return self.values()[1] ** -2

    def transform(self, b):
        if b < 0:
            return inf
        s, a = self.values()
        return a * (s / m(b)) ** a * gammainc(-a, s / m(b))

    def missing(self, c):
        s, a = self.values()
        if c <= s:
            return mpf(0)
        return c - s - (s - s**a * c ** (1 - a)) / (a - 1)

    def minus_log(self):
        s, a = self.values()
        return [(a + 1, LOG), (-log(a) - a * log(s), ONE)]

    def below(self, x):
        s, a = self.values()
        return -expm1(a * log(s / x)) if x > s else mpf(0)

    def above(self, x):
        s, a = self.values()
        return (s / x) ** a if x > s else mpf(1)


class HalfNormal(Positive):
    name = "half_normal"

    def entropy(self):
        return -mpf(1) / 2 + log(2 / pi) / 2 - log(self.values()[0])

    def moment(self, k):
        if k <= -1:
            return inf
        return (self.values()[0] * sqrt(mpf(2))) ** m(k) * gamma((m(k) + 1) / 2) / sqrt(pi)

    def log_mean(self):
        return (digamma(mpf(1) / 2) + log(mpf(2))) / 2 + log(self.values()[0])

    def log_variance(self):
        return pi**2 / 8

    def transform(self, b):
        r = self.values()[0] / m(b)
        return exp(r * r / 2) * erfc(r / sqrt(mpf(2)))

    def missing(self, c):
        s = self.values()[0]
        z = c / (s * sqrt(mpf(2)))
        return c * erf(z) + s * sqrt(2 / pi) * expm1(-z * z)

    def minus_log(self):
        s = self.values()[0]
        return [(1 / (2 * s * s), P2), (log(s) - log(2 / pi) / 2, ONE)]

    def below(self, x):
        return erf(x / (self.values()[0] * sqrt(mpf(2))))

    def above(self, x):
        return erfc(x / (self.values()[0] * sqrt(mpf(2))))


def antiderivative(u):
    return u * log(abs(u)) - u if u else mpf(0)


class Uniform(Law):
    name = "uniform"

    def setup(self):
        self.lower, self.upper = self.p

    def entropy(self):
        a, b = self.values()
        return -log(b - a)

    def feature(self, kind, *t):
        a, b = self.values()
        if kind == "pow" and (self.lower >= 0 or t[0] in (1, 2)):
            k = m(t[0]) + 1
            return (b**k - a**k) / (k * (b - a))
        if kind == "dist":
            return (antiderivative(b - m(t[0])) - antiderivative(a - m(t[0]))) / (b - a)
        if kind == "log2" and self.lower >= 0:
            g = [x * (log(x) ** 2 - 2 * log(x) + 2) if x else mpf(0) for x in (a, b)]
            return (g[1] - g[0]) / (b - a)
        if kind == "abs":
            c = m(t[0])
            return ((b - c) * abs(b - c) - (a - c) * abs(a - c)) / (2 * (b - a))
        if kind == "expm":
            c = m(t[0])
            return c * (exp(-a / c) - exp(-b / c)) / (b - a)
        if kind == "logq":
            c, s, nu = (m(x) for x in t)
            s = s * sqrt(nu)
            g = [x * log(x * x + s * s) - 2 * x + 2 * s * atan(x / s) for x in (a - c, b - c)]
            return (g[1] - g[0]) / (b - a)
        raise NotClosed

    def minus_log(self):
        a, b = self.values()
        return [(log(b - a), ONE)]

    def below(self, x):
        a, b = self.values()
        return (x - a) / (b - a)

    def above(self, x):
        a, b = self.values()
        return (b - x) / (b - a)


class Beta(Positive):
    name = "beta"
    upper = 1

    def log_beta(self):
        a, b = self.values()
        return loggamma(a) + loggamma(b) - loggamma(a + b)

    def entropy(self):
        a, b = self.values()
        return ((a - 1) * digamma(a) + (b - 1) * digamma(b) - (a + b - 2) * digamma(a + b)
                - self.log_beta())

    def moment(self, k):
        if k <= -self.p[0]:
            return inf
        a, b = self.values()
        k = m(k)
        return exp(loggamma(a + k) + loggamma(a + b) - loggamma(a) - loggamma(a + b + k))

    def log_mean(self):
        a, b = self.values()
        return digamma(a) - digamma(a + b)

    def log_variance(self):
        a, b = self.values()
        return psi(1, a) - psi(1, a + b)

    def feature(self, kind, *t):
        a, b = self.values()
        if kind == "dist" and t[0] == 1:
            return digamma(b) - digamma(a + b)
        if kind == "abs" and t[0] >= 1:
            return m(t[0]) - a / (a + b)
        if kind == "abs" and t[0] > 0:
            raise NotClosed
        return super().feature(kind, *t)

    def transform(self, c):
        a, b = self.values()
        return hyp1f1(a, a + b, -1 / m(c))

    def minus_log(self):
        a, b = self.values()
        return [(1 - a, LOG), (1 - b, LOG1M), (self.log_beta(), ONE)]

    def below(self, x):
        a, b = self.values()
        return betainc(a, b, 0, x, regularized=True)

    def above(self, x):
        a, b = self.values()
        return betainc(b, a, 0, 1 - x, regularized=True)


class Triangular(Law):
    name = "triangular"

    def setup(self):
        self.lower, self.upper = self.p[0], self.p[2]

    def entropy(self):
        a, _, b = self.values()
        return -mpf(1) / 2 - log((b - a) / 2)

    def feature(self, kind, *t):
        a, c, b = self.values()
        mean = (a + b + c) / 3
        if kind == "pow" and t[0] == 1:
            return mean
        if kind == "pow" and t[0] == 2:
            return mean**2 + (a * a + b * b + c * c - a * b - a * c - b * c) / 18
        if kind == "abs":
            d = m(t[0])
            if t[0] <= self.p[0] or t[0] >= self.p[2]:
                return abs(mean - d)
            if t[0] <= self.p[1]:
                return mean - d + 2 * (d - a) ** 3 / (3 * (b - a) * (c - a))
            return d - mean + 2 * (b - d) ** 3 / (3 * (b - a) * (b - c))
        if kind == "expm" and self.p[0] < self.p[1] < self.p[2]:
            r = -1 / m(t[0])
            top = (b - c) * exp(a * r) - (b - a) * exp(c * r) + (c - a) * exp(b * r)
            return 2 * top / ((b - a) * (c - a) * (b - c) * r * r)
        raise NotClosed

    def below(self, x):
        a, c, b = self.values()
        return (x - a) ** 2 / ((b - a) * (c - a)) if x < c else 1 - (b - x) ** 2 / ((b - a) * (b - c))

    def above(self, x):
        a, c, b = self.values()
        return (b - x) ** 2 / ((b - a) * (b - c)) if x > c else 1 - (x - a) ** 2 / ((b - a) * (c - a))


class Arcsine(Law):
    name = "arcsine"

    def setup(self):
        self.lower, self.upper = self.p

    def entropy(self):
        a, b = self.values()
        return -log(pi * (b - a) / 4)

    def feature(self, kind, *t):
        a, b = self.values()
        mean = (a + b) / 2
        if kind == "pow" and t[0] == 1:
            return mean
        if kind == "pow" and t[0] == 2:
            return mean**2 + (b - a) ** 2 / 8
        if kind == "abs" and not self.lower < t[0] < self.upper:
            return abs(mean - m(t[0]))
        if kind == "dist" and not self.lower < t[0] < self.upper:
            c = m(t[0])
            return 2 * log((sqrt(abs(a - c)) + sqrt(abs(b - c))) / 2)
        if kind == "expm":
            c = m(t[0])
            return exp(-mean / c) * besseli(0, (b - a) / (2 * c))
        raise NotClosed

    def minus_log(self):
        return [(mpf(1) / 2, ("dist", self.p[0])), (mpf(1) / 2, ("dist", self.p[1])), (log(pi), ONE)]


# ---------------------------------------------------------------- images and mixtures
class ExpImage(Law):
    """exp of a law: E log p = E log p(y) - E y. Ends as numbers: no law compared with one ends there."""

    def __init__(self, base):
        self.base = base
        self.lower = 0 if isinf(base.lower) else settle(lambda: exp(at(base.lower)))
        self.upper = inf if isinf(base.upper) else settle(lambda: exp(at(base.upper)))

    @property
    def spec(self):
        return f"pushforward({self.base.spec},exp())"

    def entropy(self):
        return self.base.entropy() - self.base.mean(P1)

    def feature(self, kind, *a):
        if kind == "pow":
            return self.base.mean(("expm", -1 / a[0]))
        if kind == "dist" and a[0] == 0:
            return self.base.mean(P1)
        if kind == "log2":
            return self.base.mean(P2)
        if kind == "abs" and a[0] <= 0:
            return self.feature("pow", F(1)) - m(a[0])
        raise NotClosed


class LogImage(Law):
    """sign * log of a positive law: E log p = E log p(x) + E log x."""

    def __init__(self, base, sign=1):
        self.base, self.sign = base, sign
        if at(base.lower) > 0 or not isinf(base.upper):
            ends = [settle(lambda x=x: log(at(x))) if x and not isinf(x) else (inf if x else -inf)
                    for x in (base.lower, base.upper)]
            self.lower, self.upper = ends if sign > 0 else (-ends[1], -ends[0])

    @property
    def spec(self):
        return f"pushforward({self.base.spec},{'log' if self.sign > 0 else 'neg_log'}())"

    def entropy(self):
        return self.base.entropy() + self.base.mean(LOG)

    def feature(self, kind, *a):
        if kind == "pow" and a[0] == 1:
            return self.sign * self.base.mean(LOG)
        if kind == "pow" and a[0] == 2:
            return self.base.mean(LOG2)
        if kind == "expm":
            return self.base.mean(power(-self.sign / a[0]))
        raise NotClosed


class PowerImage(Positive):
    """x^c of a positive law, c = 2 or 1/2."""

    def __init__(self, base, c):
        self.base, self.c = base, F(c)
        self.lower = 0 if base.lower == 0 else settle(lambda: at(base.lower) ** m(self.c))
        if not isinf(base.upper):
            self.upper = settle(lambda: at(base.upper) ** m(self.c))

    @property
    def spec(self):
        return f"pushforward({self.base.spec},{'square' if self.c == 2 else 'sqrt'}())"

    def entropy(self):
        return self.base.entropy() - log(m(self.c)) - (m(self.c) - 1) * self.base.mean(LOG)

    def moment(self, k):
        return self.base.mean(power(k * self.c))

    def log_mean(self):
        return m(self.c) * self.base.mean(LOG)

    def log_variance(self):
        return m(self.c) ** 2 * (self.base.mean(LOG2) - self.base.mean(LOG) ** 2)


class AbsImage(Law):
    """|x| of a law symmetric about 0: its density is twice that on x > 0."""
    lower = 0

    def __init__(self, base):
        self.base = base

    @property
    def spec(self):
        return f"pushforward({self.base.spec},abs())"

    def entropy(self):
        return self.base.entropy() + log(mpf(2))

    def feature(self, kind, *a):
        if kind == "pow" and a[0] == 1 or kind == "abs" and a[0] == 0:
            return self.base.mean(("abs", F(0)))
        if kind == "pow" and a[0] == 2 or kind == "logq" and a[0] == 0:
            return self.base.mean((kind, *a))
        raise NotClosed


class Mixture(Law):
    """Parts with supports that meet in null sets only: E log p = sum w (log w + E_i log p_i)."""

    def __init__(self, *parts):
        self.parts = [(number(w), w, law) for w, law in parts]
        assert sum(w for w, _, _ in self.parts) == 1
        ordered = sorted(parts, key=lambda part: at(part[1].lower))
        for one, two in zip(ordered, ordered[1:]):
            assert at(one[1].upper) <= at(two[1].lower)
        self.lower, self.upper = ordered[0][1].lower, ordered[-1][1].upper

    @property
    def spec(self):
        return "mixture(" + ",".join(f"{w}*{law.spec}" for _, w, law in self.parts) + ")"

    def entropy(self):
        return sum(m(w) * (log(m(w)) + law.entropy()) for w, _, law in self.parts)

    def feature(self, kind, *a):
        return sum(m(w) * law.mean((kind, *a)) for w, _, law in self.parts)


def at(x):
    """An end of a support, for comparisons."""
    return m(x) if isinstance(x, F) else mpf(x)


def order(f):
    kind = f[0]
    if kind == "expm":
        return (4, 0)
    if kind == "pow":
        return (3, f[1])
    if kind == "abs":
        return (2, 0)
    return (1, 0)


def kl_now(p, q):
    if at(q.lower) > at(p.lower) or at(q.upper) < at(p.upper):
        return inf
    terms = [(c, f, p.mean(f)) for c, f in q.minus_log() if c]
    infinite = [(order(f), c) for c, f, e in terms if isinf(e)]
    if infinite:
        assert max(infinite)[1] > 0, (p.spec, q.spec)
        assert max(infinite)[0] != (3, F(1)) or at(q.lower) >= 0 or at(p.lower) > -inf or len(infinite) > 1
        return inf
    return p.entropy() + sum(c * e for c, _, e in terms)


def kl(p, q):
    return settle(lambda: kl_now(p, q))


# ---------------------------------------------------------------- rows
def show(x, digits=100):
    if isinf(x):
        return "inf" if x > 0 else "-inf"
    if x == 0:
        return "0"
    return nstr(x, digits, min_fixed=-6, max_fixed=25).replace("e+", "e")


def printable(x):
    return isinf(x) or x == 0 or abs(log(abs(x), 10)) < 20000


class Table:
    """Rows by section; a group is a pair of laws, and a pair of specifications comes once."""

    def __init__(self):
        self.sections = {}
        self.seen = set()
        self.groups = 0
        self.known = []  # (group, P, Q, discriminator, {quantity: (value, digits)})

    def open(self, title):
        self.rows = self.sections.setdefault(title, [])

    def add(self, p, q, values, d="-", kind="closed", digits=100, group=None):
        """values: quantity -> number. False where the pair is already there, or a value is out of print."""
        specs = [x if isinstance(x, str) else x.spec for x in (p, q)]
        if (*specs, d) in self.seen or not values or not all(printable(v) for v in values.values()):
            return False
        self.seen.add((*specs, d))
        if group is None:
            self.groups += 1
            group = self.groups
            self.known.append((group, p, q, d, values, digits))
        for quantity, v in values.items():
            k = "infinite" if isinf(v) and kind != "writing" else kind
            self.rows.append("\t".join((k, str(group), *specs, d, quantity, show(v, digits))))
        return True


table = Table()


def both(p, q):
    """The two KL of a pair, those that are known in closed form or infinite."""
    values = {}
    for quantity, a, b in (("kl_data_generator", p, q), ("kl_generator_data", q, p)):
        try:
            values[quantity] = kl(a, b)
        except NotClosed:
            pass
    return values


def pair(p, q):
    return table.add(p, q, both(p, q))


# ---------------------------------------------------------------- 1: once wrong
def once_wrong():
    table.open("once wrong")
    pair(Lognormal("0", "1"), Weibull("30", "2000000"))
    for s in (12, 14, 16, 18, 20, 22, 25, 28):
        for k in range(60, 281, 20):
            p, q = Lognormal("0", str(s)), HalfNormal(f"1e{k}")
            table.add(p, q, {"kl_data_generator": kl(p, q)})


# ---------------------------------------------------------------- 2: closed forms within a family
TINY = (F(1, 10**6), F(1, 10**12), F(1, 10**20))


def one_of(rng, *choices):
    return rng.choice(choices)


def scale_of(rng):
    """A short number of ordinary size."""
    return one_of(rng, F(rng.randint(1, 9)), F(rng.randint(1, 99), 10), F(rng.randint(1, 12), rng.randint(2, 9)))


def place_of(rng):
    return scale_of(rng) * one_of(rng, -1, 0, 1, 1)


def decimal_of(rng):
    return F(rng.randint(1, 99), 10)


def ten(k):
    return F(10) ** k


def extreme(rng, top=300):
    return rng.randint(1, 9) * ten(rng.randint(-top, top - 1))


def near(rng, x):
    return x * (1 + one_of(rng, -1, 1) * one_of(rng, *TINY) * rng.randint(1, 3))


def until(count, make):
    """Call make until it has added count pairs."""
    done = tries = 0
    while done < count and tries < 20 * count:
        tries += 1
        done += bool(make())


def shape_of(rng, top=3):
    return one_of(rng, *[k * ten(e) for e in range(-top, top) for k in (1, 2, 5)], ten(top))


def location_scale(rng, law, how):
    if how == "ordinary":
        return law(place_of(rng), scale_of(rng)), law(place_of(rng), scale_of(rng))
    if how == "near":
        mu, s = decimal_of(rng) * one_of(rng, -1, 0, 1), decimal_of(rng)
        which = rng.randint(1, 3)
        t = s * one_of(rng, *TINY) * one_of(rng, -1, 1)
        return law(mu, s), law(mu + t if which & 1 else mu, near(rng, s) if which & 2 else s)
    return None


def normals(rng, how, law=Normal):
    if how != "extreme":
        return location_scale(rng, law, how)
    e = rng.randint(-290, 290)
    kind = rng.randint(1, 4)
    if kind == 1:  # both at the same far scale
        s = ten(e)
        return law(s * rng.randint(-9, 9), s * rng.randint(1, 9)), law(s * rng.randint(-9, 9), s * rng.randint(1, 9))
    if kind == 2:  # scales apart
        g = rng.randint(1, 60)
        return law(0, ten(max(-299, e - g))), law(0, rng.randint(1, 9) * ten(e))
    if kind == 3:  # far from each other
        return law(0, ten(e)), law(ten(min(299, max(-299, e + rng.randint(1, 12)))), ten(e))
    return law(ten(rng.randint(0, 20)), scale_of(rng)), law(ten(rng.randint(0, 20)), scale_of(rng))


def lognormals(rng, how):
    if how != "extreme":
        return location_scale(rng, Lognormal, how)
    return (Lognormal(rng.randint(-600, 600), one_of(rng, ten(rng.randint(-30, 1)), rng.randint(1, 40))),
            Lognormal(rng.randint(-600, 600), one_of(rng, ten(rng.randint(-30, 1)), rng.randint(1, 40))))


def exponentials(rng, how):
    r = decimal_of(rng)
    if how == "ordinary":
        return Exponential(scale_of(rng)), Exponential(scale_of(rng))
    if how == "near":
        return Exponential(r), Exponential(near(rng, r))
    e = rng.randint(-299, 299)
    return Exponential(ten(e)), Exponential(rng.randint(2, 9) * ten(max(-299, min(299, e + one_of(rng, 0, 1, 5, -3, 20, -40, 400, -400)))))


def gammas(rng, how):
    if how == "ordinary":
        return Gamma(scale_of(rng), scale_of(rng)), Gamma(scale_of(rng), scale_of(rng))
    a, t = decimal_of(rng), decimal_of(rng)
    if how == "near":
        if rng.random() < 0.3:
            a = shape_of(rng)
        which = rng.randint(1, 3)
        return Gamma(a, t), Gamma(near(rng, a) if which & 1 else a, near(rng, t) if which & 2 else t)
    e = rng.randint(-290, 290)
    g = one_of(rng, 0, 0, 1, -1, 3, -3, 9)
    return Gamma(shape_of(rng), ten(e)), Gamma(shape_of(rng), rng.randint(1, 9) * ten(e + g))


def betas(rng, how):
    if how == "ordinary":
        return Beta(scale_of(rng), scale_of(rng)), Beta(scale_of(rng), scale_of(rng))
    if how == "near":
        a, b = (shape_of(rng, 2) if rng.random() < 0.5 else decimal_of(rng) for _ in "ab")
        which = rng.randint(1, 3)
        return Beta(a, b), Beta(near(rng, a) if which & 1 else a, near(rng, b) if which & 2 else b)
    return Beta(shape_of(rng), shape_of(rng)), Beta(shape_of(rng), shape_of(rng))


def weibulls(rng, how):
    if how == "ordinary":
        return Weibull(scale_of(rng), scale_of(rng)), Weibull(scale_of(rng), scale_of(rng))
    k, s = decimal_of(rng), decimal_of(rng)
    if how == "near":
        if rng.random() < 0.3:
            k = shape_of(rng)
        which = rng.randint(1, 3)
        return Weibull(k, s), Weibull(near(rng, k) if which & 1 else k, near(rng, s) if which & 2 else s)
    e = rng.randint(-290, 290)
    k = shape_of(rng)
    return Weibull(k, ten(e)), Weibull(k * one_of(rng, F(1, 10), F(1, 2), 1, 2, 7), rng.randint(1, 9) * ten(e + one_of(rng, 0, 0, 1, -1, 5)))


def paretos(rng, how):
    if how == "ordinary":
        s = scale_of(rng)
        return Pareto(s, scale_of(rng)), Pareto(one_of(rng, s, scale_of(rng)), scale_of(rng))
    if how == "near":
        s, a = decimal_of(rng), decimal_of(rng)
        which = rng.randint(1, 3)
        return Pareto(s, a), Pareto(near(rng, s) if which & 1 else s, near(rng, a) if which & 2 else a)
    s = ten(rng.randint(-290, 290))
    return Pareto(s, shape_of(rng)), Pareto(s / one_of(rng, 1, 10, 10**9, F(1, 3)), shape_of(rng))


def laplaces(rng, how):
    return normals(rng, how, Laplace)


def gumbels(rng, how):
    if how != "extreme":
        return location_scale(rng, Gumbel, how)
    s = ten(rng.randint(-290, 290))
    r = rng.randint(1, 9) * one_of(rng, 1, F(1, 10), 10, F(1, 1000))
    return Gumbel(s * rng.randint(-9, 9), s), Gumbel(s * rng.randint(-9, 9), s * r)


def poissons(rng, how):
    a, b = shape_of(rng), shape_of(rng)
    if how == "ordinary":
        a, b = scale_of(rng), scale_of(rng)
    if how == "near":
        b = near(rng, a)
    return "poisson", a, b


def geometrics(rng, how):
    a, b = F(rng.randint(1, 99), 100), F(rng.randint(1, 99), 100)
    if how == "ordinary":
        a = F(rng.randint(1, 8), 9)
    if how == "near":
        b = near(rng, a / 2)
        a = a / 2
    if how == "extreme":
        a = ten(-rng.randint(1, 12)) * rng.randint(1, 9)
        b = one_of(rng, 1 - ten(-rng.randint(1, 20)), ten(-rng.randint(1, 12)) * rng.randint(1, 9), F(1, 2))
    return "geometric", a, b


def rates(family, a, b):
    """KL of poisson(a) from poisson(b), or of geometric(a) from geometric(b)."""
    if family == "poisson":
        return settle(lambda: m(a) * log(m(a) / m(b)) - m(a) + m(b))
    return settle(lambda: log(m(a) / m(b)) + ((1 - m(a)) / m(a) * log((1 - m(a)) / (1 - m(b))) if a != 1 else 0))


def cauchies(rng, how):
    return normals(rng, how, Cauchy)


def cauchy_pair(p, q):
    def f():
        (a, s), (b, t) = p.values(), q.values()
        return log(((s + t) ** 2 + (a - b) ** 2) / (4 * s * t))
    v = settle(f)
    return table.add(p, q, {"kl_data_generator": v, "kl_generator_data": v})


def logistics(rng, how):
    """Of the same scale."""
    s = ten(rng.randint(-290, 290)) if how == "extreme" else decimal_of(rng)
    mu = decimal_of(rng) * s * one_of(rng, -1, 0, 1)
    d = near(rng, F(1)) - 1 if how == "near" else decimal_of(rng) * one_of(rng, 1, 10)
    return Logistic(mu, s), Logistic(mu + s * d, s)


FAMILIES = (normals, lognormals, exponentials, gammas, betas, laplaces, weibulls, paretos, cauchies, gumbels,
            poissons, geometrics, logistics)


def within_families():
    for make in FAMILIES:
        name = make.__name__
        table.open(f"closed forms: {name}")
        rng = random.Random(name)
        few = name == "logistics"
        for how, count in (("ordinary", 40), ("near", 30), ("extreme", 35)):
            def attempt():
                laws = make(rng, how)
                if name in ("poissons", "geometrics"):
                    family, a, b = laws
                    if a == b or None in (text(a), text(b)):
                        return False
                    return table.add(f"{family}({text(a)})", f"{family}({text(b)})",
                                     {"kl_data_generator": rates(family, a, b), "kl_generator_data": rates(family, b, a)})
                if None in laws[0].words or None in laws[1].words or laws[0].spec == laws[1].spec:
                    return False
                if not all(x == 0 or ten(-300) <= abs(x) <= ten(300) for law in laws for x in law.p):
                    return False
                return cauchy_pair(*laws) if name == "cauchies" else pair(*laws)
            until(count // (3 if few else 1), attempt)


# ---------------------------------------------------------------- 3: closed forms across families
def short(x, digits=2):
    """A number near x of a few digits, x > 0."""
    e = int(gmpy2.floor(gmpy2.log10(gmpy2.mpfr(nstr(x, 20)))))
    return F(int(x * mpf(10) ** (digits - 1 - e) + mpf(1) / 2)) * ten(e - digits + 1)


def critical(rng, p, k):
    """A scale c at which E (X/c)^k is between 1/100 and 10^6: the load rises far out and counts."""
    mp.dps = 60
    e = p.mean(power(k))
    if isinf(e):
        return ten(rng.randint(5, 290))
    return short(exp((log(e) - rng.randint(-2, 6) * log(mpf(10))) / m(F(k))))


SIGMAS = [F(1, 10), F(1, 2), F(1), F(2), F(3), F(5), F(8), F(12), F(20), F(30), F(40)]
SHAPES = [F(1, 20), F(1, 10), F(1, 5), F(1, 2), F(3, 4), F(1), F(3, 2), F(3), F(10), F(50), F(200)]
POWERS = [F(1, 10), F(1, 3), F(1, 2), F(1), F(3, 2), F(2), F(3), F(7), F(30), F(100), F(200)]
JUST = [F(1, 1000), F(1, 100), F(1, 3), F(3)]


def exp_of(base, k, rng, scale):
    """exp of a law with e^(k y) integrable for scale(k) and not far from where it is not."""
    return ExpImage(base(scale(one_of(rng, F(1, 2), F(9, 10), F(99, 100), F(999, 1000)) / max(F(k), F(1, 4)))))


def unit(rng):
    return one_of(rng, F(1), F(1), scale_of(rng), ten(rng.randint(-20, 20)))


# name: (rng, k) -> law, k the power of x in the second law's load
DATA = {
    "lognormal": lambda rng, k: Lognormal(one_of(rng, 0, 0, 1, -2, 30, -50), rng.choice([s for s in SIGMAS if s * max(k, 1) <= 200])),
    "gamma": lambda rng, k: Gamma(rng.choice(SHAPES), unit(rng)),
    "weibull": lambda rng, k: Weibull(rng.choice([s for s in SHAPES if k / s <= 400]), unit(rng)),
    "pareto": lambda rng, k: Pareto(unit(rng), k + rng.choice(JUST)),
    "half_normal": lambda rng, k: HalfNormal(unit(rng)),
    "exponential": lambda rng, k: Exponential(unit(rng)),
    "beta": lambda rng, k: Beta(rng.choice(SHAPES), rng.choice(SHAPES)),
    "uniform": lambda rng, k: Uniform(one_of(rng, 0, 1), 1 + scale_of(rng)),
    "exp(gamma)": lambda rng, k: exp_of(lambda t: Gamma(rng.choice(SHAPES[2:9]), t), k, rng, lambda r: r),
    "exp(half_normal)": lambda rng, k: ExpImage(HalfNormal(rng.choice([s for s in SIGMAS if s * max(k, 1) <= 60]))),
    "exp(laplace)": lambda rng, k: exp_of(lambda t: Laplace(place_of(rng), t), k, rng, lambda r: r),
    "exp(logistic)": lambda rng, k: exp_of(lambda t: Logistic(place_of(rng), t), k, rng, lambda r: r),
    "exp(gumbel)": lambda rng, k: exp_of(lambda t: Gumbel(place_of(rng), t), k, rng, lambda r: r),
    "exp(normal)": lambda rng, k: ExpImage(Normal(place_of(rng), rng.choice([s for s in SIGMAS if s * max(k, 1) <= 100]))),
    "square(weibull)": lambda rng, k: PowerImage(Weibull(rng.choice([s for s in SHAPES if k / s <= 200]), unit(rng)), 2),
    "square(gamma)": lambda rng, k: PowerImage(Gamma(rng.choice(SHAPES), scale_of(rng)), 2),
    "square(half_normal)": lambda rng, k: PowerImage(HalfNormal(unit(rng)), 2),
    "sqrt(pareto)": lambda rng, k: PowerImage(Pareto(1, k / 2 + rng.choice(JUST)), F(1, 2)),
    "sqrt(lognormal)": lambda rng, k: PowerImage(Lognormal(0, rng.choice([s for s in SIGMAS if s * max(k, 1) <= 200])), F(1, 2)),
    "sqrt(gamma)": lambda rng, k: PowerImage(Gamma(rng.choice(SHAPES), scale_of(rng)), F(1, 2)),
}

GENERATOR = {
    "half_normal": (lambda rng: F(2), lambda rng, k, c: HalfNormal(c)),
    "exponential": (lambda rng: F(1), lambda rng, k, c: Exponential(1 / c if text(1 / c) else F(10) ** (-len(str(int(c))) + 1))),
    "gamma": (lambda rng: F(1), lambda rng, k, c: Gamma(rng.choice(SHAPES), c)),
    "weibull": (lambda rng: rng.choice(POWERS), lambda rng, k, c: Weibull(k, c)),
    "lognormal": (lambda rng: F(0), lambda rng, k, c: Lognormal(one_of(rng, 0, 1, -3, 40, 300), rng.choice(SIGMAS))),
}


def allowed(*laws):
    """Parameters the program takes."""
    for law in laws:
        if hasattr(law, "parts"):
            if not allowed(*[part for _, _, part in law.parts]):
                return False
        elif hasattr(law, "base"):
            if not allowed(law.base):
                return False
        elif None in law.words or not all(F(w) == 0 or ten(-300) <= abs(F(w)) <= ten(300) for w in law.words):
            return False
    return True


def across_half_line():
    for i, (p_name, make_p) in enumerate(DATA.items()):
        for q_name, (make_k, make_q) in GENERATOR.items():
            if p_name == q_name and p_name != "weibull":
                continue
            table.open(f"closed forms on the half-line: {p_name}")
            rng = random.Random(p_name + q_name)
            extra = 2 if i < 6 else 1
            for how, count in (("ordinary", 3), ("critical", 5), ("far", 3)):
                def attempt():
                    k = make_k(rng)
                    if how == "ordinary":
                        k = min(k, F(3))
                    p = make_p(rng, k)
                    if how == "ordinary":
                        c = scale_of(rng)
                    elif how == "critical" and k:
                        c = critical(rng, p, k)
                    else:
                        c = ten(rng.randint(-290, 290))
                    if not ten(-299) <= c <= ten(299):
                        return False
                    q = make_q(rng, k, c)
                    return allowed(p, q) and pair(p, q)
                until(count * extra, attempt)


ON_LINE = {
    "normal": lambda rng: Normal(place_of(rng), scale_of(rng)),
    "laplace": lambda rng: Laplace(place_of(rng), scale_of(rng)),
    "logistic": lambda rng: Logistic(place_of(rng), scale_of(rng)),
    "gumbel": lambda rng: Gumbel(place_of(rng), scale_of(rng)),
    "student_t": lambda rng: StudentT(one_of(rng, F(2001, 1000), F(5, 2), 3, 4, 10, 100, F(101, 100), 1, F(1, 2)), place_of(rng), scale_of(rng)),
    "uniform": lambda rng: Uniform(-scale_of(rng), scale_of(rng)),
    "triangular": lambda rng: Triangular(-scale_of(rng), one_of(rng, 0, F(1, 20)), scale_of(rng) + 1),
    "arcsine": lambda rng: Arcsine(-scale_of(rng), scale_of(rng)),
    "log(gamma)": lambda rng: LogImage(Gamma(rng.choice(SHAPES[1:]), scale_of(rng)), 1),
    "neg_log(gamma)": lambda rng: LogImage(Gamma(rng.choice(SHAPES[1:]), scale_of(rng)), -1),
    "neg_log(half_normal)": lambda rng: LogImage(HalfNormal(scale_of(rng)), -1),
    "log(weibull)": lambda rng: LogImage(Weibull(rng.choice(SHAPES[1:]), scale_of(rng)), 1),
    "log(pareto)": lambda rng: LogImage(Pareto(1, scale_of(rng)), 1),
    "neg_log(beta)": lambda rng: LogImage(Beta(scale_of(rng), scale_of(rng)), -1),
    "lognormal": lambda rng: Lognormal(place_of(rng), one_of(rng, F(1, 10), F(1), F(2), F(4))),
    "gamma": lambda rng: Gamma(rng.choice(SHAPES), scale_of(rng)),
    "weibull": lambda rng: Weibull(rng.choice(SHAPES[2:]), scale_of(rng)),
    "pareto": lambda rng: Pareto(scale_of(rng), one_of(rng, F(1), F(2), F(2001, 1000), F(5, 2), F(4))),
    "half_normal": lambda rng: HalfNormal(scale_of(rng)),
    "beta": lambda rng: Beta(scale_of(rng), scale_of(rng)),
    "abs(student_t)": lambda rng: AbsImage(StudentT(one_of(rng, F(2001, 1000), 3, 2, 1), 0, scale_of(rng))),
    "exp(gamma)": lambda rng: ExpImage(Gamma(scale_of(rng), one_of(rng, F(1, 2), F(1, 3), F(499, 1000)))),
}


def gumbel_beyond(rng, p, top=F(3)):
    """gumbel(c,b), b small beside p: e^(-(x-c)/b) rises beyond the bulk of p and has a mean that counts."""
    b = top / one_of(rng, 2, 5, 10, 20, 40)
    mp.dps = 60
    e = p.mean(("expm", b))
    if isinf(e):
        return Gumbel(place_of(rng), b)
    c = -m(b) * (log(e) - rng.randint(-2, 5) * log(mpf(10)))
    return Gumbel(F(int(c * 100), 100), b)


def across_line():
    for p_name, make_p in ON_LINE.items():
        for q_name, count in (("normal", 6), ("laplace", 4), ("gumbel", 4), ("gumbel beyond", 4), ("far", 3)):
            table.open(f"closed forms on the line: {p_name}")
            rng = random.Random(p_name + q_name)

            def attempt():
                p = make_p(rng)
                try:
                    if q_name == "gumbel beyond":
                        q = gumbel_beyond(rng, p)
                    elif q_name == "far":
                        q = one_of(rng, Normal, Laplace)(one_of(rng, 0, ten(rng.randint(2, 60))), ten(rng.randint(-30, 250)))
                    else:
                        q = ON_LINE[q_name](rng)
                    return (type(p) is not type(q) or q_name == "gumbel beyond") and allowed(p, q) and pair(p, q)
                except NotClosed:
                    return False
            until(count, attempt)


def just_below_gumbel():
    """laplace and logistic with a scale just below the gumbel's: the mean of e^(-x/b) converges slowly."""
    table.open("closed forms: a scale just below the gumbel's")
    rng = random.Random("just below")
    for law in (Laplace, Logistic):
        for b in (F(1), F(1, 10), F(7), ten(-100), ten(200)):
            for r in (F(1, 2), F(9, 10), F(99, 100), F(999, 1000), F(999999, 1000000)):
                pair(law(b * rng.randint(-2, 2), b * r), Gumbel(b * rng.randint(-20, 2), b))


def bounded():
    table.open("closed forms on an interval")
    rng = random.Random("bounded")
    for _ in range(12):
        pair(Uniform(0, 1), Beta(rng.choice(SHAPES), rng.choice(SHAPES)))
        pair(Arcsine(0, 1), Beta(scale_of(rng), scale_of(rng)))
        a, b = place_of(rng), place_of(rng)
        a, b = min(a, b), max(a, b) + 1
        pair(Uniform(a + F(1, 4), b - F(1, 5)), Arcsine(a, b))
        pair(Arcsine(a, b), Uniform(a - scale_of(rng), b))
        pair(Triangular(a, (a + b) / 2, b), Uniform(a, b + 1))
        c = a + (b - a) * F(rng.randint(0, 7), 7)
        if allowed(Triangular(a, c, b)):
            value = {"kl_data_generator": settle(lambda: 1 - log(mpf(2))), "kl_generator_data": settle(lambda: log(mpf(2)) - mpf(1) / 2)}
            table.add(Uniform(a, b), Triangular(a, c, b), value)
        pair(Uniform(a, b), Cauchy(place_of(rng), one_of(rng, scale_of(rng), ten(-30), ten(30))))
        pair(Uniform(a, b), StudentT(rng.choice(SHAPES), place_of(rng), one_of(rng, scale_of(rng), ten(-9), ten(12))))
        pair(Cauchy(place_of(rng), scale_of(rng)), StudentT(rng.choice(SHAPES), place_of(rng), scale_of(rng)))
        pair(Cauchy(0, ten(rng.randint(-200, 200))), StudentT(rng.choice(SHAPES), 0, ten(rng.randint(-200, 200))))
        pair(Uniform(0, ten(rng.randint(-200, 200))), Gamma(rng.choice(SHAPES), ten(rng.randint(-200, 200))))


def heavy_images():
    """exp of laws with heavy tails against lognormal laws: only moments of log x are asked for."""
    table.open("closed forms: exp of heavy tails")
    rng = random.Random("heavy")
    for _ in range(9):
        q = Lognormal(place_of(rng), one_of(rng, scale_of(rng), F(30), ten(rng.randint(2, 20))))
        for base in (Lognormal(place_of(rng), rng.choice(SIGMAS[:7])), Pareto(1, one_of(rng, F(2001, 1000), 3, 5)),
                     Weibull(rng.choice(SHAPES[1:5]), scale_of(rng)), StudentT(one_of(rng, F(2001, 1000), 3, 10), place_of(rng), scale_of(rng)),
                     Exponential(scale_of(rng)), PowerImage(Pareto(1, one_of(rng, F(401, 100), 7)), 2), Triangular(-1, 0, 2)):
            if allowed(base, q):
                pair(ExpImage(base), q)


def disjoint_mixtures():
    table.open("closed forms: mixtures of parts side by side")
    rng = random.Random("parts")

    def weights(n):
        parts = [rng.randint(1, 9) for _ in range(n)]
        if rng.random() < 0.3:
            parts[0] = one_of(rng, 10**6, 10**9)
        return [F(w, sum(parts)) for w in parts]

    def attempt():
        kind = rng.randint(1, 4)
        if kind == 1:
            w, v = weights(2)
            p = Mixture((text(w), Uniform(0, 1)), (text(v), Pareto(1, one_of(rng, F(21, 10), 3, 7, F(101, 100)))))
        elif kind == 2:
            ends = [0, scale_of(rng)]
            ends += [ends[1] + scale_of(rng), ends[1] + 10 + scale_of(rng)]
            w = weights(3)
            p = Mixture(*((text(w[i]), Uniform(ends[i], ends[i + 1])) for i in range(3)))
        elif kind == 3:
            w, v = weights(2)
            p = Mixture((text(w), Beta(rng.choice(SHAPES), scale_of(rng))), (text(v), Uniform(ten(rng.randint(1, 40)), ten(rng.randint(41, 80)))))
        else:
            w, v = weights(2)
            p = Mixture((text(w), Uniform(ten(-30), ten(-29))), (text(v), Pareto(one_of(rng, 1, 1000), one_of(rng, F(9, 4), 4))))
        q = one_of(rng, HalfNormal(ten(rng.randint(-2, 90))), Exponential(ten(rng.randint(-90, 2))), Lognormal(place_of(rng), rng.choice(SIGMAS)),
                   Gamma(rng.choice(SHAPES), ten(rng.randint(-5, 60))), Normal(place_of(rng), ten(rng.randint(-3, 70))),
                   Weibull(rng.choice(POWERS[:6]), ten(rng.randint(0, 60))))
        return allowed(p, q) and pair(p, q)
    until(80, attempt)


# ---------------------------------------------------------------- 4: on either side of each rule
def rules():
    """Finite on one side, infinite on the other. The rule of the head of this file names the feature
    of infinite mean: x^2 for student_t with dof <= 2 and pareto with shape <= 2 against normal laws;
    e^(-x/b) for laplace and logistic of scale s >= b; x^k for pareto of shape <= k, and for exp of a
    gamma law of scale t with k t >= 1 (E e^(k y) = (1-k t)^-shape), of a laplace or logistic law of scale
    s with k s >= 1, of a gumbel law of scale b with k b >= 1; e^y growing for exp of a law without any
    exponential moment (weibull of shape < 1, lognormal, pareto, student_t)."""
    table.open("on either side of each rule of finiteness")
    for dof in ("1", "1.999", "2", "2.000000001", "2.001", "2.1"):
        pair(StudentT(dof), Normal("0", "1"))
        pair(StudentT(dof, "1", "1e-20"), Normal("0", "1e10"))
        pair(AbsImage(StudentT(F(dof))), HalfNormal("3"))
    for dof in ("0.999", "1", "1.001", "1.000000001", "2"):
        pair(StudentT(dof), Laplace("0", "1"))
        pair(StudentT(dof, "3", "1/2"), Laplace("0", "1e9"))
    for s in ("0.9", "0.999", "0.999999999", "1", "1.000000001", "1.1"):
        pair(Laplace("0", s), Gumbel("0", "1"))
        pair(Logistic("0", s), Gumbel("0", "1"))
        pair(Laplace("-3", s), Gumbel("-50", "1"))
        pair(Logistic("2", s), Gumbel("-50", "1"))
        for k in (1, 2):
            pair(ExpImage(Laplace("0", F(s) / k)), Weibull(str(k), "1"))
            pair(ExpImage(Logistic("0", F(s) / k)), Weibull(str(k), "1e30"))
            pair(ExpImage(Gumbel("0", F(s) / k)), Weibull(str(k), "1e9"))
            pair(ExpImage(Gamma("3", F(s) / k)), Weibull(str(k), "1e15"))
            pair(ExpImage(Gamma("1/2", F(s) / k)), Gamma("2", "1e15"))
    for k in ("1/2", "1", "2", "30"):
        for e in (F(-1, 1000), F(0), F(1, 10**9), F(1, 1000), F(1, 10)):
            pair(Pareto(F(1), F(k) + e), Weibull(k, "1"))
            pair(Pareto("1e-5", F(k) + e), Weibull(k, "1e40"))
            if k == "2":
                pair(Pareto(F(1), F(k) + e), HalfNormal("1"))
                pair(Pareto(F(1), F(k) + e), HalfNormal("1e100"))
                pair(Pareto(F(1), F(k) + e), Normal("1", "5"))
                pair(ExpImage(Pareto(F(1), F(k) + e)), Lognormal("0", "1"))
                pair(ExpImage(StudentT(F(k) + e)), Lognormal("0", "1"))
            if k == "1":
                pair(Pareto(F(1), F(k) + e), Exponential("1"))
                pair(Pareto(F(1), F(k) + e), Gamma("5", "1e100"))
                pair(Pareto(F(1), F(k) + e), Gumbel("0", "1"))
                pair(Pareto(F(1), F(k) + e), Laplace("0", "1"))
    for a in ("1e-3", "1", "1000"):
        for b in ("1e-3", "1", "1000"):
            if (a, b) != ("1", "1"):
                pair(Uniform("0", "1"), Beta(a, b))
    for w in ("1/2", "0.99"):
        pair(ExpImage(Weibull(w, "1")), Exponential("1"))
        pair(ExpImage(Weibull(w, "1")), Weibull("1/100", "1e100"))
    pair(Cauchy("0", "1"), Normal("0", "1e100"))
    pair(Cauchy("0", "1e-100"), Laplace("0", "1e100"))
    pair(Cauchy("0", "1"), Gumbel("0", "1e50"))
    # by support
    for p, q in ((Normal("0", "1"), Exponential("1")), (Exponential("1"), Pareto("1e-300", "1")), (Uniform("0", "1"), Uniform("0", "0.999999999999")),
                 (Uniform("0", "1"), Pareto("1e-9", "2")), (Beta("200", "1"), Uniform("1e-20", "1")), (Gamma("1000", "1"), Pareto("1e-6", "1")),
                 (Laplace("1e9", "1e-3"), Lognormal("0", "1")), (Triangular("0", "1", "2"), Beta("1", "1")), (Arcsine("0", "1"), Pareto("1e-30", "1")),
                 (Lognormal("0", "1e-3"), Uniform("0", "1e300")), (Weibull("200", "1"), Beta("2", "2")), (HalfNormal("1e-200"), Beta("1/2", "1/2"))):
        pair(p, q)


# ---------------------------------------------------------------- atoms, truncations, total variations
def everything(groups):
    """All quantities, where P and Q have constant densities p and q on each of a few sets: groups holds
    (P(A), Q(A)) of sets on which dP/dQ is constant."""
    def total(f):
        return settle(lambda: sum(f(a, b) for a, b in groups()), 800)

    def directed(a, b):
        return inf if a and not b else (a * log(a / b) if a else mpf(0))

    def optimal(a, b):  # a log(a/(a+b)), also where b is far smaller than an ulp of a
        return -a * log1p(b / a) if a else mpf(0)

    def mixed(a, b):
        return a * log(mpf(2)) + optimal(a, b)

    return {
        "kl_data_generator": total(directed),
        "kl_generator_data": total(lambda a, b: directed(b, a)),
        "kl_data_mixture": total(mixed),
        "kl_generator_mixture": total(lambda a, b: mixed(b, a)),
        "jsd": total(lambda a, b: (mixed(a, b) + mixed(b, a)) / 2),
        "tv": total(lambda a, b: abs(a - b) / 2),
        "value_at_optimum": total(lambda a, b: optimal(a, b) + optimal(b, a)),
    }


def chance(p, a, b):
    """P(a < X < b), from the side on which it does not cancel as much."""
    a, b = m(F(a)), m(F(b))
    below, above = p.below(a), p.above(b)
    return p.above(a) - above if above < below else p.below(b) - below


def truncations():
    table.open("truncated laws")
    rng = random.Random("truncated")
    laws = [(Normal("0", "1"), ("-1", "2"), ("3", "4"), ("30", "31"), ("38", "40"), ("100", "101"), ("-1e-9", "1e-9"), ("-9", "9"), ("-50", "-12")),
            (Laplace("0", "1"), ("-1", "1"), ("20", "1e3"), ("600", "700"), ("-300", "0.5")),
            (Cauchy("0", "1"), ("-2", "5"), ("1e6", "1e7"), ("1e100", "1e101"), ("-1e200", "1e200"), ("0", "1e-50")),
            (Logistic("1", "1/2"), ("0", "1"), ("40", "50"), ("-400", "-399")),
            (Gumbel("0", "1"), ("-1", "1"), ("-3", "-2"), ("-5", "-4.9"), ("200", "300")),
            (Exponential("1"), ("0", "1"), ("0", "1e-30"), ("1", "100"), ("500", "501")),
            (Gamma("5/2", "2"), ("0", "1"), ("0", "1e-20"), ("100", "200"), ("3", "4")),
            (Gamma("1/100", "1"), ("0", "1e-100"), ("1", "2"), ("1e-200", "1e-3")),
            (Lognormal("0", "2"), ("0", "1"), ("1e10", "1e11"), ("1e-20", "1"), ("0.999", "1.001")),
            (Weibull("3", "2"), ("0", "1"), ("5", "6"), ("0", "1e-10")),
            (Pareto("1", "1/2"), ("1", "2"), ("1e20", "1e21"), ("1", "1e250")),
            (HalfNormal("1e-6"), ("0", "1e-6"), ("1e-5", "2e-5"), ("0", "1e-20")),
            (Beta("1/2", "3"), ("0", "1/2"), ("0.9", "1"), ("1e-9", "1e-8")),
            (StudentT("3"), ("-1", "1"), ("100", "1000"), ("-1e9", "0")),
            (Uniform("0", "3"), ("0", "1"), ("1", "1.000001"), ("0", "2.999999999999")),
            (Triangular("0", "1", "3"), ("0", "1/3"), ("2.9", "3"), ("1/2", "3/2"))]
    for p, *ends in laws:
        for a, b in ends:
            def groups():
                c = chance(p, a, b)
                return [(mpf(1), c), (mpf(0), 1 - c)]
            table.add(f"truncate({p.spec},{a},{b})", p, everything(groups))
        (a, b), (c, d) = rng.sample(ends, 2)
        lo, hi = min(F(a), F(c)), max(F(b), F(d))

        def nested():
            r = chance(p, a, b) / chance(p, lo, hi)
            return [(r, mpf(1)), (1 - r, mpf(0))]
        if (lo, hi) != (F(a), F(b)):
            table.add(f"truncate({p.spec},{text(lo)},{text(hi)})", f"truncate({p.spec},{a},{b})", everything(nested))

    def truncated_exponentials():
        r, s, a, length = scale_of(rng), scale_of(rng), place_of(rng), one_of(rng, scale_of(rng), F(1, 10**6), F(300))
        if r == s or a < 0 or text(a + length) is None:
            return False

        def directed(r, s):
            r, s, w = m(r), m(s), m(length)
            mean = 1 / r - w * exp(-r * w) / -expm1(-r * w)
            return log(r / s) - (r - s) * mean + log(expm1(-s * w) / expm1(-r * w))
        specs = [f"truncate(exponential({text(x)}),{text(a)},{text(a + length)})" for x in (r, s)]
        return table.add(*specs, {"kl_data_generator": settle(lambda: directed(r, s)), "kl_generator_data": settle(lambda: directed(s, r))})
    until(20, truncated_exponentials)


def overlaps():
    """Uniform laws that overlap, laws apart from each other, atoms beside densities, finite laws."""
    table.open("all quantities: uniform laws, atoms, finite laws")
    rng = random.Random("overlaps")

    def uniforms():
        a, c = place_of(rng), place_of(rng)
        b, d = a + scale_of(rng) * one_of(rng, 1, 1, ten(-9), ten(12)), c + scale_of(rng)
        if rng.random() < 0.3:
            c, d = a, near(rng, b)
        if (a, b) == (c, d) or None in map(text, (a, b, c, d)) or not (a < b and c < d):
            return False

        def groups():
            w = m(max(F(0), min(b, d) - max(a, c)))
            x, y = w / m(b - a), w / m(d - c)
            return [(x, y), (1 - x, mpf(0)), (mpf(0), 1 - y)]
        return table.add(Uniform(a, b), Uniform(c, d), everything(groups))
    until(30, uniforms)
    apart = lambda: [(mpf(1), mpf(0)), (mpf(0), mpf(1))]
    for p, q in (("point(0)", "normal(0,1)"), ("poisson(1)", "normal(0,1)"), ("uniform(0,1)", "pareto(1,1)"), ("beta(1/2,1/2)", "pareto(1,3)"),
                 ("point(1e-300)", "point(0)"), ("poisson(2)", "shift(geometric(1/2),1/2)"), ("uniform(0,1)", "uniform(1,2)"),
                 ("exponential(1)", "scale(exponential(1),-1)"), ("lognormal(0,5)", "scale(gamma(2,1),-1)"), ("point(1)", "cauchy(1,1e-200)"),
                 ("arcsine(0,1)", "shift(arcsine(0,1),1)"), ("discrete(1/2,1/2)", "discrete(0,0,1)"), ("geometric(1/3)", "scale(poisson(1),-1)"),
                 ("half_normal(1)", "pushforward(half_normal(1),affine(-1,0))"), ("triangular(0,0,1)", "triangular(1,1,2)"),
                 ("mixture(1/2*point(0),1/2*uniform(1,2))", "mixture(1/2*point(1),1/2*uniform(2,3))")):
        table.add(p, q, everything(apart))
    for w in ("1/2", "1/3", "1e-9", "1e-30", "0.999999", "0.9"):
        for p in ("normal(0,1)", "gamma(1/2,1e10)", "cauchy(3,1/7)"):
            def groups():
                v = m(F(w))
                return [(v, mpf(0)), (1 - v, mpf(1))]
            table.add(f"mixture({w}*point(0),{text(1 - F(w))}*{p})", p, everything(groups))
    for w, v in (("1/2", "1/3"), ("1e-12", "1/2"), ("0.3", "0.300000000001"), ("1e-9", "2e-9"), ("0.99", "0.01")):
        for p, q in (("uniform(0,1)", "uniform(1,2)"), ("beta(1/3,7)", "pareto(1,0.1)"), ("point(0)", "laplace(0,1)"), ("poisson(3)", "normal(3,2)")):
            def groups():
                a, b = m(F(w)), m(F(v))
                return [(a, b), (1 - a, 1 - b)]
            table.add(*(f"mixture({x}*{p},{text(1 - F(x))}*{q})" for x in (w, v)), everything(groups))

    def finite():
        n = rng.randint(2, 6)
        a, b = ([rng.randint(0 if rng.random() < 0.2 else 1, 9) * one_of(rng, 1, 1, 10**4, 10**9) for _ in range(n)] for _ in "ab")
        if not sum(a) or not sum(b):
            return False
        a, b = ([F(x, sum(t)) for x in t] for t in (a, b))
        if rng.random() < 0.3:
            e = rng.choice(TINY)
            b = [x * (1 - e) + (e if i == 0 else 0) for i, x in enumerate(a)]
        if a == b or None in map(text, a + b):
            return False
        specs = ["discrete(" + ",".join(map(text, t)) + ")" for t in (a, b)]
        values = everything(lambda: [(m(x), m(y)) for x, y in zip(a, b)])
        return table.add(*specs, values)
    until(40, finite)


def chain():
    """An atom and a density on either side: KL = KL of the weights + weight * KL of the densities."""
    table.open("closed forms: atoms beside densities")
    rng = random.Random("chain")
    pool = [(p, q, values) for g, p, q, d, values, _ in table.known if isinstance(p, Law) and not isinstance(p, Mixture)
            and len(values) == 2 and not any(isinf(v) for v in values.values()) and g > 102]

    def weights(r, s):
        r, s = m(r), m(s)
        return r * log(r / s) + (1 - r) * log((1 - r) / (1 - s))
    for p, q, values in rng.sample(pool, 60):
        w, v = (F(rng.randint(1, 9), 10) if rng.random() < 0.7 else ten(-rng.randint(2, 30)) for _ in "wv")
        specs = [f"mixture({text(x)}*point(0),{text(1 - x)}*{law.spec})" for law, x in ((p, w), (q, v))]
        new = {}
        for quantity, r, s in (("kl_data_generator", w, v), ("kl_generator_data", v, w)):
            part = settle(lambda: weights(r, s)) if w != v else mpf(0)
            mp.dps = 150
            new[quantity] = part + m(1 - r) * values[quantity]
        table.add(*specs, new)


def symmetric(law, p, s, d):
    """TV of two copies of a law symmetric about its location and falling from there, d apart."""
    base = law(*p, F(0), s)
    half = abs(d) / 2
    return settle(lambda: 1 - 2 * base.above(m(half)))


def one_crossing(p, q, crossing):
    return settle(lambda: abs(p.below(crossing()) - q.below(crossing())))


def variations():
    table.open("closed forms: total variation")
    rng = random.Random("tv")

    def add(p, q, tv):
        values = both(p, q) if not isinstance(p, str) else {}
        return table.add(p, q, {**values, "tv": tv})

    def shifts(law, *p):
        e = rng.randint(-250, 250) if rng.random() < 0.3 else 0
        s = decimal_of(rng) * ten(e)
        d = s * one_of(rng, rng.choice(TINY), F(rng.randint(1, 90), 10), F(100))
        mu = one_of(rng, 0, 0, s)
        two = [law(*p, mu, s), law(*p, mu + d, s)]
        return allowed(*two) and add(*two, symmetric(law, p, s, d))

    for law, p in ((Normal, ()), (Laplace, ()), (Cauchy, ()), (Logistic, ()), (StudentT, (F(3),)), (StudentT, (F(1, 2),))):
        until(8, lambda: shifts(law, *p))

    def scales(law, *p, far=True):
        """Two scales of a law on x > 0 with a density x^(a-1) e^(-(x/s)^k)."""
        e = rng.randint(-250, 250) if far and rng.random() < 0.3 else 0
        s = decimal_of(rng) * ten(e)
        t = one_of(rng, near(rng, s), s * scale_of(rng), s * ten(one_of(rng, -12, 9, 3)))
        if s == t or None in (text(s), text(t)) or not ten(-299) < t < ten(299):
            return False
        if law is Exponential:
            two, a, k = [Exponential(1 / ten(0) / x) for x in (s, t)], F(1), F(1)
        elif law is HalfNormal:
            two, a, k = [HalfNormal(x) for x in (s, t)], F(1), F(2)
        else:
            two, a = [law(*p, x) for x in (s, t)], p[0]
            k = p[0] if law is Weibull else F(1)

        def crossing():  # a log s + x^k s^-k the same for both
            x, y = m(s), m(t)
            if law is HalfNormal:
                return sqrt(2 * log(y / x) / (x**-2 - y**-2))
            return (m(a) * log(y / x) / (x ** -m(k) - y ** -m(k))) ** (1 / m(k))
        return allowed(*two) and add(*two, one_crossing(*two, crossing))

    for law, p in ((Exponential, ()), (HalfNormal, ()), (Gamma, (F(5, 2),)), (Gamma, (F(1, 20),)), (Gamma, (F(300),)), (Weibull, (F(1, 3),)), (Weibull, (F(20),))):
        until(8, lambda: scales(law, *p))

    def normal_pair(law=Normal):
        mu, s, nu, t = place_of(rng), scale_of(rng), place_of(rng), scale_of(rng)
        if rng.random() < 0.3:
            t = near(rng, s)
        if s == t:
            return False
        p, q = law(mu, s), law(nu, t)

        def tv():
            a, b, c, d = m(mu), m(s), m(nu), m(t)
            # (x-a)^2/b^2 - (x-c)^2/d^2 = 2 log(d/b)
            u, v, w = b**-2 - d**-2, -2 * (a / b**2 - c / d**2), (a / b) ** 2 - (c / d) ** 2 - 2 * log(d / b)
            root = sqrt(v * v - 4 * u * w)
            x, y = sorted(((-v - root) / (2 * u), (-v + root) / (2 * u)))
            n1, n2 = Normal(mu, s), Normal(nu, t)
            return abs((n1.below(x) + n1.above(y)) - (n2.below(x) + n2.above(y)))
        return allowed(p, q) and add(p, q, settle(tv))
    until(14, normal_pair)
    until(10, lambda: normal_pair(Lognormal))

    def gumbel_pair():
        b, mu = scale_of(rng), place_of(rng)
        nu = mu + b * one_of(rng, F(rng.randint(1, 40), 10), rng.choice(TINY), F(30))
        p, q = Gumbel(mu, b), Gumbel(nu, b)
        crossing = lambda: m(b) * log((exp(m(nu / b)) - exp(m(mu / b))) / m((nu - mu) / b))
        return allowed(p, q) and add(p, q, one_crossing(p, q, crossing))
    until(8, gumbel_pair)

    def pareto_pair():
        s, a = unit(rng), scale_of(rng)
        b = one_of(rng, scale_of(rng), near(rng, a), F(1, 1000))
        p, q = Pareto(s, a), Pareto(s, b)
        crossing = lambda: m(s) * exp(log(m(a / b)) / m(a - b))  # a (s/x)^a = b (s/x)^b
        return a != b and allowed(p, q) and add(p, q, one_crossing(p, q, crossing))
    until(8, pareto_pair)

    def beta_pair():
        a, b = (rng.choice(SHAPES) for _ in "ab")
        crossing = lambda: exp(log(m(a / b)) / m(b - a))
        return a != b and add(Beta(a, F(1)), Beta(b, F(1)), settle(lambda: abs(crossing() ** m(a) - crossing() ** m(b))))
    until(6, beta_pair)

    def poisson_pair():
        a, b = one_of(rng, scale_of(rng), F(100), F(1, 1000), F(1000)), scale_of(rng)
        if rng.random() < 0.3:
            b = near(rng, F(a))
        if a == b or None in (text(a), text(b)):
            return False
        mp.dps = 60
        k = int((m(F(a)) - m(b)) / log(m(F(a)) / m(b)))
        lower = lambda r: gammainc(mpf(k + 1), m(F(r)), inf, regularized=True)
        return table.add(f"poisson({text(a)})", f"poisson({text(b)})",
                         {"tv": settle(lambda: abs(lower(a) - lower(b))),
                          "kl_data_generator": rates("poisson", F(a), b), "kl_generator_data": rates("poisson", b, F(a))})
    until(12, poisson_pair)

    def geometric_pair():
        a, b = F(rng.randint(1, 99), 100), F(rng.randint(1, 99), 100)
        if rng.random() < 0.4:
            a = ten(-rng.randint(2, 9))
        if a == b:
            return False
        mp.dps = 60
        k = int(1 + log(m(a / b)) / log(m((1 - b) / (1 - a))))
        return table.add(f"geometric({text(a)})", f"geometric({text(b)})",
                         {"tv": settle(lambda: abs(m(1 - a) ** k - m(1 - b) ** k)),
                          "kl_data_generator": rates("geometric", a, b), "kl_generator_data": rates("geometric", b, a)})
    until(10, geometric_pair)


def discriminators():
    """V of two logistic laws of scale s and D = logistic(1/s,b): E log(1+e^-(y+d)) = d/(e^d-1), y logistic(0,1).
    V and the regret of finite laws."""
    table.open("closed forms: a given discriminator")
    rng = random.Random("discriminator")

    def attempt():
        a = one_of(rng, F(1), F(2), F(1, 2), F(5), ten(-20), ten(100))
        s, b = 1 / a, place_of(rng)
        mu, nu = decimal_of(rng) * s * one_of(rng, 0, 1, -1, 10), decimal_of(rng) * s * one_of(rng, 1, -1, 10)

        def value():
            d, e = m(mu / s + b), -m(nu / s + b)
            return -sum(x / expm1(x) if x else mpf(1) for x in (d, e))
        p, q = Logistic(mu, s), Logistic(nu, s)
        return allowed(p, q) and text(b) is not None and table.add(p, q, {"value_at_discriminator": settle(value)}, f"logistic({text(a)},{text(b)})")
    until(20, attempt)

    def finite():
        n = rng.randint(2, 5)
        a, b = ([rng.randint(1, 9) for _ in range(n)] for _ in "ab")
        a, b = ([F(x, sum(t)) for x in t] for t in (a, b))
        slope, shift = one_of(rng, scale_of(rng), -scale_of(rng), ten(-20), F(100)), place_of(rng) * one_of(rng, 1, 30)
        if text(slope) is None or text(shift) is None:
            return False

        def value():
            return -sum(m(x) * log1p(exp(-m(slope * (i + 1) + shift))) + m(y) * log1p(exp(m(slope * (i + 1) + shift)))
                        for i, (x, y) in enumerate(zip(a, b)))

        def best():
            return sum(m(x) * log(m(x / (x + y))) + m(y) * log(m(y / (x + y))) for x, y in zip(a, b))
        specs = ["discrete(" + ",".join(map(text, t)) + ")" for t in (a, b)]
        return table.add(*specs, {"value_at_discriminator": settle(value), "value_at_optimum": settle(best),
                                  "regret": settle(lambda: best() - value())}, f"logistic({text(slope)},{text(shift)})")
    until(20, finite)
    # E log D(X) or E log(1-D(X)) is -inf: X has no mean on the side on which -log D grows like |a x|.
    for p, q, d in (("cauchy(0,1)", "normal(0,1)", "logistic(1,0)"), ("normal(0,1)", "cauchy(5,1e-30)", "logistic(1e-30,3)"),
                    ("exponential(1)", "pareto(1,1)", "logistic(1,0)"), ("pareto(1,1)", "exponential(1)", "logistic(-1,0)"),
                    ("pareto(1,1/2)", "gamma(3,1)", "logistic(-1e-100,7)"), ("student_t(1)", "laplace(0,1)", "logistic(-3,1)"),
                    ("normal(0,1)", "student_t(1/2)", "logistic(1,1)"), ("gumbel(0,1)", "pushforward(gamma(2,1),exp())", "logistic(1,0)"),
                    ("uniform(0,1)", "pushforward(laplace(0,1),exp())", "logistic(1e-9,-4)"),
                    ("lognormal(0,1)", "pushforward(lognormal(0,1),exp())", "logistic(1e-200,0)"),
                    ("normal(0,1)", "pushforward(student_t(3),exp())", "logistic(1e-200,0)"),
                    ("shift(pareto(1,1),-5)", "beta(2,2)", "logistic(-1,0)"), ("beta(2,2)", "scale(pareto(1,0.999),-1)", "logistic(-1,0)"),
                    ("mixture(0.999*normal(0,1),0.001*cauchy(0,1))", "normal(0,1)", "logistic(1,0)")):
        table.add(p, q, {"value_at_discriminator": -inf, "regret": inf}, d)


# ---------------------------------------------------------------- 5: quadratures (gmpy2's mpfr)
# Both of two methods: tanh-sinh sums in x between many break points, and Gauss-Legendre sums in log x
# or a logit between few. Each is refined until it settles to 80 digits; they must agree to 70. So must
# the masses with 1, and V(D*) with 2 JSD - log 4.
BITS = 560
R = gmpy2.mpfr
CONTEXT = gmpy2.context(precision=BITS, emax=gmpy2.get_emax_max(), emin=gmpy2.get_emin_min())
gmpy2.set_context(CONTEXT)
ZERO, UNIT, HALF = R(0), R(1), R(1) / 2
NEVER = -R("inf")
g_exp, g_log, g_log1p, g_sqrt = gmpy2.exp, gmpy2.log, gmpy2.log1p, gmpy2.sqrt
G_PI = gmpy2.const_pi()
G_LOG2 = gmpy2.const_log2()
G_LOG4 = 2 * G_LOG2
AGREE, HUSH = R(10) ** -70, R(10) ** -110
SETTLED = {"tanh-sinh": R(10) ** -60, "gauss": R(10) ** -66}  # of the rule before the last, whose error is far smaller


def real(x):
    """A number of mpmath or a rational one, as mpfr."""
    if isinstance(x, (int, F)):
        return R(gmpy2.mpq(x))
    return R(nstr(x, BITS // 3))


def lgamma(x):
    return gmpy2.lgamma(x)[0]


class Blend(Law):
    """A mixture of any parts."""

    def __init__(self, *parts):
        self.parts = [(number(w), w, law) for w, law in parts]
        assert sum(w for w, _, _ in self.parts) == 1

    spec = Mixture.spec


class Image(Law):
    """sigmoid, tanh, or the square of a law symmetric about 0."""

    def __init__(self, base, name):
        self.base, self.map = base, name

    @property
    def spec(self):
        return f"pushforward({self.base.spec},{self.map}())"


class Truncated(Law):
    def __init__(self, base, a, b):
        self.base, self.a, self.b = base, a, b

    @property
    def spec(self):
        return f"truncate({self.base.spec},{self.a},{self.b})"


class Affine(Law):
    """factor * x + offset, written as a shift of a scale."""

    def __init__(self, base, factor, offset):
        self.base, self.factor, self.offset = base, F(factor), F(offset)

    @property
    def spec(self):
        return f"shift(scale({self.base.spec},{text(self.factor)}),{text(self.offset)})"


class Density:
    """log p as a function, its ends, points where it is not smooth or has a centre, and others to break at."""

    def __init__(self, log_p, lower, upper, points, breaks):
        self.log_p, self.lower, self.upper, self.points, self.breaks = log_p, lower, upper, points, breaks


WHOLE = -R("inf"), R("inf")
POSITIVE = ZERO, R("inf")


def around(mu, s, *multiples):
    return [mu + sign * k * s for k in multiples for sign in (-1, 1)]


def density(law):
    """From the textbook formulas once more."""
    kind = type(law)
    p = [real(x) for x in law.p] if hasattr(law, "p") else []
    if kind is Normal:
        mu, s = p
        c = g_log(s) + g_log(2 * G_PI) / 2
        return Density(lambda x: -((x - mu) / s) ** 2 / 2 - c, *WHOLE, [mu], around(mu, s, 3, 12))
    if kind is Laplace:
        mu, s = p
        c = g_log(2 * s)
        return Density(lambda x: -abs(x - mu) / s - c, *WHOLE, [mu], around(mu, s, 20))
    if kind is Cauchy:
        mu, s = p
        c = g_log(G_PI * s)
        return Density(lambda x: -g_log1p(((x - mu) / s) ** 2) - c, *WHOLE, [mu], around(mu, s, 2, 50))
    if kind is StudentT:
        n, mu, s = p
        c = lgamma((n + 1) / 2) - lgamma(n / 2) - g_log(n * G_PI) / 2 - g_log(s)
        return Density(lambda x: c - (n + 1) / 2 * g_log1p(((x - mu) / s) ** 2 / n), *WHOLE, [mu], around(mu, s, 3, 40))
    if kind is Logistic:
        mu, s = p
        c = g_log(s)
        return Density(lambda x: -abs(x - mu) / s - c - 2 * g_log1p(g_exp(-abs(x - mu) / s)), *WHOLE, [mu], around(mu, s, 3, 25))
    if kind is Gumbel:
        mu, s = p
        c = g_log(s)
        return Density(lambda x: -(x - mu) / s - g_exp(-(x - mu) / s) - c, *WHOLE, [mu], [mu - 2 * s, mu - 4 * s, mu + 4 * s, mu + 30 * s])
    if kind is Lognormal:
        mu, s = p
        c = g_log(s) + g_log(2 * G_PI) / 2
        return Density(lambda x: -((g_log(x) - mu) / s) ** 2 / 2 - c - g_log(x), *POSITIVE, [],
                       [g_exp(mu + k * s) for k in (-8, -2, 0, 2, 5, 10)])
    if kind in (Gamma, Exponential):
        a, t = p
        c = lgamma(a) + a * g_log(t)
        mode = a * t
        return Density(lambda x: (a - 1) * g_log(x) - x / t - c, *POSITIVE, [], [mode, mode + 4 * g_sqrt(a) * t, mode + 30 * g_sqrt(a) * t + 30 * t]
                       + ([max(mode / 20, mode - 5 * g_sqrt(a) * t)] if a > 1 else []))
    if kind is Weibull:
        k, s = p
        c = g_log(k) - k * g_log(s)

        def weibull(x):
            y = k * (g_log(x / s))
            return c + (k - 1) * g_log(x) - g_exp(y)
        return Density(weibull, *POSITIVE, [], [s, s * 2 ** (1 / k), s * 20 ** (1 / k), s * R("0.01") ** (1 / k)])
    if kind is Pareto:
        s, a = p
        c = g_log(a) + a * g_log(s)
        return Density(lambda x: c - (a + 1) * g_log(x), s, R("inf"), [], [s + s / a, 50 * s])
    if kind is HalfNormal:
        s = p[0]
        c = g_log(2 / G_PI) / 2 - g_log(s)
        return Density(lambda x: c - (x / s) ** 2 / 2, *POSITIVE, [], [2 * s, 12 * s])
    if kind is Uniform:
        a, b = p
        c = -g_log(b - a)
        return Density(lambda x: c, a, b, [], [])
    if kind is Beta:
        a, b = p
        c = lgamma(a + b) - lgamma(a) - lgamma(b)
        return Density(lambda x: (a - 1) * g_log(x) + (b - 1) * g_log(1 - x) + c, ZERO, UNIT, [], [HALF])
    if kind is Triangular:
        a, c, b = p
        return Density(lambda x: g_log(2 * (x - a) / ((b - a) * (c - a)) if x < c else 2 * (b - x) / ((b - a) * (b - c))), a, b, [c], [])
    if kind is Arcsine:
        a, b = p
        return Density(lambda x: -g_log(G_PI) - (g_log(x - a) + g_log(b - x)) / 2, a, b, [], [(a + b) / 2])
    if isinstance(law, (Blend, Mixture)):
        parts = [(real(w), density(part)) for w, _, part in law.parts]

        def blend(x):
            logs = [g_log(w) + d.log_p(x) for w, d in parts if d.lower < x < d.upper]
            if not logs:
                return NEVER
            top = max(logs)
            return top + g_log(sum(g_exp(y - top) for y in logs)) if len(logs) > 1 else top
        lower, upper = min(d.lower for _, d in parts), max(d.upper for _, d in parts)
        ends = [x for _, d in parts for x in (d.lower, d.upper) if lower < x < upper]
        return Density(blend, lower, upper, ends + [x for _, d in parts for x in d.points], [x for _, d in parts for x in d.breaks])
    base = density(law.base)
    q = base.log_p
    if kind is Affine:
        f, o = real(law.factor), real(law.offset)
        c = g_log(abs(f))
        ends = sorted(f * x + o for x in (base.lower, base.upper))
        return Density(lambda x: q((x - o) / f) - c, *ends, [f * x + o for x in base.points] + ([o] if base.lower == 0 else []),
                       [f * x + o for x in base.breaks])
    if kind is Truncated:
        a, b = R(gmpy2.mpq(F(law.a))), R(gmpy2.mpq(F(law.b)))
        c = g_log(real(settle(lambda: chance(law.base, law.a, law.b), 400)))
        return Density(lambda x: q(x) - c, a, b, base.points, base.breaks)
    if kind is ExpImage:
        go, log_p = g_exp, lambda x: q(g_log(x)) - g_log(x)
    elif kind is LogImage and law.sign > 0:
        go, log_p = g_log, lambda x: q(g_exp(x)) + x
    elif kind is LogImage:
        go, log_p = lambda x: -g_log(x), lambda x: q(g_exp(-x)) - x
    elif kind is PowerImage and law.c == 2:
        go, log_p = lambda x: x * x, lambda x: q(g_sqrt(x)) - g_log(4 * x) / 2
    elif kind is PowerImage:
        go, log_p = g_sqrt, lambda x: q(x * x) + g_log(2 * x)
    elif kind is AbsImage:
        go, log_p = abs, lambda x: q(x) + gmpy2.const_log2()
        base.lower = ZERO
    elif law.map == "square":
        go, log_p = lambda x: x * x, lambda x: q(g_sqrt(x)) - g_log(x) / 2
        base.lower = ZERO
    elif law.map == "sigmoid":
        go, log_p = lambda x: 1 / (1 + g_exp(-x)), lambda x: q(g_log(x) - g_log(1 - x)) - g_log(x) - g_log(1 - x)
    else:
        go, log_p = gmpy2.tanh, lambda x: q(g_log((1 + x) / (1 - x)) / 2) - g_log((1 + x) * (1 - x))
    ends = sorted(go(x) for x in (base.lower, base.upper))
    return Density(log_p, *ends, [go(x) for x in base.points], [go(x) for x in base.breaks])


def logit_density(law):
    """The same in t = log(x/(1-x)), for laws on parts of (0,1): no divergence changes, and the end 1 is far."""
    if isinstance(law, (Blend, Mixture)):
        parts = [(g_log(real(w)), logit_density(part)) for w, _, part in law.parts]

        def blend(t):
            logs = [w + d.log_p(t) for w, d in parts if d.lower < t < d.upper]
            if not logs:
                return NEVER
            top = max(logs)
            return top + g_log(sum(g_exp(y - top) for y in logs))
        ends = [x for _, d in parts for x in (d.lower, d.upper) if gmpy2.is_finite(x)]
        return Density(blend, min(d.lower for _, d in parts), max(d.upper for _, d in parts), ends + [x for _, d in parts for x in d.points],
                       [x for _, d in parts for x in d.breaks])
    if isinstance(law, Image) and law.map == "sigmoid":
        return density(law.base)
    if isinstance(law, Beta):
        a, b = (real(x) for x in law.p)
        c = lgamma(a + b) - lgamma(a) - lgamma(b)
        return Density(lambda t: c - a * softplus(-t) - b * softplus(t), *WHOLE, [ZERO], around(ZERO, UNIT, 3, 30))
    if isinstance(law, Arcsine):
        return Density(lambda t: -g_log(G_PI) - (softplus(-t) + softplus(t)) / 2, *WHOLE, [ZERO], around(ZERO, UNIT, 3, 30))
    if isinstance(law, Image):  # tanh y = x, y = log((1+x)/(1-x))/2
        base = density(law.base)

        def tanh(t):
            x = 1 / (1 + g_exp(-t))
            return base.log_p((g_log1p(x) + softplus(t)) / 2) - softplus(-t) - g_log1p(x)
        return Density(tanh, *WHOLE, [ZERO], around(ZERO, UNIT, 3, 30))
    d = density(law)
    go = lambda x: g_log(x / (1 - x)) if x != UNIT else R("inf")
    return Density(lambda t: d.log_p(1 / (1 + g_exp(-t))) - softplus(t) - softplus(-t), go(d.lower), go(d.upper), [go(x) for x in d.points],
                   around(ZERO, UNIT, 3, 30))


# Two rules on (0,1) and (0,inf).
def tanh_sinh_nodes(level):
    """t and the nodes on the grid of step 2^-level which are not on the one before."""
    step = R(2) ** -level
    top = 6 * 2**level
    nodes = []
    for i in range(-top, top + 1):
        if level > 3 and i % 2 == 0:
            continue
        t = i * step
        u = G_PI / 2 * gmpy2.sinh(t)
        e = g_exp(-2 * abs(u))
        near = e / (1 + e)  # the distance from the nearer end
        nodes.append((t < 0, near, G_PI * gmpy2.cosh(t) * near / (1 + e), g_exp(u), g_exp(u) * G_PI / 2 * gmpy2.cosh(t)))
    return step, nodes


SUMS = {}


def tanh_sinh(f, a, b, total):
    """The integrals of the components of f over (a,b), and those of their absolute values; None if they do
    not settle."""
    sums, old = None, None
    for level in range(3, 9):
        if level not in SUMS:
            SUMS[level] = tanh_sinh_nodes(level)
        step, nodes = SUMS[level]
        for left, near, weight, far, far_weight in nodes:
            if gmpy2.is_infinite(a):
                x, w = b - INFINITE * far, INFINITE * far_weight
            elif gmpy2.is_infinite(b):
                x, w = a + INFINITE * far, INFINITE * far_weight
            else:
                x, w = (a + (b - a) * near if left else b - (b - a) * near), (b - a) * weight
            if not a < x < b:
                continue
            v = f(x)
            if v is None:
                continue
            sums = [w * y for y in v] if sums is None else [s + w * y for s, y in zip(sums, v)]
        if sums is None:
            return [ZERO] * f.size
        new = [s * step for s in sums]
        if level == 4 and total and all(abs(x) < t * HUSH for x, t in zip(new, total)):
            return new
        if old and total and all(abs(x - y) <= t * SETTLED["tanh-sinh"] for x, y, t in zip(new, old, total)):
            return new
        if level == 4 and not total:
            return new
        old = new
    return None


INFINITE = UNIT


def by_tanh_sinh(f, ends):
    """Between break points, halved where a sum does not settle."""
    global INFINITE
    pieces = list(zip(ends, ends[1:]))
    INFINITE = max([UNIT * 0] + [abs(y - x) for x, y in pieces if gmpy2.is_finite(x) and gmpy2.is_finite(y)]) or UNIT
    total = [ZERO] * f.size
    for a, b in pieces:
        total = [t + abs(x) for t, x in zip(total, tanh_sinh(f, a, b, None))]
    total = [t if t else HUSH for t in total]
    result = [ZERO] * f.size
    count = 0
    while pieces:
        a, b = pieces.pop()
        v = tanh_sinh(f, a, b, total)
        if v is None:
            count += 1
            if count > 60:
                raise ArithmeticError(f"tanh-sinh does not settle on {float(a)} {float(b)}")
            if gmpy2.is_infinite(a):
                c = b - INFINITE if b - INFINITE > 4 * b or b > 0 else 8 * b
            elif gmpy2.is_infinite(b):
                c = a + INFINITE if a + INFINITE > 4 * a or a < 0 else 8 * a
            else:
                c = g_sqrt(a * b) if a > 0 and b > 9 * a else (a + b) / 2
            pieces += [(a, c), (c, b)]
        else:
            result = [r + x for r, x in zip(result, v)]
    return result


def gauss_nodes(n):
    """Nodes and weights on (-1,1) by Newton's method."""
    out = []
    for i in range(n):
        x = gmpy2.cos(G_PI * (i + R("0.75")) / (n + HALF))
        for _ in range(12):
            p, q = UNIT, x
            for k in range(2, n + 1):
                p, q = q, ((2 * k - 1) * x * q - (k - 1) * p) / k
            slope = n * (x * q - p) / (x * x - 1)
            move = q / slope
            x -= move
            if abs(move) < R(2) ** (-BITS * 2 // 3):
                break
        p, q = UNIT, x
        for k in range(2, n + 1):
            p, q = q, ((2 * k - 1) * x * q - (k - 1) * p) / k
        slope = n * (x * q - p) / (x * x - 1)
        out.append((x, 2 / ((1 - x * x) * slope * slope)))
    return out


GAUSS = [gauss_nodes(34), gauss_nodes(50)]
REACH = 560


def by_gauss(f, ends):
    """In t, x = a + e^t, b - e^t, or a + (b-a)/(1+e^-t), adaptively."""
    def coordinate(a, b):
        if gmpy2.is_infinite(b):
            return lambda t: (a + g_exp(t), g_exp(t))
        if gmpy2.is_infinite(a):
            return lambda t: (b - g_exp(t), g_exp(t))

        def logit(t):
            e = g_exp(-abs(t))
            near = e / (1 + e)
            return (a + (b - a) * near if t < 0 else b - (b - a) * near), (b - a) * near / (1 + e)
        return logit

    def panel(go, a, b, l, r, n):
        c, h = (l + r) / 2, (r - l) / 2
        sums = [ZERO] * f.size
        for z, w in GAUSS[n]:
            x, dx = go(c + h * z)
            if not a < x < b:
                continue
            v = f(x)
            if v is not None:
                sums = [s + w * dx * y for s, y in zip(sums, v)]
        return [s * h for s in sums]

    work, total = [], [ZERO] * f.size
    pieces = []
    for a, b in zip(ends, ends[1:]):
        if gmpy2.is_infinite(a) and gmpy2.is_infinite(b):
            pieces += [(a, ZERO), (ZERO, b)]
        else:
            pieces.append((a, b))
    for a, b in pieces:
        go = coordinate(a, b)
        for l in range(-REACH, REACH, 8):
            probe = [ZERO] * f.size
            for k in range(9):
                x, dx = go(R(l + k))
                v = f(x) if a < x < b else None
                if v is not None:
                    probe = [s + abs(dx * y) for s, y in zip(probe, v)]
            total = [max(t, s) for t, s in zip(total, probe)]
            work.append((a, b, go, R(l), R(l + 8), probe))
    result = [ZERO] * f.size
    keep = []
    for a, b, go, l, r, probe in work:
        if all(s <= t * HUSH for s, t in zip(probe, total)):
            continue
        keep.append((a, b, go, l, r))
    total = [t if t else HUSH for t in total]
    while keep:
        a, b, go, l, r = keep.pop()
        one, two = panel(go, a, b, l, r, 0), panel(go, a, b, l, r, 1)
        if all(abs(x - y) <= t * SETTLED["gauss"] for x, y, t in zip(one, two, total)):
            result = [s + y for s, y in zip(result, two)]
        else:
            if r - l < R("0.01"):
                raise ArithmeticError(f"Gauss-Legendre does not settle at {float(go(l)[0])}: {[float(abs(x - y) / t) for x, y, t in zip(one, two, total)]}")
            c = (l + r) / 2
            keep += [(a, b, go, l, c), (a, b, go, c, r)]
    return result


def softplus(z):
    return g_log1p(g_exp(z)) if z < 0 else z + g_log1p(g_exp(-z))


def crossings(p, q, ends):
    """Where log p - log q changes sign between the ends."""
    found = []
    for a, b in zip(ends, ends[1:]):
        points = []
        for i in range(-40, 41):
            s = R(i) / 2
            if gmpy2.is_infinite(b) and gmpy2.is_infinite(a):
                points.append(gmpy2.sinh(s))
            elif gmpy2.is_infinite(b):
                points.append(a + g_exp(2 * s) * max(UNIT, abs(a)))
            elif gmpy2.is_infinite(a):
                points.append(b - g_exp(-2 * s) * max(UNIT, abs(b)))
            else:
                points.append(a + (b - a) / (1 + g_exp(-2 * s)))

        def difference(x):
            u, v = p.log_p(x) if p.lower < x < p.upper else NEVER, q.log_p(x) if q.lower < x < q.upper else NEVER
            return None if u == NEVER or v == NEVER else u - v
        values = [(x, difference(x)) for x in points if a < x < b]
        for (x, u), (y, v) in zip(values, values[1:]):
            if u is None or v is None or u * v >= 0:
                continue
            gap = abs(y - x)
            while True:  # bisection, then the secant
                c = (x + y) / 2
                w = difference(c)
                if w == 0 or not min(x, y) < c < max(x, y) or abs(y - x) <= max(abs(c), gap) * R(2) ** (40 - BITS):
                    break
                s = x - u * (y - x) / (v - u)
                t = abs(y - x) * R(2) ** -12
                for c2 in (s - t, s + t):
                    if min(x, y) < c2 < max(x, y):
                        w2 = difference(c2)
                        if w2 * u > 0:
                            x, u = c2, w2
                        else:
                            y, v = c2, w2
                if min(x, y) < c < max(x, y):
                    if w * u > 0:
                        x, u = c, w
                    else:
                        y, v = c, w
            found.append(c)
    return found


def integrand(p, q, d):
    """p, q, KL to the mixture twice, V(D*), TV, KL both ways, V(D,G); every one but the last nonnegative
    before its sign."""
    slope, shift = d or (None, None)

    def f(x):
        u = p.log_p(x) if p.lower < x < p.upper else NEVER
        v = q.log_p(x) if q.lower < x < q.upper else NEVER
        if u == NEVER and v == NEVER:
            return None
        u, v = (NEVER if gmpy2.is_nan(y) else y for y in (u, v))  # inf - inf, far beyond where a density ends
        top = max(u, v)
        if top < -4000:
            return None
        a = b = most = g_exp(top)
        delta = abs(u - v)
        r = g_exp(-delta)
        l = g_log1p(r)
        least = most * r
        if u < v:
            a = least
        else:
            b = least
        half = (most - least) / 2
        # log(2 most/(most+least)) = log 2 - l, and with least the same less delta
        more, less = most * (G_LOG2 - l) - half, (least * (G_LOG2 - l - delta) if r else ZERO) + half
        best = most * l + (least * (l + delta) if r else ZERO)
        out = [a, b, *((more, less) if u > v else (less, more)), best, half]
        if "kl_data_generator" in f.wanted:
            out.append(a * (u - v) - a + b if a else b)
        if "kl_generator_data" in f.wanted:
            out.append(b * (v - u) - b + a if b else a)
        if slope is not None:
            z = slope * x + shift
            out.append(a * softplus(-z) + b * softplus(z))
        return out
    return f


def distinct(points):
    out = []
    for x in sorted(points):
        if not out or x > out[-1]:
            out.append(x)
    return out


def quadrature(p_law, q_law, d=None, wanted=(), make=density):
    """All quantities of a pair, twice."""
    p, q = make(p_law), make(q_law)
    lower, upper = min(p.lower, q.lower), max(p.upper, q.upper)
    inside = lambda points: [x for x in points if lower < x < upper and gmpy2.is_finite(x)]
    few = inside(p.points + q.points + [p.lower, p.upper, q.lower, q.upper])
    many = inside(p.breaks + q.breaks)
    if d:
        slope, shift = real(F(d[0])), real(F(d[1]))
        turn = -shift / slope
        d = slope, shift
        near = inside([turn])
        few = few + near
        many = many + inside(around(turn, 1 / abs(slope), 2, 30))
    cut = inside(crossings(p, q, distinct([lower, upper] + few + many)))
    f = integrand(p, q, d)
    f.wanted = wanted
    f.size = 6 + len(wanted) + (1 if d else 0)
    one = by_tanh_sinh(f, distinct([lower, upper] + few + many + cut))
    two = by_gauss(f, distinct([lower, upper] + few + cut))
    for x, y in zip(one, two):
        if abs(x - y) > abs(x) * AGREE:
            raise ArithmeticError(f"{p_law.spec} {q_law.spec}: {gmpy2.mpfr(abs(x - y) / abs(x), 30)}: {[float(abs(x - y) / abs(x)) if x else 0 for x, y in zip(one, two)]}")
    if max(abs(one[0] - 1), abs(one[1] - 1)) > AGREE or abs(one[2] + one[3] - one[4] * -1 - G_LOG4) > AGREE:
        raise ArithmeticError(f"{p_law.spec} {q_law.spec}: masses {float(one[0] - 1)} {float(one[1] - 1)} {float(one[2] + one[3] + one[4] - G_LOG4)}")
    values = {"kl_data_mixture": one[2], "kl_generator_mixture": one[3], "jsd": (one[2] + one[3]) / 2, "value_at_optimum": -one[4], "tv": one[5]}
    for name, x in zip(wanted, one[6:]):
        values[name] = x
    if d:
        values["value_at_discriminator"] = -one[-1]
        regret = one[-1] - one[4]
        if abs(regret) > AGREE * 10**10 * abs(one[4]):
            values["regret"] = regret
    mp.dps = 100
    return {name: mpf(f"{x:.90e}") for name, x in values.items()}


def by_quadrature(p, q, d=None, wanted=(), closed=None, make=None):
    """Adds the pair; a KL that has a closed form is held against it."""
    if not allowed(p, q) or d and None in map(text, d):
        return False
    try:
        values = quadrature(p, q, d, wanted, make or density)
    except ArithmeticError as e:
        print("left out:", p.spec, q.spec, d, str(e)[:120], file=sys.stderr)
        return False
    if closed:
        mp.dps = 100
        for name, v in closed.items():
            if name in values and abs(values[name] - v) > abs(v) * mpf(10) ** -65:
                raise ArithmeticError(f"{name} of {p.spec} {q.spec}: {show(v, 70)} and {show(values[name], 70)}")
    if d:
        values = {name: v for name, v in values.items() if name in ("value_at_discriminator", "regret", "value_at_optimum")}
    return table.add(p, q, values, f"logistic({text(d[0])},{text(d[1])})" if d else "-", "quadrature", 60)


def line_law(rng):
    make = one_of(rng, Normal, Normal, Laplace, Logistic, Gumbel, Cauchy, lambda a, b: StudentT(one_of(rng, F(1, 2), F(3), F(10)), a, b))
    return make(place_of(rng), scale_of(rng))


def half_line_law(rng):
    return one_of(rng, lambda: Lognormal(place_of(rng), decimal_of(rng) / 5), lambda: Gamma(one_of(rng, F(1, 2), F(5, 2), F(1), F(20)), scale_of(rng)),
                  lambda: Exponential(scale_of(rng)), lambda: Weibull(one_of(rng, F(1, 2), F(3), F(8)), scale_of(rng)), lambda: HalfNormal(scale_of(rng)),
                  lambda: Pareto(scale_of(rng), scale_of(rng)), lambda: Uniform(0, scale_of(rng)), lambda: AbsImage(Cauchy(0, scale_of(rng))),
                  lambda: PowerImage(Gamma(3, scale_of(rng)), 2), lambda: ExpImage(Laplace(0, scale_of(rng) / 4)), lambda: Image(Normal(0, scale_of(rng)), "square"),
                  lambda: PowerImage(HalfNormal(scale_of(rng)), F(1, 2)), lambda: ExpImage(Logistic(place_of(rng), scale_of(rng) / 5)))()


def interval_law(rng):
    return one_of(rng, lambda: Uniform(0, 1), lambda: Beta(one_of(rng, F(1, 2), F(2), F(30)), one_of(rng, F(1, 2), F(3), F(1))), lambda: Triangular(0, F(1, 3), 1),
                  lambda: Arcsine(0, 1), lambda: Image(Normal(place_of(rng), scale_of(rng)), "sigmoid"), lambda: Image(Logistic(0, one_of(rng, F(1, 2), F(2))), "sigmoid"),
                  lambda: Truncated(Normal(place_of(rng), scale_of(rng)), "0", "1"), lambda: Image(HalfNormal(scale_of(rng)), "tanh"),
                  lambda: Truncated(Exponential(scale_of(rng)), "0", "1"), lambda: Uniform(0, F(1, 2)))()


def blend_of(rng, make):
    w = F(rng.randint(1, 9), 10)
    return Blend((text(w), make(rng)), (text(1 - w), make(rng)))


def known_and_wanted(p, q):
    """The KL that are finite, with their closed forms where there are any."""
    closed, wanted = {}, []
    for name, a, b in (("kl_data_generator", p, q), ("kl_generator_data", q, p)):
        try:
            v = kl(a, b)
            if not isinf(v):
                closed[name] = v
                wanted.append(name)
        except NotClosed:
            # log(1+x^2) has a mean under every law here; x under those named
            tame = (Normal, Laplace, Logistic, Gumbel, Lognormal, Gamma, Exponential, Weibull, HalfNormal, Uniform, Beta)
            if isinstance(b, (Cauchy, StudentT)) or isinstance(b, Logistic) and isinstance(a, tame):
                wanted.append(name)
        except AttributeError:
            pass
    return closed, wanted


def quadratures():
    table.open("quadratures")
    for seed, make, count in (("line", line_law, 26), ("half-line", half_line_law, 24), ("interval", interval_law, 16)):
        rng = random.Random(seed)

        def attempt():
            p, q = make(rng), make(rng)
            if rng.random() < 0.25:
                p = blend_of(rng, make)
            if p.spec == q.spec:
                return False
            closed, wanted = known_and_wanted(p, q)
            return by_quadrature(p, q, None, wanted, closed, logit_density if seed == "interval" else density)
        until(count, attempt)
    rng = random.Random("far")

    def far():
        p, q = line_law(rng), line_law(rng)
        s = ten(one_of(rng, -10, 10, 6, -4))
        q = type(q)(*(q.p[:-2]), *(x * s for x in q.p[-2:]))
        closed, wanted = known_and_wanted(p, q)
        return by_quadrature(p, q, None, wanted, closed)
    until(14, far)

    def close():
        law = one_of(rng, Normal, Laplace, Cauchy, Logistic, Gumbel, Lognormal, Gamma, Weibull)
        a, s = decimal_of(rng), decimal_of(rng) + 1
        which = rng.randint(1, 3)
        p, q = law(a, s), law(near(rng, a) if which & 1 else a, near(rng, s) if which & 2 else s)
        closed, wanted = known_and_wanted(p, q)
        return by_quadrature(p, q, None, wanted, closed)
    until(14, close)
    for p, q in ((LogImage(Gamma("2", "3"), -1), Gumbel("0", "1")), (Affine(Gamma("3", "1/2"), "-2", "5"), Normal("0", "3")),
                 (Blend(("0.999999", Normal("0", "1")), ("1e-6", Cauchy("0", "1"))), Normal("0", "1")),
                 (Blend(("0.9", Normal("0", "1")), ("0.1", Normal("30", "1/100"))), Laplace("2", "1")),
                 (Truncated(Cauchy("0", "1"), "-2", "5"), Normal("1", "1")), (Image(Cauchy("0", "1"), "square"), Lognormal("0", "3")),
                 (Image(Laplace("0", "1"), "square"), Gamma("1/2", "3")), (Image(Normal("1/3", "2"), "tanh"), Uniform("-1", "1")),
                 (Affine(Weibull("3/2", "1"), "1/7", "-1/3"), Affine(Exponential("2"), "-1", "2")),
                 (Blend(("1/2", Uniform("0", "1")), ("1/2", Exponential("3"))), Blend(("1/3", Uniform("1/2", "2")), ("2/3", HalfNormal("1")))),
                 (Normal("0", "1"), Normal("25", "1")), (Normal("0", "1"), Laplace("60", "1")), (Gumbel("-40", "1"), Gumbel("40", "2")),
                 (Triangular("0", "1/3", "1"), Triangular("0", "1", "1")), (Pareto("1", "3"), Affine(Pareto("1", "2"), "1", "-1/2"))):
        closed, wanted = known_and_wanted(p, q)
        by_quadrature(p, q, None, wanted, closed)


def discriminator_quadratures():
    """V(D,G) and the regret. -log D and -log(1-D) grow like |a x| at most, and the laws have a mean
    on either side."""
    table.open("quadratures: a given discriminator")
    rng = random.Random("V")

    def law():
        light = (lambda: Normal(place_of(rng), scale_of(rng)), lambda: Laplace(place_of(rng), scale_of(rng)), lambda: Gumbel(place_of(rng), scale_of(rng)),
                 lambda: Logistic(place_of(rng), scale_of(rng)), lambda: Gamma(one_of(rng, F(1, 2), F(1), F(7)), scale_of(rng)),
                 lambda: Lognormal(0, scale_of(rng) / 5), lambda: Exponential(scale_of(rng)), lambda: HalfNormal(scale_of(rng)), lambda: Weibull(F(3), scale_of(rng)),
                 lambda: StudentT(F(3), 0, scale_of(rng)), lambda: Uniform(0, scale_of(rng)), lambda: Beta(F(2), F(3)), lambda: Pareto(F(1), F(5, 2)))
        if rng.random() < 0.15:
            w = F(rng.randint(1, 9), 10)
            return Blend((text(w), one_of(rng, *light)()), (text(1 - w), one_of(rng, *light)()))
        return one_of(rng, *light)()

    def attempt():
        a = one_of(rng, F(1), -F(1), scale_of(rng), -scale_of(rng), ten(-20), -ten(-9), F(1000), F(1, 1000), -F(50))
        b = one_of(rng, F(0), place_of(rng), place_of(rng) * 30, -a * rng.randint(1, 20), F(-1, 2))
        p, q = law(), law()
        return p.spec != q.spec and by_quadrature(p, q, (a, b))
    until(50, attempt)


def lognormal_value(s, e):
    """V of lognormal(0,1/10), lognormal(0,s) and D = logistic(10^-e,-1), in t = log x: twice, by the
    trapezoidal rule on the whole line and by Gauss-Legendre on panels."""
    a, b = R(10) ** -e, R(-1)

    def f(t, s, sign):
        z = a * g_exp(t) + b
        y = softplus(sign * z)
        return g_exp(-((t / s) ** 2) / 2) / (s * g_sqrt(2 * G_PI)) * y

    def loss(s, sign):
        s = R(gmpy2.mpq(s))
        # The integrand is beneath e^(-t^2/2s^2 + t), centred at s^2: 24 s beyond is e^-288; poles of the
        # load lie pi-atan(pi) and more from the line.
        low, high = -24 * s, s * s + 24 * s
        trapezoid, old, h = None, None, min(s / 4, R(1) / 16)
        while True:
            n = int((high - low) / h)
            new = h * sum(f(low + h * i, s, sign) for i in range(n + 1))
            if old is not None and abs(new - old) < abs(new) * R(10) ** -50:
                trapezoid = new
                break
            old, h = new, h / 2
        panels, width = ZERO, min(2 * s, R(1))
        n = int((high - low) / width) + 1
        for i in range(n):
            c = low + width * (i + HALF)
            panels += width / 2 * sum(w * f(c + width / 2 * z, s, sign) for z, w in GAUSS[1])
        if abs(panels - trapezoid) > AGREE * abs(panels):
            raise ArithmeticError(f"lognormal_value {s} {e}: {panels} {trapezoid}")
        return panels
    return -(loss(F(1, 10), -1) + loss(F(s), 1))


def once_wrong_values():
    table.open("once wrong")
    for s, e in ((24, 140), (26, 160), (28, 180), (28, 200), (30, 220)):
        v = lognormal_value(s, e)
        mp.dps = 100
        table.add(Lognormal("0", "1/10"), Lognormal("0", str(s)), {"value_at_discriminator": mpf(f"{v:.90e}")}, f"logistic(1e-{e},-1)", "quadrature", 60)


def sums():
    """Laws on the integers, their probabilities from factorials and once more by recurrence."""
    table.open("sums")

    def poisson(rate):
        r = real(F(rate))
        return (lambda k: k * g_log(r) - r - lgamma(R(k + 1)) if k >= 0 else NEVER), (0, g_exp(-r), lambda k: r / k)

    def geometric(p, first=1):
        p = real(F(p))
        return (lambda k: g_log(p) + (k - first) * g_log1p(-p) if k >= first else NEVER), (first, p, lambda k: 1 - p)

    def quantities(a, b, r, wanted):
        """Of the probabilities a and b with log(a/b) = r."""
        mid = (a + b) / 2
        x = a * g_log(a / mid) if a else ZERO
        y = b * g_log(b / mid) if b else ZERO
        best = (a * g_log(a / (a + b)) if a else ZERO) + (b * g_log(b / (a + b)) if b else ZERO)
        out = {"kl_data_mixture": x, "kl_generator_mixture": y, "jsd": (x + y) / 2, "value_at_optimum": best, "tv": abs(a - b) / 2}
        if "kl_data_generator" in wanted and a:
            out["kl_data_generator"] = a * r
        if "kl_generator_data" in wanted and b:
            out["kl_generator_data"] = -b * r
        return out

    both_kl = ("kl_data_generator", "kl_generator_data")
    P, G = ("poisson", poisson), ("geometric", geometric)
    cases = [(P, "1", P, "2"), (P, "1/1000", P, "3"), (P, "100", P, "110"), (P, "20", P, "20.000001"), (P, "7", P, "700"), (P, "1/3", P, "1/2"),
             (P, "5", P, "5.000000000001"), (G, "1/2", G, "1/3"), (G, "0.01", G, "0.5"), (G, "0.3", G, "0.300000000001"), (G, "0.99", G, "0.05"),
             (G, "1/9", G, "8/9"), (G, "1/2", P, "1"), (G, "1/20", P, "20"), (P, "3", G, "0.9"), (G, "0.9", P, "1000")]
    for (name, one), a, (name2, two), b in cases:
        (p, start_p), (q, start_q) = one(a), two(b)
        wanted = both_kl if name == name2 else ("kl_data_generator",) if name == "geometric" else ("kl_generator_data",)
        closed = {}
        if name == name2:
            closed = {"kl_data_generator": rates(name, F(a), F(b)), "kl_generator_data": rates(name, F(b), F(a))}
        length = 26000
        first, second = {}, {}
        x, y = ZERO, ZERO
        for k in range(length):
            u, v = p(k), q(k)
            if k >= start_p[0]:
                x = start_p[1] if k == start_p[0] else x * start_p[2](k)
            if k >= start_q[0]:
                y = start_q[1] if k == start_q[0] else y * start_q[2](k)
            if u < -1000 and v < -1000:
                if k > 3000:
                    break
                continue
            for name3, t in quantities(g_exp(u), g_exp(v), u - v, wanted).items():
                first[name3] = first.get(name3, ZERO) + t
            if x or y:
                for name3, t in quantities(x, y, g_log(x / y) if x and y else ZERO, wanted).items():
                    second[name3] = second.get(name3, ZERO) + t
        mp.dps = 100
        for name3, t in first.items():
            if abs(t - second[name3]) > AGREE * abs(t):
                raise ArithmeticError(f"{name3} {a} {b}")
            if name3 in closed and abs(mpf(f"{t:.90e}") - closed[name3]) > abs(closed[name3]) * mpf(10) ** -65:
                raise ArithmeticError(f"{name3} {a} {b}")
        values = {n: mpf(f"{t:.90e}") for n, t in first.items()}
        if name != name2:
            values[both_kl[1] if wanted == both_kl[:1] else both_kl[0]] = inf  # poisson has mass at 0
        table.add(f"{name}({a})", f"{name2}({b})", values, "-", "quadrature", 60)


# ---------------------------------------------------------------- 6: the same laws written otherwise
def root(x):
    """The rational square root, if there is one."""
    n, d = gmpy2.isqrt(x.numerator), gmpy2.isqrt(x.denominator)
    return F(int(n), int(d)) if n * n == x.numerator and d * d == x.denominator else None


def ways(law):
    """Other specifications of a law."""
    out = []

    def way(form, *numbers):
        texts = [None if x is None else text(x) for x in numbers]
        if None not in texts and all(x == 0 or ten(-300) <= abs(x) <= ten(300) for x in map(F, numbers)):
            out.append(form.format(*texts))
    p = getattr(law, "p", None)
    name = getattr(law, "name", None)
    if name in ("normal", "laplace", "logistic", "cauchy", "gumbel"):
        mu, s = p
        way("shift(scale(" + name + "(0,1),{}),{})", s, mu)
        way("pushforward(" + name + "(0,1),affine({},{}))", s, mu)
        way("shift(" + name + "({},{}),3)", mu - 3, s)
        way("mixture(1/3*" + name + "({0},{1}),2/3*" + name + "({0},{1}))", mu, s)
        way("scale(" + name + "({},{}),{})", mu / 7, s / 7, F(7))
        if name != "gumbel":
            way("scale(" + name + "({},{}),-1)", -mu, s)
            way("pushforward(" + name + "({},{}),affine(-1/3,0))", -3 * mu, 3 * s)
        if abs(mu) < 100 and s < 20:
            way("pushforward(pushforward(" + name + "({},{}),exp()),log())", mu, s)
    if name == "normal":
        way("pushforward(lognormal({},{}),log())", p[0], p[1])
        way("pushforward(lognormal({},{}),neg_log())", -p[0], p[1])
        way("shift(pushforward(lognormal(0,{}),log()),{})", p[1], p[0])
    if name == "cauchy":
        way("student_t(1,{},{})", *p)
        way("shift(student_t(1,0,{}),{})", p[1], p[0])
    if name == "student_t":
        way("shift(scale(student_t({}),{}),{})", p[0], p[2], p[1])
        way("scale(student_t({},{},{}),-1)", p[0], -p[1], p[2])
        way("pushforward(student_t({},0,1),affine({},{}))", p[0], -p[2], p[1])
        if p[0] == 1:
            way("cauchy({},{})", p[1], p[2])
    if name == "gumbel":
        way("shift(pushforward(weibull({},1),neg_log()),{})", 1 / p[1], p[0])
        way("pushforward(pushforward(exponential(1),neg_log()),affine({},{}))", p[1], p[0])
    if name == "exponential":
        r = law.rate
        for form in ("gamma(1,{})", "weibull(1,{})", "scale(exponential(1),{})", "scale(pushforward(uniform(0,1),neg_log()),{})",
                     "pushforward(laplace(0,{}),abs())", "scale(scale(exponential(1),-{}),-1)"):
            way(form, 1 / r)
        if F(1, 50) < r < 50:
            way("pushforward(pareto(1,{}),log())", r)
            way("pushforward(beta({},1),neg_log())", r)
        way("pushforward(weibull(1/2,{}),sqrt())", 1 / r**2)
        if root(1 / r):
            way("pushforward(weibull(2,{}),square())", root(1 / r))
    if name == "gamma":
        k, t = p
        for form in ("scale(gamma({},1),{})", "pushforward(gamma({},1),affine({},0))", "pushforward(pushforward(gamma({},{}),sqrt()),square())",
                     "pushforward(pushforward(gamma({},{}),log()),exp())", "scale(scale(gamma({},{}),-1),-1)"):
            way(form, k, t)
        way("mixture(0.5*gamma({0},{1}),0.5*gamma({0},{1}))", k, t)
        if k == 1:
            way("exponential({})", 1 / t)
        if k == F(1, 2) and root(t / 2):
            way("pushforward(normal(0,{}),square())", root(t / 2))
    if name == "weibull":
        k, s = p
        way("scale(weibull({},1),{})", k, s)
        way("pushforward(weibull({},{}),sqrt())", k / 2, s * s)
        way("scale(pushforward(scale(gumbel(0,{}),-1),exp()),{})", 1 / k, s)
        way("pushforward(pushforward(weibull({},{}),square()),sqrt())", k, s)
        way("mixture(1/4*weibull({0},{1}),3/4*weibull({0},{1}))", k, s)
        if root(s):
            way("pushforward(weibull({},{}),square())", 2 * k, root(s))
        if k == 1:
            way("exponential({})", 1 / s)
        if k == 2:
            way("pushforward(exponential({}),sqrt())", 1 / (s * s))
    if name == "pareto":
        s, a = p
        way("scale(pareto(1,{}),{})", a, s)
        way("scale(pushforward(exponential({}),exp()),{})", a, s)
        way("pushforward(pareto({},{}),sqrt())", s * s, a / 2)
        way("pushforward(pushforward(pareto({},{}),log()),exp())", s, a)
        if root(s):
            way("pushforward(pareto({},{}),square())", root(s), 2 * a)
        way("scale(pushforward(pushforward(uniform(0,1),neg_log()),exp()),{})" if a == 1 else "scale(scale(pareto(1,{1}),-1),-{0})", s, a)
    if name == "half_normal":
        s = p[0]
        for form in ("pushforward(normal(0,{}),abs())", "scale(half_normal(1),{})", "pushforward(pushforward(normal(0,{}),square()),sqrt())",
                     "scale(pushforward(normal(0,1),abs()),{})", "pushforward(half_normal({}),abs())"):
            way(form, s)
        way("pushforward(gamma(1/2,{}),sqrt())", 2 * s * s)
    if name == "lognormal":
        mu, s = p
        for form in ("pushforward(normal({},{}),exp())", "pushforward(pushforward(lognormal({},{}),log()),exp())", "pushforward(pushforward(lognormal({},{}),sqrt()),square())"):
            way(form, mu, s)
        way("pushforward(lognormal({},{}),sqrt())", 2 * mu, 2 * s)
        way("pushforward(lognormal({},{}),square())", mu / 2, s / 2)
        way("pushforward(scale(normal({},{}),-1),exp())", -mu, s)
        way("pushforward(pushforward(normal(0,1),affine({},{})),exp())", s, mu)
    if name == "uniform":
        a, b = p
        for form in ("shift(scale(uniform(0,1),{}),{})", "shift(scale(beta(1,1),{}),{})", "pushforward(pushforward(logistic(0,1),sigmoid()),affine({},{}))"):
            way(form, b - a, a)
        way("truncate(uniform({},{}),{},{})", a - 1, b + 2, a, b)
        way("mixture(1/2*uniform({0},{1}),1/2*uniform({1},{2}))", a, (a + b) / 2, b)
        if (a, b) == (0, 1):
            out.append("pushforward(scale(exponential(1),-1),exp())")
    if name == "beta":
        a, b = p
        way("shift(scale(beta({},{}),-1),1)", b, a)
        way("truncate(beta({},{}),0,1)", a, b)
        way("pushforward(pushforward(beta({},{}),square()),sqrt())", a, b)
        if a == b == F(1, 2):
            out.append("arcsine(0,1)")
        if b == 1:
            way("pushforward(scale(exponential({}),-1),exp())", a)
            way("pushforward(beta({},1),sqrt())", a / 2)
    if name == "triangular":
        a, c, b = p
        way("scale(triangular({},{},{}),-1)", -b, -c, -a)
        way("shift(triangular(0,{},{}),{})", c - a, b - a, a)
    if name == "arcsine":
        a, b = p
        way("shift(scale(beta(1/2,1/2),{}),{})", b - a, a)
        way("shift(scale(arcsine(0,1),{}),{})", b - a, a)
        way("scale(arcsine({},{}),-1)", -b, -a)
    wraps = {ExpImage: "exp", AbsImage: "abs"}
    if isinstance(law, LogImage):
        out += [f"pushforward({w},{'log' if law.sign > 0 else 'neg_log'}())" for w in ways(law.base)]
        out.append(f"scale(pushforward({law.base.spec},{'neg_log' if law.sign > 0 else 'log'}()),-1)")
    elif isinstance(law, PowerImage):
        out += [f"pushforward({w},{'square' if law.c == 2 else 'sqrt'}())" for w in ways(law.base)]
    elif type(law) in wraps:
        out += [f"pushforward({w},{wraps[type(law)]}())" for w in ways(law.base)]
    elif isinstance(law, Image):
        out += [f"pushforward({w},{law.map}())" for w in ways(law.base)]
    elif isinstance(law, (Mixture, Blend)):
        parts = [(w, part.spec) for _, w, part in law.parts]
        out.append("mixture(" + ",".join(f"{w}*{s}" for w, s in reversed(parts)) + ")")
        for i, (_, w, part) in enumerate(law.parts):
            for s in ways(part):
                out.append("mixture(" + ",".join(f"{v}*{s if i == j else t}" for j, (v, t) in enumerate(parts)) + ")")
    return out


def moves(rng, p, q):
    """Both laws moved by one injective map."""
    specs = [x if isinstance(x, str) else x.spec for x in (p, q)]
    forms = ["scale({},-2)", "scale({},1/3)", "pushforward({},affine(-1/7,0))", "scale({},1e-9)"]
    tame = not any(part[:1].isdigit() and "e" in part for s in specs for part in s.replace("(", ",").replace(")", ",").split(","))
    if tame:
        forms += ["shift({},1/3)", "pushforward({},affine(3,-2))", "pushforward({},exp())", "pushforward({},sigmoid())", "pushforward({},tanh())"]
    if all(not isinstance(x, str) and at(x.lower) >= 0 for x in (p, q)):
        forms += ["pushforward({},log())", "pushforward({},neg_log())", "pushforward({},sqrt())", "pushforward({},square())"]
    if specs[0].startswith(("poisson", "geometric", "discrete")):
        forms = ["shift({},1/2)", "scale({},-1)", "scale({},1e-10)", "pushforward({},affine(-3,7))"]
    return [[form.format(s) for s in specs] for form in rng.sample(forms, min(3, len(forms)))]


def writings():
    table.open("written otherwise")
    rng = random.Random("writings")
    known = list(table.known)
    half = [entry for entry in known if entry[5] == 60]
    chosen = rng.sample([entry for entry in known if entry[5] == 100], 260) + rng.sample(half, min(50, len(half)))
    for group, p, q, d, values, digits in chosen:
        options = []
        mine = [ways(x) if not isinstance(x, str) else [] for x in (p, q)]
        specs = [x if isinstance(x, str) else x.spec for x in (p, q)]
        for _ in range(4):
            pair_of = [rng.choice(w) if w and rng.random() < 0.8 else s for w, s in zip(mine, specs)]
            if pair_of != specs:
                options.append((pair_of, d))
        if d == "-":
            options += [(move, d) for move in moves(rng, p, q)]
        else:
            a, b = (F(x) for x in d[9:-1].split(","))
            for factor, offset in ((F(-2), F(0)), (F(1, 5), F(0)), (F(1), F(3)), (F(-1), F(1, 2))):
                slope = a / factor
                shift = b - slope * offset
                words = text(factor), text(offset), text(slope), text(shift)
                if None not in words and abs(slope) > ten(-300):
                    options.append(([f"shift(scale({s},{words[0]}),{words[1]})" for s in specs], f"logistic({words[2]},{words[3]})"))
        for pair_of, e in rng.sample(options, min(len(options), rng.randint(2, 6))):
            table.add(*pair_of, values, e, "writing", digits, group)


# ---------------------------------------------------------------- last: once wrong, at the edge of finiteness
def squared_move(density, above):
    """E log p of X = (Z - 1)^2 for a law of Z >= 0 on [0, oo): by y = z - 1, where |y| < 1 has two preimages."""
    def log_p(y):
        a = abs(y)
        both = density(1 + a) + (density(1 - a) if a < 1 else mpf(0))
        return log(both) - log(2 * a)
    found = []
    for digits, between in ((60, ("0.5",)), (90, ("0.3", "0.7"))):  # two partitions, two precisions
        with mp.workdps(digits):
            inner = [mpf(b) for b in between]
            ends = [mpf(-1), *(-b for b in reversed(inner)), mpf(0), *inner, mpf(1), *(mpf(k) for k in above[digits == 90])]
            found.append(mp.quad(lambda y: density(1 + y) * log_p(y) if y else mpf(0), ends))
    assert abs(found[0] - found[1]) < mpf(10) ** -50
    return found[1]


def once_wrong_at_the_edge():
    """A lower order of the tail makes finite what the first one leaves open: called infinite by rule until 0.2.0."""
    table.open("once wrong")
    half_normal = lambda z: sqrt(2 / mp.pi) * exp(-z * z / 2)
    weibull = lambda z: 2 * z * exp(-z * z)
    above = (2, 3, 4, 6, 8, 12, 16, 24), (2, 4, 5, 7, 10, 14, 20, 28)
    with mp.workdps(90):
        # -log q(x) = log 2 - x/2 + e^(x/2); E X = 2 - 2 sqrt(2/pi), E e^(X/2) = sqrt(2/pi) e^(1/2).
        c = sqrt(2 / mp.pi)
        kl_gumbel = squared_move(half_normal, above) + log(mpf(2)) - (1 - c) + c * exp(mpf(1) / 2)
        # X = e^S: E log p(X) = E log p_S - E S, with E S = E W^2 - 2 E W + 1; E X = e/2.
        square = 2 - sqrt(mp.pi)
        kl_laplace = squared_move(weibull, above) - square + log(mpf(2)) + mp.e / 2
        moved = "pushforward(shift(half_normal(1),-1),square())"
        table.add(moved, "scale(gumbel(0,2),-1)", {"kl_data_generator": kl_gumbel}, kind="quadrature", digits=40)
        table.add("pushforward(pushforward(shift(weibull(2,1),-1),square()),exp())", "laplace(0,1)",
                  {"kl_data_generator": kl_laplace}, kind="quadrature", digits=40)


def main():
    for section in SECTIONS:
        section()
        print(section.__name__, len(table.seen), file=sys.stderr)
    print(HEADER)
    for title, rows in table.sections.items():
        print("# " + title)
        for row in rows:
            print(row)


HEADER = "# kind	group	data	generator	discriminator	quantity	value (tests/reference/attacks.py)"

SECTIONS = (once_wrong, once_wrong_values, within_families, across_half_line, across_line, just_below_gumbel, bounded, heavy_images, disjoint_mixtures,
            rules, truncations, overlaps, chain, variations, discriminators, quadratures, discriminator_quadratures, sums, writings, once_wrong_at_the_edge,)
main()
