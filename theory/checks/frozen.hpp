// The generator against a discriminator that stays as it is. [claims 18, 36, 57, 58]
//
// V(D, Q) is linear in Q, so that over all Q of one mass it is least at a vertex: all mass on a
// point where D is largest. A generator has the mass P^ here, so that Q = P is one of them.
#pragma once

#include <span>
#include <vector>

#include "theory/checks/functionals.hpp"
#include "theory/checks/relation.hpp"
#include "theory/checks/spread.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck::frozen {

// Discriminators: D at point number i of the columns.

/// One that depends on the number of the point alone.
template <class S>
inline constexpr auto by_number = []<class T>(const Columns<T>&, std::size_t i) -> Chance<T> {
  return spread::chance<T>(S::at(i));
};
/// D* of the pair; 0 where p = q = 0, so that no generator gains by going there.
inline constexpr auto best_for_pair = []<class T>(const Columns<T>& c, std::size_t i) -> Chance<T> {
  if (is_null(c, i)) return {T(0), T(1)};
  return formulas::optimal_discriminator(c.p[i], c.q[i]);
};

/// V(D, Q) for the densities of Q, over every point that has weight: Q may have mass where both
/// laws of the pair have none.
template <class T, class D>
T value(const Columns<T>& c, const D& d, const std::vector<T>& law) {
  std::vector<T> terms;
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (is_exactly_zero(c.weight[i])) continue;
    terms.push_back(T(c.weight[i] * formulas::value_density(c.p[i], law[i], d(c, i))));
  }
  return sum(std::span<const T>(terms));
}
/// V(D, P).
template <class D>
Functional value_at_data(const D& d) {
  return [d]<class T>(const Columns<T>& c) -> T { return value(c, d, c.p); };
}

/// The least 1-D of all points that have weight.
template <class T, class D>
T least_rest(const Columns<T>& c, const D& d) {
  T least(1);
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (!is_exactly_zero(c.weight[i])) least = min(least, T(d(c, i).no));
  }
  return least;
}
/// The least V(D, Q) of all Q with the mass of P: the integral of log D with respect to P, and P^
/// log(1 - max D).
template <class D>
Functional least_value(const D& d) {
  return [d]<class T>(const Columns<T>& c) -> T {
    const std::vector<T> nowhere(c.size(), T(0));
    return value(c, d, nowhere) + functionals::mass_of_data(c) * log(least_rest(c, d));
  };
}

/// -2 P^ log 2: -log 4 for Q = P.
inline Functional minus_log4_of_data() {
  return -(2 * functionals::mass_of_data * log(Functional(2)));
}

/// inf_Q V(D, Q) <= V(D, P) <= -log 4.
template <class D>
Relation infimum_is_below(const D& d) {
  return at_most(least_value(d), minus_log4_of_data());
}

/// V(D, P) <= -log 4: p log d + p log(1-d) is p log(d(1-d)), d(1-d) = 1/4 - (d - 1/2)², and log
/// increases. (At D = 0 and D = 1 the integrand is -infinity.)
inline std::vector<Identity> value_at_data_is_bounded() {
  const Symbol p = Symbol::positive("p"), t = Symbol::positive("t");
  const Symbol quarter = Symbol(1) / 4, half = Symbol(1) / 2;
  const Chance<Symbol> d = free_chance();
  return {{formulas::value_density(p, p, d), p * log(d.yes * d.no)},
          {quarter - d.yes * d.no, (d.yes - half) * (d.yes - half)},
          {p * log(quarter), -(2 * p * log(Symbol(2)))},
          {derivative(log(t), t), Symbol(1) / t}};
}
inline Evidence bounded_at_data_by_algebra() {
  return same_forms(value_at_data_is_bounded(),
                    {"all P and all D; where D is 0 or 1 the integrand is -∞",
                     "一切 P 与一切 D；D 取 0 或 1 处被积函数为 -∞"},
                    {lemma::radon_nikodym, lemma::increase, lemma::linearity, lemma::monotonicity});
}

}  // namespace gancheck::frozen
