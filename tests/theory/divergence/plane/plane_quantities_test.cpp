// Divergences in the plane: the tensor grid against what reduces to the line, and against formulas.
#include "theory/divergence/plane/plane_quantities.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "numerics/distribution/specification.hpp"
#include "numerics/number/numeral.hpp"
#include "tests/sanitized.hpp"
#include "tests/theory/divergence/tails_alike.hpp"
#include "theory/divergence/printed_quantity.hpp"

using namespace gancheck;

namespace {

Rational lower(const Quantity& q) {
  return read_decimal(q.lower).value();
}
Rational upper(const Quantity& q) {
  return read_decimal(q.upper).value();
}
bool holds(const Quantity& q, double truth) {
  return lower(q) <= exact_rational(truth * (1 + 4e-16)) &&
         exact_rational(truth * (1 - 4e-16)) <= upper(q);
}

std::vector<Quantity> by_grid(const std::string& data, const std::string& generator) {
  return evaluate(parse_plane_law(data), parse_plane_law(generator), Unit::nat).quantities;
}
std::vector<Quantity> enclosed(const std::string& data, const std::string& generator) {
  return evaluate_enclosed(parse_plane_law(data), parse_plane_law(generator), Unit::nat, 20)
      .quantities;
}
std::vector<Quantity> on_the_line(const std::string& data, const std::string& generator) {
  return evaluate_enclosed(parse_law(data), parse_law(generator), Unit::nat, 20);
}

/// Both are bounds of the same numbers; those of `a` are certified.
void check_overlap(const std::vector<Quantity>& a, const std::vector<Quantity>& b) {
  REQUIRE(a.size() == b.size());
  for (std::size_t k = 0; k < a.size(); ++k) {
    CAPTURE(a[k].name);
    if (!std::isfinite(a[k].value) || !std::isfinite(b[k].value)) continue;
    CHECK(lower(a[k]) <= upper(b[k]));
    CHECK(lower(b[k]) <= upper(a[k]));
  }
}

/// KL(P||Q) as tests/reference/plane_direct.py has it.
double direct_reference(const std::string& name) {
  std::ifstream file(GANCHECK_REFERENCE_DIR "/plane_direct.tsv");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with(name + "\t")) return std::stod(line.substr(name.size() + 1));
  throw std::logic_error("no reference of this name");
}

constexpr std::size_t jsd = 0, kl_data_generator = 4, kl_generator_data = 5, tv = 6, value = 7,
                      mass_data = 8;

}  // namespace

TEST_CASE("normal laws of one covariance are a pair on the line, and the grid agrees") {
  struct Case {
    const char *data, *generator, *data_on_line, *generator_on_line;
  };
  // Whitened, the differences of means have the lengths 1, 2 and 5/3.
  for (const Case& c :
       {Case{"normal2(0,0,1,1,0)", "normal2(1,0,1,1,0)", "normal(0,1)", "normal(1,1)"},
        Case{"normal2(3,1,2,1/2,0)", "normal2(3,2,2,1/2,0)", "normal(0,1)", "normal(2,1)"},
        Case{"normal2(0,0,1,1,4/5)", "normal2(1,0,1,1,4/5)", "normal(0,3)", "normal(5,3)"}}) {
    CAPTURE(c.data);
    const auto certified = enclosed(c.data, c.generator);
    for (const Quantity& q : certified) CHECK(q.rigorous);
    check_overlap(on_the_line(c.data_on_line, c.generator_on_line), certified);
    const auto grid = by_grid(c.data, c.generator);
    check_overlap(certified, grid);
    CHECK(grid[jsd].digits.value_or(0) >= 11);
    CHECK_FALSE(grid[jsd].rigorous);
  }
}

TEST_CASE("an irrational distance of means is enclosed from both sides") {
  const auto certified = enclosed("normal2(0,0,1,1,0)", "normal2(1,1,1,1,0)");  // sqrt(2)
  CHECK(certified[jsd].rigorous);
  CHECK(certified[jsd].digits.value_or(0) >= 20);
  CHECK(holds(certified[kl_data_generator], 1));
  // TV of normal laws delta apart is erf(delta/sqrt(8)): here erf(1/2).
  CHECK(holds(certified[tv], 0.52049987781304653768));
  check_overlap(certified, by_grid("normal2(0,0,1,1,0)", "normal2(1,1,1,1,0)"));
}

TEST_CASE("a coordinate with one law under both drops out") {
  const auto certified =
      enclosed("product(exponential(1),normal(0,1))", "product(exponential(2),normal(0,1))");
  const auto line = on_the_line("exponential(1)", "exponential(2)");
  for (std::size_t k = 0; k < line.size(); ++k) CHECK(certified[k].lower == line[k].lower);
  check_overlap(
      line, by_grid("product(exponential(1),normal(0,1))", "product(exponential(2),normal(0,1))"));
  check_overlap(on_the_line("poisson(2)", "poisson(3)"),
                by_grid("product(uniform(0,1),poisson(2))", "product(uniform(0,1),poisson(3))"));
}

TEST_CASE("direct divergences of normal laws are those of the closed form") {
  // KL = (tr(T^-1 S) - 2 + d^T T^-1 d + log(det T/det S))/2.
  const auto q = by_grid("normal2(0,0,1,2,0)", "normal2(1,-1,2,1,0)");
  CHECK(holds(q[kl_data_generator], (0.25 + 4 - 2 + 0.25 + 1) / 2));
  CHECK(holds(q[kl_generator_data], (4 + 0.25 - 2 + 1 + 0.25) / 2));
  // S = (1, 1/2; 1/2, 1), T = 1: (2 - 2 - log(3/4))/2, and (tr(S^-1) - 2 + log(3/4))/2 with trace
  // 8/3.
  const auto turned = by_grid("normal2(0,0,1,1,1/2)", "normal2(0,0,1,1,0)");
  CHECK(holds(turned[kl_data_generator], -std::log(0.75) / 2));
  CHECK(holds(turned[kl_generator_data], (8.0 / 3 - 2 + std::log(0.75)) / 2));
}

TEST_CASE("laws far apart have a direct divergence, beyond where doubles hold their densities") {
  const auto q = by_grid("normal2(0,0,1,1,0)", "normal2(60,0,1,1,1/2)");
  // T = (1, 1/2; 1/2, 1): (tr(T^-1) - 2 + 3600·4/3 + log(3/4))/2 with trace 8/3.
  CHECK(holds(q[kl_data_generator], (8.0 / 3 - 2 + 4800 + std::log(0.75)) / 2));
  CHECK(holds(q[kl_generator_data], (3600 - std::log(0.75)) / 2));
  CHECK(holds(q[jsd], std::log(2)));
}

TEST_CASE("JSD of rings is that of the trapezoidal rule") {
  // tests/reference/plane.py: equal steps, in Python.
  std::ifstream file(GANCHECK_REFERENCE_DIR "/plane.tsv");
  REQUIRE(file);
  int rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#")) continue;
    std::istringstream cells(line);
    std::string data, generator, truth;
    std::getline(cells, data, '\t');
    std::getline(cells, generator, '\t');
    std::getline(cells, truth, '\t');
    CAPTURE(data);
    ++rows;
    if (are_sanitized() && rows > 1) continue;
    const Quantity q = by_grid(data, generator)[jsd];
    CHECK(std::abs(q.value - std::stod(truth)) < 1e-13);
    CHECK(q.digits.value_or(0) >= 12);
  }
  CHECK(rows == 2);
}

TEST_CASE("what a grid does not resolve is not bounded by it: the mass says so") {
  // A strip 1e-5 wide, of which the nodes see little. KL by the closed form: 10.8775; JSD 0.69263.
  const auto strip = by_grid("normal2(0,0,1,2,0.999999999)", "normal2(1/3,0,1,1,0)");
  CHECK(holds(strip[jsd], 0.6926314));
  CHECK(holds(strip[tv], 0.9998585));
  CHECK(holds(strip[value], -0.00103165));
  CHECK(strip[kl_data_generator].upper == "inf");
  const auto huge = by_grid("scale(normal2(0,0,1,1,0),1e99)", "scale(normal2(0,0,2,1,0),1e99)");
  CHECK(holds(huge[kl_data_generator], std::log(2) - 0.375));
  CHECK_THROWS_WITH_AS(by_grid("normal2(0,0,1,1e155,0)", "normal2(0,0,1,1,0)"),
                       doctest::Contains("coordinate 2: normal laws in the plane have stddevs"),
                       std::domain_error);
}

TEST_CASE("TV of products that kink along one axis is within its estimate") {
  // Each is a pair on the line, written so that it is not recognised as one.
  const auto twice = [](const std::string& law) {
    return "mixture(1/2*" + law + ",1/2*" + law + ")";
  };
  for (const auto& pair :
       {std::array<std::string, 3>{"cauchy(0,1)", "student_t(5)", "exponential(1)"},
        {"beta(2,3)", "mixture(1/1000*triangular(-1,-1,2),999/1000*lognormal(0,1))",
         "half_normal(1)"},
        {"exponential(1/10)", "mixture(9/10*arcsine(0,1),1/10*cauchy(0,1/20))", "normal(0,1)"}}) {
    const auto& first = pair[0];
    const auto& second = pair[1];
    const auto& shared = pair[2];
    CAPTURE(first);
    if (are_sanitized()) return;
    const auto grid = by_grid(twice("product(" + first + "," + shared + ")"),
                              "product(" + second + "," + shared + ")");
    check_overlap(on_the_line(first, second), grid);
    CHECK(grid[tv].digits.value_or(0) >= 2);
  }
}

TEST_CASE("a coordinate drops out only where it is one law") {
  const auto [data, generator] = laws_with_tails_alike();
  const auto q =
      enclosed("product(" + data + ",normal(0,1))", "product(" + generator + ",normal(1,1))");
  CHECK(q[kl_data_generator].upper == "inf");
}

TEST_CASE("a direct divergence of products is the sum over the coordinates") {
  const auto q =
      enclosed("product(exponential(1),laplace(0,1))", "product(exponential(2),laplace(0,2))");
  const auto x = on_the_line("exponential(1)", "exponential(2)"),
             y = on_the_line("laplace(0,1)", "laplace(0,2)");
  for (const auto kl : {kl_data_generator, kl_generator_data}) {
    CHECK(q[kl].rigorous);
    CHECK(q[kl].digits.value_or(0) >= 20);
    CHECK(holds(q[kl], x[kl].value + y[kl].value));
  }
  // 1 and -log 2 + 1/2: log(1/2) + 2 - 1 of the exponential laws, log 2 + 1/2 - 1 of the others.
  CHECK(holds(q[kl_data_generator], 1.0 / 2));
  const auto none = enclosed("product(cauchy(0,1),poisson(2))", "product(normal(0,1),poisson(3))");
  CHECK(none[kl_data_generator].upper == "inf");
  CHECK(none[kl_data_generator].rigorous);
  CHECK(holds(
      none[kl_generator_data],
      on_the_line("normal(0,1)", "cauchy(0,1)")[kl_data_generator].value + 3 * std::log(1.5) - 1));
}

TEST_CASE("direct divergences of two normal laws are enclosed, however correlated") {
  // With T = 1 and S = (1, r; r, 1): KL(S||T) = -log(1 - r²)/2 and KL(T||S) = r²/(1 - r²) + log(1 -
  // r²)/2.
  const auto q = enclosed("normal2(0,0,1,1,0.999999999999)", "normal2(0,0,1,1,0)");
  const double gap = 1.999999999999e-12;  // 1 - r²
  CHECK(q[kl_data_generator].rigorous);
  CHECK(q[kl_data_generator].digits.value_or(0) >= 20);
  CHECK(holds(q[kl_data_generator], -std::log(gap) / 2));
  CHECK(holds(q[kl_generator_data], (1 - gap) / gap + std::log(gap) / 2));
  // Nearly one law: a mean 1e-40 off.
  const auto near = enclosed("normal2(0,0,1,1,1/2)", "normal2(1e-40,0,2,1,1/2)");
  CHECK(near[kl_data_generator].rigorous);
  const auto tiny =
      enclosed("product(normal(0,1),normal(0,2))", "product(normal(1e-40,1),normal(0,2))");
  CHECK(holds(tiny[kl_data_generator], 5e-81));
}

TEST_CASE("densities that an axis loses are not lost to the direct divergences") {
  // The second coordinate has densities about 1e90: what the first has below 1e-290 counts.
  const auto scaled = [](const std::string& width) {
    return by_grid(fmt::format("normal2(0,0,1,{},0)", width),
                   fmt::format("mixture(1/2*normal2(37,0,1,{0},0),1/2*normal2(0,37{1},1,{0},0))",
                               width, width.substr(1)));
  };
  for (const std::string width : {"1", "1e-25", "1e-90"}) {
    CAPTURE(width);
    CHECK(holds(scaled(width)[kl_data_generator], direct_reference("two far modes")));
  }
}

TEST_CASE("a thin part of small weight that no point of the grid meets is charged") {
  const std::string strip =
      "mixture(0.999999999995*normal2(0,0,1,1,0),0.000000000005*normal2(1000000,1000000,1,1,"
      "0.9999999999999998))";
  const std::string near =
      "mixture(0.996*normal2(0,0,1,1,0),0.001*normal2(1000000.3712,0,1.137,1,0),"
      "0.001*normal2(999998.77131,0,0.837,1,0),0.001*normal2(1000001.919,0,1.6371,1,0),"
      "0.001*normal2(999999.71713,0,3.1,1,0))";
  const auto q = by_grid(strip, near);
  // 0.996 of the laws are common, but 5e-12; nothing else of either is near the other.
  CHECK(holds(q[tv], 0.004));
  const double truth = direct_reference("thin strip");
  if (std::isfinite(q[kl_data_generator].value)) CHECK(holds(q[kl_data_generator], truth));
}

TEST_CASE("a grid that would be too large is refused before anything is evaluated") {
  CHECK_THROWS_AS(by_grid("ring(128,2,1/100)", "normal2(0,0,3/2,3/2,0)"), std::domain_error);
}

TEST_CASE("TV holds where p = q on a curve between the last node of a panel and the next panel") {
  // erf(delta/sqrt(8)) with delta² = (e/s)² + (c/s)²: the curve is at a right angle to (e, c),
  // nearly along an axis, and crosses it at c/2, where panels end.
  struct Case {
    double e, c, s;
    const char *data, *generator;
  };
  for (const Case& t :
       {Case{1e-4, 1, 0.5, "product(normal(0,1/2),normal(0,1/2))", "normal2(1e-4,1,1/2,1/2,0)"},
        Case{1e-3, 4, 1, "product(normal(0,1),normal(0,1))", "normal2(1e-3,4,1,1,0)"},
        Case{1e-4, 0.999, 1, "product(normal(0,1),normal(0,1))", "normal2(1e-4,0.999,1,1,0)"},
        Case{1e-4, 3, 1, "scale(normal2(0,0,1,1,0),1e90)", "scale(normal2(1e-4,3,1,1,0),1e90)"}}) {
    CAPTURE(t.generator);
    const double delta = std::hypot(t.e / t.s, t.c / t.s);
    CHECK(holds(by_grid(t.data, t.generator)[tv], std::erf(delta / std::sqrt(8))));
  }
}

TEST_CASE("what is so wide that its density counts as nothing is not taken for nothing") {
  // The truth is that of scale 1: TV 5/6 of the uniform laws.
  const auto q = by_grid("product(uniform(0,1e141),uniform(0,1e141))",
                         "product(uniform(0,2e141),uniform(0,3e141))");
  CHECK(holds(q[tv], 5.0 / 6));
  CHECK(upper(q[mass_data]) >= 1);
}

TEST_CASE("what no coordinate bounds is not certified") {
  const auto q = enclosed("product(pushforward(poisson(3),square()),normal(0,1))",
                          "product(poisson(3),normal(0,2))");
  CHECK_FALSE(q[kl_data_generator].rigorous);
}

TEST_CASE("weights that are no doubles count in the direct divergences") {
  const std::string tiny = "1/1" + std::string(160, '0');
  const std::string rest =
      "99999999999999999999999999999999999999999999999999999999999999999999999"
      "99999999999999999999999999999999999999999999999999999999999999999999999"
      "999999999999999999";
  const std::string far = rest + "/1" + std::string(160, '0') + "*normal2(60,0,1,1,0)";
  REQUIRE(rest.size() == 160);
  const auto q = by_grid("normal2(0,0,1,1,0)", "mixture(" + tiny + "*mixture(" + tiny +
                                                   "*normal2(0,0,1,1,0)," + far + ")," + far + ")");
  // 320 log 10, and what the far part has at 0: log(1 + 1e320 exp(-1800) ...) is below 1e-400.
  CHECK(holds(q[kl_data_generator], 320 * std::log(10.0)));
}

TEST_CASE("between two numbers lies a certified one only if both are") {
  const Quantity certified = enclosed("normal2(0,0,1,1,0)", "normal2(1,0,1,1,0)")[jsd];
  const Quantity estimated = by_grid("normal2(0,0,1,1,0)", "normal2(2,0,1,1,0)")[jsd];
  const Quantity larger = enclosed("normal2(0,0,1,1,0)", "normal2(2,0,1,1,0)")[jsd];
  const Quantity between = printed_between(certified, larger);
  CHECK(between.rigorous);
  CHECK(lower(between) <= lower(certified));
  CHECK(upper(between) >= upper(larger));
  CHECK_FALSE(printed_between(certified, estimated).rigorous);
  CHECK_FALSE(printed_between(estimated, larger).rigorous);
}

TEST_CASE("a correlation that doubles take for 1 bounds nothing") {
  const auto q = by_grid("normal2(0,0,1,1,0.99999999999999999)", "normal2(0,0,2,1,0)");
  for (const std::size_t k : {kl_data_generator, kl_generator_data}) CHECK(q[k].upper == "inf");
  CHECK(upper(q[jsd]) >= exact_rational(0.69));
}

TEST_CASE("a turn of the plane changes no divergence") {
  const std::string p = "ring(3,1,1/2)", q = "normal2(1/2,0,1,3/4,-1/3)";
  // By the angle of cosine 3/5.
  const auto turned = [](const std::string& law) {
    return "pushforward(" + law + ",affine(3/5,-4/5,4/5,3/5,0,0))";
  };
  const auto before = by_grid(p, q), after = by_grid(turned(p), turned(q));
  check_overlap(before, after);
  CHECK(before[jsd].digits.value_or(0) >= 11);
}

TEST_CASE("with the laws in each other's place the divergences change places") {
  const std::string p = "mixture(1/3*ring(4,1,1/2),2/3*normal2(0,1,1,1,1/4))";
  const std::string q = "normal2(0,0,1,1,-1/2)";
  const auto before = by_grid(p, q), after = by_grid(q, p);
  CHECK(before[jsd].lower == after[jsd].lower);
  CHECK(before[kl_data_generator].lower == after[kl_generator_data].lower);
  CHECK(before[tv].upper == after[tv].upper);
}

TEST_CASE("V(D*) = 2 JSD - log 4 in the plane") {
  const auto q = by_grid("ring(5,2,1/3)", "normal2(0,0,1,1,0)");
  CHECK(lower(q[value]) <= 2 * upper(q[jsd]) - exact_rational(std::log(4)) + power_of_ten(-15));
  CHECK(upper(q[value]) >= 2 * lower(q[jsd]) - exact_rational(std::log(4)) - power_of_ten(-15));
}

TEST_CASE("by rule in the plane: equal laws, and laws without a common point") {
  const auto equal = by_grid("ring(5,2,1/3)", "ring(5,2.0,1/3)");
  CHECK(equal[jsd].lower == "0");
  CHECK(equal[jsd].rigorous);
  const auto disjoint =
      by_grid("product(uniform(0,1),normal(0,1))", "product(uniform(1,2),normal(0,1))");
  CHECK(disjoint[jsd].rigorous);
  CHECK(holds(disjoint[jsd], std::log(2)));
  CHECK(std::isinf(disjoint[kl_data_generator].value));
}

TEST_CASE("one ring's D* is that of each mode where the others are far") {
  // Against one of its own modes, a ring of 8 far modes has an eighth of the mass in common:
  // JSD of weights (1/8, 7/8) against (1, 0).
  if (are_sanitized()) return;
  const auto q = by_grid("ring(8,10,1/4)", "normal2(10,0,1/4,1/4,0)");
  const double p = 0.125, m = (p + 1) / 2;
  const double truth = (p * std::log(p / m) + std::log(1 / m) + (1 - p) * std::log(2)) / 2;
  CHECK(std::abs(q[jsd].value - truth) < 1e-12);
}

TEST_CASE("a corner of log(p/q) between two panels is in the bound of a direct divergence") {
  // There both rules agree, and neither sees it.
  const char* wide = "normal2(0,0,1000,1,0)";
  const char* modes = "mixture(1/1000*normal2(1000,0,1,1,0),999/1000*normal2(0,0,1,1,0))";
  CHECK(holds(by_grid(wide, modes)[kl_data_generator], direct_reference("corner")));
  // The coordinates exchanged.
  const char* high = "normal2(0,0,1,1000,0)";
  const char* modes_above = "mixture(1/1000*normal2(0,1000,1,1,0),999/1000*normal2(0,0,1,1,0))";
  CHECK(holds(by_grid(high, modes_above)[kl_data_generator], direct_reference("corner")));
}

TEST_CASE("a pair whose product a map turns has the numbers of the pair taken back") {
  // The same normal law, by its covariance and as a product that is taken back.
  const std::string map = ",affine(1,2,-1,1,3,0))", other = "normal2(1,0,2,2,1/2)";
  const auto turned = in_common_axes(
      read_plane_law("pushforward(product(normal(0,1),normal(1,2))" + map), read_plane_law(other));
  const auto direct =
      in_common_axes(read_plane_law("pushforward(normal2(0,1,1,2,0)" + map), read_plane_law(other));
  REQUIRE(turned.turn);
  REQUIRE(!direct.turn);
  const auto back = evaluate(turned.data, turned.generator, Unit::nat).quantities;
  const auto by_covariance = evaluate(direct.data, direct.generator, Unit::nat).quantities;
  for (std::size_t k = 0; k < 4; ++k) CHECK(back[k].digits.value_or(0) >= 12);
  check_overlap(back, by_covariance);
  // Turned together, two products are what they were.
  const auto both =
      in_common_axes(read_plane_law("pushforward(product(laplace(0,1),uniform(0,1))" + map),
                     read_plane_law("pushforward(product(laplace(1,1),uniform(0,1))" + map));
  check_overlap(evaluate_enclosed(both.data, both.generator, Unit::nat, 20).quantities,
                on_the_line("laplace(0,1)", "laplace(1,1)"));
}

TEST_CASE("Hellinger and Bhattacharyya of normal laws are those of the closed form") {
  // -log of (det S det T)^(1/4)/det((S+T)/2)^(1/2): S = (1, 1; 1, 4), T = 9/4.
  const double affinity = std::pow(3 * 81.0 / 16, 0.25) / std::sqrt(13.0 / 8 * 25 / 8 - 0.25);
  QuantityRows rows;
  for (const QuantityRow& row : quantities())
    if (row.name == "hellinger" || row.name == "bhattacharyya") rows.push_back(row);
  const auto q = evaluate(parse_plane_law("normal2(0,0,1,2,1/2)"),
                          parse_plane_law("normal2(0,0,3/2,3/2,0)"), Unit::nat, rows)
                     .quantities;
  REQUIRE(q.size() == 2);
  CHECK(holds(q[0], std::sqrt(1 - affinity)));
  CHECK(holds(q[1], -std::log(affinity)));
  for (const Quantity& found : q) CHECK(found.digits.value_or(0) >= 12);
}

TEST_CASE("mass of one law where the other has none makes its direct divergence infinite") {
  struct Case {
    const char *data, *generator;
  };
  // P(B) log(P(B)/Q(B)) = log 2 the other way: the generator is P, given a set B of probability
  // 1/2.
  for (const Case& c :
       {Case{"mixture(1/2*product(uniform(0,1),uniform(0,1)),1/"
             "2*product(uniform(1,2),uniform(0,1)))",
             "product(uniform(0,1),uniform(0,1))"},
        Case{"product(discrete(1/2,1/2),discrete(1/2,1/2))",
             "mixture(1/2*product(point(1),point(1)),1/2*product(point(2),point(2)))"},
        Case{"mixture(1/2*product(normal(0,1),point(0)),1/2*product(normal(0,1),point(1)))",
             "product(normal(0,1),point(1))"}}) {
    CAPTURE(c.data);
    const auto q = by_grid(c.data, c.generator), swapped = by_grid(c.generator, c.data);
    CHECK(q[kl_data_generator].lower == "inf");
    CHECK(q[kl_data_generator].rigorous);
    CHECK(swapped[kl_generator_data].lower == "inf");
  }
  const auto q = by_grid(
      "mixture(1/2*product(uniform(0,1),uniform(0,1)),1/2*product(uniform(1,2),uniform(0,1)))",
      "product(uniform(0,1),uniform(0,1))");
  CHECK(holds(q[kl_generator_data], std::log(2)));
  CHECK(q[kl_generator_data].digits.value_or(0) >= 12);
}

TEST_CASE("a law whose support is covered has no infinite divergence by rule") {
  // A square in four, each under another part of the generator; and atoms beside a density.
  const char* four =
      "mixture(1/4*product(uniform(0,1),uniform(0,1)),1/4*product(uniform(1,2),uniform(0,1)),"
      "1/4*product(uniform(0,1),uniform(1,2)),1/4*product(uniform(1,2),uniform(1,2)))";
  const auto q = by_grid("product(triangular(0,1,2),triangular(0,1,2))", four);
  CHECK(q[kl_data_generator].lower != "inf");
  CHECK(by_grid(four, "mixture(1/2*product(uniform(0,2),uniform(0,2)),1/2*normal2(0,0,1,1,0))")
            [kl_data_generator]
                .lower != "inf");
}
