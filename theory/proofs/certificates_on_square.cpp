#include "theory/proofs/certificates_on_square.hpp"

#include "theory/formulas.hpp"
#include "theory/proofs/identities.hpp"
#include "theory/proofs/sweep.hpp"

namespace gancheck {
namespace {

using Point = std::vector<Ball>;

const Text all_chances = {"all s, d in [0, 1]", "一切 s、d ∈ [0, 1]"};

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

/// f(s, d) = 0 at s, d = 1/10, 3/10, ..., 9/10, exactly: a factoring that is proved for all s and d
/// by normal forms (algebraic_proofs.hpp), held against the formulas of this build.
template <class F>
bool vanishes_on_lattice(const F& f) {
  for (int i = 1; i < 10; i += 2) {
    for (int j = 1; j < 10; j += 2) {
      if (f(Rational(i, 10), Rational(j, 10)) != 0) return false;
    }
  }
  return true;
}

/// The derivative of kl(s||d) with respect to d, which is minus that of s log d + (1-s) log(1-d).
Rational kl_slope(const Rational& s, const Rational& d) {
  return -formulas::slope(s, Rational(1 - s), Chance<Rational>{d, Rational(1 - d)});
}

Ball kl_at(const Ball& s, const Ball& d) {
  return formulas::binary_kl(Chance<Ball>{s, Ball(1) - s}, Chance<Ball>{d, Ball(1) - d});
}

/// 1 - side.
DyadicBox mirrored(const DyadicBox& side) {
  return {1 - side.upper, 1 - side.lower};
}

/// For d <= 1/2: [(k-1)/d + 1 + k s(1-2d)/d²]/(1-d)² from below, if it is not negative.
Ball chi_squared_slope(const Rational& k, const DyadicBox& s, const DyadicBox& d) {
  if (d.upper > 0.5) {
    return d.lower >= 0.5 ? chi_squared_slope(k, mirrored(s), mirrored(d)) : no_bound();
  }
  const Rational excess = k - 1;
  Ball sum = 1 + exactly<Ball>(k) * s.low() * (Ball(1) - 2 * d.high()) / power(d.high(), 2);
  if (excess > 0) sum = sum + exactly<Ball>(excess) / d.high();
  if (excess < 0) sum = sum + exactly<Ball>(excess) / d.low();
  return sum / power(Ball(1) - d.low(), 2);
}

Ball smaller_chance(const Ball& s) {
  return min(s, Ball(1) - s);
}

}  // namespace

Evidence binary_kl_is_convex() {
  const Cover cover = cover_unit_square(
      [](const DyadicBox& t, const DyadicBox& y) -> Ball {
        const Ball rest = Ball(1) - y.low();
        return t.low() / (y.high() * y.high()) + (Ball(1) - t.high()) / (rest * rest);
      },
      0.999);  // the infimum is 1; a cover needs a little room
  return from_cover(
      cover, touches_on_the_diagonal(),
      {{"all a, b ≥ 0 not both 0, all y in [0, 1]", "一切不同时为 0 的 a, b ≥ 0 与 y ∈ [0, 1]"},
       {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity,
        lemma::vanishing}});
}

Evidence binary_kl_is_above_square(const Rational& c) {
  const Rational rest = 4 - 2 * c;
  const Cover along_d =
      cover_unit_interval([&](const DyadicBox& d) { return over_squared_tilt(rest, d); }, 3.99);
  const bool factors = vanishes_on_lattice([&](const Rational& s, const Rational& d) -> Rational {
    const Rational tilt = 1 - 2 * d;
    return kl_slope(s, d) + 2 * c * (s - d) - (d - s) * (tilt * tilt / (d * (1 - d)) + rest);
  });
  const Ball constant = exactly<Ball>(c);
  const auto function = [&](const Point& at) -> Ball {
    const Ball gap = at[0] - at[1];
    return kl_at(at[0], at[1]) - constant * gap * gap;
  };
  const Evidence e = from_cover(along_d, factors && touches_on_the_diagonal(),
                                {all_chances,
                                 {lemma::radon_nikodym, lemma::increase, lemma::linearity,
                                  lemma::monotonicity, lemma::vanishing}});
  // The function has two variables: s next to the d that was left open, too.
  Cover on_square = along_d;
  if (!along_d.sides.empty()) on_square.sides.push_back(along_d.sides.front());
  return or_refuted(e, on_square, function);
}

Evidence binary_kl_is_below_chi_squared(const Rational& k) {
  const Cover cover = cover_unit_square(
      [&](const DyadicBox& s, const DyadicBox& d) { return chi_squared_slope(k, s, d); }, 1.0);
  const bool factors = vanishes_on_lattice([&](const Rational& s, const Rational& d) -> Rational {
    // (s-d)²/(d(1-d)) = s²/d + (1-s)²/(1-d) - 1.
    const Rational rest = 1 - d, variance = d * rest, other = 1 - s;
    const Rational slope = k * (other * other / (rest * rest) - s * s / (d * d)) - kl_slope(s, d);
    const Rational numerator = (k - 1) * variance + k * ((d - s) * (d - s) + s * other);
    return slope - (d - s) * numerator / (variance * variance);
  });
  const Ball constant = exactly<Ball>(k);
  const auto function = [&](const Point& at) -> Ball {
    const Ball gap = at[0] - at[1];
    return constant * gap * gap / (at[1] * (Ball(1) - at[1])) - kl_at(at[0], at[1]);
  };
  const Evidence e =
      from_cover(cover, factors && touches_on_the_diagonal(),
                 {{"all s in [0, 1], d in (0, 1)", "一切 s ∈ [0, 1]、d ∈ (0, 1)"},
                  {lemma::radon_nikodym, lemma::increase, lemma::linearity, lemma::monotonicity}});
  return or_refuted(e, cover, function);
}

Evidence accuracy_is_bounded(const Rational& k) {
  const Ball half = exactly<Ball>(Rational(1, 2)), constant = exactly<Ball>(k);
  const auto best = [&](const Ball& s) -> Ball { return half + constant * abs(s - half); };
  const auto room = [&](const Ball& s, const Ball& a) -> Ball {
    return best(s) - s * a - (Ball(1) - s) * (Ball(1) - a);
  };
  const auto reached = [&](const Ball& s) -> Ball { return max(s, Ball(1) - s) - best(s); };
  const SweptClaim claim = {
      {"all P, Q and all classifiers", "一切 P、Q 与一切分类器"},
      {lemma::radon_nikodym, lemma::linearity, lemma::monotonicity, lemma::vanishing}};
  const Cover above = cover_unit_square(
      [&](const DyadicBox& s, const DyadicBox& a) {
        return is_on_one_side(s) ? least_at_corners(room, s, a) : no_bound();
      },
      0.0);
  const Cover attained = cover_unit_interval(
      [&](const DyadicBox& s) {
        return is_on_one_side(s) ? min(reached(s.low()), reached(s.high())) : no_bound();
      },
      0.0);
  return both(or_refuted(from_cover(above, true, claim), above,
                         [&](const Point& at) { return room(at[0], at[1]); }),
              or_refuted(from_cover(attained, true, claim), attained,
                         [&](const Point& at) { return reached(at[0]); }));
}

Evidence auc_is_bounded(const Rational& k) {
  const Ball constant = exactly<Ball>(k);
  const auto room = [&](const Ball& s, const Ball& t) -> Ball {
    return min(s * (Ball(1) - t), t * (Ball(1) - s)) -
           constant * smaller_chance(s) * smaller_chance(t);
  };
  const Cover cover = cover_unit_square(
      [&](const DyadicBox& s, const DyadicBox& t) {
        return is_on_one_side(s) && is_on_one_side(t) ? least_at_corners(room, s, t) : no_bound();
      },
      0.0);
  return or_refuted(
      from_cover(cover, true,
                 {all_pairs_of_laws,
                  {lemma::radon_nikodym, lemma::tonelli, lemma::linearity, lemma::monotonicity}}),
      cover, [&](const Point& at) { return room(at[0], at[1]); });
}

}  // namespace gancheck
