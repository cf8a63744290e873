// The 31 points of Gauss and Kronrod on an interval, and the 15 Gauss points among them.
#pragma once

#include <cstddef>

namespace gancheck::kronrod {

inline constexpr std::size_t points = 31;

/// The points between `from` and `to`, ascending.
double node(double from, double to, std::size_t i);
/// On [-1, 1]; the Gauss weight is 0 at the points that only Kronrod has.
double weight(std::size_t i);
double gauss_weight(std::size_t i);

}  // namespace gancheck::kronrod
