// Certificates over whole domains: a lower bound swept over boxes that cover the domain.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "numerics/number/ball.hpp"

namespace gancheck {

/// A closed interval with dyadic ends, as exact balls.
struct DyadicBox {
  double lower, upper;
  Ball low() const { return Ball::exact(lower); }
  Ball high() const { return Ball::exact(upper); }
};

/// What a cover found. `complete`: every box has a certified bound of at least `least`.
struct Cover {
  std::size_t boxes = 0;       ///< certified boxes
  std::size_t unresolved = 0;  ///< boxes given up at the depth limit
  double lowest = 0.0;         ///< the least certified bound over all boxes
  std::string where;           ///< the box of the least bound, or the first unresolved one
  bool complete() const { return boxes > 0 && unresolved == 0; }
};

/// Covers [0, 1] by boxes until `bound(box)`, a lower bound of the function on the box, is
/// certified
/// >= least on each; boxes are halved down to a width of 2^-40.
Cover cover_unit_interval(const std::function<Ball(const DyadicBox&)>& bound, double least);

/// The same on the closed square [0, 1]², down to boxes of width 2^-12.
Cover cover_unit_square(const std::function<Ball(const DyadicBox&, const DyadicBox&)>& bound,
                        double least);

}  // namespace gancheck
