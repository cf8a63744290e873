// A pair of laws, enclosed: the integrals over its atoms and its continuous part together.
//
// What lies beyond the cuts and in the tails is bounded by masses: over a set of masses P and Q,
//   0 <= integral of p log((p+q)/p) <= P log((P+Q)/P)              (log-sum inequality)
//   0 <= integral of p log(2p/(p+q)) - (p-q)/2 <= P log 2 + Q/2     (pointwise)
// and direct divergences from above as numerics/line/tail_bound.hpp says.
#pragma once

#include <map>
#include <memory>

#include "theory/divergence/enclosed/atoms.hpp"
#include "theory/divergence/enclosed/part.hpp"

namespace gancheck {

class EnclosedPair {
 public:
  /// For numbers of so many digits, and for integrals of the loads. The laws must outlive the pair.
  /// Throws as common_grid does.
  EnclosedPair(const Law& data, const Law& generator, int digits, Loads loads = {});

  const Law& law(Role role) const { return role == Role::data ? data_ : generator_; }
  const EnclosedAtoms& atoms() const { return atoms_; }
  bool has_density() const { return !data_.pieces.empty() || !generator_.pieces.empty(); }
  /// The continuous part, cut where less is left than the tolerance. Throws as panels_of does.
  const EnclosedPart& part(const Effort& effort) const;
  /// Any of them, for what does not depend on the cuts.
  const EnclosedPart& any_part() const;
  /// In some part that was made a piece ends where its density lies beyond all exponents: what was
  /// found with that part is not bounded.
  bool misses_pieces() const;
  /// 2048 bits do not tell the laws apart.
  bool may_be_equal() const;
  bool overlap() const;  ///< the laws may have a set of positive mass in common
  long evaluations() const { return evaluations_; }

  // `role` names the law in the place of P.
  Ball share(Role role, const Effort& effort) const;  ///< integral of p log((p+q)/p)
  Ball both_shares(const Effort& effort) const;       ///< -V(D*), by one integral
  /// KL(P||M) - (P(X) - Q(X))/2, by kernels that do not cancel.
  Ball near_mixture(Role role, const Effort& effort) const;
  /// Half of both, that is JSD, by one integral.
  Ball near_jsd(const Effort& effort) const;
  /// Of the right size; nothing rests on it. Uses the part that the tolerance asks for.
  double rough_jsd(long log2_tolerance) const;
  Ball direct(Role role, const Effort& effort) const;  ///< KL(P||Q) where it is finite
  /// KL(P||Q) - P(X) + Q(X), by kernels that do not cancel.
  Ball near_direct(Role role, const Effort& effort) const;
  /// The integral of (p-q)²/q where it is finite.
  Ball chi_square(Role role, const Effort& effort) const;
  Ball total_variation(const Effort& effort) const;
  Ball bounded(const BoundedDivergence& d, const Effort& effort) const;
  /// About the binary logarithm of the integral of sqrt(pq). Nothing rests on it.
  double rough_exponent_of_affinity() const;
  Ball mass(Role role, const Effort& effort) const;
  /// -sum of p log p over the atoms of the data law, or the same integral; it has the one or the
  /// other, and the loads ask for it.
  Ball entropy_of_data(const Effort& effort) const;
  /// Neither mass, integrated, excludes that of its law: what is integrated over the same stretches
  /// may then be believed.
  bool finds_masses(const Effort& effort) const;
  /// The mass of a law beside its atoms, exactly known.
  Ball mass_of_pieces(Role role) const;

 private:
  template <class Kernel>
  Ball sum(const Kernel& kernel, const Ball& tails, const BoundBeyond& beyond,
           const Effort& effort) const;
  template <class Kernel>
  Ball direct_sum(Role role, const Kernel& kernel, const BoundBeyond& beyond,
                  const Effort& effort) const;
  Ball hidden_tails() const;
  Ball hidden_tails(const BoundedDivergence& d) const;
  Ball mass_alone(Role role, const Effort& effort) const;

  const Law &data_, &generator_;
  Loads loads_;
  EnclosedAtoms atoms_;
  mutable long evaluations_ = 0;
  mutable std::map<long, std::unique_ptr<EnclosedPart>> parts_;  ///< by the bits of their cuts
};

}  // namespace gancheck
