// The game as training plays it: D climbs V(D, G), G goes down its own objective, on batches.
//
// D = 1/(1+e^-a) for a network with the output a, its logit. Then log D = -S(-a) and
// log(1-D) = -S(a) with S(a) = log(1+e^a), so that neither chance is subtracted from one, and the
// derivatives in a are 1-D and -D.
#pragma once

#include <Eigen/Core>
#include <cmath>
#include <random>

#include "theory/training/backpropagation.hpp"
#include "theory/training/options.hpp"

namespace gancheck {

/// D's network gives the logit.
struct Players {
  Layers discriminator, generator;
};

/// S(a) = max(a, 0) + log(1 + e^-|a|).
template <class T>
T softplus(const T& a) {
  using std::abs, std::exp, std::log1p, std::max;
  return max(a, T(0)) + log1p(exp(-abs(a)));
}

/// Two hidden layers of so many ReLU units, from the line to the line, with weights and biases
/// uniform on ±sqrt(6/n) for a layer of n inputs (He et al. 2015).
Layers initial_discriminator(int width, std::mt19937_64& random);

/// V(D, G) of a batch: the mean of log D(x) and the mean of log(1 - D(G(z))), added.
double batch_value(const Players& players, const Eigen::RowVectorXd& x,
                   const Eigen::RowVectorXd& z);
/// Its gradient in D's weights.
Layers discriminator_gradient(const Players& players, const Eigen::RowVectorXd& x,
                              const Eigen::RowVectorXd& z);

/// G's objective on a batch.
double generator_loss(const Players& players, const Eigen::RowVectorXd& z, Objective objective);
/// Its gradient in G's weights.
Layers generator_gradient(const Players& players, const Eigen::RowVectorXd& z, Objective objective);

}  // namespace gancheck
