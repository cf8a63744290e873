#include "theory/divergence/given_discriminator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <limits>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/log_ratio.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/labels.hpp"
#include "numerics/distribution/tables/table.hpp"
#include "numerics/line/grid.hpp"
#include "numerics/number/infinity.hpp"
#include "numerics/number/numeral.hpp"
#include "numerics/number/rounded.hpp"
#include "theory/divergence/enclosed/regret.hpp"
#include "theory/divergence/printed_quantity.hpp"

namespace gancheck {
namespace {

constexpr long sum_bits = 256;

LogChance logistic(const Ball& a) {
  if (a.contains_zero())
    return {{Ball(1) / (Ball(1) + exp(-a)), Ball(1) / (Ball(1) + exp(a))},
            -soft_plus(-a),
            -soft_plus(a)};
  // Both sides from e^-|a|, so that neither overflows nor is subtracted from one.
  const Ball small = exp(-abs(a)), both = Ball(1) + small;
  Chance<Ball> chance{Ball(1) / both, small / both};
  if (a.is_negative()) std::swap(chance.yes, chance.no);
  return {chance, -soft_plus(-a), -soft_plus(a)};
}

LogChance log_chance(const Chance<Ball>& chance) {
  return {chance, log(chance.yes), log(chance.no)};
}

/// Where a logistic function changes: its centre, and 2^k of its lengths on either side, out to
/// where its smaller value is e^-1024.
std::vector<Real> changes_of(const Rational& a, const Rational& b) {
  if (a == 0) return {};
  std::vector<Real> points{Rational(-b / a)};
  constexpr int rungs = 10;
  Rational step = 1 / abs(a);
  for (int k = 0; k <= rungs; ++k, step *= 2) {
    points.emplace_back(Rational(-b / a - step));
    points.emplace_back(Rational(-b / a + step));
  }
  return points;
}

GivenDiscriminator constant_discriminator(const Call& call) {
  const Rational c = numbers_of(call, 1, "constant(c)")[0];
  if (c < 0 || c > 1)
    refuse(call.arguments[0].place,
           fmt::format("a discriminator takes values from 0 to 1, not {}", shown(c)));
  return {call.text,
          [c](const Ball&) {
            return log_chance({exactly<Ball>(c), exactly<Ball>(Rational(1 - c))});
          },
          0,
          0,
          {},
          {}};
}

GivenDiscriminator logistic_discriminator(const Call& call) {
  const auto n = numbers_of(call, 2, "logistic(a,b)");
  const Rational &a = n[0], &b = n[1];
  return {call.text,
          [a, b](const Ball& x) { return logistic(exactly<Ball>(a) * x + exactly<Ball>(b)); },
          a,
          b,
          changes_of(a, b),
          {}};
}

std::string point_text(const GivenDiscriminator& d, const Real& point) {
  return d.on_labels ? label_at(point) : "the point " + point.text();
}

GivenDiscriminator table_discriminator(const Call& call) {
  ValueTable table = read_table(call.arguments[0].path, options_of(call), "value");
  const auto refuse_row = [&](std::size_t row, const std::string& what) {
    throw BadSpecification(
        fmt::format("{}, {} {}: {}", call.arguments[0].path, table.place, table.lines[row], what));
  };
  for (std::size_t i = 0; i < table.entries.size(); ++i) {
    const Real value = table.entries[i].mass;
    if (compare(value, 1) > 0 || compare(value, 0) < 0)
      refuse_row(
          i, fmt::format("the value {} of a discriminator: give values from 0 to 1", value.text()));
  }
  GivenDiscriminator d{call.text, {}, 0, 0, {}, std::move(table.entries.listed()), true};
  d.on_labels = table.on == ValueTable::On::labels;
  std::stable_sort(d.table.begin(), d.table.end(),
                   [](const Atom& x, const Atom& y) { return compare(x.at, y.at) < 0; });
  const auto twice =
      std::adjacent_find(d.table.begin(), d.table.end(),
                         [](const Atom& x, const Atom& y) { return compare(x.at, y.at) == 0; });
  if (twice != d.table.end())
    throw BadSpecification(fmt::format("{}: D has two values at {}: give one",
                                       call.arguments[0].path, point_text(d, twice->at)));
  return d;
}

/// D and 1 - D at a point of the grid.
Chance<Ball> chance_at(const GivenDiscriminator& d, const Real& x) {
  if (!d.is_table) return d.at(x.enclose()).chance;
  const auto found = std::lower_bound(
      d.table.begin(), d.table.end(), x,
      [](const Atom& row, const Real& point) { return compare(row.at, point) < 0; });
  if (found == d.table.end() || compare(found->at, x) != 0)
    throw BadSpecification(fmt::format("{} has no value at {}: add it", d.text, point_text(d, x)));
  return {found->mass.enclose(), (Real(1) - found->mass).enclose()};
}

/// V, the regret and the largest distance, collected over atoms and the continuous part.
struct Losses {
  Sum value, regret, distance;
  bool everything = false;  ///< V = -infinity, by rule
  double reach = 0;

  /// What is not seen may be as far from D* as this.
  void may_reach(double most) { reach = std::max(reach, most); }
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

}  // namespace

LogChance log_chance_at(const GivenDiscriminator& d, const Real& x) {
  return d.is_table ? log_chance(chance_at(d, x)) : d.at(x.enclose());
}

/// From m_j <= m_0 ratio^j; -log D moves by at most |a| times the way.
double tail_beyond(const Tail& tail, const GivenDiscriminator& d) {
  if (d.is_table || (!tail.located && d.slope != 0)) return infinity;
  const LogChance at_first = d.at(exactly<Ball>(tail.first));
  const Ball ratio = tail.ratio_above.enclose(), rest = Ball(1) - ratio;
  const Ball first = -at_first.log_yes - at_first.log_no;
  const Ball step = abs(exactly<Ball>(Rational(d.slope * tail.step))) * 2;
  const Ball sum = tail.first_mass.enclose() * (first / rest + step * ratio / (rest * rest));
  return sum.is_finite() ? std::max(0.0, sum.upper()) : infinity;
}

namespace {

void add_tails(const Densities& d, const GivenDiscriminator& discriminator, Losses& losses) {
  for (const auto* tails : {&d.data_tails, &d.generator_tails})
    for (const Tail& tail : *tails) {
      const double bound = tail_beyond(tail, discriminator);
      losses.value.truncation += bound;
      losses.regret.truncation += bound;
    }
}

/// D* by log(p/q), which is known also where one density is below every number in use.
Ball optimum_at(const Stretch& stretch, double t) {
  const DensityPair pq = densities_at(stretch, t);
  if (pq.q.value.is_zero()) return Ball(1);
  if (pq.p.value.is_zero()) return Ball(0);
  return logistic(pq.p.log - pq.q.log).chance.yes;
}

Tracked distance_at(const Stretch& stretch, double t, const GivenDiscriminator& d) {
  const BallPrecision precision(128);
  const Ball x = stretch.anchor.enclose() + stretch.offset(t).value();
  return rounded(abs(d.at(x).chance.yes - optimum_at(stretch, t)));
}

/// The largest |D - D*| over the nodes, and again by a search for the maximum about the best one:
/// what both differ by, and at least a unit of the last place, estimates what lies between.
void add_nodes(const ContinuousPart& part, const GivenDiscriminator& d, Losses& losses) {
  const auto& nodes = part.nodes();
  if (nodes.empty()) return;
  const auto stretch_of = [&](std::size_t i) -> const Stretch& {
    return part.panels().stretches[nodes[i].stretch];
  };
  Tracked best(0);
  std::size_t at = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Tracked here = distance_at(stretch_of(i), nodes[i].at, d);
    losses.add_distance(here, 0);
    if (here.value() > best.value()) best = here, at = i;
  }
  const auto neighbour = [&](std::size_t i) {
    return i < nodes.size() && nodes[i].stretch == nodes[at].stretch ? nodes[i].at : nodes[at].at;
  };
  constexpr int half_of_the_digits = std::numeric_limits<double>::digits / 2;
  const auto found = boost::math::tools::brent_find_minima(
      [&](double t) { return -distance_at(stretch_of(at), t, d).value(); }, neighbour(at - 1),
      neighbour(at + 1), half_of_the_digits);
  const Tracked largest = distance_at(stretch_of(at), found.first, d);
  // An estimate of 0 proves nothing.
  losses.add_distance(largest, std::abs(largest.value() - best.value()) + best.value() * 0x1p-52 +
                                   std::numeric_limits<double>::min());
}

/// At the ends of the panels, where a supremum may be that no inner point reaches, and at the cuts.
/// An end at which a density vanishes or has no value is left to the nodes next to it.
void add_ends(const ContinuousPart& part, const GivenDiscriminator& d, Losses& losses) {
  const auto add = [&](std::size_t stretch, double t) {
    const Tracked here = distance_at(part.panels().stretches[stretch], t, d);
    if (std::isfinite(here.value()) && std::isfinite(here.error())) losses.add_distance(here, 0);
  };
  for (const Panel& panel : part.panels().panels) {
    add(panel.stretch, panel.from);
    add(panel.stretch, panel.to);
  }
  for (const Cut& cut : part.panels().cuts) add(cut.stretch, cut.at);
}

/// The cut of a tail at the left or right end of the line where both laws go on.
const Cut* tail_cut(const ContinuousPart& part, bool below) {
  for (const Cut& cut : part.panels().cuts) {
    const Stretch& s = part.panels().stretches[cut.stretch];
    const int side = s.side == 0 ? cut.direction : cut.direction < 0 ? 0 : s.side;
    if (side == (below ? -1 : 1) && !s.data.empty() && !s.generator.empty()) return &cut;
  }
  return nullptr;
}

/// Whether log(p/q) shows where it tends beyond the cut: it does not move between there and twice
/// as far out, or D* is 0 or 1 to all digits at both.
bool is_settled(const ContinuousPart& part, const Cut& cut) {
  constexpr double saturated = 40, still = 0x1p-40;
  const BallPrecision precision(128);
  const Stretch& s = part.panels().stretches[cut.stretch];
  const double x = (s.anchor.enclose() + s.offset(cut.at).value()).midpoint();
  const double step = s.side == 0 ? std::abs(x) + 1 : std::abs(cut.at) + 1;
  const auto log_ratio = [&](double t) {
    return (log_density_at(s, s.data, t) - log_density_at(s, s.generator, t)).midpoint();
  };
  const double here = log_ratio(cut.at), there = log_ratio(cut.at + cut.direction * step);
  const bool same_side = std::abs(here) >= saturated && std::abs(there) >= saturated &&
                         std::signbit(here) == std::signbit(there);
  return same_side || std::abs(there - here) <= still * std::abs(here);
}

/// Where both laws go on to infinity, D* tends to 0 or 1 as one of both dies out faster there; D
/// tends to 0 or 1 if it is not constant. Where both die out alike, as far as their growths tell,
/// D* is taken to stay at its value at the cut if it is settled there; else it may tend anywhere.
void add_infinite_ends(const Law& data, const Law& generator, const ContinuousPart& part,
                       const GivenDiscriminator& d, Losses& losses) {
  const BallPrecision precision(128);
  for (const bool below : {true, false}) {
    const auto order = compare_at_infinity(data, generator, below);
    if (!order) continue;
    const bool falls = (d.slope > 0) == below;
    const Ball limit = d.slope == 0 ? d.at(Ball(0)).chance.yes : Ball(falls ? 0 : 1);
    if (*order != 0) {
      losses.add_distance(rounded(abs(limit - Ball(*order > 0 ? 0 : 1))), 0);
      continue;
    }
    const Cut* cut = tail_cut(part, below);
    if (cut && is_settled(part, *cut)) continue;
    losses.may_reach(max(limit, Ball(1) - limit).upper());
  }
}

/// Atoms of a tail are not listed: D* may be anything there, and so may a D that is a table.
void add_unlisted_atoms(const Densities& grid, const GivenDiscriminator& d, Losses& losses) {
  if (grid.data_tails.empty() && grid.generator_tails.empty()) return;
  if (d.is_table) return losses.may_reach(1);
  const Chance<Ball> c = d.at(Ball(0)).chance;
  const double most = d.slope == 0 ? max(c.yes, c.no).upper() : 1.0;
  losses.may_reach(most);
}

/// On labels D is constant or a table of labels too, and only there.
void check_labels(const Law& law, const GivenDiscriminator& d) {
  const bool is_constant = !d.is_table && d.slope == 0;
  if (is_constant || law.on_labels == d.on_labels) return;
  throw BadSpecification(
      law.on_labels
          ? fmt::format("{} needs points, and the laws lie on labels: give constant(c) or a table "
                        "with the same labels",
                        d.text)
          : fmt::format("{} gives D on labels, and the laws lie on numbers: give it on points",
                        d.text));
}

void add_continuous_part(const Law& data, const Law& generator, const GivenDiscriminator& d,
                         Losses& losses) {
  if (d.is_table)
    throw BadSpecification(d.text +
                           " gives D on a finite space, and a law here has a density: give "
                           "constant(c) or logistic(a,b)");
  const ContinuousPart part(data, generator, standard_divergences(), d.at, d.changes_at);
  losses.value = plus(losses.value, part.value_at_discriminator());
  losses.regret = plus(losses.regret, part.regret());
  // What no node saw of a law may bear any load.
  if (missing_mass(data, part.mass(Role::data)) > 0 ||
      missing_mass(generator, part.mass(Role::generator)) > 0)
    losses.value.truncation = losses.regret.truncation = infinity;
  add_nodes(part, d, losses);
  add_ends(part, d, losses);
  add_infinite_ends(data, generator, part, d, losses);
  if (d.slope == 0) {
    const Chance<Ball> c = d.at(Ball(0)).chance;
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

GivenDiscriminator parse_discriminator(std::string_view text) {
  if (const auto number = read_numeral(text); number && number->length == text.size())
    throw BadSpecification(
        fmt::format("{} alone is no discriminator: write constant({})", in_quotes(text), text));
  const Call call = call_of(text);
  if (call.name == "constant") return constant_discriminator(call);
  if (call.name == "logistic") return logistic_discriminator(call);
  if (call.name == "file") return table_discriminator(call);
  refuse(call.place,
         fmt::format("there is no discriminator {}: write constant(c), logistic(a,b) for "
                     "1/(1+exp(-(a x+b))), or file(PATH)",
                     in_quotes(call.name)));
}

std::vector<Quantity> evaluate(const Law& data, const Law& generator,
                               const GivenDiscriminator& discriminator, Unit unit) {
  check_labels(data, discriminator);
  const Densities d = common_grid(data, generator);
  Losses losses;
  add_atoms(d, discriminator, losses);
  add_tails(d, discriminator, losses);
  if (!data.pieces.empty() || !generator.pieces.empty())
    add_continuous_part(data, generator, discriminator, losses);
  add_unlisted_atoms(d, discriminator, losses);
  losses.distance.truncation = std::max(0.0, losses.reach - losses.distance.value.lower());
  if (losses.everything) {
    losses.value = {Tracked::exact(-infinity), 0, 0, true};
    losses.regret = {Tracked::exact(infinity), 0, 0, true};
  }
  return {printed("value_at_discriminator", Dimension::information, in_unit(losses.value, unit), 0,
                  Range{std::nullopt, Ball(0)}),
          printed("regret", Dimension::information, in_unit(losses.regret, unit), 0,
                  Range{Ball(0), std::nullopt}),
          printed("sup_distance", Dimension::none, losses.distance, 0, Range{Ball(0), Ball(1)})};
}

std::vector<Quantity> evaluate_enclosed(const Law& data, const Law& generator,
                                        const GivenDiscriminator& discriminator, Unit unit,
                                        int digits) {
  const std::vector<Quantity> all = evaluate(data, generator, discriminator, unit);
  if (std::isinf(all[0].value)) return all;  // by rule
  return to_last_digit(digits, [&](int n) {
    const EnclosedRegret found = enclose_regret(data, generator, discriminator, n);
    std::vector<Quantity> quantities = all;
    const auto put = [&](Quantity& q, const Enclosed& enclosed) {
      if (enclosed.rigorous)
        q = printed(q.name, q.dimension, enclosed, unit, n, found.bits);
      else
        q.notes.insert(q.notes.begin(), enclosed.notes.begin(), enclosed.notes.end());
    };
    put(quantities[0], found.value);
    put(quantities[1], found.regret);
    return quantities;
  });
}

}  // namespace gancheck
