#include "numerics/maximise.hpp"

#include <bit>
#include <cstdint>
#include <limits>

namespace gancheck {
namespace {

/// The double halfway between two positive doubles in the order of their bits.
double halfway(double low, double high) {
  const auto a = std::bit_cast<std::uint64_t>(low);
  const auto b = std::bit_cast<std::uint64_t>(high);
  return std::bit_cast<double>(a + (b - a) / 2);
}

}  // namespace

Maximiser find_maximum(const std::function<double(double, double)>& slope) {
  const double at_half = slope(0.5, 0.5);
  const bool small_is_yes = at_half < 0;
  // Is the maximum further from the near end than `small`?
  const auto is_beyond = [&](double small) {
    return small_is_yes ? slope(small, 1 - small) > 0 : slope(1 - small, small) < 0;
  };
  if (at_half == 0) return {0.5, small_is_yes};
  double low = std::numeric_limits<double>::denorm_min();
  double high = 0.5;
  if (!is_beyond(low)) return {0.0, small_is_yes};
  for (double middle = halfway(low, high); middle != low; middle = halfway(low, high)) {
    (is_beyond(middle) ? low : high) = middle;
  }
  return {low, small_is_yes};
}

}  // namespace gancheck
