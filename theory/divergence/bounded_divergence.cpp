#include "theory/divergence/bounded_divergence.hpp"

#include <algorithm>

#include "numerics/number/infinity.hpp"

namespace gancheck {
namespace {

constexpr auto squared_hellinger_kernel = []<class T>(const LogPair<T>& x) -> T {
  return kernels::squared_hellinger(x);
};
constexpr auto affinity_kernel = []<class T>(const LogPair<T>& x) -> T {
  return kernels::affinity(x);
};

/// Of a root of p and q, which changes by at most sqrt(t q) where p gets t more (Cauchy and
/// Schwarz), beside a half of t.
Ball root_moved_by(const Ball& t) {
  return sqrt(t) * 2 + t / 2;
}

double rounded_up(const Ball& x) {
  return x.is_finite() ? std::max(0.0, x.upper()) : infinity;
}

}  // namespace

const BoundedDivergence& squared_hellinger() {
  static const Rational half(1, 2);
  static const BoundedDivergence row{
      .at = squared_hellinger_kernel,
      .along = squared_hellinger_kernel,
      .of_equal = 0,
      .alone = {half, half},
      .at_most = {half, half},
      .moved_by = root_moved_by,
      .in_doubles = [](const Tracked& p, const Tracked& q, const Tracked& difference) -> Tracked {
        const Tracked gap = difference / (sqrt(p) + sqrt(q));
        return gap * gap / 2;
      }};
  return row;
}

/// 2 sqrt(pq) <= p + q.
const BoundedDivergence& affinity() {
  static const Rational half(1, 2);
  static const BoundedDivergence row{
      .at = affinity_kernel,
      .along = affinity_kernel,
      .of_equal = 1,
      .alone = {0, 0},
      .at_most = {half, half},
      .moved_by = root_moved_by,
      .in_doubles = [](const Tracked& p, const Tracked& q, const Tracked&) -> Tracked {
        return sqrt(p) * sqrt(q);
      }};
  return row;
}

Ball of_equal(const BoundedDivergence& d, const MassesOfPair& masses) {
  return exactly<Ball>(d.of_equal) * ((masses.of.data + masses.of.generator) / 2);
}

Ball of_disjoint(const BoundedDivergence& d, const MassesOfPair& masses) {
  return exactly<Ball>(d.alone.data) * masses.of.data +
         exactly<Ball>(d.alone.generator) * masses.of.generator;
}

Range range_of(const BoundedDivergence& d, const MassesOfPair& masses) {
  return Range(Ball(0), exactly<Ball>(d.at_most.data) * masses.of.data +
                            exactly<Ball>(d.at_most.generator) * masses.of.generator);
}

double most_of(const BoundedDivergence& d, double p, double q) {
  return rounded_up(exactly<Ball>(d.at_most.data) * Ball::exact(p) +
                    exactly<Ball>(d.at_most.generator) * Ball::exact(q));
}

double most_moved(const BoundedDivergence& d, double p, double q) {
  return rounded_up(d.moved_by(Ball::exact(p)) + d.moved_by(Ball::exact(q)));
}

}  // namespace gancheck
