#include "numerics/distribution/specification.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "tests/numerics/distribution/law_checks.hpp"

using namespace gancheck;

namespace {

std::string nested(int depth) {
  std::string specification = "point(1)";
  for (int i = 1; i < depth; ++i) specification = "shift(" + specification + ",0)";
  return specification;
}

/// The refusal of a specification; "" where it is accepted.
std::string refusal(std::string_view specification) {
  try {
    parse_law(specification);
  } catch (const BadSpecification& refused) {
    return refused.what();
  }
  return "";
}

}  // namespace

TEST_CASE("numbers are exact and white space is free") {
  const Law law = parse_law(" discrete ( 0.1 ,\t1 / 3,\n17/30 ) ");
  CHECK(law.specification == "discrete(0.1,1/3,17/30)");
  REQUIRE(law.atoms.size() == 3);
  CHECK(law.atoms[0].mass.rational() == Rational(1, 10));
  CHECK(law.atoms[1].mass.rational() == Rational(1, 3));
  CHECK(law.atoms[2].mass.rational() == Rational(17, 30));
  CHECK(parse_law("point(-1.5e-3/0.2)").atoms[0].at.rational() == Rational(-3, 400));
  CHECK(parse_law("point(1e-300)").atoms[0].at.rational() == power_of_ten(-300));
}

TEST_CASE("a name that is not built yet differs from a name that there is not") {
  CHECK(refusal("ring(8,1,0.1)").starts_with("character 1: 'ring(8,1,0.1)' lies in the plane"));
  CHECK(refusal("mixture(1*ring(8,2,0.1))").starts_with("character 11: 'ring(8,2,0.1)' lies in"));
  CHECK(refusal("samples(x.csv)").find("samples is not available yet") != std::string::npos);
  CHECK(refusal("geometrik(1/2)") ==
        "character 1: there is no 'geometrik': did you mean 'geometric'?");
  CHECK(refusal("N(0,1)") == "character 1: there is no 'N': write normal(mean,stddev)");
  CHECK(refusal("bernoulli(0.3)").find("write discrete(1-p,p)") != std::string::npos);
  CHECK(refusal("xyzzy(1)").starts_with("character 1: there is no 'xyzzy': there are normal, "));
  CHECK(parse_law("gaussian(0,1)").pieces.size() == 1);  // an alias
  CHECK(refusal("norml(0,1)") == "character 1: there is no 'norml': did you mean 'normal'?");
}

TEST_CASE("a malformed specification is refused at its character") {
  CHECK(refusal("") == "character 1: nothing is specified: write for example geometric(1/2)");
  CHECK(refusal("   ") == "character 4: nothing is specified: write for example geometric(1/2)");
  CHECK(refusal("point(1") ==
        "character 8: the end instead of , or ) in the bracket that opened at character 6");
  CHECK(refusal("point(1))") == "character 9: ')' follows the specification 'point(1)': remove it");
  CHECK(refusal("point(1) point(2)") ==
        "character 10: 'point(2)' follows the specification 'point(1)': remove it");
  CHECK(refusal("point") == "character 6: the end instead of ( after 'point'");
  CHECK(refusal("point()") == "character 1: point(x) takes 1 number, not 0");
  CHECK(refusal("point(nan)") == "character 7: nan is not a real number: give a finite one");
  CHECK(refusal("point(-inf)") == "character 7: '-' instead of a number or a specification");
  CHECK(refusal("point(Infinity)") ==
        "character 7: infinity is not a real number: give a finite one");
  CHECK(refusal("point(1,)") == "character 9: ')' instead of a number or a specification");
  CHECK(refusal("point(1/0)") == "character 9: division by 0");
  CHECK(refusal("point(1e301)") ==
        "character 7: '1e301' is not between 1e-300 and 1e300 in magnitude");
  CHECK(refusal("point(1e-301)") ==
        "character 7: '1e-301' is not between 1e-300 and 1e300 in magnitude");
  CHECK(refusal("point(1e200/1e-200)") ==
        "character 13: '1e200/1e-200' is not between 1e-300 and 1e300 in magnitude");
  CHECK(refusal("point(geometric(1/2))") ==
        "character 7: point(x) takes numbers, not 'geometric(1/2)'");
  CHECK(refusal("discrete()") ==
        "character 1: discrete(w1,w2,...) has no weights: give at least one");
  CHECK(refusal("file()") ==
        "character 6: a path is missing: write for example file(p.csv) or "
        "network(g.json)");
  CHECK(refusal("file('a") == "character 6: the path that opens with ' does not end: close it");
  CHECK(refusal("3*point(1)") ==
        "character 1: '3' instead of a name: a number alone is no law, point(1/2) is one");
  SUBCASE("characters are counted, not bytes") {
    CHECK(refusal("point（1）") ==
          "character 6: '（' (of full width: write ( ) and , plain) instead of ( after 'point'");
    CHECK(refusal("file('文件')zz").starts_with("character 11: "));
  }
}

TEST_CASE("deep nesting is refused beyond 64") {
  CHECK(refusal(nested(64)) == "");
  CHECK(refusal(nested(65)).find("nested deeper than 64") != std::string::npos);
  CHECK(refusal(std::string(200000, '(')).starts_with("character 1: "));
  std::string open;
  for (int i = 0; i < 50000; ++i) open += "shift(";
  CHECK(refusal(open).find("nested deeper than 64") != std::string::npos);
}

TEST_CASE("absurd and long numbers neither hang nor overflow") {
  CHECK(refusal("point(1e999999999)").find("is not between") != std::string::npos);
  CHECK(refusal("point(1e-99999999999999999999)").find("is not between") != std::string::npos);
  CHECK(refusal("point(0e999999999)") == "");
  CHECK(refusal("point(" + std::string(300, '9') + ")") == "");
  CHECK(refusal("point(" + std::string(2000, '9') + ")").find("has 2000 digits") !=
        std::string::npos);
  CHECK(refusal(std::string(2 << 20, ' ')).find("put the weights into a file") !=
        std::string::npos);
  std::string weights = "discrete(1/2";
  for (int i = 1; i < 5000; ++i) weights += ",1/" + std::to_string(10000 + i);
  CHECK(refusal(weights + ")").find("sum to about 0.9") != std::string::npos);
}

TEST_CASE("nested truncations and powers take time that grows slowly with their depth") {
  std::string narrowing = "poisson(5)", squares = "discrete(1/2,1/2)", maps = "point(1/2)";
  for (int i = 0; i < 60; ++i) {
    narrowing = "truncate(" + narrowing + ",1," + std::to_string(100 - i) + ")";
    squares = "pushforward(" + squares + ",square())";
    maps = "pushforward(" + maps + ",exp())";
  }
  CHECK(one_by_one(parse_law(narrowing)).contains(Rational(1)));
  CHECK(refusal(squares) == "");
  CHECK(refusal(maps) == "");
  std::string widening = "point(1)";
  for (int i = 1; i < 30; ++i)
    widening = "mixture(1/2*point(2),1/2*truncate(" + widening + ",0," + std::to_string(i) + "))";
  CHECK(refusal(widening) == "");
}

TEST_CASE("every mutation of a specification is accepted or refused in one line") {
  const std::vector<std::string> seeds{"mixture(1/4*geometric(1/2),3/4*poisson(2))",
                                       "truncate(shift(poisson(7/3),-0.5),1e-3,5)",
                                       "pushforward(scale(discrete(0.25,1/4,0,0.5),-2),abs())",
                                       "normalise(mixture(1*point(1e-9),2*geometric(0.25)))",
                                       "pushforward(point(1/3),affine(-2,1e10))",
                                       "truncate(pushforward(discrete(1/2,1/2),neg_log()),-1,0)"};
  const std::string letters = "()*/,.+-e019 \t\n'\"\\#\x01\x80\xff\xe6normalgeometricpoissonlogexp";
  std::mt19937_64 random(29);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  int accepted = 0;
  for (int i = 0; i < 60000; ++i) {
    std::string text = seeds[below(seeds.size())];
    for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
      const std::size_t at = below(text.size() + 1);
      switch (below(5)) {
        case 0:
          text.insert(at, 1, letters[below(letters.size())]);
          break;
        case 1:
          text.erase(at, 1 + below(3));
          break;
        case 2:
          if (at < text.size()) text[at] = letters[below(letters.size())];
          break;
        case 3: {
          const std::string& other = seeds[below(seeds.size())];
          text.insert(at, other.substr(below(other.size()), below(20)));
          break;
        }
        default:
          text.resize(at);
          break;
      }
    }
    CAPTURE(text);
    try {
      const Law law = parse_law(text);
      ++accepted;
      if (law.atoms.empty() && law.tails.empty()) FAIL_CHECK("a law without atoms");
    } catch (const BadSpecification& refused) {
      const std::string what = refused.what();
      if (what.find('\n') != std::string::npos || what.size() > 500) FAIL_CHECK(what);
    } catch (const std::exception& other) {
      FAIL_CHECK("not a BadSpecification: ", other.what());
    }
  }
  CHECK(accepted > 300);
}
