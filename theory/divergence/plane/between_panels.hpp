// What may hide where no rule of a grid looks: between two neighbouring points |p - q| has a kink
// where p = q, and between two panels log(p/q) a corner where another part of a mixture takes over.
// Rules of 31 and of 15 points agree about what lies between two panels, right or wrong.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>

namespace gancheck {

/// Whether d = p - q changes its sign between two points (products of densities underflow).
inline bool changes_sign(double d, double e) {
  return (d < 0 && e > 0) || (d > 0 && e < 0);
}

/// Between neighbours at which d has different signs |d| has a kink: a rule is off by at most
/// about the length between them times what |d| has there. So it is between the last node of a
/// panel and the first of the next one. There d may also jump, where a density ends, and then
/// both rules are right: it jumps if it changes by far more than to the nodes next to these,
/// which are further off. `b` to `c` is the step in question.
inline double kink(double a, double b, double c, double d, double length, bool between_panels) {
  if (!changes_sign(b, c)) return 0;
  constexpr double far_more = 8;
  const bool jumps = std::abs(c - b) > far_more * (std::abs(b - a) + std::abs(d - c));
  return between_panels && jumps ? 0 : length * (std::abs(b) + std::abs(c));
}

/// The last three points of one panel and the first three of the next one.
using SixPoints = std::array<double, 6>;

/// A parabola through three points: its value at 0, its slope there, and its curvature.
struct Parabola {
  double value, slope, curvature;
};

inline Parabola parabola(const double* at, const double* r) {
  const double first = (r[1] - r[0]) / (at[1] - at[0]), second = (r[2] - r[1]) / (at[2] - at[1]);
  const double half_curvature = (second - first) / (at[2] - at[0]);
  return {r[0] - at[0] * first + at[0] * at[1] * half_curvature,
          first - (at[0] + at[1]) * half_curvature, 2 * half_curvature};
}

/// What a corner of r = log(p/q) costs the integral of r from its last point in one panel to its
/// first in the next; `at` are the points, and the panels meet at 0. Each rule continues its own
/// side to 0: if r bends by b at c instead, it is off by b c²/2. The bend is that of the parabolas
/// through three points on either side, at 0, where it is more than what their curvatures differ
/// by makes of it; it lies where they meet. It is none
///
/// - where it is gentle: the logarithm of a sum of parts takes 4/b to bend by b, and is seen by the
///   rules where this is many times what lies between the panels; all other corners are ends of
///   panels;
/// - where the parabolas do not meet between the panels: there r jumps, at an end of a density,
///   which is an end of both panels, and the rules are right.
inline double corner(const SixPoints& at, const SixPoints& r) {
  const Parabola before = parabola(at.data(), r.data());
  const Parabola after = parabola(at.data() + 3, r.data() + 3);
  const double bend = std::abs(after.slope - before.slope);
  const double between_middles = at[4] - at[1];
  const double unclear = std::abs(after.curvature - before.curvature) * between_middles;
  const double gap = at[3] - at[2];
  constexpr double gentle = 1.0 / 64;
  if (!(bend > unclear && bend * gap > gentle)) return 0;  // also where r is not finite
  const double not_known = gap * (unclear / bend);
  const double off = std::abs(after.value - before.value) / bend + not_known;
  if (off > 2 * gap) return 0;
  const double most = std::min(off, gap);
  return bend * most * most;
}

}  // namespace gancheck
