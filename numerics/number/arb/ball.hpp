// The Arb number inside a Ball, for the files that give Ball its functions.
//
// Includes Arb, so only ball.cpp and special_functions.cpp include it.
#pragma once

#include <new>

#include "numerics/number/arb/intervals.hpp"
#include "numerics/number/ball.hpp"

namespace gancheck {

struct BallAccess {
  static arb_ptr of(Ball& x) { return std::launder(reinterpret_cast<arb_ptr>(x.storage_)); }
  static arb_srcptr of(const Ball& x) {
    return std::launder(reinterpret_cast<arb_srcptr>(x.storage_));
  }
  static constexpr std::size_t size = Ball::size;
};
static_assert(sizeof(arb_struct) == BallAccess::size && alignof(arb_struct) <= alignof(long));

}  // namespace gancheck
