// logistic(location, scale): log p = -y - 2 log(1 + e^-y) - log scale, y = (x-location)/scale,
// which is even in y.
#include "numerics/distribution/densities/densities.hpp"
#include "numerics/distribution/densities/ingredients.hpp"
#include "numerics/distribution/densities/standard_gap.hpp"
#include "numerics/distribution/model.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {

namespace {

class Logistic {
 public:
  Logistic(const Rational& location, const Rational& scale)
      : location_(location),
        scale_(scale),
        per_width_(kept(Rational(1 / scale))),
        log_norm_(kept_log(scale)) {}

  std::string text() const { return call_text("logistic", {location_, scale_}); }
  std::vector<Real> points() const { return {location_}; }
  End lower() const { return {std::nullopt, growth(), false}; }
  End upper() const { return {std::nullopt, growth(), false}; }
  std::vector<Real> kinks() const { return {}; }
  Rational centre() const { return location_; }
  Rational scale() const { return scale_; }

  template <class T>
  T log_density(const Distances<T>& x) const {
    const T y = standard(x), size = y.is_negative() ? T(-y) : y;
    return -size - 2 * log1p(exp(-size)) - log_norm_->ball();
  }
  /// With d = y - y': -d - 2 log((1 + e^-y)/(1 + e^-y')), the quotient being
  /// 1 + (e^-d - 1)/(1 + e^y').
  FamilyLogRatio log_ratio_to(const Logistic& other) const {
    const StandardGap gap(location_, scale_, other.location_, other.scale_);
    return
        [this, gap](const Distances<ComplexBall>& x, const Distances<ComplexBall>&) -> ComplexBall {
          const ComplexBall y = standard(x), d = gap(y);
          const ComplexBall quotient = expm1(-d) / (exp(y - d) + 1);
          return -d - 2 * log1p(quotient) + gap.log_scales->ball();
        };
  }
  Ball below(const Distances<Ball>& x) const { return mass_up_to(standard(x)); }
  Ball above(const Distances<Ball>& x) const { return mass_up_to(-standard(x)); }

  DensityPointer moved(const Rational& a, const Rational& b) const {
    return logistic_density(a * location_ + b, abs(a) * scale_);
  }

 private:
  template <class T>
  T standard(const Distances<T>& x) const {
    return x.from(0) * per_width_->ball();
  }
  /// 1/(1 + e^-y), with the exponential that is at most one where the sign of y is known.
  static Ball mass_up_to(const Ball& y) {
    if (!y.is_negative()) return Ball(1) / (Ball(1) + exp(-y));
    const Ball e = exp(y);
    return e / (Ball(1) + e);
  }
  Growth growth() const { return {0, Rational(1), Rational(1 / scale_), true, true}; }

  Rational location_, scale_;
  Kept per_width_, log_norm_;
};

}  // namespace

DensityPointer logistic_density(const Rational& location, const Rational& scale) {
  return std::make_shared<Model<Logistic>>(Logistic(location, scale));
}

Form logistic_form() {
  return {"logistic",
          {"logistic(location,scale)",
           "distribution function 1/(1+exp(-(x-location)/scale)); scale > 0",
           "分布函数 1/(1+exp(-(x-location)/scale))；scale > 0"},
          [](Builder&, const Call& call, const Request& request) {
            const auto n = numbers_of(call, 2, "logistic(location,scale)");
            require_positive(call, 1, "logistic(location,scale)", "a scale");
            return law_of(logistic_density(n[0], n[1]), request.on);
          }};
}

}  // namespace gancheck
