// How D and G are trained.
#pragma once

#include <cstdint>

namespace gancheck {

/// What G goes down on: E log(1 - D(G(z))), its share of V [note l.67], or -E log D(G(z)).
enum class Objective { saturating, non_saturating };

struct TrainingOptions {
  int steps = 2000;  ///< of G
  int every = 100;   ///< steps from one row to the next; the last step has a row, too
  std::uint64_t seed = 1;
  int batch = 64;
  double rate_discriminator = 0.05, rate_generator = 0.01;
  int discriminator_steps = 1;  ///< for every step of G
  int width = 16;               ///< of D's two hidden layers
  Objective objective = Objective::saturating;
};

}  // namespace gancheck
