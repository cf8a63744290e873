// A sweep of boxes as evidence: the proof that a function is nowhere negative on [0, 1] or [0, 1]²,
// or a point at which an enclosure of it is negative, which refutes that.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "numerics/cover.hpp"
#include "theory/evidence/evidence.hpp"

namespace gancheck {

/// What a sweep is about: for whom it decides, and by which lemmas the bound on boxes gives the
/// statement.
struct SweptClaim {
  Text scope;
  std::vector<std::string> rests_on;
};

/// The evidence of a cover: a proof if the boxes fill the whole domain, each with a certified
/// bound, and `contact` holds: that what was divided out or integrated vanishes exactly where the
/// function touches 0. Otherwise nothing is decided.
Evidence from_cover(const Cover& cover, bool contact, const SweptClaim& claim);

/// The function of a sweep at a point with exact coordinates.
using SweptFunction = std::function<Ball(const std::vector<Ball>& point)>;

/// `evidence` as it is if it is a proof. Else the function is enclosed at the corners and the
/// middle of the box that was left open and on a lattice of the domain (steps of 1/16): a negative
/// enclosure excludes what is claimed, and its point is the counterexample.
Evidence or_refuted(Evidence evidence, const Cover& cover, const SweptFunction& function);

/// Both: a proof if each is, refuted if one is.
Evidence both(const Evidence& first, const Evidence& second);

/// 1/t >= 1/t_high on the box, also where it reaches 0.
Ball inverse_from_below(const DyadicBox& t);
/// 1/(1-t) >= 1/(1-t_low), also where the box reaches 1.
Ball inverse_of_rest_from_below(const DyadicBox& t);
/// 1/(t(1-t)) >= 1/(t_high (1-t_low)).
Ball inverse_variance_from_below(const DyadicBox& t);

/// [(1-2t)²/(t(1-t)) + rest]/(1-2t)² from below: 1/(t(1-t)) for rest = 0, where (1-2t)² divides
/// out; no bound for rest < 0 on a box that reaches 1/2.
Ball over_squared_tilt(const Rational& rest, const DyadicBox& t);

/// The box lies on one side of 1/2.
inline bool is_on_one_side(const DyadicBox& side) {
  return side.upper <= 0.5 || side.lower >= 0.5;
}
/// The least value at the corners of a box: that on the box, for a function that is linear in each
/// variable there.
Ball least_at_corners(const std::function<Ball(const Ball&, const Ball&)>& function,
                      const DyadicBox& x, const DyadicBox& y);

/// The whole line, which certifies nothing: for boxes on which a bound is not made.
Ball no_bound();

}  // namespace gancheck
