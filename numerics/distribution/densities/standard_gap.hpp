// y - y' for two laws of a location-scale family, y = (x - location)/scale, from combined
// coefficients:
//   y - y' = (1 - scale/scale')·y + (location' - location)/scale'.
// Where the laws are nearly equal both coefficients are small, and known to all digits.
#pragma once

#include "numerics/distribution/densities/ingredients.hpp"
#include "numerics/distribution/model.hpp"

namespace gancheck {

struct StandardGap {
  StandardGap(const Rational& location, const Rational& scale, const Rational& other_location,
              const Rational& other_scale)
      : slope(kept(Rational(1 - scale / other_scale))),
        shift(kept(Rational((other_location - location) / other_scale))),
        log_scales(kept_log_near_one(Rational(other_scale / scale))) {}

  ComplexBall operator()(const ComplexBall& y) const {
    if (slope->exact().is_zero()) return shift->ball();
    return y * slope->ball() + shift->ball();
  }

  Kept slope, shift;
  Kept log_scales;  ///< log(scale'/scale)
};

/// (c + y²)/(c + y'²) - 1 = d (y + y')/(c + y'²) with d = y - y', y + y' = 2y - d.
inline ComplexBall relative_gap_of_squares(const ComplexBall& y, const StandardGap& gap,
                                           const ComplexBall& c) {
  const ComplexBall d = gap(y), other = y - d;
  return d * (2 * y - d) / (c + other * other);
}

/// The same by 1/y, for points far out: d/y = slope + shift/y and y'/y = 1 - d/y.
inline ComplexBall relative_gap_of_squares_far_out(const ComplexBall& inverse,
                                                   const StandardGap& gap, const ComplexBall& c) {
  const ComplexBall d = inverse * gap.shift->ball() + gap.slope->ball();
  const ComplexBall other = ComplexBall(1) - d;
  return d * (ComplexBall(2) - d) / (c * inverse * inverse + other * other);
}

/// At x, with y = (x - points()[0])/width: by 1/y where |y| > 1 is known from the logarithm of the
/// distance.
inline ComplexBall relative_gap_of_squares(const Distances<ComplexBall>& x, const Ball& width,
                                           const Ball& per_width, const StandardGap& gap,
                                           const ComplexBall& c) {
  if (x.is_logarithmic()) {
    const ComplexBall inverse = x.inverse_from(0) * width;
    if (inverse.exponent() <= 0) return relative_gap_of_squares_far_out(inverse, gap, c);
  }
  return relative_gap_of_squares(ComplexBall(x.from(0) * per_width), gap, c);
}

}  // namespace gancheck
