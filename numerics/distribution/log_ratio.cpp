#include "numerics/distribution/log_ratio.hpp"

#include <vector>

namespace gancheck {
namespace {

/// A side of a point at which some piece ends: infinite without a point.
struct Place {
  std::optional<Real> at;
  bool from_above;  ///< the side x > at; for an infinite place: the left end of the line
};

std::vector<Place> places(const Law& p, const Law& q) {
  std::vector<Place> all = {{std::nullopt, true}, {std::nullopt, false}};
  for (const Law* law : {&p, &q})
    for (const Piece& piece : law->pieces)
      for (const End* end : {&piece.lower, &piece.upper})
        if (end->at)
          for (const bool from_above : {true, false}) all.push_back({end->at, from_above});
  return all;
}

/// How the piece dies out at the place: as its end does, like a positive density where the place
/// lies inside, not at all where it has no mass there.
std::optional<Growth> growth_at(const Piece& piece, const Place& place) {
  const End& near = place.from_above ? piece.lower : piece.upper;
  if (!place.at) return near.at ? std::nullopt : std::optional(near.growth);
  const End& far = place.from_above ? piece.upper : piece.lower;
  const int towards = place.from_above ? 1 : -1;
  if (far.at && compare(*far.at, *place.at) * towards <= 0) return std::nullopt;
  if (!near.at) return regular_growth();
  const int beyond = compare(*near.at, *place.at) * towards;
  if (beyond > 0) return std::nullopt;
  return beyond == 0 ? near.growth : regular_growth();
}

/// The growth of a sum of two laws: what is not known of the heavier one stays unknown.
Growth heavier(const Growth& x, const Growth& y) {
  if (const int order = compare(x, y)) return order < 0 ? x : y;
  const bool same_power = x.power && y.power && *x.power == *y.power;
  const bool same =
      same_power && x.coefficient && y.coefficient && *x.coefficient == *y.coefficient;
  return {x.level, same_power ? x.power : std::nullopt, same ? x.coefficient : std::nullopt,
          x.sharp || y.sharp, same && x.pure && y.pure};
}

/// That of the piece which carries most there.
std::optional<Growth> heaviest(const Law& law, const Place& place) {
  std::optional<Growth> found;
  for (const Piece& piece : law.pieces) {
    const auto growth = growth_at(piece, place);
    if (!growth) continue;
    found = found ? heavier(*found, *growth) : *growth;
  }
  return found;
}

std::optional<bool> bears(const Growth& law, const std::optional<Growth>& load) {
  return load ? is_integrable(law, *load) : std::optional(true);
}

}  // namespace

std::optional<bool> log_ratio_is_integrable(const Law& p, const Law& q) {
  bool known = true;
  for (const Place& place : places(p, q)) {
    const auto of_p = heaviest(p, place), of_q = heaviest(q, place);
    if (!of_p || !of_q) continue;
    const bool finite_end = place.at.has_value();
    const auto load_p = growth_of_minus_log_density(*of_p, finite_end);
    const auto load_q = growth_of_minus_log_density(*of_q, finite_end);
    const auto of_log_p = bears(*of_p, load_p), of_log_q = bears(*of_p, load_q);
    const bool borne_p = of_log_p.value_or(false), borne_q = of_log_q.value_or(false);
    if (borne_p && borne_q) continue;
    const bool heavier_q = of_log_q && !borne_q && load_p && compare(*load_q, *load_p) > 0;
    // Only one of both is infinite, or -log q outgrows |log p|. At an infinite end log p < 0, and
    // Gibbs' inequality excludes that it alone is infinite.
    const bool only_q = borne_p || (borne_q && finite_end) || heavier_q;
    if (of_log_p && of_log_q && only_q) return false;
    known = false;
  }
  return known ? std::optional(true) : std::nullopt;
}

std::optional<bool> log_is_integrable(const Law& p) {
  bool known = true, is_infinite = false;
  for (const Place& place : places(p, p)) {
    const auto growth = heaviest(p, place);
    if (!growth) continue;
    const auto borne = bears(*growth, growth_of_minus_log_density(*growth, place.at.has_value()));
    if (borne == true) continue;
    known = known && borne == false && !place.at;
    is_infinite = true;
  }
  if (!known) return std::nullopt;
  return !is_infinite;
}

namespace {

std::optional<bool> bears_square(const Growth& p, const Growth& q) {
  if (p.level != q.level) return p.level < q.level;
  if (!p.power || !q.power) return std::nullopt;
  if (*p.power != *q.power) return *p.power > *q.power;
  if (!p.coefficient || !q.coefficient) return std::nullopt;
  const Rational twice = 2 * *p.coefficient;
  if (twice != *q.coefficient) return twice > *q.coefficient;
  return p.pure && q.pure ? std::optional(false) : std::nullopt;
}

}  // namespace

std::optional<bool> square_ratio_is_integrable(const Law& p, const Law& q) {
  bool known = true;
  for (const Place& place : places(p, q)) {
    const auto of_p = heaviest(p, place), of_q = heaviest(q, place);
    if (!of_p || !of_q) continue;
    const auto borne = bears_square(*of_p, *of_q);
    if (borne == false) return false;
    known = known && borne;
  }
  return known ? std::optional(true) : std::nullopt;
}

std::optional<int> compare_at_infinity(const Law& p, const Law& q, bool below) {
  const Place end{std::nullopt, below};
  const auto of_p = heaviest(p, end), of_q = heaviest(q, end);
  if (!of_p || !of_q) return std::nullopt;
  return compare(*of_p, *of_q);
}

}  // namespace gancheck
