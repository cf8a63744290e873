// gumbel(location, scale), of maxima: P(X <= x) = exp(-e^-y), log p = -y - e^-y - log scale,
// y = (x - location)/scale.
#include "numerics/distribution/densities/densities.hpp"
#include "numerics/distribution/densities/ingredients.hpp"
#include "numerics/distribution/densities/standard_gap.hpp"
#include "numerics/distribution/model.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {

namespace {

class Gumbel {
 public:
  Gumbel(const Rational& location, const Rational& scale)
      : location_(location),
        scale_(scale),
        per_width_(kept(Rational(1 / scale))),
        log_norm_(kept_log(scale)) {}

  std::string text() const { return call_text("gumbel", {location_, scale_}); }
  std::vector<Real> points() const { return {location_}; }
  /// -log P(X < x) = e^(location/scale)·(e^|x|)^(1/scale).
  End lower() const { return {std::nullopt, {-1, Rational(1 / scale_), std::nullopt}, false}; }
  End upper() const {
    return {std::nullopt, {0, Rational(1), Rational(1 / scale_), true, true}, false};
  }
  std::vector<Real> kinks() const { return {}; }
  Rational centre() const { return location_; }
  Rational scale() const { return scale_; }

  template <class T>
  T log_density(const Distances<T>& x) const {
    const T y = standard(x);
    return -y - exp(-y) - log_norm_->ball();
  }
  /// With d = y - y': -d - e^-y' (e^-d - 1).
  FamilyLogRatio log_ratio_to(const Gumbel& other) const {
    const StandardGap gap(location_, scale_, other.location_, other.scale_);
    return
        [this, gap](const Distances<ComplexBall>& x, const Distances<ComplexBall>&) -> ComplexBall {
          const ComplexBall y = standard(x), d = gap(y);
          return -d - exp(d - y) * expm1(-d) + gap.log_scales->ball();
        };
  }
  Ball below(const Distances<Ball>& x) const { return exp(-exp(-standard(x))); }
  Ball above(const Distances<Ball>& x) const { return -expm1(-exp(-standard(x))); }

  DensityPointer moved(const Rational& a, const Rational& b) const {
    return a > 0 ? gumbel_density(a * location_ + b, a * scale_) : nullptr;
  }

 private:
  template <class T>
  T standard(const Distances<T>& x) const {
    return x.from(0) * per_width_->ball();
  }

  Rational location_, scale_;
  Kept per_width_, log_norm_;
};

}  // namespace

DensityPointer gumbel_density(const Rational& location, const Rational& scale) {
  return std::make_shared<Model<Gumbel>>(Gumbel(location, scale));
}

Form gumbel_form() {
  return {"gumbel",
          {"gumbel(location,scale)",
           "of maxima: distribution function exp(-exp(-(x-location)/scale)); scale > 0",
           "极大值分布：分布函数 exp(-exp(-(x-location)/scale))；scale > 0"},
          [](Builder&, const Call& call, const Request& request) {
            const auto n = numbers_of(call, 2, "gumbel(location,scale)");
            require_positive(call, 1, "gumbel(location,scale)", "a scale");
            return law_of(gumbel_density(n[0], n[1]), request.on);
          }};
}

}  // namespace gancheck
