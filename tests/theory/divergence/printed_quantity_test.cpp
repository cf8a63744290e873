#include "theory/divergence/printed_quantity.hpp"

#include <doctest/doctest.h>

using namespace gancheck;

namespace {

Quantity enclosed_in(const char* lower, const char* upper, std::optional<int> digits) {
  Quantity q{"jsd", Dimension::information, 0, lower, upper, digits, true, {}, Method::enclosure};
  q.witness = Witness::ball;
  return q;
}

}  // namespace

TEST_CASE("a decimal is that to which both bounds round to nearest") {
  const Quantity q = enclosed_in("0.12345001", "0.12345003", 6);
  CHECK(decimal_of(q, 4) == "0.1235");
  CHECK(decimal_of(q, 7) == "0.1234500");
  CHECK_FALSE(decimal_of(q, 8).has_value());
  CHECK_FALSE(decimal_of(enclosed_in("1", "inf", std::nullopt), 1).has_value());
}

TEST_CASE("two more digits are sought only where near bounds leave the last one open") {
  const Quantity open = enclosed_in("0.12344999", "0.12345003", 6);
  const Quantity closed = enclosed_in("0.12345001", "0.12345003", 6);
  const Quantity far = enclosed_in("0.12", "0.13", 1);
  std::vector<int> asked;
  const auto by = [&](const Quantity& first, const Quantity& second) {
    asked.clear();
    return to_last_digit(4, [&, first, second](int digits) {
      asked.push_back(digits);
      return std::vector{asked.size() == 1 ? first : second, far};
    });
  };
  SUBCASE("an open digit is closed by the second bounds") {
    CHECK(decimal_of(by(open, closed)[0], 4) == "0.1235");
    CHECK(asked == std::vector{4, 6});
  }
  SUBCASE("what has its digits, or has not reached them, is sought once") {
    CHECK(decimal_of(by(closed, closed)[0], 4) == "0.1235");
    CHECK(asked == std::vector{4});
  }
  SUBCASE("bounds that are lost the second time do not replace the first") {
    Quantity lost = closed;
    lost.rigorous = false;
    CHECK(by(open, lost)[0].rigorous);
    CHECK(by(open, lost)[0].lower == open.lower);
  }
}
