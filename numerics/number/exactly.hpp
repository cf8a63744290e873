// The one way in which a parameter enters an arithmetic.
#pragma once

#include "numerics/number/rational.hpp"

namespace gancheck {

/// `x` in the arithmetic T. What T cannot hold is charged to it: `Tracked` and `Ball` carry the
/// rounding as their error, double and Float50 round to nearest, `Symbol` and `Tex` are exact.
/// Every arithmetic specialises this beside its own type.
template <class T>
T exactly(const Rational& x);

template <>
inline Rational exactly<Rational>(const Rational& x) {
  return x;
}

template <>
inline double exactly<double>(const Rational& x) {
  return nearest_double(x);
}

}  // namespace gancheck
