// The built-in pairs: the catalogue's witnesses with their closed forms, and the exhaustive grids.
#include "theory/pairs/suite.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <map>

#include "numerics/number/float50.hpp"
#include "theory/checks/discriminators.hpp"
#include "theory/checks/functionals.hpp"

using namespace gancheck;

namespace {

const Pair& witness(const std::string& name) {
  static std::vector<Setting> kept;
  kept.push_back(only({name}));
  return *kept.back().pairs.at(0);
}

/// The ball contains the closed form, to 1e-30.
void check(const Ball& value, const Float50& closed_form) {
  CHECK(value.radius() <= 1e-30);
  CHECK(Float50(value.lower_text(40)) - Float50("1e-28") <= closed_form);
  CHECK(Float50(value.upper_text(40)) + Float50("1e-28") >= closed_form);
}

Ball value_of(const std::string& name) {
  return functionals::value_at_optimum(columns<Ball>(witness(name).densities()));
}

const Float50 ln2 = log(Float50(2)), ln3 = log(Float50(3)), ln5 = log(Float50(5)),
              ln7 = log(Float50(7));

}  // namespace

TEST_CASE("the witnesses have the values that can be written down") {
  check(value_of("W0"), -2 * ln2);
  // W1: sums over (1/2, 7/10) and (1/2, 3/10): D* = 5/12, 5/8.
  check(value_of("W1"), (log(Float50(5) / 12) + log(Float50(5) / 8)) / 2 +
                            Float50(7) / 10 * log(Float50(7) / 12) +
                            Float50(3) / 10 * log(Float50(3) / 8));
  check(value_of("W2"), Float50(3) / 2 * (2 * ln2 - ln3) - 2 * ln2);
  check(value_of("W3"), -ln2);
  // W7: D* = 6/7, 3/5, 1/8.
  check(value_of("W7"), Float50(6) / 10 * (ln2 + ln3 - ln7) + Float50(1) / 10 * -ln7 +
                            Float50(3) / 10 * (ln3 - ln5) + Float50(2) / 10 * (ln2 - ln5) +
                            Float50(1) / 10 * (-3 * ln2) + Float50(7) / 10 * (ln7 - 3 * ln2));
  check(value_of("W10"), 0);
  // W12 from the catalogue, summed to 25 digits.
  const Ball w12 = value_of("W12");
  CHECK(w12.lower() <= -1.339203398306601610);
  CHECK(std::abs(w12.midpoint() + 1.339203398306601610) < 1e-15);
}

TEST_CASE("the suite has every pair of technique T1") {
  // n = 2: sum of (N+1)² for N = 1..12; n = 3, 4, 5: the squares of 136, 84, 70; 2000 random ones.
  const std::size_t expected = 818 + 18496 + 7056 + 4900 + 2000 + named_pairs().size();
  CHECK(built_in_suite().pairs.size() == expected);
  CHECK(built_in_suite().listed.size() == named_pairs().size());
}

TEST_CASE("every law of the suite has mass one, within what its tail leaves out") {
  for (const auto& pair : built_in_suite().pairs) {
    Rational p = 0, q = 0;
    bool rational = true;
    for (std::size_t i = 0; i < pair->densities().grid.size() && rational; ++i) {
      rational =
          pair->densities().data[i].is_rational() && pair->densities().generator[i].is_rational();
      if (!rational) break;
      p += pair->densities().data[i].rational();
      q += pair->densities().generator[i].rational();
    }
    if (!rational) continue;
    CAPTURE(pair->name());
    CHECK(p == 1);
    CHECK(q == 1);
  }
}

TEST_CASE("W3 keeps the point that is null for both laws") {
  const Densities& d = witness("W3").densities();
  REQUIRE(d.grid.size() == 4);
  CHECK(d.data[3].is_zero());
  CHECK(d.generator[3].is_zero());
}

TEST_CASE("an unknown pair is refused, a rule selects pairs and is said") {
  CHECK_THROWS_AS(only({"W99"}), std::out_of_range);
  const Setting some = those(only({"W1", "W7"}), [](const Pair& p) { return p.name() == "W7"; },
                             {"named W7", "名为 W7"});
  REQUIRE(some.pairs.size() == 1);
  CHECK(some.scope.en == "1 pair, named W7");
}

TEST_CASE("other discriminators are the same in every run, and lie strictly between 0 and 1") {
  const Pair& pair = witness("W7");
  const auto first = other_discriminators(pair), second = other_discriminators(pair);
  REQUIRE(first.size() == 3);
  for (std::size_t i = 0; i < first.size(); ++i) {
    CHECK(first[i].thousandths == second[i].thousandths);
    for (const int k : first[i].thousandths) CHECK((k > 0 && k < 1000));
  }
  CHECK(first[0].thousandths == std::vector<int>{500, 500, 500});
  CHECK(first[1].thousandths != first[2].thousandths);
  const Chance<Tracked> tracked = chance_of<Tracked>(125);
  CHECK(tracked.yes.value() == 0.125);
  CHECK(tracked.no.value() == 0.875);
  CHECK(tracked.no.error() == 0);
}
