// The enclosed divergences against values from outside (tests/reference/certified.tsv and
// divergences.tsv), closed forms, and what every divergence satisfies whatever the laws.
#include "theory/divergence/enclosed/divergences.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "numerics/distribution/specification.hpp"
#include "numerics/integral/enclose_integral.hpp"
#include "numerics/number/numeral.hpp"
#include "numerics/number/special_functions.hpp"
#include "tests/theory/divergence/tails_alike.hpp"
#include "theory/divergence/enclosed/regret.hpp"
#include "theory/divergence/forms.hpp"
#include "theory/divergence/printed_quantity.hpp"
#include "theory/divergence/quantities.hpp"

using namespace gancheck;

namespace {

/// The rows, of which `at` has the divergence that they are made of.
std::vector<QuantityRow> rows() {
  std::vector<QuantityRow> found;
  for (const QuantityRow& row : quantities())
    if (row.name != "js_distance" && row.name != "jeffreys") found.push_back(row);
  return found;
}

const Enclosed& at(const EnclosedDivergences& all, const QuantityRow& row) {
  return row.mass      ? all.mass.of(*row.mass)
         : row.bounded ? all.bounded.at(row.bounded)
                       : all[row.of];
}

/// How both laws die out, or where, does not tell of the integral of p²/q.
bool is_not_told(const Enclosed& found, const QuantityRow& row) {
  return row.name.starts_with("chi_square") && !found.rigorous;
}

const Enclosed& named(const EnclosedDivergences& all, const std::string& name) {
  for (const QuantityRow& row : quantities())
    if (row.name == name) return at(all, row);
  throw std::out_of_range(name);
}

EnclosedDivergences divergences(const std::string& data, const std::string& generator, int digits) {
  return enclose_divergences(parse_law(data), parse_law(generator), digits,
                             wanted_for(quantities()));
}

/// For exact comparisons of what was enclosed to at most 200 digits, about 1e-201 included.
constexpr long reading_bits = 2500;

/// Half the width over the size of the number.
bool is_known_to(const Ball& x, int digits) {
  const BallPrecision precision(reading_bits);
  const Ball width = x - x.centre(), share = abs(width) / abs(x.centre());
  return x.is_zero() || (share - exactly<Ball>(power_of_ten(-digits))).is_negative();
}

Rational number(const std::string& text) {
  const auto numeral = read_numeral(text);
  REQUIRE(numeral);
  return numeral->value.rational();
}

Ball within(const Rational& value, const Rational& error) {
  return Ball::hull(Rational(value - error), Rational(value + error));
}

struct Row {
  std::string data, generator, quantity, value, bound;
};

/// The columns of certified.tsv that are asked for, or those of divergences.tsv, whose values have
/// 45 digits.
std::vector<Row> rows_of(const std::string& name) {
  std::ifstream file(GANCHECK_REFERENCE_DIR "/" + name);
  REQUIRE(file);
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    std::istringstream stream(line);
    std::vector<std::string> cells;
    for (std::string cell; std::getline(stream, cell, '\t');) cells.push_back(cell);
    if (cells[0] == "pair") continue;
    if (cells.size() == 7)
      rows.push_back({cells[1], cells[2], cells[3], cells[4], cells[6]});
    else
      rows.push_back({cells[0], cells[1], cells[2], cells[3], ""});
  }
  return rows;
}

const EnclosedDivergences& to_thirty_digits(const std::string& data, const std::string& generator) {
  static std::map<std::string, EnclosedDivergences> known;
  const std::string key = data + " | " + generator;
  const auto found = known.find(key);
  if (found != known.end()) return found->second;
  return known.emplace(key, divergences(data, generator, 30)).first->second;
}

struct PairOfTexts {
  std::string data, generator;
};

/// Every family of densities, mixtures, truncations, images, atoms beside densities, and discrete
/// laws, finite and infinite.
const std::vector<PairOfTexts> varied_pairs{
    {"normal(0,1)", "normal(1,2)"},
    {"normal(0,1)", "normal(1e-6,1)"},
    {"normal(0,1)", "normal(0,1.0001)"},
    {"normal(0,1)", "normal(12,1)"},
    {"laplace(0,1)", "normal(1/3,1)"},
    {"laplace(0,1)", "laplace(1,2)"},
    {"cauchy(0,1)", "normal(0,1)"},
    {"cauchy(0,1)", "cauchy(1/3,2)"},
    {"student_t(3)", "student_t(3,1/2,2)"},
    {"student_t(1/2)", "student_t(5)"},
    {"logistic(0,1)", "logistic(-1/3,2)"},
    {"gumbel(0,1)", "gumbel(1,2)"},
    {"lognormal(0,1)", "lognormal(1/2,4/5)"},
    {"exponential(1)", "exponential(5/2)"},
    {"gamma(5/2,2)", "gamma(1/2,1)"},
    {"weibull(2,1)", "weibull(1/2,3)"},
    {"pareto(1,2)", "pareto(2,3)"},
    {"half_normal(1)", "exponential(1)"},
    {"uniform(0,1)", "beta(2,5)"},
    {"uniform(0,1)", "uniform(1/2,3/2)"},
    {"beta(1/2,1/2)", "uniform(-1,2)"},
    {"beta(3,1/2)", "arcsine(0,1)"},
    {"triangular(0,1/4,1)", "triangular(0,0,1)"},
    {"mixture(0.5*normal(-3,0.5),0.5*normal(3,1))", "normal(0,1)"},
    {"mixture(0.9*normal(0,1),0.1*normal(5,1e-3))", "laplace(0,1)"},
    {"truncate(normal(0,1),-1,2)", "normal(0,1)"},
    {"truncate(cauchy(0,1),0,1000)", "exponential(1)"},
    {"shift(gamma(3,1),-2)", "normal(0,1)"},
    {"pushforward(normal(0,1),exp())", "exponential(1)"},
    {"pushforward(exponential(1),log())", "normal(0,1)"},
    {"pushforward(normal(0,1),square())", "gamma(1/2,1)"},
    {"pushforward(normal(1/3,1),abs())", "half_normal(1)"},
    {"pushforward(laplace(1/2,1),sigmoid())", "beta(2,2)"},
    {"pushforward(normal(0,1),tanh())", "uniform(-1,1)"},
    {"mixture(1/2*point(0),1/2*uniform(0,1))", "mixture(1/4*point(0),3/4*uniform(0,1))"},
    {"mixture(1/2*point(0),1/2*uniform(0,1))", "exponential(1)"},
    {"mixture(1/2*geometric(1/3),1/2*normal(0,1))", "mixture(1/3*geometric(1/2),2/3*laplace(0,1))"},
    {"geometric(1/2)", "geometric(1/3)"},
    {"poisson(2)", "geometric(1/3)"},
    {"discrete(0.6,0.3,0.1)", "discrete(0.1,0.2,0.7)"},
    {"point(1)", "discrete(0.5,0.5)"},
};

template <class Check>
void for_all(const Check& check) {
  for (const PairOfTexts& texts : varied_pairs) {
    CAPTURE(texts.data + " | " + texts.generator);
    check(texts, to_thirty_digits(texts.data, texts.generator));
  }
}

/// Both are finite and may be one number, or both infinite.
bool may_be_equal(const Enclosed& x, const Enclosed& y) {
  if (x.is_infinite || y.is_infinite) return x.is_infinite == y.is_infinite;
  return x.rigorous == y.rigorous && x.value.overlaps(y.value);
}

Ball log2() {
  return log(Ball(2));
}
/// P(X <= x) of the standard normal law.
Ball normal_below(const Ball& x) {
  return erfc(-x / sqrt(Ball(2))) / 2;
}

struct ClosedForm {
  std::string data, generator, quantity;
  std::function<Ball()> value;
};

std::vector<ClosedForm> closed_forms() {
  const std::string up = "triangular(0,1,1)", down = "triangular(0,0,1)";  // densities 2x, 2(1-x)
  return {
      {up, down, "value_at_optimum", [] { return Ball(-1); }},
      {up, down, "jsd", [] { return log2() - Ball(1) / 2; }},
      {up, down, "kl_data_mixture", [] { return log2() - Ball(1) / 2; }},
      {up, down, "tv", [] { return Ball(1) / 2; }},
      {up, down, "kl_data_generator", [] { return Ball(1); }},
      {"exponential(1)", "exponential(2)", "value_at_optimum",
       [] { return Ball(1) / 2 + log2() - log(Ball(3)) * 9 / 4; }},
      {"exponential(1)", "exponential(2)", "tv", [] { return Ball(1) / 4; }},
      {"exponential(1)", "exponential(2)", "kl_data_generator", [] { return Ball(1) - log2(); }},
      {"exponential(1)", "exponential(2)", "kl_generator_data",
       [] { return log2() - Ball(1) / 2; }},
      {"normal(0,1)", "normal(1,2)", "kl_data_generator", [] { return log2() - Ball(1) / 4; }},
      {"normal(0,1)", "normal(1,2)", "kl_generator_data", [] { return Ball(2) - log2(); }},
      {"normal(0,1)", "normal(1,1)", "tv", [] { return 2 * normal_below(Ball(1) / 2) - Ball(1); }},
      // log(b'/b) + (b e^(-m/b) + m)/b' - 1 for a shift m
      {"laplace(0,1)", "laplace(1,2)", "kl_data_generator",
       [] { return log2() + (exp(Ball(-1)) + Ball(1)) / 2 - Ball(1); }},
      // log(((c+c')² + m²)/(4cc'))
      {"cauchy(0,1)", "cauchy(1,2)", "kl_data_generator", [] { return log(Ball(5) / 4); }},
      {"cauchy(0,1)", "cauchy(1,2)", "kl_generator_data", [] { return log(Ball(5) / 4); }},
      {"beta(1/2,1/2)", "uniform(0,1)", "kl_data_generator", [] { return log(Ball(4) / pi()); }},
      {"beta(1/2,1/2)", "uniform(0,1)", "kl_generator_data", [] { return log(pi()) - Ball(1); }},
      {"uniform(0,1)", "uniform(1/2,3/2)", "value_at_optimum", [] { return -log2(); }},
      {"pareto(1,2)", "pareto(1,3)", "kl_data_generator",
       [] { return log(Ball(2) / 3) + Ball(1) / 2; }},
      // Half of a two-point law (1/2, 1/2) against (1/4, 3/4): the atom and the density carry one
      // ratio each.
      {"mixture(1/2*point(0),1/2*uniform(0,1))", "mixture(1/4*point(0),3/4*uniform(0,1))",
       "value_at_optimum",
       [] {
         const auto part = [](int p, int q) {
           return (Ball(p) * log(Ball(p) / (p + q)) + Ball(q) * log(Ball(q) / (p + q))) / 4;
         };
         return part(2, 1) + part(2, 3);
       }},
  };
}

}  // namespace

TEST_CASE("every certified value is enclosed to 30 digits") {
  const std::vector<Row> rows = rows_of("certified.tsv");
  CHECK(rows.size() == 175);
  for (const Row& row : rows) {
    INFO(row.data, " | ", row.generator, ": ", row.quantity, " = ", row.value);
    const EnclosedDivergences& all = to_thirty_digits(row.data, row.generator);
    const Enclosed& found = named(all, row.quantity);
    CHECK(found.rigorous);
    CHECK(found.is_infinite == (row.value == "inf"));
    if (found.is_infinite) {
      CHECK(found.by_rule);
      continue;
    }
    const BallPrecision precision(all.bits);
    const Rational value = number(row.value);
    CHECK(found.value.is_zero() == (value == 0));
    CHECK(found.value.overlaps(within(value, number(row.bound))));
    CHECK(is_known_to(found.value, 29));
  }
}

TEST_CASE("quadratures of the definitions agree with the enclosures in all 45 digits") {
  const std::vector<Row> rows = rows_of("divergences.tsv");
  CHECK(rows.size() == 70);
  std::map<std::string, EnclosedDivergences> known;
  for (const Row& row : rows) {
    INFO(row.data, " | ", row.generator, ": ", row.quantity, " = ", row.value);
    EnclosedDivergences& all = known[row.data + row.generator];
    if (all.bits == 0) all = divergences(row.data, row.generator, 46);
    const BallPrecision precision(all.bits);
    const Ball& found = named(all, row.quantity).value;
    const Rational value = number(row.value);
    // One unit of the 45th digit.
    CHECK(found.overlaps(within(value, abs(value) * power_of_ten(-44))));
    CHECK(is_known_to(found, 45));
  }
}

TEST_CASE("closed forms are met to 30, 50 and 200 digits") {
  for (const int digits : {30, 50, 200}) {
    CAPTURE(digits);
    std::map<std::string, EnclosedDivergences> known;
    for (const ClosedForm& form : closed_forms()) {
      // 200 digits on the pairs whose integrals are short.
      if (digits == 200 && form.data != "triangular(0,1,1)" && form.data != "exponential(1)")
        continue;
      INFO(form.data, " | ", form.generator, ": ", form.quantity);
      EnclosedDivergences& all = known[form.data + form.generator];
      if (all.bits == 0) all = divergences(form.data, form.generator, digits);
      const Ball& found = named(all, form.quantity).value;
      const BallPrecision precision(reading_bits);
      CHECK(found.overlaps(form.value()));
      CHECK(is_known_to(found, digits - 1));
    }
  }
}

TEST_CASE("an infinite discrete pair is enclosed to the digits that its listed atoms carry") {
  // P(k) = 2^-k, Q(k) = 2·3^-k on k >= 1; 600 terms leave less than 2^-600·400.
  const BallPrecision precision(700);
  Ball value(0), tail = power(Ball(1) / 2, 590UL) * Ball::hull(-1.0, 1.0);
  for (unsigned long k = 1; k <= 600; ++k) {
    const Ball p = power(Ball(1) / 2, k), q = 2 * power(Ball(1) / 3, k);
    value = value + p * log(p / (p + q)) + q * log(q / (p + q));
  }
  for (const int digits : {30, 50}) {
    const EnclosedDivergences all =
        divergences("shift(geometric(1/2),1)", "shift(geometric(2/3),1)", digits);
    const EnclosedDivergences plain = divergences("geometric(1/2)", "geometric(2/3)", digits);
    for (const QuantityRow& row : rows())
      CHECK_MESSAGE(may_be_equal(at(all, row), at(plain, row)), row.name);
    CHECK(all[Divergence::value].value.overlaps(value + tail));
    CHECK(is_known_to(all[Divergence::value].value, digits - 1));
    CHECK(all[Divergence::jsd].value.overlaps((value + tail) / 2 + log2()));
    CHECK(all[Divergence::tv].value.overlaps(Ball(1) / 6));
    CHECK(is_known_to(all[Divergence::tv].value, digits - 1));
  }
}

TEST_CASE("of normal laws a shift m apart JSD is m²/8 - m⁴/64 + O(m⁶)") {
  // With y = x - m/2, l = -m y and E y² = 1 + m²/4, E y⁴ = 3 + O(m²) under the mixture:
  // JSD = E(rho²/2 + rho⁴/12 + ...), rho = tanh(l/2), is E(l²/8 - l⁴/64) = m²/8 - m⁴/64, and the
  // next term below m⁶ by far.
  for (const int exponent : {-10, -100}) {
    CAPTURE(exponent);
    const Rational m = power_of_ten(exponent), square = m * m;
    const EnclosedDivergences all = divergences("normal(0,1)", "normal(" + to_text(m) + ",1)", 45);
    const BallPrecision precision(reading_bits);
    const Ball leading = exactly<Ball>(Rational(square / 8 - square * square / 64));
    const Ball rest = exactly<Ball>(Rational(square * square * square)) * Ball::hull(-1.0, 1.0);
    CHECK(all[Divergence::jsd].value.overlaps(leading + rest));
    CHECK(is_known_to(all[Divergence::jsd].value, 44));
    CHECK(all[Divergence::kl_data_generator].value.overlaps(exactly<Ball>(Rational(square / 2))));
    CHECK(is_known_to(all[Divergence::kl_data_generator].value, 44));
    // 2 Phi(m/2) - 1, 100 digits of which cancel.
    CHECK(all[Divergence::tv].value.overlaps(2 * normal_below(exactly<Ball>(m) / 2) - Ball(1)));
    CHECK(is_known_to(all[Divergence::tv].value, 29));
  }
}

TEST_CASE("laws far apart keep the digits of V, which their distance from log 2 does not have") {
  const EnclosedDivergences all = divergences("normal(0,1)", "normal(40,1)", 30);
  const BallPrecision precision(all.bits);
  CHECK(is_known_to(all[Divergence::value].value, 29));
  CHECK(all[Divergence::value].value.is_negative());
  CHECK(
      (all[Divergence::value].value + exactly<Ball>(number("1.72488342845148e-88"))).magnitude() <=
      1e-102);
  // log 2 - JSD = -V/2, as far as JSD has digits.
  CHECK((log2() - all[Divergence::jsd].value + all[Divergence::value].value / 2).magnitude() <=
        1e-60);
  CHECK((all[Divergence::tv].value - Ball(1)).magnitude() <= 1e-30);
}

TEST_CASE("a law conditioned on a set is -log of the set's mass away from the law") {
  // KL(Q(.|A) || Q) = -log Q(A): of nearly equal laws too, and with mass of Q alone beyond A.
  for (const int a : {1, 3, 8, 14}) {
    CAPTURE(a);
    const std::string end = std::to_string(a);
    const EnclosedDivergences all =
        divergences("truncate(normal(0,1),-" + end + "," + end + ")", "normal(0,1)", 40);
    const BallPrecision precision(reading_bits);
    const Ball outside = erfc(Ball(a) / sqrt(Ball(2)));
    CHECK(all[Divergence::kl_data_generator].value.overlaps(-log1p(-outside)));
    CHECK(is_known_to(all[Divergence::kl_data_generator].value, 39));
    CHECK(all[Divergence::kl_generator_data].is_infinite);
    // One ratio on the set, and Q alone beyond it: (1, 0) against (1 - r, r).
    const Ball to_middle = -log1p(-outside / 2);  // log(2/(2 - r))
    CHECK(all[Divergence::kl_data_mixture].value.overlaps(to_middle));
    CHECK(all[Divergence::kl_generator_mixture].value.overlaps(
        (Ball(1) - outside) * (log1p(-outside) + to_middle) + outside * log2()));
    CHECK(is_known_to(all[Divergence::kl_generator_mixture].value, 39));
    CHECK(all[Divergence::tv].value.overlaps(outside));
    CHECK(is_known_to(all[Divergence::tv].value, 39));
  }
}

TEST_CASE("tables whose digits miss a mass of 1 keep their defect, also where they nearly agree") {
  // p = (1/2, 1/2), q = (1/2, 1/2 + d): only the second point tells them apart.
  for (const Rational& d : {power_of_ten(-1), power_of_ten(-12)}) {
    const Law data = parse_law("discrete(0.5,0.5)");
    Law generator = parse_law("discrete(0.5,0.5)");
    generator.specification += ", its digits missing 1";
    generator.atoms.listed()[1].mass = Rational(Rational(1, 2) + d);
    generator.mass = Rational(1 + d);
    const EnclosedDivergences all = enclose_divergences(data, generator, 30);
    const BallPrecision precision(reading_bits);
    const Ball p = Ball(1) / 2, q = p + exactly<Ball>(d), middle = (p + q) / 2;
    const Ball of_data = p * log(p / middle), of_generator = q * log(q / middle);
    CHECK(all[Divergence::kl_data_mixture].value.overlaps(of_data));
    CHECK(all[Divergence::kl_generator_mixture].value.overlaps(of_generator));
    CHECK(all[Divergence::jsd].value.overlaps((of_data + of_generator) / 2));
    CHECK(all[Divergence::kl_data_generator].value.overlaps(p * log(p / q)));
    CHECK(all[Divergence::kl_generator_data].value.overlaps(q * log(q / p)));
    CHECK(all[Divergence::tv].value.overlaps(exactly<Ball>(Rational(d / 2))));
    CHECK(is_known_to(all[Divergence::jsd].value, 29));
  }
}

TEST_CASE("atoms that are listed twice over are no atoms that the other law lacks") {
  // Sums of the definition: tests/reference/listed_tails.py.
  std::ifstream file(GANCHECK_REFERENCE_DIR "/listed_tails.tsv");
  REQUIRE(file);
  int rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#")) continue;
    std::istringstream cells(line);
    std::string data, generator, value;
    std::getline(cells, data, '\t');
    std::getline(cells, generator, '\t');
    std::getline(cells, value);
    CAPTURE(data);
    CAPTURE(generator);
    ++rows;
    const double truth = std::stod(value);
    const Law p = parse_law(data), q = parse_law(generator);
    const Enclosed kl = enclose_divergences(p, q, 20)[Divergence::kl_data_generator];
    REQUIRE_FALSE(kl.is_infinite);
    CHECK(kl.rigorous);
    CHECK(std::abs(kl.value.midpoint() / truth - 1) < 1e-15);
    const Quantity by_grid = evaluate(p, q, Unit::nat)[4];
    CHECK(std::abs(by_grid.value / truth - 1) < 1e-12);
  }
  CHECK(rows == 5);
}

TEST_CASE("tails that agree in total, beginning and first mass need not be one") {
  const auto [data, generator] = laws_with_tails_alike();
  CHECK(data != generator);
  const auto all = enclose_divergences(parse_law(data), parse_law(generator), 30);
  const BallPrecision precision(all.bits);
  CHECK(all[Divergence::kl_data_generator].is_infinite);
  CHECK_FALSE(all[Divergence::jsd].by_rule);
  // m r (1 - 1/(1 + r)) = m r²/(1 + r) at 4, and as much beyond: with m = (1 - s) s²/2 that is
  // 5e-125.
  CHECK(all[Divergence::tv].value.lower() <= 4.9e-125);
  CHECK(all[Divergence::tv].value.upper() >= 5e-125);
  CHECK(all[Divergence::jsd].value.upper() > 0);
  CHECK(all[Divergence::kl_generator_data].value.upper() > 0);
}

TEST_CASE(
    "a kink that no precision tells from an end is refused: half of the law may lie between") {
  // Under n squares a kink at c comes to c^(2^n), and a shift by 1 hides how near 0 that is.
  const auto squared = [](std::string law, int times) {
    for (int i = 0; i < times; ++i) law = "pushforward(" + law + ",square())";
    return "shift(" + law + ",1)";
  };
  const auto jsd = [&](const std::string& data, const std::string& generator, int times) {
    return enclose_jsd(parse_law(squared(data, times)), parse_law(squared(generator, times)), 4);
  };
  CHECK_THROWS_AS(jsd("triangular(0,1e-9,1)", "triangular(0,0,1)", 8), std::domain_error);
  CHECK_THROWS_AS(jsd("triangular(0,1/2,1)", "uniform(0,1)", 13), std::domain_error);
  // Fewer squares: the map is one-to-one, and changes no divergence.
  const Ball few = jsd("triangular(0,1/2,1)", "uniform(0,1)", 3).value;
  const Ball none = jsd("triangular(0,1/2,1)", "uniform(0,1)", 0).value;
  CHECK((few - none).contains_zero());
}

TEST_CASE("laws whose densities cross at the points of a quick look are told apart all the same") {
  std::ifstream file(GANCHECK_REFERENCE_DIR "/crossing_densities.tsv");
  std::string line, data, generator, tv, jsd;
  std::getline(file, line);
  REQUIRE(std::getline(file, data, '\t'));
  REQUIRE(std::getline(file, generator, '\t'));
  REQUIRE(std::getline(file, tv, '\t'));
  REQUIRE(std::getline(file, jsd));
  const auto all = enclose_divergences(parse_law(data), parse_law(generator), 20);
  const BallPrecision precision(all.bits);
  const auto holds = [](const Enclosed& q, const std::string& truth) {
    const Rational x = *read_decimal(truth);
    const Ball rounded = Ball::hull(x * Rational(999999999999999999, 1000000000000000000),
                                    x * Rational(1000000000000000001, 1000000000000000000));
    return (q.value - rounded).contains_zero();
  };
  CHECK(holds(all[Divergence::tv], tv));
  CHECK(holds(all[Divergence::jsd], jsd));
  CHECK(all[Divergence::tv].rigorous);
  CHECK(all[Divergence::tv].notes.empty());
  // TV² <= 2 JSD, far from equality here: the upper bound alone is no value.
  CHECK((all[Divergence::tv].value * all[Divergence::tv].value).upper() <
        all[Divergence::jsd].value.lower());
}

TEST_CASE("a table that misses a mass of one by 1e-700 has a direct divergence below 0") {
  // KL(P||Q) = 3 p log(3 p) with p = (1 - 1e-700)/3: -1e-700, to 700 digits.
  const auto path = std::filesystem::temp_directory_path() / "gancheck_test_thirds.csv";
  std::ofstream file(path);
  for (int i = 0; i < 3; ++i) file << "0." << std::string(700, '3') << "\n";
  file.close();
  const EnclosedDivergences all = enclose_divergences(parse_law("file(" + path.string() + ")"),
                                                      parse_law("discrete(1/3,1/3,1/3)"), 10);
  const BallPrecision precision(4000);
  const Ball truth = -exactly<Ball>(power_of_ten(-700));
  for (const Enclosed* q : {&all[Divergence::kl_data_generator], &all[Divergence::kl_data_mixture]})
    CHECK((!q->rigorous ||
           (q->value.overlaps(truth / (q == &all[Divergence::kl_data_mixture] ? 2 : 1)))));
  CHECK(all[Divergence::kl_data_generator].rigorous);
}

TEST_CASE("a law and itself without a far tail are enclosed at once") {
  const EnclosedDivergences all =
      enclose_divergences(parse_law("truncate(poisson(1),0,52)"), parse_law("poisson(1)"), 5);
  CHECK(all[Divergence::jsd].value.upper() < 1e-60);
}

TEST_CASE("by rule: equal laws, disjoint laws and mass where the other law has none") {
  const EnclosedDivergences equal = divergences("exponential(1)", "gamma(1,1)", 30);
  for (const char* name : {"jsd", "kl_data_mixture", "kl_data_generator", "tv"}) {
    CHECK(named(equal, name).value.is_zero());
    CHECK(named(equal, name).by_rule);
  }
  const BallPrecision precision(200);
  CHECK(equal[Divergence::value].value.overlaps(-log(Ball(4))));
  const EnclosedDivergences apart = divergences("uniform(0,1)", "uniform(2,3)", 30);
  CHECK(apart[Divergence::value].value.is_zero());
  CHECK(apart[Divergence::jsd].value.overlaps(log2()));
  CHECK((apart[Divergence::tv].value - Ball(1)).is_zero());
  CHECK(apart[Divergence::kl_data_generator].is_infinite);
  const EnclosedDivergences outside = divergences("uniform(0,2)", "uniform(0,1)", 30);
  CHECK(outside[Divergence::kl_data_generator].is_infinite);
  CHECK_FALSE(outside[Divergence::kl_generator_data].is_infinite);
  CHECK(outside[Divergence::kl_generator_data].value.overlaps(log2()));
  CHECK(divergences("cauchy(0,1)", "normal(0,1)", 20)[Divergence::kl_data_generator].is_infinite);
}

TEST_CASE("V(D*) = 2 JSD - (P(X) + P_g(X)) log 2, and the masses are 1") {
  for_all([](const PairOfTexts& texts, const EnclosedDivergences& all) {
    const BallPrecision precision(all.bits);
    const Ball both = all.mass.data.value + all.mass.generator.value;
    CHECK(both.overlaps(Ball(2)));
    CHECK((both - Ball(2)).magnitude() <= 1e-29);
    CHECK(all[Divergence::value].value.overlaps(2 * all[Divergence::jsd].value - 2 * log2()));
    CHECK((2 * all[Divergence::jsd].value)
              .overlaps(all[Divergence::kl_data_mixture].value +
                        all[Divergence::kl_generator_mixture].value));
    // By one integral instead of two.
    const Enclosed alone = enclose_jsd(parse_law(texts.data), parse_law(texts.generator), 20);
    CHECK(alone.value.overlaps(all[Divergence::jsd].value));
    for (const QuantityRow& row : rows()) {
      CAPTURE(row.name);
      const Enclosed& found = at(all, row);
      if (is_not_told(found, row)) continue;
      CHECK(found.rigorous);
      if (!found.is_infinite) CHECK(is_known_to(found.value, 29));
    }
  });
}

TEST_CASE("every divergence lies in its range, and in the order that mathematics knows") {
  for_all([](const PairOfTexts&, const EnclosedDivergences& all) {
    const BallPrecision precision(all.bits);
    const Ball &jsd = all[Divergence::jsd].value, &tv = all[Divergence::tv].value;
    CHECK(jsd.is_positive());
    CHECK(all[Divergence::kl_data_mixture].value.is_positive());
    CHECK(all[Divergence::kl_generator_mixture].value.is_positive());
    CHECK_FALSE((jsd - log2()).is_positive());
    CHECK_FALSE((tv - Ball(1)).is_positive());
    // TV²/2 <= JSD <= TV log 2 [Lin 1991], KL >= 2 TV².
    CHECK_FALSE((tv * tv / 2 - jsd).is_positive());
    CHECK_FALSE((jsd - tv * log2()).is_positive());
    for (const Enclosed* kl :
         {&all[Divergence::kl_data_generator], &all[Divergence::kl_generator_data]})
      if (!kl->is_infinite) CHECK_FALSE((2 * tv * tv - kl->value).is_positive());
  });
}

TEST_CASE("with the laws in each other's place the divergences change places") {
  for_all([](const PairOfTexts& texts, const EnclosedDivergences& all) {
    const EnclosedDivergences swapped = divergences(texts.generator, texts.data, 20);
    const BallPrecision precision(all.bits);
    CHECK(may_be_equal(all[Divergence::jsd], swapped[Divergence::jsd]));
    CHECK(may_be_equal(all[Divergence::tv], swapped[Divergence::tv]));
    CHECK(may_be_equal(all[Divergence::value], swapped[Divergence::value]));
    CHECK(
        may_be_equal(all[Divergence::kl_data_mixture], swapped[Divergence::kl_generator_mixture]));
    CHECK(
        may_be_equal(all[Divergence::kl_generator_mixture], swapped[Divergence::kl_data_mixture]));
    CHECK(may_be_equal(all[Divergence::kl_data_generator], swapped[Divergence::kl_generator_data]));
    CHECK(may_be_equal(all[Divergence::kl_generator_data], swapped[Divergence::kl_data_generator]));
  });
}

TEST_CASE("one bijection of both laws changes no divergence") {
  const auto check = [](const PairOfTexts& texts, const EnclosedDivergences& all,
                        const std::string& head, const std::string& tail) {
    CAPTURE(head + "..." + tail);
    const EnclosedDivergences moved =
        divergences(head + texts.data + tail, head + texts.generator + tail, 15);
    const BallPrecision precision(all.bits);
    for (const QuantityRow& row : rows())
      if (!is_not_told(at(all, row), row) && !is_not_told(at(moved, row), row))
        CHECK_MESSAGE(may_be_equal(at(all, row), at(moved, row)), row.name);
  };
  bool is_odd = false;
  for_all([&](const PairOfTexts& texts, const EnclosedDivergences& all) {
    is_odd = !is_odd;
    is_odd ? check(texts, all, "shift(", ",-7/3)") : check(texts, all, "scale(", ",-3/2)");
    if (texts.data.find("normal(12") != std::string::npos) return;
    if (texts.data.starts_with("normal") || texts.data.starts_with("logistic"))
      check(texts, all, "pushforward(", ",exp())");
    if (texts.data.starts_with("gamma") || texts.data.starts_with("weibull"))
      check(texts, all, "pushforward(", ",log())");
    if (texts.data.starts_with("uniform") || texts.data.starts_with("half_normal"))
      check(texts, all, "pushforward(", ",sqrt())");
  });
}

TEST_CASE("a map that tells fewer points apart lowers every divergence, or leaves it") {
  for (const PairOfTexts& texts : {PairOfTexts{"normal(0,1)", "normal(1,2)"},
                                   {"laplace(0,1)", "normal(1/3,1)"},
                                   {"logistic(0,1)", "logistic(-1/3,2)"}}) {
    CAPTURE(texts.data + " | " + texts.generator);
    const EnclosedDivergences& before = to_thirty_digits(texts.data, texts.generator);
    const EnclosedDivergences after = divergences("pushforward(" + texts.data + ",abs())",
                                                  "pushforward(" + texts.generator + ",abs())", 30);
    for (const QuantityRow& row : rows()) {
      const bool falls = row.name == "value_at_optimum" || row.bounded == &affinity();
      if (row.mass || falls) continue;
      if (at(before, row).is_infinite) {  // 2 c_p <= c_q, which a fold leaves as it is
        CHECK_MESSAGE(at(after, row).is_infinite, row.name);
        continue;
      }
      CHECK_MESSAGE((at(before, row).value - at(after, row).value).is_positive(), row.name);
    }
    CHECK((before[Divergence::value].value - after[Divergence::value].value).is_positive());
  }
  // Of laws that are even, |x| tells all that there is to tell.
  const EnclosedDivergences even =
      divergences("pushforward(normal(0,1),abs())", "pushforward(laplace(0,1),abs())", 30);
  const EnclosedDivergences whole = divergences("normal(0,1)", "laplace(0,1)", 30);
  const EnclosedDivergences half = divergences("half_normal(1)", "exponential(1)", 30);
  for (const QuantityRow& row : rows()) {
    CHECK_MESSAGE(may_be_equal(at(even, row), at(whole, row)), row.name);
    CHECK_MESSAGE(may_be_equal(at(even, row), at(half, row)), row.name);
  }
}

TEST_CASE("more digits narrow the enclosure and never leave it") {
  for_all([](const PairOfTexts& texts, const EnclosedDivergences& thirty) {
    const EnclosedDivergences fifteen = divergences(texts.data, texts.generator, 15);
    const BallPrecision precision(reading_bits);
    for (const QuantityRow& row : rows()) {
      CAPTURE(row.name);
      if (!is_not_told(at(thirty, row), row))
        CHECK(may_be_equal(at(fifteen, row), at(thirty, row)));
      const Enclosed &coarse = at(fifteen, row), &fine = at(thirty, row);
      if (fine.is_infinite || is_not_told(fine, row)) continue;
      CHECK(is_known_to(coarse.value, 14));
      CHECK(is_known_to(fine.value, 29));
      CHECK(fine.value.radius() <= std::max(coarse.value.radius(), 1e-40));
    }
  });
  for (const auto& [data, generator] : {PairOfTexts{"normal(0,1)", "normal(1,2)"},
                                        {"beta(1/2,1/2)", "uniform(-1,2)"},
                                        {"pushforward(normal(0,1),tanh())", "uniform(-1,1)"}}) {
    const EnclosedDivergences fine = divergences(data, generator, 100);
    const EnclosedDivergences& coarse = to_thirty_digits(data, generator);
    const BallPrecision precision(reading_bits);
    for (const QuantityRow& row : rows()) {
      if (at(fine, row).is_infinite) continue;
      CHECK_MESSAGE(may_be_equal(at(fine, row), at(coarse, row)), row.name);
      CHECK_MESSAGE(is_known_to(at(fine, row).value, 99), row.name);
    }
  }
}

TEST_CASE("the bounds of the grid witness hold what the ball witness encloses") {
  const auto number_or_empty = [](const std::string& text) -> std::optional<Rational> {
    if (text == "inf" || text == "-inf" || text.empty()) return std::nullopt;
    return number(text);
  };
  for_all([&](const PairOfTexts& texts, const EnclosedDivergences& all) {
    for (const Quantity& q :
         evaluate(parse_law(texts.data), parse_law(texts.generator), Unit::nat)) {
      if (q.name == "js_distance") continue;
      CAPTURE(q.name);
      const Enclosed& found = named(all, q.name);
      const auto lower = number_or_empty(q.lower), upper = number_or_empty(q.upper);
      CHECK(found.is_infinite == (q.lower == "inf"));
      if (found.is_infinite) continue;
      const BallPrecision precision(reading_bits);
      if (lower) CHECK_FALSE((found.value - exactly<Ball>(*lower)).is_negative());
      if (upper) CHECK_FALSE((exactly<Ball>(*upper) - found.value).is_negative());
    }
  });
}

TEST_CASE("a scope of 30 bits about an enclosure, or a constant kept from one, prints few digits") {
  // Seeded: the JSD of exponential(1) and exponential(2), by the kernels' integrand along the line,
  // at full precision, within a scope of 30 bits, and with rates that were enclosed in one.
  const auto value_integral = [](const Ball& rate, long bits) {
    const BallPrecision precision(bits);
    // p = e^-x, q = r e^-rx, log(p/q) = (r - 1) x - log r; 120 leaves less than e^-119 of each.
    const auto integrand = [&](const ComplexBall& x) -> ComplexBall {
      const ComplexBall ratio = x * (rate - Ball(1)) - log(rate);
      return exp(-x) * soft_plus(-ratio) + exp(log(rate) - x * rate) * soft_plus(ratio);
    };
    const Ball beyond = exp(Ball(-119)) * Ball::hull(0.0, 1.0);
    return Ball(log2() -
                (enclose_integral(integrand, Ball(0), Ball(120), -150).value + beyond) / 2);
  };
  Ball rough_rate;
  {
    const BallPrecision low(30);
    rough_rate = sqrt(Ball(2)) * sqrt(Ball(2));
  }
  const BallPrecision precision(300);
  const Ball expected = (Ball(1) / 2 + log2() - log(Ball(3)) * 9 / 4) / 2 + log2();
  const auto check = [&](const Ball& value, int at_least, int at_most) {
    CHECK(value.overlaps(expected));
    const Quantity q = printed("jsd", Dimension::information,
                               Enclosed{value, true, false, false, {}}, Unit::nat, 30, 300);
    CHECK(number(q.lower) <= number(q.upper));
    CHECK((exactly<Ball>(number(q.upper)) - expected).is_positive());
    CHECK((expected - exactly<Ball>(number(q.lower))).is_positive());
    REQUIRE(q.digits);
    CHECK(*q.digits >= at_least);
    CHECK(*q.digits <= at_most);
    CHECK((joined(q.notes, Language::en).find("30 digits were asked for and not reached") !=
           std::string::npos) == (*q.digits < 30));
  };
  check(value_integral(Ball(2), 200), 30, 60);
  check(value_integral(Ball(2), 30), 3, 9);
  check(value_integral(rough_rate, 200), 3, 9);
  // The divergences set their own precision: a scope about the call changes nothing.
  const Law data = parse_law("exponential(1)"), generator = parse_law("exponential(2)");
  const BallPrecision low(30);
  const EnclosedDivergences inside = enclose_divergences(data, generator, 30);
  CHECK(is_known_to(inside[Divergence::jsd].value, 29));
  CHECK(inside.bits >= 140);
}
