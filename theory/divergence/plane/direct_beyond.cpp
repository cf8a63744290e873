#include "theory/divergence/plane/direct_beyond.hpp"

#include <algorithm>
#include <cmath>

#include "numerics/number/infinity.hpp"

namespace gancheck {
namespace {

/// A part in doubles: these bounds are generous.
struct Rough {
  double weight, mean[2], stddev[2], correlation, log_maximum;
};

std::vector<Rough> rough(const PlaneLaw& law) {
  constexpr double two_pi = 6.283185307179586;
  std::vector<Rough> parts;
  for (const PlanePart& part : law.parts) {
    Rough r{};
    r.weight = nearest_double(part.weight);
    for (std::size_t k = 0; k < 2; ++k) {
      const auto* line = std::get_if<NormalLine>(&part.coordinates[k]);
      if (!line) return {};
      r.mean[k] = exactly<double>(line->mean);
      r.stddev[k] = std::sqrt(nearest_double(line->variance));
    }
    const double product = r.stddev[0] * r.stddev[1];
    r.correlation = std::abs(nearest_double(part.covariance)) / product;
    if (!(r.correlation < 1)) return {};  // nearer to 1 than doubles tell
    const double root = std::sqrt(1 - r.correlation * r.correlation);
    r.log_maximum = -std::log(two_pi * product * root);
    parts.push_back(r);
  }
  return parts;
}

/// The norm of u² for the standardised coordinate of `of` under `under`.
double norm_of_square(const Rough& of, const Rough& under, std::size_t k) {
  const double a = (under.mean[k] - of.mean[k]) / of.stddev[k];
  const double b = under.stddev[k] / of.stddev[k];
  return std::sqrt(a * a * a * a + 6 * a * a * b * b + 3 * b * b * b * b);
}

/// The norm of log of the law's density under one part.
double norm_of_log(const std::vector<Rough>& law, const Rough& under) {
  const Rough& first = law.front();
  double largest = 0;
  for (const Rough& part : law) largest = std::max(largest, std::abs(part.log_maximum));
  return -std::log(first.weight) + largest +
         (norm_of_square(first, under, 0) + norm_of_square(first, under, 1)) /
             (2 * (1 - first.correlation));
}

}  // namespace

double direct_beyond(const PlaneLaw& p, const PlaneLaw& q, const std::vector<double>& masses) {
  constexpr double rounded_up = 1 + 0x1p-20;
  if (std::all_of(masses.begin(), masses.end(), [](double mass) { return mass == 0; })) return 0;
  const std::vector<Rough> of_p = rough(p), of_q = rough(q);
  if (of_p.empty() || of_q.empty()) return infinity;
  double bound = 0;
  for (std::size_t k = 0; k < of_p.size(); ++k)
    bound += of_p[k].weight * std::sqrt(masses[k]) *
             (norm_of_log(of_p, of_p[k]) + norm_of_log(of_q, of_p[k]));
  return bound * rounded_up;
}

}  // namespace gancheck
