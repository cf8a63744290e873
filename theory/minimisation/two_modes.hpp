// Data with two modes, for families of generators that cannot imitate them.
#pragma once

#include <fmt/format.h>

#include <cmath>
#include <string>

#include "numerics/number/rational.hpp"

namespace gancheck {

/// (N(-a, 1) + N(a, 1))/2.
struct TwoModes {
  Rational distance;  ///< a
  std::string specification() const {
    const std::string a = to_text(distance);
    return fmt::format("mixture(1/2*normal(-{},1),1/2*normal({},1))", a, a);
  }
};

/// In the arithmetic T, which is given sqrt(2 pi).
template <class T>
T normal_density(const T& x, const T& location, const T& scale, const T& root_of_two_pi) {
  using std::exp;  // for double
  const T z = (x - location) / scale;
  return exp(-(z * z / 2)) / (scale * root_of_two_pi);
}

template <class T>
T density_of_data(const T& x, const T& mode, const T& root_of_two_pi) {
  const T one(1);
  return (normal_density(x, T(-mode), one, root_of_two_pi) +
          normal_density(x, mode, one, root_of_two_pi)) /
         2;
}

}  // namespace gancheck
