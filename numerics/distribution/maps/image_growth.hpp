// How the growth of a law at an end becomes the growth of its image there.
//
// With X the large variable at the end before the map and Y the one after it, each rule is X as a
// function of Y put into -log P ~ c·L_j(X)^power.
#pragma once

#include "numerics/distribution/growth.hpp"

namespace gancheck {

/// X = log Y: exp at either end.
Growth through_exp(const Growth& law);
/// X = e^Y: log at 0 and at infinity.
Growth through_log(const Growth& law);
/// X = Y^exponent, exponent > 0: sqrt (2) and square (1/2) at 0 and at infinity.
Growth through_power(const Growth& law, const Rational& exponent);
/// X = log(Y - 1): sigmoid at either end.
Growth through_sigmoid(const Growth& law);
/// X = log(2Y - 1)/2: tanh at either end.
Growth through_tanh(const Growth& law);
/// X = |Y - b|/|a| at infinity, and X = |a|·Y at a finite end.
Growth through_affine(const Growth& law, const Rational& a, const Rational& b, bool finite_end);
/// A finite end where the map is analytic with a derivative that is not 0.
Growth through_smooth_map(const Growth& law);

}  // namespace gancheck
