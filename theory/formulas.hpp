// Every formula of the derivation, once. The arithmetic T decides what an evaluation gives: a
// number, a number with its rounding bound, an enclosure, an identity, or TeX.
//
// p and q are the densities of P_data and P_g at one point with respect to a measure that dominates
// both; a and b are any two numbers >= 0 in their place. 0·log 0 = 0 throughout
// (docs/error-bounds.md).
#pragma once

#include "numerics/number/generic.hpp"

namespace gancheck {

/// A probability and its complement, each computed, neither subtracted.
template <class T>
struct Chance {
  T yes, no;
};

namespace formulas {

/// p log D + q log(1 - D): the integrand of V(D, G).  [note l.87]
inline constexpr auto value_density = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return times_log(p, d.yes) + times_log(q, d.no);
};

/// D* = p/(p+q) and 1 - D* = q/(p+q).  [note l.102]
inline constexpr auto optimal_discriminator = []<class T>(const T& p, const T& q) -> Chance<T> {
  return {p / (p + q), q / (p + q)};
};

/// d/dy of a log y + b log(1-y): a/y - b/(1-y).  [note l.97]
inline constexpr auto slope = []<class T>(const T& a, const T& b, const Chance<T>& y) -> T {
  return a / y.yes - b / y.no;
};

/// The same over one denominator: (a - (a+b) y) / (y (1-y)).
inline constexpr auto slope_factored = []<class T>(const T& a, const T& b,
                                                   const Chance<T>& y) -> T {
  return (a - (a + b) * y.yes) / (y.yes * y.no);
};

/// The second derivative: -a/y² - b/(1-y)².
inline constexpr auto curvature = []<class T>(const T& a, const T& b, const Chance<T>& y) -> T {
  return -(a / (y.yes * y.yes)) - b / (y.no * y.no);
};

/// The second derivative at y* = a/(a+b): -(a+b)³/(ab).
inline constexpr auto curvature_at_maximum = []<class T>(const T& a, const T& b) -> T {
  return -((a + b) * (a + b) * (a + b) / (a * b));
};

/// Binary Kullback-Leibler divergence kl(s||d) = s log(s/d) + (1-s) log((1-s)/(1-d)).
inline constexpr auto binary_kl = []<class T>(const Chance<T>& s, const Chance<T>& d) -> T {
  return times_log(s.yes, s.yes / d.yes) + times_log(s.no, s.no / d.no);
};

/// Binary entropy h(s) = -s log s - (1-s) log(1-s).
inline constexpr auto binary_entropy = []<class T>(const Chance<T>& s) -> T {
  return -times_log(s.yes, s.yes) - times_log(s.no, s.no);
};

/// (p+q) kl(D*||D): what D loses against D* at one point.
inline constexpr auto regret_density = []<class T>(const T& p, const T& q,
                                                   const Chance<T>& d) -> T {
  return (p + q) * binary_kl(optimal_discriminator(p, q), d);
};

/// p log p/(p+q) + q log q/(p+q): the integrand of C(G) = V(D*, G).  [note l.112]
inline constexpr auto value_at_optimum = []<class T>(const T& p, const T& q) -> T {
  return times_log(p, p / (p + q)) + times_log(q, q / (p + q));
};

/// -(p+q) h(D*): the same integrand as an entropy.
inline constexpr auto value_as_entropy = []<class T>(const T& p, const T& q) -> T {
  return -((p + q) * binary_entropy(optimal_discriminator(p, q)));
};

/// p log(p/r): the integrand of KL(P||R).  [note l.140]
inline constexpr auto kl_density = []<class T>(const T& p, const T& r) -> T {
  return times_log(p, p / r);
};

/// (p+q)/2: the density of the mixture M.  [note l.133]
inline constexpr auto mixture = []<class T>(const T& p, const T& q) -> T { return (p + q) / 2; };

/// p log(p/m) + q log(q/m) - (p+q) log 2: the integrand of KL(P||M) + KL(P_g||M) - log 4, where the
/// constant is spread as (P+Q)(X)·log 2 so that it stays exact on grids of any mass.  [note l.116]
inline constexpr auto kl_sum_density = []<class T>(const T& p, const T& q) -> T {
  return kl_density(p, mixture(p, q)) + kl_density(q, mixture(p, q)) - (p + q) * log(T(2));
};

/// t - 1 - log t: the room below the tangent of the logarithm at 1, on which Gibbs' inequality
/// rests.
inline constexpr auto tangent_gap = []<class T>(const T& t) -> T { return t - 1 - log(t); };

/// p log(p/r) - p + r: the integrand of KL(P||R) as one that is nowhere negative; for measures of
/// equal mass its integral is KL(P||R), for others the generalised divergence.
inline constexpr auto generalised_kl_density = []<class T>(const T& p, const T& r) -> T {
  return kl_density(p, r) - p + r;
};

/// (p-q)²/(p+q): the integrand of the triangular discrimination of P and Q.
inline constexpr auto triangular_density = []<class T>(const T& p, const T& q) -> T {
  return (p - q) * (p - q) / (p + q);
};

/// |p-q|/2: the integrand of TV(P, Q).
inline constexpr auto tv_density = []<class T>(const T& p, const T& q) -> T {
  return abs(p - q) / 2;
};

}  // namespace formulas
}  // namespace gancheck
