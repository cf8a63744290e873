// Totals among the weights of a table: rows, columns and cells that are the sum of others.
#pragma once

#include "numerics/distribution/tables/weights.hpp"

namespace gancheck {

/// Leaves out a last row that says that it is the sum of the others, and is, and takes it from
/// `sum`. Throws BadSpecification where the table sums to one with it.
void leave_out_total(const WeightTable& w, Rational& sum);

/// Warns of a total that stays: by its name, or as the sum of all others, or of the other cells of
/// each row or column. The entries stand as in the file.
void warn_of_totals(const WeightTable& w, const Rational& sum);

}  // namespace gancheck
