// Pairs whose tails need care: that end beyond all exponents, or cross.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "numerics/distribution/specification.hpp"
#include "tests/sanitized.hpp"
#include "theory/divergence/enclosed/divergences.hpp"
#include "theory/divergence/enclosed/regret.hpp"
#include "theory/divergence/quantities.hpp"

using namespace gancheck;

TEST_CASE("where a density lies beyond all exponents nothing is enclosed, and that is said") {
  const auto found =
      evaluate_enclosed(parse_law("exponential(1)"),
                        parse_law("pushforward(gumbel(873e-3,591e-5),square())"), Unit::nat, 30);
  for (const Quantity& q : found) {
    CAPTURE(q.name);
    CHECK_FALSE(q.rigorous);
    CHECK(joined(q.notes, Language::en).find("beyond all exponents") != std::string::npos);
  }
}

TEST_CASE("tails of laws that are heavy on one side each may cross, and nothing counts twice") {
  // By the definition and by distribution functions: tests/reference/crossing_tails.py.
  std::ifstream file(GANCHECK_REFERENCE_DIR "/crossing_tails.tsv");
  REQUIRE(file);
  int rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#")) continue;
    std::istringstream cells(line);
    std::string data, generator, quantity, value;
    std::getline(cells, data, '\t');
    std::getline(cells, generator, '\t');
    std::getline(cells, quantity, '\t');
    std::getline(cells, value);
    CAPTURE(data);
    CAPTURE(generator);
    ++rows;
    if (are_sanitized() && rows > 1) continue;
    const double truth = std::stod(value);
    const EnclosedDivergences all = enclose_divergences(parse_law(data), parse_law(generator), 2);
    const Enclosed& found = quantity == "jsd" ? all[Divergence::jsd] : all[Divergence::tv];
    CHECK(found.rigorous);
    CHECK(found.value.lower() <= truth * (1 + 1e-14));
    CHECK(found.value.upper() >= truth * (1 - 1e-14));
  }
  CHECK(rows == 4);
}

TEST_CASE("a piece that ends where its density lies beyond all exponents certifies nothing") {
  // W = log(1 + e^X), X of a Pareto law, is followed to 2^62; the spike at 1 is E^4/1e80 wide, E
  // exponential. Values by mpmath's quad.
  const auto image = [](const std::string& law, const std::string& maps) {
    std::string text = law, rest = maps;
    for (std::size_t end = rest.find(' '); !rest.empty(); end = rest.find(' ')) {
      text = "pushforward(" + text + "," + rest.substr(0, end) + ")";
      rest = end == std::string::npos ? "" : rest.substr(end + 1);
    }
    return text;
  };
  const std::string spike = image("pareto(1,1)", "log() square() square() affine(1e-80,1)");
  const Law data = parse_law("student_t(3)"), generator = parse_law(spike);
  const EnclosedRegret regret =
      enclose_regret(data, generator, parse_discriminator("logistic(1,0)"), 5);
  const Ball truth = -exactly<Ball>(Rational(2235034715, 1000000000));
  CHECK((!regret.value.rigorous || (regret.value.value - truth).magnitude() < 1e-8));

  const Law soft = parse_law(image("pareto(1,3)", "exp() affine(1,1) log()"));
  for (const int digits : are_sanitized() ? std::vector{5} : std::vector{5, 30, 60}) {
    CAPTURE(digits);
    const EnclosedDivergences all = enclose_divergences(soft, parse_law("pareto(1,3)"), digits);
    const BallPrecision precision(all.bits);
    const Ball tv = exactly<Ball>(Rational(558484, 1000000));
    CHECK((!all[Divergence::tv].rigorous || (all[Divergence::tv].value - tv).magnitude() < 1e-5));
    CHECK((!all.mass.generator.rigorous || all.mass.generator.value.overlaps(Ball(1))));
    CHECK((!all.mass.data.rigorous || all.mass.data.value.overlaps(Ball(1))));
  }
}
