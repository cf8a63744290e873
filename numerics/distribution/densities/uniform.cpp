// uniform(a, b): log p = -log(b - a).
#include "numerics/distribution/densities/densities.hpp"
#include "numerics/distribution/densities/ingredients.hpp"
#include "numerics/distribution/model.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {

namespace {

class Uniform {
 public:
  Uniform(const Rational& a, const Rational& b)
      : a_(a), b_(b), length_(kept(Rational(b - a))), log_length_(kept_log(Rational(b - a))) {}

  std::string text() const { return call_text("uniform", {a_, b_}); }
  std::vector<Real> points() const { return {a_, b_}; }
  End lower() const { return {Real(a_), regular_growth(), true}; }
  End upper() const { return {Real(b_), regular_growth(), true}; }
  std::vector<Real> kinks() const { return {}; }
  Rational centre() const { return (a_ + b_) / 2; }
  Rational scale() const { return (b_ - a_) / 4; }

  template <class T>
  T log_density(const Distances<T>&) const {
    return -log_length_->ball();
  }
  Ball below(const Distances<Ball>& x) const { return x.from(0) / length_->ball(); }
  Ball above(const Distances<Ball>& x) const { return -x.from(1) / length_->ball(); }

  DensityPointer moved(const Rational& a, const Rational& b) const {
    const Rational first = a * a_ + b, last = a * b_ + b;
    return a > 0 ? uniform_density(first, last) : uniform_density(last, first);
  }

 private:
  Rational a_, b_;
  Kept length_, log_length_;
};

}  // namespace

DensityPointer uniform_density(const Rational& a, const Rational& b) {
  return std::make_shared<Model<Uniform>>(Uniform(a, b));
}

Form uniform_form() {
  return {"uniform",
          {"uniform(a,b)", "density 1/(b-a) on [a,b]; a < b", "[a,b] 上的密度 1/(b-a)；a < b"},
          [](Builder&, const Call& call, const Request& request) {
            const auto n = numbers_of(call, 2, "uniform(a,b)");
            require_order(call, "uniform(a,b)");
            return law_of(uniform_density(n[0], n[1]), request.on);
          }};
}

}  // namespace gancheck
