#include <doctest/doctest.h>

#include "numerics/distribution/specification.hpp"
#include "tests/numerics/distribution/law_checks.hpp"

using namespace gancheck;

namespace {

const std::vector<std::string> families_to_compose{
    "point(3)", "discrete(1/2,0,1/2)", "geometric(1/3)", "poisson(2)", "geometric(1e-2)"};

std::string filled(std::string pattern, const std::string& specification) {
  return pattern.replace(pattern.find('@'), 1, specification);
}

}  // namespace

TEST_CASE("every composition of every family is a law") {
  for (const std::string& family : families_to_compose)
    for (const char* pattern :
         {"mixture(1/3*@,2/3*point(7/2))", "shift(@,1/7)", "scale(@,-2)", "truncate(@,1,3)",
          "truncate(@,1,1e18)", "normalise(@)", "pushforward(@,affine(-1/2,3))",
          "pushforward(@,affine(0,3))", "pushforward(@,square())", "pushforward(@,exp())",
          "pushforward(shift(@,1),log())", "pushforward(shift(@,1),neg_log())",
          "pushforward(@,sqrt())", "pushforward(@,abs())", "pushforward(@,sigmoid())",
          "pushforward(@,tanh())", "pushforward(@,constant(0.1))",
          "pushforward(scale(@,-1),square())", "scale(pushforward(@,exp()),1/2)"}) {
      const std::string specification = filled(pattern, family);
      CAPTURE(specification);
      const Law law = parse_law(specification);
      CHECK(law.mass.rational() == 1);
      check_law(law);
    }
}

TEST_CASE("every composition of every law with a density is a law") {
  for (const char* family :
       {"normal(0,1)", "normal(-1/3,2)", "uniform(0,1)", "uniform(-1,2)", "exponential(2)",
        "laplace(1/5,1)", "beta(1/2,1/2)", "gamma(1/3,2)", "cauchy(0,1)",
        "mixture(1/3*normal(0,1),1/3*point(3/2),1/3*uniform(1,2))",
        "mixture(1/2*discrete(1/3,2/3),1/2*gumbel(0,1))"})
    for (const char* pattern :
         {"mixture(1/3*@,2/3*point(7/2))",
          "mixture(1/3*@,2/3*normal(1,2))",
          "shift(@,1/7)",
          "scale(@,-2)",
          "truncate(@,1/4,3)",
          "truncate(@,1/2,1e18)",
          "normalise(@)",
          "truncate(scale(@,-2),-3,-1/4)",
          "truncate(truncate(@,0.1,5),1/4,3)",
          "pushforward(@,affine(-1/2,3))",
          "pushforward(@,affine(0,3))",
          "pushforward(@,exp())",
          "pushforward(truncate(@,1/4,4),log())",
          "pushforward(truncate(@,0,4),neg_log())",
          "pushforward(truncate(@,0,7),sqrt())",
          "pushforward(truncate(@,-1,4),abs())",
          "pushforward(truncate(@,-1,4),square())",
          "pushforward(@,sigmoid())",
          "pushforward(@,tanh())",
          "pushforward(@,constant(0.1))",
          "scale(pushforward(@,exp()),1/2)",
          "pushforward(pushforward(@,exp()),log())",
          "pushforward(pushforward(@,sigmoid()),neg_log())",
          "truncate(pushforward(truncate(@,-1,4),square()),1/10,2)",
          "mixture(1/2*pushforward(truncate(@,0,4),sqrt()),1/2*uniform(0,1))"}) {
      const std::string specification = filled(pattern, family);
      CAPTURE(specification);
      const Law law = parse_law(specification);
      CHECK(law.mass.is_rational());
      if (law.mass.is_rational()) CHECK(law.mass.rational() == 1);
      check_law(law);
    }
}

TEST_CASE("pieces under the compositions") {
  SUBCASE("shift and scale stay in the family") {
    CHECK(parse_law("scale(shift(normal(0,1),1),-3)").pieces[0].density->text() == "normal(-3,3)");
    const Law law = parse_law("scale(truncate(uniform(0,1),1/4,1/2),-2)");
    CHECK(law.pieces[0].lower.at->rational() == -1);
    CHECK(law.pieces[0].upper.at->rational() == Rational(-1, 2));
    CHECK(law.pieces[0].mass.rational() == 1);
  }
  SUBCASE("a mixture joins pieces of one law and keeps others apart") {
    const Law one = parse_law("mixture(1/3*normal(0,1),2/3*normal(0,1))");
    REQUIRE(one.pieces.size() == 1);
    CHECK(one.pieces[0].weight.rational() == 1);
    CHECK(one.pieces[0].mass.rational() == 1);
    const Law two = parse_law("mixture(1/3*normal(0,1),2/3*truncate(normal(0,1),0,9))");
    REQUIRE(two.pieces.size() == 2);
    CHECK(two.pieces[0].mass.rational() == Rational(1, 3));
  }
  SUBCASE("a truncation far out has digits") {
    const Law far = parse_law("truncate(normal(0,1),40,41)");
    REQUIRE(far.pieces.size() == 1);
    CHECK(far.mass.rational() == 1);
    CHECK(far.pieces[0].mass.rational() == 1);
    check_law(far);
    const Law mirrored = parse_law("truncate(normal(0,1),-41,-40)");
    CHECK((log(far.pieces[0].weight.enclose()) - log(mirrored.pieces[0].weight.enclose()))
              .contains_zero());
    check_law(parse_law("truncate(pushforward(normal(0,1),exp()),1e100,1e200)"));
    check_law(parse_law("truncate(pushforward(normal(0,1),square()),1e-250,1e-200)"));
    check_law(parse_law("truncate(normal(0,1),0,1e-80)"));
    // Its end, sigmoid(1e5), is closer to 1 than any enclosure tells.
    check_law(parse_law(
        "truncate(scale(pushforward(truncate(normal(0,1),0,1e5),sigmoid()),2),1.25,1.75)"));
    check_law(parse_law("truncate(pushforward(truncate(normal(0,1),0,1e5),sigmoid()),3/4,1)"));
  }
  SUBCASE("a truncation reaches into an image") {
    // P(1/4 <= U² <= 1) = 1/2 for U uniform on (0,1).
    const Law law = parse_law("truncate(pushforward(uniform(0,1),square()),1/4,5)");
    REQUIRE(law.pieces.size() == 1);
    CHECK(law.mass.rational() == 1);
    CHECK((law.pieces[0].weight.enclose() - Ball(2)).contains_zero());
    CHECK(law.pieces[0].lower.at->rational() == Rational(1, 4));
    CHECK(law.pieces[0].upper.at->rational() == 1);
  }
  SUBCASE("a null set is dropped, what else is there stays") {
    const Law law = parse_law("truncate(mixture(1/2*uniform(0,1),1/2*point(1)),1,2)");
    CHECK(law.pieces.empty());
    CHECK(law.atoms[0].mass.rational() == 1);
  }
  SUBCASE("square and abs of both sides") {
    const Law square = parse_law("pushforward(normal(0,1),square())");
    REQUIRE(square.pieces.size() == 1);
    CHECK(square.mass.rational() == 1);
    CHECK(square.pieces[0].mass.rational() == 1);
    CHECK(square.pieces[0].weight.rational() == 1);
    CHECK(square.pieces[0].density->text() == "pushforward(normal(0,1)[0..],square())");
    const Law skew = parse_law("pushforward(normal(1,1),square())");
    CHECK(skew.pieces.size() == 2);
    CHECK(skew.mass.rational() == 1);
    const Law mixed =
        parse_law("pushforward(mixture(1/2*normal(0,1),1/2*discrete(1/2,1/2)),abs())");
    CHECK(mixed.atoms.size() == 2);
    REQUIRE(mixed.pieces.size() == 1);
    CHECK(mixed.pieces[0].mass.rational() == Rational(1, 2));
  }
  SUBCASE("constant collects all of it") {
    const Law law = parse_law("pushforward(mixture(1/3*normal(0,1),2/3*poisson(2)),constant(5))");
    CHECK(law.pieces.empty());
    CHECK(law.atoms[0].mass.rational() == 1);
  }
}

TEST_CASE("what cannot be done with a density is refused with the mass that offends") {
  CHECK_THROWS_WITH(parse_law("truncate(uniform(0,1),2,3)"),
                    "character 1: truncating 'uniform(0,1)' to [2, 3] leaves no mass: widen the "
                    "interval");
  CHECK_THROWS_WITH(parse_law("truncate(uniform(0,1),1,2)"), doctest::Contains("leaves no mass"));
  CHECK_THROWS_WITH(parse_law("truncate(normal(0,1),50,50)"), doctest::Contains("leaves no mass"));
  CHECK_THROWS_WITH(parse_law("truncate(pushforward(normal(0,1),square()),-2,0)"),
                    doctest::Contains("leaves no mass"));
  CHECK_THROWS_WITH(parse_law("truncate(pushforward(normal(0,1),sigmoid()),1,2)"),
                    doctest::Contains("leaves no mass"));
  CHECK_THROWS_WITH(parse_law("pushforward(normal(0,1),log())"),
                    "character 25: log() is undefined below 0, where normal(0,1) has the mass 0.5: "
                    "truncate the law to where it is");
  CHECK_THROWS_WITH(parse_law("pushforward(mixture(1/2*uniform(-1,1),1/2*point(1)),sqrt())"),
                    doctest::Contains("sqrt() is undefined below 0, where uniform(-1,1) has the "
                                      "mass 0.25: truncate"));
  CHECK_THROWS_WITH(parse_law("pushforward(uniform(-2,-1),neg_log())"),
                    doctest::Contains("neg_log() is undefined below 0, where uniform(-2,-1) has "
                                      "the mass 1: truncate"));
  CHECK_NOTHROW(parse_law("pushforward(uniform(0,1),log())"));
  CHECK_NOTHROW(parse_law("pushforward(truncate(normal(0,1),0,9),log())"));
}

TEST_CASE("atoms that coincide merge and their masses add") {
  const Law law = parse_law("mixture(1/4*discrete(1/2,1/2),3/4*point(2))");
  REQUIRE(law.atoms.size() == 2);
  CHECK(law.atoms[0].mass.rational() == Rational(1, 8));
  CHECK(law.atoms[1].mass.rational() == Rational(7, 8));
  const Law folded = parse_law("pushforward(shift(discrete(1/2,1/4,1/4),-2),square())");
  REQUIRE(folded.atoms.size() == 2);
  CHECK(folded.atoms[0].at.is_zero());
  CHECK(folded.atoms[0].mass.rational() == Rational(1, 4));
  CHECK(folded.atoms[1].at.rational() == 1);
  CHECK(folded.atoms[1].mass.rational() == Rational(3, 4));
  SUBCASE("through the tails too: a mixture of a law with itself is the law") {
    const Law mixed = parse_law("mixture(1/3*poisson(2),2/3*poisson(2))");
    const Law plain = parse_law("poisson(2)");
    REQUIRE(mixed.atoms.size() == plain.atoms.size());
    for (std::size_t i = 0; i < plain.atoms.size(); ++i)
      CHECK(mixed.atoms[i].mass.text() == plain.atoms[i].mass.text());
  }
  SUBCASE("an atom beyond the listed ones of another law is in both") {
    // geometric(1/2) lists about 200 atoms; its mass at 500 is 2^-500, here listed with the point.
    const Law far = parse_law("mixture(1/2*geometric(1/2),1/2*point(500))");
    const Ball mass = mass_at(far, 500).enclose() - exactly<Ball>(Rational(1, 2));
    CHECK(mass.contains(Rational(Integer(1), Integer(1) << 501)));
    REQUIRE(far.tails.size() == 1);
    CHECK(far.tails[0].listed.size() == 1);
    check_law(far);
  }
  SUBCASE("an even map adds the atoms of one side to the tail of the other") {
    const Law both =
        parse_law("pushforward(mixture(1/2*geometric(1/2),1/2*scale(geometric(1/3),-1)),abs())");
    check_law(both);
    const BallPrecision precision(600);
    // At 300: (2^-300 + (1/3)(2/3)^299)/2, where geometric(1/2) has its tail.
    const Rational expected =
        (Rational(Integer(1), pow(Integer(2), 300)) +
         Rational(1, 3) * Rational(pow(Integer(2), 299), pow(Integer(3), 299))) /
        2;
    CHECK(mass_at(both, 300).enclose().contains(expected));
  }
}

TEST_CASE("shift and scale move the points, the tail included") {
  const Law law = parse_law("shift(scale(geometric(1/2),-3),1/2)");
  CHECK(law.atoms.back().at.rational() == Rational(-5, 2));
  CHECK(law.atoms.back().mass.rational() == Rational(1, 2));
  REQUIRE(law.tails.size() == 1);
  CHECK(law.tails[0].step == -3);
  CHECK(law.tails[0].first == law.atoms.front().at.rational() - 3);
  CHECK(parse_law("pushforward(geometric(1/2),affine(-3,1/2))").tails[0].first ==
        law.tails[0].first);
}

TEST_CASE("truncation is the conditional law") {
  const Law law = parse_law("truncate(geometric(1/2),2,4)");
  REQUIRE(law.atoms.size() == 3);
  CHECK(law.atoms[0].mass.rational() == Rational(4, 7));
  CHECK(law.atoms[2].mass.rational() == Rational(1, 7));
  CHECK(law.tails.empty());
  SUBCASE("of a conditional law is the conditional law") {
    const Law twice = parse_law("truncate(truncate(poisson(5),2,20),3,4)");
    const Law once = parse_law("truncate(poisson(5),3,4)");
    REQUIRE(twice.atoms.size() == 2);
    for (std::size_t i = 0; i < 2; ++i)
      CHECK(twice.atoms[i].mass.enclose().overlaps(once.atoms[i].mass.enclose()));
    // P(3)/(P(3) + P(4)) = 1/(1 + 5/4)
    CHECK(once.atoms[0].mass.enclose().contains(Rational(4, 9)));
  }
  SUBCASE("reaches masses that no double holds") {
    const Law far = parse_law("truncate(geometric(0.5),5000,1e9)");
    CHECK(far.atoms[0].at.rational() == 5000);
    CHECK(exactly<double>(far.atoms[0].mass) == 0.5);
    CHECK(exactly<double>(far.atoms[9].mass) == 0x1p-10);
    REQUIRE(far.tails.size() == 1);
    CHECK(*far.tails[0].count == Integer(1000000000) - numerator(far.tails[0].first) + 1);
  }
  SUBCASE("goes through shift, scale and mixture to the families") {
    const Law far = parse_law(
        "truncate(mixture(1/2*shift(geometric(1/2),1/2),1/2*scale(geometric(1/4),-1)),"
        "3000,4000)");
    CHECK(far.atoms[0].at.rational() == Rational(6001, 2));
    CHECK(exactly<double>(far.atoms[0].mass) == 0.5);
    // From 3001 on, P(k)/P(>= 3001) = 2^-(k-3000).
    CHECK(exactly<double>(far.atoms[4].mass) == 0x1p-5);
    check_law(far);
  }
  SUBCASE("of part of an image keeps the exact proportions") {
    const Law image = parse_law("truncate(pushforward(discrete(1/2,1/4,1/4),square()),3,10)");
    REQUIRE(image.atoms.size() == 2);
    CHECK(image.atoms[0].mass.rational() == Rational(1, 2));
  }
  SUBCASE("within a mixture is scaled by its own mass, not by the outer interval") {
    const Law law2 =
        parse_law("truncate(mixture(1/2*truncate(discrete(1/4,1/4,1/2),1,2),1/2*point(9)),2,9)");
    REQUIRE(law2.atoms.size() == 2);
    CHECK(law2.atoms[0].mass.rational() == Rational(1, 3));
    CHECK(law2.atoms[1].mass.rational() == Rational(2, 3));
  }
}

TEST_CASE("maps take points to exact images") {
  CHECK(parse_law("pushforward(point(4),sqrt())").atoms[0].at.rational() == 2);
  CHECK(parse_law("pushforward(point(-2/3),square())").atoms[0].at.rational() == Rational(4, 9));
  CHECK(parse_law("pushforward(point(0),sigmoid())").atoms[0].at.rational() == Rational(1, 2));
  CHECK(parse_law("pushforward(pushforward(point(5),exp()),log())").atoms[0].at.rational() == 5);
  CHECK(parse_law("pushforward(point(3),affine(2,1))").atoms[0].at.rational() == 7);
  CHECK(parse_law("pushforward(poisson(3),constant(1/3))").atoms.size() == 1);
  const Law entropy = parse_law("pushforward(discrete(1/2,1/2),neg_log())");
  CHECK(entropy.atoms[0].at.text() == "-1*log(2)");
  CHECK(entropy.atoms[1].at.is_zero());
  CHECK_FALSE(parse_law("pushforward(geometric(1/2),exp())").tails[0].located);
}

TEST_CASE("normalise divides by the exact sum and says so") {
  const Law law = parse_law("normalise(discrete(1,2,3))");
  CHECK(law.atoms[0].mass.rational() == Rational(1, 6));
  REQUIRE(law.remarks.size() == 1);
  CHECK(law.remarks[0].en == "normalised: discrete(1,2,3) divided by its sum, 6");
  const Law part = parse_law("truncate(mixture(1/2*normalise(discrete(1,2,3)),1/2*point(3)),3,3)");
  CHECK(part.atoms[0].mass.rational() == 1);
  const Law two = parse_law("truncate(mixture(1/2*normalise(discrete(1,2,1)),1/2*point(3)),2,3)");
  CHECK(two.atoms[0].mass.rational() == Rational(2, 7));
}

TEST_CASE("what a composition cannot do is refused with the place and the remedy") {
  CHECK_THROWS_WITH(
      parse_law("scale(point(1),0)"),
      "character 16: scale by 0 leaves one point: write point(0), or give another factor");
  CHECK_THROWS_WITH(
      parse_law("truncate(discrete(1/2,1/2),3,4)"),
      "character 1: truncating 'discrete(1/2,1/2)' to [3, 4] leaves no mass: widen the interval");
  CHECK_THROWS_WITH(parse_law("truncate(point(1),2,1)"),
                    "character 19: [2, 1] is empty: give the lower end first");
  CHECK_THROWS_WITH(parse_law("truncate(geometric(1/2),1.2,1.8)"),
                    doctest::Contains("leaves no mass"));
  CHECK_THROWS_WITH(parse_law("pushforward(poisson(1),log())"),
                    "character 24: log() is undefined at 0, which carries the mass "
                    "0.36787944117144233: truncate the law to where it is");
  CHECK_THROWS_WITH(parse_law("pushforward(point(-4),sqrt())"),
                    doctest::Contains("sqrt() is undefined at -4"));
  CHECK_THROWS_WITH(parse_law("pushforward(scale(geometric(1/2),-1),sqrt())"),
                    doctest::Contains("sqrt() is undefined"));
  CHECK_THROWS_WITH(parse_law("truncate(pushforward(geometric(1/2),exp()),2,9)"),
                    doctest::Contains("truncate the law inside pushforward"));
  CHECK_THROWS_WITH(
      parse_law("mixture(1/2*point(1),1/3*point(2))"),
      "character 1: the weights of mixture sum to 5/6, not to 1: correct them, or write "
      "normalise(...)");
  CHECK_THROWS_WITH(
      parse_law("mixture(2*point(1),-1*point(2))"),
      "character 20: the weight -1 of a mixture is not positive: leave the component out");
  CHECK_THROWS_WITH(parse_law("pushforward(point(1),sqare())"),
                    "character 22: there is no map 'sqare': did you mean 'square'?");
  CHECK_THROWS_WITH(parse_law("pushforward(point(1),affine(1))"),
                    "character 22: affine(a,b) takes 2 numbers, not 1");
  CHECK_THROWS_WITH(parse_law("truncate(geometric(1/2),1e299,1e300)"),
                    doctest::Contains("beyond 2^62"));
  CHECK_THROWS_WITH(parse_law("shift(point(1))"),
                    "character 1: 'shift(point(1))' does not have the form shift(SPEC,d)");
}
