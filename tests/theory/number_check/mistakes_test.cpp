// Every mistake of the catalogue is named when its wrong value is given, computed by an independent
// program (tests/reference/mistakes.py).
#include "theory/number_check/explanations.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

#include "numerics/distribution/specification.hpp"

using namespace gancheck;

namespace {

struct Row {
  std::string unit, quantity, steps, value;
};

std::vector<Row> rows() {
  std::ifstream file(GANCHECK_REFERENCE_DIR "/mistakes.tsv");
  std::vector<Row> all;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    Row row;
    std::istringstream(line) >> row.unit >> row.quantity >> row.steps >> row.value;
    all.push_back(row);
  }
  return all;
}

std::vector<Quantity> w7(Unit unit) {
  return evaluate(parse_law("discrete(6/10,3/10,1/10)"), parse_law("discrete(1/10,2/10,7/10)"),
                  unit);
}

Quantity& named(std::vector<Quantity>& quantities, const std::string& name) {
  return *std::find_if(quantities.begin(), quantities.end(),
                       [&](const Quantity& q) { return q.name == name; });
}

/// W7 in nats with bounds of 29 digits, from tests/reference/quantities.tsv.
std::vector<Quantity> w7_to_29_digits() {
  auto quantities = w7(Unit::nat);
  std::ifstream file(GANCHECK_REFERENCE_DIR "/quantities.tsv");
  for (std::string line; std::getline(file, line);) {
    std::string data, generator, name, value;
    std::istringstream(line) >> data >> generator >> name >> value;
    if (data != "discrete(6/10,3/10,1/10)" || generator != "discrete(1/10,2/10,7/10)") continue;
    const Rational x = read_printed_number(value).value.value;
    const Rational error = abs(x) * power_of_ten(-29);
    named(quantities, name).lower = decimal_rounded_down(x - error, 35);
    named(quantities, name).upper = decimal_rounded_up(x + error, 35);
  }
  return quantities;
}

std::string joined(const Explanation& e) {
  std::string ids;
  for (const Mistake* step : e.steps) ids += (ids.empty() ? "" : "+") + step->id;
  return ids;
}

/// All explanations of a number, by the ids of their steps; "~" before those that are only close.
std::set<std::string> explained(const std::vector<Quantity>& quantities, Unit unit,
                                const std::string& asked, const std::string& value,
                                const std::optional<Rational>& tolerance = std::nullopt) {
  const PrintedNumber x = read_printed_number(value);
  std::set<std::string> ids;
  for (const Explanation& e :
       explanations(TrueQuantities(quantities, unit), asked, x, tolerance.value_or(x.half_unit)))
    ids.insert((e.within_tolerance ? "" : "~") + joined(e));
  return ids;
}

using Names = std::set<std::string>;

}  // namespace

TEST_CASE("each wrong value of W7 is explained by its mistake, and by no other") {
  const auto nat = w7(Unit::nat), bit = w7(Unit::bit);
  REQUIRE(rows().size() > 60);
  for (const Row& row : rows()) {
    CAPTURE(row.unit);
    CAPTURE(row.quantity);
    CAPTURE(row.steps);
    const Unit unit = row.unit == "bit" ? Unit::bit : Unit::nat;
    CHECK(explained(unit == Unit::bit ? bit : nat, unit, row.quantity, row.value) ==
          Names{row.steps});
  }
}

TEST_CASE("bounds of 29 digits name the same, and rounding in doubles is seen through") {
  const auto q = w7_to_29_digits();
  for (const Row& row : rows()) {
    if (row.unit != "nat") continue;
    CAPTURE(row.quantity);
    CAPTURE(row.steps);
    CHECK(explained(q, Unit::nat, row.quantity, row.value) == Names{row.steps});
    // Off by 1e-15 of itself, as much as a short computation in doubles loses.
    PrintedNumber x = read_printed_number(row.value);
    x.value.value *= 1 + power_of_ten(-15);
    const auto found = explanations(TrueQuantities(q, Unit::nat), row.quantity, x, x.half_unit);
    REQUIRE(found.size() == 1);
    CHECK(joined(found[0]) == row.steps);
    // Tables print fewer digits of short numbers.
    if (x.digits == 17) CHECK_FALSE(found[0].within_tolerance);
  }
}

TEST_CASE("the reference has every mistake of the catalogue, made alone") {
  Names alone;
  for (const Row& row : rows())
    if (row.steps.find('+') == std::string::npos) alone.insert(row.steps);
  Names catalogue, kinds;
  for (const Mistake& m : mistakes()) {
    CHECK(catalogue.insert(m.id).second);
    CHECK_FALSE(m.name.en.empty());
    CHECK_FALSE(m.name.zh.empty());
    CHECK_FALSE(m.name.en.ends_with('.'));
    kinds.insert(in_words(m.kind).en);
  }
  CHECK(catalogue == alone);
  CHECK(kinds == Names{"swapped arguments", "unnormalised mass", "square root", "log base",
                       "factor 2", "sign", "another quantity"});
}

TEST_CASE("what no mistake leads to is not explained, nor is what is right") {
  const auto q = w7(Unit::nat);
  CHECK(explained(q, Unit::nat, "jsd", "0.2") == Names{});
  CHECK(explained(q, Unit::nat, "jsd", "0.23064548790411333") == Names{});
  CHECK(explained(q, Unit::nat, "jsd", "0.2306454879") == Names{});
  // 2 sqrt(2 JSD): two mistakes of one kind are none that is known.
  CHECK(explained(q, Unit::nat, "js_distance", "1.3583681029945111") == Names{});
  // A sign that the tolerance does not see: 0 within 1 of both JSD and -JSD.
  CHECK(explained(q, Unit::nat, "jsd", "0", Rational(1)) == Names{});
}

TEST_CASE("all single mistakes that fit are named, and pairs only where none does") {
  // Disjoint supports: JSD = log 2 is 1 bit, and V(D*) = 2 JSD - log 4 = 0.
  const auto q = evaluate(parse_law("discrete(1,0)"), parse_law("discrete(0,1)"), Unit::nat);
  CHECK(explained(q, Unit::nat, "value_at_optimum", "1.3862943611198906") ==
        Names{"mixture-for-sum"});
  CHECK(explained(q, Unit::nat, "value_at_optimum", "0.69314718055994531") ==
        Names{"log-2-for-log-4"});
  CHECK(explained(q, Unit::nat, "value_at_optimum", "-0.69314718055994531") == Names{"one-jsd"});
  CHECK(explained(q, Unit::nat, "jsd", "1.0") == Names{"in-bits"});
  CHECK(explained(q, Unit::nat, "jsd", "2.000") == Names{"in-bits+doubled"});
  CHECK(explained(q, Unit::nat, "jsd", "2.00") == Names{});  // too coarse for a pair
  CHECK(explained(q, Unit::nat, "kl_data_mixture", "0.0") == Names{"sum-for-mixture"});
  // A coarse tolerance leaves both 1 (bits) and 2 log 2 = 1.386.
  CHECK(explained(q, Unit::nat, "jsd", "1.2", Rational(1, 5)) == Names{"in-bits", "doubled"});
}

TEST_CASE("an infinite wrong value is named exactly") {
  const auto q = evaluate(parse_law("discrete(1,0)"), parse_law("discrete(1/2,1/2)"), Unit::nat);
  CHECK(explained(q, Unit::nat, "kl_data_generator", "inf") == Names{"swapped-arguments"});
  CHECK(explained(q, Unit::nat, "kl_generator_data", "0.69314718055994531") ==
        Names{"swapped-arguments"});
  CHECK(explained(q, Unit::nat, "kl_generator_data", "-inf") == Names{"negated"});
  CHECK(explained(q, Unit::nat, "kl_data_generator", "-inf") == Names{"swapped-arguments+negated"});
  CHECK(explained(q, Unit::nat, "tv", "inf") == Names{"is-kl-generator-data"});
  CHECK(explained(q, Unit::nat, "tv", "-inf") == Names{});
}

TEST_CASE(
    "a number that was computed in doubles is close to a mistake, and said to be only close") {
  const auto q = w7(Unit::nat);
  // sqrt(JSD) = 0.48025564848746270...
  CHECK(explained(q, Unit::nat, "jsd", "0.48025564848746270") == Names{"root-taken"});
  CHECK(explained(q, Unit::nat, "jsd", "0.48025564848746201") == Names{"~root-taken"});
  CHECK(explained(q, Unit::nat, "jsd", "0.480255645") == Names{"~root-taken"});  // 7e-9 away
  CHECK(explained(q, Unit::nat, "jsd", "0.480255640") == Names{});               // 1.8e-8 away
  CHECK(explained(q, Unit::nat, "jsd", "0.480256", Rational(0)) == Names{});
  // Close to the truth itself: a wrong value as close explains nothing.
  auto same = q;
  named(same, "kl_generator_data").lower = named(same, "kl_data_generator").lower;
  named(same, "kl_generator_data").upper = named(same, "kl_data_generator").upper;
  CHECK(explained(same, Unit::nat, "kl_data_generator", "1.0021041990637001") == Names{});
}

TEST_CASE("a wrong value that is not known explains nothing") {
  auto q = w7(Unit::nat);
  named(q, "kl_generator_data").lower = "0";
  named(q, "kl_generator_data").upper = "inf";
  named(q, "kl_generator_data").value = std::nan("");
  CHECK(explained(q, Unit::nat, "kl_data_generator", "1.1018681357942809") == Names{});
  named(q, "kl_generator_data").upper = "5";
  CHECK(explained(q, Unit::nat, "kl_data_generator", "1.1018681357942809") == Names{});
  CHECK(explained(q, Unit::nat, "kl_data_generator", "1.1018681357942809", Rational(3)) == Names{});
}

TEST_CASE("the bounds of a wrong value contain it, and are as tight as those of the true ones") {
  for (const Row& row : rows()) {
    const Unit unit = row.unit == "bit" ? Unit::bit : Unit::nat;
    const PrintedNumber x = read_printed_number(row.value);
    CAPTURE(row.steps);
    for (const Explanation& e :
         explanations(TrueQuantities(w7(unit), unit), row.quantity, x, x.half_unit)) {
      CHECK(e.within_tolerance);
      CHECK(e.wrong.upper.value - e.wrong.lower.value <= power_of_ten(-14));
    }
  }
}
