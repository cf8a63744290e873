// The divergences as sums of terms that cannot cancel: what `evaluate` adds up.
//
// With s = p+q, d = p-q formed from all digits, rho = d/s, tau = q/p - 1 = -d/p:
//   2 JSD    = sum of (s/2) kappa(|rho|)
//   KL(P||M) = sum of (s/2) k(rho) + (P^ - Q^)/2,      k(x) = (1+x) log(1+x) - x
//   KL(P||Q) = sum of p (tau - log(1+tau)) + (P^ - Q^)
//   V(D*)    = sum of p log(p/s) + q log(q/s), every term <= 0
//   TV       = sum of |d|/2
//   chi²     = sum of d²/q
// P^ and Q^ are the masses; the defect P^ - Q^ is left out where both laws have mass one. Each term
// of the first three is >= 0 and keeps its relative accuracy where p and q agree to many digits.
// theory/formulas.hpp has the same integrands as the note writes them; a test holds both to 50
// digits.
#pragma once

#include "numerics/number/complex_ball.hpp"
#include "numerics/number/tracked.hpp"
#include "theory/divergence/bounded_divergence.hpp"
#include "theory/divergence/divergence.hpp"
#include "theory/formulas.hpp"

namespace gancheck {

/// What one point contributes to each divergence that is asked for, without the defects.
using Terms = PerDivergence<Tracked>;

/// p, q >= 0, not both 0; d is p - q. KL terms are +infinity where they are.
Terms terms_at(const Tracked& p, const Tracked& q, const Tracked& d,
               const Wanted& wanted = standard_divergences());

/// A density as an enclosure, with its logarithm, which is known also where the density itself is
/// below every number in use; the logarithm of 0 does not count.
struct LogWeight {
  Ball value, log;
};

/// The same by enclosures, for points whose weights are so small that doubles would underflow.
Terms terms_enclosed(const LogWeight& p, const LogWeight& q,
                     const Wanted& wanted = standard_divergences());

/// What such a point contributes to a bounded divergence.
Tracked term_enclosed(const BoundedDivergence& d, const LogWeight& p, const LogWeight& q);

/// D and 1 - D, with their logarithms, which are known also where one of both is below every number
/// in use.
struct LogChance {
  Chance<Ball> chance;
  Ball log_yes, log_no;
};

/// What one point contributes to V(D, G) and to the regret V(D*, G) - V(D, G), for D and 1 - D > 0
/// where the weight is: p log D + q log(1-D), and p log(D*/D) + q log((1-D*)/(1-D)) by log(p/q).
struct DiscriminatorTerms {
  Tracked value, regret;
};
DiscriminatorTerms terms_of_discriminator(const LogWeight& p, const LogWeight& q,
                                          const LogChance& d);

}  // namespace gancheck
