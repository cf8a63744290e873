// Elementary functions of exact numbers.
#include <stdexcept>
#include <utility>

#include "numerics/number/expression.hpp"

namespace gancheck {

namespace {

const char* name_of(Elementary function) {
  switch (function) {
    case Elementary::exp:
      return "exp";
    case Elementary::log:
      return "log";
    case Elementary::sqrt:
      return "sqrt";
    case Elementary::sigmoid:
      return "sigmoid";
    case Elementary::tanh:
      return "tanh";
  }
  throw std::logic_error("an elementary function without a name");
}

/// 1/(1+e^-x), with the exponential that is at most one where the sign of x is known.
Ball sigmoid_of(const Ball& x) {
  if (!x.is_negative()) return Ball(1) / (Ball(1) + exp(-x));
  const Ball e = exp(x);
  return e / (Ball(1) + e);
}

Ball apply(Elementary function, const Ball& x) {
  switch (function) {
    case Elementary::exp:
      return exp(x);
    case Elementary::log:
      return log(x);
    case Elementary::sqrt:
      return sqrt(x);
    case Elementary::sigmoid:
      return sigmoid_of(x);
    case Elementary::tanh:
      return tanh(x);
  }
  throw std::logic_error("an elementary function without an enclosure");
}

struct Applied : Expression {
  Applied(Elementary f, Real x) : function(f), argument(std::move(x)) {}
  Ball enclose() const override { return apply(function, argument.enclose()); }
  std::string text() const override {
    return std::string(name_of(function)) + "(" + argument.text() + ")";
  }
  Elementary function;
  Real argument;
};

Real applied(Elementary function, const Real& x) {
  return Real(std::make_shared<Applied>(function, x));
}

bool is(const Real& x, int whole) {
  return x.is_rational() && x.rational() == whole;
}

/// The whole root of a perfect square, else -1.
Integer whole_root(const Integer& n) {
  const Integer root = sqrt(n);
  return root * root == n ? root : Integer(-1);
}

}  // namespace

const Real* argument_of(const Real& x, Elementary function) {
  const ExpressionPointer formula = RealAccess::formula(x);
  const auto* held = dynamic_cast<const Applied*>(formula.get());
  return held && held->function == function ? &held->argument : nullptr;
}

Real exp(const Real& x) {
  if (x.is_zero()) return 1;
  if (const Real* t = argument_of(x, Elementary::log)) return *t;
  if (const Real* t = argument_of(Real(-1) * x, Elementary::log)) return Real(1) / *t;
  return applied(Elementary::exp, x);
}

Real log(const Real& x) {
  if (compare(x, 0) <= 0) throw std::domain_error("log of " + x.text());
  if (is(x, 1)) return 0;
  if (const Real* t = argument_of(x, Elementary::exp)) return *t;
  return applied(Elementary::log, x);
}

Real sqrt(const Real& x) {
  if (x.is_zero()) return 0;
  if (compare(x, 0) < 0) throw std::domain_error("sqrt of " + x.text());
  if (x.is_rational()) {
    const Rational r = x.rational();
    const Integer n = whole_root(numerator(r)), d = whole_root(denominator(r));
    if (n >= 0 && d >= 0) return Rational(n, d);
  }
  if (const auto root = root_of_power(x)) return abs(*root);
  return applied(Elementary::sqrt, x);
}

Real abs(const Real& x) {
  return compare(x, 0) < 0 ? Real(-1) * x : x;
}

Real sigmoid(const Real& x) {
  if (x.is_zero()) return Rational(1, 2);
  if (const Real* t = argument_of(x, Elementary::log)) return *t / (Real(1) + *t);
  return applied(Elementary::sigmoid, x);
}

Real tanh(const Real& x) {
  if (x.is_zero()) return 0;
  const Real twice = Real(2) * x;
  if (const Real* t = argument_of(twice, Elementary::log)) return (*t - Real(1)) / (*t + Real(1));
  return applied(Elementary::tanh, x);
}

Real logit(const Real& x) {
  if (const Real* t = argument_of(x, Elementary::sigmoid)) return *t;
  return log(x / (Real(1) - x));
}

Real atanh(const Real& x) {
  if (const Real* t = argument_of(x, Elementary::tanh)) return *t;
  return Real(Rational(1, 2)) * log((Real(1) + x) / (Real(1) - x));
}

}  // namespace gancheck
