// The continuous part of a pair, enclosed: integrals over the line with rigorous bounds.
//
// Every integral is one over the stretches where both laws have a density, plus masses, which
// distribution functions give, plus what lies beyond the cuts: there the masses P and Q bound it
// and, for direct divergences and loads, what numerics/line/tail_bound.hpp computes on the
// whole tail.
#pragma once

#include <functional>
#include <vector>

#include "numerics/integral/enclose_integral.hpp"
#include "numerics/line/paths.hpp"
#include "theory/divergence/enclosed/atoms.hpp"

namespace gancheck {

/// An integrand where both laws have a density, by their logarithms with respect to the coordinate:
/// analytic where the ball is complex.
using JointIntegrand = std::function<ComplexBall(const LogPair<ComplexBall>&)>;

/// An integrand where one law has a density: at x = x(t), by the logarithm of its density with
/// respect to the coordinate t, and log|dx/dt|.
using SingleIntegrand = std::function<ComplexBall(const ComplexBall& x, const ComplexBall& log_p,
                                                  const ComplexBall& log_length)>;

/// What lies beyond a cut: the masses, >= 0, and upper bounds of direct divergences and loads, not
/// finite where nothing bounds them.
struct Beyond {
  Ball data, generator;
  BeyondCut most;
};

/// Encloses what an integrand adds up to beyond a cut.
using BoundBeyond = std::function<Ball(const Beyond&)>;

class EnclosedPart {
 public:
  /// Less than 2^-cut_bits of the laws, and of their loads, lies beyond the cuts. The laws must
  /// outlive the part. `evaluations` counts those of the densities by all integrals of a pair, and
  /// must outlive the part; when too many are spent, integrals are left wide.
  EnclosedPart(const Law& data, const Law& generator, int cut_bits, const Loads& loads,
               long& evaluations);
  EnclosedPart(const EnclosedPart&) = delete;
  EnclosedPart& operator=(const EnclosedPart&) = delete;

  /// Over the stretches where both laws have a density, and beyond the cuts.
  Ball joint(const JointIntegrand& f, const BoundBeyond& beyond, const Effort& effort) const;
  /// A rough value of the same, from one point a panel: nothing rests on it.
  double roughly(const JointIntegrand& f) const;
  /// f over the stretches where one law has a density, and beyond their cuts.
  Ball single(Role role, const SingleIntegrand& f, const BoundBeyond& beyond,
              const Effort& effort) const;
  /// log sqrt(pq) where it is largest, from one point a panel; -infinity without one. Nothing rests
  /// on it.
  double largest_log_affinity() const;
  /// The mass of one law, integrated.
  Ball mass(Role role, const Effort& effort) const;
  /// The mass of one law where the other has no density, by distribution functions, cuts left out.
  Ball mass_alone(Role role, const Effort& effort) const;
  /// Half the integral of |p - q|: the sign of log(p/q) is certified on intervals, whose masses
  /// distribution functions give; where it changes, an interval is halved until what is left is
  /// below the tolerance.
  Ball total_variation(const Effort& effort) const;

  /// log(p/q) is not told from 0 at any of a few points of each path, in balls of so many bits, and
  /// no law has a density where the other has none.
  bool may_be_equal(long bits) const;
  bool overlap() const;            ///< both laws have density on one stretch
  bool is_alone(Role role) const;  ///< the law has density where the other has none
  /// Some piece ends at a cut where its density lies beyond all exponents: what it adds to a joint
  /// integral there is not bounded.
  bool misses_pieces() const;

 private:
  Ball integrate(const Path& path, const AnalyticFunction& f, const Effort& effort) const;

  Panels panels_;
  std::vector<Path> paths_;
  long& evaluations_;
};

}  // namespace gancheck
