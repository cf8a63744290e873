#include "numerics/integral/enclose_integral.hpp"

#include <acb_calc.h>

#include <algorithm>
#include <exception>

#include "numerics/integral/trapezoidal_rule.hpp"
#include "numerics/number/arb/complex_ball.hpp"

namespace gancheck {
namespace {

struct CountedCall {
  const AnalyticFunction& function;
  long evaluations = 0;
  std::exception_ptr thrown;
};

/// Arb's form of an integrand. `order` 1 asks for a check of analyticity, which ComplexBall always
/// makes. Nothing may be thrown through C: it is kept.
int evaluate(acb_ptr out, const acb_t t, void* parameter, slong, slong bits) {
  CountedCall& call = *static_cast<CountedCall*>(parameter);
  ++call.evaluations;
  acb_indeterminate(out);
  if (call.thrown) return 0;
  try {
    const BallPrecision precision(bits);
    ComplexBall at;
    acb_set(ComplexBallAccess::of(at), t);
    const ComplexBall value = value_over(call.function, at);
    if (value.is_finite()) acb_set(out, ComplexBallAccess::of(value));
  } catch (...) {
    call.thrown = std::current_exception();
  }
  return 0;
}

struct Complex {
  Complex() { acb_init(value); }
  ~Complex() { acb_clear(value); }
  Complex(const Complex&) = delete;
  Complex& operator=(const Complex&) = delete;
  acb_t value;
};

struct Magnitude {
  Magnitude() { mag_init(value); }
  ~Magnitude() { mag_clear(value); }
  Magnitude(const Magnitude&) = delete;
  Magnitude& operator=(const Magnitude&) = delete;
  mag_t value;
};

/// Arb keeps the nodes of its rules to the most bits that the thread has asked for, and rounds from
/// there: the radius would depend on what the thread did before.
void keep_no_other_nodes(long bits) {
  thread_local long kept = bits;
  if (kept == bits) return;
  flint_cleanup();
  kept = bits;
}

}  // namespace

ComplexBall value_over(const AnalyticFunction& f, const ComplexBall& t) {
  constexpr long bits_over_a_ball = 64;
  const long bits = BallPrecision::bits();
  const BallPrecision precision(t.is_real() ? bits : std::min(bits, bits_over_a_ball));
  return f(t);
}

EnclosedIntegral enclose_integral(const AnalyticFunction& f, const Ball& from, const Ball& to,
                                  long log2_tolerance, long most_evaluations) {
  long evaluations = 0;
  if (const auto sum =
          by_trapezoidal_rule(f, from, to, log2_tolerance, most_evaluations, evaluations))
    return {*sum, evaluations};
  const slong bits = BallPrecision::bits();
  CountedCall call{f, evaluations, nullptr};
  Complex begin, end, sum;
  acb_set_arb(begin.value, BallAccess::of(from));
  acb_set_arb(end.value, BallAccess::of(to));
  Magnitude tolerance;
  mag_set_ui_2exp_si(tolerance.value, 1, log2_tolerance);
  acb_calc_integrate_opt_t options;
  acb_calc_integrate_opt_init(options);
  options->eval_limit = most_evaluations;
  keep_no_other_nodes(bits);
  acb_calc_integrate(sum.value, evaluate, &call, begin.value, end.value, bits, tolerance.value,
                     options, bits);
  if (call.thrown) std::rethrow_exception(call.thrown);
  EnclosedIntegral integral;
  arb_set(BallAccess::of(integral.value), acb_realref(sum.value));
  integral.evaluations = call.evaluations;
  return integral;
}

}  // namespace gancheck
