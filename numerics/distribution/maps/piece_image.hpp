// The images of pieces of laws under the maps of the language.
#pragma once

#include <optional>
#include <vector>

#include "numerics/distribution/law.hpp"
#include "numerics/distribution/maps/monotone_map.hpp"

namespace gancheck {

/// The law of a·z + b under a piece, a != 0: of the density's own family where there is one.
Piece affine_image(const Piece& piece, const Rational& a, const Rational& b);

/// The law of G(z) under a piece, which must lie in z >= 0 where G needs that; of the same mass.
Piece monotone_image(const MapPointer& map, const Piece& piece);

/// The law of |z| under a piece: what lies on either side of 0, joined where both are alike.
std::vector<Piece> absolute_image(const Piece& piece);

/// Joins pieces of one density on one interval.
void merge(std::vector<Piece>& pieces);

/// The mass that the piece has below 0; empty where there is none.
std::optional<Real> mass_below_zero(const Piece& piece);

}  // namespace gancheck
