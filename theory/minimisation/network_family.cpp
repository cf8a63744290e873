#include "theory/minimisation/network_family.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

#include "numerics/distribution/maps/network_map.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/integral/kronrod.hpp"
#include "numerics/number/infinity.hpp"
#include "numerics/number/rounded.hpp"
#include "numerics/number/special_functions.hpp"
#include "numerics/sum.hpp"
#include "theory/formulas.hpp"
#include "theory/minimisation/compass_search.hpp"

namespace gancheck {
namespace {

/// G in doubles.
struct Slopes {
  double height;
  std::vector<double> slopes;
};

/// Where both laws have nothing left.
constexpr double end_of_noise = 8, beyond_a_mode = 8;

/// A stretch between bends, on which G(z) = height + slope (z - base).
struct Stretch {
  double from, to, base, height, slope;
  double image(double z) const { return height + slope * (z - base); }
};

/// To the left of the first bend, between bends, to the right of the last one; as far out as the
/// noise or the data reach.
std::vector<Stretch> stretches(const Slopes& g, double mode) {
  std::vector<double> bends;
  for (const Rational& t : GrowingNetwork::bends()) bends.push_back(exactly<double>(t));
  const double end = mode + beyond_a_mode;
  const double first = bends.front() - std::max(0.0, (g.height + end) / g.slopes.front());
  std::vector<Stretch> all = {
      {std::min(-end_of_noise, first), bends.front(), bends.front(), g.height, g.slopes.front()}};
  double height = g.height;
  for (std::size_t k = 0; k + 1 < bends.size(); ++k) {
    all.push_back({bends[k], bends[k + 1], bends[k], height, g.slopes[k + 1]});
    height += g.slopes[k + 1] * (bends[k + 1] - bends[k]);
  }
  const double last = bends.back() + std::max(0.0, (end - height) / g.slopes.back());
  all.push_back(
      {bends.back(), std::max(end_of_noise, last), bends.back(), height, g.slopes.back()});
  return all;
}

/// `take(stretch, z, dz)` at every node; panels are no longer than 1 in z nor than 2 in G(z).
template <class TakeNode>
void for_each_node(const std::vector<Stretch>& all, const TakeNode& take) {
  for (const Stretch& s : all) {
    const double length = s.to - s.from;
    const double panels = std::ceil(std::max(length, length * s.slope / 2));
    for (double k = 0; k < panels; ++k) {
      const double from = s.from + length * (k / panels), to = s.from + length * ((k + 1) / panels);
      for (std::size_t i = 0; i < kronrod::points; ++i)
        take(s, kronrod::node(from, to, i), (to - from) / 2 * kronrod::weight(i));
    }
  }
}

double value_in_doubles(double mode, const Slopes& g) {
  const double root = std::sqrt(2 * std::numbers::pi);
  std::vector<double> terms;
  for_each_node(stretches(g, mode), [&](const Stretch& s, double z, double dz) {
    const double p = density_of_data(s.image(z), mode, root);
    const double q = normal_density(z, 0.0, 1.0, root) / s.slope;
    if (p > 0 && q > 0) terms.push_back(s.slope * dz * formulas::value_at_optimum(p, q));
  });
  return sum(std::span<const double>(terms));
}

/// TV, and the largest |D* - 1/2| at a node where P has a density that doubles tell.
struct Distances {
  double tv, largest;
};
Distances distances(double mode, const Slopes& g) {
  const double root = std::sqrt(2 * std::numbers::pi);
  std::vector<double> terms;
  double largest = 0;
  for_each_node(stretches(g, mode), [&](const Stretch& s, double z, double dz) {
    const double p = density_of_data(s.image(z), mode, root);
    const double q = normal_density(z, 0.0, 1.0, root) / s.slope;
    terms.push_back(s.slope * dz * (std::abs(p - q) / 2));
    if (p > 0) largest = std::max(largest, std::abs(p / (p + q) - 0.5));
  });
  return {sum(std::span<const double>(terms)), largest};
}

Rational to_three_decimals(double x) {
  constexpr std::int64_t unit = 1000;
  return {std::llround(x * static_cast<double>(unit)), unit};
}

/// The height, and logarithms of slopes. Slopes below 1/16 and above 16 are not entered.
Slopes slopes_at(const std::vector<double>& place) {
  Slopes g{place[0], {}};
  for (std::size_t k = 1; k < place.size(); ++k) g.slopes.push_back(std::exp(place[k]));
  return g;
}
bool is_entered(const std::vector<double>& place) {
  const double most = std::log(16.0);
  return std::all_of(place.begin() + 1, place.end(),
                     [&](double log) { return std::abs(log) <= most; });
}

std::vector<std::vector<double>> axes(std::size_t dimension) {
  std::vector<std::vector<double>> directions;
  for (std::size_t i = 0; i < dimension; ++i)
    for (const double sign : {1.0, -1.0}) {
      directions.emplace_back(dimension, 0.0);
      directions.back()[i] = sign;
    }
  return directions;
}

}  // namespace

const std::vector<Rational>& GrowingNetwork::bends() {
  static const std::vector<Rational> all = {-1, Rational(-1, 2), 0, Rational(1, 2), 1};
  return all;
}

GrowingNetwork GrowingNetwork::identity() {
  return {bends().front(), std::vector<Rational>(bends().size() + 1, 1)};
}

/// s_0 z = s_0 max(0, z) - s_0 max(0, -z).
Network GrowingNetwork::network() const {
  Layer hidden{1, {1, -1}, {0, 0}, true};
  Layer last{2, {slopes.front(), -slopes.front()}, {}, false};
  for (std::size_t k = 0; k < bends().size(); ++k) {
    hidden.weight.emplace_back(1);
    hidden.bias.push_back(-bends()[k]);
    last.weight.push_back(slopes[k + 1] - slopes[k]);
  }
  last.inputs = hidden.outputs();
  last.bias = {height - slopes.front() * bends().front()};
  return Network({hidden, last});
}

Law GrowingNetwork::law() const {
  Law law = parse_law("normal(0,1)");
  apply(network(), law);
  return law;
}

Columns<Tracked> on_nodes(const TwoModes& data, const GrowingNetwork& generator) {
  const Tracked root = rounded(sqrt(2 * pi())), mode = exactly<Tracked>(data.distance);
  Slopes g{exactly<double>(generator.height), {}};
  for (const Rational& slope : generator.slopes) g.slopes.push_back(nearest_double(slope));
  Columns<Tracked> c;
  for_each_node(
      stretches(g, exactly<double>(data.distance)), [&](const Stretch& s, double z, double dz) {
        const Tracked slope = Tracked::exact(s.slope), at = Tracked::exact(z);
        const Tracked x = Tracked::exact(s.height) + slope * (at - Tracked::exact(s.base));
        c.weight.push_back(slope * Tracked::exact(dz));
        c.p.push_back(density_of_data(x, mode, root));
        c.q.push_back(normal_density(at, Tracked(0), Tracked(1), root) / slope);
      });
  return c;
}

NetworkFit fit_network(const TwoModes& data) {
  const double mode = exactly<double>(data.distance);
  const GrowingNetwork start = GrowingNetwork::identity();
  NetworkFit fit{
      start, 0, {{"", ""}, {"step", "value", "jsd", "tv", "largest_distance_from_half"}, {}}};
  const std::string of = "P = " + data.specification();
  fit.course.name = {of + ", a network from G(z) = z", of + "，网络，由 G(z) = z 出发"};
  const auto keep = [&](const std::vector<double>& place, double value) {
    fit.value = value;
    const Distances d = distances(mode, slopes_at(place));
    fit.course.rows.push_back({static_cast<double>(fit.course.rows.size()), value,
                               (value + std::log(4)) / 2, d.tv, d.largest});
  };
  const auto value = [&](const std::vector<double>& place) {
    return is_entered(place) ? value_in_doubles(mode, slopes_at(place)) : infinity;
  };
  std::vector<double> place(start.slopes.size() + 1, 0.0);
  place[0] = exactly<double>(start.height);
  place = compass_search(place, axes(place.size()), 0x1p-10, value, keep);
  const Slopes g = slopes_at(place);
  fit.found.height = to_three_decimals(g.height);
  for (std::size_t k = 0; k < g.slopes.size(); ++k)
    fit.found.slopes[k] = to_three_decimals(g.slopes[k]);
  return fit;
}

}  // namespace gancheck
