#include "theory/proofs/certificates.hpp"

#include "theory/formulas.hpp"
#include "theory/proofs/identities.hpp"
#include "theory/proofs/sweep.hpp"

namespace gancheck {
namespace {

using Point = std::vector<Ball>;

const SweptClaim all_pairs_by_convexity = {
    all_pairs_of_laws,
    {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity}};
const SweptClaim with_equality = {all_pairs_of_laws,
                                  {lemma::radon_nikodym, lemma::convexity, lemma::linearity,
                                   lemma::monotonicity, lemma::vanishing}};
const SweptClaim all_pairs_pointwise = {
    all_pairs_of_laws, {lemma::radon_nikodym, lemma::linearity, lemma::monotonicity}};

Ball half() {
  return exactly<Ball>(Rational(1, 2));
}

/// A convex function of t that touches 0: `value` and `slope` are those at the point of contact.
bool touches(const Ball& value, const Ball& slope) {
  return value.is_zero() && slope.is_zero();
}

/// log 2 - h(t) = t log 2t + (1-t) log 2(1-t): exactly 0 at 1/2.
Ball entropy_gap(const Ball& t) {
  const Ball rest = Ball(1) - t;
  return times_log(t, t * 2) + times_log(rest, rest * 2);
}
/// Its derivative log(t/(1-t)).
Ball entropy_gap_slope(const Ball& t) {
  return log(t / (Ball(1) - t));
}

/// (1+u) log(1+u) + (1-u) log(1-u) = 2 (log 2 - h((1+u)/2)) for 0 <= u <= 1, and its derivative.
Ball kappa(const Ball& u) {
  const Ball more = Ball(1) + u, less = Ball(1) - u;
  return times_log(more, more) + times_log(less, less);
}
Ball kappa_slope(const Ball& u) {
  return log((Ball(1) + u) / (Ball(1) - u));
}

}  // namespace

const Text entropy_bound_in_words = {
    "h(t) ≤ log 2 - (t - 1/2)² on [0, 1], h(t) = -t log t - (1-t) log(1-t), by the second "
    "derivative of the gap, which is enclosed; V(D*, G) = -integral of (p+q) h(p/(p+q))",
    "[0, 1] 上 h(t) ≤ log 2 - (t - 1/2)²，h(t) = -t log t - (1-t) log(1-t)；"
    "所给区间包含两边之差的二阶导数；V(D*, G) = -∫(p+q) h(p/(p+q))"};

Evidence gibbs() {
  // phi(s) = s log(s/(1-s)) - (2s - 1), phi' = log(s/(1-s)) + 1/(1-s) - 2,
  // phi'' = 1/s + 1/(1-s) + 1/(1-s)²
  const Cover cover = cover_unit_interval(
      [](const DyadicBox& s) -> Ball {
        const Ball rest = inverse_of_rest_from_below(s);
        return inverse_from_below(s) + rest + rest * rest;
      },
      1.0);
  const Ball odds = half() / (Ball(1) - half());
  const bool contact =
      touches(half() * log(odds) - (half() * 2 - 1), log(odds) + Ball(1) / (Ball(1) - half()) - 2);
  return from_cover(cover, contact, with_equality);
}

Evidence gibbs_for_mixture() {
  // phi(s) = s log 2s - s + 1/2, phi' = log 2s, phi'' = 1/s
  const Cover cover = cover_unit_interval(inverse_from_below, 1.0);
  const bool contact = touches(half() * log(half() * 2) - half() + half(), log(half() * 2));
  return from_cover(cover, contact, with_equality);
}

Evidence entropy_is_at_most_log2() {
  // phi(t) = log 2 - h(t) - (t - 1/2)²; phi' = log(t/(1-t)) - 2 (t - 1/2), phi'' = 1/(t(1-t)) - 2
  const Cover cover = cover_unit_interval(
      [](const DyadicBox& t) -> Ball {
        return inverse_from_below(t) + inverse_of_rest_from_below(t) - 2;
      },
      0.5);
  const bool contact =
      touches(entropy_gap(half()), entropy_gap_slope(half()) - (half() - half()) * 2);
  return from_cover(cover, contact, with_equality);
}

Evidence entropy_is_below_parabola(const Rational& c) {
  const Rational rest = 4 - 2 * c;
  const Cover cover =
      cover_unit_interval([&](const DyadicBox& t) { return over_squared_tilt(rest, t); },
                          3.99);  // the infimum is 4; a cover needs a little room
  const Ball constant = exactly<Ball>(c);
  const auto function = [&](const Point& t) -> Ball {
    const Ball gap = t[0] - half();
    return entropy_gap(t[0]) - constant * gap * gap;
  };
  const bool contact = touches(function({half()}), entropy_gap_slope(half()));
  return or_refuted(from_cover(cover, contact, all_pairs_by_convexity), cover, function);
}

Evidence entropy_is_nonnegative(const Rational& c) {
  // h(t)/(t(1-t)) = -log t/(1-t) - log(1-t)/t; all four factors are monotone
  const Ball constant = exactly<Ball>(c);
  const Cover cover = cover_unit_interval(
      [&](const DyadicBox& t) -> Ball {
        const Ball first = -log(t.high()) * inverse_of_rest_from_below(t);
        const Ball second = -log(Ball(1) - t.low()) * inverse_from_below(t);
        return first + second - constant;
      },
      0.0);
  const auto entropy = [](const Ball& t) -> Ball {
    return formulas::binary_entropy(Chance<Ball>{t, Ball(1) - t});
  };
  const auto function = [&](const Point& t) -> Ball {
    return entropy(t[0]) - constant * t[0] * (Ball(1) - t[0]);
  };
  const bool contact = entropy(Ball(0)).is_zero() && entropy(Ball(1)).is_zero();
  return or_refuted(from_cover(cover, contact, all_pairs_pointwise), cover, function);
}

Evidence excess_is_below_distance(const Rational& k) {
  // With u = |2t - 1|: (k u - kappa(u))/u >= 0. kappa is 0 at 0 and convex (its second derivative
  // is 2/(1-u²)), so that kappa(u)/u is at most its slope at u; and it is at most
  // kappa(u_high)/u_low.
  const Ball constant = exactly<Ball>(k);
  const Cover cover = cover_unit_interval(
      [&](const DyadicBox& u) -> Ball {
        const Ball by_slope = constant - kappa_slope(u.high());
        const Ball by_value = constant - kappa(u.high()) / u.low();
        if (!by_slope.is_finite()) return by_value;
        return by_value.is_finite() ? max(by_slope, by_value) : by_slope;
      },
      0.0);
  const auto function = [&](const Point& u) -> Ball { return constant * u[0] - kappa(u[0]); };
  const bool contact = kappa(Ball(0)).is_zero();
  return or_refuted(from_cover(cover, contact, all_pairs_by_convexity), cover, function);
}

Evidence mixture_dominates(const Rational& k) {
  const Ball constant = exactly<Ball>(k);
  const Cover cover = cover_unit_interval(
      [&](const DyadicBox& s) -> Ball { return constant - 2 * max(s.high(), Ball(1) - s.low()); },
      0.0);
  const auto function = [&](const Point& s) -> Ball { return constant - 2 * s[0]; };
  const SweptClaim claim = {all_pairs_of_laws, {lemma::radon_nikodym, lemma::monotonicity}};
  return or_refuted(from_cover(cover, true, claim), cover, function);
}

Evidence negative_part_is_bounded(const Rational& k) {
  // f(v) = u log u - u + k with u = 4v: f' = 4 log u, f'' = 4/v
  const Ball constant = exactly<Ball>(k);
  const Cover cover = cover_unit_interval(
      [](const DyadicBox& v) -> Ball { return 4 * inverse_from_below(v); }, 4.0);
  const auto function = [&](const Point& v) -> Ball {
    const Ball u = 4 * v[0];
    return times_log(u, u) - u + constant;
  };
  const Ball quarter = exactly<Ball>(Rational(1, 4));
  const bool contact = touches(function({quarter}), log(4 * quarter));
  return or_refuted(from_cover(cover, contact, all_pairs_by_convexity), cover, function);
}

Evidence half_is_best_constant(const Rational& c) {
  // phi(y) = -log 2y - log 2(1-y) - c (y - 1/2)²; phi' = 1/(1-y) - 1/y - 2c (y - 1/2),
  // phi'' = 1/y² + 1/(1-y)² - 2c
  const Ball constant = exactly<Ball>(c);
  const Cover cover = cover_unit_interval(
      [&](const DyadicBox& y) -> Ball {
        const Ball first = inverse_from_below(y), second = inverse_of_rest_from_below(y);
        return first * first + second * second - 2 * constant;
      },
      0.0);
  const auto function = [&](const Point& y) -> Ball {
    const Ball rest = Ball(1) - y[0], gap = y[0] - half();
    return -log(2 * y[0]) - log(2 * rest) - constant * gap * gap;
  };
  const bool contact = touches(function({half()}), Ball(1) / (Ball(1) - half()) - Ball(1) / half());
  return or_refuted(from_cover(cover, contact, all_pairs_by_convexity), cover, function);
}

Evidence logarithm_increases(const Rational& k) {
  const Ball constant = exactly<Ball>(k);
  const Cover cover = cover_unit_interval(
      [&](const DyadicBox& t) -> Ball { return inverse_from_below(t) - constant; }, 0.0);
  const auto function = [&](const Point& t) -> Ball {
    return -log(t[0]) - constant * (Ball(1) - t[0]);
  };
  const SweptClaim claim = {
      all_pairs_of_laws,
      {lemma::radon_nikodym, lemma::increase, lemma::linearity, lemma::monotonicity}};
  return or_refuted(from_cover(cover, log(Ball(1)).is_zero(), claim), cover, function);
}

Evidence slope_points_to_maximum(const Rational& k) {
  const Ball constant = exactly<Ball>(k);
  const Cover cover = cover_unit_interval(
      [&](const DyadicBox& y) -> Ball { return inverse_variance_from_below(y) - constant; }, 0.0);
  // At a = y/2, b = 1 - y/2, where y* = y/2.
  const auto function = [&](const Point& y) -> Ball {
    const Ball a = y[0] / 2, b = Ball(1) - a, gap = a - y[0];
    const Chance<Ball> chance{y[0], Ball(1) - y[0]};
    return formulas::slope(a, b, chance) * gap - constant * gap * gap;
  };
  // The factoring at 25 points, exactly; that it holds at all is an identity of claim 27.
  bool factors = true;
  for (int i = 1; i < 10; i += 2) {
    for (int j = 1; j < 10; j += 2) {
      const Rational a(i, 7), b(j, 3), y(i * j, 100), rest = 1 - y;
      factors = factors && formulas::slope(a, b, Chance<Rational>{y, rest}) ==
                               (a + b) * (a / (a + b) - y) / (y * rest);
    }
  }
  const SweptClaim claim = {
      {"all a, b ≥ 0 not both 0, all y in (0, 1)", "一切不同时为 0 的 a, b ≥ 0 与 y ∈ (0, 1)"}, {}};
  return or_refuted(from_cover(cover, factors, claim), cover, function);
}

}  // namespace gancheck
