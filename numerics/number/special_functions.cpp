#include "numerics/number/special_functions.hpp"

#include <arb_hypgeom.h>

#include "numerics/number/arb/ball.hpp"
#include "numerics/number/arb/incomplete_beta.hpp"
#include "numerics/number/arb/incomplete_gamma.hpp"

namespace gancheck {

namespace {

template <class Function>
Ball monotone(const Ball& x, const Function& f) {
  Ball y;
  arb::enclose_monotone(BallAccess::of(y), BallAccess::of(x), BallPrecision::bits(), f);
  return y;
}

}  // namespace

Ball pi() {
  Ball y;
  arb_const_pi(BallAccess::of(y), BallPrecision::bits());
  return y;
}

Ball expm1(const Ball& x) {
  return monotone(x, arb_expm1);
}

Ball atan(const Ball& x) {
  return monotone(x, arb_atan);
}

Ball sin(const Ball& x) {
  Ball y;
  arb_sin(BallAccess::of(y), BallAccess::of(x), BallPrecision::bits());
  return y;
}

// Of a point Arb's erfc knows all digits; of a ball far out it knows none where the ball is as
// narrow as erfc is small.
Ball erfc(const Ball& x) {
  Ball y;
  const slong bits = BallPrecision::bits();
  if (!x.is_finite()) {
    arb_indeterminate(BallAccess::of(y));
  } else if (arb_is_exact(BallAccess::of(x))) {
    arb_hypgeom_erfc(BallAccess::of(y), BallAccess::of(x), bits);
  } else {
    arb::enclose_between_ends(BallAccess::of(y), BallAccess::of(x), bits, arb_hypgeom_erfc);
  }
  arb::set_nonnegative(BallAccess::of(y), bits);
  return y;
}

Ball log_gamma(const Ball& x) {
  Ball y;
  if (x.is_positive()) {
    arb_lgamma(BallAccess::of(y), BallAccess::of(x), BallPrecision::bits());
  } else {
    arb_indeterminate(BallAccess::of(y));
  }
  return y;
}

Ball power(const Ball& x, const Ball& y) {
  Ball z;
  if (x.is_positive()) {
    arb::enclose_by_corners(BallAccess::of(z), BallAccess::of(x), BallAccess::of(y),
                            BallPrecision::bits(), arb_pow);
  } else {
    arb_indeterminate(BallAccess::of(z));
  }
  return z;
}

Ball gamma_lower(const Ball& s, const Ball& x) {
  Ball y;
  arb::enclose_gamma_tail(BallAccess::of(y), BallAccess::of(s), BallAccess::of(x), false,
                          BallPrecision::bits());
  return y;
}

Ball gamma_upper(const Ball& s, const Ball& x) {
  Ball y;
  arb::enclose_gamma_tail(BallAccess::of(y), BallAccess::of(s), BallAccess::of(x), true,
                          BallPrecision::bits());
  return y;
}

Ball beta_lower(const Ball& a, const Ball& b, const Ball& x, const Ball& y) {
  Ball z;
  arb::enclose_beta_tail(BallAccess::of(z), BallAccess::of(a), BallAccess::of(b), BallAccess::of(x),
                         BallAccess::of(y), BallPrecision::bits());
  return z;
}

}  // namespace gancheck
