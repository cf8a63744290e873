// What the theory says of every state of a training run holds for it, and what training does.
#include "theory/training/training.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "numerics/distribution/specification.hpp"
#include "theory/pairs/density_grid.hpp"

using namespace gancheck;

namespace {

const double log_2 = std::log(2.0);

DenseLayer affine(double slope, double shift) {
  return {Eigen::MatrixXd::Constant(1, 1, slope), Eigen::VectorXd::Constant(1, shift), false};
}

/// z -> |z| - 1 and z -> 0, added: bends at -1, 0 and 1.
Layers bent() {
  Eigen::MatrixXd first(4, 1), second(1, 4);
  first << 1, -1, 1, -1;
  second << 1, 1, -0.5, 0.25;
  return {{first, Eigen::Vector4d(0, 0, -1, -1), true},
          {second, Eigen::VectorXd::Constant(1, -1), false}};
}

Training trained(const char* data, const Layers& generator, const TrainingOptions& options) {
  return train(parse_law(data), parse_law("normal(0,1)"), generator, options);
}

TrainingOptions short_run() {
  TrainingOptions options;
  options.steps = 60;
  options.every = 20;
  options.batch = 16;
  return options;
}

/// V(D, G) <= C(G), 0 <= JSD <= log 2 and C = 2 JSD - log 4, within their errors.
void check_theory(const TrainingRow& row) {
  const double room = row.value.error() + row.value_at_optimum.error();
  CHECK(room < 1e-9);
  CHECK(row.value.value() <= row.value_at_optimum.value() + room);
  CHECK(row.jsd.upper() >= 0);
  CHECK(row.jsd.lower() <= log_2);
  CHECK(std::abs(row.value_at_optimum.value() - (2 * row.jsd.value() - 2 * log_2)) <=
        row.value_at_optimum.error() + 2 * row.jsd.error() + 1e-15);
}

}  // namespace

TEST_CASE("V(D_t, G_t) is at most C(G_t) in every state, with either objective") {
  for (const Objective objective : {Objective::saturating, Objective::non_saturating}) {
    TrainingOptions options = short_run();
    options.objective = objective;
    const Training run = trained("mixture(1/2*normal(-2,1/2),1/2*normal(2,1/2))", bent(), options);
    CHECK(run.trouble.empty());
    REQUIRE(run.rows.size() == 4);
    for (const TrainingRow& row : run.rows) check_theory(row);
    CHECK(run.rows[0].jsd.value() != run.rows[3].jsd.value());
  }
}

TEST_CASE("where G stands still, D climbs towards D*, and V from below to C") {
  TrainingOptions options;
  options.steps = 3000;
  options.every = 1000;
  options.rate_generator = 0;
  const Training run = trained("normal(1,1)", {affine(1, 0)}, options);
  REQUIRE(run.rows.size() == 4);
  for (const TrainingRow& row : run.rows) {
    check_theory(row);
    CHECK(row.value_at_optimum.value() == run.rows[0].value_at_optimum.value());
  }
  const auto regret = [&](std::size_t k) {
    return run.rows[k].value_at_optimum.value() - run.rows[k].value.value();
  };
  CHECK(regret(0) > 0.1);
  CHECK(regret(3) < 0.01);
}

TEST_CASE(
    "where D stands still, V falls, and G leaves the data, although it began at the optimum") {
  TrainingOptions options = short_run();
  options.discriminator_steps = 0;
  options.rate_generator = 0.1;
  options.steps = 100;
  const Training run = trained("normal(0,1)", {affine(1, 0)}, options);
  for (const TrainingRow& row : run.rows) check_theory(row);
  // C(G) is least at the start: what falls is V(D, G) for this D.
  CHECK(run.rows.back().value.value() < run.rows.front().value.value() - 0.1);
  CHECK(run.rows.front().jsd.value() < 1e-12);
  CHECK(run.rows.back().jsd.value() > 0.2);
}

TEST_CASE("a G that is constant makes an atom, which D* tells from every density") {
  const TrainingOptions options = short_run();
  const Training run = trained("normal(0,1)", {affine(0, 1)}, options);
  check_theory(run.rows[0]);
  CHECK(run.rows[0].jsd.value() == doctest::Approx(log_2));
  CHECK(run.rows[0].tv.value() == doctest::Approx(1));
  CHECK(std::isfinite(run.rows[0].value.value()));
}

TEST_CASE("a seed is a run: the same bits for the same, others for another") {
  TrainingOptions options = short_run();
  const auto last = [&] { return trained("normal(1,1/2)", bent(), options).players; };
  const Players one = last(), same = last();
  options.seed = 2;
  const Players other = last();
  CHECK(one.generator[0].weight == same.generator[0].weight);
  CHECK(one.discriminator[1].weight == same.discriminator[1].weight);
  CHECK(one.generator[0].weight != other.generator[0].weight);
}

TEST_CASE("the value on a grid is that of the D at hand") {
  const Densities coins = grid_of(parse_law("discrete(1/4,3/4)"), parse_law("discrete(1/2,1/2)"));
  const auto value = [&](const Layers& d) { return value_on_grid(coins, d); };
  const Tracked half = value({affine(0, 0)});
  CHECK(std::abs(half.value() + 2 * log_2) <= half.error() + 1e-16);
  // D = 1/(1+e^-(x-1)) at 1 and 2
  const double d2 = 1 / (1 + std::exp(-1.0));
  const double expected =
      0.25 * std::log(0.5) + 0.75 * std::log(d2) + 0.5 * std::log(0.5) + 0.5 * std::log(1 - d2);
  CHECK(value({affine(1, -1)}).value() == doctest::Approx(expected));
}

TEST_CASE("V is -infinity where D is 0 on data, or 1 on what G makes") {
  const Densities apart = grid_of(parse_law("point(1)"), parse_law("point(-1)"));
  const Layers right{affine(1e200, 0), affine(1e200, 0)},
      wrong{affine(1e200, 0), affine(-1e200, 0)};
  CHECK(value_on_grid(apart, right).value() == 0);
  CHECK(value_on_grid(apart, wrong).value() == -std::numeric_limits<double>::infinity());
  CHECK(value_on_grid(apart, wrong).error() == 0);
}

TEST_CASE("weights that cease to be finite end a run, which keeps what it has") {
  TrainingOptions options = short_run();
  options.rate_generator = 1e300;
  const Training run = trained("normal(1,1/2)", bent(), options);
  CHECK(run.trouble.find("no longer finite after step") != std::string::npos);
  CHECK(run.trouble.find("--rate-generator") != std::string::npos);
  CHECK(!run.rows.empty());
}

TEST_CASE("a law that is too far out to be measured ends a run likewise") {
  TrainingOptions options = short_run();
  options.rate_generator = 1e300;
  options.every = 1;
  const Training run = trained("normal(1,1/2)", bent(), options);
  CHECK(run.trouble.find("the law of G(z) after step 1: ") == 0);
  CHECK(run.rows.size() == 1);
}
