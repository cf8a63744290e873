#include "theory/divergence/kernels.hpp"

#include <algorithm>

#include "numerics/number/special_functions.hpp"

namespace gancheck::kernels {
namespace {

/// The series are used where |x| < 2^-4.
constexpr long small_exponent = -4;

/// How many terms of a series sum c_n x^n, |c_n| <= 1, from n = 2 on leave less than 2^-bits of
/// x²/2 as the rest, for |x| < 2^exponent <= 1/16: the rest is below 2 |x|^(terms + 2).
long terms_for(long bits, long exponent) {
  return std::max(2L, (bits + 4) / -std::max(exponent, -bits - 8) + 2);
}

/// From -2^exponent to 2^exponent, exponent <= 0.
Ball error_below(long exponent) {
  return power(Ball(1) / 2, static_cast<unsigned long>(-exponent)) * Ball::hull(-1.0, 1.0);
}

/// In the plane the error lies in a square about 0, about real numbers it is real.
Ball with_error(const Ball& x, long exponent) {
  return x + error_below(exponent);
}
ComplexBall with_error(const ComplexBall& x, long exponent) {
  const Ball error = error_below(exponent);
  return x + (x.is_real() ? ComplexBall(error) : ComplexBall::of_parts(error, error));
}

/// k(x) = (1+x) log(1+x) - x = sum over n >= 2 of (-x)^n/(n (n-1)), by Horner's rule.
template <class T>
T kl_series(const T& x) {
  if (x.is_zero()) return T(0);
  const long exponent = x.exponent(), terms = terms_for(BallPrecision::bits(), exponent);
  T sum(0);
  for (long n = terms + 1; n >= 2; --n) sum = T(1) / static_cast<int>(n * (n - 1)) - sum * x;
  // |rest/x²| < |x|^terms/(1 - |x|) < 2^(terms·exponent + 1).
  return x * x * with_error(sum, terms * exponent + 1);
}

/// (k(x) + k(-x))/2 = sum over n >= 1 of x^(2n)/(2n (2n-1)), by Horner's rule in x².
template <class T>
T even_kl_series(const T& x) {
  if (x.is_zero()) return T(0);
  const long exponent = x.exponent(), terms = (terms_for(BallPrecision::bits(), exponent) + 1) / 2;
  const T square = x * x;
  T sum(0);
  for (long n = terms; n >= 1; --n)
    sum = T(1) / static_cast<int>(2 * n * (2 * n - 1)) + sum * square;
  // |rest/x²| < |x|^(2 terms)/(1 - x²) < 2^(2 terms·exponent + 1).
  return square * with_error(sum, 2 * terms * exponent + 1);
}

/// e^x - 1 - x = x²/2 (1 + x/3 (1 + x/4 (...))).
template <class T>
T exponential_series(const T& x) {
  if (x.is_zero()) return T(0);
  const long exponent = x.exponent(), terms = terms_for(BallPrecision::bits(), exponent);
  T sum(1);
  for (long n = terms + 1; n >= 3; --n) sum = T(1) + x * sum / static_cast<int>(n);
  // What is left of the bracket is below |x|^terms, as each quotient only lessens it.
  return x * x * with_error(sum, terms * exponent + 1) / 2;
}

template <class T>
bool is_small(const T& x) {
  return x.exponent() <= small_exponent;
}

template <class T>
T near_mixture_of(const LogPair<T>& x) {
  if (!is_small(x.ratio)) {
    const T p = exp(x.log_p), q = exp(x.log_q);
    return p * (log(Ball(2)) - soft_plus(T(-x.ratio))) - (p - q) / 2;
  }
  const T e = expm1(x.ratio), rho = e / (e + T(2));
  return (exp(x.log_p) + exp(x.log_q)) * kl_series(rho) / 2;
}

/// At a node p + q = p (2 + e)/(1 + e) with e = e^l - 1.
template <class T>
T near_jsd_of(const LogPair<T>& x) {
  if (!is_small(x.ratio)) return (near_mixture_of(x) + near_mixture_of(swapped(x))) / 2;
  const T e = expm1(x.ratio), twice = e + T(2);
  const T sum =
      is_narrow(x.ratio) ? T(exp(x.log_p) * twice / (e + T(1))) : T(exp(x.log_p) + exp(x.log_q));
  return sum * even_kl_series(T(e / twice)) / 2;
}

template <class T>
T near_direct_of(const LogPair<T>& x) {
  if (!is_small(x.ratio)) {
    const T p = exp(x.log_p);
    return p * x.ratio - p + exp(x.log_q);
  }
  return exp(x.log_p) * exponential_series(T(-x.ratio));
}

}  // namespace

template <>
Ball near_mixture(const LogPair<Ball>& x) {
  return near_mixture_of(x);
}
template <>
ComplexBall near_mixture(const LogPair<ComplexBall>& x) {
  return near_mixture_of(x);
}
template <>
Ball near_jsd(const LogPair<Ball>& x) {
  return near_jsd_of(x);
}
template <>
ComplexBall near_jsd(const LogPair<ComplexBall>& x) {
  return near_jsd_of(x);
}
template <>
Ball near_direct(const LogPair<Ball>& x) {
  return near_direct_of(x);
}
template <>
ComplexBall near_direct(const LogPair<ComplexBall>& x) {
  return near_direct_of(x);
}

}  // namespace gancheck::kernels
