// Telling samples of P from samples of Q, with equal priors: accuracies and the area under the ROC
// curve. [claim 56]
//
// With masses P^ and Q^ an accuracy is (P(A) + Q(X - A))/2, which is 1 for a perfect classifier of
// probability measures, and the area is that of P (x) Q, whose mass is P^ Q^.
#pragma once

#include "theory/checks/functionals.hpp"

namespace gancheck {

/// a < b whatever the errors of both.
inline bool surely_less(const Tracked& a, const Tracked& b) {
  return a.upper() < b.lower();
}
inline bool surely_less(const Ball& a, const Ball& b) {
  return (b - a).is_positive();
}

/// The most points for which all classifiers are tried, and all pairs of points compared.
inline constexpr std::size_t few_points = 8;
bool has_few_points(const Pair& pair);
inline const Text more_points = {"more than 8 points", "多于 8 个点"};

namespace classification {

/// The largest accuracy of all 2^n classifiers A, each tried; undefined for more than few points.
inline constexpr auto best_by_search = []<class T>(const Columns<T>& c) -> T {
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

/// (P^ + Q^)/4 + TV/2, which is (1 + TV)/2 for probability measures.
inline constexpr auto best_by_formula = []<class T>(const Columns<T>& c) -> T {
  return total_mass(c) / 4 + functionals::total_variation(c) / 2;
};

/// The accuracy of 1{D* > 1/2}. Where D* cannot be told from 1/2 the larger density is taken: that
/// is what the classifier takes on either side, and at D* = 1/2 both are equal.
inline constexpr auto of_dstar = []<class T>(const Columns<T>& c) -> T {
  return integrate(c,
                   []<class U>(const U& p, const U& q) -> U {
                     const U d = formulas::optimal_discriminator(p, q).yes, half = U(1) / 2;
                     return surely_less(half, d) ? p : surely_less(d, half) ? q : max(p, q);
                   }) /
         2;
};

/// The error of 1{D* > 1/2}: (P(D* <= 1/2) + Q(D* > 1/2))/2.
inline constexpr auto error_of_dstar = []<class T>(const Columns<T>& c) -> T {
  return integrate(c,
                   []<class U>(const U& p, const U& q) -> U {
                     const U d = formulas::optimal_discriminator(p, q).yes, half = U(1) / 2;
                     return surely_less(half, d) ? q : surely_less(d, half) ? p : min(p, q);
                   }) /
         2;
};

/// The area under the ROC curve of D*: (P (x) Q)(D*(x) > D*(y)) + half of (P (x) Q)(D*(x) = D*(y)).
/// Points x, y and y, x together add p(x) q(y) where D*(x) > D*(y), p(y) q(x) where it is less, and
/// half of both where they are equal: the larger one in every case, which is taken where the two
/// values of D* cannot be told apart.
inline constexpr auto auc = []<class T>(const Columns<T>& c) -> T {
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

/// The same in n log n steps: points are sorted by D*, and those whose values of D* cannot be told
/// apart count as equal, with what that may be wrong by as their error.
Tracked auc_by_sorting(const Columns<Tracked>& c);

/// P^ Q^.
inline constexpr auto mass_of_product = []<class T>(const Columns<T>& c) -> T {
  return mass_of_data(c) * mass_of_generator(c);
};

/// Half the integral of |p Q^ - q P^|: P^ Q^ TV of the laws brought to mass one.
inline constexpr auto normalised_tv = []<class T>(const Columns<T>& c) -> T {
  const T of_data = mass_of_data(c), of_generator = mass_of_generator(c);
  return integrate(c,
                   [&]<class U>(const U& p, const U& q) -> U {
                     return abs(U(p * of_generator - q * of_data));
                   }) /
         2;
};

}  // namespace classification
}  // namespace gancheck
