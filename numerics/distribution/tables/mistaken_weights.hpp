// What numbers may be that do not sum to one: percentages, counts, a density, sums themselves.
#pragma once

#include <optional>
#include <string>

#include "numerics/distribution/tables/weights.hpp"

namespace gancheck {

/// Within a twentieth of 1 or 100.
bool is_near(const Rational& sum, int whole);

/// Values that rise to 1, as the sums of the weights up to each of them do.
bool looks_cumulative(const Atoms& entries);

/// What is said of such values.
extern const Text cumulative_words;

/// Values of a density on a grid integrate to about one by the trapezoidal rule.
std::optional<double> integral_over_points(const ValueTable& t);

/// What weights of that sum may be, and what to do then.
std::string remedy_for_sum(const WeightTable& w, const Rational& sum, bool is_cumulative);

}  // namespace gancheck
