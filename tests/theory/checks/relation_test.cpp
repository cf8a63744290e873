#include "theory/checks/relation.hpp"

#include <doctest/doctest.h>

#include "theory/checks/functionals.hpp"
#include "theory/checks/twins.hpp"
#include "theory/evidence/judge.hpp"
#include "theory/pairs/suite.hpp"

using namespace gancheck;
using functionals::minus_log4;
using functionals::value_at_optimum;

TEST_CASE("a strict inequality is neither supported nor certified where equality holds") {
  const auto strict = less(minus_log4, value_at_optimum);
  CHECK(judge(on_grid(only({"W1", "W7"}), strict)) == Verdict::supported);
  CHECK(judge(in_balls(only({"W1", "W7"}), strict)) == Verdict::certified);
  CHECK(judge(on_grid(only({"W0", "W1"}), strict)) == Verdict::undecided);
  CHECK(judge(in_balls(only({"W0", "W1"}), strict)) == Verdict::undecided);
  CHECK(judge(in_balls(only({"W0", "W1"}), at_most(minus_log4, value_at_optimum))) ==
        Verdict::certified);
}

TEST_CASE("a strict inequality is rejected where the contrary holds") {
  const auto contrary = less(value_at_optimum, minus_log4);
  CHECK(judge(on_grid(only({"W1"}), contrary)) == Verdict::failed);
  CHECK(judge(in_balls(only({"W1"}), contrary)) == Verdict::refuted);
}

TEST_CASE("enclosures separate laws that agree to nine digits, doubles do not") {
  const auto strict = less(minus_log4, value_at_optimum);
  CHECK(judge(on_grid(only({"very-near"}), strict)) == Verdict::undecided);
  CHECK(judge(in_balls(only({"very-near"}), strict)) == Verdict::certified);
}

TEST_CASE("a statement about some pair is refuted only if every pair is excluded") {
  const auto attains = equal(value_at_optimum, minus_log4);
  const Evidence none = nearest_in_balls(only({"W1", "W2", "W7"}), attains);
  CHECK(is_rejected(none));
  CHECK(none.where == "W1");
  CHECK(!is_rejected(nearest_in_balls(only({"W1", "W0", "W7"}), attains)));
  CHECK(judge(in_balls(only({"W1", "W0", "W7"}), attains)) == Verdict::refuted);
}

TEST_CASE("a twin is held against the bound of the truth, not against its own") {
  const auto truth = at_most(minus_log4, value_at_optimum);
  const Control twin = grid_twin('x', "", {"reversed", "反向"}, {"W1"},
                                 at_most(value_at_optimum, minus_log4), truth);
  CHECK(is_rejected(twin.run(only({"W1"}))));
  const auto vague =
      at_most([](const Columns<Tracked>&) { return Tracked::within(1.0, 0.5); }, functionals::zero);
  CHECK(!is_rejected(on_grid(only({"W1"}), vague)));
  CHECK(is_rejected(twin_on_grid(only({"W1"}), vague, truth)));
}
