// Integrals of analytic functions that die out at both ends, by the trapezoidal rule.
//
// Nodes x_k = a + (k + 1/2)h, b = a + nh. With the residues h of pi cot(pi (z - x_0)/h) at the
// nodes and f analytic on the rectangle [a, b] x [-d, d],
//   h·sum of f(x_k) - integral of f = integral of f·E over the two paths from a to b along its rim,
//   |E| <= e/(1-e) with e = exp(-2 pi d/h) on the long sides, u/(1+u) with u = exp(-2 pi |y|/h) on
//   the short ones, so that for an f that is real on the real axis
//   |error| <= 2 e/(1-e)·integral of |f(x + id)| + (M_a + M_b) h log(2)/pi,
// M_a and M_b the maxima of |f| on the short sides [Trefethen, Weideman 2014, "The exponentially
// convergent trapezoidal rule", SIAM Review 56, theorem 5.1, here with finite ends]. Both |f| and
// its being analytic are enclosed on boxes over the upper half of the rectangle; the lower half
// mirrors it.
#pragma once

#include <optional>

#include "numerics/integral/enclose_integral.hpp"

namespace gancheck {

/// As enclose_integral, for an f that is real on real numbers; none where f does not die out at
/// both ends, or where no strip is found on which the rule would need few nodes, and no more than
/// `most_nodes`. Adds to `evaluations` those of f, also where there is no result.
std::optional<Ball> by_trapezoidal_rule(const AnalyticFunction& f, const Ball& from, const Ball& to,
                                        long log2_tolerance, long most_nodes, long& evaluations);

}  // namespace gancheck
