#include "theory/training/draws.hpp"

#include <algorithm>

#include "theory/pairs/density_grid.hpp"

namespace gancheck {

double uniform_number(std::mt19937_64& random) {
  constexpr int unused_bits = 11;
  return static_cast<double>(random() >> unused_bits) * 0x1p-53;
}

Draws::Draws(const Law& law) {
  const Densities grid = grid_of(law, law);
  double total = 0;
  for (std::size_t i = 0; i < grid.grid.size(); ++i) {
    total += exactly<double>(grid.grid.weights[i]) * exactly<double>(grid.data[i]);
    points_.push_back(exactly<double>(grid.grid.points[i]));
    cumulative_.push_back(total);
  }
}

Eigen::RowVectorXd Draws::take(int count, std::mt19937_64& random) const {
  Eigen::RowVectorXd drawn(count);
  for (double& x : drawn) {
    const double level = uniform_number(random) * cumulative_.back();
    // The first point whose cumulative mass exceeds the level; there is one unless the product was
    // rounded up to the total.
    const auto found = std::upper_bound(cumulative_.begin(), cumulative_.end(), level);
    const auto index = std::min(found - cumulative_.begin(), std::ssize(points_) - 1);
    x = points_[static_cast<std::size_t>(index)];
  }
  return drawn;
}

}  // namespace gancheck
