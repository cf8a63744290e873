#include "numerics/distribution/tables/compared.hpp"

#include <doctest/doctest.h>

#include "numerics/line/grid.hpp"
#include "tests/numerics/distribution/tables/files.hpp"

using namespace gancheck;

namespace {

struct Two {
  Law data, generator;
};
Two two(const std::string& data, const std::string& generator) {
  return {law_from("a.csv", data, "file(a.csv)"), law_from("b.csv", generator, "file(b.csv)")};
}

std::string warning(const std::string& data, const std::string& generator) {
  const Two laws = two(data, generator);
  const Notes all = warnings_of_pair(laws.data, laws.generator);
  return all.empty() ? "" : all.at(0).en;
}
bool says(const std::string& message, const std::string& words) {
  INFO(message);
  return message.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("tables that hardly speak of the same points are said to") {
  const std::string p = "x,w\n0.1,0.5\n0.3,0.5\n";
  CHECK(warning(p, p) == "");
  CHECK(warning(p, "x,w\n0.1,0.25\n0.3,0.75\n") == "");
  CHECK(says(warning(p, "x,w\n0.1000000001,0.5\n0.3000000001,0.5\n"), "2 lie within 1e-6"));
  CHECK(says(warning(p, "x,w\n7,0.5\n8,0.5\n"), "share no point"));
  CHECK(says(warning("x,w\n0,0.5\n1,0.5\n", "x,w\n1,0.5\n2,0.5\n"), "moved by 1"));
  CHECK(says(warning("x,w\n0,0.5\n1,0.5\n", "0.5\n0.5\n"), "only one of the tables has points"));
  CHECK(warning("x,w\n1,0.5\n2,0.5\n", "0.5\n0.5\n") == "");
}

TEST_CASE("labels that differ altogether, or in capitals") {
  const std::string p = "k,w\ncat,0.5\nowl,0.5\n";
  CHECK(warning(p, "k,w\nowl,0.5\neel,0.5\n") == "");
  CHECK(says(warning(p, "k,w\nelm,0.5\noak,0.5\n"), "share no label"));
  CHECK(says(warning(p, "k,w\nCat,0.5\noak,0.5\n"), "capitals or blanks only"));
}

TEST_CASE("labels that one table lacks are counted") {
  const auto shared = [](const std::string& data, const std::string& generator) {
    const Two laws = two(data, generator);
    const auto said = shared_labels(laws.data, laws.generator);
    return said ? said->en : "";
  };
  const std::string p = "k,w\ncat,0.5\nowl,0.5\n";
  CHECK(shared(p, p) == "");
  CHECK(says(
      shared(p, "k,w\nowl,0.5\neel,0.25\nbee,0.25\n"),
      "share 1 of 4 labels; in the data only: 'cat'; in the generator only: 'bee' and 1 more"));
  CHECK(shared(p, "k,w\nowl,1\ncat,0\n") == "");
}

TEST_CASE("labels whose accents are written in two ways are said") {
  const std::string composed = "k,w\nCaf\xC3\xA9,0.5\ntea,0.5\n",
                    in_parts = "k,w\nCafe\xCC\x81,0.5\ntea,0.5\n";
  CHECK(says(warning(composed, in_parts), "look alike, but their accents"));
  CHECK(says(warning(in_parts, composed), "look alike, but their accents"));
  CHECK(warning(composed, composed) == "");
  CHECK(warning(in_parts, in_parts) == "");
  CHECK(warning(composed, "k,w\nCaf\xC3\xA8,0.5\ntea,0.5\n") == "");  // another accent
}

TEST_CASE("a few points or labels that nearly agree are said, though most agree") {
  CHECK(says(warning("x,w\n0.1,0.25\n0.2,0.25\n0.30000000000000004,0.5\n",
                     "x,w\n0.1,0.25\n0.2,0.25\n0.3,0.5\n"),
             "share 2 of 3 points, and 1 lie within 1e-6"));
  CHECK(warning("x,w\n1000000,0.5\n1000001,0.5\n", "x,w\n1000001,0.5\n1000003,0.5\n") == "");
  CHECK(says(warning("k,w\nRobin,0.5\ntit,0.5\n", "k,w\nrobin,0.5\ntit,0.5\n"), "capitals"));
}

TEST_CASE("labels are joined by name, and never with numbers") {
  const Two laws = two("k,w\ncat,0.5\nowl,0.5\n", "k,w\nowl,0.25\ncat,0.75\n");
  const Densities d = common_grid(laws.data, laws.generator);
  REQUIRE(d.grid.size() == 2);
  CHECK(d.generator[0].rational() + d.generator[1].rational() == 1);
  CHECK_THROWS_AS(common_grid(laws.data, parse_law("discrete(1/2,1/2)")), BadSpecification);
}

TEST_CASE("a table without points beside a family that begins at 0 is said") {
  const auto all = [](const std::string& table, const std::string& family) {
    const Law law = law_from("t.csv", table, "normalise(file(t.csv))");
    const Notes one = warnings_of_pair(law, parse_law(family)),
                other = warnings_of_pair(parse_law(family), law);
    CHECK(joined(one, Language::en) == joined(other, Language::en));
    return one.empty() ? "" : one.at(0).en;
  };
  CHECK(all("12\n20\n9\n", "poisson(1)") ==
        "t.csv: the table has no points and was put on 1 to 3, but poisson(1) begins at 0: add a "
        "column of points if the table begins at 0 too");
  CHECK(says(all("12\n20\n9\n", "mixture(1/2*point(0),1/2*point(1))"), "begins at 0"));
  CHECK(all("12\n20\n9\n", "geometric(1/2)") == "");  // on 1, 2, ...
  CHECK(all("12\n20\n9\n", "discrete(1/2,1/2)") == "");
  CHECK(all("12\n20\n9\n", "normal(0,1)") == "");
  CHECK(all("x,w\n0,12\n1,20\n", "poisson(1)") == "");
}

TEST_CASE("points within a tolerance are matched, one to one") {
  Two laws = two("x,w\n0.1,0.5\n1000,0.5\n", "x,w\n0.1000001,0.5\n1000.0001,0.5\n");
  SUBCASE("absolute below one, relative above") {
    CHECK(match_points(laws.data, laws.generator, power_of_ten(-6)) == 2);
    CHECK(laws.generator.atoms[1].at.rational() == 1000);
  }
  SUBCASE("and no others") {
    CHECK(match_points(laws.data, laws.generator, power_of_ten(-8)) == 0);
  }
  SUBCASE("a point that is there wins over those that are near") {
    Two same = two("x,w\n0.1,0.5\n0.2,0.5\n", "x,w\n0.1,0.5\n0.2,0.5\n");
    CHECK(match_points(same.data, same.generator, Rational(1, 10)) == 2);
  }
  SUBCASE("two candidates are refused") {
    Two close = two("x,w\n0.1,0.5\n0.2,0.5\n", "x,w\n0.15,1.0\n");
    CHECK_THROWS_AS(match_points(close.data, close.generator, Rational(1, 10)), BadSpecification);
    Two other = two("x,w\n0.15,1.0\n", "x,w\n0.1,0.5\n0.2,0.5\n");
    CHECK_THROWS_AS(match_points(other.data, other.generator, Rational(1, 10)), BadSpecification);
  }
}
