#include "theory/pairs/null_set.hpp"

namespace gancheck {

std::shared_ptr<const Pair> different_on_a_null_set() {
  const Rational half(1, 2);
  Densities d;
  d.grid.points = {Real(1), Real(2), Real(3)};
  d.grid.weights = {1, 1, 0};
  d.data = {half, half, Real(1)};
  d.generator = {half, half, Real(3)};
  return std::make_shared<Pair>("p = (1/2, 1/2, 1), q = (1/2, 1/2, 3), weights (1, 1, 0)",
                                "discrete(1/2,1/2)", "discrete(1/2,1/2)", std::move(d));
}

}  // namespace gancheck
