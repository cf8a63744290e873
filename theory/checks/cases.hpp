// Comparisons of numbers that come from no pair (laws of noise, worked examples), put before the
// grid and ball witnesses.
//
// The comparisons are written once, as a generic callable that hands each of them to the `Take` of
// an arithmetic: in Tracked they derive the bounds of their residuals, in Ball they are enclosed.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "theory/checks/relation.hpp"

namespace gancheck {

using Where = std::function<std::string()>;

/// What takes one comparison: left ~ right, and how to name it should it be the worst.
template <class T>
using Take = std::function<void(Order, const T& left, const T& right, const Where&)>;

/// `bounds` are those of the true comparisons, one a comparison in the same order, for a false
/// twin.
template <class Cases>
Evidence cases_on_grid(Text scope, const Cases& cases,
                       const std::vector<double>* bounds = nullptr) {
  Residuals residuals(std::move(scope));
  std::size_t next = 0;
  cases(Take<Tracked>(
      [&](Order order, const Tracked& left, const Tracked& right, const Where& where) {
        const auto bound = bounds ? std::optional(bounds->at(next++)) : std::nullopt;
        take_residual(residuals, order, left, right, where, bound);
      }));
  return residuals.evidence();
}

/// The same comparisons, enclosed.
template <class Cases>
Evidence cases_in_balls(Text scope, const Cases& cases) {
  Evidence evidence;
  evidence.ground = Ground::enclosure;
  evidence.scope = std::move(scope);
  const BallPrecision precision(relation_bits);
  cases(Take<Ball>([&](Order order, const Ball& left, const Ball& right, const Where& where) {
    take_enclosure(evidence, order, left, right, where(), (left - right).radius());
  }));
  return evidence;
}

/// A false twin of `truth`, held case by case against the bound that the truth met.
template <class Twin, class Truth>
Evidence twin_cases_on_grid(Text scope, const Twin& twin, const Truth& truth) {
  std::vector<double> bounds;
  truth(Take<Tracked>([&](Order, const Tracked& left, const Tracked& right, const Where&) {
    bounds.push_back(bound_of(left, right));
  }));
  return cases_on_grid(std::move(scope), twin, &bounds);
}

}  // namespace gancheck
