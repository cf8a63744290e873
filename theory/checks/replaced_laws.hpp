// Functionals of a pair that is made from another one: (Q, P), (P, P), (P, Q').
#pragma once

#include <utility>

#include "numerics/line/grid.hpp"

namespace gancheck {

/// f of the pair (Q, P).
template <class F>
auto exchanged(F f) {
  return [f]<class T>(const Columns<T>& c) -> T {
    Columns<T> other = c;
    std::swap(other.p, other.q);
    return f(other);
  };
}

/// f of the pair (P, Q'), where `law` maps the columns to the densities of Q' on the same grid.
template <class F, class NewLaw>
auto with_generator(F f, NewLaw law) {
  return [f, law]<class T>(const Columns<T>& c) -> T {
    Columns<T> other = c;
    other.q = law(c);
    return f(other);
  };
}

/// f of the pair (P, P).
template <class F>
auto of_equals(F f) {
  return with_generator(f, [](const auto& c) { return c.p; });
}

}  // namespace gancheck
