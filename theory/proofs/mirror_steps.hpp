// What one step of mirror descent on C does, for all laws: identities that are exact in every step,
// and from which its descent and its rate follow. [claims 18, 57]
//
// In the step from q to r of rate η > 0, r = q (1-D*)^-η / Z, the number s = log r - log q +
// η log(1-D*) is -log Z at every point with q > 0: what is s times a difference of two laws of one
// mass integrates to 0. Each proof takes a constant that it is about, so that tests can put a false
// one in its place.
#pragma once

#include "numerics/number/rational.hpp"
#include "theory/evidence/evidence.hpp"

namespace gancheck {

/// C(Q) - C(R) = KL(Q||R)/η + (1/η - 1) KL(R||Q) + `weight` KL(P+R||P+Q): for 0 < η <= 1 three
/// terms
/// >= 0. [claim 18]
Evidence mirror_step_falls(const Rational& weight = 1);

/// `weight` η (C(R) + log 4) <= KL(P||Q) - KL(P||R) for 0 < η <= 1. [claim 18]
///
/// Summed over k steps from Q_0, in which C falls, as above: η k (C(Q_k) + log 4) <= KL(P||Q_0) -
/// KL(P||Q_k).
Evidence mirror_step_approaches(const Rational& weight = 1);

/// V(D*, P) <= -log 4 <= V(D*, Q), and η (V(D*, Q) - V(D*, P)) = KL(P||Q) - KL(P||R) + `weight`
/// KL(Q||R). [claim 57]
///
/// Summed over k steps, with KL(Q_t||Q_(t+1)) <= η (C(Q_t) - C(Q_(t+1))): these distances are
/// together at most KL(P||Q_0)/η + C(Q_0) + log 4, so that they tend to 0.
Evidence mirror_step_closes_the_gap(const Rational& weight = 1);

/// η (V(D, Q) - V(D, R)) = KL(Q||R) + `weight` KL(R||Q) >= 0 for every D < 1, which need not be D*.
/// [claim 36]
Evidence frozen_mirror_step_falls(const Rational& weight = 1);

/// q/(1-D*) = p+q where q > 0: the step of rate 1 has Z = 2, and r = (p+q)/`halves`. [claim 57]
Evidence mirror_step_of_rate_one(int halves = 2);

}  // namespace gancheck
