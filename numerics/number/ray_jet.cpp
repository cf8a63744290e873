#include "numerics/number/ray_jet.hpp"

#include "numerics/number/special_functions.hpp"

namespace gancheck {
namespace {

bool says_nothing(const Range& rate) {
  return !rate.lower() && !rate.upper();
}

/// What the value at 0 and the rate tell of the range: the sign, and where g never falls or never
/// rises a bound.
OnRay with_gronwall(OnRay g) {
  if (says_nothing(g.rate) || g.first.contains_zero() || !g.first.is_finite()) return g;
  if (g.first.is_negative()) return -with_gronwall(-g);
  const bool never_falls = g.rate.is_nonnegative(), never_rises = g.rate.is_nonpositive();
  g.value = intersection(g.value, {never_falls ? g.first : Ball(0),
                                   never_rises ? std::optional(g.first) : std::nullopt});
  return g;
}

}  // namespace

OnRay OnRay::constant(const Ball& c) {
  return {c, Range::point(c), Range::point(Ball(0))};
}
OnRay OnRay::unknown() {
  return {Ball::indeterminate(), Range::line(), Range::line()};
}

bool OnRay::is_positive() const {
  return value.is_positive() || (first.is_positive() && !says_nothing(rate));
}
bool OnRay::is_negative() const {
  return value.is_negative() || (first.is_negative() && !says_nothing(rate));
}

OnRay operator-(const OnRay& g) {
  return {-g.first, -g.value, g.rate};
}

namespace {

Range rate_of_sum(const OnRay& g, const OnRay& h) {
  const Range &a = g.value, &b = h.value, sum = a + b;
  if (a.is_zero()) return h.rate;
  if (b.is_zero()) return g.rate;
  Range rate = Range::line();
  const bool same_sign =
      (a.is_nonnegative() && b.is_nonnegative()) || (a.is_nonpositive() && b.is_nonpositive());
  if (same_sign) rate = hull(g.rate, h.rate);
  if (!sum.is_positive() && !sum.is_negative()) return rate;
  rate = intersection(rate, g.rate + (h.rate - g.rate) * (b / sum));
  return intersection(rate, h.rate + (g.rate - h.rate) * (a / sum));
}

}  // namespace

OnRay operator+(const OnRay& g, const OnRay& h) {
  return with_gronwall({g.first + h.first, g.value + h.value, rate_of_sum(g, h)});
}

OnRay operator*(const OnRay& g, const OnRay& h) {
  return with_gronwall({g.first * h.first, g.value * h.value, g.rate + h.rate});
}

OnRay operator/(const OnRay& g, const OnRay& h) {
  if (!h.is_positive() && !h.is_negative()) return OnRay::unknown();
  return with_gronwall({g.first / h.first, g.value / h.value, g.rate - h.rate});
}

OnRay both(const OnRay& g, const OnRay& h) {
  const bool is_first_known = g.first.is_finite();
  return with_gronwall({is_first_known ? g.first : h.first, intersection(g.value, h.value),
                        intersection(g.rate, h.rate)});
}

RayJet::RayJet(const Ball& constant) : RayJet(OnRay::constant(constant), OnRay::constant(Ball(0))) {
  if (!constant.is_finite()) *this = RayJet(OnRay::unknown(), OnRay::unknown());
}

/// The slope is the rate times the value; where the value excludes 0 the rate is their quotient.
RayJet::RayJet(const OnRay& values, const OnRay& change)
    : value(values), slope(change), count(0), bend(0), rest(change) {
  value.rate = intersection(value.rate, slope.value / value.value);
  value = with_gronwall(value);
  if (says_nothing(value.rate)) return;
  slope.value = intersection(slope.value, value.value * value.rate);
  slope = with_gronwall(slope);
}

RayJet RayJet::variable() {
  return {{Ball(0), Range(Ball(0), std::nullopt), Range::line()}, OnRay::constant(Ball(1))};
}

RayJet RayJet::as_counted() const {
  RayJet t = *this;
  t.count = Ball(1);
  t.bend = Ball(0);
  t.rest = OnRay::constant(Ball(0));
  return t;
}

OnRay RayJet::slope_with(const RayJet& t) const {
  const OnRay from_first = t.value + OnRay::constant(-t.value.first);
  const OnRay factor = OnRay::constant(count) + OnRay::constant(bend) * from_first;
  return both(slope, factor * t.slope + rest);
}

RayJet operator-(const RayJet& f) {
  return f * -1;
}

RayJet operator+(const RayJet& f, const RayJet& g) {
  RayJet sum(f.value + g.value, f.slope + g.slope);
  sum.count = f.count + g.count;
  sum.bend = f.bend + g.bend;
  sum.rest = f.rest + g.rest;
  return sum;
}
RayJet operator-(const RayJet& f, const RayJet& g) {
  return f + -g;
}

RayJet operator*(const RayJet& f, const Ball& c) {
  const OnRay factor = OnRay::constant(c);
  RayJet product(f.value * factor, f.slope * factor);
  product.count = f.count * c;
  product.bend = f.bend * c;
  product.rest = f.rest * factor;
  return product;
}
RayJet operator*(const Ball& c, const RayJet& f) {
  return f * c;
}
RayJet operator/(const RayJet& f, const Ball& c) {
  return f * (Ball(1) / c);
}
RayJet operator*(const RayJet& f, int c) {
  return f * Ball(c);
}
RayJet operator*(int c, const RayJet& f) {
  return f * Ball(c);
}
RayJet operator/(const RayJet& f, int c) {
  return f / Ball(c);
}

namespace {

/// f = f(0) + c (t - t(0)).
bool is_affine(const RayJet& f) {
  return f.bend.is_zero() && f.rest.value.is_zero();
}

}  // namespace

RayJet operator*(const RayJet& f, const RayJet& g) {
  RayJet product(f.value * g.value, f.slope * g.value + f.value * g.slope);
  if (!is_affine(f) || !is_affine(g)) return product;
  product.count = f.count * g.value.first + g.count * f.value.first;
  product.bend = f.count * g.count * Ball(2);
  product.rest = OnRay::constant(Ball(0));
  return product;
}
RayJet operator/(const RayJet& f, const RayJet& g) {
  const OnRay one = OnRay::constant(Ball(1));
  return f * RayJet(one / g.value, -(g.slope / (g.value * g.value)));
}

RayJet log(const RayJet& f) {
  if (!f.is_positive()) return Ball::indeterminate();
  OnRay slope = f.slope / f.value;
  slope.value = intersection(slope.value, f.value.rate);
  return {{log(f.value.first), log(f.value.value), Range::line()}, slope};
}

namespace {

/// (1 - e^-w)/w, which falls from infinity to 0, with 1 at w = 0. For |w| < 1 it is 1 up to |w|.
Ball falling_quotient(const Ball& w) {
  const bool is_near_zero = w.contains_zero() && w.exponent() <= 0;
  return is_near_zero ? Ball(1) + w * Ball::hull(-1.0, 1.0) : -expm1(-w) / w;
}
Range falling_quotient(const Range& w) {
  return {w.upper() ? falling_quotient(*w.upper()) : Ball(0),
          w.lower() ? std::optional(falling_quotient(*w.lower())) : std::nullopt};
}

}  // namespace

/// With w = log(1 + f) the rate is f'/((1 + f) w) = r (1 - e^-w)/w.
RayJet log1p(const RayJet& f) {
  const RayJet sum = f + 1;
  if (!sum.is_positive()) return Ball::indeterminate();
  const Range w = log1p(f.value.value);
  return {{log1p(f.value.first), w, f.value.rate * falling_quotient(w)}, log(sum).slope};
}

RayJet exp(const RayJet& f) {
  const OnRay value = with_gronwall({exp(f.value.first), exp(f.value.value), f.slope.value});
  return {value, value * f.slope};
}

/// The rate is e^f f'/(e^f - 1) = r f/(1 - e^-f).
RayJet expm1(const RayJet& f) {
  const Range rate = f.value.rate / falling_quotient(f.value.value);
  return {{expm1(f.value.first), expm1(f.value.value), rate}, exp(f).slope};
}

RayJet sqrt(const RayJet& f) {
  if (!f.is_positive()) return Ball::indeterminate();
  const Range two = Range::point(Ball(2));
  const OnRay value = with_gronwall({sqrt(f.value.first), sqrt(f.value.value), f.value.rate / two});
  return {value, f.slope / (OnRay::constant(Ball(2)) * value)};
}

RayJet abs(const RayJet& f) {
  if (f.value.value.is_nonnegative()) return f;
  if (f.value.value.is_nonpositive()) return -f;
  return {{abs(f.value.first), abs(f.value.value), Range::line()}, OnRay::unknown()};
}

RayJet max(const RayJet& f, const RayJet& g) {
  const RayJet gap = f - g;
  if (gap.is_positive()) return f;
  if (gap.is_negative()) return g;
  return {{max(f.value.first, g.value.first), max(f.value.value, g.value.value), Range::line()},
          OnRay::unknown()};
}

RayJet min(const RayJet& f, const RayJet& g) {
  return -max(-f, -g);
}

}  // namespace gancheck
