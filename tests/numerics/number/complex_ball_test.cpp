// Complex balls against complex numbers put together from real ones: every function here is written
// once more by its real and imaginary part, from logarithms, exponentials, sines and arctangents of
// real balls, at 400 bits.
#include "numerics/number/complex_ball.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "numerics/number/special_functions.hpp"

using namespace gancheck;

namespace {

constexpr long fine_bits = 400;

/// A complex number, by real arithmetic alone.
struct Number {
  Ball re, im;
};

Number operator+(const Number& x, const Number& y) {
  return {x.re + y.re, x.im + y.im};
}
Number operator-(const Number& x) {
  return {-x.re, -x.im};
}
Number operator-(const Number& x, const Number& y) {
  return {x.re - y.re, x.im - y.im};
}
Number operator*(const Number& x, const Number& y) {
  return {x.re * y.re - x.im * y.im, x.re * y.im + x.im * y.re};
}
Ball squared_size(const Number& x) {
  return x.re * x.re + x.im * x.im;
}
Number operator/(const Number& x, const Number& y) {
  const Number z = x * Number{y.re, -y.im};
  return {z.re / squared_size(y), z.im / squared_size(y)};
}
Number real_number(int whole) {
  return {Ball(whole), Ball(0)};
}
Number exp_of(const Number& x) {
  return {exp(x.re) * sin(x.im + pi() / 2), exp(x.re) * sin(x.im)};
}
/// The argument in (-pi, pi], of numbers off the half line x <= 0.
Ball argument(const Number& x) {
  if (x.re.is_positive()) return atan(x.im / x.re);
  return (x.im.is_positive() ? pi() : -pi()) / 2 - atan(x.re / x.im);
}
Number log_of(const Number& x) {
  return {log(squared_size(x)) / 2, argument(x)};
}
Number log1p_of(const Number& x) {
  return log_of(real_number(1) + x);
}
Number expm1_of(const Number& x) {
  return exp_of(x) - real_number(1);
}
Number sqrt_of(const Number& x) {
  return exp_of(log_of(x) / real_number(2));
}
Number tanh_of(const Number& x) {
  const Number e = exp_of(x + x);
  return (e - real_number(1)) / (e + real_number(1));
}
/// Continued from the real line to the half plane on its own side of 0.
Number soft_plus_of(const Number& x) {
  if (x.re.is_positive()) return x + log1p_of(exp_of(-x));
  return log1p_of(exp_of(x));
}
Number square_of(const Number& x) {
  return x * x;
}

/// The square of half side `radius` about a + bi.
struct Square {
  Rational a, b, radius;
  ComplexBall ball() const {
    return ComplexBall::of_parts(Ball::hull(a - radius, a + radius),
                                 Ball::hull(b - radius, b + radius));
  }
  Number point(const Rational& s, const Rational& t) const {
    return {exactly<Ball>(Rational(a + s * radius)), exactly<Ball>(Rational(b + t * radius))};
  }
};

struct Squares {
  std::mt19937_64 random{20140610};
  /// In (-size, size), of 53 bits.
  Rational any(int size) {
    return Rational(Integer(random() >> 11), Integer(1) << 52) * size - size;
  }
  /// Of a half side down to 2^-30, every other one of at least an eighth of `widest`, every third
  /// one across the real line.
  Square next(int size, int widest) {
    const auto scale = static_cast<unsigned>(random() % (random() % 2 == 0 ? 30 : 4));
    const Rational a = any(size), b = any(size), half_side(Integer(widest), Integer(1) << scale);
    return {a, random() % 3 == 0 ? Rational(b * half_side) / size : b, half_side};
  }
};

bool holds(const ComplexBall& all, const Number& one) {
  return all.real().overlaps(one.re) && all.imaginary().overlaps(one.im);
}

using BallFunction = std::function<ComplexBall(const ComplexBall&)>;
using NumberFunction = Number (*)(const Number&);

struct Function {
  std::string name;
  BallFunction of_ball;
  NumberFunction of_number;
  std::function<bool(const Square&)> meets_cut;  ///< where it has one
};

bool never(const Square&) {
  return false;
}
/// Meets (-oo, end].
bool meets_half_line(const Square& s, int end) {
  return abs(s.b) <= s.radius && s.a - s.radius <= end;
}
bool meets_negative(const Square& s) {
  return meets_half_line(s, 0);
}
/// Meets 0 + i·t, where the two forms of soft_plus come together, with |t| >= pi somewhere.
bool meets_far_imaginary_axis(const Square& s) {
  return abs(s.a) <= s.radius && abs(s.b) + s.radius >= Rational(314159265, 100000000);
}

std::vector<Function> functions() {
  return {
      {"square", [](const ComplexBall& x) { return x * x; }, square_of, never},
      {"log", [](const ComplexBall& x) { return log(x); }, log_of, meets_negative},
      {"sqrt", [](const ComplexBall& x) { return sqrt(x); }, sqrt_of, meets_negative},
      {"log1p", [](const ComplexBall& x) { return log1p(x); }, log1p_of,
       [](const Square& s) { return meets_half_line(s, -1); }},
      {"exp", [](const ComplexBall& x) { return exp(x); }, exp_of, never},
      {"expm1", [](const ComplexBall& x) { return expm1(x); }, expm1_of, never},
      {"soft_plus", [](const ComplexBall& x) { return soft_plus(x); }, soft_plus_of,
       meets_far_imaginary_axis},
      {"x log x", [](const ComplexBall& x) { return times_log(x, x); },
       [](const Number& x) { return x * log_of(x); }, meets_negative},
  };
}

/// |f(x + h) - f(x)|/h for a small h, in doubles.
double slope(NumberFunction f, const Square& s) {
  const Rational step = power_of_ten(-40);
  const Number moved{exactly<Ball>(Rational(s.a + step)), exactly<Ball>(s.b)};
  const Number gap = f(moved) - f(s.point(0, 0));
  return (sqrt(squared_size(gap)) / exactly<Ball>(step)).midpoint();
}

double size(const Number& x) {
  return sqrt(squared_size(x)).midpoint();
}

double widest_part(const ComplexBall& x) {
  return std::max(x.real().radius(), x.imaginary().radius());
}

const std::vector<Rational> places{-1, Rational(-1, 3), 0, Rational(2, 3), 1};

}  // namespace

TEST_CASE("a function of a complex ball contains its values, and is unknown where it meets a cut") {
  Squares squares;
  for (const Function& f : functions()) {
    CAPTURE(f.name);
    int known = 0, unknown = 0;
    for (int i = 0; i < 250; ++i) {
      const Square s = squares.next(4, i % 2 == 0 ? 1 : 4);
      CAPTURE(to_text(s.a) + "+" + to_text(s.b) + "i +- " + to_text(s.radius));
      for (const long bits : {30L, 160L}) {
        ComplexBall value;
        {
          const BallPrecision precision(bits);
          value = f.of_ball(s.ball());
        }
        if (f.meets_cut(s)) {
          CHECK_FALSE(value.is_finite());
          ++unknown;
          continue;
        }
        if (!value.is_finite()) continue;
        ++known;
        const BallPrecision precision(fine_bits);
        for (const Rational& u : places)
          for (const Rational& v : places) {
            if (u != 0 && v != 0 && abs(u) != 1 && abs(v) != 1) continue;
            const Number point = s.point(u, v);
            if (f.of_number == &soft_plus_of && point.re.contains_zero()) continue;
            CHECK(holds(value, f.of_number(point)));
          }
      }
    }
    CHECK(known > 250);
    const bool has_cut = f.meets_cut({-4, 0, 4}) || f.meets_cut({0, 4, 1});
    CHECK(unknown >= (has_cut ? 50 : 0));
  }
}

TEST_CASE("arithmetic on complex balls contains the results of all their points") {
  Squares squares;
  for (int i = 0; i < 200; ++i) {
    const Square s = squares.next(4, 1), t = squares.next(4, 1);
    const Rational factor = squares.any(5);
    const BallPrecision precision(i % 2 == 0 ? 30 : 160);
    const ComplexBall x = s.ball(), y = t.ball();
    const Ball real = exactly<Ball>(factor);
    const bool may_vanish = abs(t.a) <= 2 * t.radius && abs(t.b) <= 2 * t.radius;
    const ComplexBall sum = x + y, difference = x - y, product = x * y, quotient = x / y;
    const ComplexBall scaled = x * real, from_left = real * x, shared = x / real;
    const ComplexBall tripled = x * 3, thrice = 3 * x, third = x / 3, opposite = -x;
    CHECK((may_vanish || quotient.is_finite()));
    const BallPrecision fine(fine_bits);
    for (const Rational& u : places) {
      const Number a = s.point(u, 1), b = t.point(-1, u);
      const Number c{exactly<Ball>(factor), Ball(0)};
      CHECK(holds(sum, a + b));
      CHECK(holds(difference, a - b));
      CHECK(holds(product, a * b));
      if (quotient.is_finite()) CHECK(holds(quotient, a / b));
      CHECK(holds(scaled, a * c));
      CHECK(holds(from_left, a * c));
      CHECK(holds(shared, a / c));
      CHECK(holds(tripled, real_number(3) * a));
      CHECK(holds(thrice, real_number(3) * a));
      CHECK(holds(third, a / real_number(3)));
      CHECK(holds(opposite, -a));
    }
  }
  CHECK_FALSE((ComplexBall(1) / Square{0, 0, 1}.ball()).is_finite());
}

TEST_CASE("about a point a complex ball grows by the slope of the function and little more") {
  // A square of half side r has the diagonal r·sqrt 2, which the slope turns into any direction:
  // r·sqrt 2·|f'| at least for the part that is worst, r·|f'| for the other. Rectangles that pass
  // through two operations (x log x, soft_plus) pay the factor twice. At a point there is rounding.
  Squares squares;
  for (const Function& f : functions()) {
    CAPTURE(f.name);
    for (int i = 0; i < 100; ++i) {
      const Square s{squares.any(3), squares.any(3), power_of_ten(-20)};
      if (f.meets_cut({s.a, s.b, Rational(1, 8)})) continue;
      if (f.of_number == &log1p_of && f.meets_cut({s.a, s.b, Rational(1, 4)})) continue;
      double steep, high;
      {
        const BallPrecision fine(fine_bits);
        steep = slope(f.of_number, s);
        high = size(f.of_number(s.point(0, 0)));
      }
      CAPTURE(to_text(s.a) + "+" + to_text(s.b) + "i");
      // x log x and x·x depend on their arguments twice: |log x| and 1, |x| and |x|, add up.
      const double reach = 4 * (steep + 2 + std::abs(nearest_double(s.a)));
      CHECK(widest_part(f.of_ball(s.ball())) <= 1e-20 * reach);
      const ComplexBall point = ComplexBall::of_parts(exactly<Ball>(s.a), exactly<Ball>(s.b));
      CHECK(widest_part(f.of_ball(point)) <= 0x1p-153 * (high + 1));
    }
  }
}

TEST_CASE("a real ball stands for real numbers, and has the real function's enclosure") {
  Squares squares;
  const auto check_same = [](const ComplexBall& x, const Ball& y) {
    CHECK(x.is_real());
    CHECK(x.is_finite() == y.is_finite());
    if (!y.is_finite()) return;
    CHECK(x.real().overlaps(y));
    CHECK(x.real().radius() <= y.radius() * (1 + 0x1p-20) + 0x1p-150 * y.magnitude());
  };
  for (int i = 0; i < 200; ++i) {
    const Rational a = squares.any(4), r = abs(squares.any(1)) / (i % 3 == 0 ? 1 : 1000);
    const Ball x = Ball::hull(a - r, a + r), y = exactly<Ball>(squares.any(4));
    const ComplexBall z = x, w = y;
    check_same(z + w, x + y);
    check_same(z - w, x - y);
    check_same(z * w, x * y);
    check_same(z / w, x / y);
    check_same(z * z, power(x, 2));
    check_same(abs(z), abs(x));
    check_same(max(z, w), max(x, y));
    check_same(min(z, w), min(x, y));
    check_same(exp(z), exp(x));
    check_same(expm1(z), expm1(x));
    check_same(tanh(z), tanh(x));
    check_same(soft_plus(z), soft_plus(x));
    if ((x + Ball(1)).is_positive()) check_same(log1p(z), log1p(x));
    if (!x.is_positive()) continue;
    check_same(log(z), log(x));
    check_same(sqrt(z), sqrt(x));
    check_same(times_log(w, z), times_log(y, x));
  }
  for (const ComplexBall& x : {log(ComplexBall(-1)), sqrt(ComplexBall(-1)), log1p(ComplexBall(-2))})
    CHECK_FALSE(x.is_finite());
}

TEST_CASE("where |x| or the larger of two is not analytic nothing is known") {
  const auto ball = [](Rational a, Rational b, Rational radius) {
    return Square{std::move(a), std::move(b), std::move(radius)}.ball();
  };
  const Rational half(1, 2);
  CHECK_FALSE(abs(ball(0, 0, 1)).is_finite());
  CHECK_FALSE(abs(ball(half, 5, 1)).is_finite());
  CHECK_FALSE(abs(ball(-half, 0, half)).is_finite());
  CHECK_FALSE(max(ball(0, 0, 1), ComplexBall(0)).is_finite());
  CHECK_FALSE(min(ball(3, 2, 1), ball(4, 1, 1)).is_finite());
  Squares squares;
  for (int i = 0; i < 100; ++i) {
    const Square s{squares.any(4), squares.any(4), Rational(1, 4)};
    const Square t{squares.any(4), squares.any(4), Rational(1, 4)};
    if (abs(s.a) > Rational(1, 3)) {
      // The continuation of the real function from its own side: z or -z, whatever the modulus is.
      const Number z = s.point(1, -1);
      CHECK(holds(abs(s.ball()), s.a > 0 ? z : -z));
      CHECK(widest_part(abs(s.ball())) <= 0.2500001);
    } else {
      CHECK(abs(s.ball()).is_finite() == (abs(s.a) > s.radius));
    }
    const Rational gap = s.a - t.a;
    if (abs(gap) < Rational(1, 2)) {
      CHECK_FALSE(max(s.ball(), t.ball()).is_finite());
      CHECK_FALSE(min(s.ball(), t.ball()).is_finite());
    } else if (abs(gap) > Rational(51, 100)) {
      CHECK(holds(max(s.ball(), t.ball()), (gap > 0 ? s : t).point(1, 1)));
      CHECK(holds(min(s.ball(), t.ball()), (gap > 0 ? t : s).point(1, 1)));
    }
  }
}

TEST_CASE("tanh of a complex ball contains its values away from its poles") {
  Squares squares;
  int known = 0;
  for (int i = 0; i < 200; ++i) {
    const Square s{squares.any(3), squares.any(1), Rational(1, Integer(1) << (2 + i % 30))};
    const ComplexBall value = tanh(s.ball());
    if (!value.is_finite()) continue;
    ++known;
    const BallPrecision fine(fine_bits);
    for (const Rational& u : places) CHECK(holds(value, tanh_of(s.point(u, -u))));
  }
  CHECK(known > 150);
}

TEST_CASE("log(1 + e^x) over wide balls holds every value and stays as wide as its argument") {
  // Its slope is below 1 where |Im x| <= pi/2: about the midpoint of a square it moves by at most
  // r·sqrt 2, so that neither part is wider than that.
  Squares squares;
  for (int i = 0; i < 200; ++i) {
    const Rational r = abs(squares.any(2)) * 3 / 4;
    const Rational a = squares.any(1) * r, b = squares.any(1) / 20;
    const Square s{a, b, r};
    const bool is_low = abs(b) + r < Rational(157, 100);
    CAPTURE(to_text(a) + "+" + to_text(b) + "i +- " + to_text(r));
    const ComplexBall value = soft_plus(s.ball());
    REQUIRE(value.is_finite());
    if (is_low) CHECK(widest_part(value) <= std::sqrt(2.0) * nearest_double(r) * 1.000001 + 1e-40);
    const BallPrecision fine(fine_bits);
    for (const Rational& u : places)
      for (const Rational& v : places) CHECK(holds(value, log1p_of(exp_of(s.point(u, v)))));
  }
  // Next to the branch points ±i pi the slope has no bound, and beyond them no value.
  const auto about_axis = [](const Rational& top) {
    return soft_plus(Square{0, top - Rational(1, 4), Rational(1, 4)}.ball());
  };
  CHECK(about_axis(Rational(31, 10)).is_finite());
  CHECK(about_axis(Rational(314159, 100000)).is_finite());
  CHECK_FALSE(about_axis(Rational(31416, 10000)).is_finite());
  CHECK_FALSE(about_axis(4).is_finite());
  CHECK_FALSE(about_axis(7).is_finite());
  const ComplexBall narrow = soft_plus(Square{0, 3, power_of_ten(-20)}.ball());
  // 1/sin 3 < 7.1, and the diagonal.
  CHECK(widest_part(narrow) <= 1.01e-19);
}

TEST_CASE("log(1 + e^x) neither overflows nor loses what is small") {
  for (const int far : {100, 1000000}) {
    const Ball small = soft_plus(Ball(-far));
    CHECK(small.overlaps(log1p(exp(Ball(-far)))));
    CHECK(small.is_positive());
    CHECK(small.relative_bits() > 120);
    CHECK((soft_plus(Ball(far)) - Ball(far)).magnitude() <=
          1.1e-43 + far * 0x1p-156);  // e^-99, rounding
    const ComplexBall beside = soft_plus(Square{-far, 1, power_of_ten(-40)}.ball());
    CHECK((beside.real() / exp(Ball(-far))).overlaps(sin(pi() / 2 + Ball(1))));
  }
  // Real balls of any width: between the values at their ends.
  const Ball wide = soft_plus(Ball::hull(-40.0, 50.0));
  CHECK(wide.is_positive());
  CHECK(wide.lower() <= 4.3e-18);
  CHECK(wide.upper() >= 50.0);
  CHECK(wide.upper() <= 50.0001);
}

TEST_CASE("far below 0 the exponential of a complex ball is next to nothing, on both sides of 0") {
  const ComplexBall tiny = exp(ComplexBall::of_parts(-Ball::exact(0x1p60), Ball::hull(-9.0, 9.0)));
  CHECK(tiny.is_finite());
  CHECK(tiny.exponent() < -(1L << 40));
  CHECK(tiny.real().contains_zero());
  CHECK(tiny.imaginary().contains_zero());
}

TEST_CASE("the exponent of a complex ball bounds its size, and not by much") {
  Squares squares;
  for (int i = 0; i < 200; ++i) {
    const Square s = squares.next(i % 2 == 0 ? 4 : 1, 1);
    const Number corner = s.point(s.a < 0 ? -1 : 1, s.b < 0 ? -1 : 1);
    const double largest = size(corner);
    const double bound = std::ldexp(1, static_cast<int>(s.ball().exponent()));
    CHECK(largest < bound);
    CHECK(bound <= 8 * largest);
  }
  CHECK(ComplexBall(0).exponent() < -1000000);
  CHECK(ComplexBall::indeterminate().exponent() > 1000000);
}

TEST_CASE("a complex ball keeps its parts when it is copied, moved and taken apart") {
  const ComplexBall x = ComplexBall::of_parts(Ball(3), Ball(-4));
  ComplexBall y = x, z;
  z = std::move(y);
  y = z;
  for (const ComplexBall& same : {y, z}) {
    CHECK((same.real() - Ball(3)).is_zero());
    CHECK((same.imaginary() + Ball(4)).is_zero());
  }
  CHECK((x - z).is_zero());
  CHECK_FALSE(x.is_real());
  CHECK((x * z / Ball(1) - ComplexBall::of_parts(Ball(-7), Ball(-24))).is_zero());
  CHECK(exactly<ComplexBall>(Rational(1, 3)).real().contains(Rational(1, 3)));
  CHECK(exactly<ComplexBall>(Rational(1, 3)).is_real());
  CHECK(times_log(ComplexBall(0), ComplexBall(0)).is_zero());
  CHECK_FALSE(times_log(ComplexBall(1), ComplexBall(0)).is_finite());
}
