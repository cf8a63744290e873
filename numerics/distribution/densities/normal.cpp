// normal(mean, stddev): log p = -y²/2 - log(stddev sqrt(2 pi)), y = (x - mean)/stddev.
#include "numerics/distribution/densities/densities.hpp"
#include "numerics/distribution/densities/standard_gap.hpp"
#include "numerics/distribution/model.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/expression.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {
namespace {

class Normal {
 public:
  Normal(const Rational& mean, const Rational& stddev)
      : mean_(mean),
        stddev_(stddev),
        per_scale_(std::make_shared<Constant>(Rational(1 / stddev))),
        log_norm_(std::make_shared<Constant>(named("log " + to_text(stddev) + "+log(2 pi)/2", [=] {
          return log(exactly<Ball>(stddev)) + log(pi() * 2) / 2;
        }))) {}

  std::string text() const { return call_text("normal", {mean_, stddev_}); }
  std::vector<Real> points() const { return {mean_}; }
  End lower() const { return {std::nullopt, growth(), false}; }
  End upper() const { return {std::nullopt, growth(), false}; }
  std::vector<Real> kinks() const { return {}; }
  Rational centre() const { return mean_; }
  Rational scale() const { return stddev_; }

  template <class T>
  T log_density(const Distances<T>& x) const {
    const T y = standard(x);
    return -(y * y) / 2 - log_norm_->ball();
  }
  /// -(y² - y'²)/2 = -(y - y')(y + y')/2.
  FamilyLogRatio log_ratio_to(const Normal& other) const {
    const StandardGap gap(mean_, stddev_, other.mean_, other.stddev_);
    return [this, gap](const Distances<ComplexBall>& x, const Distances<ComplexBall>&) {
      const ComplexBall y = standard(x), d = gap(y);
      return d * (d / 2 - y) + gap.log_scales->ball();
    };
  }
  Ball below(const Distances<Ball>& x) const { return erfc(-standard(x) / sqrt(Ball(2))) / 2; }
  Ball above(const Distances<Ball>& x) const { return erfc(standard(x) / sqrt(Ball(2))) / 2; }

  DensityPointer moved(const Rational& a, const Rational& b) const {
    return normal_density(a * mean_ + b, abs(a) * stddev_);
  }

 private:
  template <class T>
  T standard(const Distances<T>& x) const {
    return x.from(0) * per_scale_->ball();
  }
  Growth growth() const {
    return {0, Rational(2), Rational(1 / (2 * stddev_ * stddev_)), mean_ == 0};
  }

  Rational mean_, stddev_;
  std::shared_ptr<const Constant> per_scale_, log_norm_;
};

}  // namespace

DensityPointer normal_density(const Rational& mean, const Rational& stddev) {
  return std::make_shared<Model<Normal>>(Normal(mean, stddev));
}

Form normal_form() {
  return {"normal",
          {"normal(mean,stddev)",
           "density exp(-y²/2)/(stddev sqrt(2 pi)), y = (x-mean)/stddev; stddev > 0",
           "密度 exp(-y²/2)/(stddev √(2π))，y = (x-mean)/stddev；stddev > 0"},
          [](Builder&, const Call& call, const Request& request) {
            const auto n = numbers_of(call, 2, "normal(mean,stddev)");
            require_positive(call, 1, "normal(mean,stddev)", "a stddev");
            return law_of(normal_density(n[0], n[1]), request.on);
          }};
}

}  // namespace gancheck
