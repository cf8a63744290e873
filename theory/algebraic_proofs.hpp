// Inequalities for all pairs at once, proved by exact algebra: identities that write what must not
// be negative as a sum of terms whose sign is plain. certificates.hpp proves some of them a second
// time, by enclosures.
#pragma once

#include "theory/evidence.hpp"

namespace gancheck {

/// KL(P||R) >= 0, = 0 iff P = R: log t <= t - 1 with equality only at t = 1. [claim 46]
Evidence gibbs_by_tangent();

/// C(G) >= -log 4, = -log 4 iff P = Q, from the same inequality. [claims 48, 51]
Evidence log4_bound_by_tangent();

/// TV(P, Q)² <= C(G) + log 4. [claim 51]
Evidence stability_by_convexity();

/// C(G) + log 4 <= 2 TV(P, Q), and TV(P, Q_k) = TV(P, Q)/k for Q_k = (1-1/k) P + Q/k. [claim 51]
Evidence continuity_by_tangent();

}  // namespace gancheck
