#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "numerics/distribution/discrete/integer_law.hpp"
#include "numerics/distribution/specification.hpp"
#include "tests/numerics/distribution/law_checks.hpp"

using namespace gancheck;

namespace {

const std::string table_path = "conformance-table.csv";

void write_table() {
  std::ofstream(table_path) << "0.5\n0.25\n0.25\n";
}

/// Specifications to test every form with, ordinary and extreme; by the signature that is listed.
const std::map<std::string, std::vector<std::string>> examples{
    {"normal(mean,stddev)", {"normal(0,1)", "normal(-1e300,1e-300)"}},
    {"laplace(location,scale)", {"laplace(1/3,2)", "laplace(0,1e-300)"}},
    {"cauchy(location,scale)", {"cauchy(0,1)", "cauchy(1e9,1e-9)"}},
    {"student_t(dof,location,scale)", {"student_t(3)", "student_t(0.1,2,1e9)", "student_t(1e6)"}},
    {"logistic(location,scale)", {"logistic(0,1)", "logistic(-5,1e300)"}},
    {"gumbel(location,scale)", {"gumbel(0,1)", "gumbel(1,1e-6)"}},
    {"lognormal(mu,sigma)", {"lognormal(0,1)", "lognormal(-3,5)"}},
    {"exponential(rate)", {"exponential(1)", "exponential(1e300)"}},
    {"gamma(shape,scale)", {"gamma(1/2,1)", "gamma(0.01,3)", "gamma(1e6,1e-6)"}},
    {"weibull(shape,scale)", {"weibull(3/2,1)", "weibull(0.1,2)", "weibull(50,1)"}},
    {"pareto(scale,shape)", {"pareto(1,2)", "pareto(1e-9,0.1)"}},
    {"half_normal(scale)", {"half_normal(1)", "half_normal(1e9)"}},
    {"uniform(a,b)", {"uniform(0,1)", "uniform(-1e300,1e300)", "uniform(1,1.000000001)"}},
    {"beta(a,b)", {"beta(2,5)", "beta(1/2,1/2)", "beta(0.01,100)"}},
    {"triangular(lower,mode,upper)", {"triangular(0,1/3,1)", "triangular(0,0,1)"}},
    {"arcsine(a,b)", {"arcsine(0,1)", "arcsine(-1e9,2)"}},
    {"point(x)", {"point(0)", "point(-1/3)", "point(1e300)"}},
    {"discrete(w1,w2,...)", {"discrete(1)", "discrete(1/2,0,0.25,1/4)"}},
    {"geometric(p)",
     {"geometric(1/2)", "geometric(1/3)", "geometric(1e-3)", "geometric(0.999999999999)",
      "geometric(1)"}},
    {"poisson(rate)", {"poisson(2)", "poisson(7/3)", "poisson(1e-9)", "poisson(1000)"}},
    {"mixture(w1*SPEC,w2*SPEC,...)",
     {"mixture(1*point(0))", "mixture(1/4*geometric(1/2),3/4*poisson(2))",
      "mixture(1/2*geometric(1/2),1/2*geometric(1e-2))",
      "mixture(1/3*point(0),1/3*normal(0,1),1/3*poisson(1))"}},
    {"shift(SPEC,d)", {"shift(poisson(2),-1/2)", "shift(beta(1/2,2),7)"}},
    {"scale(SPEC,c)",
     {"scale(poisson(2),-3)", "scale(geometric(1/2),1e-300)", "scale(lognormal(0,1),-2)"}},
    {"truncate(SPEC,a,b)",
     {"truncate(poisson(2),1,1e300)", "truncate(geometric(0.5),5000,1e9)",
      "truncate(normal(0,1),40,41)"}},
    {"pushforward(SPEC,MAP)",
     {"pushforward(poisson(2),square())", "pushforward(normal(0,1),square())",
      "pushforward(cauchy(0,1),sigmoid())"}},
    {"file(PATH,...)", {"file(" + table_path + ")"}},
    {"normalise(SPEC)", {"normalise(discrete(1,2,3))", "normalise(poisson(2))"}},
};

std::vector<std::string> all_examples() {
  write_table();
  std::vector<std::string> all;
  for (const auto& [signature, specifications] : examples)
    all.insert(all.end(), specifications.begin(), specifications.end());
  return all;
}

}  // namespace

TEST_CASE("every form that is listed is tested, and no other") {
  CHECK(families().size() == examples.size());
  for (const FamilyDescription& family : families()) {
    CHECK_MESSAGE(examples.contains(family.signature), family.signature);
    CHECK(!family.meaning_en.empty());
    CHECK(!family.meaning_zh.empty());
  }
}

TEST_CASE("every law has mass one, sorted atoms and sound tails") {
  for (const std::string& specification : all_examples()) {
    CAPTURE(specification);
    const Law law = parse_law(specification);
    CHECK(law.mass.is_rational());
    CHECK(law.mass.rational() == 1);
    CHECK(law.specification == specification);
    check_law(law);
  }
  std::filesystem::remove(table_path);
}

TEST_CASE("what is left to the tail is below 2^-200, but for laws with too many atoms") {
  for (const char* specification :
       {"geometric(1/2)", "geometric(1e-3)", "poisson(1000)", "truncate(geometric(0.5),5000,1e9)",
        "truncate(poisson(3),50,1e300)"}) {
    CAPTURE(specification);
    const Law law = parse_law(specification);
    REQUIRE(law.tails.size() == 1);
    CHECK(law.atoms.size() < most_atoms);
    CHECK(law.tails[0].mass.enclose().upper() <= std::ldexp(1.0, -tail_bits));
  }
  const Law wide = parse_law("geometric(1e-9)");
  CHECK(wide.atoms.size() == most_atoms);
  CHECK(wide.remarks.size() == 1);
  check_law(wide);
}

TEST_CASE("masses and tails are those of the textbook formulas") {
  std::ifstream table(GANCHECK_REFERENCE_DIR "/laws.tsv");
  REQUIRE(table);
  std::string specification, what, digits;
  long k = 0;
  std::size_t rows = 0;
  std::map<std::string, Law> laws;
  for (; table >> specification >> what >> k >> digits; ++rows) {
    CAPTURE(specification);
    CAPTURE(k);
    if (!laws.contains(specification)) laws[specification] = parse_law(specification);
    const Law& law = laws[specification];
    const auto at = [&](const Atom& a) { return compare(a.at, Real(Rational(k))) <= 0; };
    const auto beyond = std::partition_point(law.atoms.begin(), law.atoms.end(), at);
    REQUIRE(beyond != law.atoms.begin());
    Ball mass = std::prev(beyond)->mass.enclose();
    if (what == "above") {
      mass = Ball(0);
      for (auto atom = beyond; atom != law.atoms.end(); ++atom) mass = mass + atom->mass.enclose();
      for (const Tail& tail : law.tails) mass = mass + tail.mass.enclose();
    }
    const Ball expected = reference(digits);
    CHECK(mass.overlaps(expected));
    CHECK((mass / mass).radius() <= 1e-36);
  }
  CHECK(rows == 62);
}

TEST_CASE("the bounds of a tail hold on its next fifty atoms") {
  // The masses by their own recurrence from the mass at the first atom of the law, not by `mass`.
  struct Example {
    const char* specification;
    Ball (*ratio)(long k);
    long first;
  };
  const Example poisson{"poisson(7/3)",
                        [](long k) { return exactly<Ball>(Rational(7, 3 * (k + 1))); }, 0};
  const Example geometric{"geometric(1/3)", [](long) { return exactly<Ball>(Rational(2, 3)); }, 1};
  const Example large{"poisson(1000)", [](long k) { return exactly<Ball>(Rational(1000, k + 1)); },
                      0};
  for (const Example& example : {poisson, geometric, large}) {
    CAPTURE(example.specification);
    const BallPrecision precision(400);
    const Law law = parse_law(example.specification);
    REQUIRE(law.tails.size() == 1);
    const Tail& tail = law.tails[0];
    Ball mass = law.atoms[0].mass.enclose();
    long k = example.first;
    for (; k < static_cast<long>(numerator(tail.first)); ++k) mass = mass * example.ratio(k);
    CHECK(mass.overlaps(tail.first_mass.enclose()));
    const Ball first = mass;
    Ball bound = mass;
    Ball seen(0);
    for (int j = 0; j < 50; ++j, ++k) {
      // Equality is allowed, so the bound is excluded only where an enclosure lies beyond it.
      CHECK_FALSE((mass - bound).is_positive());
      const Ball growth = Ball(j) * tail.slope.enclose() + Ball(j * j) * tail.bend.enclose();
      CHECK_FALSE((log(first) - log(mass) - growth).is_positive());
      seen = seen + mass;
      bound = bound * tail.ratio_above.enclose();
      mass = mass * example.ratio(k);
    }
    CHECK_FALSE((seen - tail.mass.enclose()).is_positive());
    CHECK(((tail.mass.enclose() - seen) / tail.mass.enclose()).upper() < 1e-6);
  }
}

TEST_CASE("a tail whose atoms are all listed, in whatever order, is none") {
  const auto atoms = [](int from, int to) {
    std::vector<Real> points;
    for (int k = from; k <= to; ++k) points.emplace_back(k);
    return points;
  };
  Law law = parse_law("truncate(poisson(1),0,60)");
  REQUIRE(law.tails.size() == 1);
  const int first = static_cast<int>(law.atoms.size());
  list_tail_atoms(law.atoms, law.tails, atoms(59, 60));
  list_tail_atoms(law.atoms, law.tails, atoms(first, 55));
  REQUIRE(law.tails.size() == 1);
  CHECK(law.tails[0].first == 56);
  CHECK(*law.tails[0].count == 5);
  CHECK(law.tails[0].listed == std::vector<std::int64_t>{3, 4});
  list_tail_atoms(law.atoms, law.tails, atoms(56, 58));
  CHECK(law.tails.empty());
  CHECK(law.atoms.size() == 61);
}

TEST_CASE("a parameter outside its range is refused at its place") {
  CHECK_THROWS_WITH(parse_law("geometric(3/2)"),
                    "character 11: geometric(p) takes 0 < p <= 1, not 1.5");
  CHECK_THROWS_WITH(parse_law(" geometric( 0)"),
                    "character 13: geometric(p) takes 0 < p <= 1, not 0");
  CHECK_THROWS_WITH(parse_law("poisson(-1)"),
                    "character 9: poisson(rate) takes a rate above 0, not -1");
  CHECK_THROWS_WITH(
      parse_law("discrete(1/2,0.4)"),
      "character 1: the weights of discrete sum to 0.9, not to 1: correct them, or write "
      "normalise(...)");
  CHECK_THROWS_WITH(
      parse_law("discrete(1/3,1/3)"),
      "character 1: the weights of discrete sum to 2/3, not to 1: correct them, or write "
      "normalise(...)");
  CHECK_THROWS_WITH(parse_law("discrete(2,-1)"),
                    "character 12: the weight -1 is negative: weights are at least 0");
  CHECK_THROWS_WITH(
      parse_law("poisson(1,2)"),
      "character 1: poisson(rate) takes 1 number, not 2; decimals have a point, as in 0.5");
  CHECK_THROWS_WITH(
      parse_law("poisson(1e300)"),
      doctest::Contains("end before its masses fall: truncate it to at most 200000 points"));
}
