// Parts of laws that have a density: whole ones, and their restrictions.
#pragma once

#include <optional>

#include "numerics/distribution/language/interval.hpp"
#include "numerics/distribution/law.hpp"

namespace gancheck {

/// The law of a density, of mass one.
Piece whole(const DensityPointer& density);

/// The density's mass between two points of its closed support; an empty one is the support's end.
/// Rational where it is one. Of small relative radius in either tail.
Real mass_between(const DensityPointer& density, const std::optional<Real>& from,
                  const std::optional<Real>& to);

/// The part on [from, to] (empty: no bound), not divided by its mass; none where that is 0.
std::optional<Piece> restricted(const Piece& piece, const std::optional<Real>& from,
                                const std::optional<Real>& to);

/// The same measure, as a law.
Law law_of(const DensityPointer& density, const Interval& on);

}  // namespace gancheck
