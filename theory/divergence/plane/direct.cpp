#include "theory/divergence/plane/direct.hpp"

#include <algorithm>
#include <cmath>

#include "numerics/distribution/densities/densities.hpp"
#include "numerics/distribution/piece.hpp"

namespace gancheck {
namespace {

struct Normal2 {
  Rational mean[2], variance[2], covariance;
  Rational determinant() const { return variance[0] * variance[1] - covariance * covariance; }
};

std::optional<Normal2> normal(const PlanePart& part) {
  Normal2 n;
  n.covariance = part.covariance;
  for (std::size_t k = 0; k < 2; ++k) {
    const auto* line = std::get_if<NormalLine>(&part.coordinates[k]);
    if (!line || !line->mean.is_rational()) return std::nullopt;
    n.mean[k] = line->mean.rational();
    n.variance[k] = line->variance;
  }
  return n;
}

/// a + log(b)/2, in so many bits or more: near each other both terms cancel.
Ball with_half_logarithm(const Rational& a, const Rational& b, int digits, long& bits) {
  constexpr long most_bits = 1L << 16;
  for (bits = 4L * digits + 64;; bits *= 2) {
    const BallPrecision precision(bits);
    const Ball sum = exactly<Ball>(a) + log(exactly<Ball>(b)) / 2;
    if (bits >= most_bits || sum.radius() <= std::ldexp(std::abs(sum.midpoint()), -4 * digits - 4))
      return sum;
  }
}

/// KL(p||q) by the closed form.
Enclosed direct(const Normal2& p, const Normal2& q, int digits, long& most_bits) {
  const Rational d[2] = {q.mean[0] - p.mean[0], q.mean[1] - p.mean[1]};
  const Rational determinant = q.determinant();
  const Rational trace = q.variance[1] * p.variance[0] - 2 * q.covariance * p.covariance +
                         q.variance[0] * p.variance[1];
  const Rational distance =
      q.variance[1] * d[0] * d[0] - 2 * q.covariance * d[0] * d[1] + q.variance[0] * d[1] * d[1];
  const Rational rest = ((trace + distance) / determinant - 2) / 2;
  long bits = 0;
  Enclosed kl;
  kl.value = with_half_logarithm(rest, determinant / p.determinant(), digits, bits);
  most_bits = std::max(most_bits, bits);
  return kl;
}

/// The law of a coordinate, if its parameters are rational.
std::optional<Law> as_law(const Coordinate& coordinate) {
  if (const Law* law = std::get_if<Law>(&coordinate)) return *law;
  const auto& line = std::get<NormalLine>(coordinate);
  const Real stddev = sqrt(Real(line.variance));
  if (!line.mean.is_rational() || !stddev.is_rational()) return std::nullopt;
  return law_of(normal_density(line.mean.rational(), stddev.rational()), {});
}

/// Divergences are not negative: one that is infinite makes the sum so.
Enclosed sum(const Enclosed& x, const Enclosed& y, long bits) {
  if (x.is_infinite) return x;
  if (y.is_infinite) return y;
  if (!x.rigorous) return x;
  if (!y.rigorous) return y;
  const BallPrecision precision(bits);
  Enclosed both;
  both.value = x.value + y.value;
  if (!both.value.is_finite())
    return unbounded(
        {"not enclosed: one coordinate is not bounded", "未得包含区间：有一个坐标得不出界"});
  both.by_rule = x.by_rule && y.by_rule;
  return both;
}

std::optional<DirectDivergences> by_coordinates(const PlanePart& p, const PlanePart& q,
                                                int digits) {
  if (p.covariance != 0 || q.covariance != 0) return std::nullopt;
  std::array<std::optional<Law>, 2> of_p, of_q;
  for (std::size_t k = 0; k < 2; ++k) {
    of_p[k] = as_law(p.coordinates[k]);
    of_q[k] = as_law(q.coordinates[k]);
    if (!of_p[k] || !of_q[k]) return std::nullopt;
  }
  const EnclosedDivergences x = enclose_divergences(*of_p[0], *of_q[0], digits + 1);
  const EnclosedDivergences y = enclose_divergences(*of_p[1], *of_q[1], digits + 1);
  const long bits = std::max(x.bits, y.bits);
  const auto both = [&](Role role) { return sum(x[direct_kl(role)], y[direct_kl(role)], bits); };
  return DirectDivergences{both(Role::data), both(Role::generator), bits};
}

}  // namespace

std::optional<DirectDivergences> direct_divergences(const PlaneLaw& data, const PlaneLaw& generator,
                                                    int digits) {
  if (data.parts.size() != 1 || generator.parts.size() != 1) return std::nullopt;
  const auto p = normal(data.parts[0]), q = normal(generator.parts[0]);
  if (!p || !q) return by_coordinates(data.parts[0], generator.parts[0], digits);
  DirectDivergences both;
  both.data_generator = direct(*p, *q, digits, both.bits);
  both.generator_data = direct(*q, *p, digits, both.bits);
  return both;
}

}  // namespace gancheck
