#include "theory/checks/everywhere.hpp"

#include <doctest/doctest.h>

#include "theory/checks/regret.hpp"
#include "theory/evidence/judge.hpp"
#include "theory/formulas.hpp"
#include "theory/pairs/null_set.hpp"
#include "theory/pairs/suite.hpp"

using namespace gancheck;

namespace {

constexpr auto dstar = []<class T>(const T& p, const T& q) -> T { return p / (p + q); };
constexpr auto rest = []<class T>(const T& p, const T& q) -> T { return 1 - q / (p + q); };
constexpr auto half = []<class T>(const T&, const T&) -> T { return T(1) / 2; };

}  // namespace

TEST_CASE("every point that is not null is a case, and no null point is") {
  CHECK(at_every_point(only({"W1", "W3", "W7"}), equal(dstar, rest)).attempted == 2 + 3 + 3);
  CHECK(at_every_point(own_suite({different_on_a_null_set()}), equal(dstar, rest)).attempted == 2);
}

TEST_CASE("one point that differs decides against the relation and is named") {
  const Setting setting = only({"W0", "W3"});
  const Evidence e = at_every_point(setting, equal(dstar, half));
  CHECK(judge(e) == Verdict::failed);
  CHECK(e.where == "W3, x = 1");
  CHECK(judge(at_every_point(only({"W0"}), equal(dstar, half))) == Verdict::supported);
  CHECK(judge(at_every_point_in_balls(setting, equal(dstar, half))) == Verdict::refuted);
}

TEST_CASE("enclosures are judged at the scale of 1, also where a quotient is 1e-300") {
  const Setting setting = only({"extreme"});
  CHECK(judge(at_every_point_in_balls(setting, equal(dstar, rest))) == Verdict::certified);
}

TEST_CASE("an inequality fails in its own direction only") {
  const Setting setting = only({"W7"});
  const auto zero = []<class T>(const T&, const T&) -> T { return T(0); };
  CHECK(judge(at_every_point(setting, at_most(zero, dstar))) == Verdict::supported);
  CHECK(judge(at_every_point(setting, at_most(dstar, zero))) == Verdict::failed);
}

TEST_CASE(
    "a strict inequality is not supported where both sides are equal, at points as under an "
    "integral") {
  const Setting equal_laws = only({"W0"});
  CHECK(judge(at_every_point(equal_laws, less(half, dstar))) == Verdict::undecided);
  CHECK(judge(at_every_point(equal_laws, at_most(half, dstar))) == Verdict::supported);
  CHECK(judge(on_grid(equal_laws, less(integral_of(half), integral_of(dstar)))) ==
        Verdict::undecided);
  constexpr auto loss = [](const auto& c, const Discriminator& d) {
    return integrate_with(c, d, loss_density);
  };
  CHECK(judge(for_discriminators(equal_laws, less(loss, loss))) == Verdict::undecided);
  CHECK(judge(for_discriminators(equal_laws, at_most(loss, loss))) == Verdict::supported);
}

TEST_CASE("a twin is held against the bound of the truth") {
  const auto vague = equal([](const Tracked&, const Tracked&) { return Tracked::within(1.0, 0.5); },
                           [](const Tracked&, const Tracked&) { return Tracked(0); });
  const auto truth = equal(dstar, rest);
  CHECK(!is_rejected(at_every_point(only({"W7"}), vague)));
  CHECK(is_rejected(point_twin('x', "", {"", ""}, {"W7"}, vague, truth).run(only({"W7"}))));
}
