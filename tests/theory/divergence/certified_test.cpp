// `evaluate` against certified values (tests/reference/certified.tsv): 25 pairs, seven quantities
// each, enclosed with Arb or from closed forms, compared with an independent quadrature of 45 to
// 145 digits. The column abs_error_bound includes the rounding of the printed digits.
#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include "numerics/distribution/specification.hpp"
#include "numerics/number/numeral.hpp"
#include "theory/divergence/quantities.hpp"

using namespace gancheck;

namespace {

struct Row {
  std::string pair, data, generator, quantity, value, method, bound;
};

std::vector<Row> certified_values() {
  std::ifstream file(GANCHECK_REFERENCE_DIR "/certified.tsv");
  REQUIRE(file);
  std::vector<Row> rows;
  std::string line;
  std::getline(file, line);  // headings
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    Row r;
    for (std::string* cell :
         {&r.pair, &r.data, &r.generator, &r.quantity, &r.value, &r.method, &r.bound})
      std::getline(cells, *cell, '\t');
    rows.push_back(r);
  }
  return rows;
}

Rational number(const std::string& text) {
  const auto numeral = read_numeral(text);
  REQUIRE(numeral);
  return numeral->value.rational();
}

using ByName = std::map<std::string, Quantity>;

const ByName& quantities_of(const Row& row) {
  static std::map<std::string, ByName> known;
  ByName& by_name = known[row.pair];
  if (by_name.empty()) {
    const Law data = parse_law(row.data), generator = parse_law(row.generator);
    for (Quantity& q : evaluate(data, generator, Unit::nat)) by_name[q.name] = std::move(q);
  }
  return by_name;
}

}  // namespace

TEST_CASE("every certified value lies within the printed bounds, which are narrow") {
  const std::vector<Row> rows = certified_values();
  CHECK(rows.size() == 175);
  for (const Row& row : rows) {
    const Quantity& q = quantities_of(row).at(row.quantity);
    INFO(row.pair, " ", row.data, " | ", row.generator, ": ", row.quantity, " = ", row.value,
         ", printed [", q.lower, ", ", q.upper, "]");
    if (row.value == "inf") {
      CHECK(q.lower == "inf");
      CHECK(q.upper == "inf");
      CHECK(q.rigorous);
      continue;
    }
    const Rational value = number(row.value), bound = number(row.bound);
    const Rational lower = number(q.lower), upper = number(q.upper);
    if (value == 0) {
      CHECK(lower == 0);
      CHECK(upper == 0);
      continue;
    }
    CHECK(lower <= value + bound);
    CHECK(upper >= value - bound);
    const Rational widest = row.quantity == "tv" ? power_of_ten(-9) : power_of_ten(-12);
    CHECK((upper - lower) / 2 <= widest * abs(value));
  }
}

TEST_CASE("rounding, truncation and the estimated discretisation cover what the value misses") {
  // The estimate is no bound; that it covers the truth here is what it is worth. The value itself
  // is a double, at most one step from the midpoint.
  for (const Row& row : certified_values()) {
    if (row.value == "inf" || row.value == "0") continue;
    const Quantity& q = quantities_of(row).at(row.quantity);
    INFO(row.pair, ": ", row.quantity);
    const Rational miss = abs(exact_rational(q.value) - number(row.value)) - number(row.bound);
    CHECK(miss <= exact_rational(q.rounding + q.truncation + q.discretisation +
                                 0x1p-52 * std::abs(q.value)));
  }
}
