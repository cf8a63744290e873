// Several identities that make one proof, put before the symbolic witness.
#pragma once

#include <vector>

#include "theory/evidence/lemmas.hpp"
#include "theory/proofs/algebra.hpp"

namespace gancheck {

/// left = right, for all values of the variables in them.
struct Identity {
  Symbol left, right;
};

/// All the identities, each decided by the normal form of its difference; one that fails refutes.
Evidence same_forms(const std::vector<Identity>& identities, Text scope,
                    std::vector<std::string> rests_on);

/// f(p, q) = g(p, q) wherever p, q >= 0 and p + q > 0: with both positive, with q = 0 and with p =
/// 0.
template <class F, class G>
std::vector<Identity> same_where_not_null(const F& f, const G& g) {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0);
  return {{f(p, q), g(p, q)}, {f(p, none), g(p, none)}, {f(none, q), g(none, q)}};
}

inline const Text all_pairs_of_laws = {"all P, Q", "一切 P、Q"};

/// The integrals of f and g are equal for every pair on every space, because the integrands are.
template <class F, class G>
Evidence same_integrals(const F& f, const G& g) {
  return same_forms(same_where_not_null(f, g), all_pairs_of_laws,
                    {lemma::radon_nikodym, lemma::linearity});
}

}  // namespace gancheck
