// The certificates that settle a claim for all pairs at once (technique T4): a function of one or
// two variables in [0, 1] is stationary with value 0 at one point and strictly convex on the whole
// closed domain, which balls certify box by box.
//
// With s = p/(p+q) every integral over (P, Q) here is that of (p+q)·phi(s), and the integrals of
// p+q and (p+q)(s - 1/2) are 2 and 0 for every pair; so phi(t) >= lambda (t - 1/2) on [0, 1] proves
// the inequality for every pair of distributions on every space.
#pragma once

#include "theory/evidence.hpp"

namespace gancheck {

/// G(t, y) = kl(t||y) on the closed square: G_yy = t/y² + (1-t)/(1-y)² >= 0.999 there, and
/// G(t, t) = 0 = G_y(t, t) for 0 < t < 1 (for t = 0 and 1 the slope points inwards), so that
/// kl(t||y) >= 0.4995 (y-t)²: y = t is the only minimum. [claims 29, 30, 32]
Evidence binary_kl_is_convex();

/// s log(s/(1-s)) >= 2s - 1 on [0, 1], with equality only at 1/2: Gibbs' inequality KL(P||Q) >= 0,
/// = 0 iff P = Q. [claim 46]
Evidence gibbs();

/// s log 2s >= s - 1/2 on [0, 1], with equality only at 1/2: KL(P||M) >= 0, = 0 iff P = Q.
/// [claim 46]
Evidence gibbs_for_mixture();

/// log 2 - h(t) >= (t - 1/2)² on [0, 1]: C(G) >= -log 4, with equality only where s = 1/2.
/// [claims 48, 51]
Evidence entropy_is_at_most_log2();

}  // namespace gancheck
