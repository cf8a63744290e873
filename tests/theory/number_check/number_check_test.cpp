#include "theory/number_check/number_check.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "numerics/distribution/specification.hpp"

using namespace gancheck;

namespace {

std::vector<Quantity> quantities_of(const char* data, const char* generator,
                                    Unit unit = Unit::nat) {
  return evaluate(parse_law(data), parse_law(generator), unit);
}

std::vector<Quantity> w1() {
  return quantities_of("discrete(1/2,1/2)", "discrete(7/10,3/10)");
}
std::vector<Quantity> w2() {
  return quantities_of("discrete(1,0)", "discrete(1/2,1/2)");
}
std::vector<Quantity> w10() {
  return quantities_of("discrete(1,0)", "discrete(0,1)");
}

NumberCheck check(const std::vector<Quantity>& quantities, const char* name, const char* x,
                  const std::optional<Rational>& tolerance = std::nullopt) {
  return check_number(quantities, Unit::nat, name, read_printed_number(x), tolerance);
}

Answer answer(const std::vector<Quantity>& quantities, const char* name, const char* x,
              const std::optional<Rational>& tolerance = std::nullopt) {
  return check(quantities, name, x, tolerance).answer;
}

/// W2 with other bounds of its JSD.
std::vector<Quantity> jsd_between(const char* lower, const char* upper) {
  auto quantities = w2();
  quantities[0].lower = lower;
  quantities[0].upper = upper;
  return quantities;
}

constexpr Answer agrees = Answer::agrees, differs = Answer::differs, undecided = Answer::undecided;

}  // namespace

TEST_CASE("closed forms agree, and differ from the first digit that is wrong") {
  // (1/2, 1/2) and (7/10, 3/10): KL to the mixture is log(25/24)/2.
  CHECK(answer(w1(), "jsd", "0.021005925701838") == differs);
  CHECK(answer(w1(), "jsd", "0.02100592570184") == agrees);
  CHECK(answer(w1(), "kl_data_mixture", "0.02041099726013") == agrees);
  CHECK(answer(w1(), "kl_generator_mixture", "0.02160085414355") == agrees);
  CHECK(answer(w1(), "value_at_optimum", "-1.344282509716") == agrees);
  CHECK(answer(w1(), "tv", "0.2") == agrees);
  CHECK(answer(w1(), "tv", "0.20000000000000000000000000", power_of_ten(-14)) == agrees);
  const NumberCheck wrong = check(w1(), "jsd", "0.0210069257");
  CHECK(wrong.answer == differs);
  CHECK(wrong.agreeing_digits == 4);
  CHECK(wrong.explanations.empty());
  CHECK(wrong.distance.lower.value > Rational(99999, 100000) / 1000000);
  CHECK(wrong.distance.upper.value < Rational(100001, 100000) / 1000000);
}

TEST_CASE("SciPy's number for W2 is the square root, and is found out as such") {
  const NumberCheck c = check(w2(), "jsd", "0.46450140402245893");
  CHECK(c.answer == differs);
  CHECK(c.agreeing_digits == 0);
  REQUIRE(c.explanations.size() == 1);
  CHECK(c.explanations[0].steps[0]->kind == MistakeKind::square_root);
  CHECK(answer(w2(), "js_distance", "0.46450140402245893", power_of_ten(-15)) == agrees);
  CHECK(answer(w2(), "js_distance", "0.464501404022") == agrees);
  CHECK(answer(w2(), "js_distance", "0.464501404023") == differs);
}

TEST_CASE("infinities agree with themselves alone") {
  CHECK(answer(w2(), "kl_generator_data", "inf") == agrees);
  CHECK(answer(w2(), "kl_generator_data", "inf", Rational(1)) == agrees);
  CHECK(answer(w2(), "kl_generator_data", "-inf") == differs);
  CHECK(answer(w2(), "kl_generator_data", "1e300") == differs);
  CHECK(answer(w2(), "kl_data_generator", "inf") == differs);
  CHECK(check(w2(), "kl_generator_data", "inf").distance.is_exact());
  CHECK(check(w2(), "kl_generator_data", "inf").distance.upper == Extended{});
  for (const char* x : {"-inf", "1e300"}) {
    CHECK(check(w2(), "kl_generator_data", x).distance.lower == Extended::infinity(1));
    CHECK_FALSE(check(w2(), "kl_generator_data", x).agreeing_digits);
    CHECK_FALSE(check(w2(), "kl_generator_data", x).same_double);
  }
}

TEST_CASE("exact values and disjoint supports") {
  CHECK(answer(w10(), "tv", "1") == agrees);
  CHECK(answer(w10(), "tv", "1", Rational(0)) == agrees);
  CHECK(answer(w10(), "tv", "0.9999999999999999") == differs);
  CHECK(answer(w10(), "value_at_optimum", "0", Rational(0)) == agrees);
  CHECK(answer(w10(), "value_at_optimum", "-0.0") == agrees);
  CHECK(answer(w10(), "value_at_optimum", "1e-300", Rational(0)) == differs);
  CHECK(answer(w10(), "jsd", "0.6931471805599") == agrees);
  CHECK(answer(w10(), "kl_data_generator", "inf") == agrees);
  CHECK(check(w10(), "tv", "1").quantity.rigorous);
}

TEST_CASE("the ends count, and are compared in rational arithmetic") {
  const Rational tenth(1, 10);
  CHECK(answer(jsd_between("0.2", "0.4"), "jsd", "0.3", tenth) == agrees);
  CHECK(answer(jsd_between("0.4", "0.5"), "jsd", "0.3", tenth) == undecided);
  CHECK(answer(jsd_between("0.1", "0.2"), "jsd", "0.3", tenth) == undecided);
  // Beyond what any double sees.
  CHECK(answer(jsd_between("0.2", "0.4000000000000000000000000000001"), "jsd", "0.3", tenth) ==
        undecided);
  CHECK(answer(jsd_between("0.1999999999999999999999999999999", "0.4"), "jsd", "0.3", tenth) ==
        undecided);
  CHECK(answer(jsd_between("0.4000000000000000000000000000001", "0.5"), "jsd", "0.3", tenth) ==
        differs);
  CHECK(answer(jsd_between("0.1", "0.1999999999999999999999999999999"), "jsd", "0.3", tenth) ==
        differs);
}

TEST_CASE("the tolerance defaults to half a unit of the last digit") {
  const auto q = jsd_between("0.125", "0.125");
  CHECK(answer(q, "jsd", "0.12") == agrees);
  CHECK(answer(q, "jsd", "0.13") == agrees);
  CHECK(answer(q, "jsd", "0.120") == differs);
  CHECK(answer(q, "jsd", "0.1") == agrees);
  CHECK(answer(q, "jsd", "1e-1") == agrees);
  CHECK(answer(q, "jsd", "1.0e-1") == differs);
  CHECK(check(q, "jsd", "0.12").tolerance == Rational(1, 200));
}

TEST_CASE("what the bounds leave open is undecided, with the tolerance that would decide it") {
  const NumberCheck c = check(jsd_between("0.09", "0.125"), "jsd", "0.10", Rational(1, 100));
  CHECK(c.answer == undecided);
  CHECK(c.distance.lower == Extended{});
  CHECK(c.distance.upper.value == Rational(1, 40));
  CHECK(c.explanations.empty());
  CHECK_FALSE(c.agreeing_digits);
  CHECK(answer(jsd_between("0.09", "0.125"), "jsd", "0.10", c.distance.upper.value) == agrees);
}

TEST_CASE("a quantity without a value is undecided, whatever is asked") {
  auto q = jsd_between("0.1", "inf");
  q[0].value = std::nan("");
  for (const char* x : {"-5", "0.5", "1e9", "inf", "-inf"}) {
    CAPTURE(x);
    CHECK(answer(q, "jsd", x) == undecided);
  }
}

TEST_CASE("two numbers that one double stands for are said to") {
  // 0.1 is nearest to the double 0.1000000000000000055.
  const auto q = jsd_between("0.1", "0.1");
  CHECK(check(q, "jsd", "0.100000000000000005").same_double);
  CHECK(check(q, "jsd", "0.100000000000000005").answer == differs);
  CHECK_FALSE(check(q, "jsd", "0.10000000000000002").same_double);
  CHECK_FALSE(check(jsd_between("0.099", "0.1"), "jsd", "0.100000000000000005").same_double);
  CHECK_FALSE(check(jsd_between("0.1", "0.101"), "jsd", "0.099999999999999999").same_double);
}

TEST_CASE("bad questions are refused") {
  CHECK_THROWS_AS(answer(w2(), "jds", "0.1"), std::invalid_argument);
  CHECK_THROWS_AS(answer(w2(), "jsd", "0.1", Rational(-1)), std::invalid_argument);
  CHECK_THROWS_AS(answer({w2()[0]}, "jsd", "0.1"), std::invalid_argument);  // no masses
}

TEST_CASE("every quantity agrees with its own value, and differs from a disturbed one") {
  for (const auto& q : {w1(), w2(), w10()})
    for (const Quantity& quantity : q) {
      CAPTURE(quantity.name);
      const PrintedNumber own = read_printed_number(quantity.lower);
      CHECK(check_number(q, Unit::nat, quantity.name, own, power_of_ten(-14)).answer == agrees);
      if (std::isinf(quantity.value)) continue;
      PrintedNumber disturbed = own;
      disturbed.value.value += power_of_ten(-13);
      CHECK(check_number(q, Unit::nat, quantity.name, disturbed, power_of_ten(-14)).answer ==
            differs);
    }
}
