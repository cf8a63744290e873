// Every formula against values computed outside the project (tests/reference/formulas.py), in every
// numerical arithmetic, and against its hand-written TeX.
#include "theory/formulas.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "numerics/number/ball.hpp"
#include "numerics/number/float50.hpp"
#include "numerics/number/tex.hpp"
#include "numerics/number/tracked.hpp"
#include "theory/derivation.hpp"

using namespace gancheck;

namespace {

/// A formula by its name, in the arithmetic T. `a` is s where the formula takes a single chance.
template <class T>
T evaluate(const std::string& name, const T& a, const T& b, const Chance<T>& s,
           const Chance<T>& y) {
  using namespace formulas;
  if (name == "value_density") return value_density(a, b, y);
  if (name == "optimal_discriminator") return formulas::optimal_discriminator(a, b).yes;
  if (name == "slope") return slope(a, b, y);
  if (name == "slope_factored") return slope_factored(a, b, y);
  if (name == "curvature") return curvature(a, b, y);
  if (name == "curvature_at_maximum") return curvature_at_maximum(a, b);
  if (name == "binary_kl") return binary_kl(s, y);
  if (name == "binary_entropy") return binary_entropy(s);
  if (name == "regret_density") return regret_density(a, b, y);
  if (name == "value_at_optimum") return value_at_optimum(a, b);
  if (name == "value_as_entropy") return value_as_entropy(a, b);
  if (name == "kl_density") return kl_density(a, b);
  if (name == "mixture") return mixture(a, b);
  if (name == "kl_sum_density") return kl_sum_density(a, b);
  if (name == "tv_density") return tv_density(a, b);
  if (name == "tangent_gap") return tangent_gap(a);
  if (name == "generalised_kl_density") return generalised_kl_density(a, b);
  if (name == "triangular_density") return triangular_density(a, b);
  FAIL("the reference names a formula that is not in the list: " << name);
  return T(0);
}

const std::set<std::string> all_formulas = {"value_density",
                                            "optimal_discriminator",
                                            "slope",
                                            "slope_factored",
                                            "curvature",
                                            "curvature_at_maximum",
                                            "binary_kl",
                                            "binary_entropy",
                                            "regret_density",
                                            "value_at_optimum",
                                            "value_as_entropy",
                                            "kl_density",
                                            "mixture",
                                            "kl_sum_density",
                                            "tv_density",
                                            "tangent_gap",
                                            "generalised_kl_density",
                                            "triangular_density"};

struct Row {
  std::string name;
  Rational a, b, y;
  Float50 value;
};

Rational rational(const std::string& text) {
  const auto slash = text.find('/');
  if (slash == std::string::npos) return Rational(Integer(text));
  return Rational(Integer(text.substr(0, slash)), Integer(text.substr(slash + 1)));
}

std::vector<Row> reference() {
  std::ifstream file(GANCHECK_REFERENCE_DIR "/formulas.tsv");
  REQUIRE(file);
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream fields(line);
    std::string name, a, b, y, value;
    fields >> name >> a >> b >> y >> value;
    rows.push_back(
        {name, rational(a), rational(b), y == "-" ? Rational(1, 2) : rational(y), Float50(value)});
  }
  return rows;
}

template <class T>
T value_of(const Row& row) {
  const auto chance = [](const Rational& yes) -> Chance<T> {
    return {exactly<T>(yes), exactly<T>(Rational(1 - yes))};
  };
  return evaluate<T>(row.name, exactly<T>(row.a), exactly<T>(row.b), chance(row.a), chance(row.y));
}

/// The reference's own error: half a unit of its thirtieth digit.
Float50 last_digit(const Float50& value) {
  return abs(value) * Float50("1e-29");
}

}  // namespace

TEST_CASE("the reference has values of every formula") {
  std::set<std::string> seen;
  for (const Row& row : reference()) seen.insert(row.name);
  CHECK(seen == all_formulas);
}

TEST_CASE("fifty digits agree with the independent computation to its last digit") {
  for (const Row& row : reference()) {
    CAPTURE(row.name);
    CAPTURE(to_text(row.a) + ", " + to_text(row.b) + ", " + to_text(row.y));
    // Forty digits of what enters: the formulas lose at most a few to cancellation here.
    const Float50 miss = abs(Float50(value_of<Float50>(row) - row.value));
    CHECK(miss <= last_digit(row.value) + Float50("1e-40"));
  }
}

TEST_CASE("tracked doubles and balls contain the independent value") {
  for (const Row& row : reference()) {
    CAPTURE(row.name);
    const Tracked t = value_of<Tracked>(row);
    CHECK(abs(Float50(Float50(t.value()) - row.value)) <=
          Float50(t.error()) + last_digit(row.value));
    CHECK(t.error() <= 1e-12 * (1 + std::abs(t.value())));
    const Ball ball = value_of<Ball>(row);
    CHECK(ball.is_finite());
    CHECK(ball.radius() <= 1e-40 * (1 + ball.magnitude()));
    CHECK(std::abs(ball.midpoint() - row.value.convert_to<double>()) <=
          0x1p-51 * std::abs(ball.midpoint()) + 1e-39);
  }
}

TEST_CASE("the TeX of a formula is what the note and the catalogue write by hand") {
  const Tex p = Tex::name("p"), q = Tex::name("q"), r = Tex::name("r");
  const Chance<Tex> d{Tex::name("D"), Tex::name("(1-D)")};
  const Chance<Tex> s{Tex::name("s"), Tex::name("(1-s)")};
  using namespace formulas;
  CHECK(value_density(p, q, d).text() == R"(p \log D+q \log (1-D))");
  CHECK(formulas::optimal_discriminator(p, q).yes.text() == R"(\frac{p}{p+q})");
  CHECK(formulas::optimal_discriminator(p, q).no.text() == R"(\frac{q}{p+q})");
  CHECK(slope(p, q, d).text() == R"(\frac{p}{D}-\frac{q}{(1-D)})");
  CHECK(value_at_optimum(p, q).text() == R"(p \log \frac{p}{p+q}+q \log \frac{q}{p+q})");
  CHECK(kl_density(p, r).text() == R"(p \log \frac{p}{r})");
  CHECK(mixture(p, q).text() == R"(\frac{p+q}{2})");
}

namespace {

/// TeX without the space that does not print.
std::string squeezed(std::string tex) {
  for (const std::string space : {"\\,", "\\left", "\\right", " "}) {
    for (std::size_t at; (at = tex.find(space)) != std::string::npos;) tex.erase(at, space.size());
  }
  return tex;
}

bool states(const std::string& id, const Tex& formula) {
  const Claim* claim = find_claim(id);
  REQUIRE(claim);
  INFO(claim->tex << " does not contain " << formula.text());
  return squeezed(claim->tex).find(squeezed(formula.text())) != std::string::npos;
}

}  // namespace

TEST_CASE("the hand-written statement of a claim contains the formula that its checks evaluate") {
  const Tex a = Tex::name("a"), b = Tex::name("b"), p = Tex::name("p"), q = Tex::name("q");
  const Chance<Tex> y{Tex::name("y"), Tex::name("1-y")};
  const Chance<Tex> product{Tex::name("y"), Tex::name("(1-y)")};
  CHECK(states("integrand-derivative", formulas::slope(a, b, y)));
  CHECK(states("integrand-derivative", formulas::slope_factored(a, b, product)));
  CHECK(states("critical-point", formulas::optimal_discriminator(a, b).yes));
  CHECK(states("optimal-discriminator", formulas::optimal_discriminator(p, q).yes));
  CHECK(states("value-at-dstar", times_log(p, p / (p + q))));
  CHECK(states("value-at-dstar", times_log(q, q / (p + q))));
}
