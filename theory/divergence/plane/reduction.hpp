// Pairs in the plane whose divergences are those of a pair on the line, exactly.
#pragma once

#include <optional>
#include <utility>

#include "numerics/distribution/plane/plane_law.hpp"

namespace gancheck {

/// Part by part the same numbers: then they are one law. Laws that are written otherwise may be
/// equal without being recognised.
bool are_one_law(const PlaneLaw& p, const PlaneLaw& q);

/// Two products with one and the same law on an axis: p/q does not depend on that coordinate, and
/// all divergences are those of the other one.
std::optional<std::pair<Law, Law>> other_coordinates(const PlaneLaw& p, const PlaneLaw& q);

/// Two normal laws with one covariance S: whitened and turned, they differ in one coordinate alone,
/// where they are N(0,1) and N(delta,1) with delta² = d^T S^-1 d, d the difference of means.
/// Empty where this is not so, where the means are not rational, and beyond 1e±200.
std::optional<Rational> squared_distance_of_means(const PlaneLaw& p, const PlaneLaw& q);

/// The pair on the line that they are, exactly: the other coordinates, or N(0,1) and N(delta,1)
/// where delta is rational.
std::optional<std::pair<Law, Law>> pair_on_the_line(const PlaneLaw& p, const PlaneLaw& q);

}  // namespace gancheck
