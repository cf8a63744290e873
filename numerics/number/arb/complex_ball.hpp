// The Arb number inside a ComplexBall, for the files that give it its functions and integrals.
//
// Includes Arb.
#pragma once

#include <acb.h>

#include "numerics/number/arb/ball.hpp"
#include "numerics/number/complex_ball.hpp"

namespace gancheck {

struct ComplexBallAccess {
  static acb_ptr of(ComplexBall& x) { return std::launder(reinterpret_cast<acb_ptr>(x.storage_)); }
  static acb_srcptr of(const ComplexBall& x) {
    return std::launder(reinterpret_cast<acb_srcptr>(x.storage_));
  }
  static constexpr std::size_t size = ComplexBall::size;
};
static_assert(sizeof(acb_struct) == ComplexBallAccess::size &&
              alignof(acb_struct) <= alignof(long));

}  // namespace gancheck
