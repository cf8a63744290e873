// left = right, left <= right, left < right between what claims compare.
#pragma once

#include <utility>

#include "theory/checks/functional.hpp"

namespace gancheck {

enum class Order { equal, at_most, less };

/// Between numbers of a pair.
struct Relation {
  Order order;
  Functional left, right;
};
inline Relation equal(Functional left, Functional right) {
  return {Order::equal, std::move(left), std::move(right)};
}
inline Relation at_most(Functional left, Functional right) {
  return {Order::at_most, std::move(left), std::move(right)};
}
inline Relation less(Functional left, Functional right) {
  return {Order::less, std::move(left), std::move(right)};
}

/// Between formulas at one point.
struct PointRelation {
  Order order;
  Formula left, right;
};
inline PointRelation equal(Formula left, Formula right) {
  return {Order::equal, std::move(left), std::move(right)};
}
inline PointRelation at_most(Formula left, Formula right) {
  return {Order::at_most, std::move(left), std::move(right)};
}
inline PointRelation less(Formula left, Formula right) {
  return {Order::less, std::move(left), std::move(right)};
}

/// Between formulas of p, q and a discriminator, at a point or integrated.
struct GameRelation {
  Order order;
  GameFormula left, right;
};
inline GameRelation equal(GameFormula left, GameFormula right) {
  return {Order::equal, std::move(left), std::move(right)};
}
inline GameRelation at_most(GameFormula left, GameFormula right) {
  return {Order::at_most, std::move(left), std::move(right)};
}
inline GameRelation less(GameFormula left, GameFormula right) {
  return {Order::less, std::move(left), std::move(right)};
}

}  // namespace gancheck
