// gamma(shape, scale) on (0, oo): log p = (shape-1) log x - x/scale - log Gamma(shape)
// - shape log scale.
#include "numerics/distribution/densities/densities.hpp"

#include <cmath>

#include "numerics/distribution/densities/ingredients.hpp"
#include "numerics/distribution/model.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {

namespace {

class Gamma {
 public:
  Gamma(const Rational& shape, const Rational& scale)
      : shape_(shape),
        scale_(scale),
        cancelling_bits_(size_bits(shape)),
        shape_ball_(kept(shape)),
        power_(kept(Rational(shape - 1))),
        per_width_(kept(Rational(1 / scale))),
        log_norm_(kept(
            "log Gamma(" + to_text(shape) + ")+" + to_text(shape) + " log " + to_text(scale), [=] {
              const Ball s = exactly<Ball>(shape);
              return log_gamma(s) + s * log(exactly<Ball>(scale));
            })) {}

  std::string text() const { return call_text("gamma", {shape_, scale_}); }
  std::vector<Real> points() const { return {0}; }
  End lower() const { return {Real(0), {1, Rational(1), shape_, true, true}, is_whole(shape_)}; }
  End upper() const { return {std::nullopt, {0, Rational(1), Rational(1 / scale_)}, false}; }
  std::vector<Real> kinks() const { return {}; }
  /// The mean; the standard deviation, or the mean where that is less.
  Rational centre() const { return shape_ * scale_; }
  Rational scale() const {
    return shape_ < 1 ? centre() : scale_ * roughly_exp(std::log(nearest_double(shape_)) / 2);
  }

  template <class T>
  T log_density(const Distances<T>& x) const {
    const BallPrecision precision(BallPrecision::bits() + cancelling_bits_);
    return power_->ball() * x.log_from(0) - standard(x) - log_norm_->ball();
  }
  Ball below(const Distances<Ball>& x) const {
    return gamma_lower(shape_ball_->ball(), standard(x));
  }
  Ball above(const Distances<Ball>& x) const {
    return gamma_upper(shape_ball_->ball(), standard(x));
  }

  DensityPointer moved(const Rational& a, const Rational& b) const {
    return a > 0 && b == 0 ? gamma_density(shape_, a * scale_) : nullptr;
  }

 private:
  template <class T>
  T standard(const Distances<T>& x) const {
    return x.from(0) * per_width_->ball();
  }

  Rational shape_, scale_;
  long cancelling_bits_;
  Kept shape_ball_, power_, per_width_, log_norm_;
};

}  // namespace

DensityPointer gamma_density(const Rational& shape, const Rational& scale) {
  if (shape == 1) return exponential_density(1 / scale);
  return std::make_shared<Model<Gamma>>(Gamma(shape, scale));
}

Form gamma_form() {
  return {"gamma",
          {"gamma(shape,scale)",
           "density proportional to x^(shape-1) exp(-x/scale) on x > 0; shape, scale > 0",
           "x > 0 上正比于 x^(shape-1) exp(-x/scale) 的密度；shape、scale > 0"},
          [](Builder&, const Call& call, const Request& request) {
            const auto n = numbers_of(call, 2, "gamma(shape,scale)");
            require_positive(call, 0, "gamma(shape,scale)", "a shape");
            require_positive(call, 1, "gamma(shape,scale)", "a scale");
            return law_of(gamma_density(n[0], n[1]), request.on);
          }};
}

}  // namespace gancheck
