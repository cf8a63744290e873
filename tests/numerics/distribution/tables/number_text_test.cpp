#include "numerics/distribution/tables/number_text.hpp"

#include <doctest/doctest.h>

using namespace gancheck;

namespace {

unsigned bits(std::initializer_list<Writing> writings) {
  unsigned sum = 0;
  for (const Writing w : writings) sum |= static_cast<unsigned>(w);
  return sum;
}

Rational value(const char* text, Writing writing) {
  REQUIRE((writings_of(text) & static_cast<unsigned>(writing)) != 0);
  const auto number = read_number(text, writing);
  REQUIRE(number);
  return number->value.rational();
}

}  // namespace

TEST_CASE("a number is read exactly in each writing") {
  CHECK(value("0.1", Writing::plain) == Rational(1, 10));
  CHECK(value("-1.5e-3", Writing::plain) == Rational(-3, 2000));
  CHECK(value("1/3", Writing::plain) == Rational(1, 3));
  CHECK(value("1,234,567.5", Writing::comma_groups) == Rational(2469135, 2));
  CHECK(value("0,125", Writing::decimal_comma) == Rational(1, 8));
  CHECK(value("1.234.567,5", Writing::decimal_comma) == Rational(2469135, 2));
  CHECK(value("1'250.5", Writing::apostrophe_groups) == Rational(2501, 2));
  CHECK(value("1 250", Writing::blank_groups) == 1250);
  CHECK(value("1\xC2\xA0"
              "250,5",
              Writing::blank_groups_comma) == Rational(2501, 2));
  CHECK(value("\xE2\x88\x92"
              "2",
              Writing::plain) == -2);
}

TEST_CASE("percent signs divide by 100") {
  CHECK(value("12.5%", Writing::plain) == Rational(1, 8));
  CHECK(value("12.5 %", Writing::plain) == Rational(1, 8));
  CHECK(value("12,5 %", Writing::decimal_comma) == Rational(1, 8));
  CHECK(value("1/3%", Writing::plain) == Rational(1, 300));
  CHECK(read_number("40%", Writing::plain)->last_digit == -2);
}

TEST_CASE("1,250 may be either, 1,25 and 0,125 may not") {
  const unsigned either = bits({Writing::comma_groups, Writing::decimal_comma});
  CHECK((writings_of("1,250") & either) == either);
  CHECK((writings_of("1,25") & either) == bits({Writing::decimal_comma}));
  CHECK((writings_of("0,125") & either) == bits({Writing::decimal_comma}));
  CHECK((writings_of("1,250,000") & either) == bits({Writing::comma_groups}));
  CHECK((writings_of("12345") & bits({Writing::comma_groups})) == 0);
}

TEST_CASE("what is no number") {
  for (const char* text : {"", "-", "x", "00", "007", "1.2.3", "2031-03-01", "12:30", "1e", "e5",
                           "nan", "inf", "0x10", "1/2/3", "%", "1,25,0", "1,2500,000", "."}) {
    CAPTURE(text);
    CHECK_FALSE(is_number(text));
  }
  CHECK_FALSE(read_number("1/0", Writing::plain));
}

TEST_CASE("the short way for simple numbers says the same as the long one") {
  // A leading sign is taken off before, and an exponent of 0 leads the long way.
  for (const char* text : {"0", "1", "12", "123", "1234", "0.5", ".5", "5.", "1.250", "12.345",
                           "1234.567", "0.125", "123.4567", "10.000"}) {
    CAPTURE(text);
    const unsigned by_long_way = writings_of(std::string(text) + "e0");
    CHECK((writings_of(text) & bits({Writing::plain})) == (by_long_way & bits({Writing::plain})));
  }
  CHECK(writings_of("1.250") == bits({Writing::plain, Writing::comma_groups, Writing::decimal_comma,
                                      Writing::apostrophe_groups, Writing::blank_groups}));
  CHECK(writings_of("1234") == bits({Writing::plain, Writing::decimal_comma}));
  CHECK(writings_of("12") == all_writings);
}
