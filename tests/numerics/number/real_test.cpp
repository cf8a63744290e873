#include "numerics/number/real.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <limits>
#include <random>

#include "numerics/number/exact_sum.hpp"
#include "numerics/number/expression.hpp"
#include "numerics/number/float50.hpp"
#include "numerics/number/numeral.hpp"

using namespace gancheck;

namespace {

Real decimal(const char* text) {
  return read_numeral(text).value().value;
}

/// |x - y| for an exact y.
Rational distance(double x, const Rational& y) {
  return abs(exact_rational(x) - y);
}

bool holds(const Tracked& x, const Rational& truth) {
  return distance(x.value(), truth) <= exact_rational(x.error());
}

}  // namespace

TEST_CASE("a decimal is a tenth, a double is the double") {
  CHECK(decimal("0.1").rational() == Rational(1, 10));
  CHECK(Real::dyadic(0.1).rational() ==
        Rational(Integer("3602879701896397"), Integer("36028797018963968")));
  CHECK(compare(decimal("0.1"), Real::dyadic(0.1)) == -1);
  CHECK(exactly<double>(decimal("0.1")) == 0.1);
  CHECK_THROWS_AS(Real::dyadic(std::nan("")), std::invalid_argument);
  CHECK_THROWS_AS(Real::dyadic(HUGE_VAL), std::invalid_argument);
}

TEST_CASE("decimal text is read exactly") {
  CHECK(decimal("-12.5e-1").rational() == Rational(-5, 4));
  CHECK(decimal("+.5").rational() == Rational(1, 2));
  CHECK(decimal("5.").rational() == Rational(5));
  CHECK(decimal("0.000").is_zero());
  CHECK(decimal("007").rational() == Rational(7));
  CHECK(decimal("1234567890123456789012345678901234567890").rational() ==
        Rational(Integer("1234567890123456789012345678901234567890")));
  CHECK(decimal("0.08").rational() == Rational(2, 25));
  CHECK(decimal("12345678.90123456789012345678").rational() ==
        Rational(Integer("1234567890123456789012345678"), Integer("100000000000000000000")));
  CHECK(decimal("1e2x").rational() == Rational(100));
  CHECK(read_numeral("1e").value().length == 1);
  CHECK(!read_numeral("e5"));
  CHECK(!read_numeral("."));
  CHECK(!read_numeral(""));
  CHECK(!read_numeral("-"));
  SUBCASE("absurd exponents neither hang nor overflow") {
    CHECK(read_numeral("1e999999999999999999999").value().leading > Numeral::farthest);
    CHECK(read_numeral("1e-999999999999999999999").value().leading < -Numeral::farthest);
    CHECK(read_numeral("0e999999999").value().value.is_zero());
  }
  SUBCASE("the place of the last printed digit is known, trailing zeros included") {
    CHECK(read_numeral("0.2500").value().last_digit == -4);
    CHECK(read_numeral("25e3").value().last_digit == 3);
    CHECK(read_numeral("1.25e-10").value().last_digit == -12);
    CHECK(read_numeral("12.5").value().leading == 1);
    CHECK(read_numeral("0.00125").value().leading == -3);
  }
}

TEST_CASE("the double of a decimal is the nearest one and its error covers the truth") {
  std::mt19937_64 random(20240501);
  std::uniform_int_distribution<std::int64_t> mantissas(-999999999999999999, 999999999999999999);
  std::uniform_int_distribution<int> exponents(-60, 30);
  for (int i = 0; i < 2000; ++i) {
    const Decimal d{mantissas(random) >> (i % 50), exponents(random)};
    const Rational truth = exact_rational(d);
    const double value = nearest_double(d);
    CHECK(value == nearest_double(truth));
    const Tracked tracked = exactly<Tracked>(Real(d));
    CHECK(holds(tracked, truth));
    CHECK((tracked.error() == 0) == (exact_rational(value) == truth));
    CHECK(tracked.error() <= std::abs(value) * 0x1p-53);
    CHECK(Real(d).enclose().contains(truth));
  }
}

TEST_CASE("decimals at the ends of the doubles round to nearest") {
  CHECK(nearest_double(Decimal{5, -324}) == std::numeric_limits<double>::denorm_min());
  CHECK(nearest_double(Decimal{2, -324}) == 0.0);
  CHECK(nearest_double(Decimal{1, -400}) == 0.0);
  CHECK(nearest_double(Decimal{1, 400}) == HUGE_VAL);
  CHECK(nearest_double(Decimal{-1, 400}) == -HUGE_VAL);
  CHECK(exactly<Tracked>(Real(Decimal{1, -400})).error() > 0);
  CHECK(exactly<Tracked>(Real(Decimal{9007199254740993, 0})).error() > 0);
  CHECK(exactly<Tracked>(Real(Decimal{9007199254740994, 0})).error() == 0);
  CHECK(exactly<Tracked>(Real(Decimal{1, 22})).error() == 0);
  CHECK(exactly<Tracked>(Real(Decimal{1, 23})).error() > 0);
}

TEST_CASE("fifty digits of a decimal are its digits") {
  const Real x = decimal("1.2345678901234567e-25");
  const Float50 scaled = exactly<Float50>(x) * pow(Float50(10), 41);
  CHECK(abs(scaled - Float50("12345678901234567")) < Float50("1e-33"));
}

TEST_CASE("fifty digits of a formula are right where its terms cancel") {
  // e^x - 1 = x + x²/2 + ... for x = 1e-90: 300 bits cancel.
  const Rational x = power_of_ten(-90);
  const Float50 found = exactly<Float50>(exp(Real(x)) - Real(1));
  CHECK(abs(found / exactly<Float50>(Rational(x + x * x / 2)) - 1) < Float50("1e-49"));
}

TEST_CASE("a formula that no enclosure tells from 0 has no fifty digits") {
  const Real rest = exp(Real(power_of_ten(-2000))) - Real(1);
  CHECK(isnan(exactly<Float50>(rest)));
}

TEST_CASE("a difference keeps all digits of its operands") {
  SUBCASE("of doubles") {
    const Tracked d = difference(Real::dyadic(1.0 + 0x1p-52), Real::dyadic(1.0));
    CHECK(d.value() == 0x1p-52);
    CHECK(d.error() == 0);
    const Tracked rounded = difference(Real::dyadic(1.0), Real::dyadic(0x1p-80));
    CHECK(rounded.error() == 0x1p-80);
  }
  SUBCASE("of decimals beyond the digits of a double") {
    const Tracked d = difference(decimal("0.10000000000000000001"), decimal("0.1"));
    CHECK(holds(d, power_of_ten(-20)));
    CHECK(d.error() <= 2 * 0x1p-53 * 1e-20);
    CHECK(difference(decimal("0.123456789012345678"), decimal("0.123456789012345677")).value() ==
          1e-18);
  }
  SUBCASE("of any decimals, within 4u of itself") {
    std::mt19937_64 random(7);
    std::uniform_int_distribution<std::int64_t> mantissas(1, 999999999999999999);
    std::uniform_int_distribution<int> exponents(-45, -10);
    for (int i = 0; i < 2000; ++i) {
      const Decimal x{mantissas(random), exponents(random)},
          y{mantissas(random), exponents(random)};
      const Tracked d = difference(Real(x), Real(y));
      const Rational truth = exact_rational(x) - exact_rational(y);
      CHECK(holds(d, truth));
      CHECK(exact_rational(d.error()) <= abs(truth) * exact_rational(5 * 0x1p-53));
    }
  }
  SUBCASE("of different kinds") {
    const Tracked d = difference(decimal("0.1"), Real::dyadic(0.1));
    CHECK(holds(d, Rational(1, 10) - exact_rational(0.1)));
    CHECK(d.value() != 0);
    const Real third(Rational(1, 3));
    CHECK(difference(third, third).value() == 0);
    CHECK(difference(third, third).error() == 0);
  }
  SUBCASE("of formulas: equal ones have the difference 0, near ones all digits") {
    CHECK(difference(exp(Real(3)), exp(Real(3))).value() == 0);
    CHECK(difference(exp(Real(3)), exp(Real(3))).error() == 0);
    const Real tiny(power_of_ten(-40));
    const Tracked d = difference(exp(tiny), Real(1));  // 1e-40 + 5e-81
    CHECK(d.value() == doctest::Approx(1e-40).epsilon(1e-15));
    CHECK(d.error() <= 4 * 0x1p-53 * 1e-40);
  }
}

TEST_CASE("sums, products and quotients of rational kinds are exact") {
  const Real tenth = decimal("0.1"), third(Rational(1, 3)), eighth = Real::dyadic(0.125);
  CHECK((tenth + third + eighth).rational() == Rational(67, 120));
  CHECK((tenth - third).rational() == Rational(-7, 30));
  CHECK((tenth * third / eighth).rational() == Rational(4, 15));
  CHECK((Real(Decimal{999999999999999999, 0}) * Real(Decimal{999999999999999999, 5})).rational() ==
        Rational(Integer("999999999999999999") * Integer("999999999999999999") * 100000));
  CHECK((Real(Decimal{std::numeric_limits<std::int64_t>::max(), 0}) + Real(Decimal{1, 0}))
            .rational() == Rational(Integer(1) << 63));
  CHECK((Real(Decimal{1, 300}) + Real(Decimal{1, -300})).rational() ==
        power_of_ten(300) + power_of_ten(-300));
  CHECK_THROWS_AS(tenth / Real(0), std::domain_error);
}

TEST_CASE("the exact sum of mixed kinds is the sum of the rationals") {
  std::mt19937_64 random(3);
  std::vector<Real> terms;
  Rational sum = 0;
  for (int i = 1; i <= 300; ++i) {
    switch (i % 3) {
      case 0:
        terms.emplace_back(Decimal{static_cast<std::int64_t>(random() >> 4), -(i % 40)});
        break;
      case 1:
        terms.push_back(Real::dyadic(std::ldexp(static_cast<double>(random()), -i)));
        break;
      default:
        terms.emplace_back(Rational(i, i + 7));
        break;
    }
    sum += terms.back().rational();
  }
  CHECK(exact_sum(terms) == sum);
  CHECK(exact_sum({}) == 0);
}

TEST_CASE("values that are rational by rule are, and inverse functions cancel") {
  const Real half(Rational(1, 2));
  CHECK(exp(Real(0)).rational() == 1);
  CHECK(log(Real(1)).rational() == 0);
  CHECK(sqrt(Real(Rational(4, 9))).rational() == Rational(2, 3));
  CHECK(!sqrt(Real(2)).is_rational());
  CHECK(sigmoid(Real(0)).rational() == Rational(1, 2));
  CHECK(tanh(Real(0)).rational() == 0);
  CHECK(abs(Real(-3)).rational() == 3);
  CHECK(log(exp(half)).rational() == Rational(1, 2));
  CHECK(exp(log(half)).rational() == Rational(1, 2));
  CHECK(exp(Real(-1) * log(half)).rational() == 2);
  CHECK((sqrt(Real(2)) * sqrt(Real(2))).rational() == 2);
  CHECK(power(sqrt(Real(3)), 4).rational() == 9);
  CHECK(abs(log(half)).text() == (Real(-1) * log(half)).text());
  CHECK(sqrt(power(exp(half), 2)).text() == exp(half).text());
  CHECK(compare(sqrt(power(log(half), 2)), log(half)) == 1);
  CHECK(sqrt(power(Rational(2, 3), 2000)).text() == power(Rational(2, 3), 1000).text());
  CHECK(logit(sigmoid(half)).rational() == Rational(1, 2));
  CHECK(sigmoid(logit(Rational(2, 7))).rational() == Rational(2, 7));
  CHECK(atanh(tanh(half)).rational() == Rational(1, 2));
  CHECK(tanh(atanh(Real(Rational(-2, 7)))).rational() == Rational(-2, 7));
  CHECK(logit(half).is_zero());
  CHECK(atanh(Real(0)).is_zero());
  CHECK_THROWS_AS(logit(Real(2)), std::domain_error);
  CHECK_THROWS_AS(atanh(Real(-2)), std::domain_error);
  CHECK_THROWS_AS(log(Real(0)), std::domain_error);
  CHECK_THROWS_AS(log(Real(-1)), std::domain_error);
  CHECK_THROWS_AS(sqrt(Real(-1)), std::domain_error);
}

TEST_CASE("terms with one text merge") {
  const Real e = exp(Real(1));
  CHECK((e - e).is_zero());
  CHECK((e / e).rational() == 1);
  CHECK((Real(Rational(1, 2)) * e + Real(Rational(1, 2)) * e).text() == e.text());
  CHECK((e * e).text() == power(e, 2).text());
  CHECK((power(e, 5) / power(e, 3)).text() == power(e, 2).text());
  CHECK((power(e, 3) / power(e, 3)).rational() == 1);
  CHECK(power(power(e, 1UL << 40), 1UL << 20).text() == power(e, 1UL << 60).text());
  CHECK_THROWS_AS(power(power(e, 1UL << 40), 1UL << 40), std::domain_error);
}

TEST_CASE("enclosures contain the values of an independent computation") {
  // mpmath, 40 digits.
  const auto contains = [](const Real& x, const char* digits) {
    const Ball ball = x.enclose();
    const Rational near = read_numeral(digits).value().value.rational();
    const Rational slack = abs(near) * power_of_ten(-38);
    const Ball wide = Ball::hull(Rational(near - slack), Rational(near + slack));
    return ball.overlaps(wide) && ball.radius() < 1e-40 * ball.magnitude();
  };
  CHECK(contains(exp(Real(3)), "20.08553692318766774092852965458171789699"));
  CHECK(contains(log(Real(3)), "1.098612288668109691395245236922525704647"));
  CHECK(contains(sqrt(Real(2)), "1.414213562373095048801688724209698078570"));
  CHECK(contains(sigmoid(Real(3)), "0.9525741268224332191211518482282477986138"));
  CHECK(contains(sigmoid(Real(-50)), "1.928749847963917783016970808929410491157e-22"));
  CHECK(contains(tanh(Real(Rational(1, 3))), "0.3215127375316343447194062224252064660053"));
  CHECK(contains(exp(Real(3)) / log(Real(3)) - Real(Rational(1, 3)),
                 "17.94931026201379641818816244584250554635"));
  CHECK(contains(logit(Rational(2, 7)), "-0.9162907318741550651835272117680110714501"));
  CHECK(contains(atanh(Real(Rational(-2, 7))), "-0.2938933324510595040948655703094318848847"));
  CHECK(contains(power(Rational(2, 3), 1000), "8.104774656527566670484265863285729725667e-177"));
}

TEST_CASE("order is decided exactly for rationals, equal texts and monotone functions") {
  CHECK(compare(Rational(1, 3), decimal("0.333333333333333333")) == 1);
  CHECK(compare(Real::dyadic(0.5), decimal("0.5")) == 0);
  CHECK(compare(Real(Decimal{1, 300}), Real(Decimal{1, -300})) == 1);
  CHECK(compare(exp(Real(1)),
                Rational(Integer("2718281828459045235"), Integer("1000000000000000000"))) == 1);
  CHECK(compare(exp(Real(1)), exp(Real(1))) == 0);
  CHECK(compare(sigmoid(Real(100000)), sigmoid(Real(100001))) == -1);
  CHECK(compare(log(Real(2)), log(Real(3))) == -1);
  CHECK(compare(sigmoid(Real(100000)), 1) == -1);
  CHECK(compare(sigmoid(Real(-100000)), 0) == 1);
  CHECK(compare(exp(exp(exp(exp(Real(9))))), 0) == 1);
  CHECK(compare(-2, tanh(Real(-100000))) == -1);
  CHECK(compare(-1, tanh(Real(-100000))) == -1);
  CHECK(compare(tanh(Real(-1)), Rational(-1, 2)) == -1);
  CHECK(compare(sigmoid(Real(1)), Rational(1, 2)) == 1);
  CHECK_THROWS_AS(compare(log(Real(4)), Real(2) * log(Real(2))), std::domain_error);
}

TEST_CASE("the error of a formula's double covers it") {
  for (int k = 1; k <= 200; ++k) {
    const Real x = exp(Real(Rational(k, 7) - 20));
    const Tracked tracked = exactly<Tracked>(x);
    const Ball miss = abs(Ball::exact(tracked.value()) - x.enclose());
    CHECK((Ball::exact(tracked.error()) - miss).is_nonnegative());
    CHECK(tracked.error() <= 1.01 * 0x1p-53 * tracked.value());
    CHECK(exactly<double>(x) == tracked.value());
  }
}

TEST_CASE("formulas far below the doubles are 0 with an error") {
  const Tracked x = exactly<Tracked>(power(Rational(1, 2), 5000));
  CHECK(x.value() == 0);
  CHECK(x.error() > 0);
  CHECK(exactly<double>(power(Rational(1, 2), 5000)) == 0);
  CHECK_THROWS_AS(exp(Real(1)).rational(), std::logic_error);
}
