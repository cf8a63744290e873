#include "numerics/distribution/maps/piece_image.hpp"

#include <map>
#include <string>
#include <utility>

#include "numerics/distribution/maps/image.hpp"
#include "numerics/distribution/piece.hpp"

namespace gancheck {
namespace {

bool is_own(const End& end, const End& own) {
  return !end.at || (own.at && own.at->text() == end.at->text());
}

/// A density's own end keeps what its family knows of it.
Piece piece_of(const DensityPointer& density, const Piece& piece, End lower, End upper) {
  Piece image{piece.weight, density, std::move(lower), std::move(upper), piece.mass};
  const bool from_start = is_own(image.lower, density->lower());
  const bool to_end = is_own(image.upper, density->upper());
  if (from_start) image.lower = density->lower();
  if (to_end) image.upper = density->upper();
  if (from_start && to_end) image.weight = image.mass;
  return image;
}

/// Equal where density and interval are.
std::string identity(const Piece& piece) {
  const auto place = [](const End& end) { return end.at ? end.at->text() : std::string(); };
  return piece.density->text() + "[" + place(piece.lower) + ".." + place(piece.upper) + "]";
}

}  // namespace

Piece affine_image(const Piece& piece, const Rational& a, const Rational& b) {
  if (a == 1 && b == 0) return piece;
  const auto map = std::make_shared<AffineMap>(a, b);
  DensityPointer density = piece.density->moved(a, b);
  if (!density) density = image_density(map, piece.density);
  End lower = map->apply(piece.lower, -1), upper = map->apply(piece.upper, 1);
  if (a < 0) std::swap(lower, upper);
  return piece_of(density, piece, std::move(lower), std::move(upper));
}

Piece monotone_image(const MapPointer& map, const Piece& piece) {
  const DensityPointer density = image_density(map, piece.density);
  Piece conditional = piece;
  // The image is a law of mass one: what z < 0 had goes into the weight.
  if (map->needs_nonnegative() && reaches_below_zero(piece.density->lower()))
    conditional.weight = piece.weight * mass_between(piece.density, Real(0), std::nullopt);
  End lower = map->apply(piece.lower, -1), upper = map->apply(piece.upper, 1);
  return piece_of(density, conditional, std::move(lower), std::move(upper));
}

std::vector<Piece> absolute_image(const Piece& piece) {
  if (!reaches_below_zero(piece.lower)) return {piece};
  const Piece mirrored = affine_image(piece, -1, 0);
  if (!reaches_below_zero(mirrored.lower)) return {mirrored};
  std::vector<Piece> halves;
  for (const Piece& side : {piece, mirrored})
    if (auto half = restricted(side, Real(0), std::nullopt)) halves.push_back(std::move(*half));
  merge(halves);
  if (halves.size() == 1) halves[0].mass = piece.mass;
  return halves;
}

void merge(std::vector<Piece>& pieces) {
  std::map<std::string, std::size_t> known;
  std::vector<Piece> merged;
  for (Piece& piece : pieces) {
    const auto [place, is_new] = known.emplace(identity(piece), merged.size());
    if (is_new) {
      merged.push_back(std::move(piece));
    } else {
      Piece& same = merged[place->second];
      same.weight = same.weight + piece.weight;
      same.mass = same.mass + piece.mass;
    }
  }
  pieces = std::move(merged);
}

std::optional<Real> mass_below_zero(const Piece& piece) {
  if (!reaches_below_zero(piece.lower)) return std::nullopt;
  return restricted(piece, std::nullopt, Real(0))->mass;
}

}  // namespace gancheck
