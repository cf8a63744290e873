// The Arb number inside a Ball, for the files that give Ball its functions.
//
// Includes Arb, so only ball.cpp and special_functions.cpp include it.
#pragma once

#include "numerics/number/arb_intervals.hpp"
#include "numerics/number/ball.hpp"

namespace gancheck {

struct Ball::Storage : arb::Enclosure {};

struct BallAccess {
  static arb_t& of(Ball& x) { return x.storage_->value; }
  static const arb_t& of(const Ball& x) { return x.storage_->value; }
};

}  // namespace gancheck
