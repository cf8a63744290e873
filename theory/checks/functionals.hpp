// Functionals of a pair that more than one claim compares: Columns<T> -> T.
//
// The masses P^ and Q^ of the columns are kept as they are, so every constant of the note stands
// here with its mass: -log 4 is -(P^ + Q^) log 2.
#pragma once

#include "theory/checks/relation.hpp"
#include "theory/formulas.hpp"

namespace gancheck::functionals {

inline constexpr auto zero = []<class T>(const Columns<T>&) -> T { return T(0); };

/// C(G) = V(D*, G).
inline constexpr auto value_at_optimum = []<class T>(const Columns<T>& c) -> T {
  return integrate(c, formulas::value_at_optimum);
};

/// -(P^ + Q^) log 2.
inline constexpr auto minus_log4 = []<class T>(const Columns<T>& c) -> T {
  return -(total_mass(c) * log(T(2)));
};

inline constexpr auto kl = []<class T>(const Columns<T>& c) -> T {
  return integrate(c, formulas::kl_density);
};

/// KL(P||M).
inline constexpr auto kl_to_mixture = []<class T>(const Columns<T>& c) -> T {
  return integrate(c, []<class U>(const U& p, const U& q) -> U {
    return formulas::kl_density(p, formulas::mixture(p, q));
  });
};

/// (p log(p/m) + q log(q/m))/2: the integrand of JSD(P, Q) = (KL(P||M) + KL(Q||M))/2.
inline constexpr auto jsd_density = []<class T>(const T& p, const T& q) -> T {
  const T m = formulas::mixture(p, q);
  return (formulas::kl_density(p, m) + formulas::kl_density(q, m)) / 2;
};
inline constexpr auto jsd = []<class T>(const Columns<T>& c) -> T {
  return integrate(c, jsd_density);
};

inline constexpr auto total_variation = []<class T>(const Columns<T>& c) -> T {
  return integrate(c, formulas::tv_density);
};

}  // namespace gancheck::functionals
