// What a table says of numbers that no double holds: never an error of 0, never a bound that is
// rounded inwards.
#include "report/formats/evaluation.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <sstream>

using namespace gancheck;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

/// The row of an enclosure [lower, upper].
std::string row(double value, const std::string& lower, const std::string& upper,
                std::optional<int> digits) {
  Quantity q{"jsd", Dimension::information, value, lower, upper, digits, true,
             {},    Method::enclosure};
  q.witness = Witness::ball;
  std::ostringstream out;
  write_evaluation_table(out, {"p", "q", "", Unit::nat, standard_digits, {}, {q}, {}, {}, {}},
                         Language::en, false);
  const std::string text = out.str();
  return text.substr(text.find("jsd"));
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a number beyond the doubles has its digits and its error") {
  const std::string large = row(inf, "4.0238e2567", "4.0240e2567", 4);
  // Both bounds round to it.
  CHECK(has(large, "4.024e2567"));
  CHECK(has(large, "2e2563"));
  const std::string tiny = row(0, "2.5e-8000", "2.6e-8000", 1);
  CHECK(has(tiny, "e-8000"));
  CHECK_FALSE(has(tiny, " 0 "));
}

TEST_CASE("an interval without a certain digit shows both ends, whatever the midpoint") {
  CHECK(has(row(inf, "0", "2.08e1758", std::nullopt), "in [0, 2.08e1758]"));
  CHECK(has(row(inf, "0", "inf", std::nullopt), "in [0, inf]"));
  CHECK(has(row(-inf, "-inf", "0", std::nullopt), "in [-inf, 0]"));
}

TEST_CASE("a bound beyond the exponents that are read is shown as it is, never as 0") {
  CHECK(has(row(0, "-4.99119073e-19729", "0", std::nullopt), "in [-4.99119073e-19729, 0]"));
  CHECK(has(row(0, "1.5e-19729", "1.6e-19729", 1), "in [1.5e-19729, 1.6e-19729]"));
}

TEST_CASE("equal bounds are exact, infinities too") {
  CHECK(has(row(inf, "inf", "inf", std::nullopt), "inf    0"));
  CHECK(has(row(0.5, "0.5", "0.5", std::nullopt), "exact"));
}
