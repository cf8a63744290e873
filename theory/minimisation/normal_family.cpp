#include "theory/minimisation/normal_family.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <numbers>
#include <stdexcept>

#include "numerics/number/infinity.hpp"
#include "numerics/number/rounded.hpp"
#include "numerics/number/special_functions.hpp"
#include "numerics/sum.hpp"
#include "theory/formulas.hpp"
#include "theory/minimisation/compass_search.hpp"

namespace gancheck {
namespace {

/// The location, and the logarithm of the scale.
struct Place {
  double location, log_scale;
};

constexpr int nodes_per_unit = 8;
std::vector<Rational> nodes(const TwoModes& data) {
  const Rational end = data.distance + 9;
  std::vector<Rational> all;
  for (Rational x = 0; x <= end; x += Rational(1, nodes_per_unit)) {
    all.push_back(x);
    if (x != 0) all.push_back(-x);
  }
  return all;
}

/// C of the data and normal laws on the nodes, in doubles.
class ValueOfNormalLaws {
 public:
  explicit ValueOfNormalLaws(const TwoModes& data) {
    for (const Rational& x : nodes(data)) {
      nodes_.push_back(exactly<double>(x));
      data_.push_back(density_of_data(nodes_.back(), exactly<double>(data.distance), root_));
    }
  }
  double operator()(const Place& place) const {
    const double scale = std::exp(place.log_scale);
    if (scale < 0.5) return infinity;
    std::vector<double> terms;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const double q = normal_density(nodes_[i], place.location, scale, root_);
      if (data_[i] > 0 && q > 0) terms.push_back(formulas::value_at_optimum(data_[i], q));
    }
    return sum(std::span<const double>(terms)) / nodes_per_unit;
  }

 private:
  double root_ = std::sqrt(2 * std::numbers::pi);
  std::vector<double> nodes_, data_;
};

Rational to_five_decimals(double x) {
  constexpr std::int64_t unit = 100000;
  return {std::llround(x * static_cast<double>(unit)), unit};
}

NormalLaw law_at(const Place& place) {
  return {to_five_decimals(place.location), to_five_decimals(std::exp(place.log_scale))};
}

std::vector<std::vector<double>> directions(Free free) {
  if (free == Free::location) return {{1, 0}, {-1, 0}};
  return {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, -1}, {1, -1}, {-1, 1}};
}

}  // namespace

std::string NormalLaw::specification() const {
  return fmt::format("normal({},{})", to_text(location), to_text(scale));
}

Columns<Tracked> on_nodes(const TwoModes& data, const NormalLaw& law) {
  const Tracked root = rounded(sqrt(2 * pi()));
  const auto mode = exactly<Tracked>(data.distance);
  const auto location = exactly<Tracked>(law.location), scale = exactly<Tracked>(law.scale);
  Columns<Tracked> c;
  for (const Rational& node : nodes(data)) {
    const auto x = exactly<Tracked>(node);
    c.weight.push_back(exactly<Tracked>(Rational(1, nodes_per_unit)));
    c.p.push_back(density_of_data(x, mode, root));
    c.q.push_back(normal_density(x, location, scale, root));
  }
  return c;
}

NormalFit fit_normal_law(const TwoModes& data, const NormalLaw& start, Free free) {
  const ValueOfNormalLaws value_of(data);
  const std::string of = "P = " + data.specification();
  NormalFit fit{
      start,
      start,
      0,
      {{of + ", from " + start.specification(), of + "，由 " + start.specification() + " 出发"},
       {"step", "location", "scale", "value"},
       {}}};
  const auto place = [](const std::vector<double>& x) { return Place{x[0], x[1]}; };
  const auto keep = [&](const std::vector<double>& x, double value) {
    fit.value = value;
    fit.course.rows.push_back({static_cast<double>(fit.course.rows.size()), place(x).location,
                               std::exp(place(x).log_scale), value});
  };
  const auto found = compass_search(
      {exactly<double>(start.location), std::log(exactly<double>(start.scale))}, directions(free),
      0x1p-24, [&](const std::vector<double>& x) { return value_of(place(x)); }, keep);
  fit.found = law_at(place(found));
  return fit;
}

NormalFit best_normal_law(const TwoModes& data, const std::vector<NormalLaw>& starts, Free free) {
  if (starts.empty()) throw std::invalid_argument("a search needs a start");
  NormalFit best = fit_normal_law(data, starts.front(), free);
  for (const NormalLaw& start : starts) {
    NormalFit fit = fit_normal_law(data, start, free);
    if (fit.value < best.value) best = std::move(fit);
  }
  return best;
}

}  // namespace gancheck
