// Whether the integrals of p log(p/q) and of p²/q are finite, decided from how both laws die out.
#pragma once

#include <optional>

#include "numerics/distribution/law.hpp"

namespace gancheck {

/// For the pieces of two laws, those of `p` inside the union of those of `q`: whether |log p| and
/// |log q| have finite integrals over p at every end of a piece, infinite ones included. False
/// where only one of them is infinite, or -log q grows faster than |log p|: then the divergence is
/// +infinity. Empty where both are infinite and of one growth, or where the growths do not tell.
std::optional<bool> log_ratio_is_integrable(const Law& p, const Law& q);

/// Whether |log p| has a finite integral over p at every end of a piece, so that the law has a
/// (differential) entropy. False where it has none at an infinite end alone: then -log p > 0 there,
/// and the entropy is +infinity.
std::optional<bool> log_is_integrable(const Law& p);

/// For such pieces: whether p²/q has a finite integral at every end. In the coordinate L_j(X) of
/// the slower growth -log p ~ c_p L^a and -log q ~ c_q L^b, so that it is finite where p dies out
/// by a faster level or power, or alike with 2 c_p > c_q. It is infinite where p dies out more
/// slowly, or alike with 2 c_p < c_q: the integral beyond x is at least P(beyond x)²/Q(beyond x)
/// (Cauchy and Schwarz), which then has no bound; and with 2 c_p = c_q where both are pure, since
/// p²/q with respect to L_j then stays above a positive number. Empty where the growths do not
/// tell.
std::optional<bool> square_ratio_is_integrable(const Law& p, const Law& q);

/// Which of both laws dies out faster at the left (`below`) or right end of the line: 1 if p, -1 if
/// q, 0 if both alike, as far as their growths tell. Empty where one of them does not reach there.
std::optional<int> compare_at_infinity(const Law& p, const Law& q, bool below);

}  // namespace gancheck
