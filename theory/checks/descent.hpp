// Mirror descent put before pairs, and along its routes. [claims 18, 36, 57]
//
// One step is a theorem about any two laws, so that it is checked from the law of the generator of
// every pair; along a route each step starts from a law that is exact, and has bounds of its own.
#pragma once

#include <fmt/format.h>

#include "theory/checks/comparisons.hpp"
#include "theory/checks/frozen.hpp"
#include "theory/minimisation/route.hpp"

namespace gancheck::descent {

/// A step from c.q against `d`.
template <class T>
struct StepOf {
  const Columns<T>& c;
  T rate;
  std::vector<Chance<T>> d;
  MirrorStep<T> to;

  StepOf(const Columns<T>& columns, std::vector<Chance<T>> discriminator, T of_rate)
      : c(columns),
        rate(std::move(of_rate)),
        d(std::move(discriminator)),
        to(mirror_step(c, d, rate)) {}

  /// The integral of f(p, q, r).
  template <class F>
  T integral(const F& f) const {
    std::vector<T> terms;
    for (std::size_t i = 0; i < c.size(); ++i) {
      if (!is_null(c, i)) terms.push_back(T(c.weight[i] * f(c.p[i], c.q[i], to.law[i])));
    }
    return sum(std::span<const T>(terms));
  }
  /// C before and after the step.
  T value() const { return integrate(c, formulas::value_at_optimum); }
  T value_after() const {
    return integral(
        [](const T& p, const T&, const T& r) -> T { return formulas::value_at_optimum(p, r); });
  }
  /// V(D, Q), V(D, P), V(D, R) for the D of the step.
  T value_of(const std::vector<T>& law) const {
    return frozen::value(
        c, [this](const Columns<T>&, std::size_t i) { return d[i]; }, law);
  }
  T fall() const {
    return integral(
        [this](const T& p, const T& q, const T& r) -> T { return mirror::fall(p, q, r, rate); });
  }
  /// η (V(D*, Q) - V(D*, P)), where the masses of Q and P may differ.
  T advantage() const {
    const T defect = functionals::mass_of_generator(c) - functionals::mass_of_data(c);
    return integral(mirror::advantage) - defect * log(to.normaliser);
  }
};

/// What `compare(take, step, where)` says of the step of this rate from the generator of every pair
/// that has `holds`.
template <class F>
Comparisons of_pairs(const Rational& rate, PairRule rule, const F& compare) {
  return [rate, rule, compare]<class T>(const Setting& setting, Take<T>& take) {
    take.over(Seen<T>::scope(setting));
    for (const auto& pair : Seen<T>::pairs(setting)) {
      if (!rule.holds(*pair)) {
        take.leave_out(rule.otherwise);
        continue;
      }
      const Columns<T>& c = Seen<T>::columns(*pair);
      compare(take, StepOf<T>(c, best_discriminator(c), exactly<T>(rate)),
              [&] { return pair->name(); });
    }
  };
}
/// Of every pair.
template <class F>
Comparisons of_pairs(const Rational& rate, const F& compare) {
  return of_pairs(rate, {[](const Pair&) { return true; }, {"", ""}}, compare);
}

/// What it says of every step of the routes.
template <class F>
Comparisons along(std::vector<Route> routes, const F& compare) {
  return [routes, compare]<class T>(const Setting&, Take<T>& take) {
    take.over({fmt::format("{} routes on finite spaces", routes.size()),
               fmt::format("有限空间上的 {} 条路径", routes.size())});
    for (const Route& route : routes) {
      int number = 0;
      for (const FiniteLaw& law : laws_of(route)) {
        const auto c = columns_of<T>(route.data, law);
        const auto where = [&] {
          return Text{fmt::format("{}, step {}", route.name, number),
                      fmt::format("{}，第 {} 步", route.name, number)};
        };
        compare(take, StepOf<T>(c, discriminator_of(route, c), exactly<T>(route.rate)), where);
        ++number;
      }
    }
  };
}

/// What C loses in a step, against the formula.
inline constexpr auto falls_by = []<class T>(Take<T>& take, const StepOf<T>& step,
                                             const Where& where) {
  take.equal(step.value() - step.value_after(), step.fall(), where);
};
/// C does not rise.
inline constexpr auto falls = []<class T>(Take<T>& take, const StepOf<T>& step,
                                          const Where& where) {
  take.at_most(step.value_after(), step.value(), where);
};
/// η (C(R) + log 4) is at most what the step comes nearer to P.
inline constexpr auto approaches = []<class T>(Take<T>& take, const StepOf<T>& step,
                                               const Where& where) {
  const T excess = step.value_after() + 2 * log(T(2));
  take.at_most(step.rate * excess, step.integral(mirror::approach), where);
};
/// η (V(D*, Q) - V(D*, P)), against the formula.
inline constexpr auto closes_the_gap = []<class T>(Take<T>& take, const StepOf<T>& step,
                                                   const Where& where) {
  take.equal(step.rate * (step.value_of(step.c.q) - step.value_of(step.c.p)), step.advantage(),
             where);
};

}  // namespace gancheck::descent
