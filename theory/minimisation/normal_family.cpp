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

namespace gancheck {
namespace {

/// The location, and the logarithm of the scale.
struct Place {
  double location, log_scale;
};

template <class T>
T density(const T& x, const T& location, const T& scale, const T& root_of_two_pi) {
  using std::exp;  // for double
  const T z = (x - location) / scale;
  return exp(-(z * z / 2)) / (scale * root_of_two_pi);
}

template <class T>
T density_of_data(const T& x, const T& mode, const T& root_of_two_pi) {
  const T one(1);
  return (density(x, T(-mode), one, root_of_two_pi) + density(x, mode, one, root_of_two_pi)) / 2;
}

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
      const double q = density(nodes_[i], place.location, scale, root_);
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

std::vector<Place> directions(Free free) {
  if (free == Free::location) return {{1, 0}, {-1, 0}};
  return {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, -1}, {1, -1}, {-1, 1}};
}

}  // namespace

std::string NormalLaw::specification() const {
  return fmt::format("normal({},{})", to_text(location), to_text(scale));
}

std::string TwoModes::specification() const {
  const std::string a = to_text(distance);
  return fmt::format("mixture(1/2*normal(-{},1),1/2*normal({},1))", a, a);
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
    c.q.push_back(density(x, location, scale, root));
  }
  return c;
}

NormalFit fit_normal_law(const TwoModes& data, const NormalLaw& start, Free free) {
  const ValueOfNormalLaws value_of(data);
  const std::string from = "P = " + data.specification() + ", from " + start.specification();
  NormalFit fit{start, start, 0, {{from, from}, {"step", "location", "scale", "value"}, {}}};
  Place at{exactly<double>(start.location), std::log(exactly<double>(start.scale))};
  double least = value_of(at);
  const auto keep = [&] {
    fit.course.rows.push_back(
        {static_cast<double>(fit.course.rows.size()), at.location, std::exp(at.log_scale), least});
  };
  const auto moves = [&](double distance) {
    for (const Place& direction : directions(free)) {
      const Place next{at.location + distance * direction.location,
                       at.log_scale + distance * direction.log_scale};
      const double value = value_of(next);
      if (!(value < least)) continue;
      at = next;
      least = value;
      return true;
    }
    return false;
  };
  keep();
  for (double distance = 1; distance > 0x1p-24;) {
    if (moves(distance))
      keep();
    else
      distance /= 2;
  }
  fit.found = law_at(at);
  fit.value = least;
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
