#include "numerics/number/expression.hpp"

#include <mutex>
#include <stdexcept>
#include <utility>

#include "numerics/number/exact_sum.hpp"

namespace gancheck {

ExpressionPointer RealAccess::formula(const Real& x) {
  const auto* held = std::get_if<ExpressionPointer>(&x.value_);
  return held ? *held : nullptr;
}

namespace {

bool same(const ExpressionPointer& f, const ExpressionPointer& g) {
  return f == g || (f && g && f->text() == g->text());
}

/// coefficient·f, with a coefficient that is neither 0 nor 1.
struct Scaled : Expression {
  Scaled(Rational c, ExpressionPointer f) : coefficient(std::move(c)), base(std::move(f)) {}
  Ball enclose() const override { return exactly<Ball>(coefficient) * base->enclose(); }
  std::string text() const override { return to_text(coefficient) + "*" + base->text(); }
  Rational coefficient;
  ExpressionPointer base;
};

struct Sum : Expression {
  Sum(Real a, Real b) : x(std::move(a)), y(std::move(b)) {}
  Ball enclose() const override { return x.enclose() + y.enclose(); }
  std::string text() const override { return "(" + x.text() + "+" + y.text() + ")"; }
  Real x, y;
};

struct Product : Expression {
  Product(Real a, Real b) : x(std::move(a)), y(std::move(b)) {}
  Ball enclose() const override { return x.enclose() * y.enclose(); }
  std::string text() const override { return "(" + x.text() + "*" + y.text() + ")"; }
  Real x, y;
};

struct Quotient : Expression {
  Quotient(Real a, Real b) : x(std::move(a)), y(std::move(b)) {}
  Ball enclose() const override { return x.enclose() / y.enclose(); }
  std::string text() const override { return "(" + x.text() + "/" + y.text() + ")"; }
  Real x, y;
};

struct Power : Expression {
  Power(Real b, unsigned long n) : base(std::move(b)), exponent(n) {}
  Ball enclose() const override { return power(base.enclose(), exponent); }
  std::string text() const override { return "(" + base.text() + ")^" + std::to_string(exponent); }
  Real base;
  unsigned long exponent;
};

class Named : public Expression {
 public:
  Named(std::string text, std::function<Ball()> enclose)
      : text_(std::move(text)), enclose_(std::move(enclose)) {}
  Ball enclose() const override {
    const long bits = BallPrecision::bits();
    const std::lock_guard lock(kept_);
    if (bits != bits_) {
      last_ = enclose_();
      bits_ = bits;
    }
    return last_;
  }
  std::string text() const override { return text_; }

 private:
  std::string text_;
  std::function<Ball()> enclose_;
  mutable std::mutex kept_;
  mutable long bits_ = 0;
  mutable Ball last_;
};

/// coefficient·base; the base is null where the number is rational.
struct Parts {
  Rational coefficient;
  ExpressionPointer base;
};

Parts parts(const Real& x) {
  const ExpressionPointer f = RealAccess::formula(x);
  if (!f) return {x.rational(), nullptr};
  if (const auto* scaled = dynamic_cast<const Scaled*>(f.get()))
    return {scaled->coefficient, scaled->base};
  return {Rational(1), f};
}

Real scaled(const Rational& coefficient, const ExpressionPointer& base) {
  if (!base || coefficient == 0) return Real(coefficient);
  if (coefficient == 1) return Real(base);
  return Real(std::make_shared<Scaled>(coefficient, base));
}

/// base^exponent for a base that is no power itself.
struct Factor {
  Real base;
  unsigned long exponent;
};

Factor factor(const ExpressionPointer& f) {
  const auto* held = dynamic_cast<const Power*>(f.get());
  return held ? Factor{held->base, held->exponent} : Factor{Real(f), 1};
}

bool same_base(const Factor& a, const Factor& b) {
  return a.base.is_rational() == b.base.is_rational() && a.base.text() == b.base.text();
}

unsigned long added(unsigned long a, unsigned long b) {
  constexpr unsigned long most = 1UL << 62;
  if (a > most - b)
    throw std::domain_error("a power beyond 2^62 is too large to compute: nest fewer squares");
  return a + b;
}

constexpr std::size_t most_exact_bits = 512;

std::size_t bits_of(const Rational& x) {
  const Integer n = abs(numerator(x)), d = denominator(x);
  return (n == 0 ? 0 : msb(n) + 1) + msb(d) + 1;
}

}  // namespace

Real formula_sum(const Real& x, const Real& y) {
  const Parts a = parts(x), b = parts(y);
  if (a.base && same(a.base, b.base)) return scaled(a.coefficient + b.coefficient, a.base);
  return Real(std::make_shared<Sum>(x, y));
}

Real formula_product(const Real& x, const Real& y) {
  const Parts a = parts(x), b = parts(y);
  const Rational coefficient = a.coefficient * b.coefficient;
  if (!a.base || !b.base) return scaled(coefficient, a.base ? a.base : b.base);
  const Factor f = factor(a.base), g = factor(b.base);
  if (same_base(f, g)) return Real(coefficient) * power(f.base, added(f.exponent, g.exponent));
  return scaled(coefficient, std::make_shared<Product>(Real(a.base), Real(b.base)));
}

Real formula_quotient(const Real& x, const Real& y) {
  const Parts a = parts(x), b = parts(y);
  const Rational coefficient = a.coefficient / b.coefficient;
  if (!b.base) return scaled(coefficient, a.base);
  if (!a.base) return scaled(coefficient, std::make_shared<Quotient>(Real(1), Real(b.base)));
  const Factor f = factor(a.base), g = factor(b.base);
  if (!same_base(f, g))
    return scaled(coefficient, std::make_shared<Quotient>(Real(a.base), Real(b.base)));
  if (f.exponent >= g.exponent) return Real(coefficient) * power(f.base, f.exponent - g.exponent);
  return Real(coefficient) / power(f.base, g.exponent - f.exponent);
}

Real power(const Real& x, unsigned long exponent) {
  if (exponent == 0) return 1;
  if (exponent == 1) return x;
  if (x.is_rational()) {
    const Rational base = x.rational();
    if (exponent <= most_exact_bits && bits_of(base) * exponent <= most_exact_bits) {
      const auto n = static_cast<unsigned>(exponent);
      return Rational(pow(numerator(base), n), pow(denominator(base), n));
    }
    if (base == 0 || base == 1) return base;
    return Real(std::make_shared<Power>(base, exponent));
  }
  const Parts a = parts(x);
  const Real coefficient = power(Real(a.coefficient), exponent);
  const Factor f = factor(a.base);
  constexpr unsigned long most = 1UL << 62;
  if (f.exponent > most / exponent) added(most, 1);
  if (const auto root = argument_of(f.base, Elementary::sqrt); root && exponent % 2 == 0)
    return coefficient * power(*root, f.exponent * (exponent / 2));
  return coefficient * Real(std::make_shared<Power>(f.base, f.exponent * exponent));
}

std::optional<Real> root_of_power(const Real& x) {
  const auto* held = dynamic_cast<const Power*>(RealAccess::formula(x).get());
  if (!held || held->exponent % 2 != 0) return std::nullopt;
  return power(held->base, held->exponent / 2);
}

Real named(std::string text, std::function<Ball()> enclose) {
  return Real(std::make_shared<Named>(std::move(text), std::move(enclose)));
}

Real total(std::string text, std::vector<Real> terms) {
  bool rational = true;
  for (const Real& term : terms) rational = rational && term.is_rational();
  if (rational) return exact_sum(terms);
  return named(std::move(text), [terms = std::move(terms)] {
    Ball sum;
    for (const Real& term : terms) sum = sum + term.enclose();
    return sum;
  });
}

}  // namespace gancheck
