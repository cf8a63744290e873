// Mirror descent on C, point by point: formulas of p, of the law q before a step and of the law r
// after it. [claims 18, 36, 57]
//
// The derivative of C at q in a direction is the integral of log(1-D*) with respect to it, D* =
// p/(p+q). The step of rate η goes to the law r that makes η (the integral of log(1-D) with respect
// to r) + KL(r||q) least: r = q (1-D)^-η / Z (Beck & Teboulle 2003; Nemirovski & Yudin 1983).
//
// With g(a, b) = a log(a/b) - a + b >= 0 the second-order rest of C is g(r, q) - g(p+r, p+q): C is
// smooth relative to the entropy, with constant 1 (Bauschke, Bolte & Teboulle 2017; Lu, Freund &
// Nesterov 2018). What follows from it in one step is exact; theory/proofs/mirror_steps.hpp.
#pragma once

#include <cmath>

#include "theory/formulas.hpp"

namespace gancheck::mirror {

/// q (1-D)^-rate: the law after a step, up to its mass. Where q is 0 so is it, whatever D is.
inline constexpr auto weight = []<class T>(const T& q, const Chance<T>& d, const T& rate) -> T {
  using std::exp, std::log;  // for double
  return q * exp(-(rate * log(d.no)));
};
/// The same for rate 1, in which no power is left.
inline constexpr auto weight_of_rate_one = []<class T>(const T& q, const Chance<T>& d) -> T {
  return q / d.no;
};

/// What C loses in a step: KL(Q||R)/η + (1/η - 1) KL(R||Q) + KL(P+R||P+Q).
inline constexpr auto fall = []<class T>(const T& p, const T& q, const T& r, const T& rate) -> T {
  return formulas::generalised_kl_density(q, r) / rate +
         (1 - rate) / rate * formulas::generalised_kl_density(r, q) +
         formulas::generalised_kl_density(T(p + r), T(p + q));
};

/// KL(P||Q) - KL(P||R), by which a step comes nearer to P.
inline constexpr auto approach = []<class T>(const T& p, const T& q, const T& r) -> T {
  return times_log(p, r / q);
};

/// η times what Q has above P against the D of the step, V(D, Q) - V(D, P), for laws of one mass:
/// KL(P||Q) - KL(P||R) + KL(Q||R).
inline constexpr auto advantage = []<class T>(const T& p, const T& q, const T& r) -> T {
  return approach(p, q, r) + formulas::generalised_kl_density(q, r);
};

}  // namespace gancheck::mirror
