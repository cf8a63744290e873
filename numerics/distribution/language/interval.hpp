// Closed intervals of the line, to which a law is restricted before its atoms are listed.
#pragma once

#include <optional>

#include "numerics/number/real.hpp"

namespace gancheck {

/// [lower, upper]; a bound that is empty is infinite.
struct Interval {
  std::optional<Rational> lower, upper;
  bool is_line() const { return !lower && !upper; }
  bool contains(const Real& x) const {
    return (!lower || compare(x, *lower) >= 0) && (!upper || compare(x, *upper) <= 0);
  }
};

}  // namespace gancheck
