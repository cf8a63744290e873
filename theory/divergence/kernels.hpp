// What one point contributes to each divergence, by logarithms of densities: for Ball at an atom
// and for ComplexBall along the line.
//
// With l = log(p/q), S(x) = log(1 + e^x), rho = tanh(l/2), s = p + q:
//   p log((p+q)/p)                = p S(-l)
//   p log(2p/(p+q)) - (p-q)/2     = (s/2) k(rho),   k(x) = (1+x) log(1+x) - x
//   p log(p/q) - p + q            = p (l + e^-l - 1)
//   (sqrt(p) - sqrt(q))²/2        = p (e^(-l/2) - 1)²/2
//   (p - q)²/q                    = q (e^l - 1)² = p e^l (1 - e^-l)²
// The first and the last two are all positive. The others are >= 0 and, where p and q nearly agree,
// keep their relative accuracy: there k and e^-l - 1 + l go by their series.
#pragma once

#include "numerics/number/complex_ball.hpp"
#include "numerics/number/special_functions.hpp"

namespace gancheck {

/// Two densities, at least one of them positive where they are asked for together; the logarithm
/// of 0 does not count.
template <class T>
struct LogPair {
  T log_p, log_q, ratio;  ///< ratio = log p - log q, with all digits that it has
};

/// The same with both laws in each other's place.
template <class T>
LogPair<T> swapped(const LogPair<T>& x) {
  return {x.log_q, x.log_p, -x.ratio};
}

namespace kernels {

/// Known to far more digits than its size: what depends on it twice is hardly wider for that.
template <class T>
bool is_narrow(const T& x) {
  return x.is_real() && x.real().relative_bits() > BallPrecision::bits() / 2;
}
inline bool is_narrow(const Ball& x) {
  return x.relative_bits() > BallPrecision::bits() / 2;
}

/// p S(-l).
template <class T>
T share(const LogPair<T>& x) {
  return exp(x.log_p) * soft_plus(T(-x.ratio));
}

/// p S(-l) + q S(l), the integrand of -V(D*, G): S(|l|) = |l| + S(-|l|), so that one of both does.
template <class T>
T value(const LogPair<T>& x) {
  if (x.ratio.is_positive()) {
    if (is_narrow(x.ratio)) {  // q = p e^-l: two exponentials instead of three
      const T u = exp(-x.ratio), least = log1p(u);
      return exp(x.log_p) * (least + u * (x.ratio + least));
    }
    const T small = soft_plus(T(-x.ratio));
    return exp(x.log_p) * small + exp(x.log_q) * (x.ratio + small);
  }
  if (x.ratio.is_negative()) return value(swapped(x));
  return share(x) + share(swapped(x));
}

/// p l.
template <class T>
T direct(const LogPair<T>& x) {
  return exp(x.log_p) * x.ratio;
}

/// (sqrt(p) - sqrt(q))²/2, from the larger one of both.
template <class T>
T squared_hellinger(const LogPair<T>& x) {
  if (x.ratio.is_negative()) return squared_hellinger(swapped(x));
  const T gap = expm1(T(-x.ratio / 2));
  return exp(x.log_p) * gap * gap / 2;
}

/// sqrt(pq).
template <class T>
T affinity(const LogPair<T>& x) {
  return exp(T((x.log_p + x.log_q) / 2));
}

/// (p - q)²/q, from exponentials that are not large where it is not.
template <class T>
T chi_square(const LogPair<T>& x) {
  if (x.ratio.is_positive()) {
    const T gap = expm1(T(-x.ratio));
    return exp(T(x.log_p + x.ratio)) * gap * gap;
  }
  const T gap = expm1(x.ratio);
  return exp(x.log_q) * gap * gap;
}

/// p log(2p/(p+q)) - (p-q)/2 >= 0.
template <class T>
T near_mixture(const LogPair<T>& x);

/// Half of both near_mixtures: (s/4)(k(rho) + k(-rho)).
template <class T>
T near_jsd(const LogPair<T>& x);

/// p log(p/q) - p + q >= 0.
template <class T>
T near_direct(const LogPair<T>& x);

}  // namespace kernels
}  // namespace gancheck
