// What every law must satisfy, whatever made it.
#pragma once

#include <doctest/doctest.h>

#include "numerics/distribution/law.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/numeral.hpp"

namespace gancheck {

inline Ball one_by_one(const Law& law) {
  Ball sum;
  for (const Atom& atom : law.atoms) sum = sum + atom.mass.enclose();
  for (const Tail& tail : law.tails) sum = sum + tail.mass.enclose();
  for (const Piece& piece : law.pieces) sum = sum + piece.mass.enclose();
  return sum;
}

/// The piece lies in its density's support, and has the mass that its weight and interval give it.
inline void check_piece(const Piece& piece) {
  CHECK(piece.weight.enclose().is_positive());
  CHECK(piece.mass.enclose().is_positive());
  const End lower = piece.density->lower(), upper = piece.density->upper();
  if (lower.at) REQUIRE(piece.lower.at);
  if (upper.at) REQUIRE(piece.upper.at);
  if (lower.at) CHECK(compare(*lower.at, *piece.lower.at) <= 0);
  if (upper.at) CHECK(compare(*piece.upper.at, *upper.at) <= 0);
  const auto inner = [](const End& end, const End& own) {
    return own.at && end.at && end.at->text() == own.at->text() ? std::nullopt : end.at;
  };
  const Ball given =
      piece.weight.enclose() *
      mass_between(piece.density, inner(piece.lower, lower), inner(piece.upper, upper)).enclose();
  const Ball ratio = log(given / piece.mass.enclose());
  CHECK(ratio.contains_zero());
  CHECK(ratio.radius() < 1e-20);
}

/// The atoms are sorted, differ and have positive masses; with the tails they add up to the mass.
inline void check_law(const Law& law) {
  for (std::size_t i = 0; i < law.atoms.size(); ++i) {
    if (!law.atoms[i].mass.enclose().is_positive()) FAIL_CHECK("a mass that is not positive");
    if (i > 0 && compare(law.atoms[i - 1].at, law.atoms[i].at) >= 0)
      FAIL_CHECK("atoms out of order: ", law.atoms[i - 1].at.text());
  }
  for (const Piece& piece : law.pieces) check_piece(piece);
  const Ball missing = one_by_one(law) - law.mass.enclose();
  CHECK(missing.contains_zero());
  CHECK(missing.radius() < 1e-40);
  for (const Tail& tail : law.tails) {
    CHECK(tail.mass.enclose().is_positive());
    CHECK(tail.step != 0);
    CHECK((!tail.count || *tail.count > 0));
    CHECK((tail.ratio_above.enclose() - Ball(1)).is_negative());
    CHECK(tail.slope.enclose().is_nonnegative());
    CHECK(tail.bend.enclose().is_nonnegative());
  }
}

/// Forty digits of a reference as an interval of one unit of their last place.
inline Ball reference(const std::string& digits) {
  const Rational x = read_numeral(digits).value().value.rational();
  const Rational unit = abs(x) * power_of_ten(-38);
  return Ball::hull(Rational(x - unit), Rational(x + unit));
}

/// The mass at a point; 0 where there is no atom.
inline Real mass_at(const Law& law, const Real& point) {
  for (const Atom& atom : law.atoms)
    if (compare(atom.at, point) == 0) return atom.mass;
  return 0;
}

}  // namespace gancheck
