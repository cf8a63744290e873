#include "theory/evidence/residuals.hpp"

#include <algorithm>
#include <cmath>

#include "numerics/number/infinity.hpp"

namespace gancheck {
namespace {

bool is_exactly_infinite(const Tracked& x) {
  return std::isinf(x.value()) && x.error() == 0;
}

/// x/bound, where 0/0 counts as 0 and an exact miss as infinite.
double relative_to(double x, double bound) {
  if (bound > 0) return x / bound;
  return x == 0 ? 0 : std::copysign(infinity, x);
}

}  // namespace

double bound_of(const Tracked& a, const Tracked& b) {
  const bool same_infinity =
      is_exactly_infinite(a) && is_exactly_infinite(b) && a.value() == b.value();
  return same_infinity ? 0.0 : (a - b).error();
}

Residuals::Case Residuals::compare(const Tracked& a, const Tracked& b, Relation relation,
                                   std::optional<double> bound) {
  if (is_exactly_infinite(a) && is_exactly_infinite(b) && a.value() == b.value()) {
    return {true, 0.0, bound.value_or(0.0), 0.0, std::nullopt};
  }
  const Tracked difference = a - b;
  const double met = bound.value_or(difference.error());
  const double excess = difference.value();
  const bool decided = !std::isnan(excess) && std::isfinite(met);
  if (relation == Relation::equal) {
    const double residual = std::abs(excess);
    return {decided, residual, met, relative_to(residual, met), std::nullopt};
  }
  return {decided, std::max(0.0, excess), met, relative_to(excess, met), -excess};
}

bool Residuals::note(const Case& c) {
  ++evidence_.attempted;
  if (!c.decided) {
    // Shown only as long as nothing was decided: the counts keep the check from passing.
    if (evidence_.decided > 0) return false;
    evidence_.residual = std::nan("");
    evidence_.bound = c.bound;
    return true;
  }
  ++evidence_.decided;
  if (evidence_.decided > 1 && !(c.badness > worst_)) return false;
  worst_ = c.badness;
  evidence_.residual = c.residual;
  evidence_.bound = c.bound;
  evidence_.slack = c.slack;
  return true;
}

}  // namespace gancheck
