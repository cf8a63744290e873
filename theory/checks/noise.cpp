#include "theory/checks/noise.hpp"

#include <fmt/format.h>

namespace gancheck {

std::string FiniteMap::text() const {
  return fmt::format("G = ({})", fmt::join(image, ","));
}

std::vector<FiniteMap> all_maps(std::size_t points, std::size_t targets) {
  std::vector<FiniteMap> maps = {{{}, targets}};
  for (std::size_t z = 0; z < points; ++z) {
    std::vector<FiniteMap> longer;
    for (const FiniteMap& map : maps) {
      for (std::size_t x = 0; x < targets; ++x) {
        longer.push_back(map);
        longer.back().image.push_back(x);
      }
    }
    maps = std::move(longer);
  }
  return maps;
}

const std::vector<NoiseLaw>& noise_laws() {
  static const std::vector<NoiseLaw> laws = {
      {Rational(1, 4), Rational(1, 4), Rational(1, 4), Rational(1, 4)},
      {Rational(1, 10), Rational(2, 10), Rational(3, 10), Rational(4, 10)},
      {Rational(1, 3), 0, Rational(5, 9), Rational(1, 9)},
      {0, 1, 0, 0}};
  return laws;
}

template <class T>
std::vector<T> weights_of(const NoiseLaw& law) {
  std::vector<T> weights;
  for (const Rational& weight : law) weights.push_back(exactly<T>(weight));
  return weights;
}

template <class T>
T sum_of(const std::vector<T>& terms) {
  return terms.empty() ? T(0) : sum(std::span<const T>(terms));
}

template <class T>
T mass_of_preimage(const std::vector<T>& noise, const FiniteMap& map, PointSet set) {
  std::vector<T> terms;
  for (std::size_t z = 0; z < noise.size(); ++z) {
    if (contains(set, map.image[z])) terms.push_back(noise[z]);
  }
  return sum_of(terms);
}

template <class T>
T mass_of(const std::vector<T>& law, PointSet set) {
  std::vector<T> terms;
  for (std::size_t x = 0; x < law.size(); ++x) {
    if (contains(set, x)) terms.push_back(law[x]);
  }
  return sum_of(terms);
}

template <class T>
std::vector<T> image_law(const std::vector<T>& noise, const FiniteMap& map) {
  std::vector<T> law(map.targets, T(0));
  for (std::size_t z = 0; z < noise.size(); ++z) {
    law[map.image[z]] = T(law[map.image[z]] + noise[z]);
  }
  return law;
}

// The arithmetics in which claims use them.
#define GANCHECK_NOISE_IN(T)                                                      \
  template std::vector<T> weights_of<T>(const NoiseLaw&);                         \
  template T sum_of(const std::vector<T>&);                                       \
  template T mass_of_preimage(const std::vector<T>&, const FiniteMap&, PointSet); \
  template T mass_of(const std::vector<T>&, PointSet);                            \
  template std::vector<T> image_law(const std::vector<T>&, const FiniteMap&);
GANCHECK_NOISE_IN(Tracked)
GANCHECK_NOISE_IN(Ball)
GANCHECK_NOISE_IN(Rational)
#undef GANCHECK_NOISE_IN

}  // namespace gancheck
