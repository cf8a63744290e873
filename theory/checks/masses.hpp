// What the total masses alone decide: integrals of a p + b q with numbers a and b.
#pragma once

#include "theory/checks/comparisons.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {

/// The grid has all of both laws and P(X) = 1 = Q(X), decided in rational arithmetic. False for
/// grids with a continuous part, for laws with a tail beyond the grid and for irrational weights,
/// where the masses are close to 1 only.
bool are_probabilities(const Pair& pair);

/// The rule, as said of the pairs that it leaves out.
extern const Text masses_not_one;

/// The relation on the pairs whose masses are exactly 1; the others are left out.
inline Comparisons on_probabilities(Relation relation) {
  return for_pairs_where({are_probabilities, masses_not_one}, std::move(relation));
}

/// The integral of f is `value` for all probability measures P and Q, on every space: f(p, q) =
/// a p + b q with a = f(1, 0) and b = f(0, 1), so that it is a P(X) + b Q(X) = a + b.
template <class F>
std::vector<Identity> integral_by_masses(const F& f, const Symbol& value) {
  const Symbol a = f(Symbol(1), Symbol(0)), b = f(Symbol(0), Symbol(1));
  std::vector<Identity> proof = same_where_not_null(
      f, [&](const Symbol& p, const Symbol& q) -> Symbol { return a * p + b * q; });
  proof.push_back({a + b, value});
  return proof;
}

/// The same as evidence.
template <class F>
Evidence same_by_masses(const F& f, const Symbol& value) {
  return same_forms(integral_by_masses(f, value), all_pairs_of_laws,
                    {lemma::radon_nikodym, lemma::linearity});
}

}  // namespace gancheck
