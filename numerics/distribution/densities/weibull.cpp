// weibull(shape, scale) on (0, oo): P(X > x) = exp(-u), u = (x/scale)^shape,
// log p = log(shape/scale) + (shape-1) log(x/scale) - u.
#include "numerics/distribution/densities/densities.hpp"

#include <cmath>

#include "numerics/distribution/densities/ingredients.hpp"
#include "numerics/distribution/model.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {

namespace {

/// scale^-shape, where that is a quotient of few digits.
std::optional<Rational> coefficient(const Rational& shape, const Rational& scale) {
  constexpr unsigned most = 64;
  if (scale == 1) return Rational(1);
  if (!is_whole(shape) || shape > most) return std::nullopt;
  const auto n = static_cast<unsigned>(numerator(shape));
  return Rational(pow(denominator(scale), n), pow(numerator(scale), n));
}

class Weibull {
 public:
  Weibull(const Rational& shape, const Rational& scale)
      : shape_(shape),
        scale_(scale),
        cancelling_bits_(size_bits(shape)),
        shape_ball_(kept(shape)),
        power_(kept(Rational(shape - 1))),
        log_width_(kept_log(scale)),
        log_norm_(kept_log(Rational(scale / shape))) {}

  std::string text() const { return call_text("weibull", {shape_, scale_}); }
  std::vector<Real> points() const { return {0}; }
  End lower() const { return {Real(0), {1, Rational(1), shape_, true, true}, is_whole(shape_)}; }
  End upper() const { return {std::nullopt, {0, shape_, coefficient(shape_, scale_)}, false}; }
  std::vector<Real> kinks() const { return {}; }
  /// Near the median; the median over the shape, or the median where that is less.
  Rational centre() const {
    return scale_ * roughly_exp(std::log(std::log(2.0)) / nearest_double(shape_));
  }
  Rational scale() const { return shape_ < 1 ? centre() : Rational(centre() / shape_); }

  template <class T>
  T log_density(const Distances<T>& x) const {
    const BallPrecision precision(BallPrecision::bits() + cancelling_bits_);
    const T log_y = standard(x);
    return power_->ball() * log_y - exp(shape_ball_->ball() * log_y) - log_norm_->ball();
  }
  Ball below(const Distances<Ball>& x) const { return -expm1(-hazard(x)); }
  Ball above(const Distances<Ball>& x) const { return exp(-hazard(x)); }

  DensityPointer moved(const Rational& a, const Rational& b) const {
    return a > 0 && b == 0 ? weibull_density(shape_, a * scale_) : nullptr;
  }

 private:
  /// log(x/scale)
  template <class T>
  T standard(const Distances<T>& x) const {
    return x.log_from(0) - log_width_->ball();
  }
  Ball hazard(const Distances<Ball>& x) const {
    const BallPrecision precision(BallPrecision::bits() + cancelling_bits_);
    return x.from(0).is_zero() ? Ball(0) : exp(shape_ball_->ball() * standard(x));
  }

  Rational shape_, scale_;
  long cancelling_bits_;
  Kept shape_ball_, power_, log_width_, log_norm_;
};

}  // namespace

DensityPointer weibull_density(const Rational& shape, const Rational& scale) {
  if (shape == 1) return exponential_density(1 / scale);
  return std::make_shared<Model<Weibull>>(Weibull(shape, scale));
}

Form weibull_form() {
  return {"weibull",
          {"weibull(shape,scale)", "P(X > x) = exp(-(x/scale)^shape) on x > 0; shape, scale > 0",
           "x > 0 上 P(X > x) = exp(-(x/scale)^shape)；shape、scale > 0"},
          [](Builder&, const Call& call, const Request& request) {
            const auto n = numbers_of(call, 2, "weibull(shape,scale)");
            require_positive(call, 0, "weibull(shape,scale)", "a shape");
            require_positive(call, 1, "weibull(shape,scale)", "a scale");
            return law_of(weibull_density(n[0], n[1]), request.on);
          }};
}

}  // namespace gancheck
