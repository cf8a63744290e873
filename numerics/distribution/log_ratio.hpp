// Whether the integral of p log(p/q) is finite, decided from how both laws die out.
#pragma once

#include <optional>

#include "numerics/distribution/law.hpp"

namespace gancheck {

/// For the pieces of two laws, those of `p` inside the union of those of `q`: whether |log p| and
/// |log q| have finite integrals over p at every end of a piece, infinite ones included. False
/// where only one of them is infinite, or -log q grows faster than |log p|: then the divergence is
/// +infinity. Empty where both are infinite and of one growth, or where the growths do not tell.
std::optional<bool> log_ratio_is_integrable(const Law& p, const Law& q);

/// Which of both laws dies out faster at the left (`below`) or right end of the line: 1 if p, -1 if
/// q, 0 if both alike, as far as their growths tell. Empty where one of them does not reach there.
std::optional<int> compare_at_infinity(const Law& p, const Law& q, bool below);

}  // namespace gancheck
