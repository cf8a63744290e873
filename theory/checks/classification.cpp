#include "theory/checks/classification.hpp"

#include <algorithm>
#include <utility>

#include "numerics/number/infinity.hpp"

namespace gancheck {
namespace {

using functionals::mass_of_data;
using functionals::mass_of_generator;
using functionals::total_mass;

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

/// In Tracked alone.
Tracked sorted_auc(const Columns<Tracked>& c) {
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

}  // namespace

bool surely_less(const Tracked& a, const Tracked& b) {
  return a.upper() < b.lower();
}
bool surely_less(const Ball& a, const Ball& b) {
  return (b - a).is_positive();
}

bool has_few_points(const Pair& pair) {
  return pair.densities().grid.size() <= few_points;
}

Comparisons on_few_points(Relation relation) {
  return for_pairs_where({has_few_points, {"more than 8 points", "多于 8 个点"}},
                         std::move(relation));
}

const Functional classification::best_by_search = []<class T>(const Columns<T>& c) -> T {
  if (c.size() > few_points) return T(0) / T(0);
  // sums[A]: P(A) + Q(X - A). Each point doubles the list: in A it adds p, else q.
  std::vector<T> sums = {T(0)};
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (is_null(c, i)) continue;
    const T in = c.weight[i] * c.p[i], out = c.weight[i] * c.q[i];
    const std::size_t half = sums.size();
    for (std::size_t k = 0; k < half; ++k) {
      sums.push_back(T(sums[k] + in));
      sums[k] = sums[k] + out;
    }
  }
  T best = sums.front();
  for (const T& s : sums) best = max(best, s);
  return best / 2;
};

const Functional classification::best_by_formula = []<class T>(const Columns<T>& c) -> T {
  return total_mass(c) / 4 + functionals::total_variation(c) / 2;
};

const Functional classification::of_dstar = []<class T>(const Columns<T>& c) -> T {
  return integrate(c,
                   []<class U>(const U& p, const U& q) -> U {
                     const U d = formulas::optimal_discriminator(p, q).yes, half = U(1) / 2;
                     return surely_less(half, d) ? p : surely_less(d, half) ? q : max(p, q);
                   }) /
         2;
};

const Functional classification::error_of_dstar = []<class T>(const Columns<T>& c) -> T {
  return integrate(c,
                   []<class U>(const U& p, const U& q) -> U {
                     const U d = formulas::optimal_discriminator(p, q).yes, half = U(1) / 2;
                     return surely_less(half, d) ? q : surely_less(d, half) ? p : min(p, q);
                   }) /
         2;
};

const Functional classification::auc = []<class T>(const Columns<T>& c) -> T {
  std::vector<T> data, generator, score;
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (is_null(c, i)) continue;
    data.push_back(T(c.weight[i] * c.p[i]));
    generator.push_back(T(c.weight[i] * c.q[i]));
    score.push_back(formulas::optimal_discriminator(c.p[i], c.q[i]).yes);
  }
  T area(0);
  for (std::size_t i = 0; i < score.size(); ++i) {
    area = area + data[i] * generator[i] / 2;
    for (std::size_t j = 0; j < i; ++j) {
      const T i_first = data[i] * generator[j], j_first = data[j] * generator[i];
      area = area + (surely_less(score[j], score[i])   ? i_first
                     : surely_less(score[i], score[j]) ? j_first
                                                       : max(i_first, j_first));
    }
  }
  return area;
};

const Functional classification::mass_of_product = []<class T>(const Columns<T>& c) -> T {
  return mass_of_data(c) * mass_of_generator(c);
};

const Functional classification::normalised_tv = []<class T>(const Columns<T>& c) -> T {
  const T of_data = mass_of_data(c), of_generator = mass_of_generator(c);
  return integrate(c,
                   [&]<class U>(const U& p, const U& q) -> U {
                     return abs(U(p * of_generator - q * of_data));
                   }) /
         2;
};

const Functional classification::auc_by_sorting = sorted_auc;

}  // namespace gancheck
