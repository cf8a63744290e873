// Certificates over whole domains: a lower bound swept over boxes that cover the domain.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "numerics/number/ball.hpp"

namespace gancheck {

/// A closed interval with dyadic ends, as exact balls.
struct DyadicBox {
  double lower, upper;
  Ball low() const { return Ball::exact(lower); }
  Ball high() const { return Ball::exact(upper); }
};

/// What a cover of [0, 1] or [0, 1]² found, and its books: how much of the domain it has certified.
struct Cover {
  std::size_t boxes = 0;       ///< certified boxes
  std::size_t unresolved = 0;  ///< boxes given up at the depth limit
  double lowest = 0.0;         ///< the least certified bound over all boxes
  /// The length or area of the certified boxes, exactly. They come from halving, so they do not
  /// overlap, and their sides are at least 2^-40 (on the square 2^-12) long: the sum is a multiple
  /// of 2^-40 that is at most 1, which a double holds.
  double covered = 0.0;
  std::string where;             ///< the box of the least bound, or the first unresolved one
  std::vector<DyadicBox> sides;  ///< the sides of that box

  /// Books a box with the certified lower bound `bound` on it.
  void certify(std::span<const DyadicBox> box, double bound);
  /// Books a box on which no bound was found.
  void give_up(std::span<const DyadicBox> box);
  /// Every point of the domain lies in a box with a certified bound: nothing was given up, and the
  /// boxes fill the domain.
  bool complete() const { return boxes > 0 && unresolved == 0 && covered == 1.0; }
};

/// Covers [0, 1] by boxes until `bound(box)`, a lower bound of the function on the box, is
/// certified >= least on each; boxes are halved down to a width of 2^-40.
Cover cover_unit_interval(const std::function<Ball(const DyadicBox&)>& bound, double least);

/// The same on the closed square [0, 1]², down to boxes of width 2^-12.
Cover cover_unit_square(const std::function<Ball(const DyadicBox&, const DyadicBox&)>& bound,
                        double least);

}  // namespace gancheck
