#include "theory/proofs/tangent.hpp"

#include <doctest/doctest.h>

#include "theory/evidence/judge.hpp"

using namespace gancheck;

TEST_CASE("t - 1 - log t is stationary with value 0 at 1, and its second derivative is 1/t^2") {
  if (!Symbol::available()) return;  // a build without the symbolic witness
  const auto identities = tangent_of_logarithm();
  CHECK(identities.size() == 3);
  CHECK(judge(same_forms(identities, {"t > 0", "t > 0"}, {})) == Verdict::proved);
}
