// arcsine(a, b): p = 1/(pi sqrt((x-a)(b-x))), beta(1/2,1/2) on [a, b].
#include "numerics/distribution/densities/densities.hpp"
#include "numerics/distribution/densities/ingredients.hpp"
#include "numerics/distribution/model.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {

namespace {

class Arcsine {
 public:
  Arcsine(const Rational& a, const Rational& b)
      : a_(a), b_(b), pi_(kept("pi", pi)), log_pi_(kept("log pi", [] { return log(pi()); })) {}

  std::string text() const { return call_text("arcsine", {a_, b_}); }
  std::vector<Real> points() const { return {a_, b_}; }
  End lower() const { return {Real(a_), growth(), false}; }
  End upper() const { return {Real(b_), growth(), false}; }
  std::vector<Real> kinks() const { return {}; }
  Rational centre() const { return (a_ + b_) / 2; }
  Rational scale() const { return (b_ - a_) / 4; }

  template <class T>
  T log_density(const Distances<T>& x) const {
    return -(x.log_from(0) + x.log_from(1)) / 2 - log_pi_->ball();
  }
  Ball below(const Distances<Ball>& x) const { return mass_up_to(x.from(0), -x.from(1)); }
  Ball above(const Distances<Ball>& x) const { return mass_up_to(-x.from(1), x.from(0)); }

  DensityPointer moved(const Rational& a, const Rational& b) const {
    const Rational first = a * a_ + b, last = a * b_ + b;
    return a > 0 ? arcsine_density(first, last) : arcsine_density(last, first);
  }

 private:
  /// 2/pi·asin sqrt(near/(near+far)) = 2/pi·atan sqrt(near/far): the mass on the side of the end
  /// that is at the distance near.
  Ball mass_up_to(const Ball& near, const Ball& far) const {
    if ((near - far).is_positive()) return Ball(1) - mass_up_to(far, near);
    return 2 * atan(sqrt(max(near, Ball(0)) / far)) / pi_->ball();
  }
  static Growth growth() { return {1, Rational(1), Rational(1, 2), true, true}; }

  Rational a_, b_;
  Kept pi_, log_pi_;
};

}  // namespace

DensityPointer arcsine_density(const Rational& a, const Rational& b) {
  return std::make_shared<Model<Arcsine>>(Arcsine(a, b));
}

Form arcsine_form() {
  return {"arcsine",
          {"arcsine(a,b)", "density 1/(pi sqrt((x-a)(b-x))) on (a,b); a < b",
           "(a,b) 上的密度 1/(π √((x-a)(b-x)))；a < b"},
          [](Builder&, const Call& call, const Request& request) {
            const auto n = numbers_of(call, 2, "arcsine(a,b)");
            require_order(call, "arcsine(a,b)");
            return law_of(arcsine_density(n[0], n[1]), request.on);
          }};
}

}  // namespace gancheck
