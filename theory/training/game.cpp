#include "theory/training/game.hpp"

#include "theory/training/draws.hpp"

namespace gancheck {
namespace {

/// D of a logit; that of -a is 1 - D.
double chance(double a) {
  return 1 / (1 + std::exp(-a));
}

double mean_softplus(const Eigen::MatrixXd& a) {
  return a.unaryExpr(&softplus<double>).mean();
}

Eigen::MatrixXd chances(const Eigen::MatrixXd& a) {
  return a.unaryExpr(&chance);
}

DenseLayer initial_layer(int inputs, int outputs, bool is_rectified, std::mt19937_64& random) {
  DenseLayer layer{Eigen::MatrixXd(outputs, inputs), Eigen::VectorXd(outputs), is_rectified};
  const double most = std::sqrt(6.0 / inputs);
  const auto draw = [&] { return most * (2 * uniform_number(random) - 1); };
  for (double& weight : layer.weight.reshaped()) weight = draw();
  for (double& bias : layer.bias) bias = draw();
  return layer;
}

}  // namespace

Layers initial_discriminator(int width, std::mt19937_64& random) {
  // One after the other: the order in which a list of arguments is evaluated would be the
  // compiler's.
  Layers layers;
  layers.push_back(initial_layer(1, width, true, random));
  layers.push_back(initial_layer(width, width, true, random));
  layers.push_back(initial_layer(width, 1, false, random));
  return layers;
}

double batch_value(const Players& players, const Eigen::RowVectorXd& x,
                   const Eigen::RowVectorXd& z) {
  const Activations real = activations_of(players.discriminator, x);
  const Activations fake =
      activations_of(players.discriminator, activations_of(players.generator, z).back());
  return -mean_softplus(-real.back()) - mean_softplus(fake.back());
}

Layers discriminator_gradient(const Players& players, const Eigen::RowVectorXd& x,
                              const Eigen::RowVectorXd& z) {
  const Activations real = activations_of(players.discriminator, x);
  const Activations fake =
      activations_of(players.discriminator, activations_of(players.generator, z).back());
  const Eigen::MatrixXd in_real = chances(-real.back()) / static_cast<double>(x.size());
  const Eigen::MatrixXd in_fake = -chances(fake.back()) / static_cast<double>(z.size());
  Layers gradient = gradient_of(players.discriminator, real, in_real).weights;
  move_along(gradient, gradient_of(players.discriminator, fake, in_fake).weights, 1);
  return gradient;
}

double generator_loss(const Players& players, const Eigen::RowVectorXd& z, Objective objective) {
  const Eigen::MatrixXd logits =
      activations_of(players.discriminator, activations_of(players.generator, z).back()).back();
  return objective == Objective::saturating ? -mean_softplus(logits) : mean_softplus(-logits);
}

Layers generator_gradient(const Players& players, const Eigen::RowVectorXd& z,
                          Objective objective) {
  const Activations made = activations_of(players.generator, z);
  const Activations judged = activations_of(players.discriminator, made.back());
  const Eigen::MatrixXd& logits = judged.back();
  const Eigen::MatrixXd in_logits =
      objective == Objective::saturating ? chances(logits) : chances(-logits);
  const Eigen::MatrixXd in_points =
      gradient_of(players.discriminator, judged, -in_logits / static_cast<double>(z.size())).input;
  return gradient_of(players.generator, made, in_points).weights;
}

}  // namespace gancheck
