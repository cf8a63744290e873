#include "numerics/number/rounded.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gancheck {

Tracked rounded(const Ball& x) {
  constexpr double half_unit = 0x1p-53;
  constexpr double smallest = std::numeric_limits<double>::denorm_min();
  const double middle = x.midpoint();
  if (x.radius() == 0 && (x - Ball::exact(middle)).is_zero()) return Tracked::exact(middle);
  const double rounding = std::max(std::abs(middle) * half_unit, smallest);
  // One step up pays for the rounding of the sum itself.
  const double error =
      std::nextafter(x.radius() + rounding, std::numeric_limits<double>::infinity());
  return Tracked::within(middle, error);
}

}  // namespace gancheck
