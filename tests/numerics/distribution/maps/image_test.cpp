#include "numerics/distribution/maps/image.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "numerics/distribution/densities/densities.hpp"
#include "numerics/distribution/maps/image_growth.hpp"
#include "numerics/distribution/maps/piece_image.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/number/expression.hpp"
#include "numerics/number/special_functions.hpp"

using namespace gancheck;

namespace {

Ball ball(const Rational& x) {
  return exactly<Ball>(x);
}
const Rational half(1, 2);

Offset<Ball> by(const Rational& x) {
  return Offset<Ball>::by(ball(x), x < 0 ? -1 : x > 0);
}
Offset<Ball> at_log(const Rational& log, int side) {
  return Offset<Ball>::at_log_distance(ball(log), side);
}

/// Both enclose one number, each to `digits` digits, relative to it or to 1 where it is small.
void check_same(const Ball& x, const Ball& y, int digits = 40) {
  CHECK(x.overlaps(y));
  const double room = std::pow(10, -digits) * std::max(1.0, y.magnitude());
  CHECK(x.radius() <= room);
  CHECK(y.radius() <= room);
}

/// Two positive numbers, to `digits` digits of their own, however small.
void check_same_mass(const Ball& x, const Ball& y, int digits = 40) {
  CHECK(x.is_positive());
  check_same(log(x), log(y), digits);
}

const DensityPointer& normal() {
  static const DensityPointer density = normal_density(0, 1);
  return density;
}

/// Of the normal density, at z.
Ball log_phi(const Ball& z) {
  return -(z * z) / 2 - log(pi() * 2) / 2;
}

/// log P(Z > z) of the normal law at z >= 10000: the asymptotic series, whose error is at most the
/// first term that is left out, 945/z^10.
Ball log_normal_tail(const Ball& z) {
  const Ball t = Ball(1) / (z * z);
  const Ball sum = Ball(1) - t * (Ball(1) - t * 3 * (Ball(1) - t * 5 * (Ball(1) - t * 7)));
  return log_phi(z) - log(z) + log(sum);
}

struct Case {
  MapPointer map;
  DensityPointer base;
  std::vector<Rational> points;  ///< of the image
};

std::vector<Case> cases() {
  const std::vector<Rational> positive{Rational(1, 1000), Rational(1, 3), 1, Rational(7, 2), 40};
  const std::vector<Rational> unit{Rational(1, 1000), Rational(1, 3), half, Rational(999, 1000)};
  const std::vector<Rational> line{-5, Rational(-1, 3), 0, 1, Rational(7, 2)};
  const auto affine = [](const Rational& a, const Rational& b) {
    return std::make_shared<AffineMap>(a, b);
  };
  std::vector<Case> all;
  for (const DensityPointer& base :
       {normal_density(Rational(1, 3), 2), logistic_density(-1, half), gumbel_density(0, 1)}) {
    for (const MapPointer& map : {exp_map(), sqrt_map(), square_map()})
      all.push_back({map, base, positive});
    all.push_back({log_map(), base, line});
    all.push_back({sigmoid_map(), base, unit});
    all.push_back({tanh_map(), base, {Rational(-99, 100), Rational(-1, 3), 0, Rational(4, 5)}});
    all.push_back({affine(-3, half), base, line});
    all.push_back({exp_map(), image_density(exp_map(), base), {Rational(11, 10), 2, 100}});
    all.push_back(
        {sigmoid_map(), image_density(exp_map(), base), {Rational(6, 10), Rational(3, 4)}});
    all.push_back({log_map(), image_density(square_map(), base), line});
    all.push_back({tanh_map(), image_density(affine(-2, 1), base), {Rational(-1, 2), 0}});
    all.push_back({sqrt_map(), image_density(log_map(), base), {Rational(1, 7), 1}});
  }
  return all;
}

}  // namespace

TEST_CASE("an image's density is the derivative of its distribution function") {
  const BallPrecision precision(500);
  for (const Case& c : cases()) {
    const DensityPointer image = image_density(c.map, c.base);
    for (const Rational& y : c.points) {
      CAPTURE(image->text());
      CAPTURE(to_text(y));
      const auto local = image->seen_from(y);
      // The error of the symmetric quotient is h²/6 times the third derivative.
      const Rational h = Rational(Integer(1), Integer(1) << 120);
      // On the side where less of the law lies, the difference keeps its digits.
      const Ball rise = local->below(by(h)) - local->below(by(-h));
      const Ball fall = local->above(by(-h)) - local->above(by(h));
      const Ball mass = rise.radius() < fall.radius() ? rise : fall;
      const Ball density = exp(local->log_density(by(0)));
      CHECK(abs(mass / ball(2 * h) / density - Ball(1)).upper() < 1e-55);
      check_same(local->below(by(0)) + local->above(by(0)), Ball(1), 80);
    }
  }
}

TEST_CASE("images have the densities of their closed forms") {
  const Rational y(5, 3);
  const auto log_density = [&](const DensityPointer& q, const Rational& at) {
    return q->seen_from(at)->log_density(by(0));
  };
  const auto of_uniform = [](const MapPointer& map) {
    return image_density(map, uniform_density(0, 1));
  };
  SUBCASE("exp of a normal law is lognormal") {
    check_same(log_density(image_density(exp_map(), normal()), y),
               log_phi(log(ball(y))) - log(ball(y)));
  }
  SUBCASE("square of a normal law, on either side, is chi-square") {
    check_same(log_density(image_density(square_map(), normal()), y),
               -(log(pi() * 2 * ball(y)) + ball(y)) / 2);
  }
  SUBCASE("of the uniform law") {
    check_same(log_density(of_uniform(log_map()), -y), ball(-y));
    check_same(log_density(of_uniform(sqrt_map()), Rational(1, 3)), log(ball(Rational(2, 3))));
    const Piece minus_log =
        affine_image(monotone_image(log_map(), whole(uniform_density(0, 1))), -1, 0);
    CHECK(minus_log.density->text() == "pushforward(pushforward(uniform(0,1),log()),affine(-1,0))");
    check_same(log_density(minus_log.density, y), ball(-y));
  }
  SUBCASE("sigmoid and tanh of logistic laws are uniform") {
    const DensityPointer unit = image_density(sigmoid_map(), logistic_density(0, 1));
    check_same(log_density(unit, Rational(1, 7)), Ball(0));
    const DensityPointer both = image_density(tanh_map(), logistic_density(0, half));
    check_same(log_density(both, Rational(-6, 7)), -log(Ball(2)));
  }
  SUBCASE("exp of an exponential law is a Pareto law") {
    check_same(log_density(image_density(exp_map(), exponential_density(2)), y),
               log(Ball(2)) - log(ball(y)) * 3);
  }
}

TEST_CASE("no digits are lost next to an end and far out") {
  SUBCASE("sigmoid, 1e6 orders from 1 and from 0") {
    const DensityPointer unit = image_density(sigmoid_map(), logistic_density(0, 1));
    for (const int end : {0, 1}) {
      const auto local = unit->seen_from(end);
      const int side = end == 0 ? 1 : -1;
      for (const Rational& log_distance : {Rational(-1000000), Rational(-2000), Rational(-1)}) {
        const Offset<Ball> y = at_log(log_distance, side);
        check_same(local->log_density(y), Ball(0), 35);
        check_same(log(end == 0 ? local->below(y) : local->above(y)), ball(log_distance));
      }
    }
  }
  SUBCASE("sigmoid and tanh of a normal law: log d = -1e6 gives z = 1e6 + log(1 - d)") {
    const Ball z = ball(1000000);
    const auto squashed = image_density(sigmoid_map(), normal())->seen_from(1);
    check_same(squashed->log_density(at_log(-1000000, -1)), log_phi(z) + z, 34);
    check_same(log(squashed->above(at_log(-50000, -1))), log_normal_tail(Ball(50000)), 34);
    const auto tanh_of = image_density(tanh_map(), normal())->seen_from(-1);
    const Ball far = (z + log(Ball(2))) / 2;
    check_same(tanh_of->log_density(at_log(-1000000, 1)), log_phi(far) + z - log(Ball(2)), 34);
    check_same(log(tanh_of->below(at_log(-50000, 1))),
               log_normal_tail((Ball(50000) + log(Ball(2))) / 2), 34);
  }
  SUBCASE("chi-square at 0") {
    const auto local = image_density(square_map(), normal())->seen_from(0);
    for (const Rational& log_y :
         {Rational(-1000000), Rational(-2000), Rational(-200), Rational(-60)}) {
      const Ball l = ball(log_y);
      check_same(local->log_density(at_log(log_y, 1)), -(log(pi() * 2) + l + exp(l)) / 2);
      // P(Y <= y) = sqrt(2y/pi)·(1 - y/6 + y²/40 - ...)
      const Ball series = Ball(1) - exp(l) / 6 + exp(l * 2) / 40;
      check_same(log(local->below(at_log(log_y, 1))), (log(Ball(2) / pi()) + l) / 2 + log(series),
                 36);
    }
    check_same_mass(local->above(by(10000)), erfc(Ball(100) / sqrt(Ball(2))));
    CHECK(local->below(by(0)).is_zero());
    check_same(local->above(by(0)), Ball(1));
  }
  SUBCASE("lognormal at 0 and at infinity") {
    const auto local = image_density(exp_map(), normal())->seen_from(0);
    for (const int log_y : {-1000000, -2000, 2000, 1000000})
      check_same(local->log_density(at_log(log_y, 1)), log_phi(Ball(log_y)) - Ball(log_y), 34);
    check_same(log(local->below(at_log(-50000, 1))), log_normal_tail(Ball(50000)), 34);
    check_same(log(local->above(at_log(50000, 1))), log_normal_tail(Ball(50000)), 34);
    CHECK(local->below(by(0)).is_zero());
    check_same(local->above(by(0)), Ball(1));
    CHECK_FALSE(local->log_density(by(0)).is_finite());
  }
  SUBCASE("log of a uniform law, far below any anchor") {
    for (const Rational& anchor : {Rational(0), Rational(-3), Rational(50)}) {
      const auto local = image_density(log_map(), uniform_density(0, 1))->seen_from(anchor);
      const Offset<Ball> y = by(-1000000 - anchor);
      check_same(local->log_density(y), ball(-1000000));
      check_same(log(local->below(y)), ball(-1000000));
    }
  }
  SUBCASE("sqrt of a uniform law at 0, square of it at 0") {
    const auto root = image_density(sqrt_map(), uniform_density(0, 1))->seen_from(0);
    check_same(root->log_density(at_log(-2000, 1)), log(Ball(2)) - Ball(2000));
    check_same(log(root->below(at_log(-2000, 1))), Ball(-4000));
    const auto squared = image_density(square_map(), uniform_density(0, 1))->seen_from(0);
    check_same(squared->log_density(at_log(-2000, 1)), Ball(1000) - log(Ball(2)));
    check_same(log(squared->below(at_log(-2000, 1))), Ball(-1000));
  }
  SUBCASE("an end that a formula names") {
    // exp(uniform(1,2)) begins at e, its density there is 1/e.
    const auto local = image_density(exp_map(), uniform_density(1, 2))->seen_from(exp(Real(1)));
    check_same(local->log_density(at_log(-2000, 1)), Ball(-1));
    check_same(log(local->below(at_log(-2000, 1))), Ball(-2001));
    // sigmoid(uniform(0,40000)) ends at 1 - e^-40000/..., which no comparison tells from 1.
    const DensityPointer far = image_density(sigmoid_map(), uniform_density(0, 40000));
    const auto at_end = far->seen_from(*far->upper().at);
    check_same(log(at_end->above(at_log(-50000, -1))), Ball(-10000) - log(Ball(40000)), 36);
  }
}

TEST_CASE("a point is the same from every anchor, in the range or out of it") {
  const std::vector<Real> anchors{-5,
                                  -1,
                                  Rational(-1, 2),
                                  0,
                                  Rational(1, 3),
                                  half,
                                  1,
                                  Rational(7, 2),
                                  1000,
                                  exp(Real(-1)),
                                  sigmoid(Real(2)),
                                  tanh(Real(Rational(1, 5))),
                                  sqrt(Real(2))};
  for (const Case& c : cases()) {
    const DensityPointer image = image_density(c.map, c.base);
    const Rational y = c.points[1];
    const auto reference = image->seen_from(y);
    for (const Real& anchor : anchors) {
      CAPTURE(image->text());
      CAPTURE(anchor.text());
      const auto local = image->seen_from(anchor);
      const Ball delta = (Real(y) - anchor).enclose();
      const Offset<Ball> offset =
          Offset<Ball>::by(delta, delta.is_negative() ? -1 : !delta.is_zero());
      check_same(local->log_density(offset), reference->log_density(by(0)), 36);
      check_same(local->below(offset), reference->below(by(0)), 36);
      check_same(local->above(offset), reference->above(by(0)), 36);
    }
  }
}

TEST_CASE("nested maps keep what one map keeps") {
  SUBCASE("sigmoid of exp of a normal law at its end 1/2") {
    // y = 1/2 + d: e^z = log(1+2d) - log(1-2d) = 4d(1 + ...), dz/dy = 4/(e^z (1-4d²)).
    const DensityPointer q = image_density(sigmoid_map(), image_density(exp_map(), normal()));
    REQUIRE(q->lower().at);
    CHECK(q->lower().at->rational() == half);
    const Ball z = log(Ball(4)) - Ball(3000);
    check_same(q->seen_from(half)->log_density(at_log(-3000, 1)), log_phi(z) - z + log(Ball(4)),
               36);
  }
  const auto scaled_log = [](const DensityPointer& base, const Rational& factor) {
    return image_density(std::make_shared<AffineMap>(factor, 0), image_density(log_map(), base));
  };
  SUBCASE("exp(2 log z), z exponential: P(Y > y) = exp(-sqrt y)") {
    const DensityPointer q = image_density(exp_map(), scaled_log(exponential_density(1), 2));
    const auto local = q->seen_from(0);
    for (const int log_y : {-1000000, -30, 3}) {
      const Ball l = Ball(log_y) / 2, root = exp(l);
      check_same(local->log_density(at_log(log_y, 1)), -root - log(Ball(2)) - l, 34);
      check_same_mass(local->below(at_log(log_y, 1)), -expm1(-root), 34);
    }
  }
  SUBCASE("exp(log(u^(1/4))/2), u uniform: P(Y <= y) = y^8") {
    const auto root = [](const DensityPointer& of) { return image_density(sqrt_map(), of); };
    const DensityPointer half_log = scaled_log(root(root(uniform_density(0, 1))), half);
    const auto local = image_density(exp_map(), half_log)->seen_from(0);
    check_same(log(local->below(at_log(-700, 1))), Ball(-5600), 36);
    check_same(local->log_density(at_log(-700, 1)), log(Ball(8)) - Ball(4900), 36);
  }
  SUBCASE("a map and its inverse are the law itself") {
    for (const auto& [first, second] : {std::pair{exp_map(), log_map()},
                                        {log_map(), exp_map()},
                                        {sqrt_map(), square_map()},
                                        {square_map(), sqrt_map()}}) {
      const Piece part = *restricted(whole(uniform_density(1, 3)), Real(2), std::nullopt);
      const Piece back = monotone_image(second, monotone_image(first, part));
      CHECK(back.density->text() == "uniform(1,3)");
      CHECK(back.lower.at->rational() == 2);
      CHECK(back.upper.at->rational() == 3);
      CHECK(back.weight.rational() == 1);
    }
    // Not where the first map has cut the law.
    CHECK(image_density(sqrt_map(), image_density(square_map(), normal()))->text() ==
          "pushforward(pushforward(normal(0,1)[0..],square()),sqrt())");
  }
  SUBCASE("square of square of a normal law") {
    const DensityPointer q = image_density(square_map(), image_density(square_map(), normal()));
    const auto local = q->seen_from(0);
    const Ball l(-4000);
    check_same(local->log_density(at_log(-4000, 1)),
               log(Ball(2) / (pi())) / 2 - log(Ball(4)) - l * 3 / 4);
    check_same(log(local->below(at_log(-4000, 1))), log(Ball(2) / pi()) / 2 + l / 4);
  }
  SUBCASE("affine images of affine images are one, and undo each other") {
    const Piece lognormal = monotone_image(exp_map(), whole(normal()));
    const Piece moved = affine_image(affine_image(lognormal, 2, 3), half, 1);
    CHECK(moved.density->text() == "pushforward(pushforward(normal(0,1),exp()),affine(1,2.5))");
    CHECK(affine_image(moved, 1, Rational(-5, 2)).density->text() == lognormal.density->text());
    CHECK(affine_image(whole(normal()), -2, 3).density->text() == "normal(3,2)");
  }
}

TEST_CASE("a law that reaches below 0 is mapped on z >= 0, as a law of mass one") {
  const DensityPointer base = normal_density(1, 1);
  const DensityPointer image = image_density(sqrt_map(), base);
  CHECK(image->text() == "pushforward(normal(1,1)[0..],sqrt())");
  const auto local = image->seen_from(2);
  const auto of_base = base->seen_from(4), at_zero = base->seen_from(0);
  const Ball mass = at_zero->above(by(0));
  check_same(local->above(by(0)), of_base->above(by(0)) / mass);
  check_same(local->below(by(0)), (of_base->below(by(0)) - at_zero->below(by(0))) / mass);
  check_same(local->log_density(by(0)), of_base->log_density(by(0)) + log(Ball(4)) - log(mass));
  check_same(image->seen_from(0)->above(by(0)), Ball(1));
  // Of a far tail, of which 2^-7000 is left.
  const DensityPointer tail = image_density(square_map(), normal_density(-100, 1));
  check_same(tail->seen_from(0)->above(by(0)), Ball(1));
  check_same(tail->seen_from(1)->below(by(0)) + tail->seen_from(1)->above(by(0)), Ball(1));
  REQUIRE_FALSE(tail->ladder().empty());
  const Ball above_first = tail->seen_from(tail->ladder()[0])->above(by(0));
  CHECK(above_first.lower() > 0.01);
}

TEST_CASE("pieces of an image have the mass of their preimage") {
  const Piece part = *restricted(whole(normal_density(0, 2)), Real(Rational(1, 3)), Real(2));
  for (const MapPointer& map :
       {exp_map(), log_map(), sqrt_map(), square_map(), sigmoid_map(), tanh_map()}) {
    CAPTURE(map->text());
    const Piece image = monotone_image(map, part);
    CHECK(image.mass.text() == part.mass.text());
    CHECK(image.lower.at->text() == map->apply(Real(Rational(1, 3))).text());
    CHECK(image.upper.at->text() == map->apply(Real(2)).text());
    CHECK(image.lower.smooth);
    check_same(image.weight.enclose() *
                   mass_between(image.density, image.lower.at, image.upper.at).enclose(),
               part.mass.enclose());
    const Piece half_of_it = *restricted(image, map->apply(Real(1)), std::nullopt);
    check_same(half_of_it.mass.enclose(), restricted(part, Real(1), std::nullopt)->mass.enclose());
  }
  SUBCASE("a whole image has weight and mass alike") {
    const Piece image = monotone_image(exp_map(), whole(normal()));
    CHECK(image.weight.rational() == 1);
    CHECK(image.mass.rational() == 1);
  }
  SUBCASE("the sides of a symmetric law are joined") {
    const auto folded = absolute_image(whole(normal()));
    REQUIRE(folded.size() == 1);
    CHECK(folded[0].weight.rational() == 2);
    CHECK(folded[0].mass.rational() == 1);
    CHECK(folded[0].lower.at->is_zero());
    CHECK_FALSE(folded[0].upper.at);
    CHECK(absolute_image(whole(normal_density(1, 1))).size() == 2);
    CHECK(absolute_image(whole(uniform_density(-2, -1)))[0].density->text() == "uniform(1,2)");
    const auto overlapping = absolute_image(whole(uniform_density(-1, 2)));
    REQUIRE(overlapping.size() == 2);
    Ball sum;
    for (const Piece& side : overlapping) sum = sum + side.mass.enclose();
    check_same(sum, Ball(1));
  }
  SUBCASE("between points that are close together") {
    const Rational tiny = power_of_ten(-60);
    const Ball mass = mass_between(normal(), Real(0), Real(tiny)).enclose();
    check_same(log(mass), log(ball(tiny)) + log_phi(Ball(0)), 20);
    const Ball far = mass_between(normal(), Real(Rational(-41)), Real(Rational(-40))).enclose();
    check_same(log(far),
               log((erfc(Ball(40) / sqrt(Ball(2))) - erfc(Ball(41) / sqrt(Ball(2)))) / 2));
  }
}

namespace {

/// -log P(beyond the point at large X), with log X given.
Ball minus_log_mass(const Density& density, int side, const Ball& log_x) {
  const End end = side < 0 ? density.lower() : density.upper();
  const Real anchor = end.at ? *end.at : Real(0);
  const auto local = density.seen_from(anchor);
  const Offset<Ball> x = end.at ? Offset<Ball>::at_log_distance(-log_x, -side)
                                : Offset<Ball>::at_log_distance(log_x, side);
  return -log(side < 0 ? local->below(x) : local->above(x));
}

Ball real_power(const Ball& x, const Rational& exponent) {
  return exp(log(x) * ball(exponent));
}

/// c·L_level(X)^power, with log X given.
Ball grown(const Growth& growth, const Ball& log_x) {
  Ball l = log_x;
  if (growth.level == 2) l = log(l);
  if (growth.level <= 0) l = exp(l);
  if (growth.level == -1) l = exp(l);
  return ball(*growth.coefficient) * real_power(l, *growth.power);
}

/// log X where -log P is about 10^8, so that what the growth leaves out is small; for the slowest
/// tails, 1000^power, since X itself then has 10^430 digits.
Ball far_out(const Growth& growth) {
  const Ball l =
      growth.level >= 2
          ? Ball(1000)
          : real_power(Ball(100000000) / ball(growth.coefficient.value_or(1)), 1 / *growth.power);
  if (growth.level >= 2) return exp(l);
  if (growth.level == 1) return l;
  return growth.level == 0 ? log(l) : log(log(l));
}

}  // namespace

TEST_CASE("an image dies out at its ends as its growth says") {
  const auto uniform = uniform_density(0, 1);
  const auto root = image_density(sqrt_map(), uniform);
  const auto two = std::make_shared<AffineMap>(-2, 0);
  std::vector<DensityPointer> bases{normal(),
                                    normal_density(0, half),
                                    logistic_density(0, 1),
                                    gumbel_density(0, 1),
                                    exponential_density(3),
                                    uniform,
                                    root};
  for (const DensityPointer& base : std::vector<DensityPointer>(bases)) {
    bases.push_back(image_density(exp_map(), base));
    bases.push_back(image_density(two, base));
  }
  int known = 0;
  for (const DensityPointer& base : bases)
    for (const MapPointer& map : {exp_map(), log_map(), sqrt_map(), square_map(), sigmoid_map(),
                                  tanh_map(), MapPointer(two)}) {
      const bool lies_below_zero = base->upper().at && compare(*base->upper().at, 0) <= 0;
      if (map->needs_nonnegative() && lies_below_zero) continue;
      const DensityPointer image = image_density(map, base);
      for (const int side : {-1, 1}) {
        const Growth growth = (side < 0 ? image->lower() : image->upper()).growth;
        if (growth.level < -1 || growth.level > 2 || !growth.power) continue;
        CAPTURE(image->text());
        CAPTURE(side);
        CAPTURE(growth.level);
        CAPTURE(to_text(*growth.power));
        const Ball log_x = far_out(growth);
        if (growth.coefficient) {
          CAPTURE(to_text(*growth.coefficient));
          const Ball ratio = minus_log_mass(*image, side, log_x) / grown(growth, log_x);
          CHECK(std::abs(ratio.midpoint() - 1) < 0.01);
          ++known;
        } else {
          // log(-log P) = log c + power·log L: at 100 times as much, the power is what counts.
          const Growth plain{growth.level, *growth.power, Rational(1)};
          const Ball more = far_out({growth.level, *growth.power, Rational(1, 100)});
          const Ball rise =
              log(minus_log_mass(*image, side, more)) - log(minus_log_mass(*image, side, log_x));
          const Ball expected = log(grown(plain, more)) - log(grown(plain, log_x));
          CHECK(std::abs((rise / expected).midpoint() - 1) < 0.001);
        }
      }
    }
  CHECK(known > 200);
}

TEST_CASE("growths are as the rules say") {
  const auto same = [](const Growth& x, const Growth& y) {
    return x.level == y.level && x.power == y.power && x.coefficient == y.coefficient;
  };
  const Growth gauss{0, Rational(2), half}, power{1, Rational(1), Rational(3)};
  const Growth gumbel{-1, Rational(3), std::nullopt}, square_of_log{1, Rational(2), half};
  const Growth irrational{0, Rational(1, 3), Rational(1)};
  CHECK(same(through_exp(gauss), square_of_log));
  CHECK(same(through_log(square_of_log), gauss));
  CHECK(same(through_power(gauss, 2), {0, Rational(4), half}));
  CHECK(same(through_power(gauss, half), {0, Rational(1), half}));
  CHECK(same(through_power(power, 2), {1, Rational(1), Rational(6)}));
  CHECK(same(through_power(square_of_log, half), {1, Rational(2), Rational(1, 8)}));
  CHECK(same(through_power(gumbel, 2), {-1, std::nullopt, std::nullopt}));
  CHECK(same(through_power({2, Rational(1), Rational(1)}, 2), {2, Rational(1), Rational(1)}));
  CHECK(same(through_sigmoid(gauss), square_of_log));
  CHECK(same(through_sigmoid({-2, Rational(1), half}), {-1, Rational(1), std::nullopt}));
  CHECK(same(through_sigmoid({-3, Rational(1), half}), {-2, std::nullopt, std::nullopt}));
  CHECK(same(through_tanh(gauss), {1, Rational(2), Rational(1, 8)}));
  CHECK(same(through_tanh({-1, Rational(2), Rational(1)}), {0, Rational(1), Rational(2)}));
  CHECK(same(through_tanh(gumbel), {0, Rational(3, 2), std::nullopt}));
  CHECK(same(through_affine(gauss, -2, 1, false), {0, Rational(2), Rational(1, 8)}));
  CHECK(same(through_affine(irrational, 2, 0, false), {0, Rational(1, 3), std::nullopt}));
  CHECK(same(through_affine(irrational, -1, 7, false), irrational));
  CHECK(same(through_affine({0, half, Rational(1)}, Rational(1, 4), 0, false),
             {0, half, Rational(2)}));
  CHECK(same(through_affine({-1, Rational(3), half}, 2, 0, false), {-1, Rational(3, 2), half}));
  CHECK(
      same(through_affine({-1, Rational(3), half}, 1, 1, false), {-1, Rational(3), std::nullopt}));
  CHECK(
      same(through_affine({-2, Rational(3), half}, 1, 1, false), {-2, std::nullopt, std::nullopt}));
  CHECK(same(through_affine({-2, Rational(3), half}, -1, 0, false), {-2, Rational(3), half}));
  CHECK(same(through_affine(gauss, 3, 5, true), {0, Rational(2), Rational(9, 2)}));
  CHECK(same(through_affine(power, 3, 5, true), power));
  CHECK(same(through_smooth_map(power), power));
  CHECK(same(through_smooth_map(gauss), {0, Rational(2), std::nullopt}));
  CHECK(same(through_smooth_map(gumbel), {-1, std::nullopt, std::nullopt}));
}

TEST_CASE("ends are smooth where a polynomial describes the density") {
  const auto uniform = uniform_density(0, 1);
  CHECK(image_density(exp_map(), uniform)->lower().smooth);
  CHECK(image_density(sqrt_map(), uniform)->lower().smooth);
  CHECK(image_density(tanh_map(), uniform)->lower().smooth);
  CHECK_FALSE(image_density(square_map(), uniform)->lower().smooth);
  CHECK(image_density(square_map(), uniform)->upper().smooth);
  CHECK_FALSE(image_density(square_map(), normal())->lower().smooth);
  CHECK(image_density(sqrt_map(), normal())->lower().smooth);
  CHECK_FALSE(image_density(log_map(), uniform)->lower().at);
  CHECK_FALSE(image_density(sigmoid_map(), normal())->lower().smooth);
  const DensityPointer mirrored =
      image_density(std::make_shared<AffineMap>(-1, 0), image_density(square_map(), uniform));
  CHECK(mirrored->lower().smooth);
  CHECK_FALSE(mirrored->upper().smooth);
  CHECK(mirrored->upper().at->is_zero());
}

TEST_CASE("kinks and rungs are the images of the base's, inside the support and sorted") {
  const DensityPointer laplace = laplace_density(Rational(1, 3), 1);
  CHECK(image_density(exp_map(), laplace)->kinks()[0].text() == exp(Real(Rational(1, 3))).text());
  CHECK(image_density(log_map(), laplace)->kinks().size() == 1);
  CHECK(image_density(log_map(), laplace_density(-1, 1))->kinks().empty());
  for (const Case& c : cases()) {
    const DensityPointer image = image_density(c.map, c.base);
    CAPTURE(image->text());
    const auto rungs = image->ladder();
    CHECK_FALSE(rungs.empty());
    for (std::size_t i = 0; i < rungs.size(); ++i) {
      if (i > 0) CHECK(compare(rungs[i - 1], rungs[i]) < 0);
      if (image->lower().at) CHECK(compare(*image->lower().at, rungs[i]) < 0);
      if (image->upper().at) CHECK(compare(rungs[i], *image->upper().at) < 0);
    }
  }
  // The tail e^y of log(uniform) goes on to where 2^-900 of it is left.
  const DensityPointer mirrored_exponential = image_density(log_map(), uniform_density(0, 1));
  CHECK(exactly<double>(mirrored_exponential->ladder()[0]) < -623);
}
