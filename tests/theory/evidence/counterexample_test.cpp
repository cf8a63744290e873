#include "theory/evidence/counterexample.hpp"

#include <doctest/doctest.h>

#include "theory/evidence/judge.hpp"

using namespace gancheck;

TEST_CASE("an exact example proves a statement of existence and refutes one about all") {
  const Evidence supports = example(true, "W3, x = 4", {"one pair", "一个分布对"});
  CHECK(judge(supports) == Verdict::proved);
  CHECK(supports.where.en == "W3, x = 4");
  const Evidence against = example(false, "W3, x = 4", {"one pair", "一个分布对"});
  CHECK(judge(against) == Verdict::refuted);
  CHECK(is_rejected(against));
}

TEST_CASE("a search without a find decides nothing") {
  const Evidence none = no_example({"two pairs", "两个分布对"});
  CHECK(judge(none) == Verdict::undecided);
  CHECK(!is_rejected(none));
}
