#include "numerics/distribution/maps/map.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "numerics/distribution/discrete/integer_law.hpp"
#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/maps/piece_image.hpp"
#include "numerics/number/expression.hpp"

namespace gancheck {

namespace {

/// As a power: exact while the digits are few, so that nested squares do not grow without bound.
Real square(const Real& z) {
  return power(z, 2);
}
Real minus_log(const Real& z) {
  return Real(-1) * log(z);
}

template <const MapPointer& (*map)()>
std::vector<Piece> image(const Piece& piece) {
  return {monotone_image(map(), piece)};
}

std::vector<Piece> minus_log_image(const Piece& piece) {
  return {affine_image(monotone_image(log_map(), piece), -1, 0)};
}

/// z² = |z|².
std::vector<Piece> square_image(const Piece& piece) {
  std::vector<Piece> images = absolute_image(piece);
  for (Piece& part : images) part = monotone_image(square_map(), part);
  return images;
}

constexpr std::array<Map, 8> all_maps{{
    {.name = "square", .apply = square, .even = true, .apply_to_piece = square_image},
    {.name = "exp", .apply = exp, .apply_to_piece = image<exp_map>},
    {.name = "log", .apply = log, .domain = Domain::positive, .apply_to_piece = image<log_map>},
    {.name = "neg_log",
     .apply = minus_log,
     .domain = Domain::positive,
     .decreasing = true,
     .apply_to_piece = minus_log_image},
    {.name = "sqrt",
     .apply = sqrt,
     .domain = Domain::nonnegative,
     .apply_to_piece = image<sqrt_map>},
    {.name = "abs",
     .apply = abs,
     .even = true,
     .keeps_lattice = true,
     .apply_to_piece = absolute_image},
    {.name = "sigmoid", .apply = sigmoid, .apply_to_piece = image<sigmoid_map>},
    {.name = "tanh", .apply = tanh, .apply_to_piece = image<tanh_map>},
}};

bool is_defined(const Map& map, const Real& z) {
  if (map.domain == Domain::line) return true;
  const int sign = compare(z, 0);
  return sign > 0 || (sign == 0 && map.domain == Domain::nonnegative);
}

/// The side of 0 on which a tail lies with all its atoms; 0 where it crosses.
int side_of(const Tail& tail) {
  const int direction = tail.step > 0 ? 1 : -1;
  if (tail.first == 0 || (tail.first > 0) == (direction > 0)) return direction;
  if (!tail.count) return 0;
  const Rational last = tail.first + tail.step * (Rational(*tail.count) - 1);
  return last == 0 || (last > 0) != (direction > 0) ? -direction : 0;
}

void check_defined(const Map& map, const Law& law) {
  for (const Atom& atom : law.atoms)
    if (!is_defined(map, atom.at))
      throw std::domain_error(fmt::format(
          "{}() is undefined at {}, which carries the mass {}: truncate the law to where it is",
          map.name, atom.at.text(), exactly<double>(atom.mass)));
  if (map.domain == Domain::line) return;
  for (const Piece& piece : law.pieces)
    if (const auto mass = mass_below_zero(piece))
      throw std::domain_error(
          fmt::format("{}() is undefined below 0, where {} has the mass {}: truncate the law to "
                      "where it is",
                      map.name, piece.density->text(), exactly<double>(*mass)));
  for (const Tail& tail : law.tails) {
    if (!tail.located)
      throw std::domain_error(fmt::format(
          "{}() after a map that is not affine is not available for infinitely many atoms",
          map.name));
    if (side_of(tail) <= 0 || !is_defined(map, tail.first))
      throw std::domain_error(fmt::format(
          "{}() is undefined on part of the atoms from {} on: truncate the law to where it is",
          map.name, shown(tail.first)));
  }
}

/// An even map joins z and -z: what the tails carry at -z for a listed z is listed first.
void fold_tails(const Map& map, Law& law) {
  if (law.tails.empty()) return;
  std::vector<Real> mirrored;
  for (const Atom& atom : law.atoms) mirrored.push_back(Real(-1) * atom.at);
  std::reverse(mirrored.begin(), mirrored.end());
  list_tail_atoms(law.atoms, law.tails, mirrored);
  for (Tail& tail : law.tails) {
    const int side = tail.located ? side_of(tail) : 0;
    if (side == 0)
      throw std::domain_error(fmt::format(
          "{}() of infinitely many atoms on both sides of 0 is not available: truncate the law",
          map.name));
    if (side > 0) continue;
    tail.first = -tail.first;
    tail.step = -tail.step;
  }
}

std::vector<Piece> images(const Map& map, const std::vector<Piece>& pieces) {
  std::vector<Piece> all;
  for (const Piece& piece : pieces)
    for (Piece& part : map.apply_to_piece(piece)) all.push_back(std::move(part));
  merge(all);
  return all;
}

}  // namespace

std::span<const Map> maps() {
  return all_maps;
}

void apply(const Map& map, Law& law) {
  check_defined(map, law);
  if (map.even) fold_tails(map, law);
  std::vector<Atom>& atoms = law.atoms.listed();
  for (Atom& atom : atoms) atom.at = map.apply(atom.at);
  if (map.decreasing) std::reverse(atoms.begin(), atoms.end());
  if (map.even) sort_and_merge(law.atoms);
  law.pieces = images(map, law.pieces);
  if (map.keeps_lattice) return;
  for (Tail& tail : law.tails) tail.located = false;
}

}  // namespace gancheck
