// The two steps of the game: what D climbs, and what G goes down.
#include "theory/training/game.hpp"

#include <doctest/doctest.h>

#include "theory/training/draws.hpp"

using namespace gancheck;

namespace {

Players random_players(std::mt19937_64& random) {
  Layers discriminator = initial_discriminator(5, random);
  return {std::move(discriminator), initial_discriminator(4, random)};
}

Eigen::RowVectorXd random_points(int count, std::mt19937_64& random) {
  Eigen::RowVectorXd points(count);
  for (double& x : points) x = 6 * uniform_number(random) - 3;
  return points;
}

/// (f(w+h) - f(w-h))/(2h) for every weight w against the gradient.
template <class F>
void check_gradient(Layers& layers, const Layers& gradient, const F& f) {
  const auto check = [&](double& at, double given) {
    constexpr double h = 1e-6;
    const double before = at;
    at = before + h;
    const double above = f();
    at = before - h;
    const double below = f();
    at = before;
    CHECK(given == doctest::Approx((above - below) / (2 * h)).epsilon(1e-6));
  };
  for (std::size_t k = 0; k < layers.size(); ++k) {
    for (Eigen::Index i = 0; i < layers[k].weight.size(); ++i)
      check(layers[k].weight.data()[i], gradient[k].weight.data()[i]);
    for (Eigen::Index i = 0; i < layers[k].bias.size(); ++i)
      check(layers[k].bias[i], gradient[k].bias[i]);
  }
}

}  // namespace

TEST_CASE("D climbs the gradient of V, and G goes down that of its objective") {
  std::mt19937_64 random(3);
  Players players = random_players(random);
  const Eigen::RowVectorXd x = random_points(7, random), z = random_points(5, random);
  check_gradient(players.discriminator, discriminator_gradient(players, x, z),
                 [&] { return batch_value(players, x, z); });
  for (const Objective objective : {Objective::saturating, Objective::non_saturating})
    check_gradient(players.generator, generator_gradient(players, z, objective),
                   [&] { return generator_loss(players, z, objective); });
}

TEST_CASE("G's objective of the note is its share of V") {
  std::mt19937_64 random(4);
  Players players = random_players(random);
  const Eigen::RowVectorXd x = random_points(7, random), z = random_points(5, random);
  // What is left of V when another G takes the place of this one, on the same data.
  Players other{players.discriminator, initial_discriminator(4, random)};
  CHECK(batch_value(players, x, z) - batch_value(other, x, z) ==
        doctest::Approx(generator_loss(players, z, Objective::saturating) -
                        generator_loss(other, z, Objective::saturating)));
}

TEST_CASE("at one point the gradient saturates by D/(1-D): it vanishes where D rejects") {
  std::mt19937_64 random(5);
  Players players = random_players(random);
  const Eigen::RowVectorXd z = random_points(1, random);
  // D(G(z)) = 1/(1+e^9)
  double& shift = players.discriminator.back().bias[0];
  shift -= activations_of(players.discriminator, activations_of(players.generator, z).back())
               .back()(0, 0) +
           9;
  const Layers saturating = generator_gradient(players, z, Objective::saturating);
  const Layers other = generator_gradient(players, z, Objective::non_saturating);
  CHECK(other.back().bias[0] != 0);
  for (std::size_t k = 0; k < other.size(); ++k)
    CHECK((saturating[k].weight * std::exp(9.0) - other[k].weight).norm() <=
          1e-12 * other[k].weight.norm());
}

TEST_CASE("log D is known where D is 0 or 1 to every digit of a double") {
  CHECK(-softplus(800.0) == -800);              // log D where D = e^-800
  CHECK(-softplus(-50.0) == -std::exp(-50.0));  // log D where 1 - D = e^-50, to the last digit
  for (const double a : {0.0, 0.3, 7.0, 700.0})
    CHECK(softplus(a) - softplus(-a) == doctest::Approx(a));
  CHECK(softplus(Tracked(0)).value() == doctest::Approx(std::log(2.0)));
  CHECK(softplus(Tracked(0)).error() < 1e-15);
}

TEST_CASE("the first D comes from the engine alone, bit by bit") {
  // The 10000th number of mt19937_64 is fixed by the standard of C++.
  std::mt19937_64 standard;
  standard.discard(9999);
  CHECK(uniform_number(standard) == static_cast<double>(9981545732273789042U >> 11U) * 0x1p-53);
  std::mt19937_64 random(1), again(1), other(2);
  const Layers d = initial_discriminator(16, random);
  CHECK(d[1].weight == initial_discriminator(16, again)[1].weight);
  CHECK(d[1].weight != initial_discriminator(16, other)[1].weight);
  std::mt19937_64 numbers(1);
  CHECK(d[0].weight(0, 0) == std::sqrt(6.0) * (2 * uniform_number(numbers) - 1));
  CHECK(d[0].weight(1, 0) == std::sqrt(6.0) * (2 * uniform_number(numbers) - 1));
}
