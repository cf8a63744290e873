#include "theory/divergence/plane/supports.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <vector>

#include "numerics/distribution/piece.hpp"
#include "numerics/line/grid.hpp"

namespace gancheck {
namespace {

/// Both ends of the intersection of two intervals leave a length.
bool meet(const Piece& x, const Piece& y) {
  const auto is_before = [](const End& upper, const End& lower) {
    return upper.at && lower.at && compare(*upper.at, *lower.at) <= 0;
  };
  return !is_before(x.upper, y.lower) && !is_before(y.upper, x.lower);
}

bool have_common_atom(const Law& x, const Law& y) {
  bool common = false;
  for_each_atom(x.atoms, y.atoms, [&](const Real&, const Real& p, const Real& q) {
    common |= !p.is_zero() && !q.is_zero();
  });
  return common;
}

/// Whether they may have mass at the same points; tails may have any atom.
bool may_meet(const Law& x, const Law& y) {
  if (!x.tails.empty() || !y.tails.empty() || have_common_atom(x, y)) return true;
  return std::any_of(x.pieces.begin(), x.pieces.end(), [&](const Piece& piece) {
    return std::any_of(y.pieces.begin(), y.pieces.end(),
                       [&](const Piece& other) { return meet(piece, other); });
  });
}

bool may_meet(const Coordinate& x, const Coordinate& y) {
  const Law *p = std::get_if<Law>(&x), *q = std::get_if<Law>(&y);
  if (p && q) return may_meet(*p, *q);
  if (p) return !p->pieces.empty();
  return !q || !q->pieces.empty();
}

/// A part of a coordinate on which every law has a density throughout or nowhere: an open interval
/// between neighbouring ends, empty where it goes on for ever; or one atom.
struct Region {
  std::optional<Real> lower, upper;
  bool is_atom = false;  ///< at `lower`
};

bool covers(const Piece& piece, const Region& region) {
  const bool from_below =
      !piece.lower.at || (region.lower && compare(*piece.lower.at, *region.lower) <= 0);
  const bool to_above =
      !piece.upper.at || (region.upper && compare(*region.upper, *piece.upper.at) <= 0);
  return from_below && to_above;
}

/// Whether the law has mass there; an atom of a tail may be anywhere.
bool may_have(const Coordinate& coordinate, const Region& region) {
  const Law* law = std::get_if<Law>(&coordinate);
  if (!law) return !region.is_atom;
  if (!region.is_atom)
    return std::any_of(law->pieces.begin(), law->pieces.end(),
                       [&](const Piece& piece) { return covers(piece, region); });
  if (!law->tails.empty()) return true;
  bool found = false;
  for (const Atom& atom : law->atoms)
    found |= !atom.mass.is_zero() && compare(atom.at, *region.lower) == 0;
  return found;
}

bool is_less(const Real& x, const Real& y) {
  return compare(x, y) < 0;
}

std::vector<Real> ends_of(const PlaneLaw& law, std::size_t k) {
  std::vector<Real> ends;
  for (const PlanePart& part : law.parts)
    if (const Law* line = std::get_if<Law>(&part.coordinates[k]))
      for (const Piece& piece : line->pieces)
        for (const End* end : {&piece.lower, &piece.upper})
          if (end->at) ends.push_back(*end->at);
  return ends;
}

std::vector<Region> intervals(const PlaneLaw& p, const PlaneLaw& q, std::size_t k) {
  std::vector<Real> ends = ends_of(p, k);
  for (const Real& end : ends_of(q, k)) ends.push_back(end);
  std::sort(ends.begin(), ends.end(), is_less);
  std::vector<Region> regions(1);
  for (const Real& end : ends) {
    if (regions.back().lower && compare(*regions.back().lower, end) == 0) continue;
    regions.back().upper = end;
    regions.push_back({end, std::nullopt});
  }
  return regions;
}

/// The regions in which the part has mass for certain.
std::vector<Region> regions_of(const PlanePart& part, std::size_t k,
                               const std::vector<Region>& intervals) {
  std::vector<Region> own;
  for (const Region& region : intervals)
    if (may_have(part.coordinates[k], region)) own.push_back(region);
  if (const Law* law = std::get_if<Law>(&part.coordinates[k]))
    for (const Atom& atom : law->atoms)
      if (!atom.mass.is_zero()) own.push_back({atom.at, std::nullopt, true});
  return own;
}

bool is_covered(const Region& x, const Region& y, const PlaneLaw& q) {
  return std::any_of(q.parts.begin(), q.parts.end(), [&](const PlanePart& part) {
    return may_have(part.coordinates[0], x) && may_have(part.coordinates[1], y);
  });
}

bool finds_mass_alone(const PlaneLaw& p, const PlaneLaw& q) {
  constexpr std::size_t most_steps = 200000;
  const std::vector<Region> in_x = intervals(p, q, 0), in_y = intervals(p, q, 1);
  for (const PlanePart& part : p.parts) {
    const auto of_x = regions_of(part, 0, in_x), of_y = regions_of(part, 1, in_y);
    if (of_x.size() * of_y.size() * q.parts.size() * p.parts.size() > most_steps) return false;
    for (const Region& x : of_x)
      for (const Region& y : of_y)
        if (!is_covered(x, y, q)) return true;
  }
  return false;
}

}  // namespace

bool are_disjoint(const PlaneLaw& p, const PlaneLaw& q) {
  for (const PlanePart& x : p.parts)
    for (const PlanePart& y : q.parts)
      if (may_meet(x.coordinates[0], y.coordinates[0]) &&
          may_meet(x.coordinates[1], y.coordinates[1]))
        return false;
  return true;
}

bool has_mass_alone(const PlaneLaw& p, const PlaneLaw& q) {
  try {
    return finds_mass_alone(p, q);
  } catch (const std::domain_error&) {  // two ends or atoms that are not told apart
    return false;
  }
}

}  // namespace gancheck
