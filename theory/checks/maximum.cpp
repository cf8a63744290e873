#include "theory/checks/maximum.hpp"

#include <cmath>
#include <limits>

namespace gancheck {
namespace {

constexpr double unit_roundoff = 0x1p-53;

/// Infinite where the number may be 0.
double relative_error(const Tracked& x) {
  const double least = std::abs(x.value()) - x.error();
  if (x.error() == 0) return 0.0;
  return least > 0 ? x.error() / least : std::numeric_limits<double>::infinity();
}

}  // namespace

Maximiser maximise_pointwise(double a, double b) {
  // The sign of a/y - b/(1-y); the formula is evaluated, never solved.
  return find_maximum([a, b](double yes, double no) -> double {
    return formulas::slope(a, b, Chance<double>{yes, no});
  });
}

Chance<Tracked> as_chance(const Maximiser& found, const Tracked& a, const Tracked& b) {
  const double relative = 8 * unit_roundoff + (relative_error(a) + relative_error(b)) * 1.001;
  const double tiniest = std::numeric_limits<double>::denorm_min();
  // The maximum is at an end where a weight vanishes. Where it is only much smaller than the other,
  // the maximum lies between the end and the first double. The products of denormals round by half
  // of one each, and the last step of the bisection is one.
  const bool at_the_end = found.small == 0 && is_exactly_zero(found.small_is_yes ? a : b);
  const double error = at_the_end ? 0.0 : (found.small + tiniest) * relative + 2 * tiniest;
  const Tracked small = Tracked::within(found.small, error);
  const Tracked rest = Tracked(1) - small;
  return found.small_is_yes ? Chance<Tracked>{small, rest} : Chance<Tracked>{rest, small};
}

Tracked small_coordinate(const Maximiser& found, const Chance<Tracked>& y) {
  return found.small_is_yes ? y.yes : y.no;
}

Tracked value_found(const Columns<Tracked>& c) {
  return integrate(c, [](const Tracked& p, const Tracked& q) -> Tracked {
    return formulas::value_density(p, q, as_chance(maximise_pointwise(p.value(), q.value()), p, q));
  });
}

}  // namespace gancheck
