#include "numerics/distribution/plane/plane_law.hpp"

#include <doctest/doctest.h>

#include <string>

#include "numerics/distribution/plane/plane_forms.hpp"
#include "numerics/distribution/specification.hpp"

using namespace gancheck;

namespace {

const NormalLine& normal(const PlanePart& part, std::size_t k) {
  return std::get<NormalLine>(part.coordinates[k]);
}

void refuses(const char* specification, const char* what) {
  CAPTURE(specification);
  CHECK_THROWS_WITH_AS(parse_plane_law(specification), doctest::Contains(what), BadSpecification);
}

}  // namespace

TEST_CASE("a specification speaks of the plane where one of its laws does") {
  CHECK(is_in_plane("ring(8,2,1/10)"));
  CHECK(is_in_plane("mixture(1/2*normal2(0,0,1,1,0),1/2*product(normal(0,1),point(1)))"));
  CHECK(!is_in_plane("mixture(1/2*normal(0,1),1/2*point(1))"));
  for (const FamilyDescription& family : plane_families())
    CHECK(is_plane_form(family.signature.substr(0, family.signature.find('('))));
  CHECK(!is_plane_form("normal"));
}

TEST_CASE("the modes of a ring lie on its circle, the first one at (radius, 0)") {
  const PlaneLaw law = parse_plane_law("ring(8,2,1/10)");
  REQUIRE(law.parts.size() == 8);
  CHECK(normal(law.parts[0], 0).mean.rational() == 2);
  CHECK(normal(law.parts[0], 1).mean.rational() == 0);
  CHECK(normal(law.parts[2], 0).mean.rational() == 0);
  CHECK(normal(law.parts[2], 1).mean.rational() == 2);
  CHECK(normal(law.parts[4], 0).mean.rational() == -2);
  CHECK(normal(law.parts[6], 1).mean.rational() == -2);
  for (const PlanePart& part : law.parts) {
    CHECK(part.weight == Rational(1, 8));
    CHECK(normal(part, 0).variance == Rational(1, 100));
    const Ball x = normal(part, 0).mean.enclose(), y = normal(part, 1).mean.enclose();
    CHECK((x * x + y * y - Ball(4)).contains_zero());
    CHECK((x * x + y * y).radius() < 1e-20);
  }
  // A third of the way round: (-1/2, sqrt(3)/2) of the radius.
  const PlanePart third = parse_plane_law("ring(3,1,1)").parts[1];
  CHECK((normal(third, 0).mean.enclose() + Ball(1) / 2).contains_zero());
  CHECK((normal(third, 1).mean.enclose() - sqrt(Ball(3)) / 2).contains_zero());
}

TEST_CASE("a linear map A takes a normal law of covariance S to one of A S A^T") {
  const PlanePart part =
      parse_plane_law("pushforward(normal2(1,2,3,1/2,1/3),affine(1,2,-1,1,5,-5))").parts[0];
  // S = (9, 1/2; 1/2, 1/4).
  CHECK(normal(part, 0).mean.rational() == 10);
  CHECK(normal(part, 1).mean.rational() == -4);
  CHECK(normal(part, 0).variance == 12);
  CHECK(normal(part, 1).variance == Rational(33, 4));
  CHECK(part.covariance == -9);
}

TEST_CASE("shifts, scales and mixtures in the plane move and weigh every part") {
  const PlaneLaw law =
      parse_plane_law("mixture(1/4*shift(ring(2,1,1),3,4),3/4*scale(normal2(1,1,1,1,1/2),-2,1))");
  REQUIRE(law.parts.size() == 3);
  CHECK(law.parts[0].weight == Rational(1, 8));
  CHECK(normal(law.parts[0], 0).mean.rational() == 4);
  CHECK(normal(law.parts[0], 1).mean.rational() == 4);
  CHECK(normal(law.parts[2], 0).mean.rational() == -2);
  CHECK(normal(law.parts[2], 0).variance == 4);
  CHECK(law.parts[2].covariance == -1);
}

TEST_CASE("a swap of the axes is carried out in the coordinates of any product") {
  const PlanePart part =
      parse_plane_law("pushforward(product(uniform(0,1),point(3)),affine(0,1,2,0,0,0))").parts[0];
  CHECK(std::get<Law>(part.coordinates[0]).atoms.point(0).rational() == 3);
  CHECK(std::get<Law>(part.coordinates[1]).pieces.size() == 1);
  refuses("pushforward(product(uniform(0,1),point(3)),affine(1,1,0,1,0,0))", "turns the axes");
}

TEST_CASE("where a map turns a product, both laws of a pair are taken back by it") {
  // (x, y) -> (x + 2y + 5, 3x + 4y - 1), whose inverse is (-2x + y + 11, 3x/2 - y/2 - 8).
  const PlanePair pair = in_common_axes(
      read_plane_law("pushforward(product(uniform(0,1),point(3)),affine(1,2,3,4,5,-1))"),
      read_plane_law("normal2(1,2,3,1/2,1/3)"));
  REQUIRE(pair.turn);
  const auto& uniform = std::get<Law>(pair.data.parts[0].coordinates[0]).pieces[0];
  CHECK(uniform.lower.at->rational() == 0);
  CHECK(uniform.upper.at->rational() == 1);
  CHECK(std::get<Law>(pair.data.parts[0].coordinates[1]).atoms.point(0).rational() == 3);
  const PlanePart& moved = pair.generator.parts[0];
  CHECK(normal(moved, 0).mean.rational() == 11);
  CHECK(normal(moved, 1).mean.rational() == Rational(-15, 2));
  // A S A^T with S = (9, 1/2; 1/2, 1/4).
  CHECK(normal(moved, 0).variance == Rational(137, 4));
  CHECK(normal(moved, 1).variance == Rational(313, 16));
  CHECK(moved.covariance == Rational(-207, 8));
  CHECK(pair.generator.specification == "normal2(1,2,3,1/2,1/3)");
}

TEST_CASE("turns that undo each other leave none, and those that differ are refused") {
  const std::string product = "product(laplace(0,1),uniform(0,1))";
  const std::string turned = "pushforward(" + product + ",affine(1,1,-1,1,0,0))";
  // (1/2, -1/2; 1/2, 1/2) is the inverse of (1, 1; -1, 1).
  CHECK(parse_plane_law("pushforward(" + turned + ",affine(1/2,-1/2,1/2,1/2,0,0))").parts.size() ==
        1);
  const auto pair_of = [](const std::string& p, const std::string& q) {
    return in_common_axes(read_plane_law(p), read_plane_law(q));
  };
  CHECK_NOTHROW(pair_of(turned, "scale(" + turned + ",2)"));
  // The same turn with other scales of the axes before it.
  CHECK_NOTHROW(pair_of(turned, "pushforward(" + product + ",affine(3,2,-3,2,1,0))"));
  CHECK_THROWS_WITH_AS(pair_of(turned, product), doctest::Contains("different axes"),
                       BadSpecification);
  CHECK_THROWS_AS(pair_of(turned, "pushforward(" + product + ",affine(1,2,-1,1,0,0))"),
                  BadSpecification);
}

TEST_CASE("what is no law in the plane is refused in a line with its place") {
  refuses("normal2(0,0,1,1,1)", "character 17: a correlation of 1: the covariance is positive");
  refuses("normal2(0,0,0,1,0)", "a stddev of 0");
  refuses("normal2(0,0,1)", "normal2(mx,my,sx,sy,rho) takes 5 numbers, not 3");
  refuses("ring(3/2,1,1)", "1.5 modes");
  refuses("ring(8,1,-1)", "a stddev of -1");
  refuses("product(normal(0,1))", "has 1 coordinates");
  refuses("product(normal(0,1),normal(0,1),normal(0,1))", "has 3 coordinates");
  refuses("product(ring(8,1,1),normal(0,1))", "lies in the plane");
  refuses("product(1/2,normal(0,1))", "takes a law for each coordinate");
  refuses("mixture(1/2*ring(8,1,1),1/2*normal(0,1))", "lies on the line");
  refuses("mixture(1/2*ring(8,1,1),1/3*ring(8,2,1))", "sum to 5/6, not to 1: correct them");
  refuses("truncate(ring(8,1,1),0,1)", "truncate is not available in the plane");
  refuses("pushforward(ring(8,1,1),square())", "takes the map affine(a,b,c,d,e,f)");
  refuses("pushforward(ring(8,1,1),affine(1,2,2,4,0,0))", "ad = bc");
  refuses("shift(ring(8,1,1),1)", "shift(SPEC,dx,dy)");
  refuses("scale(ring(8,1,1),0)", "scale by 0");
}
