// e^-rate·rate^k/k! on 0, 1, ...
#include <cmath>

#include "numerics/distribution/discrete/families.hpp"
#include "numerics/number/expression.hpp"

namespace gancheck {

namespace {

/// exp(k log rate - rate - log k!): the terms cancel about log2(k + rate) bits, which are added.
class PoissonMass : public Expression {
 public:
  PoissonMass(std::shared_ptr<const Rational> rate, std::int64_t k)
      : rate_(std::move(rate)), k_(k) {}

  Ball enclose() const override {
    const double size = static_cast<double>(k_) + nearest_double(*rate_) + 2;
    const BallPrecision precision(BallPrecision::bits() + 16 + 2 * std::ilogb(size));
    const auto rate = exactly<Ball>(*rate_);
    if (k_ == 0) return exp(-rate);
    const auto k = exactly<Ball>(Rational(k_));
    return exp(k * log(rate) - rate - Ball::log_factorial(static_cast<unsigned long>(k_)));
  }

  std::string text() const override {
    return "poisson(" + to_text(*rate_) + ")[" + std::to_string(k_) + "]";
  }

 private:
  std::shared_ptr<const Rational> rate_;
  std::int64_t k_;
};

/// P(X > k). Arb's incomplete gamma function serves up to 2^62; beyond, the Chernoff bound
/// e^-rate·(e·rate/k)^k is below 2^-(2^62) of any number that is computed here.
Ball above(const Ball& rate, const Integer& k) {
  if (k <= farthest_integer) return Ball::poisson_above(rate, static_cast<long>(k));
  const auto n = exactly<Ball>(Rational(k));
  return exp(n * (Ball(1) + log(rate) - log(n)) - rate) * Ball::hull(0.0, 1.0);
}

Ball between_at(const Rational& exact_rate, std::int64_t from, const std::optional<Integer>& to) {
  const auto rate = exactly<Ball>(exact_rate);
  const Ball beyond = to ? above(rate, *to) : Ball(0);
  if (Rational(from) > exact_rate) return Ball::poisson_above(rate, from - 1) - beyond;
  const Ball below = from > 0 ? Ball::poisson_up_to(rate, from - 1) : Ball(0);
  if (to && Rational(*to) < exact_rate)
    return Ball::poisson_up_to(rate, static_cast<long>(*to)) - below;
  return Ball(1) - below - beyond;
}

/// The mass of {from, ..., to}, with as many bits more as the differences cancel.
Ball enclose_between(const Rational& rate, std::int64_t from, const std::optional<Integer>& to) {
  constexpr long lost = 6;
  const long bits = BallPrecision::bits();
  for (long extra = 64;; extra *= 2) {
    const BallPrecision precision(bits + extra);
    Ball mass = between_at(rate, from, to);
    const bool sharp = mass.relative_bits() >= bits - lost;
    if (sharp || extra > 16 * bits) return mass;
  }
}

class Poisson : public IntegerLaw {
 public:
  explicit Poisson(const Rational& rate) : rate_(std::make_shared<Rational>(rate)) {}

  std::string text() const override { return "poisson(" + to_text(*rate_) + ")"; }
  std::int64_t first() const override { return 0; }
  Real mass(std::int64_t k) const override { return Real(std::make_shared<PoissonMass>(rate_, k)); }

  Real between(std::int64_t from, const std::optional<Integer>& to) const override {
    if (from == 0 && !to) return 1;
    if (to && *to == from) return mass(from);
    const std::string name =
        text() + "[" + std::to_string(from) + ".." + (to ? to->str() : "") + "]";
    return named(name, [rate = rate_, from, to] { return enclose_between(*rate, from, to); });
  }

  Rational ratio(std::int64_t k) const override { return *rate_ / (k + 1); }
  int ratio_power() const override { return 1; }
  // -log of the ratio after k+i is log((k+1+i)/rate) <= log((k+1)/rate) + i/(k+1); the sum over
  // i < j is at most j·log((k+1)/rate) + j²/(2(k+1)).
  Real slope(std::int64_t k) const override { return log(Real(Rational(k + 1) / *rate_)); }
  Real bend(std::int64_t k) const override { return Rational(Integer(1), 2 * (Integer(k) + 1)); }

 private:
  std::shared_ptr<const Rational> rate_;
};

}  // namespace

std::shared_ptr<const IntegerLaw> poisson_law(const Rational& rate) {
  return std::make_shared<Poisson>(rate);
}

}  // namespace gancheck
