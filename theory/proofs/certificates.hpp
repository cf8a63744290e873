// The certificates in one variable that settle a claim for all pairs at once (technique T4).
//
// With s = p/(p+q) every integral over (P, Q) here is that of (p+q)·phi(s), and the integrals of
// p+q and (p+q)(s - 1/2) are 2 and 0 for every pair; so phi(t) >= lambda (t - 1/2) on [0, 1] proves
// the inequality for every pair of distributions on every space. Balls certify it box by box. Where
// phi touches 0 naive boxes fail: there the zero is divided out exactly, or a second derivative
// swept.
//
// A constant in an inequality is a parameter. Its default is the one that is proved; a false one is
// refuted at a point, where T4 gives a pair that violates the claim: (t, 1-t) and (1-t, t) for a
// phi with phi(t) = phi(1-t).
#pragma once

#include "numerics/number/rational.hpp"
#include "theory/evidence/evidence.hpp"

namespace gancheck {

/// s log(s/(1-s)) >= 2s - 1 on [0, 1], with equality only at 1/2: Gibbs' inequality KL(P||Q) >= 0,
/// = 0 iff P = Q. [claim 46]
Evidence gibbs();

/// s log 2s >= s - 1/2 on [0, 1], with equality only at 1/2: KL(P||M) >= 0, = 0 iff P = Q.
/// [claim 46]
Evidence gibbs_for_mixture();

/// log 2 - h(t) >= (t - 1/2)² on [0, 1]: C(G) >= -log 4, with equality only where s = 1/2.
/// [claims 41, 48, 51, 52, 56]
Evidence entropy_is_at_most_log2();
extern const Text entropy_bound_in_words;

/// log 2 - h(t) >= c (t - 1/2)² with c = 2, from which TV² <= C + log 4 follows by 2x² >= 2bx -
/// b²/2 with x = |t - 1/2|. The touch at 1/2 is of fourth order: the second derivative 1/(t(1-t)) -
/// 2c = (1-2t)²/(t(1-t)) + (4 - 2c) over (1-2t)² is swept, >= 3.99 on [0, 1] for c = 2. [claims 51,
/// 52]
Evidence entropy_is_below_parabola(const Rational& c = 2);

/// h(t) >= c t(1-t) with c = 5/2, the zeros of h at 0 and 1 divided out, so that h >= 0, and
/// JSD = log 2 - (integral of (p+q) h(s))/2 <= log 2. [claim 41]
Evidence entropy_is_nonnegative(const Rational& c = Rational(5, 2));

/// log 2 - h(t) <= k |t - 1/2| with k = 2: C + log 4 <= k TV. The zero at 1/2 is divided out.
/// [claim 51]
Evidence excess_is_below_distance(const Rational& k = 2);

/// dP/dM = 2s <= k and dQ/dM = 2(1-s) <= k with k = 2. [claim 43]
Evidence mixture_dominates(const Rational& k = 2);

/// x log x >= -k/e for 0 <= x <= 4/e, and x log x > 0 beyond 1, with k = 1 and x = p/q: the
/// negative part of p log(p/q) is at most q/e. With x = u/e it reads u log u - u + k >= 0 for 0 <=
/// u <= 4, which touches 0 at u = 1. [claim 44]
Evidence negative_part_is_bounded(const Rational& k = 1);

/// log y + log(1-y) <= -log 4 - c (y - 1/2)² with c = 3: among the constants D = 1/2 is the best,
/// and V(D, P) <= -log 4 for every D. [claim 26]
Evidence half_is_best_constant(const Rational& c = 3);

/// -log t >= k (1-t) on (0, 1] with k = 1: the derivative of log is 1/t >= k, and log 1 = 0. So log
/// increases and is <= 0 there. [claims 13, 28]
Evidence logarithm_increases(const Rational& k = 1);

/// For a, b >= 0, not both 0, y* = a/(a+b): v'(y) (y* - y) >= k (a+b) (y* - y)² on (0, 1) with
/// k = 3.99: v' is positive below y* and negative above. The zero is divided out:
/// v'(y) = (a+b)(y* - y)/(y(1-y)), and 1/(y(1-y)) >= k is swept. [claim 27]
Evidence slope_points_to_maximum(const Rational& k = Rational(399, 100));

}  // namespace gancheck
