// The maps of pushforward(SPEC, MAP), other than affine(a,b).
#pragma once

#include <span>
#include <string_view>

#include "numerics/distribution/law.hpp"

namespace gancheck {

/// Where a map is defined.
enum class Domain { line, positive, nonnegative };

/// A map that is injective on its domain, or depends on |z| alone and is injective there (`even`).
struct Map {
  std::string_view name;
  Real (*apply)(const Real& z);
  Domain domain = Domain::line;
  bool decreasing = false;
  bool even = false;
  bool keeps_lattice = false;  ///< the image of a lattice on one side of 0 is a lattice
  /// The law of the image under a piece on which the map is defined.
  std::vector<Piece> (*apply_to_piece)(const Piece& piece) = nullptr;
};

std::span<const Map> maps();

/// Replaces the law by its image, of the same mass. Throws std::domain_error where the map is
/// undefined on part of the mass, or where a tail crosses 0 under an even map.
void apply(const Map& map, Law& law);

}  // namespace gancheck
