// The pointwise maximum of a log y + b log(1-y), found numerically.
#pragma once

#include "numerics/line/grid.hpp"
#include "numerics/maximise.hpp"
#include "numerics/number/tracked.hpp"
#include "theory/formulas.hpp"

namespace gancheck {

/// The maximiser of a log y + b log(1-y) on [0, 1], from the sign of a/y - b/(1-y) alone; a, b >=
/// 0, not both 0. Where a or b is 0 this is the end 1 or 0.
Maximiser maximise_pointwise(double a, double b);

/// The maximiser as a chance with its error: each double comparison of a/y with b/(1-y) is off by
/// at most 3u, and so is the small coordinate, which the last bisection step leaves within one ulp:
/// 8u in all, and denormals where the coordinate is next to 0. `a` and `b` are taken as
/// the doubles that were maximised, with the errors they carry: a relative change of a/b moves the
/// small coordinate by at most as much.
Chance<Tracked> as_chance(const Maximiser& found, const Tracked& a, const Tracked& b);

/// The smaller coordinate of a chance, on the side that `found` is on.
Tracked small_coordinate(const Maximiser& found, const Chance<Tracked>& y);

/// The largest value of V(D, G) over all D, found point by point.
Tracked value_found(const Columns<Tracked>& c);

}  // namespace gancheck
