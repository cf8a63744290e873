// The points at which stretches of the line meet: ends and kinks of two laws, and the rungs between
// which they change.
#pragma once

#include <span>
#include <vector>

#include "numerics/distribution/law.hpp"

namespace gancheck {

/// A point where stretches meet, or a rung of a ladder.
struct Mark {
  Real at;
  bool is_hard = false;                                 ///< an end or a kink
  bool singular_below = false, singular_above = false;  ///< on which side the logarithm is needed
};

/// -1, 0, 1; numbers that 4096 bits do not tell apart count as one point. That may serve where a
/// point only parts stretches; a law can have any mass between two such points.
int order(const Real& x, const Real& y);

/// 0, or of a size at which doubles measure distances.
bool is_in_reach(const Real& x);

/// The marks of both laws in order, equal ones put together. `hints` are more points between which
/// an integrand changes; with `logarithm_at_zeros` an end where a density
/// has a zero of whole order needs the logarithm too. Throws std::domain_error for a law that lives
/// where doubles measure no distances, and where ends or kinks are not told apart.
std::vector<Mark> sorted_marks(const Law& data, const Law& generator, std::span<const Real> hints,
                               bool logarithm_at_zeros);

}  // namespace gancheck
