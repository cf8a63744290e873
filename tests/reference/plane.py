#!/usr/bin/env python3
"""JSD and both direct divergences in the plane by the trapezoidal rule with equal steps, in pure Python: far from the
boundary it converges faster than any power of the step. Two steps that agree are printed with the digits they share.

    python3 tests/reference/plane.py > tests/reference/plane.tsv
"""
from math import cos, exp, log, log1p, pi, sin, sqrt


def normal2(mx, my, sx, sy):
    return [(1.0, mx, my, sx, sy)]


def ring(modes, radius, s):
    return [(1 / modes, radius * cos(2 * pi * k / modes), radius * sin(2 * pi * k / modes), s, s)
            for k in range(modes)]


def table(law, axis, points):
    """Of each part along an axis."""
    return [[exp(-((x - part[1 + axis]) / part[3 + axis]) ** 2 / 2) / part[3 + axis] / sqrt(2 * pi)
             for x in points] for part in law]


def jsd(p_law, q_law, box, n):
    h = 2 * box / n
    points = [-box + h * i for i in range(n + 1)]
    px, py, qx, qy = (table(law, axis, points) for law in (p_law, q_law) for axis in (0, 1))
    total = 0.0
    for i in range(n + 1):
        pc = [part[0] * px[k][i] for k, part in enumerate(p_law)]
        qc = [part[0] * qx[k][i] for k, part in enumerate(q_law)]
        row = 0.0
        for j in range(n + 1):
            p = sum(c * t[j] for c, t in zip(pc, py))
            q = sum(c * t[j] for c, t in zip(qc, qy))
            if p > 1e-300 and q > 1e-300:
                s = p + q
                row += p * log(2 * p / s) + q * log(2 * q / s)
            else:
                row += (p + q) * log(2)
        total += row
    return total * h * h / 2


rows = [
    ("ring(8,2,1/10)", "normal2(0,0,3/2,3/2,0)", ring(8, 2, 0.1), normal2(0, 0, 1.5, 1.5), 14.0, 1400),
    ("ring(8,1,1/4)", "normal2(1/2,0,1,1/2,0)", ring(8, 1, 0.25), normal2(0.5, 0, 1, 0.5), 11.0, 1100),
]
print("# data\tgenerator\tJSD in nats\tof which digits agree for two steps: absolute difference")
for data, generator, p, q, box, n in rows:
    coarse, fine = jsd(p, q, box, n), jsd(p, q, box, n * 3 // 2)
    print(f"{data}\t{generator}\t{fine:.15g}\t{abs(fine - coarse):.1e}")
