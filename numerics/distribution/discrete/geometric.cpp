// p(1-p)^(k-1) on 1, 2, ...: every tail is a geometric law again.
#include "numerics/distribution/discrete/families.hpp"
#include "numerics/number/expression.hpp"

namespace gancheck {

namespace {

class Geometric : public IntegerLaw {
 public:
  explicit Geometric(const Rational& p) : p_(p), q_(1 - p) {}

  std::string text() const override { return "geometric(" + to_text(p_) + ")"; }
  std::int64_t first() const override { return 1; }

  Real mass(std::int64_t k) const override { return Real(p_) * failures(k - 1); }

  /// q^(from-1) - q^to.
  Real between(std::int64_t from, const std::optional<Integer>& to) const override {
    const Real above = failures(from - 1);
    return to ? above * (Real(1) - failures(*to - from + 1)) : above;
  }

  Rational ratio(std::int64_t) const override { return q_; }
  int ratio_power() const override { return 0; }
  Real slope(std::int64_t) const override { return Real(-1) * log(Real(q_)); }
  Real bend(std::int64_t) const override { return 0; }

 private:
  /// q^n.
  Real failures(const Integer& n) const {
    if (n <= farthest_integer) return power(q_, static_cast<unsigned long>(n));
    return named("(" + to_text(q_) + ")^" + n.str(),
                 [q = q_, n] { return exp(exactly<Ball>(Rational(n)) * log(exactly<Ball>(q))); });
  }

  Rational p_, q_;
};

}  // namespace

std::shared_ptr<const IntegerLaw> geometric_law(const Rational& p) {
  return std::make_shared<Geometric>(p);
}

}  // namespace gancheck
