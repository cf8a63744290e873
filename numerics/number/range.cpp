#include "numerics/number/range.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "numerics/number/special_functions.hpp"

namespace gancheck {
namespace {

using Bound = std::optional<Ball>;

/// The least lower end, the largest upper end: infinite if one is.
Bound least(const Bound& x, const Bound& y) {
  return x && y ? Bound(min(*x, *y)) : std::nullopt;
}
Bound largest(const Bound& x, const Bound& y) {
  return x && y ? Bound(max(*x, *y)) : std::nullopt;
}

/// An end with its sign where it is infinite.
struct Extended {
  Ball value;
  int infinite = 0;  ///< -1, 1
};

/// x·y, where 0·infinity = 0, since the numbers of a range are finite; empty where it may be
/// infinite with either sign.
std::optional<Extended> product(const Extended& x, const Extended& y) {
  if (x.infinite == 0 && y.infinite == 0) return Extended{x.value * y.value};
  if (x.infinite == 0) return product(y, x);
  if (y.infinite != 0) return Extended{Ball(0), x.infinite * y.infinite};
  if (y.value.is_zero()) return Extended{Ball(0)};
  if (y.value.is_positive()) return Extended{Ball(0), x.infinite};
  if (y.value.is_negative()) return Extended{Ball(0), -x.infinite};
  return std::nullopt;
}

}  // namespace

Range::Range(Bound lower, Bound upper) : lower_(std::move(lower)), upper_(std::move(upper)) {
  if (lower_ && !lower_->is_finite()) lower_.reset();
  if (upper_ && !upper_->is_finite()) upper_.reset();
}

bool Range::is_zero() const {
  return lower_ && upper_ && lower_->is_zero() && upper_->is_zero();
}
bool Range::is_positive() const {
  return lower_ && lower_->is_positive();
}
bool Range::is_negative() const {
  return upper_ && upper_->is_negative();
}
bool Range::is_nonnegative() const {
  return lower_ && lower_->is_nonnegative();
}
bool Range::is_nonpositive() const {
  return upper_ && (-*upper_).is_nonnegative();
}
long Range::exponent() const {
  if (!lower_ || !upper_) return std::numeric_limits<long>::max();
  return std::max(lower_->exponent(), upper_->exponent());
}

Range operator-(const Range& x) {
  return {x.upper_ ? Bound(-*x.upper_) : std::nullopt, x.lower_ ? Bound(-*x.lower_) : std::nullopt};
}

Range operator+(const Range& x, const Range& y) {
  return {x.lower_ && y.lower_ ? Bound(*x.lower_ + *y.lower_) : std::nullopt,
          x.upper_ && y.upper_ ? Bound(*x.upper_ + *y.upper_) : std::nullopt};
}

Range operator-(const Range& x, const Range& y) {
  return x + -y;
}

Range operator*(const Range& x, const Range& y) {
  const auto ends = [](const Range& r) {
    return std::array{r.lower_ ? Extended{*r.lower_} : Extended{Ball(0), -1},
                      r.upper_ ? Extended{*r.upper_} : Extended{Ball(0), 1}};
  };
  Bound lower, upper;
  bool below = false, above = false, is_first = true;
  for (const Extended& a : ends(x))
    for (const Extended& b : ends(y)) {
      const std::optional<Extended> end = product(a, b);
      if (!end) return Range::line();
      below |= end->infinite < 0;
      above |= end->infinite > 0;
      if (end->infinite != 0) continue;
      lower = is_first ? end->value : min(*lower, end->value);
      upper = is_first ? end->value : max(*upper, end->value);
      is_first = false;
    }
  return {below ? std::nullopt : lower, above ? std::nullopt : upper};
}

Range operator/(const Range& x, const Range& y) {
  if (y.is_negative()) return -x / -y;
  if (!y.is_positive()) return Range::line();
  return x * Range(y.upper_ ? Ball(1) / *y.upper_ : Ball(0), Ball(1) / *y.lower_);
}

Range log(const Range& x) {
  if (!x.is_nonnegative()) return Range::line();
  return {log(*x.lower_), x.upper_ ? Bound(log(*x.upper_)) : std::nullopt};
}

Range log1p(const Range& x) {
  if (!x.lower_ || !(*x.lower_ + 1).is_nonnegative()) return Range::line();
  return {log1p(*x.lower_), x.upper_ ? Bound(log1p(*x.upper_)) : std::nullopt};
}

Range exp(const Range& x) {
  const Ball lower = x.lower_ ? exp(*x.lower_) : Ball(0);
  return {lower.is_positive() ? lower : Ball(0), x.upper_ ? Bound(exp(*x.upper_)) : std::nullopt};
}

Range expm1(const Range& x) {
  const Ball lower = x.lower_ ? expm1(*x.lower_) : Ball(-1);
  return {(lower + 1).is_positive() ? lower : Ball(-1),
          x.upper_ ? Bound(expm1(*x.upper_)) : std::nullopt};
}

Range sqrt(const Range& x) {
  if (!x.is_nonnegative()) return Range::line();
  return {sqrt(*x.lower_), x.upper_ ? Bound(sqrt(*x.upper_)) : std::nullopt};
}

Range abs(const Range& x) {
  if (x.is_nonnegative()) return x;
  if (x.is_nonpositive()) return -x;
  return {Ball(0), largest((-x).upper_, x.upper_)};
}

Range max(const Range& x, const Range& y) {
  // An infinite lower end does not count.
  const Bound lower = x.lower_ && y.lower_ ? Bound(max(*x.lower_, *y.lower_))
                      : x.lower_           ? x.lower_
                                           : y.lower_;
  return {lower, largest(x.upper_, y.upper_)};
}

Range min(const Range& x, const Range& y) {
  return -max(-x, -y);
}

Range hull(const Range& x, const Range& y) {
  return {least(x.lower_, y.lower_), largest(x.upper_, y.upper_)};
}

Range intersection(const Range& x, const Range& y) {
  return {max(x, y).lower_, min(x, y).upper_};
}

}  // namespace gancheck
