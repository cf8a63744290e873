// Fifty-digit floating point: a reference that rounds 34 digits later than double does.
#pragma once

#include <boost/multiprecision/cpp_bin_float.hpp>

#include "numerics/number/exactly.hpp"
#include "numerics/number/generic.hpp"

namespace gancheck {

using Float50 = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<50>,
                                              boost::multiprecision::et_off>;

template <>
inline Float50 exactly<Float50>(const Rational& x) {
  return Float50(numerator(x)) / Float50(denominator(x));
}

class Real;
template <class T>
T exactly(const Real& x);
template <>
Float50 exactly<Float50>(const Real& x);

}  // namespace gancheck
