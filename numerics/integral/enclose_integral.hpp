// Integrals of analytic functions as rigorous enclosures (Petras' algorithm, in Arb).
//
// An interval is halved until on each part a Gauss-Legendre rule has an error that is bounded from
// the size of the function on an ellipse about the part, or until the plain product of the part's
// length and the function's range is small enough [Petras 2002; Johansson 2018, "Numerical
// integration in arbitrary-precision ball arithmetic"].
#pragma once

#include <functional>

#include "numerics/number/complex_ball.hpp"

namespace gancheck {

/// For a ball about real numbers only: encloses the values there. For any other: encloses the
/// values of a function that is analytic on the ball, or is indeterminate.
using AnalyticFunction = std::function<ComplexBall(const ComplexBall& t)>;

struct EnclosedIntegral {
  Ball value;            ///< contains the integral, whatever the tolerance
  long evaluations = 0;  ///< of the function
};

/// f(t); over a ball in the plane, which is wide, few bits hold what is known of the image.
ComplexBall value_over(const AnalyticFunction& f, const ComplexBall& t);

/// The integral over [from, to], from <= to. Parts are not halved any more once their error is
/// below 2^log2_tolerance, or once `most_evaluations` are spent: then the enclosure is wide, and
/// holds. Works at the precision in force. What the function throws is thrown on.
EnclosedIntegral enclose_integral(const AnalyticFunction& f, const Ball& from, const Ball& to,
                                  long log2_tolerance, long most_evaluations = 200000);

}  // namespace gancheck
