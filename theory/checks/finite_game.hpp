// The game on three points, with finite noise: every generator is a map of the noise. [claims 2, 3]
#pragma once

#include <vector>

#include "theory/checks/noise.hpp"
#include "theory/checks/spread.hpp"

namespace gancheck::finite_game {

/// P, and D in thousandths, on the points 0, 1, 2.
inline const NoiseLaw& data() {
  static const NoiseLaw law = {Rational(6, 10), Rational(3, 10), Rational(1, 10)};
  return law;
}
inline constexpr int discriminator[] = {250, 900, 333};

/// The integral of log D over a law.
template <class T>
T mean_log(const std::vector<T>& law) {
  std::vector<T> terms;
  for (std::size_t x = 0; x < law.size(); ++x)
    terms.push_back(times_log(law[x], spread::chance<T>(discriminator[x]).yes));
  return sum_of(terms);
}
/// J_G(D, G), the integral of log(1-D) over the law of the generator.
template <class T>
T cost(const std::vector<T>& generator) {
  std::vector<T> terms;
  for (std::size_t x = 0; x < generator.size(); ++x)
    terms.push_back(times_log(generator[x], spread::chance<T>(discriminator[x]).no));
  return sum_of(terms);
}
/// V(D, G), added up point by point.
template <class T>
T value(const std::vector<T>& data_law, const std::vector<T>& generator) {
  std::vector<T> terms;
  for (std::size_t x = 0; x < data_law.size(); ++x)
    terms.push_back(
        formulas::value_density(data_law[x], generator[x], spread::chance<T>(discriminator[x])));
  return sum_of(terms);
}

}  // namespace gancheck::finite_game
