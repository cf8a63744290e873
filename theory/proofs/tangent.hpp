// The tangent of the logarithm, as the identities from which log t <= t - 1 follows.
#pragma once

#include "theory/proofs/identities.hpp"

namespace gancheck {

/// f(t) = t - 1 - log t has f(1) = f'(1) = 0 and f'' = 1/t² > 0, so that f >= 0, = 0 only at 1 (by
/// lemma::convexity).
inline std::vector<Identity> tangent_of_logarithm() {
  const Symbol t = Symbol::positive("t");
  const Symbol f = formulas::tangent_gap(t);
  const Symbol first = derivative(f, t);
  return {{substitute(f, t, Symbol(1)), Symbol(0)},
          {substitute(first, t, Symbol(1)), Symbol(0)},
          {derivative(first, t), Symbol(1) / (t * t)}};
}

}  // namespace gancheck
