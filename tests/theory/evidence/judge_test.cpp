#include "theory/evidence/judge.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace gancheck;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Evidence rounding(double residual, double bound) {
  Evidence e;
  e.attempted = e.decided = 1;
  e.residual = residual;
  e.bound = bound;
  return e;
}

Evidence rigorous(Ground ground, Evidence::Found found) {
  Evidence e;
  e.ground = ground;
  e.attempted = e.decided = 1;
  e.found = found;
  return e;
}

}  // namespace

TEST_CASE("a residual within its bound supports, one above it fails") {
  CHECK(judge(rounding(1e-17, 1e-16)) == Verdict::supported);
  CHECK(judge(rounding(0, 0)) == Verdict::supported);
  CHECK(judge(rounding(1e-16, 1e-16)) == Verdict::supported);
  CHECK(judge(rounding(1.1e-16, 1e-16)) == Verdict::failed);
  CHECK(judge(rounding(infinity, 1e-16)) == Verdict::failed);
}

TEST_CASE("NaN, an infinite bound, nothing decided and an exception are undecided, never a pass") {
  CHECK(judge(rounding(std::nan(""), 1e-16)) == Verdict::undecided);
  CHECK(judge(rounding(0, std::nan(""))) == Verdict::undecided);
  CHECK(judge(rounding(0, infinity)) == Verdict::undecided);
  CHECK(judge(Evidence{}) == Verdict::undecided);
  Evidence e = rounding(0, 1);
  e.decided = 0;
  CHECK(judge(e) == Verdict::undecided);
  e = rounding(0, 1);
  e.trouble = {"thrown", "抛出"};
  CHECK(judge(e) == Verdict::undecided);
}

TEST_CASE(
    "a case that is left open keeps a check from passing, unless a stated rule leaves it out") {
  Evidence e = rounding(0, 1);
  e.attempted = 2;
  CHECK(judge(e) == Verdict::undecided);
  e.left_out = 1;
  CHECK(judge(e) == Verdict::supported);
  e.left_out = 0;
  e.residual = 2;
  CHECK(judge(e) == Verdict::failed);
}

TEST_CASE("a strict inequality needs room above its bound") {
  Evidence e = rounding(0, 1e-16);
  e.strict = true;
  CHECK(judge(e) == Verdict::undecided);
  e.slack = 1e-16;
  CHECK(judge(e) == Verdict::undecided);
  e.slack = 1e-15;
  CHECK(judge(e) == Verdict::supported);
}

TEST_CASE("rigorous evidence certifies, proves or refutes by its ground") {
  using Found = Evidence::Found;
  CHECK(judge(rigorous(Ground::enclosure, Found::agrees)) == Verdict::certified);
  CHECK(judge(rigorous(Ground::enclosure, Found::excludes)) == Verdict::refuted);
  CHECK(judge(rigorous(Ground::enclosure, Found::too_wide)) == Verdict::undecided);
  CHECK(judge(rigorous(Ground::sweep, Found::agrees)) == Verdict::proved);
  CHECK(judge(rigorous(Ground::sweep, Found::too_wide)) == Verdict::undecided);
  Evidence e = rigorous(Ground::normal_form, Found::too_wide);
  CHECK(judge(e) == Verdict::refuted);
  e.same_form = true;
  CHECK(judge(e) == Verdict::proved);
  e = rigorous(Ground::counterexample, Found::too_wide);
  CHECK(judge(e) == Verdict::refuted);
  e.example_confirms = true;
  CHECK(judge(e) == Verdict::proved);
}

TEST_CASE(
    "a part takes its strongest witness, a claim its weakest part, nothing at all is undecided") {
  using V = Verdict;
  const V checks[] = {V::supported, V::proved, V::undecided};
  CHECK(strongest(checks) == V::proved);
  const V parts[] = {V::proved, V::supported, V::certified};
  CHECK(weakest(parts) == V::supported);
  CHECK(strongest({}) == V::undecided);
  CHECK(weakest({}) == V::undecided);
}

TEST_CASE("a control is rejected when refuted, or when it fails by a factor of a thousand") {
  CHECK(is_rejected(rounding(1e-12, 1e-16)));
  CHECK(is_rejected(rounding(1, 0)));
  CHECK(!is_rejected(rounding(5e-14, 1e-16)));
  CHECK(!is_rejected(rounding(std::nan(""), 1e-16)));
  CHECK(!is_rejected(rounding(0, 1e-16)));
  CHECK(is_rejected(rigorous(Ground::counterexample, Evidence::Found::too_wide)));
  CHECK(!is_rejected(rigorous(Ground::enclosure, Evidence::Found::too_wide)));
  CHECK(margin(rounding(1, 0)) == infinity);
  CHECK(std::isnan(margin(rounding(std::nan(""), 1))));
}
