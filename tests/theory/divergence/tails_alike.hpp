// Two laws whose tails share everything that a sum tells, and differ.
#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>

#include "numerics/number/rational.hpp"

namespace gancheck {

/// P has infinitely many atoms, Q has four. With r = 10^-31 and s = r/(1 + r) the tails from 3 on,
/// m (1, s, s², ...) and m (1, r), have one total, one first mass and one beginning, since
/// 1/(1 - s) = 1 + r; weights at 1 and 2 make the listed atoms equal. But P(4) != Q(4), and
/// Q(5) = 0: KL(P||Q) is infinite, and TV = m r², as P has m s, m s², ... where Q has m r.
inline std::pair<std::string, std::string> laws_with_tails_alike() {
  const Rational r = 1 / power_of_ten(31), s = r / (1 + r);
  const Rational sum = 1 + r + r * r + r * r * r;
  const Rational p[] = {Rational(1, 2) * (1 - s) + Rational(1, 4),
                        Rational(1, 2) * (1 - s) * s + Rational(1, 4)};
  // Q(3) = v r²/sum = P(3) = (1 - s) s²/2.
  const Rational v = Rational(1, 2) * (1 - s) * s * s * sum / (r * r);
  const Rational rest[] = {p[0] - v / sum, p[1] - v * r / sum};
  return {
      fmt::format("mixture(1/2*geometric({}),1/4*point(1),1/4*point(2))", to_text(Rational(1 - s))),
      fmt::format("mixture({}*truncate(geometric({}),1,4),{}*point(1),{}*point(2))", to_text(v),
                  to_text(Rational(1 - r)), to_text(rest[0]), to_text(rest[1]))};
}

}  // namespace gancheck
