#include "theory/checks/classification.hpp"

#include <algorithm>

#include "numerics/number/infinity.hpp"

namespace gancheck {
namespace {

struct Scored {
  Tracked p, q, score;
};

std::vector<Scored> sorted_by_score(const Columns<Tracked>& c) {
  std::vector<Scored> points;
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (is_null(c, i)) continue;
    points.push_back({c.weight[i] * c.p[i], c.weight[i] * c.q[i],
                      formulas::optimal_discriminator(c.p[i], c.q[i]).yes});
  }
  std::sort(points.begin(), points.end(),
            [](const Scored& a, const Scored& b) { return a.score.value() < b.score.value(); });
  return points;
}

/// The least lower bound of the scores from each point on.
std::vector<double> least_from(const std::vector<Scored>& points) {
  std::vector<double> least(points.size() + 1, infinity);
  for (std::size_t i = points.size(); i-- > 0;) {
    least[i] = std::min(least[i + 1], points[i].score.lower());
  }
  return least;
}

/// Points with masses p and q in all whose scores lie within `width` of each other, counted as
/// equal: p q/2. Each pair of points i, j adds half of |p_i q_j - p_j q_i| to that, which is
/// (p_i + q_i)(p_j + q_j)|D*_i - D*_j|: all of them together at most width (p+q)²/4.
Tracked area_of_equals(const Tracked& p, const Tracked& q, double width) {
  const double mass = (p + q).upper();
  return p * q / 2 + Tracked::within(0.0, width * mass * mass / 4 * (1 + 0x1p-50));
}

}  // namespace

bool has_few_points(const Pair& pair) {
  return pair.densities().grid.size() <= few_points;
}

Tracked classification::auc_by_sorting(const Columns<Tracked>& c) {
  const std::vector<Scored> points = sorted_by_score(c);
  const std::vector<double> least = least_from(points);
  Tracked area(0), generator_below(0);
  for (std::size_t i = 0; i < points.size();) {
    const std::size_t first = i;
    Tracked p(0), q(0);
    double highest = -infinity;
    do {
      p = p + points[i].p;
      q = q + points[i].q;
      highest = std::max(highest, points[i].score.upper());
      ++i;
    } while (i < points.size() && highest >= least[i]);
    const double width = i == first + 1 ? 0.0 : highest - least[first];
    area = area + p * generator_below + area_of_equals(p, q, width);
    generator_below = generator_below + q;
  }
  return area;
}

}  // namespace gancheck
