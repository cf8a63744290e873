// A training run beside the theory: what D and G do, and what C(G) is meanwhile.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "numerics/distribution/law.hpp"
#include "numerics/line/grid.hpp"
#include "theory/training/game.hpp"
#include "theory/training/options.hpp"

namespace gancheck {

/// The numbers of the players after some steps, in nats. All but the first are those of the laws,
/// with all their errors (theory/divergence/sums); JSD = (C + log 4)/2.
struct TrainingRow {
  int step;
  /// V(D, G) on the grid of both laws: see value_on_grid. Its error is rounding alone.
  Tracked value;
  Tracked value_at_optimum;  ///< C(G) = V(D*, G)
  Tracked jsd, tv;
};

struct Training {
  std::vector<TrainingRow> rows;
  Players players;
  std::string trouble;       ///< why it ended before its last step, in one line; else ""
  bool was_stopped = false;  ///< it was told not to go on
};

/// V(D, G) as the weighted sum of p log D + q log(1-D) over the grid of the data and of the law of
/// G(z), -infinity where D is 0 on data or 1 on what G makes. D at a point of the grid is whatever
/// its network gives there in doubles: it is some discriminator, so that the sum is at most that of
/// D* over the same grid, exactly but for the rounding of the sum, which the error bounds. How far
/// the sum is from the integral, where D bends between two nodes, is not estimated.
Tracked value_on_grid(const Densities& densities, const Layers& discriminator);

/// The exact law of G(z): the weights are doubles, and these are rational numbers. Throws
/// std::domain_error as apply(network, law) does.
Law law_of_generator(const Law& noise, const Layers& generator, int step);

/// Alternating gradient steps, from a D that the seed makes: `discriminator_steps` up the gradient
/// of V in D, and one down that of G's objective, each on a batch of its own. The same seed gives
/// the same bits, as long as the C library's exp does. A run whose weights cease to be finite, or
/// whose G bends too often for its law to be written down, ends with the rows it has, and so does
/// one that is told not to go on: `go_on(step)` is asked after every step. Throws as
/// law_of_generator and grid_of do, before the first step.
Training train(const Law& data, const Law& noise, Layers generator, const TrainingOptions& options,
               const std::function<bool(int)>& go_on = {});

}  // namespace gancheck
