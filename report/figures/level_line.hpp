// Where a field has one value.
#pragma once

#include "report/figures/figure.hpp"

namespace gancheck {

/// Segments with gaps between them, linear within each triangle of neighbouring middles.
Curve level_line(const Field& field, double level);

}  // namespace gancheck
