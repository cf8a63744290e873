#include "theory/certificates.hpp"

#include <fmt/format.h>

#include "numerics/enclose.hpp"
#include "theory/formulas.hpp"
#include "theory/lemmas.hpp"

namespace gancheck {
namespace {

const Text all_pairs = {"all P, Q", "一切 P、Q"};

Evidence from_cover(const Cover& cover, bool stationary) {
  Evidence e;
  e.ground = Ground::sweep;
  e.scope = all_pairs;
  e.rests_on = {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity,
                lemma::vanishing};
  e.attempted = cover.boxes + cover.unresolved;
  e.decided = cover.boxes;
  e.found = cover.complete() && stationary ? Evidence::Found::agrees : Evidence::Found::too_wide;
  e.lower = decimal_rounded_down(exact_rational(cover.lowest), 17);
  e.upper = "inf";
  e.where = cover.where;
  if (!stationary)
    e.trouble = "the function is not stationary with value 0 at its point of contact";
  return e;
}

/// A convex function of t that touches 0 at 1/2: `second` bounds its second derivative on a box
/// from below, `value` and `first` are the function and its derivative at 1/2.
Evidence touches_at_half(const std::function<Ball(const DyadicBox&)>& second, double least,
                         const Ball& value, const Ball& first) {
  return from_cover(cover_unit_interval(second, least), value.is_zero() && first.is_zero());
}

/// 1/t >= 1/t_hi on [t_lo, t_hi], also where t_lo = 0.
Ball inverse_from_below(const DyadicBox& t) {
  return Ball(1) / t.high();
}
/// 1/(1-t) >= 1/(1-t_lo), also where t_hi = 1.
Ball inverse_of_rest_from_below(const DyadicBox& t) {
  return Ball(1) / (Ball(1) - t.low());
}

/// G(t, t) = 0 and G_y(t, t) = 0 at t = 1/64, ..., 63/64, exactly; and G_y > 0 next to y = 0 for t
/// = 0, where G(0, 0) = 0 is the least value at an end, and the mirror image for t = 1. That they
/// hold for every t is the identity of claim 27.
bool touches_on_the_diagonal() {
  constexpr int steps = 64;
  for (int k = 1; k < steps; ++k) {
    const Rational t(k, steps), rest(steps - k, steps);
    if (formulas::slope(t, rest, Chance<Rational>{t, rest}) != 0) return false;
    const Chance<Ball> chance{exactly<Ball>(t), exactly<Ball>(rest)};
    if (!formulas::binary_kl(chance, chance).is_zero()) return false;
  }
  const Rational near = power_of_ten(-9), far = Rational(1) - near;
  return formulas::slope(Rational(0), Rational(1), Chance<Rational>{near, far}) < 0 &&
         formulas::slope(Rational(1), Rational(0), Chance<Rational>{far, near}) > 0;
}

}  // namespace

Evidence binary_kl_is_convex() {
  constexpr double least = 0.999;  // the infimum is 1; a cover needs a little room
  const Cover cover = cover_unit_square(
      [](const DyadicBox& t, const DyadicBox& y) -> Ball {
        const Ball rest = Ball(1) - y.low();
        return t.low() / (y.high() * y.high()) + (Ball(1) - t.high()) / (rest * rest);
      },
      least);
  Evidence e = from_cover(cover, touches_on_the_diagonal());
  e.scope = {"all a, b >= 0 not both 0, all y in [0, 1]",
             "一切不同时为 0 的 a, b >= 0 与 y ∈ [0, 1]"};
  return e;
}

Evidence gibbs() {
  const Ball half = exactly<Ball>(Rational(1, 2));
  // phi(s) = s log(s/(1-s)) - (2s - 1), phi' = log(s/(1-s)) + 1/(1-s) - 2,
  // phi'' = 1/s + 1/(1-s) + 1/(1-s)²
  const auto second = [](const DyadicBox& s) -> Ball {
    const Ball rest = inverse_of_rest_from_below(s);
    return inverse_from_below(s) + rest + rest * rest;
  };
  const Ball odds = half / (Ball(1) - half);
  return touches_at_half(second, 1.0, half * log(odds) - (half * 2 - 1),
                         log(odds) + Ball(1) / (Ball(1) - half) - 2);
}

Evidence gibbs_for_mixture() {
  const Ball half = exactly<Ball>(Rational(1, 2));
  // phi(s) = s log 2s - s + 1/2, phi' = log 2s, phi'' = 1/s
  return touches_at_half([](const DyadicBox& s) { return inverse_from_below(s); }, 1.0,
                         half * log(half * 2) - half + half, log(half * 2));
}

Evidence entropy_is_at_most_log2() {
  const Ball half = exactly<Ball>(Rational(1, 2));
  // phi(t) = log 2 - h(t) - (t - 1/2)² with log 2 - h(t) = t log 2t + (1-t) log 2(1-t);
  // phi' = log(t/(1-t)) - 2 (t - 1/2), phi'' = 1/t + 1/(1-t) - 2
  const auto second = [](const DyadicBox& t) -> Ball {
    return inverse_from_below(t) + inverse_of_rest_from_below(t) - 2;
  };
  const Ball rest = Ball(1) - half;
  return touches_at_half(second, 0.5, half * log(half * 2) + rest * log(rest * 2),
                         log(half / rest) - (half - half) * 2);
}

}  // namespace gancheck
