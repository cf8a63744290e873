#include "theory/divergence/plane/plane_quantities.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "numerics/distribution/densities/densities.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/infinity.hpp"
#include "numerics/number/numeral.hpp"
#include "theory/divergence/forms.hpp"
#include "theory/divergence/law_rules.hpp"
#include "theory/divergence/plane/direct.hpp"
#include "theory/divergence/plane/direct_beyond.hpp"
#include "theory/divergence/plane/reduction.hpp"
#include "theory/divergence/plane/supports.hpp"
#include "theory/divergence/plane/tensor_sums.hpp"
#include "theory/divergence/printed_quantity.hpp"
#include "theory/divergence/truncation.hpp"

namespace gancheck {
namespace {

/// Of weights and panel ends (numerics/integral/integrate.hpp), on both axes.
constexpr double rounding_of_weights = 0x1p-50;

double total(const std::vector<double>& differences) {
  double sum = 0;
  for (const double d : differences) sum += d;
  return sum;
}

/// What hides between two points.
double between_points(const TensorSums& sums, std::size_t k) {
  if (k == number_of(Divergence::tv)) return sums.kinks;
  if (k == number_of(Divergence::kl_data_generator)) return sums.corners.data;
  if (k == number_of(Divergence::kl_generator_data)) return sums.corners.generator;
  const bool is_root = k == tensor_squared_hellinger || k == tensor_affinity;
  return is_root ? sums.corners.roots : 0;
}

double discretisation(const TensorSums& sums, std::size_t k) {
  return total(sums.difference_x[k]) + total(sums.difference_y[k]) +
         rounding_of_weights * std::abs(sums.value[k]) + between_points(sums, k);
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

void refuse_if_too_large(std::size_t in_x, std::size_t in_y) {
  constexpr std::size_t most = std::size_t{1} << 26;
  if (in_x * in_y > most)
    throw std::domain_error(fmt::format(
        "a grid of {} times {} points would be needed: give laws with fewer or wider parts", in_x,
        in_y));
}

/// Each part makes panels of its own on both axes.
void refuse_many_parts(const PlaneLaw& law) {
  constexpr std::size_t most = 200;
  if (law.parts.size() > most)
    throw std::domain_error(
        fmt::format("{} has {} parts, and a grid in the plane takes at most {}: give fewer",
                    law.specification, law.parts.size(), most));
}

/// Which of the sums this is, if it is one.
std::optional<std::size_t> tensor_index(const BoundedDivergence* d) {
  if (d == &squared_hellinger()) return tensor_squared_hellinger;
  if (d == &affinity()) return tensor_affinity;
  return std::nullopt;
}

/// Halves the panels by which this sum is off most; whether there were any, and room.
bool halve_worst(const TensorSums& sums, std::size_t k, Axis& x, Axis& y, std::size_t most_points) {
  constexpr std::size_t in_a_panel = 31;
  const auto &by_x = sums.difference_x[k], &by_y = sums.difference_y[k];
  const double most = std::max(most_of(by_x), most_of(by_y));
  const auto in_x = worst(by_x, most), in_y = worst(by_y, most);
  const std::size_t before = x.size() * y.size();
  if ((x.size() + in_a_panel * in_x.size()) * (y.size() + in_a_panel * in_y.size()) > most_points)
    return false;
  x.refine(in_x);
  y.refine(in_y);
  return x.size() * y.size() != before;
}

/// Until JSD, and the roots if they are wanted, are near enough.
TensorSums refined(const PlaneLaw& data, const PlaneLaw& generator, const Wanted& wanted, Axis& x,
                   Axis& y, std::size_t most_points) {
  constexpr double target = 0x1p-44;
  const auto is_near = [&](const TensorSums& sums, std::size_t k) {
    return total(sums.difference_x[k]) + total(sums.difference_y[k]) <=
           std::max(target * sums.value[k], sums.rounding[k]);
  };
  std::vector<std::size_t> steering{number_of(Divergence::jsd)};
  for (const BoundedDivergence* d : wanted.bounded)
    if (const auto k = tensor_index(d)) steering.push_back(*k);
  for (;;) {
    TensorSums sums = sum_over_tensor(data, generator, x, y);
    const auto off = std::find_if_not(steering.begin(), steering.end(),
                                      [&](std::size_t k) { return is_near(sums, k); });
    if (off == steering.end() || !halve_worst(sums, *off, x, y, most_points)) return sums;
  }
}

constexpr double rounded_up = 1 + 0x1p-40;

/// Of each part.
std::vector<double> masses_beyond(const std::vector<double>& in_x,
                                  const std::vector<double>& in_y) {
  std::vector<double> masses;
  for (std::size_t k = 0; k < in_x.size(); ++k) masses.push_back((in_x[k] + in_y[k]) * rounded_up);
  return masses;
}

/// What the grid missed of each part: how far the mass that it finds of the part alone is off,
/// where rounding and what lies beyond do not explain it. A thin part of small weight shows here
/// alone.
std::vector<double> missed(const std::vector<PartMass>& found, const std::vector<double>& beyond) {
  std::vector<double> masses;
  for (std::size_t k = 0; k < found.size(); ++k) {
    const double off = std::abs(1 - found[k].value);
    const double explained = found[k].error + 2 * rounding_of_weights + beyond[k];
    masses.push_back(off <= explained ? 0 : off + explained);
    if (!std::isfinite(masses.back())) masses.back() = infinity;
  }
  return masses;
}

/// What a law has beyond the grid and between its points.
struct Unseen {
  double beyond = 0;            ///< mass, bounded
  double missed = 0;            ///< mass of which nothing is known
  double missed_of_a_part = 0;  ///< of the part that the grid finds least well, alone
  double direct = infinity;     ///< what the direct divergence has there
};

Unseen unseen(const PlaneLaw& law, const PlaneLaw& other, const std::vector<double>& beyond,
              const std::vector<PartMass>& found) {
  const std::vector<double> lost = missed(found, beyond);
  std::vector<double> both = beyond;
  Unseen u;
  for (std::size_t k = 0; k < lost.size(); ++k) {
    const double weight = nearest_double(law.parts[k].weight) * rounded_up;
    u.beyond += weight * beyond[k];
    u.missed += weight * lost[k];
    u.missed_of_a_part = std::max(u.missed_of_a_part, lost[k]);
    both[k] += lost[k];
  }
  u.direct = direct_beyond(law, other, both);
  return u;
}

Sums sums_of(const TensorSums& t, const Unseen& data, const Unseen& generator,
             const Wanted& wanted) {
  Truncation beyond = truncation_of(data.beyond, generator.beyond);
  beyond[direct_kl(Role::data)] = t.data_is_alone ? infinity : data.direct;
  beyond[direct_kl(Role::generator)] = t.generator_is_alone ? infinity : generator.direct;
  const auto sum = [&](std::size_t k, double truncation) -> Sum {
    return {Tracked::within(t.value[k], t.rounding[k]), truncation, discretisation(t, k)};
  };
  Sums sums;
  for (const Divergence d : all_divergences)
    sums[d] = number_of(d) < tensor_divergences ? sum(number_of(d), beyond[d])
                                                : Sum{Tracked(0), infinity};
  for (const BoundedDivergence* d : wanted.bounded) {
    const auto k = tensor_index(d);
    sums.bounded[d] = k ? sum(*k, beyond.of(*d)) : Sum{Tracked(0), infinity};
  }
  sums.mass = {sum(tensor_mass_data, data.beyond), sum(tensor_mass_generator, generator.beyond)};
  const double lost_data = data.missed + sums.mass.data.discretisation;
  const double lost_generator = generator.missed + sums.mass.generator.discretisation;
  constexpr double noticeable = 0x1p-30;
  const double most_lost =
      std::max({lost_data, lost_generator, data.missed_of_a_part, generator.missed_of_a_part});
  sums.missing_mass = most_lost > noticeable ? std::max(lost_data, lost_generator) : 0;
  const Truncation lost = truncation_of(lost_data, lost_generator);
  for (auto& [d, sum_of_d] : sums.bounded)
    sum_of_d.discretisation += lost.of(*d) + most_moved(*d, data.missed, generator.missed);
  for (const Divergence d : all_divergences) {
    if (!needs_domination(d))
      sums[d].discretisation += lost[d];
    else if (most_lost > noticeable)
      sums[d].truncation = infinity;
  }
  sums.mass.data.discretisation += lost_data;
  sums.mass.generator.discretisation += lost_generator;
  return sums;
}

Sums add_up(const PlaneLaw& data, const PlaneLaw& generator, const Wanted& wanted,
            std::size_t most_points) {
  for (const PlaneLaw* law : {&data, &generator}) refuse_many_parts(*law);
  Axis x(data, generator, 0), y(data, generator, 1);
  refuse_if_too_large(x.size(), y.size());
  x.evaluate();
  y.evaluate();
  const TensorSums t = refined(data, generator, wanted, x, y, most_points);
  Sums sums = sums_of(
      t, unseen(data, generator, masses_beyond(x.data_beyond(), y.data_beyond()), t.data_masses),
      unseen(generator, data, masses_beyond(x.generator_beyond(), y.generator_beyond()),
             t.generator_masses),
      wanted);
  for (const Role role : both_roles) sums.entropy.of(role).truncation = infinity;  // not added up
  const MassesOfPair masses = masses_of(1, 1, log(Ball(2)));
  if (are_one_law(data, generator))
    set_equal(masses, sums);
  else if (!t.overlap && are_disjoint(data, generator))
    set_disjoint(masses, sums);
  const Sum infinite{Tracked::exact(infinity), 0, 0, true};
  if (has_mass_alone(data, generator))
    sums[direct_kl(Role::data)] = sums[chi_square_of(Role::data)] = infinite;
  if (has_mass_alone(generator, data))
    sums[direct_kl(Role::generator)] = sums[chi_square_of(Role::generator)] = infinite;
  return sums;
}

Law normal_at(const Rational& mean) {
  return law_of(normal_density(mean, 1), {});
}

/// N(0,1) and N(delta,1), for a squared delta. Every divergence grows with delta: for c < 1 the
/// kernel x -> c x + sqrt(1-c²) Z takes N(0,1) to itself and N(delta,1) to N(c delta,1), and no
/// kernel makes a divergence larger. So that of a rational delta below bounds it, and above.
std::vector<Quantity> of_shifted_normals(const Rational& squared, Unit unit, int digits,
                                         const QuantityRows& rows) {
  constexpr int more = 12;
  const BallPrecision precision(4L * (digits + 2 * more) + 64);
  const Ball delta = sqrt(exactly<Ball>(squared));
  const Rational below = *read_decimal(delta.lower_text(digits + more));
  const Rational above = *read_decimal(delta.upper_text(digits + more));
  std::vector<Quantity> least =
      evaluate_enclosed(normal_at(0), normal_at(below), unit, digits, rows);
  if (below == above) return least;
  const std::vector<Quantity> most =
      evaluate_enclosed(normal_at(0), normal_at(above), unit, digits, rows);
  for (std::size_t k = 0; k < least.size(); ++k) least[k] = printed_between(least[k], most[k]);
  return least;
}

std::optional<PlaneQuantities> by_reduction(const PlaneLaw& data, const PlaneLaw& generator,
                                            Unit unit, int digits, const QuantityRows& rows) {
  if (are_one_law(data, generator)) return std::nullopt;
  // An entropy is that of both coordinates.
  if (std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.needs_entropy(); }))
    return std::nullopt;
  if (const auto laws = other_coordinates(data, generator)) {
    const std::string &p = laws->first.specification, &q = laws->second.specification;
    return PlaneQuantities{
        evaluate_enclosed(laws->first, laws->second, unit, digits, rows),
        Text{fmt::format("one coordinate has the same law under both: the numbers are those of {} "
                         "and {} on the line, exactly",
                         p, q),
             fmt::format("两分布有一个坐标同分布：这些数恰为直线上 {} 与 {} 的相应数值", p, q)}};
  }
  if (const auto squared = squared_distance_of_means(data, generator)) {
    const std::string delta = to_text(*squared);
    return PlaneQuantities{
        of_shifted_normals(*squared, unit, digits, rows),
        Text{fmt::format("one covariance: whitened, the laws differ in one coordinate, and the "
                         "numbers are those of normal(0,1) and normal(sqrt({}),1) on the line, "
                         "exactly",
                         delta),
             fmt::format("协方差相同：白化之后两分布只差一个坐标，这些数恰为直线上 normal(0,1) 与 "
                         "normal(sqrt({}),1) 的相应数值",
                         delta)}};
  }
  return std::nullopt;
}

/// In the place of what the grid has.
void enclose_direct(const PlaneLaw& data, const PlaneLaw& generator, Unit unit, int digits,
                    const QuantityRows& rows, std::vector<Quantity>& quantities) {
  const auto enclosed = [&](int n) {
    std::vector<Quantity> found;
    const auto both = direct_divergences(data, generator, n);
    if (!both) return found;
    EnclosedDivergences all;
    all.bits = both->bits;
    all[direct_kl(Role::data)] = both->data_generator;
    all[direct_kl(Role::generator)] = both->generator_data;
    for (const QuantityRow& row : rows)
      if (row.is_of_divergence() && is_direct(row.of))
        found.push_back(
            printed(row.name, row.dimension, formed(row, all, true), unit, n, both->bits));
    return found;
  };
  for (const Quantity& q : to_last_digit(digits, enclosed))
    for (Quantity& there : quantities)
      if (there.name == q.name && q.rigorous) there = q;
}

}  // namespace

PlaneQuantities evaluate(const PlaneLaw& data, const PlaneLaw& generator, Unit unit,
                         const QuantityRows& rows, std::size_t most_points) {
  std::vector<Quantity> found =
      printed_sums(add_up(data, generator, wanted_for(rows), most_points), 1, 1, unit, rows);
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const QuantityRow& row = rows[k];
    if (found[k].method != Method::not_bounded || row.mass || row.entropy) continue;
    if (row.is_of_divergence() && is_direct(row.of))
      found[k].notes = {
          {"no bound of it is known in the plane, but for two products, and for mixtures of "
           "normal laws",
           "在平面上，只对两个乘积分布以及正态分布的混合知道它的界"}};
    else if (row.bounded || needs_domination(row.of))
      found[k].notes = {{"it is not evaluated in the plane", "平面上不计算此量"}};
  }
  return {std::move(found), std::nullopt};
}

PlaneQuantities evaluate_enclosed(const PlaneLaw& data, const PlaneLaw& generator, Unit unit,
                                  int digits, const QuantityRows& rows, std::size_t most_points) {
  if (auto reduced = by_reduction(data, generator, unit, digits, rows)) return std::move(*reduced);
  PlaneQuantities found = evaluate(data, generator, unit, rows, most_points);
  if (!are_one_law(data, generator))
    enclose_direct(data, generator, unit, digits, rows, found.quantities);
  for (Quantity& q : found.quantities)
    if (!q.rigorous)
      q.notes.insert(q.notes.begin(), {"not enclosed, since the pair lies in the plane",
                                       "未得包含区间：此分布对在平面上"});
  return found;
}

}  // namespace gancheck
