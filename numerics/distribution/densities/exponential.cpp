// exponential(rate) on [0, oo): log p = log rate - rate·x.
#include "numerics/distribution/densities/densities.hpp"
#include "numerics/distribution/densities/ingredients.hpp"
#include "numerics/distribution/model.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {

namespace {

class Exponential {
 public:
  explicit Exponential(const Rational& rate)
      : rate_(rate), factor_(kept(rate)), log_rate_(kept_log(rate)) {}

  std::string text() const { return call_text("exponential", {rate_}); }
  std::vector<Real> points() const { return {0}; }
  End lower() const { return {Real(0), regular_growth(), true}; }
  End upper() const { return {std::nullopt, {0, Rational(1), rate_, true, true}, false}; }
  std::vector<Real> kinks() const { return {}; }
  Rational centre() const { return 1 / rate_; }
  Rational scale() const { return 1 / rate_; }

  template <class T>
  T log_density(const Distances<T>& x) const {
    return log_rate_->ball() - standard(x);
  }
  FamilyLogRatio log_ratio_to(const Exponential& other) const {
    const Kept slope = kept(Rational(other.rate_ - rate_));
    const Kept level = kept_log_near_one(Rational(rate_ / other.rate_));
    return [slope, level](const Distances<ComplexBall>& x,
                          const Distances<ComplexBall>&) -> ComplexBall {
      return x.from(0) * slope->ball() + level->ball();
    };
  }
  Ball below(const Distances<Ball>& x) const { return -expm1(-standard(x)); }
  Ball above(const Distances<Ball>& x) const { return exp(-standard(x)); }

  DensityPointer moved(const Rational& a, const Rational& b) const {
    return a > 0 && b == 0 ? exponential_density(rate_ / a) : nullptr;
  }

 private:
  template <class T>
  T standard(const Distances<T>& x) const {
    return x.from(0) * factor_->ball();
  }

  Rational rate_;
  Kept factor_, log_rate_;
};

}  // namespace

DensityPointer exponential_density(const Rational& rate) {
  return std::make_shared<Model<Exponential>>(Exponential(rate));
}

Form exponential_form() {
  return {"exponential",
          {"exponential(rate)", "density rate exp(-rate x) on x >= 0; rate > 0",
           "x >= 0 上的密度 rate exp(-rate x)；rate > 0"},
          [](Builder&, const Call& call, const Request& request) {
            const auto n = numbers_of(call, 1, "exponential(rate)");
            require_positive(call, 0, "exponential(rate)", "a rate");
            return law_of(exponential_density(n[0]), request.on);
          }};
}

}  // namespace gancheck
