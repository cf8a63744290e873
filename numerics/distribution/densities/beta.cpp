// beta(a, b) on (0, 1): log p = (a-1) log x + (b-1) log(1-x) - log B(a, b), each logarithm by the
// distance from its end.
#include "numerics/distribution/densities/densities.hpp"

#include <cmath>

#include "numerics/distribution/densities/ingredients.hpp"
#include "numerics/distribution/model.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {

namespace {

class Beta {
 public:
  Beta(const Rational& a, const Rational& b)
      : a_(a),
        b_(b),
        cancelling_bits_(size_bits(a + b)),
        a_ball_(kept(a)),
        b_ball_(kept(b)),
        a_power_(kept(Rational(a - 1))),
        b_power_(kept(Rational(b - 1))),
        log_norm_(kept("log B(" + to_text(a) + "," + to_text(b) + ")", [=] {
          const Ball x = exactly<Ball>(a), y = exactly<Ball>(b);
          return log_gamma(x) + log_gamma(y) - log_gamma(x + y);
        })) {}

  std::string text() const { return call_text("beta", {a_, b_}); }
  std::vector<Real> points() const { return {0, 1}; }
  End lower() const { return {Real(0), {1, Rational(1), a_, true, true}, is_whole(a_)}; }
  End upper() const { return {Real(1), {1, Rational(1), b_, true, true}, is_whole(b_)}; }
  std::vector<Real> kinks() const { return {}; }
  /// The mean and the standard deviation.
  Rational centre() const { return a_ / (a_ + b_); }
  Rational scale() const {
    const auto size = [](const Rational& x) { return std::log(nearest_double(x)); };
    const Rational sum = a_ + b_;
    return roughly_exp((size(a_) + size(b_) - size(sum + 1)) / 2 - size(sum));
  }

  template <class T>
  T log_density(const Distances<T>& x) const {
    const BallPrecision precision(BallPrecision::bits() + cancelling_bits_);
    return term(*a_power_, x, 0) + term(*b_power_, x, 1) - log_norm_->ball();
  }
  Ball below(const Distances<Ball>& x) const {
    return beta_lower(a_ball_->ball(), b_ball_->ball(), x.from(0), -x.from(1));
  }
  Ball above(const Distances<Ball>& x) const {
    return beta_lower(b_ball_->ball(), a_ball_->ball(), -x.from(1), x.from(0));
  }

  DensityPointer moved(const Rational& a, const Rational& b) const {
    if (a == 1 && b == 0) return beta_density(a_, b_);
    if (a == -1 && b == 1) return beta_density(b_, a_);
    return nullptr;
  }

 private:
  template <class T>
  static T term(const Constant& power, const Distances<T>& x, std::size_t end) {
    return power.exact().is_zero() ? T(0) : power.ball() * x.log_from(end);
  }

  Rational a_, b_;
  long cancelling_bits_;
  Kept a_ball_, b_ball_, a_power_, b_power_, log_norm_;
};

}  // namespace

DensityPointer beta_density(const Rational& a, const Rational& b) {
  if (a == 1 && b == 1) return uniform_density(0, 1);
  if (a == 2 && b == 1) return triangular_density(0, 1, 1);
  if (a == 1 && b == 2) return triangular_density(0, 0, 1);
  const Rational half(1, 2);
  if (a == half && b == half) return arcsine_density(0, 1);
  return std::make_shared<Model<Beta>>(Beta(a, b));
}

Form beta_form() {
  return {"beta",
          {"beta(a,b)", "density proportional to x^(a-1) (1-x)^(b-1) on (0,1); a, b > 0",
           "(0,1) 上正比于 x^(a-1) (1-x)^(b-1) 的密度；a、b > 0"},
          [](Builder&, const Call& call, const Request& request) {
            const auto n = numbers_of(call, 2, "beta(a,b)");
            require_positive(call, 0, "beta(a,b)", "an a");
            require_positive(call, 1, "beta(a,b)", "a b");
            return law_of(beta_density(n[0], n[1]), request.on);
          }};
}

}  // namespace gancheck
