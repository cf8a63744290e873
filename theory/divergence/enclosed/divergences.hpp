// Every divergence of a pair as a rigorous enclosure, to the digits that are asked for.
//
// Two integrals carry all that the derivation needs: with W(P|Q) = integral of p log((p+q)/p),
//   V(D*) = -W(P|Q) - W(Q|P),   KL(P||M) = P(X) log 2 - W(P|Q),   JSD = (KL(P||M) + KL(Q||M))/2,
// every term positive, so that V(D*) keeps its digits where P and Q are far apart. Where JSD is
// small the KLs to the mixture are integrated instead, by kernels that do not cancel
// (theory/divergence/kernels.hpp), and W follows from them.
#pragma once

#include <memory>
#include <string>

#include "numerics/distribution/law.hpp"
#include "numerics/number/ball.hpp"
#include "theory/divergence/bounded_divergence.hpp"
#include "theory/divergence/divergence.hpp"
#include "theory/evidence/text.hpp"

namespace gancheck {

/// One quantity. The ball holds at its own precision: read it under at least `bits`.
struct Enclosed {
  Ball value;
  bool rigorous = true;
  bool by_rule = false;      ///< 0, or a constant, decided from the specifications
  bool is_infinite = false;  ///< +infinity, by rule
  Notes notes = {};          ///< why nothing bounds it, or what it does not tell
};

/// Why nothing is enclosed where a piece of a law ends too soon.
inline const Text beyond_all_exponents{"not enclosed: far out a density lies beyond all exponents",
                                       "未得包含区间：远处的密度超出一切指数范围"};
/// And where no cut is found beyond which what is left is bounded.
inline const Text nothing_beyond_cuts{"not enclosed: nothing bounds it beyond the cuts",
                                      "未得包含区间：截断点之外得不出界"};
/// Nothing rigorous is known, and why.
Enclosed unbounded(const Text& why);
/// What of an enclosure is not negative.
Ball nonnegative(const Ball& x);
/// The enclosure says less than a floating-point value with an estimated error.
bool says_nothing(const Ball& x);

struct EnclosedDivergences {
  PerDivergence<Enclosed> divergences;
  PerBounded<Enclosed> bounded;
  Two<Enclosed> mass;
  Two<Enclosed> entropy;  ///< of a law that has atoms or a density, but not both
  long bits = 0;          ///< a precision at which all of them can be read
  long evaluations = 0;   ///< of the densities, by the integrator

  Enclosed& operator[](Divergence d) { return divergences[d]; }
  const Enclosed& operator[](Divergence d) const { return divergences[d]; }
};

/// Those that are asked for, to `digits` significant digits each, as far as they can be reached; in
/// nats. Throws as common_grid and panels_of do.
EnclosedDivergences enclose_divergences(const Law& data, const Law& generator, int digits,
                                        const Wanted& wanted = standard_divergences());

/// JSD alone, by one integral.
Enclosed enclose_jsd(const Law& data, const Law& generator, int digits);

}  // namespace gancheck
