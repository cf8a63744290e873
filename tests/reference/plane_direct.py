#!/usr/bin/env python3
"""Direct divergences of mixtures of normal laws in the plane, by one integral on the line each, in 30 digits.

    python3 tests/reference/plane_direct.py > tests/reference/plane_direct.tsv
"""
from mpmath import exp, inf, log, mp, mpf, nstr, pi, quad, sqrt

mp.dps = 30


def normal(x, mean=0, stddev=1):
    return exp(-((x - mean) / stddev) ** 2 / 2) / (stddev * sqrt(2 * pi))


def two_far_modes(m):
    """N(0,1) against halves at (m,0) and (0,m): log q = log p - log 2 - m^2/2 + log(e^(mx) + e^(my)), where the maximum
    of mx and my has the mean m/sqrt(pi), and x - y is N(0,2)."""
    rest = 2 * quad(lambda d: log(1 + exp(-m * d)) * normal(d, 0, sqrt(mpf(2))), [0, 1 / m, 10 / m, 1, 10])
    return log(mpf(2)) + m * m / 2 - m / sqrt(pi) - rest


def thin_strip():
    """(1-w) N(0,1) + w S against 0.996 N(0,1) + sum of 0.001 N(a,s) x N(0,1); S is normal about (10^6, 10^6) with
    stddevs 1 and correlation rho. What the parts far away add is below e^(-10^11)."""
    w, rho, far = mpf("5e-12"), mpf("0.9999999999999998"), mpf(10) ** 6
    sides = [(far + mpf("0.3712"), mpf("1.137")), (far - mpf("1.22869"), mpf("0.837")),
             (far + mpf("1.919"), mpf("1.6371")), (far - mpf("0.28287"), mpf("3.1"))]
    of_x = quad(lambda x: normal(x, far) * log(sum(normal(x, a, s) for a, s in sides) / 1000),
                [far - 12, far - 4, far, far + 4, far + 12])
    of_y = -(far ** 2 + 1) / 2 - log(2 * pi) / 2
    of_strip = -log(2 * pi * sqrt(1 - rho ** 2)) - 1
    return (1 - w) * log((1 - w) / mpf("0.996")) + w * (log(w) + of_strip - of_x - of_y)


def corner():
    """N(0,1000) x N(0,1) against thousandths of N(1000,1) and the rest of N(0,1), both x N(0,1): a law on the line. The
    logarithm of q has its corner where both parts are equal."""
    at = 500 + log(mpf(999)) / 1000

    def log_q(x):
        a, b = log(mpf(999) / 1000) - x * x / 2, log(mpf(1) / 1000) - (x - 1000) ** 2 / 2
        return max(a, b) + log(1 + exp(-abs(a - b))) - log(2 * pi) / 2

    near = [at + sign * mpf(10) ** k for sign in (-1, 1) for k in range(-4, 1)]
    points = sorted(near + [at, mpf(1000), mpf(0)] + [mpf(1000) * k for k in range(-14, 15)])
    cross = quad(lambda x: normal(x, 0, 1000) * log_q(x), points)
    return -log(mpf(1000)) - log(2 * pi) / 2 - mpf(1) / 2 - cross


print("# case\tKL(P||Q) in nats")
print(f"two far modes\t{nstr(two_far_modes(mpf(37)), 20)}")
print(f"thin strip\t{nstr(thin_strip(), 20)}")
print(f"corner\t{nstr(corner(), 20)}")
