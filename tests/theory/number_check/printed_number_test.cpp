#include "theory/number_check/printed_number.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

using namespace gancheck;

namespace {

/// What the refusal of a text says; "" where it is not refused.
template <class Read>
std::string refusal(const Read& read, const std::string& text) {
  try {
    read(text);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a printed number is exactly its text, and half a unit of its last digit wide") {
  struct Row {
    const char* text;
    Rational value, half_unit;
    std::size_t digits;
  };
  const Row rows[] = {
      {"0.1", {1, 10}, {1, 20}, 1},
      {"0.10", {1, 10}, {1, 200}, 2},
      {"1e-9", power_of_ten(-9), power_of_ten(-9) / 2, 1},
      {"-1.25E+2", -125, {1, 2}, 3},
      {"100", 100, {1, 2}, 3},
      {" 007. ", 7, {1, 2}, 1},
      {"+.50", {1, 2}, {1, 200}, 2},
      {"0.46450140402245893", Rational(Integer("46450140402245893"), Integer("100000000000000000")),
       power_of_ten(-17) / 2, 17},
      {"-0.00", 0, {1, 200}, 0},
      {"1e-5000", power_of_ten(-5000), power_of_ten(-5000) / 2, 1}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const PrintedNumber x = read_printed_number(row.text);
    CHECK(x.value == Extended{row.value, 0});
    CHECK(x.half_unit == row.half_unit);
    CHECK(x.digits == row.digits);
    CHECK(x.within(2).lower.value == row.value - 2);
    CHECK(x.within(2).upper.value == row.value + 2);
  }
  CHECK(read_printed_number(" 0.50 ").text == "0.50");
}

TEST_CASE("infinities are numbers without a width") {
  for (const char* text : {"inf", "+inf", "Infinity", "INF"})
    CHECK(read_printed_number(text).value == Extended::infinity(1));
  for (const char* text : {"-inf", "-Infinity"})
    CHECK(read_printed_number(text).value == Extended::infinity(-1));
  const PrintedNumber x = read_printed_number("inf");
  CHECK(x.half_unit == 0);
  CHECK(x.within(5).is_exact());
}

TEST_CASE("what is no decimal is refused with the remedy") {
  const auto says = [](const char* text, const char* words) {
    CAPTURE(text);
    const std::string message = refusal(read_printed_number, text);
    CAPTURE(message);
    CHECK(message.find(words) != std::string::npos);
    CHECK(message.find('\n') == std::string::npos);
  };
  says("", "empty");
  says("  ", "empty");
  for (const char* nan : {"nan", "NaN", "-nan", "nan(0x1)"}) says(nan, "equal to none");
  says("1/3", "quotient");
  says("0,25", "decimal point");
  says("0.25 nat", "' nat' follows");
  says("0x1p-2", "follows");
  says("1e", "follows");
  says("1.2.3", "follows");
  says("np.float64(0.25)", "not a decimal");
  says("-", "not a decimal");
  says("e5", "not a decimal");
  says("--json", "not a decimal");
  says("infin", "not a decimal");
  says("1\n2", "'?2' follows");
  for (const char* far : {"1e10001", "1e-10001", "1e999999999999", "0e-999999999999", "0e99999999"})
    says(far, "magnitude");
  says(std::string(1001, '1').c_str(), "1001 digits");
}

TEST_CASE("a tolerance is a finite decimal from 0") {
  CHECK(read_tolerance("1e-9") == power_of_ten(-9));
  CHECK(read_tolerance("0") == 0);
  CHECK(read_tolerance("-0.0") == 0);
  CHECK(refusal(read_tolerance, "-1e-9").find("negative") != std::string::npos);
  CHECK(refusal(read_tolerance, "inf").find("finite") != std::string::npos);
  CHECK(refusal(read_tolerance, "nan").find("equal to none") != std::string::npos);
  CHECK(refusal(read_tolerance, "").find("empty") != std::string::npos);
  CHECK(refusal(read_tolerance, "1/3").find("quotient") != std::string::npos);
}

TEST_CASE("leading digits are compared as they stand") {
  const auto agreeing = [](const char* x, const char* lower, const char* upper) {
    return agreeing_digits(read_printed_number(x).value.value, read_bounds(lower, upper));
  };
  CHECK(agreeing("0.46450", "0.464501404", "0.464501405") == 5);  // a zero follows the last digit
  CHECK(agreeing("0.4646", "0.464501404", "0.464501405") == 3);
  CHECK(agreeing("0.4645", "0.46449", "0.46451") == 3);  // the truth itself is known to 3 digits
  CHECK(agreeing("-12.5", "-12.75", "-12.75") == 3 - 1);
  CHECK(agreeing("12.5", "-12.5", "-12.5") == 0);
  CHECK(agreeing("0.0999", "0.1001", "0.1001") == 0);  // another magnitude
  CHECK(agreeing("1.5e-88", "1.5e-89", "1.5e-89") == 0);
  CHECK(agreeing("1.57e-88", "1.53e-88", "1.54e-88") == 2);
  CHECK(agreeing("0", "0.1", "0.1") == 0);
  CHECK(agreeing("999", "1000", "1000") == 0);
  CHECK(agreeing("1000", "1000.5", "1000.5") == 4);
}
