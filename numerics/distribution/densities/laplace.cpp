// laplace(location, scale): log p = -|y| - log(2 scale), y = (x - location)/scale.
#include "numerics/distribution/densities/densities.hpp"
#include "numerics/distribution/densities/ingredients.hpp"
#include "numerics/distribution/densities/standard_gap.hpp"
#include "numerics/distribution/model.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {

namespace {

class Laplace {
 public:
  Laplace(const Rational& location, const Rational& scale)
      : location_(location),
        scale_(scale),
        per_width_(kept(Rational(1 / scale))),
        log_norm_(kept_log(Rational(2 * scale))) {}

  std::string text() const { return call_text("laplace", {location_, scale_}); }
  std::vector<Real> points() const { return {location_}; }
  End lower() const { return {std::nullopt, growth(), false}; }
  End upper() const { return {std::nullopt, growth(), false}; }
  std::vector<Real> kinks() const { return {location_}; }
  Rational centre() const { return location_; }
  Rational scale() const { return scale_; }

  template <class T>
  T log_density(const Distances<T>& x) const {
    return -(x.size_from(0) * per_width_->ball()) - log_norm_->ball();
  }
  /// |y'| - |y| = -+(y - y') on one side of both locations.
  FamilyLogRatio log_ratio_to(const Laplace& other) const {
    const StandardGap gap(location_, scale_, other.location_, other.scale_);
    return [this, &other, gap](const Distances<ComplexBall>& x,
                               const Distances<ComplexBall>& other_x) -> ComplexBall {
      const int side = x.side_of(0);
      const ComplexBall size = x.size_from(0) * per_width_->ball();
      if (side == 0 || side != other_x.side_of(0))
        return other_x.size_from(0) * other.per_width_->ball() - size + gap.log_scales->ball();
      return gap(standard(x)) * -side + gap.log_scales->ball();
    };
  }
  Ball below(const Distances<Ball>& x) const { return mass_up_to(standard(x)); }
  Ball above(const Distances<Ball>& x) const { return mass_up_to(-standard(x)); }

  DensityPointer moved(const Rational& a, const Rational& b) const {
    return laplace_density(a * location_ + b, abs(a) * scale_);
  }

 private:
  template <class T>
  T standard(const Distances<T>& x) const {
    return x.from(0) * per_width_->ball();
  }
  /// e^y/2 below 0, and beyond it 1/2 + (1 - e^-y)/2: one formula, also for a ball about 0.
  static Ball mass_up_to(const Ball& y) {
    return (exp(min(y, Ball(0))) - expm1(-max(y, Ball(0)))) / 2;
  }
  Growth growth() const { return {0, Rational(1), Rational(1 / scale_), true, true}; }

  Rational location_, scale_;
  Kept per_width_, log_norm_;
};

}  // namespace

DensityPointer laplace_density(const Rational& location, const Rational& scale) {
  return std::make_shared<Model<Laplace>>(Laplace(location, scale));
}

Form laplace_form() {
  return {"laplace",
          {"laplace(location,scale)", "density exp(-|x-location|/scale)/(2 scale); scale > 0",
           "密度 exp(-|x-location|/scale)/(2 scale)；scale > 0"},
          [](Builder&, const Call& call, const Request& request) {
            const auto n = numbers_of(call, 2, "laplace(location,scale)");
            require_positive(call, 1, "laplace(location,scale)", "a scale");
            return law_of(laplace_density(n[0], n[1]), request.on);
          }};
}

}  // namespace gancheck
