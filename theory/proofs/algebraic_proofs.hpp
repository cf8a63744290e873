// Inequalities for all pairs at once, proved by exact algebra: identities that write what must not
// be negative as a sum of terms whose sign is plain. certificates.hpp proves some of them a second
// time, by enclosures.
#pragma once

#include "theory/evidence/evidence.hpp"

namespace gancheck {

/// KL(P||R) >= 0, = 0 iff P = R: log t <= t - 1 with equality only at t = 1. [claim 46]
Evidence gibbs_by_tangent();

/// C(G) >= -log 4, = -log 4 iff P = Q, from the same inequality. [claims 48, 51]
Evidence log4_bound_by_tangent();

/// Over all laws of the generator the least of sup_D V(D, G) and the least of C(G) are both -log 4,
/// attained at Q = P. [claim 35]
Evidence infima_are_minus_log4();

/// TV(P, Q)² <= C(G) + log 4. [claim 51]
Evidence stability_by_convexity();

/// C(G) + log 4 <= 2 TV(P, Q), and TV(P, Q_k) = TV(P, Q)/k for Q_k = (1-1/k) P + Q/k. [claim 51]
Evidence continuity_by_tangent();

/// V(D*) - V(D) = integral of (p+q) kl(D*||D) for every D in (0, 1), also where p or q vanishes.
/// [claims 29, 32]
Evidence regret_is_a_divergence();

/// The regret is at least 2 times the integral of (p+q)(D - D*)²: it is never negative, and 0 only
/// for D = D* almost everywhere. [claims 29, 32]
Evidence only_the_optimum_has_no_regret();

/// kl(s||d) >= 2 (s-d)² for d in (0, 1) and s in [0, 1]. [claim 32]
Evidence regret_lower_bound();

/// kl(s||d) <= (s-d)²/(d(1-d)) for d in (0, 1) and s in [0, 1]. [claim 32]
Evidence regret_upper_bound();

}  // namespace gancheck
