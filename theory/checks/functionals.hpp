// Functionals of a pair that more than one claim compares.
//
// The masses P^ and Q^ of the columns are kept as they are, so every constant of the note stands
// here with its mass: -log 4 is -(P^ + Q^) log 2. They are made when the program starts: what is
// made of them has to be made later, in the function of a claim.
#pragma once

#include "theory/checks/functional.hpp"
#include "theory/formulas.hpp"

namespace gancheck::functionals {

extern const Functional mass_of_data, mass_of_generator;  ///< P^ and Q^
extern const Functional total_mass;                       ///< P^ + Q^
extern const Functional value_at_optimum;                 ///< C(G) = V(D*, G)
extern const Functional minus_log4;                       ///< -(P^ + Q^) log 2
extern const Functional kl;                               ///< KL(P||Q)
extern const Functional kl_to_mixture;                    ///< KL(P||M)
extern const Functional jsd;
extern const Functional total_variation;
/// The largest V(D, G) over all D, found point by point; in Tracked alone.
extern const Functional value_found;

/// (p log(p/m) + q log(q/m))/2: the integrand of JSD(P, Q) = (KL(P||M) + KL(Q||M))/2.
inline constexpr auto jsd_density = []<class T>(const T& p, const T& q) -> T {
  const T m = formulas::mixture(p, q);
  return (formulas::kl_density(p, m) + formulas::kl_density(q, m)) / 2;
};

/// p log D* + q log(1 - D*): the integrand of V(D, G) with D = D*, before anything is simplified.
inline constexpr auto substituted = []<class T>(const T& p, const T& q) -> T {
  return formulas::value_density(p, q, formulas::optimal_discriminator(p, q));
};

/// V(D*) - V(D), term by term.
inline constexpr auto loss_density = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return formulas::value_at_optimum(p, q) - formulas::value_density(p, q, d);
};

}  // namespace gancheck::functionals
