#include "numerics/number/ball.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "numerics/number/float50.hpp"

using namespace gancheck;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// A value of 167 bits and more, exactly.
Rational exact(const Float50& x) {
  int exponent = 0;
  const Float50 fraction = frexp(x, &exponent);
  const std::string text = Float50(ldexp(fraction, 200)).str(0, std::ios_base::fixed);
  const Integer significand(text.substr(0, text.find('.')));
  exponent -= 200;
  return exponent < 0 ? Rational(significand, Integer(1) << -exponent)
                      : Rational(Integer(significand << exponent));
}

/// A decimal of many digits, cut there: the number lies within one unit of the last.
Ball decimal(const std::string& digits, int exponent) {
  const Integer units(digits);
  const Rational unit = power_of_ten(exponent);
  return Ball::hull((units - 1) * unit, (units + 1) * unit);
}

/// |y/x - 1| for all numbers of the two: how far off and how wide y is.
double relative_distance(const Ball& y, const Ball& x) {
  return (y / x - Ball(1)).magnitude();
}

struct Points {
  std::mt19937_64 random{20140610};
  /// 53 random bits over a power of two: a point of (0, 2^largest) of any scale down to 2^-30.
  Rational positive(int largest) {
    const auto scale = static_cast<unsigned>(random() % static_cast<unsigned>(30 + largest));
    const Rational unit_interval(Integer(random() >> 11) + 1, Integer(1) << 53);
    return unit_interval * Rational(Integer(1) << static_cast<unsigned>(largest)) /
           Rational(Integer(1) << scale);
  }
  Rational any(int largest) { return random() % 2 == 0 ? positive(largest) : -positive(largest); }
};

/// Containment at 40 bits, where fifty digits are exact for the purpose, and tightness at 160.
template <class Function>
void check_against_fifty_digits(const Rational& x, const Function& f) {
  using std::abs;
  const Float50 truth = f(exactly<Float50>(x));
  {
    const BallPrecision low(40);
    const Ball point = Ball::hull(x, x);
    CHECK(f(point).contains(exact(truth)));
  }
  // x has 53 bits, so the ball of the argument is exact. Float50 errs by a few units of 2^-167, Arb
  // by a few of 2^-160: 2^-150 leaves both a factor of 2^9.
  CHECK(relative_distance(f(exactly<Ball>(x)), exactly<Ball>(exact(truth))) <= std::ldexp(1, -150));
}

void check_nothing_is_certain(const Ball& x) {
  CHECK_FALSE(x.is_finite());
  CHECK_FALSE(x.is_zero());
  CHECK_FALSE(x.is_positive());
  CHECK_FALSE(x.is_negative());
  CHECK_FALSE(x.is_nonnegative());
  CHECK(x.contains_zero());
  CHECK_FALSE(x.contains(Rational(0)));
  CHECK_FALSE(x.overlaps(Ball(0)));
  CHECK_FALSE(x.overlaps(x));
  CHECK(std::isnan(x.midpoint()));
  CHECK(x.radius() == infinity);
  CHECK(x.lower() == -infinity);
  CHECK(x.upper() == infinity);
  CHECK(x.magnitude() == infinity);
  CHECK(x.lower_text(10) == "-inf");
  CHECK(x.upper_text(10) == "inf");
}

}  // namespace

TEST_CASE("arithmetic on balls contains the exact rational result") {
  Points points;
  for (int i = 0; i < 500; ++i) {
    const Rational a = points.any(20), b = points.any(20), c = points.positive(3) / 7;
    for (const long bits : {10L, 53L, 160L}) {
      const BallPrecision precision(bits);
      const Ball x = exactly<Ball>(a), y = exactly<Ball>(b), z = exactly<Ball>(c);
      CHECK(x.contains(a));
      CHECK(z.contains(c));
      CHECK((-x).contains(-a));
      CHECK((x + y).contains(a + b));
      CHECK((x - z).contains(a - c));
      CHECK((x * z).contains(a * c));
      CHECK((x / z).contains(a / c));
      CHECK(power(z, 5).contains(c * c * c * c * c));
      CHECK(power(x, 4).contains(a * a * a * a));
      CHECK(abs(x).contains(abs(a)));
      CHECK(max(x, z).contains(a > c ? a : c));
      CHECK(min(x, z).contains(a < c ? a : c));
    }
  }
  CHECK(power(Ball(0), 0).contains(Rational(1)));
}

TEST_CASE("arithmetic on exact balls costs one rounding") {
  // Arb rounds towards 0: at most one unit of 160 bits, 2^-159 of the result; and it rounds the
  // radius up to 30 bits. A fifth power takes three multiplications, their errors add up to five.
  const double one_rounding = std::ldexp(1.0001, -159);
  Points points;
  for (int i = 0; i < 200; ++i) {
    const Rational a = points.any(20), b = points.any(20);
    const Ball x = exactly<Ball>(a), y = exactly<Ball>(b);
    CHECK(x.radius() == 0.0);
    CHECK((x * y).radius() == 0.0);  // 106 bits
    for (const Ball& z : {x / y, x + y, x - y, exactly<Ball>(a / 7)})
      CHECK(z.radius() <= one_rounding * z.magnitude());
    CHECK(power(x, 5).radius() <= 5 * one_rounding * power(x, 5).magnitude());
  }
}

TEST_CASE("elementary functions of balls enclose their fifty-digit values tightly") {
  Points points;
  for (int i = 0; i < 150; ++i) {
    const Rational large = points.positive(20), any = points.any(3), fraction = points.positive(0);
    check_against_fifty_digits(large, [](const auto& x) { return log(x); });
    check_against_fifty_digits(large, [](const auto& x) { return sqrt(x); });
    check_against_fifty_digits(large, [](const auto& x) { return log1p(x); });
    check_against_fifty_digits(-fraction / 2, [](const auto& x) { return log1p(x); });
    check_against_fifty_digits(any, [](const auto& x) { return exp(x); });
    check_against_fifty_digits(any, [](const auto& x) { return tanh(x); });
    check_against_fifty_digits(fraction, [](const auto& x) { return times_log(x, x); });
    check_against_fifty_digits(large, [](const auto& x) { return times_log(x * x, x); });
  }
}

TEST_CASE("over a wide ball a monotone function ranges between its values at the ends") {
  // The hull of the true range has this radius; the ball's is rounded up to 30 bits, twice (the
  // argument's own and the result's), where the slope times the argument's excess is what matters.
  struct Range {
    Ball ball;
    Float50 lower, upper;
  };
  const auto interval = [](int a, int b) { return Ball::hull(Rational(a, 10), Rational(b, 10)); };
  const Float50 tenth = Float50(1) / 10;
  const std::vector<Range> ranges{
      {log(interval(1, 19)), log(tenth), log(19 * tenth)},
      {log1p(interval(-9, 19)), log(tenth), log(29 * tenth)},
      {exp(interval(-30, 20)), exp(Float50(-3)), exp(Float50(2))},
      {sqrt(interval(0, 40)), 0, 2},
      {tanh(interval(-5, 20)), tanh(-5 * tenth), tanh(Float50(2))},
      {power(interval(10, 30), 3), 1, 27},
      {power(interval(-20, 10), 3), -8, 1},
      {power(interval(-20, 10), 2), 0, 4},
      {power(interval(-30, -10), 2), 1, 9},
      {interval(10, 30) * interval(10, 30), 1, 9},
      {interval(-10, 30) * interval(20, 50), -5, 15},
      {interval(-10, 30) * interval(-20, 10), -6, 3},
      {interval(10, 30) / interval(20, 40), tenth * 10 / 4, tenth * 15},
      {interval(-10, 30) / interval(-40, -20), tenth * -15, tenth * 5},
      {abs(interval(-20, 10)), 0, 2},
      {abs(interval(-20, -10)), 1, 2},
      {max(interval(-20, 10), interval(-10, 5)), -1, 1},
      {min(interval(-20, 10), interval(-10, 5)), -2, tenth * 5},
  };
  for (const Range& range : ranges) {
    CAPTURE(range.ball.midpoint());
    const Float50 excess = (range.upper - range.lower) * std::ldexp(1, -25);
    CHECK(range.ball.contains(exact(range.lower)));
    CHECK(range.ball.contains(exact(range.upper)));
    CHECK_FALSE(range.ball.contains(exact(Float50(range.lower - excess))));
    CHECK_FALSE(range.ball.contains(exact(Float50(range.upper + excess))));
  }
  CHECK(sqrt(interval(0, 40)).is_nonnegative());
  CHECK(abs(interval(-20, 10)).is_nonnegative());
  CHECK((interval(1, 1000) * interval(1, 1000)).is_positive());
}

TEST_CASE("wide operands lose no point of the operation") {
  Points points;
  const BallPrecision precision(64);
  for (int i = 0; i < 300; ++i) {
    Rational a = points.any(4), b = points.any(4), c = points.any(4), d = points.any(4);
    if (a > b) std::swap(a, b);
    if (c > d) std::swap(c, d);
    const Ball x = Ball::hull(a, b), y = Ball::hull(c, d);
    for (int j = 0; j <= 4; ++j) {
      for (int k = 0; k <= 4; ++k) {
        const Rational s = a + (b - a) * j / 4, t = c + (d - c) * k / 4;
        CHECK((x + y).contains(s + t));
        CHECK((x - y).contains(s - t));
        CHECK((x * y).contains(s * t));
        CHECK(abs(x).contains(abs(s)));
        CHECK(max(x, y).contains(s > t ? s : t));
        CHECK(min(x, y).contains(s < t ? s : t));
        CHECK(power(x, 2).contains(s * s));
        CHECK(power(x, 3).contains(s * s * s));
        if (y.contains_zero()) {
          CHECK_FALSE((x / y).is_finite());
        } else {
          CHECK((x / y).contains(s / t));
        }
      }
    }
  }
}

TEST_CASE("the ball around an interval keeps the sign of its ends") {
  for (const Rational& far : {Rational(1, 3), Rational(1), Rational(2, 7) * power_of_ten(-30)}) {
    const Ball from_zero = Ball::hull(Rational(0), far), to_zero = Ball::hull(-far, Rational(0));
    CHECK(from_zero.is_nonnegative());
    CHECK(from_zero.contains(Rational(0)));
    CHECK(from_zero.contains(far));
    CHECK((-to_zero).is_nonnegative());
    CHECK(to_zero.contains(-far));
    CHECK(to_zero.contains(Rational(0)));
    const Ball above = Ball::hull(far * power_of_ten(-20), far);
    CHECK(above.is_positive());
    CHECK(log(above).is_finite());
    CHECK(above.contains(far * power_of_ten(-20)));
    CHECK(above.contains(far));
    CHECK(Ball::hull(-far, -far * power_of_ten(-20)).is_negative());
    for (const Ball& x : {from_zero, above})  // the radius is one of 30 bits, rounded up
      CHECK(relative_distance(Ball::exact(2 * x.radius()), exactly<Ball>(far)) <= 0x1p-28);
  }
  CHECK(Ball::hull(0.0, 0.1).contains(exact_rational(0.1)));
  CHECK(Ball::hull(-0.3, 0.1).contains(exact_rational(-0.3)));
  CHECK(Ball::hull(0.25, 0.25).radius() == 0.0);
  // Ends 10^-200 apart in scale: more bits than the precision, so the ball starts at 0 instead.
  const Ball far_apart = Ball::hull(power_of_ten(-200), Rational(1));
  CHECK(far_apart.is_nonnegative());
  CHECK(far_apart.contains(power_of_ten(-200)));
}

TEST_CASE("x log x over an interval ranges between its ends and -1/e") {
  const Float50 turn = exp(Float50(-1));
  const auto f = [](const Float50& x) { return times_log(x, x); };
  const auto check_range = [&](const Rational& a, const Rational& b) {
    CAPTURE(to_text(a));
    CAPTURE(to_text(b));
    const Ball range = x_log_x(Ball::hull(a, b));
    const Float50 lower = exactly<Float50>(a), upper = exactly<Float50>(b);
    const Float50 top = std::max(f(lower), f(upper));
    const Float50 bottom = lower <= turn && turn <= upper ? -turn : std::min(f(lower), f(upper));
    CHECK(range.contains(exact(top)));
    CHECK(range.contains(exact(bottom)));
    for (int i = 0; i <= 16; ++i)
      CHECK(range.contains(exact(f(Float50(lower + (upper - lower) * i / 16)))));
    // The argument's excess of 2^-28 of the width costs at most slope times that, below 2^-20 here.
    const Float50 excess = (top - bottom) * std::ldexp(1, -20);
    CHECK_FALSE(range.contains(exact(Float50(top + excess))));
    CHECK_FALSE(range.contains(exact(Float50(bottom - excess))));
  };
  check_range(0, 1);
  check_range(0, Rational(1, 5));
  check_range(0, 5);
  check_range(Rational(1, 5), Rational(3, 10));
  check_range(Rational(1, 5), Rational(1, 2));
  check_range(Rational(2, 5), Rational(9, 10));
  check_range(Rational(1, 2), 3);
  check_range(2, 10);
  check_range(power_of_ten(-9), Rational(1, 10));
}

TEST_CASE("x log x is 0 at 0, tight at a point, and undefined below 0") {
  CHECK(x_log_x(Ball(0)).is_zero());
  CHECK(x_log_x(Ball(1)).is_zero());
  Points points;
  for (int i = 0; i < 100; ++i)
    check_against_fifty_digits(points.positive(10), [](const auto& x) {
      if constexpr (std::is_same_v<std::decay_t<decltype(x)>, Ball>)
        return x_log_x(x);
      else
        return Float50(times_log(x, x));
    });
  // The minimum itself: the ball of 1/e has the radius 2^-162 or so, the function no slope there.
  const Ball turn = exp(Ball(-1));
  CHECK(relative_distance(x_log_x(turn), -turn) <= std::ldexp(1, -150));
  // What lies below 0 is not in the domain and adds nothing.
  CHECK(x_log_x(Ball::hull(Rational(-1), Rational(1, 10))).upper() < 0x1p-28);
  check_nothing_is_certain(x_log_x(Ball(-1)));
}

TEST_CASE("0 log 0 is 0 where the weight is the number 0, and unknown where it may be another") {
  CHECK(times_log(Ball(0), Ball(0)).is_zero());
  CHECK(times_log(Ball(0), Ball(-1)).is_zero());
  CHECK_FALSE(times_log(Ball::hull(Rational(0), Rational(1)), Ball(0)).is_finite());
  CHECK(times_log(Ball(3), Ball(1)).is_zero());
}

TEST_CASE("outside its domain a function is certain of nothing") {
  const Ball touching = Ball::hull(Rational(0), Rational(1));
  for (const Ball& x :
       {log(Ball(0)), log(touching), log(Ball(-1)), log1p(Ball(-1)),
        log1p(Ball::hull(Rational(-2), Rational(1))), sqrt(Ball(-1)),
        sqrt(Ball::hull(Rational(-1), Rational(1))), Ball(1) / Ball(0), Ball(1) / touching,
        Ball(1) / Ball::hull(Rational(-1), Rational(2)), Ball(0) / Ball(0)}) {
    check_nothing_is_certain(x);
    check_nothing_is_certain(-x);
    check_nothing_is_certain(abs(x));
    check_nothing_is_certain(max(x, Ball(1)));
    check_nothing_is_certain(min(Ball(1), x));
    check_nothing_is_certain(x + Ball(1));
    check_nothing_is_certain(x * Ball(0));
    check_nothing_is_certain(touching * x);
    check_nothing_is_certain(power(x, 2));
    check_nothing_is_certain(x_log_x(x));
    check_nothing_is_certain(times_log(x, Ball(1)));
    CHECK_FALSE(Ball(1).overlaps(x));
  }
  const Ball line = Ball::exact(std::numeric_limits<double>::quiet_NaN());
  CHECK_FALSE(line.is_finite());
  CHECK(line.contains(power_of_ten(400)));
  CHECK_FALSE(line.is_positive());
  CHECK_FALSE(line.is_nonnegative());
  CHECK_FALSE(line.is_negative());
  CHECK_FALSE(Ball::exact(infinity).is_finite());
}

TEST_CASE("signs are certain exactly where every number of the ball has them") {
  const auto interval = [](int a, int b) { return Ball::hull(Rational(a), Rational(b)); };
  CHECK(interval(1, 2).is_positive());
  CHECK(interval(-2, -1).is_negative());
  CHECK_FALSE(interval(0, 2).is_positive());
  CHECK(interval(0, 2).is_nonnegative());
  CHECK_FALSE(interval(-1, 2).is_nonnegative());
  CHECK_FALSE(interval(-2, 0).is_negative());
  CHECK(interval(-1, 1).contains_zero());
  CHECK_FALSE(interval(1, 2).contains_zero());
  CHECK(Ball(0).is_zero());
  CHECK_FALSE(interval(-1, 1).is_zero());
  CHECK(interval(1, 3).overlaps(interval(2, 4)));
  CHECK_FALSE(interval(1, 2).overlaps(interval(3, 4)));
  CHECK(interval(1, 2).contains(Rational(3, 2)));
  CHECK_FALSE(interval(1, 2).contains(Rational(5, 2)));
  CHECK_FALSE(exactly<Ball>(Rational(1, 4)).contains(Rational(1, 3)));
}

TEST_CASE("bounds of a ball as doubles and decimals lie outside it") {
  const Rational third(1, 3);
  const Ball x = exactly<Ball>(third);
  CHECK(exact_rational(x.lower()) <= third);
  CHECK(exact_rational(x.upper()) >= third);
  CHECK(std::nextafter(x.lower(), 1) == x.upper());
  CHECK(x.midpoint() == 1.0 / 3);
  CHECK(x.lower_text(5) == "0.33333");
  CHECK(x.upper_text(5) == "0.33334");
  CHECK((-x).lower_text(5) == "-0.33334");
  CHECK((-x).upper_text(5) == "-0.33333");
  CHECK(Ball::exact(0.5).lower_text(12) == "0.5");
  CHECK(Ball(0).lower_text(12) == "0");
  CHECK(Ball(0).upper_text(12) == "0");
  CHECK_FALSE(std::signbit(Ball(0).upper()));
  CHECK(Ball::hull(Rational(-2), Rational(1)).magnitude() == 2.0);
  CHECK(Ball::hull(Rational(-2), Rational(1)).lower_text(3) == "-2");
  SUBCASE("beyond the range of doubles") {
    const Ball tiny = exactly<Ball>(power_of_ten(-400)), huge = exactly<Ball>(power_of_ten(400));
    CHECK(tiny.lower() == 0.0);
    CHECK(tiny.upper() == std::numeric_limits<double>::denorm_min());
    CHECK(huge.lower() == std::numeric_limits<double>::max());
    CHECK(huge.upper() == infinity);
    CHECK(huge.radius() >= 0x1p+1023);  // 2^-160 of 10^400
    CHECK((-huge).lower() == -infinity);
    CHECK((-huge).upper() == -std::numeric_limits<double>::max());
    CHECK(tiny.upper_text(3) == "1.01e-400");
    CHECK(huge.upper_text(3) == "1.01e400");
  }
  SUBCASE("beyond what a decimal is written out for") {
    const Ball tiny = exp(Ball(-1000000)), huge = exp(Ball(1000000));
    CHECK(tiny.lower_text(3) == "0");
    CHECK(tiny.upper_text(3) == "5.00e-19729");  // 2^-65536 = 4.991...e-19729
    CHECK((-tiny).upper_text(3) == "0");
    CHECK(huge.upper_text(3) == "inf");
    CHECK(huge.lower_text(3) == "2.00e19728");  // 2^65536 = 2.0035...e19728
    CHECK((-huge).lower_text(3) == "-inf");
  }
}

TEST_CASE("the precision of balls is that of the innermost scope") {
  CHECK(BallPrecision::bits() == BallPrecision::standard_bits);
  const auto third = [] { return (Ball(1) / Ball(3)).radius(); };
  const double standard = third();
  {
    const BallPrecision outer(400);
    CHECK(BallPrecision::bits() == 400);
    CHECK(third() < std::ldexp(1, -400));
    {
      const BallPrecision inner(20);
      CHECK(BallPrecision::bits() == 20);
      CHECK(third() > std::ldexp(1, -30));
    }
    CHECK(BallPrecision::bits() == 400);
  }
  CHECK(BallPrecision::bits() == 160);
  CHECK(third() == standard);
  CHECK_THROWS_AS(BallPrecision(1), std::invalid_argument);
  CHECK(BallPrecision::bits() == 160);
}

TEST_CASE("balls are copied by value") {
  Ball x(3);
  Ball y = x;
  y = y + Ball(1);
  CHECK(x.contains(Rational(3)));
  CHECK_FALSE(x.contains(Rational(4)));
  x = y;
  CHECK(x.contains(Rational(4)));
  x = *&x;
  CHECK(x.contains(Rational(4)));
  const Ball moved = std::move(y);
  CHECK(moved.contains(Rational(4)));
}

TEST_CASE("log k! is enclosed to the working precision") {
  // mpmath.loggamma(k+1) at 90 digits, 45 printed.
  CHECK(Ball::log_factorial(0).is_zero());
  CHECK(Ball::log_factorial(1).is_zero());
  CHECK(relative_distance(Ball::log_factorial(2), log(Ball(2))) <= std::ldexp(1, -150));
  // The last printed digit is worth 10^-44 of the value or less; 2^-142 is 1.8e-43.
  CHECK(relative_distance(Ball::log_factorial(1000),
                          decimal("591212817848816334887813088672549388247174571", -41)) <=
        0x1p-142);
  CHECK(relative_distance(Ball::log_factorial(1000000000000000000UL),
                          decimal("40446531673892822333966050554469639634845413", -24)) <=
        0x1p-139);
  CHECK(Ball::log_factorial(std::numeric_limits<unsigned long>::max()).is_positive());
}

TEST_CASE("the tails of a Poisson law are enclosed with full relative accuracy") {
  // Sums of the masses by mpmath at 90 digits, 45 printed (0: the printed value is 1).
  struct Tail {
    Rational rate;
    long k;
    const char *above, *up_to;
    int above_exponent, up_to_exponent;
  };
  const std::vector<Tail> tails{
      {1, 0, "632120558828557678404476229838539132554188869",
       "367879441171442321595523770161460867445811131", -45, -45},
      {1, 500, "603011014456603140850667733923275485841233158", "", -1182, 0},
      {3, 10, "292336950647336562855412859142358419612266845",
       "999707663049352663437144587140857641580387733", -48, -45},
      {500, 500, "48810887830124857903777381423139060549993681",
       "51189112169875142096222618576860939450006319", -44, -44},
      {500, 100, "", "752308846305070205575277278098732913618063762", 0, -150},
      {Rational(5, 2), 2, "456186884116670482001872531655066273074547698",
       "543813115883329517998127468344933726925452302", -45, -45},
      {Rational(1, 1000), 3, "416333472182548361552259670117281092140284545",
       "999999999999958366652781745163844774032988272", -58, -45},
      {40, 200, "34506501509628227103335808067202387670844846", "", -116, 0},
      {1000, 1040, "100720587176538892110320700313769502532676501",
       "899279412823461107889679299686230497467323499", -45, -45},
  };
  for (const Tail& tail : tails) {
    CAPTURE(to_text(tail.rate));
    CAPTURE(tail.k);
    const Ball rate = exactly<Ball>(tail.rate);
    const Ball above = Ball::poisson_above(rate, tail.k), up_to = Ball::poisson_up_to(rate, tail.k);
    // The reference is good to 2 units of its 44th digit: 2e-43 is 2^-142 and a bit.
    if (*tail.above)
      CHECK(relative_distance(above, decimal(tail.above, tail.above_exponent)) <= 0x1p-140);
    if (*tail.up_to)
      CHECK(relative_distance(up_to, decimal(tail.up_to, tail.up_to_exponent)) <= 0x1p-140);
    CHECK((above + up_to).contains(Rational(1)));
    CHECK((above + up_to - Ball(1)).magnitude() <= std::ldexp(1, -155));
    CHECK(above.is_positive());
    CHECK(up_to.is_positive());
  }
}

TEST_CASE("a Poisson tail contains its sum of masses at any precision") {
  Points points;
  for (int i = 0; i < 100; ++i) {
    const Rational rate = points.positive(3);
    const auto first = static_cast<long>(nearest_double(rate)) + i % 5;
    // From 8 + 5 on, 200 further masses fall by 8/13 each at least: the rest is below 2^-140.
    const Float50 r = exactly<Float50>(rate);
    Float50 mass = exp(-r), above = 0;
    for (long j = 1; j <= first + 200; ++j) {
      mass *= r / j;
      if (j > first) above += mass;
    }
    for (const long bits : {10L, 20L, 50L}) {
      const BallPrecision precision(bits);
      CHECK(Ball::poisson_above(Ball::hull(rate, rate), first).contains(exact(above)));
      CHECK(Ball::poisson_up_to(Ball::hull(rate, rate), first).contains(exact(Float50(1 - above))));
    }
  }
  // log P has 50 bits before its point here, and they must not be missing behind it.
  const Ball remote = Ball::poisson_above(Ball(1), 30000000000000);
  CHECK(remote.is_positive());
  CHECK(relative_distance(remote, remote) <= std::ldexp(1, -157));
}

TEST_CASE("a Poisson tail steps by the mass, also where the rate is as large as the index") {
  for (const int rate : {1, 7, 400, 100000}) {
    for (const long k : {1L, 6L, 7L, 399L, 400L, 401L, 99999L, 100000L, 120000L}) {
      CAPTURE(rate);
      CAPTURE(k);
      const Ball r(rate);
      const Ball step = Ball::poisson_above(r, k - 1) - Ball::poisson_above(r, k);
      const Ball step_up = Ball::poisson_up_to(r, k) - Ball::poisson_up_to(r, k - 1);
      const Ball mass = exp(Ball(static_cast<int>(k)) * log(r) - r -
                            Ball::log_factorial(static_cast<unsigned long>(k)));
      CHECK(step.overlaps(mass));
      CHECK(step_up.overlaps(mass));
      // y/y - 1 takes the radius of y twice.
      for (const Ball& y : {Ball::poisson_above(r, k), Ball::poisson_up_to(r, k)})
        CHECK(relative_distance(y, y) <= std::ldexp(1, -157));
    }
  }
}

TEST_CASE("a Poisson tail over an interval of rates is monotone in the rate") {
  const Ball rates = Ball::hull(Rational(1), Rational(2));
  const Ball above = Ball::poisson_above(rates, 3);
  for (const int rate : {1, 2}) CHECK(above.overlaps(Ball::poisson_above(Ball(rate), 3)));
  const Ball width = Ball::poisson_above(Ball(2), 3) - Ball::poisson_above(Ball(1), 3);
  CHECK(relative_distance(Ball::exact(2 * above.radius()), width) <= 0x1p-20);
  CHECK(Ball::poisson_up_to(rates, 3).overlaps(Ball::poisson_up_to(Ball(1), 3)));
  CHECK(Ball::poisson_up_to(rates, 3).overlaps(Ball::poisson_up_to(Ball(2), 3)));
  CHECK(Ball::poisson_above(rates, -1).contains(Rational(1)));
  CHECK(Ball::poisson_up_to(rates, -1).is_zero());
  check_nothing_is_certain(Ball::poisson_above(Ball(0), 3));
  check_nothing_is_certain(Ball::poisson_up_to(Ball::hull(Rational(0), Rational(1)), 3));
}
