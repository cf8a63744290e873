// Where a law lives: the points between which quadrature looks first.
#pragma once

#include "numerics/distribution/density.hpp"

namespace gancheck {

/// centre and centre ± scale·2^k, k = 0, 1, ..., inside the support, on each side out to where less
/// than 2^-tail_cut_bits of the law lies beyond, or for four rungs where the logarithm of the
/// distance takes over. Sorted. scale > 0.
std::vector<Real> ladder_of(const Density& density, const Rational& centre, const Rational& scale);

}  // namespace gancheck
