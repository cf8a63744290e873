// Laws in the plane: mixtures of parts whose coordinates are independent, or jointly normal.
#pragma once

#include <array>
#include <optional>
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

/// (x, y) -> (a x + b y + e, c x + d y + f), with ad != bc.
struct PlaneMap {
  Rational a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};

/// What the language describes: parts, and the map by which each is moved afterwards. A map that
/// only scales, shifts or exchanges the axes, and any map of normal coordinates, is carried out in
/// the part; what is left here turns a part that is not normal.
struct TurnedPart {
  PlanePart part;
  std::optional<PlaneMap> turn = std::nullopt;
};
struct WrittenPlaneLaw {
  std::string specification;
  std::vector<TurnedPart> parts;
};

/// Two laws in common axes. Where a map turns parts of a pair, both laws are taken back by it: no
/// divergence changes under a bijection of the plane.
struct PlanePair {
  PlaneLaw data, generator;
  std::optional<PlaneMap> turn;  ///< leads from the axes of the pair to those of its laws
};

/// Whether a specification speaks of the plane: product(...), normal2(...), ring(...), and what is
/// made of these. Throws BadSpecification where it cannot be read at all.
bool is_in_plane(std::string_view specification);

/// Throws BadSpecification.
WrittenPlaneLaw read_plane_law(std::string_view specification);

/// Throws BadSpecification where two parts of the pair that are not normal are turned differently.
PlanePair in_common_axes(WrittenPlaneLaw data, WrittenPlaneLaw generator);

/// A law whose axes no map turns. Throws BadSpecification.
PlaneLaw parse_plane_law(std::string_view specification);

}  // namespace gancheck
