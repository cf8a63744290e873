// Identities put before the symbolic witness.
#pragma once

#include <string>
#include <vector>

#include "numerics/number/symbol.hpp"
#include "theory/evidence/evidence.hpp"
#include "theory/formulas.hpp"

namespace gancheck {

/// A chance that is free in (0, 1): u/(u+v) and v/(u+v) with u, v > 0, so that every logarithm is
/// one of a polynomial with positive coefficients.
Chance<Symbol> free_chance(const std::string& u = "u", const std::string& v = "v");

/// left = right as an identity in all its variables, decided by the log-linear normal form of the
/// difference. `scope` says what the variables stand for.
Evidence same_form(const Symbol& left, const Symbol& right, Text scope,
                   std::vector<std::string> rests_on = {});

/// "for all p, q > 0".
Text all_positive(const std::string& variables);

}  // namespace gancheck
