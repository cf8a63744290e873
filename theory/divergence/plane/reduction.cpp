#include "theory/divergence/plane/reduction.hpp"

#include <algorithm>
#include <array>

#include "numerics/distribution/densities/densities.hpp"
#include "numerics/distribution/piece.hpp"
#include "theory/divergence/law_rules.hpp"

namespace gancheck {
namespace {

bool is_same(const NormalLine& x, const NormalLine& y) {
  return x.variance == y.variance && x.mean.text() == y.mean.text();
}

bool is_same(const Coordinate& x, const Coordinate& y) {
  if (x.index() != y.index()) return false;
  const Law* law = std::get_if<Law>(&x);
  return law ? are_one_law(*law, std::get<Law>(y))
             : is_same(std::get<NormalLine>(x), std::get<NormalLine>(y));
}

bool is_same(const PlanePart& x, const PlanePart& y) {
  return x.weight == y.weight && x.covariance == y.covariance &&
         is_same(x.coordinates[0], y.coordinates[0]) && is_same(x.coordinates[1], y.coordinates[1]);
}

const PlanePart* only_part(const PlaneLaw& law) {
  return law.parts.size() == 1 ? &law.parts[0] : nullptr;
}

}  // namespace

bool are_one_law(const PlaneLaw& p, const PlaneLaw& q) {
  return std::equal(p.parts.begin(), p.parts.end(), q.parts.begin(), q.parts.end(),
                    [](const PlanePart& x, const PlanePart& y) { return is_same(x, y); });
}

std::optional<std::pair<Law, Law>> other_coordinates(const PlaneLaw& p, const PlaneLaw& q) {
  const PlanePart *x = only_part(p), *y = only_part(q);
  if (!x || !y || x->covariance != 0 || y->covariance != 0) return std::nullopt;
  for (const std::size_t shared : {std::size_t{0}, std::size_t{1}}) {
    const Law *first = std::get_if<Law>(&x->coordinates[1 - shared]),
              *second = std::get_if<Law>(&y->coordinates[1 - shared]);
    if (first && second && is_same(x->coordinates[shared], y->coordinates[shared]))
      return std::pair(*first, *second);
  }
  return std::nullopt;
}

std::optional<Rational> squared_distance_of_means(const PlaneLaw& p, const PlaneLaw& q) {
  const PlanePart *x = only_part(p), *y = only_part(q);
  if (!x || !y || x->covariance != y->covariance) return std::nullopt;
  std::array<Rational, 2> gap, variance;
  for (std::size_t k = 0; k < 2; ++k) {
    const auto *u = std::get_if<NormalLine>(&x->coordinates[k]),
               *v = std::get_if<NormalLine>(&y->coordinates[k]);
    if (!u || !v || u->variance != v->variance) return std::nullopt;
    if (!u->mean.is_rational() || !v->mean.is_rational()) return std::nullopt;
    gap[k] = v->mean.rational() - u->mean.rational();
    variance[k] = u->variance;
  }
  const Rational& covariance = x->covariance;
  const Rational determinant = variance[0] * variance[1] - covariance * covariance;
  const Rational squared = (variance[1] * gap[0] * gap[0] - 2 * covariance * gap[0] * gap[1] +
                            variance[0] * gap[1] * gap[1]) /
                           determinant;
  static const Rational most = power_of_ten(200), least = power_of_ten(-200);
  return squared > most || (squared != 0 && squared < least) ? std::nullopt
                                                             : std::optional(squared);
}

std::optional<std::pair<Law, Law>> pair_on_the_line(const PlaneLaw& p, const PlaneLaw& q) {
  if (auto others = other_coordinates(p, q)) return others;
  const auto squared = squared_distance_of_means(p, q);
  if (!squared) return std::nullopt;
  const Real delta = sqrt(Real(*squared));
  if (!delta.is_rational()) return std::nullopt;
  return std::pair(law_of(normal_density(0, 1), {}),
                   law_of(normal_density(delta.rational(), 1), {}));
}

}  // namespace gancheck
