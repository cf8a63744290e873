#include "report/text/worked_example.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "numerics/distribution/specification.hpp"
#include "theory/divergence/quantities.hpp"
#include "theory/pairs/suite.hpp"

namespace gancheck {
namespace {

/// Followed by hand: a table with a column a point.
bool is_small(const std::string& specification) {
  constexpr std::string_view family = "discrete(";
  constexpr auto most_commas = 3;
  return specification.starts_with(family) &&
         std::count(specification.begin(), specification.end(), ',') <= most_commas;
}

/// "W1, W7" names both.
bool names_pair(const std::string& list, const std::string& name) {
  return (", " + list + ",").find(", " + name + ",") != std::string::npos;
}

int times_enclosed(const ClaimResult& claim, const std::string& pair) {
  return static_cast<int>(
      std::count_if(claim.checks.begin(), claim.checks.end(), [&pair](const CheckResult& check) {
        const auto& cases = check.evidence.cases;
        return std::any_of(cases.begin(), cases.end(),
                           [&pair](const Evidence::Case& c) { return c.where.en == pair; });
      }));
}

int times_named(const ClaimResult& claim, const std::string& pair) {
  const auto twins = std::count_if(
      claim.controls.begin(), claim.controls.end(),
      [&pair](const ControlResult& control) { return names_pair(control.where, pair); });
  // Where it serves as well, the pair whose numbers all differ shows most.
  constexpr int merit = 3;
  const int named = static_cast<int>(twins) + times_enclosed(claim, pair);
  return named + (named > 0 && pair == "W7" ? merit : 0);
}

const NamedPair* most_named(const ClaimResult& claim) {
  const NamedPair* most = nullptr;
  int times = 0;
  for (const NamedPair& pair : named_pairs()) {
    if (!is_small(pair.data) || !is_small(pair.generator)) continue;
    const int named = times_named(claim, pair.name);
    if (named > times) most = &pair, times = named;
  }
  return most;
}

/// The masses of both laws, by point.
std::map<Rational, std::pair<Rational, Rational>> masses(const Law& data, const Law& generator) {
  std::map<Rational, std::pair<Rational, Rational>> by_point;
  for (const Atom& atom : data.atoms) by_point[atom.at.rational()].first = atom.mass.rational();
  for (const Atom& atom : generator.atoms)
    by_point[atom.at.rational()].second = atom.mass.rational();
  return by_point;
}

std::vector<WorkedExample::Point> points_of(const Law& data, const Law& generator) {
  std::vector<WorkedExample::Point> points;
  for (const auto& [at, both] : masses(data, generator)) {
    const auto& [p, q] = both;
    const Rational sum = p + q;
    points.push_back(
        {at.str(), p.str(), q.str(), sum == Rational(0) ? "" : Rational(p / sum).str()});
  }
  return points;
}

std::string in_digits(const Quantity& quantity) {
  constexpr int digits = 12;
  return decimal_of(quantity, digits)
      .value_or(fmt::format("[{}, {}]", quantity.lower, quantity.upper));
}

void add_quantities(WorkedExample& example, const Law& data, const Law& generator) {
  constexpr int digits = 15;
  for (const Quantity& quantity : evaluate_enclosed(data, generator, Unit::nat, digits)) {
    if (quantity.name == "value_at_optimum") example.value = in_digits(quantity);
    if (quantity.name == "jsd") example.divergence = in_digits(quantity);
  }
}

const Text& statement_of_part(const ClaimResult& claim, const CheckResult& check) {
  for (const PartResult& part : claim.parts)
    if (part.id == check.part) return part.statement;
  return check.what;
}

void add_findings(WorkedExample& example, const ClaimResult& claim) {
  constexpr std::size_t most_shown = 3;
  for (const CheckResult& check : claim.checks)
    for (const Evidence::Case& c : check.evidence.cases)
      if (c.where.en == example.pair && example.findings.size() < most_shown)
        example.findings.push_back({statement_of_part(claim, check), c.lower, c.upper});
}

}  // namespace

std::optional<WorkedExample> worked_example(const ClaimResult& claim) {
  const NamedPair* pair = most_named(claim);
  if (!pair) return std::nullopt;
  WorkedExample example{pair->name, pair->data, pair->generator, pair->why, {}, "", "", {}};
  const Law data = parse_law(pair->data), generator = parse_law(pair->generator);
  example.points = points_of(data, generator);
  add_quantities(example, data, generator);
  add_findings(example, claim);
  return example;
}

}  // namespace gancheck
