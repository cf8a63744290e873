// Laws in the plane: mixtures of parts whose coordinates are independent, or jointly normal.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "numerics/distribution/law.hpp"
#include "numerics/number/rational.hpp"

namespace gancheck {

/// A normal coordinate; the mean of a ring's mode need not be rational.
struct NormalLine {
  Real mean;
  Rational variance;  ///< > 0
};

/// One coordinate alone: any law on the line, or a normal one.
using Coordinate = std::variant<Law, NormalLine>;

struct PlanePart {
  Rational weight;  ///< > 0
  std::array<Coordinate, 2> coordinates;
  /// Of two normal coordinates, with covariance² < the product of their variances; else 0, and the
  /// coordinates are independent.
  Rational covariance = 0;
};

/// A law in the plane, of mass one.
struct PlaneLaw {
  std::string specification;  ///< as the reader gave it, white space removed
  std::vector<PlanePart> parts;
};

/// Whether a specification speaks of the plane: product(...), normal2(...), ring(...), and what is
/// made of these. Throws BadSpecification where it cannot be read at all.
bool is_in_plane(std::string_view specification);

/// Reads a specification, of the line or of the plane, for what is wrong with it. Throws
/// BadSpecification.
void check_specification(std::string_view specification);

/// Throws BadSpecification.
PlaneLaw parse_plane_law(std::string_view specification);

}  // namespace gancheck
