// What one point of a grid contributes to each divergence, in double, with what the errors of both
// densities move it by (docs/error-bounds.md, "The plane").
#pragma once

#include <algorithm>
#include <array>
#include <cmath>

#include "theory/divergence/divergence.hpp"

namespace gancheck {

/// What is added up in the plane: the divergences from JSD to V(D*), two bounded ones, both masses.
inline constexpr std::size_t tensor_divergences = number_of(Divergence::value) + 1,
                             tensor_squared_hellinger = tensor_divergences,
                             tensor_affinity = tensor_squared_hellinger + 1,
                             tensor_mass_data = tensor_affinity + 1,
                             tensor_mass_generator = tensor_mass_data + 1,
                             tensor_quantities = tensor_mass_generator + 1;
template <class T>
using PerQuantity = std::array<T, tensor_quantities>;

inline constexpr double log_two = 0.69314718055994530942;

/// What a point contributes to each quantity; how large the numbers are of which it was formed; and
/// what the errors of p and q move it by: to first order, but entirely for the roots, since sqrt(p)
/// moves by at most dp/sqrt(p).
struct PointTerms {
  PerQuantity<double> term{}, size{}, moved{};
};

inline PointTerms terms_of_one_law(double p, double error, bool is_data) {
  using enum Divergence;
  PointTerms point;
  const auto put = [&](std::size_t k, double factor) {
    point.term[k] = point.size[k] = factor * p;
    point.moved[k] = factor * error;
  };
  put(number_of(jsd), log_two / 2);
  put(number_of(is_data ? kl_data_mixture : kl_generator_mixture), log_two);
  put(number_of(tv), 0.5);
  put(tensor_squared_hellinger, 0.5);
  put(is_data ? tensor_mass_data : tensor_mass_generator, 1);
  return point;
}

/// log(smaller/larger), also where the quotient is no double.
inline double log_of_ratio(double smaller, double larger) {
  constexpr double safe = 1e-300;
  const double ratio = smaller / larger;
  return ratio > safe ? std::log(ratio) : std::log(smaller) - std::log(larger);
}

/// The logarithms of a point, each within 8 roundings of itself: of p/s and q/s, and of 2p/s and
/// 2q/s, which near p = q are not formed from the former. The last two have opposite signs, so that
/// nothing cancels in their difference, log(p/q).
struct LogsOfShares {
  double p, q, double_p, double_q;
};

inline LogsOfShares logs_of_shares(double p, double q) {
  const double s = p + q, smaller = std::min(p, q), larger = std::max(p, q);
  const double of_larger = -std::log1p(smaller / larger);
  const double of_smaller = log_of_ratio(smaller, larger) + of_larger;
  const double double_larger = std::log1p((larger - smaller) / s);
  const double double_smaller =
      3 * smaller < s ? of_smaller + log_two : std::log1p((smaller - larger) / s);
  return p < q ? LogsOfShares{of_smaller, of_larger, double_smaller, double_larger}
               : LogsOfShares{of_larger, of_smaller, double_larger, double_smaller};
}

/// What a density that counts as 0, and is at most dp or dq, may add: p |log(2p/s)| with both
/// densities between 1e-600 and 1e200, and sqrt(pq) at most. The direct divergences are not bounded
/// by it.
inline void add_what_counts_as_nothing(double p, double q, double dp, double dq,
                                       PointTerms& point) {
  constexpr double most_logarithm = 2000;
  using enum Divergence;
  for (const Divergence d : {jsd, kl_data_mixture, kl_generator_mixture, value})
    point.moved[number_of(d)] += most_logarithm * (dp + dq);
  point.moved[number_of(tv)] += (dp + dq) / 2;
  const double root = std::sqrt(dp) * std::sqrt(q + dq) + std::sqrt(dq) * std::sqrt(p + dp);
  point.moved[tensor_affinity] += root;
  point.moved[tensor_squared_hellinger] += (dp + dq) / 2 + root;
  point.moved[tensor_mass_data] += dp;
  point.moved[tensor_mass_generator] += dq;
}

inline PointTerms terms_at_point(double p, double q, double dp, double dq) {
  if (p == 0 || q == 0) {
    PointTerms point;
    if (p > 0) point = terms_of_one_law(p, dp, true);
    if (q > 0) point = terms_of_one_law(q, dq, false);
    add_what_counts_as_nothing(p, q, p > 0 ? 0 : dp, q > 0 ? 0 : dq, point);
    return point;
  }
  const double s = p + q, difference = std::abs(p - q);
  const LogsOfShares log = logs_of_shares(p, q);
  const double l = log.double_p, m = log.double_q, size_l = std::abs(l), size_m = std::abs(m);
  const double direct = l - m, size_direct = std::abs(direct);
  const double a = std::sqrt(p), b = std::sqrt(q), gap = (p - q) / (a + b),
               size_gap = std::abs(gap);
  PointTerms point;
  point.term = {(p * l + q * m) / 2,
                p * l,
                q * m,
                p * direct,
                -q * direct,
                difference / 2,
                p * log.p + q * log.q,
                gap * gap / 2,
                a * b,
                p,
                q};
  point.size = {(p * size_l + q * size_m) / 2,
                p * size_l,
                q * size_m,
                p * size_direct,
                q * size_direct,
                difference / 2,
                -(p * log.p + q * log.q),
                gap * gap / 2,
                a * b,
                p,
                q};
  point.moved = {(dp * size_l + dq * size_m) / 2,
                 dp * (size_l + q / s) + dq * (p / s),
                 dq * (size_m + p / s) + dp * (q / s),
                 dp * (size_direct + 1) + p * (dq / q),
                 dq * (size_direct + 1) + q * (dp / p),
                 (dp + dq) / 2,
                 -(dp * log.p + dq * log.q),
                 (dp / a + dq / b) * (size_gap + dp / a + dq / b),
                 dp / a * b + dq / b * a + dp / a * (dq / b),
                 dp,
                 dq};
  return point;
}

}  // namespace gancheck
