// Globally adaptive quadrature of several integrands on the same nodes.
//
// Every panel is summed by the 31 points of Gauss and Kronrod and by the 15 Gauss points among
// them; what both rules differ by estimates the discretisation error of the panel. It is an
// estimate, and on smooth integrands far above the error of the 31 points; nothing is proved by it.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "numerics/line/panels.hpp"
#include "numerics/number/tracked.hpp"

namespace gancheck {

/// Values of all integrands at t on a stretch, with respect to t. They should not change sign. What
/// comes back is a number whose sign changes are kinks of the integrands (p - q, for |p - q|).
using Integrand = std::function<double(std::size_t stretch, double t, std::span<Tracked> values)>;

struct QuadratureNode {
  std::size_t stretch;
  double at;
  double weight;  ///< > 0
};

struct Integral {
  Tracked value;          ///< the weighted sum over the nodes, with its rounding bound
  double discretisation;  ///< the estimate of |integral - sum|
};

struct Quadrature {
  std::vector<Integral> integrals;
  std::vector<QuadratureNode> nodes;  ///< panel by panel
};

/// Bisects the panel that is worst for any integrand, relative to its integral, until the estimates
/// of all are at most 2^-49 of their integrals, or rounding, or `most_panels`, ends it. An
/// integrand with a value that is not finite is left out of the steering; its integral is then not
/// finite. Estimates include 2^-51 of the integral for the rounding of weights and panel ends
/// and, for that of a node, its rounding times the variation of the integrand over the panel.
Quadrature integrate_adaptively(std::span<const Panel> panels, std::size_t integrands,
                                const Integrand& integrand, std::size_t most_panels = 3000);

}  // namespace gancheck
