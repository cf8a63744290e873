// Dual numbers: a value with its first two derivatives, by Boost's automatic differentiation.
#pragma once

#include <boost/math/differentiation/autodiff.hpp>

#include "numerics/number/float50.hpp"

namespace gancheck {

/// Fifty-digit dual numbers in one variable, up to the second derivative.
using Dual = boost::math::differentiation::autodiff_v1::detail::fvar<Float50, 2>;

/// The independent variable at `x`.
inline Dual variable(const Float50& x) {
  return boost::math::differentiation::make_fvar<Float50, 2>(x);
}

template <>
inline Dual exactly<Dual>(const Rational& x) {
  return Dual(exactly<Float50>(x));
}

}  // namespace gancheck
