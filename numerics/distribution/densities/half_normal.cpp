// half_normal(scale), the law of |z| for a normal z: log p = -y²/2 - log(scale sqrt(pi/2)),
// y = x/scale, x >= 0.
#include "numerics/distribution/densities/densities.hpp"
#include "numerics/distribution/densities/ingredients.hpp"
#include "numerics/distribution/densities/standard_gap.hpp"
#include "numerics/distribution/model.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {

namespace {

class HalfNormal {
 public:
  explicit HalfNormal(const Rational& scale)
      : scale_(scale),
        per_width_(kept(Rational(1 / scale))),
        wide_(kept(Real(scale) * sqrt(Real(2)))),
        log_norm_(kept("log " + to_text(scale) + "+log(pi/2)/2",
                       [=] { return log(exactly<Ball>(scale)) + log(pi() / 2) / 2; })) {}

  std::string text() const { return call_text("half_normal", {scale_}); }
  std::vector<Real> points() const { return {0}; }
  End lower() const { return {Real(0), regular_growth(), true}; }
  End upper() const {
    return {std::nullopt, {0, Rational(2), Rational(1 / (2 * scale_ * scale_))}, false};
  }
  std::vector<Real> kinks() const { return {}; }
  Rational centre() const { return scale_; }
  Rational scale() const { return scale_; }

  template <class T>
  T log_density(const Distances<T>& x) const {
    const T y = x.from(0) * per_width_->ball();
    return -(y * y) / 2 - log_norm_->ball();
  }
  FamilyLogRatio log_ratio_to(const HalfNormal& other) const {
    const StandardGap gap(0, scale_, 0, other.scale_);
    return [this, gap](const Distances<ComplexBall>& x, const Distances<ComplexBall>&) {
      const ComplexBall y = x.from(0) * per_width_->ball(), d = gap(y);
      return d * (d / 2 - y) + gap.log_scales->ball();
    };
  }
  /// erf(y/sqrt 2) = P(1/2, y²/2) [DLMF 7.11.1], which is small where y is.
  Ball below(const Distances<Ball>& x) const {
    const Ball y = x.from(0) / wide_->ball();
    return gamma_lower(Ball(1) / 2, y * y);
  }
  Ball above(const Distances<Ball>& x) const { return erfc(x.from(0) / wide_->ball()); }

  DensityPointer moved(const Rational& a, const Rational& b) const {
    return a > 0 && b == 0 ? half_normal_density(a * scale_) : nullptr;
  }

 private:
  Rational scale_;
  Kept per_width_, wide_, log_norm_;
};

}  // namespace

DensityPointer half_normal_density(const Rational& scale) {
  return std::make_shared<Model<HalfNormal>>(HalfNormal(scale));
}

Form half_normal_form() {
  return {"half_normal",
          {"half_normal(scale)", "the law of |z|, z normal(0,scale); scale > 0",
           "|z| 的分布，z 服从 normal(0,scale)；scale > 0"},
          [](Builder&, const Call& call, const Request& request) {
            const auto n = numbers_of(call, 1, "half_normal(scale)");
            require_positive(call, 0, "half_normal(scale)", "a scale");
            return law_of(half_normal_density(n[0]), request.on);
          }};
}

}  // namespace gancheck
