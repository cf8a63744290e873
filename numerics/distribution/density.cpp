#include "numerics/distribution/density.hpp"

namespace gancheck {

const Ball& Constant::ball() const {
  const long bits = BallPrecision::bits();
  const std::lock_guard lock(kept_);
  for (const auto& [at, enclosure] : enclosures_)
    if (at == bits) return enclosure;
  enclosures_.emplace_front(bits, exact_.enclose());
  return enclosures_.front().second;
}

bool needs_log_distance(const End& end) {
  if (end.at) return !end.smooth;
  const Growth& growth = end.growth;
  return growth.level >= 1 || (growth.level == 0 && growth.power && *growth.power < Rational(1, 2));
}

}  // namespace gancheck
