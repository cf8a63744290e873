// The logarithms of two densities along a stretch on which both are analytic.
#pragma once

#include <memory>

#include "numerics/line/paths.hpp"
#include "theory/divergence/kernels.hpp"

namespace gancheck {

/// One density by name and weight on both sides: log(p/q) is exactly 0.
bool are_equal(const Stretch& stretch);

/// At a point both logarithms by their formulas, and log(p/q) from combined coefficients where the
/// laws are of one family; over a ball by the mean value form too, in which the slopes of p and q
/// cancel before they are made wide.
class JointLogs {
 public:
  /// Refers to the stretch. `ratio_bits` are carried beyond the precision in force where log(p/q)
  /// is a difference.
  JointLogs(const Stretch& stretch, long ratio_bits);
  /// With respect to the coordinate t of the stretch; on real intervals by the formulas alone.
  LogPair<ComplexBall> operator()(const ComplexBall& t) const;
  /// On a wide ball or interval, by the mean value form too.
  LogPair<ComplexBall> over(const ComplexBall& t) const;

 private:
  LogPair<ComplexBall> by_formulas(const ComplexBall& t) const;
  ComplexBall log_q_at(const ComplexBall& t) const;
  const Ball& log_of_weights() const;

  const Stretch& stretch_;
  long ratio_bits_;
  bool equal_;
  LogRatio ratio_;
  std::unique_ptr<const Constant> weights_;
};

}  // namespace gancheck
