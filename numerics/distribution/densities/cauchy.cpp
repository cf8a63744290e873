// cauchy(location, scale): log p = -log(1 + y²) - log(pi scale), y = (x - location)/scale.
#include "numerics/distribution/densities/densities.hpp"
#include "numerics/distribution/densities/ingredients.hpp"
#include "numerics/distribution/densities/standard_gap.hpp"
#include "numerics/distribution/model.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {

namespace {

class Cauchy {
 public:
  Cauchy(const Rational& location, const Rational& scale)
      : location_(location),
        scale_(scale),
        width_(kept(scale)),
        per_width_(kept(Rational(1 / scale))),
        log_width_(kept_log(scale)),
        pi_(kept("pi", pi)),
        log_norm_(kept("log(pi " + to_text(scale) + ")",
                       [=] { return log(pi() * exactly<Ball>(scale)); })) {}

  std::string text() const { return call_text("cauchy", {location_, scale_}); }
  std::vector<Real> points() const { return {location_}; }
  End lower() const { return {std::nullopt, growth(), false}; }
  End upper() const { return {std::nullopt, growth(), false}; }
  std::vector<Real> kinks() const { return {}; }
  Rational centre() const { return location_; }
  Rational scale() const { return scale_; }

  /// Far out log(1 + y²) = 2 log|y| + log(1 + 1/y²), by the logarithm of the distance.
  template <class T>
  T log_density(const Distances<T>& x) const {
    const auto near = [&](const T& y) -> T { return -log1p(y * y) - log_norm_->ball(); };
    if (!x.is_logarithmic()) {
      const T y = standard(x);
      if (!is_far(y)) return near(y);
    }
    const T log_y = x.log_from(0) - log_width_->ball();
    if (!log_y.is_positive()) return near(standard(x));
    return -2 * log_y - log1p(exp(-2 * log_y)) - log_norm_->ball();
  }
  /// -log((1+y²)/(1+y'²)) with the quotient 1 + (y - y')(y + y')/(1 + y'²).
  FamilyLogRatio log_ratio_to(const Cauchy& other) const {
    const StandardGap gap(location_, scale_, other.location_, other.scale_);
    return
        [this, gap](const Distances<ComplexBall>& x, const Distances<ComplexBall>&) -> ComplexBall {
          const ComplexBall one(1);
          const ComplexBall quotient =
              relative_gap_of_squares(x, width_->ball(), per_width_->ball(), gap, one);
          return gap.log_scales->ball() - log1p(quotient);
        };
  }
  Ball below(const Distances<Ball>& x) const { return mass_up_to(standard(x)); }
  Ball above(const Distances<Ball>& x) const { return mass_up_to(-standard(x)); }

  DensityPointer moved(const Rational& a, const Rational& b) const {
    return cauchy_density(a * location_ + b, abs(a) * scale_);
  }

 private:
  template <class T>
  T standard(const Distances<T>& x) const {
    return x.from(0) * per_width_->ball();
  }
  template <class T>
  static bool is_far(const T& y) {
    return (y - T(1)).is_positive() || (y + T(1)).is_negative();
  }
  /// 1/2 + atan(y)/pi; far below 0 it is atan(1/|y|)/pi.
  Ball mass_up_to(const Ball& y) const {
    if (y.is_negative() && is_far(y)) return atan(Ball(-1) / y) / pi_->ball();
    return Ball(1) / 2 + atan(y) / pi_->ball();
  }
  static Growth growth() { return {1, Rational(1), Rational(1), true, true}; }

  Rational location_, scale_;
  Kept width_, per_width_, log_width_, pi_, log_norm_;
};

}  // namespace

DensityPointer cauchy_density(const Rational& location, const Rational& scale) {
  return std::make_shared<Model<Cauchy>>(Cauchy(location, scale));
}

Form cauchy_form() {
  return {
      "cauchy",
      {"cauchy(location,scale)", "density 1/(pi scale (1+y²)), y = (x-location)/scale; scale > 0",
       "密度 1/(π scale (1+y²))，y = (x-location)/scale；scale > 0"},
      [](Builder&, const Call& call, const Request& request) {
        const auto n = numbers_of(call, 2, "cauchy(location,scale)");
        require_positive(call, 1, "cauchy(location,scale)", "a scale");
        return law_of(cauchy_density(n[0], n[1]), request.on);
      }};
}

}  // namespace gancheck
