// What lies beyond the cuts: with cuts so near that it can be seen, every enclosure still holds the
// whole, and is as wide as what it leaves to the bounds.
#include "theory/divergence/enclosed/part.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "numerics/distribution/specification.hpp"
#include "numerics/number/special_functions.hpp"

using namespace gancheck;

namespace {

const Effort fine{200, -150};

/// |x|^-2 dies out slowly: the cut is where it is asked for.
struct CauchyLaws {
  explicit CauchyLaws(int cut_bits) : part(data, generator, cut_bits, {}, evaluations) {}
  long evaluations = 0;
  Law data = parse_law("cauchy(0,1)"), generator = parse_law("cauchy(0,2)");
  EnclosedPart part;
};

}  // namespace

TEST_CASE("an integral holds what lies beyond its cuts, and is as wide as that") {
  const BallPrecision precision(200);
  const JointIntegrand density = [](const LogPair<ComplexBall>& x) { return exp(x.log_p); };
  // p = q at ±sqrt 2.
  const Ball root = sqrt(Ball(2)), tv = 2 * (atan(root) - atan(root / 2)) / pi();
  for (const int cut_bits : {5, 10, 20, 40}) {
    CAPTURE(cut_bits);
    const CauchyLaws laws(cut_bits);
    // Distribution functions tell the mass beyond; what is only bounded is as wide as that mass.
    const Ball told = laws.part.joint(
        density, [](const Beyond& b) { return b.data; }, fine);
    CHECK(told.overlaps(Ball(1)));
    CHECK(told.radius() <= 1e-35);
    const Ball bounded = laws.part.joint(
        density, [](const Beyond& b) { return b.data * Ball::hull(0.0, 2.0); }, fine);
    CHECK(bounded.overlaps(Ball(1)));
    CHECK(bounded.radius() <= std::ldexp(4, -cut_bits));
    // Nothing but the bound covers it.
    const Ball without = laws.part.joint(
        density, [](const Beyond&) { return Ball(0); }, fine);
    CHECK_FALSE(without.overlaps(Ball(1)));
    const Ball half = laws.part.total_variation(fine);
    CHECK(half.overlaps(tv));
    CHECK(half.radius() <= std::ldexp(4, -cut_bits));
    CHECK(half.radius() >= 1e-60);
    for (const Role role : {Role::data, Role::generator}) {
      const Ball mass = laws.part.mass(role, fine);
      CHECK(mass.overlaps(Ball(1)));
      CHECK(mass.radius() <= 1e-35);
    }
    CHECK(laws.part.overlap());
    CHECK_FALSE(laws.part.is_alone(Role::data));
    CHECK(laws.evaluations > 0);
  }
}

TEST_CASE("mass of one law alone is told by its distribution function") {
  const BallPrecision precision(200);
  const Law data = parse_law("uniform(0,2)"), generator = parse_law("uniform(3/2,3)");
  long evaluations = 0;
  const EnclosedPart part(data, generator, 128, {}, evaluations);
  CHECK(part.mass_alone(Role::data, fine).overlaps(Ball(3) / 4));
  CHECK(part.mass_alone(Role::generator, fine).overlaps(Ball(2) / 3));
  CHECK(part.is_alone(Role::data));
  CHECK(part.is_alone(Role::generator));
  // (3/4 + 2/3 + |1/4 - 1/3|)/2
  CHECK(part.total_variation(fine).overlaps(Ball(3) / 4));
}
