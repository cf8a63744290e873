#include "theory/minimisation/route.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>

#include "theory/divergence/sums/terms.hpp"

namespace gancheck {
namespace {

FiniteLaw in_parts(const std::vector<int>& parts) {
  int whole = 0;
  for (const int part : parts) whole += part;
  FiniteLaw law;
  for (const int part : parts) law.emplace_back(part, whole);
  return law;
}

/// The multiples of 2^-50 nearest to the weights; the largest one takes what they lack to 1.
FiniteLaw on_lattice(const std::vector<double>& law) {
  constexpr std::int64_t unit = std::int64_t{1} << 50;
  std::vector<std::int64_t> counts;
  std::int64_t rest = unit;
  for (const double weight : law) {
    counts.push_back(std::llround(std::ldexp(weight, 50)));
    rest -= counts.back();
  }
  *std::max_element(counts.begin(), counts.end()) += rest;
  FiniteLaw result;
  for (const std::int64_t count : counts) result.emplace_back(count, unit);
  return result;
}

/// "step", "value", ... at one law.
std::vector<double> row(int step, const Route& route, const FiniteLaw& law) {
  const Columns<Tracked> c = columns_of<Tracked>(route.data, law);
  const auto d = discriminator_of(route, c);
  double value = 0, jsd = 0, tv = 0, farthest = 0;
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (is_null(c, i)) continue;
    const Tracked difference = exactly<Tracked>(Rational(route.data[i] - law[i]));
    const Terms terms = terms_at(c.p[i], c.q[i], difference);
    value += formulas::value_density(c.p[i], c.q[i], d[i]).value();
    jsd += terms[Divergence::jsd].value();
    tv += terms[Divergence::tv].value();
    farthest = std::max(farthest, std::abs((difference / (2 * (c.p[i] + c.q[i]))).value()));
  }
  return {static_cast<double>(step), value, jsd, tv, farthest};
}

}  // namespace

const std::vector<Route>& descents() {
  static const std::vector<Route> list = {
      {"P = (6,3,1)/10", in_parts({6, 3, 1}), in_parts({1, 2, 7}), Rational(1, 2), 40, {}},
      {"P = (1,9,90,900)/1000",
       in_parts({1, 9, 90, 900}),
       in_parts({1, 1, 1, 1}),
       Rational(1, 4),
       60,
       {}},
      {"P = (1,1,0)/2", in_parts({1, 1, 0}), in_parts({1, 1, 1}), Rational(3, 4), 30, {}},
      {"P = (1,9)/10", in_parts({1, 9}), in_parts({999, 1}), Rational(1, 10), 60, {}},
      {"P = (1,2,5)/8", in_parts({1, 2, 5}), in_parts({6, 1, 1}), Rational(1), 20, {}}};
  return list;
}

std::vector<FiniteLaw> laws_of(const Route& route) {
  std::vector<FiniteLaw> laws = {route.start};
  const auto rate = exactly<double>(route.rate);
  for (int step = 0; step < route.steps; ++step) {
    const Columns<double> c = columns_of<double>(route.data, laws.back());
    laws.push_back(on_lattice(mirror_step(c, discriminator_of(route, c), rate).law));
  }
  return laws;
}

std::vector<FiniteLaw> exact_laws_of(const Route& route) {
  if (route.rate != 1)
    throw std::invalid_argument("a step of rate " + route.rate.str() + " has irrational weights");
  std::vector<FiniteLaw> laws = {route.start};
  for (int step = 0; step < route.steps; ++step) {
    const auto c = columns_of<Rational>(route.data, laws.back());
    laws.push_back(unit_mirror_step(c, discriminator_of(route, c)).law);
  }
  return laws;
}

Series series_of(const Route& route) {
  const std::string name = route.name + ", η = " + route.rate.str();
  Series series{{name, name}, {"step", "value", "jsd", "tv", "largest_distance_from_half"}, {}};
  int step = 0;
  for (const FiniteLaw& law : laws_of(route)) series.rows.push_back(row(step++, route, law));
  return series;
}

}  // namespace gancheck
