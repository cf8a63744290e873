// Fifty-digit floating point: a reference that rounds 34 digits later than double does.
#pragma once

#include <boost/multiprecision/cpp_bin_float.hpp>

#include "numerics/number/exactly.hpp"
#include "numerics/number/generic.hpp"

namespace gancheck {

using Float50 = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<50>,
                                              boost::multiprecision::et_off>;

/// Rounded to nearest.
inline Float50 nearest_float50(const Integer& n) {
  constexpr unsigned long of_a_word = 62;
  return n == 0 || msb(n) < of_a_word ? Float50(static_cast<std::int64_t>(n)) : Float50(n.str());
}

template <>
inline Float50 exactly<Float50>(const Rational& x) {
  return nearest_float50(numerator(x)) / nearest_float50(denominator(x));
}

class Real;
template <class T>
T exactly(const Real& x);
template <>
Float50 exactly<Float50>(const Real& x);

}  // namespace gancheck
