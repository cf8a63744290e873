// The atoms of a pair, enclosed: finite sums, and what infinitely many far atoms carry.
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "numerics/line/grid.hpp"
#include "theory/divergence/kernels.hpp"
#include "theory/divergence/role.hpp"
#include "theory/divergence/truncation.hpp"

namespace gancheck {

/// How an integral is to be found.
struct Effort {
  long bits;            ///< working precision
  long log2_tolerance;  ///< of the error that the integrator may leave
  long ratio_bits = 0;  ///< more digits for log p - log q of nearly equal laws
};

class EnclosedAtoms {
 public:
  /// Atoms are listed until tails carry at most 2^-bits.
  EnclosedAtoms(const Law& data, const Law& generator, long bits);

  const Densities& densities() const { return densities_; }
  /// What the tails add to each divergence, at most.
  const Truncation& rest() const { return rest_; }

  /// The sum of f over the points where both laws have an atom.
  Ball joint(const std::function<Ball(const LogPair<Ball>&)>& f, const Effort& effort) const;
  /// The mass of one law's listed atoms where the other has none.
  Ball mass_alone(Role role, const Effort& effort) const;
  Ball tail_mass(Role role) const;
  /// Half the sum of |p - q|, tails included.
  Ball total_variation(const Effort& effort) const;
  /// All of one law's atoms, tails included.
  Ball mass(Role role) const;
  /// -sum of p log p over them.
  Ball entropy(Role role) const;

  /// No mass is told from that of the other law at the same point, in balls of so many bits.
  bool may_be_equal(long bits) const;
  bool is_alone(Role role) const;  ///< a listed atom of this law is none of the other
  bool overlap() const;            ///< a listed atom is one of both laws
  /// Whether any listed atom could be one of this law's tail.
  bool is_located(Role role) const;

 private:
  const std::vector<Real>& column(Role role) const;
  bool has(Role role, std::size_t i) const { return !column(role)[i].is_zero(); }
  /// Of all points. These and the next are kept for other quantities: a pair is for one thread.
  const std::vector<Ball>& enclosed(Role role) const;
  /// Of the points where both laws have an atom, until another effort is asked for.
  const std::vector<LogPair<Ball>>& joint_logs(const Effort& effort) const;

  struct Enclosures {
    long bits = 0;
    std::vector<Ball> masses;
  };

  Densities densities_;
  Truncation rest_;
  mutable Enclosures kept_data_, kept_generator_;
  mutable std::pair<long, long> kept_bits_{0, 0};
  mutable std::vector<LogPair<Ball>> kept_logs_;
};

}  // namespace gancheck
