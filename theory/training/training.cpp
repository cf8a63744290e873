#include "theory/training/training.hpp"

#include <fmt/format.h>

#include <limits>
#include <stdexcept>

#include "numerics/distribution/maps/network_map.hpp"
#include "theory/divergence/printed_quantity.hpp"
#include "theory/divergence/sums/sums.hpp"
#include "theory/pairs/density_grid.hpp"
#include "theory/training/draws.hpp"

namespace gancheck {
namespace {

Eigen::RowVectorXd points_of(const Grid& grid) {
  Eigen::RowVectorXd points(static_cast<Eigen::Index>(grid.size()));
  for (std::size_t i = 0; i < grid.size(); ++i)
    points[static_cast<Eigen::Index>(i)] = exactly<double>(grid.points[i]);
  return points;
}

/// mass·log of the chance whose logit is `a`; 0·log 0 = 0.
Tracked mass_times_log_chance(const Tracked& mass, double a) {
  if (is_exactly_zero(mass)) return Tracked(0);
  const Tracked log_chance = -softplus(Tracked::exact(-a));
  return log_chance.value() == -std::numeric_limits<double>::infinity() ? log_chance
                                                                        : mass * log_chance;
}

TrainingRow row_of(int step, const Law& data, const Law& noise, const Players& players) {
  const Law made = law_of_generator(noise, players.generator, step);
  const Sums sums = add_up(data, made);
  return {step, value_on_grid(grid_of(data, made), players.discriminator),
          total_of(sums[Divergence::value]), total_of(sums[Divergence::jsd]),
          total_of(sums[Divergence::tv])};
}

std::string trouble_of(const Players& players, int step) {
  const bool of_d = !is_finite(players.discriminator);
  if (!of_d && is_finite(players.generator)) return "";
  return fmt::format(
      "the weights of the {} are no longer finite after step {}: give smaller rates "
      "(--rate-discriminator, --rate-generator)",
      of_d ? "discriminator" : "generator", step);
}

void record(int step, const Law& data, const Law& noise, Training& run) {
  try {
    run.rows.push_back(row_of(step, data, noise, run.players));
  } catch (const std::domain_error& error) {
    run.trouble = fmt::format("the law of G(z) after step {}: {}", step, error.what());
  }
}

}  // namespace

Tracked value_on_grid(const Densities& densities, const Layers& discriminator) {
  const Columns<Tracked> c = columns<Tracked>(densities);
  const Eigen::MatrixXd logits = activations_of(discriminator, points_of(densities.grid)).back();
  std::vector<Tracked> terms;
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (is_null(c, i)) continue;
    const double a = logits(0, static_cast<Eigen::Index>(i));
    terms.push_back(c.weight[i] *
                    (mass_times_log_chance(c.p[i], a) + mass_times_log_chance(c.q[i], -a)));
  }
  return sum(std::span<const Tracked>(terms));
}

Law law_of_generator(const Law& noise, const Layers& generator, int step) {
  Law law = noise;
  apply(exact_network(generator), law);
  law.table_length.reset();
  // Laws and their densities are told apart by their specifications.
  law.specification = fmt::format("pushforward({},network(step {}))", noise.specification, step);
  return law;
}

Training train(const Law& data, const Law& noise, Layers generator, const TrainingOptions& options,
               const std::function<bool(int)>& go_on) {
  std::mt19937_64 random(options.seed);
  Training run{{}, {initial_discriminator(options.width, random), std::move(generator)}, ""};
  Players& players = run.players;
  run.rows.push_back(row_of(0, data, noise, players));
  const Draws data_draws(data), noise_draws(noise);
  for (int step = 1; step <= options.steps; ++step) {
    for (int k = 0; k < options.discriminator_steps; ++k) {
      const Eigen::RowVectorXd x = data_draws.take(options.batch, random);
      const Eigen::RowVectorXd z = noise_draws.take(options.batch, random);
      move_along(players.discriminator, discriminator_gradient(players, x, z),
                 options.rate_discriminator);
    }
    const Eigen::RowVectorXd z = noise_draws.take(options.batch, random);
    move_along(players.generator, generator_gradient(players, z, options.objective),
               -options.rate_generator);
    run.trouble = trouble_of(players, step);
    if (run.trouble.empty() && (step % options.every == 0 || step == options.steps))
      record(step, data, noise, run);
    if (!run.trouble.empty()) break;
    if (go_on && !go_on(step)) {
      if (run.rows.back().step != step) record(step, data, noise, run);
      run.was_stopped = true;
      run.trouble = fmt::format("stopped after step {}: the rows up to there are written", step);
      break;
    }
  }
  return run;
}

}  // namespace gancheck
