// lognormal(mu, sigma), the law of e^z for a normal z: log p = -log x - y²/2 - log(sigma sqrt(2
// pi)), y = (log x - mu)/sigma, x > 0.
#include "numerics/distribution/densities/densities.hpp"

#include <algorithm>
#include <cmath>

#include "numerics/distribution/densities/ingredients.hpp"
#include "numerics/distribution/model.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {

namespace {

class Lognormal {
 public:
  Lognormal(const Rational& mu, const Rational& sigma)
      : mu_(mu),
        sigma_(sigma),
        middle_(kept(mu)),
        per_width_(kept(Rational(1 / sigma))),
        root_two_(kept(sqrt(Real(2)))),
        log_norm_(kept("log " + to_text(sigma) + "+log(2 pi)/2",
                       [=] { return log(exactly<Ball>(sigma)) + log(pi() * 2) / 2; })) {}

  std::string text() const { return call_text("lognormal", {mu_, sigma_}); }
  std::vector<Real> points() const { return {0}; }
  End lower() const { return {Real(0), growth(), false}; }
  End upper() const { return {std::nullopt, growth(), false}; }
  std::vector<Real> kinks() const { return {}; }
  Rational centre() const { return roughly_exp(nearest_double(mu_)); }
  Rational scale() const {
    return centre() * roughly_exp(std::min(0.0, std::log(nearest_double(sigma_))));
  }

  template <class T>
  T log_density(const Distances<T>& x) const {
    const T log_x = x.log_from(0), y = (log_x - middle_->ball()) * per_width_->ball();
    return -log_x - y * y / 2 - log_norm_->ball();
  }
  Ball below(const Distances<Ball>& x) const {
    if (x.from(0).is_zero()) return Ball(0);
    return erfc(-standard(x)) / 2;
  }
  Ball above(const Distances<Ball>& x) const {
    if (x.from(0).is_zero()) return Ball(1);
    return erfc(standard(x)) / 2;
  }

  /// a·e^z is lognormal too, but its mu + log a is no quotient.
  DensityPointer moved(const Rational& a, const Rational& b) const {
    return a == 1 && b == 0 ? lognormal_density(mu_, sigma_) : nullptr;
  }

 private:
  /// y/sqrt 2
  Ball standard(const Distances<Ball>& x) const {
    return (x.log_from(0) - middle_->ball()) * per_width_->ball() / root_two_->ball();
  }
  Growth growth() const { return {1, Rational(2), Rational(1 / (2 * sigma_ * sigma_)), mu_ == 0}; }

  Rational mu_, sigma_;
  Kept middle_, per_width_, root_two_, log_norm_;
};

}  // namespace

DensityPointer lognormal_density(const Rational& mu, const Rational& sigma) {
  return std::make_shared<Model<Lognormal>>(Lognormal(mu, sigma));
}

Form lognormal_form() {
  return {"lognormal",
          {"lognormal(mu,sigma)", "the law of e^z, z normal(mu,sigma); sigma > 0",
           "e^z 的分布，z 服从 normal(mu,sigma)；sigma > 0"},
          [](Builder&, const Call& call, const Request& request) {
            const auto n = numbers_of(call, 2, "lognormal(mu,sigma)");
            require_positive(call, 1, "lognormal(mu,sigma)", "a sigma");
            return law_of(lognormal_density(n[0], n[1]), request.on);
          }};
}

}  // namespace gancheck
