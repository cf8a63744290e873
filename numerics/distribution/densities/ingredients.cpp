#include "numerics/distribution/densities/ingredients.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "numerics/number/expression.hpp"

namespace gancheck {

namespace {

bool is_settled(const Ball& x, long bits) {
  const double size = std::max(1.0, std::abs(x.midpoint()));
  return x.is_finite() && x.radius() <= std::ldexp(size, -static_cast<int>(bits));
}

Ball settle(const std::function<Ball()>& enclose) {
  constexpr long guard_bits = 32, most_growth = 64;
  const long bits = BallPrecision::bits(), start = bits + guard_bits;
  for (long working = start;; working *= 2) {
    const BallPrecision precision(working);
    Ball x = enclose();
    if (is_settled(x, bits) || working >= most_growth * start) return x;
  }
}

}  // namespace

Kept kept(const Real& x) {
  return std::make_shared<const Constant>(x);
}

Kept kept_log(const Rational& x) {
  return kept(log(Real(x)));
}

Kept kept(std::string text, std::function<Ball()> enclose) {
  return kept(named(std::move(text), [enclose = std::move(enclose)] { return settle(enclose); }));
}

Kept kept_log_near_one(const Rational& x) {
  const Rational gap = x - 1;
  if (gap == 0) return kept(Real(0));
  return kept(named("log1p(" + to_text(gap) + ")", [gap] { return log1p(exactly<Ball>(gap)); }));
}

bool is_whole(const Rational& x) {
  return denominator(x) == 1;
}

Rational roughly_exp(double log) {
  constexpr double most = 16384;
  const double exponent = std::clamp(log / std::numbers::ln2, -most, most);
  const double whole = std::floor(exponent);
  const Integer size = Integer(1) << static_cast<unsigned>(std::abs(whole));
  const Rational power = whole < 0 ? Rational(Integer(1), size) : Rational(size);
  return power * exact_rational(std::exp2(exponent - whole));
}

long size_bits(const Rational& x) {
  return std::max(0, std::ilogb(nearest_double(x))) + 12;
}

}  // namespace gancheck
