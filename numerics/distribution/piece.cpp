#include "numerics/distribution/piece.hpp"

#include "numerics/number/expression.hpp"

namespace gancheck {
namespace {

Offset<Ball> at_the_anchor() {
  return Offset<Ball>::by(Ball(0), 0);
}

/// 0 where the point is the end of the support or beyond it.
Ball below(const Density& density, const std::optional<Real>& x) {
  return x ? density.seen_from(*x)->below(at_the_anchor()) : Ball(0);
}
Ball above(const Density& density, const std::optional<Real>& x) {
  return x ? density.seen_from(*x)->above(at_the_anchor()) : Ball(0);
}

/// The mass between two points is a difference of two small masses on either side of the law: of
/// both ways, the one that loses less.
Ball enclose_mass(const Density& density, const std::optional<Real>& from,
                  const std::optional<Real>& to) {
  if (!from) return below(density, to);
  if (!to) return above(density, from);
  const Ball by_lower = below(density, to) - below(density, from);
  const Ball by_upper = above(density, from) - above(density, to);
  return by_lower.radius() <= by_upper.radius() ? by_lower : by_upper;
}

/// Between points that are close together both ways lose digits: then at twice the precision, until
/// three quarters of the digits in force are left.
Ball sharp_mass(const Density& density, const std::optional<Real>& from,
                const std::optional<Real>& to) {
  constexpr long most_bits = 1L << 15;
  const long sharp = BallPrecision::bits() * 3 / 4;
  for (long bits = BallPrecision::bits();; bits *= 2) {
    const BallPrecision precision(bits);
    const Ball mass = enclose_mass(density, from, to);
    if ((mass.is_positive() && mass.relative_bits() >= sharp) || bits > most_bits) return mass;
  }
}

std::string place(const std::optional<Real>& x) {
  return x ? x->text() : std::string();
}

/// The part of the support's end that a restriction leaves: a new, regular end.
End cut_at(const Real& x) {
  return {x, regular_growth(), true};
}

}  // namespace

Piece whole(const DensityPointer& density) {
  return {Rational(1), density, density->lower(), density->upper(), Rational(1)};
}

Real mass_between(const DensityPointer& density, const std::optional<Real>& from,
                  const std::optional<Real>& to) {
  if (!from && !to) return Rational(1);
  return named("P(" + density->text() + ")[" + place(from) + ".." + place(to) + "]",
               [=] { return sharp_mass(*density, from, to); });
}

std::optional<Piece> restricted(const Piece& piece, const std::optional<Real>& from,
                                const std::optional<Real>& to) {
  const bool cuts_lower = from && (!piece.lower.at || compare(*piece.lower.at, *from) < 0);
  const bool cuts_upper = to && (!piece.upper.at || compare(*to, *piece.upper.at) < 0);
  if (!cuts_lower && !cuts_upper) return piece;
  Piece part = piece;
  if (cuts_lower) part.lower = cut_at(*from);
  if (cuts_upper) part.upper = cut_at(*to);
  if (part.lower.at && part.upper.at && compare(*part.lower.at, *part.upper.at) >= 0)
    return std::nullopt;
  // An end that is still the density's own bounds nothing. It has the own one's text; to compare it
  // as a number may be long, or in vain (sigmoid(1e9) and 1).
  const auto bound = [](const End& end, const End& own) -> std::optional<Real> {
    if (!end.at || (own.at && end.at->text() == own.at->text())) return std::nullopt;
    return end.at;
  };
  part.mass = piece.weight * mass_between(piece.density, bound(part.lower, piece.density->lower()),
                                          bound(part.upper, piece.density->upper()));
  return part;
}

Law law_of(const DensityPointer& density, const Interval& on) {
  Law law;
  law.mass = 0;
  const auto end = [](const std::optional<Rational>& x) -> std::optional<Real> {
    if (!x) return std::nullopt;
    return Real(*x);
  };
  if (auto part = restricted(whole(density), end(on.lower), end(on.upper))) {
    law.mass = part->mass;
    law.pieces.push_back(std::move(*part));
  }
  return law;
}

}  // namespace gancheck
