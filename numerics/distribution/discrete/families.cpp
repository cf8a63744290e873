#include "numerics/distribution/discrete/families.hpp"

#include <fmt/format.h>

#include "numerics/number/exact_sum.hpp"

namespace gancheck {

namespace {

constexpr std::string_view discrete_signature = "discrete(w1,w2,...)";

/// The atoms in the interval, with their exact mass.
Law finite_law(std::vector<Atom> atoms, const Interval& on) {
  Law law;
  std::vector<Real> masses;
  for (Atom& atom : atoms) {
    if (!on.contains(atom.at)) continue;
    masses.push_back(atom.mass);
    law.atoms.push_back(std::move(atom));
  }
  law.mass = exact_sum(masses);
  return law;
}

Law build_point(Builder&, const Call& call, const Request& request) {
  const auto numbers = numbers_of(call, 1, "point(x)");
  return finite_law({{numbers[0], 1}}, request.on);
}

Law build_discrete(Builder&, const Call& call, const Request& request) {
  if (call.arguments.empty())
    refuse(call.place, fmt::format("{} has no weights: give at least one", discrete_signature));
  const auto weights = numbers_of(call, call.arguments.size(), discrete_signature);
  std::vector<Atom> atoms;
  const std::vector<Real> terms(weights.begin(), weights.end());
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] < 0)
      refuse(call.arguments[i].place,
             fmt::format("the weight {} is negative: weights are at least 0", shown(weights[i])));
    if (weights[i] != 0)
      atoms.push_back({Decimal{static_cast<std::int64_t>(i) + 1, 0}, weights[i]});
  }
  check_sum(exact_sum(terms), call.place, "the weights of discrete", request.any_mass);
  return finite_law(std::move(atoms), request.on);
}

Law build_geometric(Builder&, const Call& call, const Request& request) {
  const Rational p = numbers_of(call, 1, "geometric(p)")[0];
  if (p <= 0 || p > 1)
    refuse(call.arguments[0].place, fmt::format("geometric(p) takes 0 < p <= 1, not {}", shown(p)));
  if (p == 1) return finite_law({{1, 1}}, request.on);
  return part_of(geometric_law(p), request.on);
}

Law build_poisson(Builder&, const Call& call, const Request& request) {
  const Rational rate = numbers_of(call, 1, "poisson(rate)")[0];
  if (rate <= 0)
    refuse(call.arguments[0].place,
           fmt::format("poisson(rate) takes a rate above 0, not {}", shown(rate)));
  return part_of(poisson_law(rate), request.on);
}

}  // namespace

Form point_form() {
  return {"point", {"point(x)", "all mass at x", "全部质量集中于 x"}, build_point};
}

Form discrete_form() {
  return {"discrete",
          {std::string(discrete_signature),
           "weights on 1, 2, ...; zeros allowed, the sum is exactly one",
           "1, 2, … 上的权重；可为零，总和恰为一"},
          build_discrete};
}

Form geometric_form() {
  return {"geometric",
          {"geometric(p)", "p(1-p)^(k-1) on k = 1, 2, ...; 0 < p <= 1",
           "k = 1, 2, … 上的 p(1-p)^(k-1)；0 < p <= 1"},
          build_geometric};
}

Form poisson_form() {
  return {"poisson",
          {"poisson(rate)", "e^-rate rate^k/k! on k = 0, 1, ...; rate > 0",
           "k = 0, 1, … 上的 e^-rate rate^k/k!；rate > 0"},
          build_poisson};
}

}  // namespace gancheck
