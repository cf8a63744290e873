// Orders of chances, and of functions of them: what is said of every two values d < d' of a
// discriminator at one point. [claims 10, 11, 15, 16]
#pragma once

#include <fmt/format.h>

#include "theory/checks/part_of.hpp"
#include "theory/checks/pointwise.hpp"
#include "theory/checks/spread.hpp"

namespace gancheck {

/// compare(d, other, take, where) for every two of the values 1/40, 2/40, ..., 39/40, d < other.
template <class F>
Comparisons for_two_chances(const F& compare) {
  return [compare]<class T>(const Setting&, Take<T>& take) {
    constexpr int step = 25;
    take.over({"every two of the values 1/40, ..., 39/40", "值 1/40, …, 39/40 中的任意两个"});
    for (int k = step; k < 1000; k += step) {
      for (int other = k + step; other < 1000; other += step) {
        compare(spread::chance<T>(k), spread::chance<T>(other), take,
                [=] { return fmt::format("d = {}/1000, d' = {}/1000", k, other); });
      }
    }
  };
}

/// Weights a, b of a log y + b log(1-y), with y from 1e-12 to 1 - 1e-12.
template <int a, int b>
std::vector<PointCase> chances_with_weights(const Setting&) {
  const Rational small = power_of_ten(-12);
  std::vector<PointCase> cases = {{Real(a), Real(b), small, "near 0"},
                                  {Real(a), Real(b), Rational(1 - small), "near 1"}};
  for (int k = 1; k < 40; ++k) cases.push_back({Real(a), Real(b), Rational(k, 40), "inside"});
  return cases;
}

/// A formula for the derivative of a log y + b log(1-y), against automatic differentiation.
template <int a, int b>
Comparisons derivative_is(const GameFormula& formula) {
  return at_points(
      [formula](const PointCase& x, const At<Tracked>& t, Take<Tracked>& take, const Where& where) {
        take.equal(formula(t.a, t.b, t.y), differentiate(x).first, where);
      },
      chances_with_weights<a, b>);
}

/// log(c+e) is log c at e = 0 and has the derivative 1/(c+e) > 0, so that it increases in e (by
/// lemma::increase); and it is log(1-d') for d' = d - e, where c = 1-d. (At c = 0 it is -infinity
/// for e = 0, less than for every e > 0.)
inline std::vector<Identity> logarithm_of_sum_increases() {
  const Symbol c = Symbol::positive("c"), e = Symbol::positive("e"), one(1);
  const Symbol f = log(c + e);
  return {{one - ((one - c) - e), c + e},
          {substitute(f, e, Symbol(0)), log(c)},
          {derivative(f, e), one / (c + e)}};
}

}  // namespace gancheck
