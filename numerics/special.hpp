// The special functions of the divergences, without cancellation, with derived error bounds.
#pragma once

#include "numerics/number/tracked.hpp"

namespace gancheck {

/// atanh z - z = z³/3 + z⁵/5 + ... for |z| <= 1/3 (plus its error).
/// Horner in z² with 16 positive coefficients; charged with 8u of the value, and with z²/(1-z²)
/// times the error of z.
Tracked atanh_rest(const Tracked& z);

/// kappa(r) = (1+r) log(1+r) + (1-r) log(1-r) = sum over k >= 1 of r^(2k)/(k(2k-1)) for r in [0,
/// 1], with u = 1 - r given by the caller, who can form it without subtracting. 0 <= kappa <= 2 log
/// 2, and kappa = r² + r⁴/6 + ... keeps its relative accuracy at small r.
Tracked kappa(const Tracked& r, const Tracked& u);

/// (1+x) log(1+x) - x for x in [-1, 1], with w = 1 + x given by the caller: >= 0, x²/2 at small x.
Tracked kl_kernel(const Tracked& x, const Tracked& w);

/// x - log(1+x) for x >= -1, with w = 1 + x given by the caller: >= 0, x²/2 at small x,
/// +infinity at x = -1.
Tracked log_gap(const Tracked& x, const Tracked& w);

}  // namespace gancheck
