// Inequalities for all pairs at once, proved by exact algebra: identities that write what must not
// be negative as a sum of terms whose sign is plain. certificates.hpp proves some of them a second
// time, by enclosures.
#pragma once

#include <functional>

#include "theory/evidence/evidence.hpp"
#include "theory/formulas.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {

// Each proof takes the constant or the formula that it is about, so that tests can put a false one
// in its place: its identities then fail.

/// KL(P||R) >= 0, = 0 iff P = R: log t <= t - 1 with equality only at t = 1. `density` is that of
/// KL(P||R) plus R(X) - P(X). [claim 46]
Evidence gibbs_by_tangent(const SymbolicFormula& density = formulas::generalised_kl_density);

/// C(G) >= -log `four`, = -log 4 iff P = Q, from the same inequality. [claims 48, 51]
Evidence log4_bound_by_tangent(int four = 4);

/// Over all laws of the generator the least of sup_D V(D, G) and the least of C(G) are both
/// -log `four`, attained at Q = P. [claim 35]
Evidence infima_are_minus_log4(int four = 4);

/// `factor` TV(P, Q)² <= C(G) + log 4. [claim 51]
Evidence stability_by_convexity(const Rational& factor = 1);

/// C(G) + log 4 <= `factor` TV(P, Q), and TV(P, Q_k) = TV(P, Q)/k for Q_k = (1-1/k) P + Q/k.
/// [claim 51]
Evidence continuity_by_tangent(const Rational& factor = 2);

/// V(D*) - V(D) = integral of (p+q) kl(D*||D) for every D in (0, 1), also where p or q vanishes.
/// [claims 29, 32]
using SymbolicRegret =
    std::function<Symbol(const Symbol& p, const Symbol& q, const Chance<Symbol>& d)>;
Evidence regret_is_a_divergence(const SymbolicRegret& density = formulas::regret_density);

/// The regret is at least `constant` times the integral of (p+q)(D - D*)²: it is never negative,
/// and 0 only for D = D* almost everywhere. [claims 29, 32]
Evidence only_the_optimum_has_no_regret(const Rational& constant = 2);

/// kl(s||d) >= `constant` (s-d)² for d in (0, 1) and s in [0, 1]. [claim 32]
Evidence regret_lower_bound(const Rational& constant = 2);

/// kl(s||d) <= `constant` (s-d)²/(d(1-d)) for d in (0, 1) and s in [0, 1]. [claim 32]
Evidence regret_upper_bound(const Rational& constant = 1);

}  // namespace gancheck
