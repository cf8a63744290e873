// Two tables beside each other: whether they speak of the same points.
#pragma once

#include <cstddef>
#include <optional>

#include "numerics/distribution/law.hpp"

namespace gancheck {

/// What looks as if the points or labels of two tables were not meant to be compared as they are:
/// none or hardly one in common, points in one table only, points that are shifted by one; or a
/// table without points beside a family that begins at 0. Empty for other laws that are not a table
/// each.
Notes warnings_of_pair(const Law& data, const Law& generator);

/// Throws BadSpecification where two matrices without names of their rows have the same columns in
/// different orders: their cells would be compared by places that mean different things.
void check_columns_of_cells(const Law& data, const Law& generator);

/// How many labels two tables share, and which are missing in one; nothing where they share all of
/// them, and for other laws.
std::optional<Text> shared_labels(const Law& data, const Law& generator);

/// Moves atoms of the generator's law onto those of the data's law that lie within `tolerance`,
/// relative to the larger of both, absolute where both are below 1; returns how many were moved or
/// lie there already. Throws BadSpecification where a point has two candidates, where the laws have
/// tails or densities, or labels.
std::size_t match_points(const Law& data, Law& generator, const Rational& tolerance);

}  // namespace gancheck
