#include "theory/checks/masses.hpp"

#include <algorithm>

#include "numerics/number/exact_sum.hpp"

namespace gancheck {
namespace {

bool sums_to_one(const std::vector<Real>& weights) {
  const auto is_rational = [](const Real& weight) { return weight.is_rational(); };
  return std::all_of(weights.begin(), weights.end(), is_rational) && exact_sum(weights) == 1;
}

}  // namespace

const Text masses_not_one = {"the masses on the grid are not exactly 1", "网格上的总质量不恰为 1"};

bool are_probabilities(const Pair& pair) {
  const Densities& d = pair.densities();
  if (d.grid.atoms != d.grid.size()) return false;
  if (!d.data_tails.empty() || !d.generator_tails.empty()) return false;
  return sums_to_one(d.data) && sums_to_one(d.generator);
}

}  // namespace gancheck
