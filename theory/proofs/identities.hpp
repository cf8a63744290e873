// Several identities that make one proof, put before the symbolic witness.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "theory/evidence/lemmas.hpp"
#include "theory/proofs/algebra.hpp"

namespace gancheck {

/// f(p, q) as an expression.
using SymbolicFormula = std::function<Symbol(const Symbol& p, const Symbol& q)>;

/// left = right, for all values of the variables in them.
struct Identity {
  Symbol left, right;
};

/// Adds further identities to a proof.
void append(std::vector<Identity>& proof, std::vector<Identity> more);

/// All the identities, each decided by the normal form of its difference; one that fails refutes.
Evidence same_forms(const std::vector<Identity>& identities, Text scope,
                    std::vector<std::string> rests_on);

/// f(p, q) = g(p, q) wherever p, q >= 0 and p + q > 0: with both positive, with q = 0 and with p =
/// 0.
std::vector<Identity> same_where_not_null(const SymbolicFormula& f, const SymbolicFormula& g);

extern const Text all_pairs_of_laws;  ///< "all P, Q"

/// The integrals of f and g are equal for every pair on every space, because the integrands are.
Evidence same_integrals(const SymbolicFormula& f, const SymbolicFormula& g);

}  // namespace gancheck
