// Enclosures of the special functions that distribution functions need.
#pragma once

#include "numerics/number/ball.hpp"

namespace gancheck {

Ball pi();
Ball expm1(const Ball& x);
Ball atan(const Ball& x);
Ball sin(const Ball& x);
/// (2/sqrt pi)·integral of e^(-t²) from x to infinity; of small relative radius also where tiny.
Ball erfc(const Ball& x);
/// log |Gamma(x)|, x > 0.
Ball log_gamma(const Ball& x);
/// x^y for x > 0.
Ball power(const Ball& x, const Ball& y);
/// The regularised incomplete gamma functions gamma(s, x)/Gamma(s) and Gamma(s, x)/Gamma(s), s > 0,
/// x >= 0; each of small relative radius also where it is tiny.
Ball gamma_lower(const Ball& s, const Ball& x);
Ball gamma_upper(const Ball& s, const Ball& x);
/// The regularised incomplete beta function I_x(a, b), a, b > 0, 0 <= x <= 1, `y` = 1 - x given by
/// the caller, who can form it without subtracting. Of small relative radius also where it is tiny;
/// I_y(b, a) is its complement.
Ball beta_lower(const Ball& a, const Ball& b, const Ball& x, const Ball& y);

}  // namespace gancheck
