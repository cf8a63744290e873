"""Divergences of pairs with a density, by quadrature of their definitions (mpmath, 70 digits).

    python3 tests/reference/divergences.py > tests/reference/divergences.tsv

Columns: data, generator, quantity, value to 45 digits. Every density is written here once more, from
its textbook formula; integrals are Gauss-Legendre sums between break points at two degrees, and a
value is printed only where both agree to 50 digits.
"""
from mpmath import beta, cosh, exp, gamma, log, mp, mpf, nstr, pi, quad, sinh, sqrt

mp.dps = 70


def normal(mean, scale):
    return lambda x: exp(-(((x - mean) / scale) ** 2) / 2) / (scale * sqrt(2 * pi))


def laplace(mean, scale):
    return lambda x: exp(-abs(x - mean) / scale) / (2 * scale)


def logistic(mean, scale):
    return lambda x: 1 / (4 * scale * cosh((x - mean) / (2 * scale)) ** 2)


def gumbel(mean, scale):
    def density(x):
        y = (x - mean) / scale
        return exp(-y - exp(-y)) / scale

    return density


def on_half_line(density):
    """In t = log x, weighted by x."""
    return lambda t: density(exp(t)) * exp(t)


def exponential(rate):
    return lambda x: rate * exp(-rate * x)


def gamma_law(shape, scale):
    return lambda x: x ** (shape - 1) * exp(-x / scale) / (gamma(shape) * scale**shape)


def weibull(shape, scale):
    return lambda x: shape / scale * (x / scale) ** (shape - 1) * exp(-((x / scale) ** shape))


def lognormal(mu, sigma):
    return lambda x: normal(mu, sigma)(log(x)) / x


def beta_law(a, b):
    """In t = log(x/(1-x)), weighted by x (1-x)."""
    return lambda t: (1 + exp(-t)) ** -a * (1 + exp(t)) ** -b / beta(a, b)


def beta_on_line(a, b):
    return lambda x: x ** (a - 1) * (1 - x) ** (b - 1) / beta(a, b)


def student_t(dof, location, scale):
    """In t = arsinh x, weighted by cosh t."""
    norm = sqrt(pi * dof) * gamma(dof / 2) / gamma((dof + 1) / 2) * scale

    def density(x):
        return (1 + ((x - location) / scale) ** 2 / dof) ** (-(dof + 1) / 2) / norm

    return lambda t: density(sinh(t)) * cosh(t)


def mixture(*parts):
    return lambda x: sum(weight * density(x) for weight, density in parts)


half = mpf(1) / 2
line = [-80, -30, -12, -6, -3, -1, 0, 1, 3, 6, 12, 30, 80]
logs = [-200, -60, -20, -6, -3, -1, 0, 1, 2, 3, 4, 5, 6]
# In t = log x for laws on x > 0, log(x/(1-x)) for those on (0, 1), in x for the others;
# less than 1e-80 of a law lies beyond the ends.
pairs = [
    ("normal(0,1)", "normal(40,1)", normal(0, 1), normal(40, 1), 
     [-20, -10, -5, 0, 5, 10, 15, 17, 18, 19] + [20 + mpf(k) / 4 for k in range(-3, 4)]
     + [21, 22, 23, 25, 30, 35, 40, 45, 50, 60]),
    ("normal(0,1)", "normal(1,2)", normal(0, 1), normal(1, 2), line),
    ("laplace(0,1)", "normal(1/3,1)", laplace(0, 1), normal(mpf(1) / 3, 1),
     sorted(line[3:-3] + [mpf(-200), -60, 60, 200])),
    ("logistic(0,1)", "logistic(1,2)", logistic(0, 1), logistic(1, 2),
     [-400, -150] + line + [150, 400]),
    ("gumbel(0,1)", "gumbel(1,2)", gumbel(0, 1), gumbel(1, 2),
     [-12, -9, -6, -5, -4, -3, -2, -1, 0, 1, 3, 6, 12, 30, 80, 200, 400]),
    ("gamma(5/2,2)", "gamma(1/2,1)", on_half_line(gamma_law(5 * half, 2)),
     on_half_line(gamma_law(half, 1)), [-400] + logs),
    ("weibull(2,1)", "weibull(3/2,3)", on_half_line(weibull(2, 1)),
     on_half_line(weibull(3 * half, 3)), logs),
    ("lognormal(0,1)", "exponential(1)", on_half_line(lognormal(0, 1)),
     on_half_line(exponential(1)), logs + [10, 20]),
    ("beta(2,5)", "beta(5,2)", beta_law(2, 5), beta_law(5, 2),
     [-100, -60, -30, -15, -6, -3, -1, 0, 1, 3, 6, 15, 30, 60, 100]),
    ("mixture(0.5*normal(-3,0.5),0.5*normal(3,1))", "normal(0,1)",
     mixture((half, normal(-3, half)), (half, normal(3, 1))), normal(0, 1),
     [-20, -12, -8, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8, 12, 20]),
    # Large and small shapes, two laws that only their tails tell apart, a normal approximation.
    ("gamma(5000,1)", "gamma(5050,1)", on_half_line(gamma_law(mpf(5000), 1)),
     on_half_line(gamma_law(mpf(5050), 1)), [mpf(k) / 50 for k in range(407, 446)]),
    ("gamma(1/100,1)", "gamma(1/50,1)", on_half_line(gamma_law(mpf(1) / 100, 1)),
     on_half_line(gamma_law(mpf(1) / 50, 1)),
     [-20000, -10000, -5000, -2500, -1200, -600, -300, -100] + logs[1:]),
    ("beta(1000,1000)", "normal(1/2,7/625)", beta_on_line(1000, 1000),
     normal(half, mpf(7) / 625), [half + mpf(k) / 50 for k in range(-12, 13)]),
    ("student_t(5/2)", "student_t(13/5,1/10,11/10)", student_t(5 * half, 0, 1),
     student_t(mpf(13) / 5, mpf(1) / 10, mpf(11) / 10),
     sorted({s * mpf(k) for s in (-1, 1) for k in
             [0, 0.5, 1, 1.5, 2, 3, 4, 6, 9, 13, 18, 25, 35, 50, 70, 100]})),
]


def share(x, p, q):
    """p log((p + q)/p), the whole of which is (P log 2 - KL(P||M))."""
    return p * mp.log1p(q / p) if p > 0 else mpf(0)


def integral(f, points):
    """Two rules of different degree on the same panels, each cut into four."""
    points = [a + (b - a) * mpf(k) / 4 for a, b in zip(points, points[1:]) for k in range(4)] + [
        points[-1]
    ]
    # quad stops at an absolute error of 1e-70: the integrand is brought to the size of 1.
    size = max(abs(f(x)) for x in points)
    rough, fine = (
        size * quad(lambda x: f(x) / size, points, method="gauss-legendre", maxdegree=d)
        for d in (6, 7)
    )
    if abs(rough - fine) > mpf(10) ** -50 * abs(fine):
        raise ArithmeticError(f"{nstr(rough, 50)} and {nstr(fine, 50)}")
    return fine


def main():
    for data, generator, p, q, points in pairs:
        of_data = integral(lambda x: share(x, p(x), q(x)), points)
        of_generator = integral(lambda x: share(x, q(x), p(x)), points)
        for name, value in (
            ("value_at_optimum", -(of_data + of_generator)),
            ("jsd", log(2) - (of_data + of_generator) / 2),
            ("kl_data_mixture", log(2) - of_data),
            ("kl_generator_mixture", log(2) - of_generator),
            ("kl_data_generator", integral(lambda x: p(x) * log(p(x) / q(x)), points)),
        ):
            print(data, generator, name, nstr(value, 45), sep="\t")


main()
