// What lies beyond a cut, bounded on the whole tail.
//
// Along a coordinate u >= 0 that begins at the cut let p be a density with
//   -(log p)' >= l > 0  on the whole ray, so that p(u) <= p(0) e^(-l u),
// and h a load with
//   h' <= b e^(r u)     on the whole ray, r < l.
// With P the mass of p beyond the cut,
//   integral of p h <= P max(0, h(0)) + p(0) b/(l (l - r)),
// since h(u) - h(0) is at most b times the integral of e^(r v) from 0 to u. In a direct divergence
// the load is log(p/q) <= log p(0) - log q(u): there h = -log q, and log p(0) counts at the cut.
// l, b and r are computed, for this law and this cut, by evaluating the formulas of p and h once on
// the ray (numerics/number/ray_jet.hpp). Where l <= r nothing is bounded, and the cut has to move.
#pragma once

#include "numerics/line/panels.hpp"
#include "numerics/number/ray_jet.hpp"

namespace gancheck {

/// A load h >= 0 on a ray, from above: h(0), and a function f with h' <= max(0, f').
struct LoadOnRay {
  Ball first;
  RayJet rises_like;
};

/// An upper bound of the integral of p·h beyond the cut, p being the sum of the pieces with their
/// weights. Not finite where none was found. At the precision in force.
Ball most_load_beyond(const Stretch& stretch, std::span<const LocalPiece> law, const Cut& cut,
                      const Load& load);

/// The same of p log(p/q), q being the sum of `others`. By convexity, with p = sum of w_i p_i,
/// W = sum of w_i and q >= v_j q_j for any j,
///   p log(p/q) <= sum of w_i p_i log(W p_i/(v_j q_j)).
Ball most_direct_beyond(const Stretch& stretch, std::span<const LocalPiece> law,
                        std::span<const LocalPiece> others, const Cut& cut);

/// The integral of -p log p, with p = sum of n pieces w_i p_i: -log p <= -log(w_j p_j) for any j,
/// and log p <= max(0, log(n w_j p_j)) for some j.
EntropyBeyond entropy_beyond(const Stretch& stretch, std::span<const LocalPiece> law,
                             const Cut& cut);

/// The same of p²/q, where along some coordinate 2 (-log p)' - (-log q)' >= l > 0 on the whole ray:
/// at most (p²/q)(0)/l. With q >= v_j q_j and p² <= W sum of w_i p_i² (Cauchy and Schwarz),
///   p²/q <= sum of (W w_i/v_j) p_i²/q_j.
Ball most_square_beyond(const Stretch& stretch, std::span<const LocalPiece> law,
                        std::span<const LocalPiece> others, const Cut& cut);

}  // namespace gancheck
