// Identities between rational functions, evaluated exactly at random rational points: a refuter
// that shares nothing with the algebra system.
//
// One point at which the sides differ decides against an identity. Agreement proves nothing for the
// other points: the evidence says how many points there were, and is never more than `supported`.
#pragma once

#include <array>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "numerics/number/rational.hpp"
#include "theory/claim.hpp"
#include "theory/formulas.hpp"

namespace gancheck {

inline constexpr int random_points = 100;

/// The left and the right side of one identity at a point.
using Sides = std::array<Rational, 2>;
/// Those of every identity of a check, at a point with one positive coordinate a variable.
using SidesAt = std::function<std::vector<Sides>(std::span<const Rational>)>;

/// The identities at 100 points: the same ones in every run, with coordinates of two digits, from
/// 1e-40 to 1e40, next to 1 and of twenty digits. A point where a denominator vanishes is left out.
/// The residual is exact, so that its bound is 0; the first point with a residual makes the
/// evidence a counterexample that names it.
Evidence at_random_points(const std::vector<std::string>& variables, const SidesAt& sides);

/// f(p, q) in rational arithmetic.
using RationalFormula = std::function<Rational(const Rational& p, const Rational& q)>;
/// f(p, q) = g(p, q) at random points, and with p = 0 and with q = 0 there.
Evidence same_at_random_points(const RationalFormula& f, const RationalFormula& g);

/// The chance u/(u+v) for u, v > 0: one that is free in (0, 1).
inline Chance<Rational> rational_chance(const Rational& u, const Rational& v) {
  return {u / (u + v), v / (u + v)};
}

}  // namespace gancheck
