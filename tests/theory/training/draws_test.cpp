// Draws have the law that they are drawn from, as far as their number shows.
#include "theory/training/draws.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "numerics/distribution/specification.hpp"

using namespace gancheck;

namespace {

constexpr int many = 20000;

Eigen::RowVectorXd draws_of(const char* specification) {
  std::mt19937_64 random(1);
  return Draws(parse_law(specification)).take(many, random);
}

}  // namespace

TEST_CASE("an atom comes as often as it weighs") {
  const Eigen::RowVectorXd drawn = draws_of("mixture(1/4*point(-3),1/2*uniform(0,1),1/4*point(5))");
  const auto share = [&](double from, double to) {
    return static_cast<double>((drawn.array() >= from && drawn.array() <= to).count()) / many;
  };
  const double five_deviations = 5 * std::sqrt(0.25 / many);
  CHECK(std::abs(share(-3, -3) - 0.25) < five_deviations);
  CHECK(std::abs(share(5, 5) - 0.25) < five_deviations);
  CHECK(std::abs(share(0, 0.5) - 0.25) < five_deviations);
  CHECK(share(-3, -3) + share(0, 1) + share(5, 5) == 1);
}

TEST_CASE("the nodes of a normal law have its mean and its variance") {
  const Eigen::RowVectorXd drawn = draws_of("normal(3,2)");
  const double mean = drawn.mean();
  CHECK(std::abs(mean - 3) < 5 * 2 / std::sqrt(many));
  const double variance = (drawn.array() - mean).square().mean();
  CHECK(std::abs(variance / 4 - 1) < 5 * std::sqrt(2.0 / many));
}

TEST_CASE("the same engine gives the same draws") {
  std::mt19937_64 random(9), again(9);
  const Draws poisson(parse_law("poisson(4)"));
  CHECK(poisson.take(100, random) == poisson.take(100, again));
  CHECK(poisson.take(100, random) != poisson.take(101, again).head(100).reverse());
}
