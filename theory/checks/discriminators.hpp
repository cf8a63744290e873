// Discriminators other than D*, for inequalities that hold for every D.
#pragma once

#include <functional>
#include <vector>

#include "theory/formulas.hpp"
#include "theory/pairs/pair.hpp"

namespace gancheck {

/// D at every point of a grid, in thousandths from 0 to 1000: exact in every arithmetic, and so is
/// its complement.
struct Discriminator {
  std::vector<int> thousandths;
  std::string name;
};

/// The constant 1/2 and two seeded random discriminators in (0, 1) on the grid of the pair; the
/// same pair gives the same ones in every run.
std::vector<Discriminator> other_discriminators(const Pair& pair);

/// These and one with values 0, 1/2 and 1, where V may be -infinity.
std::vector<Discriminator> all_discriminators(const Pair& pair);

using Discriminators = std::function<std::vector<Discriminator>(const Pair&)>;

/// k/1000 and its complement.
template <class T>
Chance<T> chance_of(int thousandths) {
  return {exactly<T>(Rational(thousandths, 1000)), exactly<T>(Rational(1000 - thousandths, 1000))};
}
template <>
Chance<Tracked> chance_of<Tracked>(int thousandths);  ///< from a table

/// The integral of f(p, q, D) over the grid, points that are null for both laws left out.
template <class T, class F>
T integrate_with(const Columns<T>& c, const Discriminator& d, const F& f) {
  std::vector<T> terms;
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (is_null(c, i)) continue;
    terms.push_back(T(c.weight[i] * f(c.p[i], c.q[i], chance_of<T>(d.thousandths[i]))));
  }
  return sum(std::span<const T>(terms));
}

}  // namespace gancheck
