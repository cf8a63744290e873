#include "numerics/integral/kronrod.hpp"

#include <array>
#include <boost/math/quadrature/gauss_kronrod.hpp>

namespace gancheck::kronrod {
namespace {

using Kronrod = boost::math::quadrature::gauss_kronrod<double, points>;
using Gauss = boost::math::quadrature::gauss<double, points / 2>;

/// On [-1, 1], ascending.
struct Rules {
  std::array<double, points> node, weight, gauss_weight;
};

const Rules& rules() {
  static const Rules both = [] {
    Rules r{};
    constexpr std::size_t middle = points / 2;
    for (std::size_t i = 0; i <= middle; ++i) {
      // Boost lists the points from 0 outwards; every second one is a Gauss point.
      const double gauss = i % 2 == 0 ? Gauss::weights()[i / 2] : 0.0;
      for (const std::size_t at : {middle - i, middle + i}) {
        r.node[at] = at < middle ? -Kronrod::abscissa()[i] : Kronrod::abscissa()[i];
        r.weight[at] = Kronrod::weights()[i];
        r.gauss_weight[at] = gauss;
      }
    }
    return r;
  }();
  return both;
}

}  // namespace

double node(double from, double to, std::size_t i) {
  return from + (to - from) / 2 * (1 + rules().node[i]);
}

double weight(std::size_t i) {
  return rules().weight[i];
}

double gauss_weight(std::size_t i) {
  return rules().gauss_weight[i];
}

}  // namespace gancheck::kronrod
