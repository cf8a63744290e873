// What a direct divergence in the plane has beyond a grid.
#pragma once

#include <vector>

#include "numerics/distribution/plane/plane_law.hpp"

namespace gancheck {

/// A bound of the integral of p |log(p/q)| over a region that has at most `masses` of the parts of
/// p: 0 for masses of 0, and infinite unless all parts of both laws are normal. By Cauchy and
/// Schwarz it is at most the sum of w_k sqrt(mass_k) (|log p|_k + |log q|_k), with the norms of
/// L²(part k). For any part of a law, with correlation r, u and v its standardised coordinates,
///   |log p| <= c + (u² + v²)/(2 (1 - |r|)),  c = |log w| + the largest |log of a part's maximum|,
/// and u = a + b Z under another normal law: the norm of u² is sqrt(a⁴ + 6 a²b² + 3 b⁴).
double direct_beyond(const PlaneLaw& p, const PlaneLaw& q, const std::vector<double>& masses);

}  // namespace gancheck
