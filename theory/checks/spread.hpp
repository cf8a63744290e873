// Functionals of a pair and of one discriminator that depends on the number of the point alone: no
// random numbers are drawn, so that they are cheap on every pair, and on the exhaustive grids P and
// Q run through all patterns against it.
#pragma once

#include "theory/checks/functional.hpp"

namespace gancheck::spread {

/// A value for point number i, in thousandths, among `count` values from `least` on: 617 is prime,
/// so that all of them occur.
constexpr int spread_over(std::size_t i, int least, int count) {
  return least + static_cast<int>((617 * i + 137) % static_cast<std::size_t>(count));
}

/// Values in (0, 1): 1/1000, ..., 999/1000.
struct Inside {
  static constexpr int at(std::size_t i) { return spread_over(i, 1, 999); }
};
/// Other values in (0, 1) at the same points.
struct InsideToo {
  static constexpr int at(std::size_t i) { return 1000 - spread_over(2 * i + 1, 1, 999); }
};
/// Values in [1/10, 9/10].
struct Middle {
  static constexpr int at(std::size_t i) { return spread_over(i, 100, 801); }
};
/// 0, 1/2, 1 in turn, where V may be -infinity.
struct Ends {
  static constexpr int at(std::size_t i) { return 500 * static_cast<int>(i % 3); }
};

/// k/1000 and its complement, each a quotient of whole numbers: 0 and 1 stay exact.
template <class T>
Chance<T> chance(int thousandths) {
  return {T(thousandths) / 1000, T(1000 - thousandths) / 1000};
}

/// The integral of f(p, q, D), where D has `at(i)` thousandths at point number i.
Functional integral(const GameFormula& f, int (*at)(std::size_t));
/// The same for the D named.
template <class D>
Functional integral(const GameFormula& f) {
  return integral(f, D::at);
}

/// p log D and q log(1-D), the two integrands of V.
inline constexpr auto data_term = []<class T>(const T& p, const T&, const Chance<T>& d) -> T {
  return times_log(p, d.yes);
};
inline constexpr auto generator_term = []<class T>(const T&, const T& q, const Chance<T>& d) -> T {
  return times_log(q, d.no);
};

}  // namespace gancheck::spread
