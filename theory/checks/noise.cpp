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

}  // namespace gancheck
