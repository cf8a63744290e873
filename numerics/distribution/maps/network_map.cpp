#include "numerics/distribution/maps/network_map.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "numerics/distribution/discrete/integer_law.hpp"
#include "numerics/distribution/maps/piece_image.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/network/piecewise_affine.hpp"

namespace gancheck {
namespace {

using Pieces = std::vector<AffinePiece>;

/// G(z) for an exact z; G is continuous, so that either piece will do where two meet.
Real image(const Pieces& map, const Real& z) {
  const auto is_right_of = [](const Real& x, const AffinePiece& piece) {
    return compare(x, *piece.from) < 0;
  };
  const AffinePiece& piece =
      *std::prev(std::upper_bound(std::next(map.begin()), map.end(), z, is_right_of));
  if (z.is_rational()) return piece(z.rational());
  return Real(piece.slope) * z + Real(piece.shift);
}

/// The piece that all atoms of a tail lie on.
const AffinePiece& piece_of(const Pieces& map, const Tail& tail) {
  const bool is_affine = map.size() == 1;
  if (is_affine) return map.front();
  if (tail.located && !tail.count) {
    if (tail.step > 0 && tail.first >= *map.back().from) return map.back();
    if (tail.step < 0 && tail.first <= *map[1].from) return map.front();
  }
  throw std::domain_error(
      "the network bends among atoms that are not listed one by one: truncate the law to a bounded "
      "interval");
}

/// Where listed atoms come to lie, the tails may have atoms too: those are listed first.
void list_meeting_atoms(const Pieces& map, Law& law) {
  const std::vector<Tail> tails = law.tails;  // listing atoms changes the law's own
  for (const Tail& tail : tails) {
    const AffinePiece& piece = piece_of(map, tail);
    if (piece.slope == 0) continue;
    std::vector<Real> meeting;
    for (const Atom& atom : law.atoms)
      meeting.push_back((image(map, atom.at) - Real(piece.shift)) / Real(piece.slope));
    const auto is_less = [](const Real& x, const Real& y) { return compare(x, y) < 0; };
    const auto is_same = [](const Real& x, const Real& y) { return compare(x, y) == 0; };
    std::sort(meeting.begin(), meeting.end(), is_less);
    meeting.erase(std::unique(meeting.begin(), meeting.end(), is_same), meeting.end());
    list_tail_atoms(law.atoms, law.tails, meeting);
  }
}

void move_tails(const Pieces& map, Law& law) {
  std::vector<Tail> moved;
  for (Tail& tail : law.tails) {
    const AffinePiece& piece = piece_of(map, tail);
    if (piece.slope == 0) {
      law.atoms.push_back({piece.shift, tail.mass});
      continue;
    }
    tail.first = piece(tail.first);
    tail.step *= piece.slope;
    moved.push_back(std::move(tail));
  }
  law.tails = std::move(moved);
}

/// What a part of the law that has a density becomes: a density piece by piece, and an atom where
/// the map is flat.
void add_image(const Pieces& map, const Piece& part, Law& law) {
  const auto real = [](const std::optional<Rational>& x) {
    return x ? std::optional<Real>(*x) : std::nullopt;
  };
  for (std::size_t k = 0; k < map.size(); ++k) {
    const std::optional<Rational> to = k + 1 < map.size() ? map[k + 1].from : std::nullopt;
    const auto here = restricted(part, real(map[k].from), real(to));
    if (!here) continue;
    if (map[k].slope == 0)
      law.atoms.push_back({map[k].shift, here->mass});
    else
      law.pieces.push_back(affine_image(*here, map[k].slope, map[k].shift));
  }
}

}  // namespace

void apply(const Network& network, Law& law) {
  const Pieces map = affine_pieces(network);
  law.specification.clear();
  list_meeting_atoms(map, law);
  std::vector<Atom>& atoms = law.atoms.listed();
  for (Atom& atom : atoms) atom.at = image(map, atom.at);
  move_tails(map, law);
  for (const Piece& part : std::exchange(law.pieces, {})) add_image(map, part, law);
  merge(law.pieces);
  sort_and_merge(law.atoms);
}

}  // namespace gancheck
