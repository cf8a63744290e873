// The line as the rigorous integrator sees it: few long intervals on which both laws are analytic.
//
// Quadrature needs panels that follow the laws down to their smallest scale; the integrator finds
// the scales itself, and is the faster the fewer intervals it starts from.
#pragma once

#include "numerics/line/panels.hpp"

namespace gancheck {

/// The interval [from, to] of a stretch's coordinate.
struct Path {
  Stretch stretch;
  Real from, to;
};

/// The panels, put together where no law has an end or a kink between them and one anchor serves
/// for all: their scales differ by less than 2^30, which is what a path may lose of the precision
/// in force.
std::vector<Path> paths_of(const Panels& panels);

/// The point at the coordinate t, seen from the stretch's anchor.
template <class T>
Offset<T> offset_at(const Stretch& stretch, const T& t) {
  return stretch.side == 0 ? signed_offset(t) : Offset<T>::at_log_distance(t, stretch.side);
}

/// The logarithm of the density of the pieces, at least one, with respect to the coordinate t.
ComplexBall log_density_at(const Stretch& stretch, std::span<const LocalPiece> pieces,
                           const ComplexBall& t);

/// The same over a ball, by the mean value form too.
ComplexBall log_density_over(const Stretch& stretch, std::span<const LocalPiece> pieces,
                             const ComplexBall& t);

/// The derivative of that with respect to t.
ComplexBall log_slope_at(const Stretch& stretch, std::span<const LocalPiece> pieces,
                         const ComplexBall& t);

}  // namespace gancheck
