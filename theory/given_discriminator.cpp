#include "theory/given_discriminator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <limits>

#include "numerics/distribution/nearest_name.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/syntax.hpp"
#include "numerics/distribution/table.hpp"
#include "numerics/grid.hpp"
#include "numerics/number/rounded.hpp"
#include "theory/printed_quantity.hpp"

namespace gancheck {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr long sum_bits = 256;

Chance<Ball> logistic(const Ball& a) {
  // Both sides from e^-|a|, so that neither overflows nor is subtracted from one.
  const Ball small = exp(-abs(a)), both = Ball(1) + small;
  if (a.is_negative()) return {small / both, Ball(1) / both};
  return {Ball(1) / both, small / both};
}

GivenDiscriminator constant_discriminator(const Call& call) {
  const Rational c = numbers_of(call, 1, "constant(c)")[0];
  if (c < 0 || c > 1)
    refuse(call.arguments[0].place,
           fmt::format("a discriminator takes values from 0 to 1, not {}", shown(c)));
  return {call.text,
          [c](const Ball&) {
            return Chance<Ball>{exactly<Ball>(c), exactly<Ball>(Rational(1 - c))};
          },
          0,
          {}};
}

GivenDiscriminator logistic_discriminator(const Call& call) {
  const auto n = numbers_of(call, 2, "logistic(a,b)");
  const Rational a = n[0], b = n[1];
  return {call.text,
          [a, b](const Ball& x) { return logistic(exactly<Ball>(a) * x + exactly<Ball>(b)); },
          a,
          {}};
}

GivenDiscriminator table_discriminator(const Call& call) {
  Table table = read_table(call.arguments[0].path);
  GivenDiscriminator d{call.text, {}, 0, {}, true};
  for (Row& row : table.rows) {
    if (compare(row.weight, 1) > 0)
      throw BadSpecification(fmt::format(
          "{}, {} {}: the value {} of a discriminator is above 1: give values from 0 to 1",
          call.arguments[0].path, table.place, row.line, row.weight.text()));
    d.table.push_back({std::move(row.point), std::move(row.weight)});
  }
  std::stable_sort(d.table.begin(), d.table.end(),
                   [](const Atom& x, const Atom& y) { return compare(x.at, y.at) < 0; });
  return d;
}

/// D and 1 - D at a point of the grid.
Chance<Ball> chance_at(const GivenDiscriminator& d, const Real& x) {
  if (!d.is_table) return d.at(x.enclose());
  const auto found = std::lower_bound(
      d.table.begin(), d.table.end(), x,
      [](const Atom& row, const Real& point) { return compare(row.at, point) < 0; });
  if (found == d.table.end() || compare(found->at, x) != 0)
    throw BadSpecification(
        fmt::format("{} has no value at the point {}: add it", d.text, x.text()));
  return {found->mass.enclose(), (Real(1) - found->mass).enclose()};
}

/// V, the regret and the largest distance, collected over atoms and the continuous part.
struct Losses {
  Sum value, regret, distance;
  bool everything = false;  ///< V = -infinity, by rule

  void add_distance(const Tracked& x, double estimate) {
    distance.value = max(distance.value, x);
    distance.discretisation = std::max(distance.discretisation, estimate);
  }
};

/// Only a positive chance can bear a positive mass.
bool is_fatal(const Ball& mass, const Ball& chance) {
  return chance.is_zero() && !mass.is_zero();
}

void add_atoms(const Densities& d, const GivenDiscriminator& discriminator, Losses& losses) {
  const BallPrecision precision(sum_bits);
  Ball value(0), regret(0);
  bool fatal = false;
  for (std::size_t i = 0; i < d.grid.size(); ++i) {
    if (d.data[i].is_zero() && d.generator[i].is_zero()) continue;
    const Ball p = d.data[i].enclose(), q = d.generator[i].enclose();
    const Chance<Ball> chance = chance_at(discriminator, d.grid.points[i]);
    losses.add_distance(rounded(abs(chance.yes - formulas::optimal_discriminator(p, q).yes)), 0);
    fatal |= is_fatal(p, chance.yes) || is_fatal(q, chance.no);
    if (fatal) continue;
    value = value + formulas::value_density(p, q, chance);
    regret = regret + formulas::regret_density(p, q, chance);
  }
  losses.value.value = rounded(value);
  losses.regret.value = rounded(regret);
  losses.everything = fatal;
}

/// A bound of the sum of -m_j (log D + log(1-D)) over a tail, from m_j <= m_0 ratio^j; -log D moves
/// by at most |a| times the way.
double tail_beyond(const Tail& tail, const GivenDiscriminator& d) {
  if (d.is_table || (!tail.located && d.slope != 0)) return infinity;
  const Chance<Ball> at_first = d.at(exactly<Ball>(tail.first));
  const Ball ratio = tail.ratio_above.enclose(), rest = Ball(1) - ratio;
  const Ball first = -log(at_first.yes) - log(at_first.no);
  const Ball step = abs(exactly<Ball>(Rational(d.slope * tail.step))) * 2;
  const Ball sum = tail.first_mass.enclose() * (first / rest + step * ratio / (rest * rest));
  return sum.is_finite() ? std::max(0.0, sum.upper()) : infinity;
}

void add_tails(const Densities& d, const GivenDiscriminator& discriminator, Losses& losses) {
  for (const auto* tails : {&d.data_tails, &d.generator_tails})
    for (const Tail& tail : *tails) {
      const double bound = tail_beyond(tail, discriminator);
      losses.value.truncation += bound;
      losses.regret.truncation += bound;
    }
}

/// Whether -log D, which grows like |a x|, has a finite integral over the law's density where D
/// tends to 0: below for a > 0.
std::optional<bool> bears_slope(const Law& law, bool below) {
  std::optional<bool> finite = true;
  for (const Piece& piece : law.pieces) {
    const End& end = below ? piece.lower : piece.upper;
    if (end.at) continue;
    const auto here = is_integrable(end.growth, {0, Rational(1), std::nullopt});
    if (here && !*here) return false;
    if (!here) finite = std::nullopt;
  }
  return finite;
}

Sum plus(const Sum& sum, const Share& share) {
  return {sum.value + share.value, sum.truncation + share.truncation,
          sum.discretisation + share.discretisation, sum.by_rule};
}

/// |D - D*| at t. At a point of a stretch D* is p/(p+q) with both densities enclosed.
double distance_at(const Stretch& stretch, double t, const GivenDiscriminator& d) {
  const BallPrecision precision(128);
  const DensityPair pq = densities_at(stretch, t);
  const Ball x = stretch.anchor.enclose() + stretch.offset(t).value();
  return abs(d.at(x).yes - formulas::optimal_discriminator(pq.p.value, pq.q.value).yes).midpoint();
}

/// The largest |D - D*| over the nodes, and again by a search for the maximum about the best one:
/// what both differ by estimates what a finer search would find.
void add_distances(const ContinuousPart& part, const GivenDiscriminator& d, Losses& losses) {
  const auto& nodes = part.nodes();
  const auto distance = [&](const QuadratureNode& node) {
    return distance_at(part.panels().stretches[node.stretch], node.at, d);
  };
  double best = 0;
  std::size_t at = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const double here = distance(nodes[i]);
    if (here > best) best = here, at = i;
  }
  const auto same_stretch = [&](std::size_t i) { return nodes[i].stretch == nodes[at].stretch; };
  const double from = at > 0 && same_stretch(at - 1) ? nodes[at - 1].at : nodes[at].at;
  const double to = at + 1 < nodes.size() && same_stretch(at + 1) ? nodes[at + 1].at : nodes[at].at;
  const Stretch& stretch = part.panels().stretches[nodes[at].stretch];
  constexpr int half_of_the_digits = std::numeric_limits<double>::digits / 2;
  const auto found = boost::math::tools::brent_find_minima(
      [&](double t) { return -distance_at(stretch, t, d); }, from, to, half_of_the_digits);
  const double largest = std::max(best, -found.second);
  losses.add_distance(Tracked::within(largest, 4 * 0x1p-53), largest - best);
}

void add_continuous_part(const Law& data, const Law& generator, const GivenDiscriminator& d,
                         Losses& losses) {
  if (d.is_table)
    throw BadSpecification(d.text +
                           " gives D on a finite space, and a law here has a density: give "
                           "constant(c) or logistic(a,b)");
  const ContinuousPart part(data, generator, d.at);
  losses.value = plus(losses.value, part.value_at_discriminator());
  losses.regret = plus(losses.regret, part.regret());
  add_distances(part, d, losses);
  if (d.slope == 0) {
    const Chance<Ball> c = d.at(Ball(0));
    const bool fatal =
        (!data.pieces.empty() && c.yes.is_zero()) || (!generator.pieces.empty() && c.no.is_zero());
    losses.everything |= fatal;
    return;
  }
  const auto p = bears_slope(data, d.slope > 0), q = bears_slope(generator, d.slope < 0);
  losses.everything |= (p && !*p) || (q && !*q);
  if (!p || !q) losses.value.truncation = losses.regret.truncation = infinity;
}

}  // namespace

GivenDiscriminator parse_discriminator(std::string_view text) {
  const Call call = parse_call(text);
  if (call.name == "constant") return constant_discriminator(call);
  if (call.name == "logistic") return logistic_discriminator(call);
  if (call.name == "file") return table_discriminator(call);
  refuse(call.place,
         fmt::format("there is no discriminator {}: did you mean {}?", in_quotes(call.name),
                     nearest_name(call.name, {"constant", "logistic", "file"})));
}

std::vector<Quantity> evaluate(const Law& data, const Law& generator,
                               const GivenDiscriminator& discriminator, Unit unit) {
  const Densities d = common_grid(data, generator);
  Losses losses;
  add_atoms(d, discriminator, losses);
  add_tails(d, discriminator, losses);
  if (!data.pieces.empty() || !generator.pieces.empty())
    add_continuous_part(data, generator, discriminator, losses);
  if (losses.everything) {
    losses.value = {Tracked::exact(-infinity), 0, 0, true};
    losses.regret = {Tracked::exact(infinity), 0, 0, true};
  }
  return {printed("value_at_discriminator", Dimension::information, in_unit(losses.value, unit)),
          printed("regret", Dimension::information, in_unit(losses.regret, unit)),
          printed("sup_distance", Dimension::none, losses.distance, 0, Range{Ball(0), Ball(1)})};
}

}  // namespace gancheck
