// The certificates in two variables: kl(s||d), classifiers and ROC curves on the closed square
// [0, 1]², corners included. certificates.hpp has those in one variable, and says what a constant
// that is a parameter is for.
#pragma once

#include "numerics/number/rational.hpp"
#include "theory/evidence/evidence.hpp"

namespace gancheck {

/// G(t, y) = kl(t||y) on the closed square: G_yy = t/y² + (1-t)/(1-y)² >= 0.999 there, and
/// G(t, t) = 0 = G_y(t, t) for 0 < t < 1 (for t = 0 and 1 the slope points inwards), so that
/// kl(t||y) >= 0.4995 (y-t)²: y = t is the only minimum, and v(y) = t log y + (1-t) log(1-y) is
/// strictly concave. [claims 13, 26, 29, 30, 32, 35]
Evidence binary_kl_is_convex();

/// kl(s||d) >= c (s-d)² on the closed square with c = 2: Pinsker's inequality for two points, and
/// so the lower bound of the regret. Its derivative with respect to d, (d-s)[(1-2d)²/(d(1-d)) + (4
/// - 2c)], is divided by d-s and by (1-2d)²: the quotient does not depend on s and is swept,
/// >= 3.99 for c = 2. So kl(s||d) - c (s-d)² falls towards d = s and rises from there, where it is
/// 0. For c > 2 the pair (s, 1-s), (d, 1-d) of the point refutes KL(P||Q) >= c TV². [claims 29, 32,
/// 35, 46]
Evidence binary_kl_is_above_square(const Rational& c = 2);

/// kl(s||d) <= k (s-d)²/(d(1-d)) for d in (0, 1) with k = 1: the upper bound of the regret. The
/// derivative of the difference with respect to d is (d-s) times
/// [(k-1) d(1-d) + k ((d-s)² + s(1-s))]/(d(1-d))², which is swept, >= 1 for k = 1. Where d <= 1/2
/// it is [1 + s(1-2d)/d²]/(1-d)² for k = 1, which never divides 0 by 0; where d >= 1/2 the mirror
/// image. [claims 32, 35]
Evidence binary_kl_is_below_chi_squared(const Rational& k = 1);

/// The accuracy s a + (1-s)(1-a) of saying "data" with probability a where D* = s is at most
/// 1/2 + k |s - 1/2|, and a = 1{s > 1/2} has it, with k = 1: so the best accuracy of all is
/// 1/4 of the mass of P+Q plus TV/2. On either side of s = 1/2 the gap is linear in s and in a, so
/// that its values at the corners of a box bound it; they are exact. [claim 56]
Evidence accuracy_is_bounded(const Rational& k = 1);

/// min(s(1-t), t(1-s)) >= k min(s, 1-s) min(t, 1-t) with k = 1, s = D*(x), t = D*(y). 1 - AUC is
/// half the integral of the left side over (P+Q) x (P+Q), and (1 - TV)² that of the product on the
/// right side: AUC <= 1 - (1 - TV)²/2. By corners, as above. [claim 56]
Evidence auc_is_bounded(const Rational& k = 1);

}  // namespace gancheck
