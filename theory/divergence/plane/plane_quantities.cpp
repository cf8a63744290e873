#include "theory/divergence/plane/plane_quantities.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "numerics/distribution/densities/densities.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/infinity.hpp"
#include "numerics/number/numeral.hpp"
#include "theory/divergence/plane/direct_beyond.hpp"
#include "theory/divergence/plane/reduction.hpp"
#include "theory/divergence/plane/tensor_sums.hpp"
#include "theory/divergence/printed_quantity.hpp"
#include "theory/divergence/truncation.hpp"

namespace gancheck {
namespace {

constexpr std::size_t of_jsd = 0;
/// Of weights and panel ends (numerics/integral/integrate.hpp), on both axes.
constexpr double rounding_of_weights = 0x1p-50;

double total(const std::vector<double>& differences) {
  double sum = 0;
  for (const double d : differences) sum += d;
  return sum;
}

double discretisation(const TensorSums& sums, std::size_t k) {
  constexpr std::size_t of_tv = 5;
  return total(sums.difference_x[k]) + total(sums.difference_y[k]) +
         rounding_of_weights * std::abs(sums.value[k]) + (k == of_tv ? sums.kinks : 0);
}

/// The panels that differ by more than a sixteenth of the worst one.
std::vector<std::size_t> worst(const std::vector<double>& differences, double most) {
  std::vector<std::size_t> panels;
  for (std::size_t i = 0; i < differences.size(); ++i)
    if (differences[i] > most / 16) panels.push_back(i);
  return panels;
}

double most_of(const std::vector<double>& differences) {
  return differences.empty() ? 0 : *std::max_element(differences.begin(), differences.end());
}

std::size_t points(const Axis& axis) {
  return static_cast<std::size_t>(axis.points().weight.size());
}

void refuse_if_too_large(std::size_t in_x, std::size_t in_y) {
  constexpr std::size_t most = std::size_t{1} << 26;
  if (in_x * in_y > most)
    throw std::domain_error(fmt::format(
        "a grid of {} times {} points would be needed: give laws with fewer or wider parts", in_x,
        in_y));
}

TensorSums refined(const PlaneLaw& data, const PlaneLaw& generator, Axis& x, Axis& y,
                   std::size_t most_points) {
  constexpr double target = 0x1p-44;
  constexpr std::size_t in_a_panel = 31;
  for (;;) {
    TensorSums sums = sum_over_tensor(data, generator, x, y);
    const std::vector<double>&by_x = sums.difference_x[of_jsd], &by_y = sums.difference_y[of_jsd];
    const double wanted = std::max(target * sums.value[of_jsd], sums.rounding[of_jsd]);
    if (total(by_x) + total(by_y) <= wanted) return sums;
    const double most = std::max(most_of(by_x), most_of(by_y));
    const auto in_x = worst(by_x, most), in_y = worst(by_y, most);
    const std::size_t before = points(x) * points(y);
    if ((points(x) + in_a_panel * in_x.size()) * (points(y) + in_a_panel * in_y.size()) >
        most_points)
      return sums;
    x.refine(in_x);
    y.refine(in_y);
    if (points(x) * points(y) == before) return sums;  // nothing to halve
  }
}

/// What a law has beyond the grid: its mass, and what its direct divergence has there; bounds.
struct Beyond {
  double mass = 0, direct = infinity;
};

constexpr double rounded_up = 1 + 0x1p-40;

/// Of each part.
std::vector<double> masses_beyond(const std::vector<double>& in_x,
                                  const std::vector<double>& in_y) {
  std::vector<double> masses;
  for (std::size_t k = 0; k < in_x.size(); ++k) masses.push_back((in_x[k] + in_y[k]) * rounded_up);
  return masses;
}

Beyond beyond(const PlaneLaw& law, const PlaneLaw& other, const std::vector<double>& masses) {
  Beyond all;
  for (std::size_t k = 0; k < law.parts.size(); ++k)
    all.mass += nearest_double(law.parts[k].weight) * masses[k] * rounded_up;
  all.direct = direct_beyond(law, other, masses);
  return all;
}

/// What the grid may have missed of a law of mass one: how far its own mass is off, and what both
/// rules differ by there. Nothing is known of that mass.
double missing(const Sum& mass) {
  const double off = std::abs(1 - mass.value.value()) - mass.value.error();
  const double lost = std::max(0.0, off) + mass.discretisation;
  return std::isfinite(off) && std::isfinite(lost) ? lost : infinity;
}

Sums sums_of(const TensorSums& t, const Beyond& data, const Beyond& generator) {
  const Truncation beyond = truncation_of(data.mass, generator.mass);
  const auto sum = [&](std::size_t k, double truncation) -> Sum {
    return {Tracked::within(t.value[k], t.rounding[k]), truncation, discretisation(t, k)};
  };
  Sums sums{.jsd = sum(of_jsd, beyond.jsd),
            .kl_data_mixture = sum(1, beyond.kl_data_mixture),
            .kl_generator_mixture = sum(2, beyond.kl_generator_mixture),
            .kl_data_generator = sum(3, t.data_is_alone ? infinity : data.direct),
            .kl_generator_data = sum(4, t.generator_is_alone ? infinity : generator.direct),
            .tv = sum(5, beyond.tv),
            .value = sum(6, beyond.value),
            .mass_data = sum(7, data.mass),
            .mass_generator = sum(8, generator.mass)};
  const double lost_data = missing(sums.mass_data), lost_generator = missing(sums.mass_generator);
  const double most_lost = std::max(lost_data, lost_generator);
  constexpr double noticeable = 0x1p-30;
  sums.missing_mass = most_lost > noticeable ? most_lost : 0;
  const Truncation lost = truncation_of(lost_data, lost_generator);
  sums.jsd.discretisation += lost.jsd;
  sums.kl_data_mixture.discretisation += lost.kl_data_mixture;
  sums.kl_generator_mixture.discretisation += lost.kl_generator_mixture;
  sums.tv.discretisation += lost.tv;
  sums.value.discretisation += lost.value;
  sums.mass_data.discretisation += lost_data;
  sums.mass_generator.discretisation += lost_generator;
  if (sums.missing_mass > 0)
    sums.kl_data_generator.truncation = sums.kl_generator_data.truncation = infinity;
  return sums;
}

Sums add_up(const PlaneLaw& data, const PlaneLaw& generator, std::size_t most_points) {
  Axis x(data, generator, 0), y(data, generator, 1);
  refuse_if_too_large(points(x), points(y));
  const TensorSums t = refined(data, generator, x, y, most_points);
  Sums sums =
      sums_of(t, beyond(data, generator, masses_beyond(x.data_beyond(), y.data_beyond())),
              beyond(generator, data, masses_beyond(x.generator_beyond(), y.generator_beyond())));
  if (are_one_law(data, generator))
    set_equal(1, sums);
  else if (!t.overlap && are_disjoint(data, generator))
    set_disjoint(1, 1, sums);
  return sums;
}

Law normal_at(const Rational& mean) {
  return law_of(normal_density(mean, 1), {});
}

/// N(0,1) and N(delta,1), for a squared delta. Every divergence grows with delta: for c < 1 the
/// kernel x -> c x + sqrt(1-c²) Z takes N(0,1) to itself and N(delta,1) to N(c delta,1), and no
/// kernel makes a divergence larger. So that of a rational delta below bounds it, and above.
std::vector<Quantity> of_shifted_normals(const Rational& squared, Unit unit, int digits) {
  constexpr int more = 12;
  const BallPrecision precision(4L * (digits + 2 * more) + 64);
  const Ball delta = sqrt(exactly<Ball>(squared));
  const Rational below = *read_decimal(delta.lower_text(digits + more));
  const Rational above = *read_decimal(delta.upper_text(digits + more));
  std::vector<Quantity> least = evaluate_enclosed(normal_at(0), normal_at(below), unit, digits);
  if (below == above) return least;
  const std::vector<Quantity> most =
      evaluate_enclosed(normal_at(0), normal_at(above), unit, digits);
  for (std::size_t k = 0; k < least.size(); ++k) least[k] = printed_between(least[k], most[k]);
  return least;
}

std::optional<PlaneQuantities> by_reduction(const PlaneLaw& data, const PlaneLaw& generator,
                                            Unit unit, int digits) {
  if (are_one_law(data, generator)) return std::nullopt;
  if (const auto laws = other_coordinates(data, generator))
    return PlaneQuantities{
        evaluate_enclosed(laws->first, laws->second, unit, digits),
        fmt::format(
            "one coordinate has the same law under both: the numbers are those of {} and {} "
            "on the line, exactly",
            laws->first.specification, laws->second.specification)};
  if (const auto squared = squared_distance_of_means(data, generator))
    return PlaneQuantities{
        of_shifted_normals(*squared, unit, digits),
        fmt::format("one covariance: whitened, the laws differ in one coordinate, and the numbers "
                    "are those of normal(0,1) and normal(sqrt({}),1) on the line, exactly",
                    to_text(*squared))};
  return std::nullopt;
}

}  // namespace

PlaneQuantities evaluate(const PlaneLaw& data, const PlaneLaw& generator, Unit unit,
                         std::size_t most_points) {
  return {printed_sums(add_up(data, generator, most_points), 1, 1, unit), ""};
}

PlaneQuantities evaluate_enclosed(const PlaneLaw& data, const PlaneLaw& generator, Unit unit,
                                  int digits, std::size_t most_points) {
  if (auto reduced = by_reduction(data, generator, unit, digits)) return std::move(*reduced);
  PlaneQuantities found = evaluate(data, generator, unit, most_points);
  for (Quantity& q : found.quantities)
    if (!q.rigorous) q.note = "not enclosed, since the pair lies in the plane; " + q.note;
  return found;
}

}  // namespace gancheck
