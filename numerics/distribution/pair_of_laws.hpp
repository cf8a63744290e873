// Two laws of one dimension, read once.
#pragma once

#include <string_view>
#include <variant>

#include "numerics/distribution/law.hpp"
#include "numerics/distribution/plane/plane_law.hpp"

namespace gancheck {

/// On the line, or in the plane.
using AnyLaw = std::variant<Law, WrittenPlaneLaw>;

/// Throws BadSpecification.
AnyLaw read_law(std::string_view specification);

struct LinePair {
  Law data, generator;
};

using PairOfLaws = std::variant<LinePair, PlanePair>;

/// Throws BadSpecification where one law lies on the line and one in the plane, and as
/// in_common_axes.
PairOfLaws pair_of(AnyLaw data, AnyLaw generator);

}  // namespace gancheck
