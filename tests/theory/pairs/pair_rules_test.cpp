#include "theory/pairs/pair_rules.hpp"

#include <doctest/doctest.h>

#include "theory/checks/comparisons.hpp"
#include "theory/checks/functionals.hpp"
#include "theory/evidence/judge.hpp"
#include "theory/pairs/null_set.hpp"
#include "theory/pairs/suite.hpp"

using namespace gancheck;

namespace {

const Pair& pair(const std::string& name) {
  return *only({name}).pairs.at(0);
}

}  // namespace

TEST_CASE("laws differ iff their densities differ at a point of positive weight") {
  CHECK(!are_different(pair("W0")));
  CHECK(are_different(pair("W1")));
  CHECK(are_different(pair("very-near")));
  CHECK(are_different(pair("poisson")));
  CHECK(!are_different(*different_on_a_null_set()));
}

TEST_CASE("P is dominated by Q iff q = 0 only where p = 0") {
  CHECK(is_dominated(pair("W1")));
  CHECK(is_dominated(pair("W2")));  // (1, 0) against (1/2, 1/2)
  CHECK(!is_dominated(pair("W3")));
  CHECK(!is_dominated(pair("W10")));
  CHECK(!is_dominated(make_pair("W2 exchanged", "discrete(1/2,1/2)", "discrete(1,0)")));
}

TEST_CASE("supports meet where both densities are positive at a point of positive weight") {
  for (const char* name : {"W0", "W2", "W3", "W7"}) CHECK(supports_meet(pair(name)));
  CHECK(!supports_meet(pair("W10")));
}

TEST_CASE("a null point has p = q = 0 and positive weight") {
  CHECK(null_point(pair("W3")) == 3);
  CHECK(!null_point(pair("W2")));
  CHECK(!null_point(*different_on_a_null_set()));
}

TEST_CASE("pairs that a rule leaves out are counted, and the rule is stated") {
  const Setting setting = only({"W1", "W3", "W7"});
  const Relation not_negative = at_most(0, functionals::kl);
  const Evidence all = in_balls(setting, not_negative);
  CHECK(judge(all) == Verdict::undecided);  // KL is infinite on W3
  const Evidence e =
      in_balls(setting, for_pairs_where({is_dominated, {"infinite", "无穷"}}, not_negative));
  CHECK(judge(e) == Verdict::certified);
  CHECK(e.attempted == 3);
  CHECK(e.decided == 2);
  CHECK(e.left_out == 1);
  CHECK(e.left_out_by.en == "infinite");
  CHECK(e.scope.en == "3 named pairs without densities");
  const Evidence none =
      in_balls(only({"W3"}), for_pairs_where({is_dominated, {"infinite", "无穷"}}, not_negative));
  CHECK(judge(none) == Verdict::undecided);
}
