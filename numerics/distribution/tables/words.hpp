// What the names of columns and the labels of rows say, in the words that people use.
#pragma once

#include <string>
#include <string_view>

namespace gancheck {

/// With small letters for the capitals of ASCII.
std::string in_small_letters(std::string_view text);

/// Whether a column of that name holds weights: weight, count, share, p, ....
bool names_weights(std::string_view name);

/// Whether a name is one for points: x, k, index, year, ..., or none at all.
bool names_points(std::string_view name);

/// Whether the first column of a matrix names its rows by its own name: one for points, or one
/// whose last word is ("birth_year", "sample_id").
bool names_rows(std::string_view name);

/// Whether a label says that its row is the total of the others.
bool names_total(std::string_view label);

}  // namespace gancheck
