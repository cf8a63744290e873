// pareto(scale, shape) on [scale, oo): P(X > x) = e^(-shape l), l = log(x/scale),
// log p = log(shape/scale) - (shape+1) l.
#include "numerics/distribution/densities/densities.hpp"
#include "numerics/distribution/densities/ingredients.hpp"
#include "numerics/distribution/model.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {

namespace {

class Pareto {
 public:
  Pareto(const Rational& scale, const Rational& shape)
      : scale_(scale),
        shape_(shape),
        width_(kept(scale)),
        log_width_(kept_log(scale)),
        shape_ball_(kept(shape)),
        power_(kept(Rational(shape + 1))),
        log_norm_(kept_log(Rational(scale / shape))) {}

  std::string text() const { return call_text("pareto", {scale_, shape_}); }
  std::vector<Real> points() const { return {scale_, 0}; }
  End lower() const { return {Real(scale_), regular_growth(), true}; }
  End upper() const { return {std::nullopt, {1, Rational(1), shape_, true, true}, false}; }
  std::vector<Real> kinks() const { return {}; }
  Rational centre() const { return scale_ + scale(); }
  Rational scale() const { return shape_ < 1 ? scale_ : Rational(scale_ / shape_); }

  template <class T>
  T log_density(const Distances<T>& x) const {
    return -power_->ball() * log_ratio(x) - log_norm_->ball();
  }
  Ball below(const Distances<Ball>& x) const { return -expm1(-shape_ball_->ball() * log_ratio(x)); }
  Ball above(const Distances<Ball>& x) const { return exp(-shape_ball_->ball() * log_ratio(x)); }

  DensityPointer moved(const Rational& a, const Rational& b) const {
    return a > 0 && b == 0 ? pareto_density(a * scale_, shape_) : nullptr;
  }

 private:
  /// log(x/scale): far out by log x, near the end by the distance from it.
  template <class T>
  T log_ratio(const Distances<T>& x) const {
    const T far = x.log_from(1) - log_width_->ball();
    return (far - T(1)).is_positive() ? far : log1p(x.from(0) / width_->ball());
  }

  Rational scale_, shape_;
  Kept width_, log_width_, shape_ball_, power_, log_norm_;
};

}  // namespace

DensityPointer pareto_density(const Rational& scale, const Rational& shape) {
  return std::make_shared<Model<Pareto>>(Pareto(scale, shape));
}

Form pareto_form() {
  return {"pareto",
          {"pareto(scale,shape)", "P(X > x) = (scale/x)^shape on x >= scale; scale, shape > 0",
           "x >= scale 上 P(X > x) = (scale/x)^shape；scale、shape > 0"},
          [](Builder&, const Call& call, const Request& request) {
            const auto n = numbers_of(call, 2, "pareto(scale,shape)");
            require_positive(call, 0, "pareto(scale,shape)", "a scale");
            require_positive(call, 1, "pareto(scale,shape)", "a shape");
            return law_of(pareto_density(n[0], n[1]), request.on);
          }};
}

}  // namespace gancheck
