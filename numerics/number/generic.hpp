// What the formulas need of double and of Boost's numbers, which cannot befriend our functions.
//
// Must be included before any formula: a generic function declared later is not found by a template
// that was defined earlier. A hidden friend of one of our own arithmetics wins over these.
#pragma once

#include <cmath>

namespace gancheck {

/// p·log d with 0·log 0 = 0: where p is 0 the value is 0, whatever d is.
template <class T>
T times_log(const T& p, const T& d) {
  using std::log;
  if (p == 0) return T(0);
  return T(p * log(d));
}

}  // namespace gancheck
