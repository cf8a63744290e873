#include "numerics/distribution/ladder.hpp"

#include <algorithm>

namespace gancheck {
namespace {

constexpr int most_rungs = 1200;  // 2^1200 times the scale is beyond every length in use
constexpr int rungs_before_the_logarithm = 4;

/// Whether less than 2^-tail_cut_bits of the law lies beyond the point, or too little to be
/// enclosed.
bool is_cut(const Density& density, const Rational& at, int direction) {
  const auto local = density.seen_from(at);
  const Offset<Ball> here = Offset<Ball>::by(Ball(0), 0);
  const Ball beyond = direction < 0 ? local->below(here) : local->above(here);
  return (log(beyond) + Ball(tail_cut_bits) * log(Ball(2))).is_negative() || beyond.is_zero() ||
         !beyond.is_finite();
}

bool is_inside(const End& lower, const End& upper, const Rational& x) {
  return (!lower.at || compare(*lower.at, x) < 0) && (!upper.at || compare(x, *upper.at) < 0);
}

}  // namespace

std::vector<Real> ladder_of(const Density& density, const Rational& centre, const Rational& scale) {
  const BallPrecision precision(64);
  const End lower = density.lower(), upper = density.upper();
  std::vector<Rational> rungs;
  if (is_inside(lower, upper, centre)) rungs.push_back(centre);
  for (const int direction : {-1, 1}) {
    const End& end = direction < 0 ? lower : upper;
    const int most = needs_log_distance(end) && !end.at ? rungs_before_the_logarithm : most_rungs;
    Rational step = scale * direction;
    for (int k = 0; k < most; ++k, step *= 2) {
      const Rational rung = centre + step;
      if (!is_inside(lower, upper, rung)) break;
      rungs.push_back(rung);
      if (is_cut(density, rung, direction)) break;
    }
  }
  std::sort(rungs.begin(), rungs.end());
  return {rungs.begin(), rungs.end()};
}

}  // namespace gancheck
