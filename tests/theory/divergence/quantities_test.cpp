// `evaluate` against values computed outside the project (tests/reference/quantities.py), and the
// promises that it makes for every pair.
#include "theory/divergence/quantities.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <map>
#include <random>
#include <sstream>

#include "numerics/distribution/specification.hpp"
#include "numerics/number/float50.hpp"
#include "numerics/number/numeral.hpp"
#include "theory/divergence/sums/terms.hpp"
#include "theory/formulas.hpp"

using namespace gancheck;

namespace {

using ByName = std::map<std::string, Quantity>;

ByName quantities_of(const Law& data, const Law& generator, Unit unit = Unit::nat) {
  ByName by_name;
  for (Quantity& q : evaluate(data, generator, unit, quantities())) by_name[q.name] = std::move(q);
  return by_name;
}

ByName quantities_of(const std::string& data, const std::string& generator) {
  return quantities_of(parse_law(data), parse_law(generator));
}

/// Weights as they are, with the mass that they have.
Law table(const std::vector<double>& weights) {
  Law law;
  Rational mass = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    mass += exact_rational(weights[i]);
    if (weights[i] > 0)
      law.atoms.push_back({Real(static_cast<int>(i) + 1), Real::dyadic(weights[i])});
  }
  law.mass = mass;
  law.specification = "table " + to_text(mass) + std::to_string(weights[0]);
  return law;
}

/// JSD from its definition at 50 digits, for p and q that differ in at least 10^-20 of their size.
Float50 jsd_by_definition(const std::vector<double>& p, const std::vector<double>& q) {
  Float50 total = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const Float50 a = p[i], b = q[i], m = (a + b) / 2;
    if (a > 0) total += a * log(Float50(a / m));
    if (b > 0) total += b * log(Float50(b / m));
  }
  return total / 2;
}

}  // namespace

TEST_CASE("every quantity contains the independent value within its bounds, which are tight") {
  std::ifstream file(GANCHECK_REFERENCE_DIR "/quantities.tsv");
  REQUIRE(file);
  int rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream fields(line);
    std::string data, generator, name, text;
    fields >> data >> generator >> name >> text;
    CAPTURE(line);
    const Quantity q = quantities_of(data, generator).at(name);
    ++rows;
    if (text == "+inf") {
      CHECK(q.value == std::numeric_limits<double>::infinity());
      CHECK(q.rigorous);
      continue;
    }
    const Float50 truth(text), slack = abs(truth) * Float50("1e-29");
    CHECK(Float50(q.lower) <= truth + slack);
    CHECK(Float50(q.upper) >= truth - slack);
    CHECK(Float50(q.upper) - Float50(q.lower) <= abs(truth) * Float50("2e-14"));
    CHECK(abs(Float50(q.value) - truth) <= abs(truth) * Float50("1e-14"));
    if (q.digits) {
      const Float50 half = (Float50(q.upper) - Float50(q.lower)) / 2;
      CHECK(half <= pow(Float50(10), -*q.digits) * abs(truth));
    }
  }
  CHECK(rows == 88);
}

TEST_CASE("nearly equal tables keep the relative accuracy of their JSD, as stored") {
  std::mt19937_64 random(5);
  std::uniform_real_distribution<double> weight(0.1, 1.0), noise(-1.0, 1.0);
  for (const double size : {1e-3, 1e-6, 1e-9, 1e-12}) {
    std::vector<double> p(1000), q(1000);
    double p_sum = 0, q_sum = 0;
    for (std::size_t i = 0; i < p.size(); ++i) p_sum += p[i] = weight(random);
    for (double& x : p) x /= p_sum;
    for (std::size_t i = 0; i < q.size(); ++i) q_sum += q[i] = p[i] * (1 + size * noise(random));
    for (double& x : q) x /= q_sum;
    const Quantity jsd = quantities_of(table(p), table(q)).at("jsd");
    const Float50 truth = jsd_by_definition(p, q);
    CAPTURE(size);
    CHECK(abs(Float50(jsd.value) - truth) <= truth * Float50("1e-14"));
    CHECK(Float50(jsd.lower) <= truth);
    CHECK(Float50(jsd.upper) >= truth);
  }
}

TEST_CASE(
    "JSD is never NaN, negative or above log 2 times the mean mass, subnormal weights included") {
  std::mt19937_64 random(6);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> p(6), q(6);
    for (std::vector<double>* x : {&p, &q}) {
      for (double& w : *x) {
        const int kind = static_cast<int>(random() % 4);
        w = kind == 0 ? 0.0
                      : std::ldexp(1.0 + static_cast<double>(random() % 1000) / 1000,
                                   kind == 1 ? -static_cast<int>(random() % 1073) - 1 : -3);
      }
    }
    if (p == std::vector<double>(6) || q == std::vector<double>(6)) continue;
    const ByName all = quantities_of(table(p), table(q));
    const Quantity& jsd = all.at("jsd");
    CHECK(!std::isnan(jsd.value));
    CHECK(jsd.value >= 0);
    Rational mass = 0;
    for (std::size_t i = 0; i < p.size(); ++i) mass += exact_rational(p[i]) + exact_rational(q[i]);
    const Float50 most = exactly<Float50>(mass) / 2 * log(Float50(2));
    CHECK(Float50(jsd.value) <= most);
    const Float50 truth = jsd_by_definition(p, q);
    CHECK(Float50(jsd.lower) <= truth + Float50("1e-49"));
    CHECK(Float50(jsd.upper) >= truth - Float50("1e-49"));
    // p²/q may be beyond all doubles.
    for (const auto& named : all)
      if (!named.first.starts_with("chi_square")) CHECK(!std::isnan(named.second.value));
  }
}

TEST_CASE("equal laws have divergences of exactly 0, by rule") {
  for (const char* law : {"geometric(1/3)", "discrete(1/2,1/2)", "poisson(7)"}) {
    const ByName all = quantities_of(law, law);
    for (const char* name : {"jsd", "js_distance", "kl_data_mixture", "kl_data_generator", "tv"}) {
      CAPTURE(name);
      CHECK(all.at(name).value == 0);
      CHECK(all.at(name).lower == "0");
      CHECK(all.at(name).rigorous);
      CHECK(!all.at(name).digits.has_value());
    }
  }
}

TEST_CASE("disjoint supports have JSD log 2, TV 1, an infinite KL and value 0") {
  const ByName all = quantities_of("discrete(1,0)", "discrete(0,1)");
  CHECK(all.at("jsd").value == doctest::Approx(std::log(2.0)).epsilon(1e-15));
  CHECK(all.at("tv").value == 1);
  CHECK(all.at("kl_data_generator").value == std::numeric_limits<double>::infinity());
  CHECK(all.at("value_at_optimum").value == 0);
  CHECK(all.at("value_at_optimum").rigorous);
}

TEST_CASE("an infinite support beyond the other's makes the KL infinite by rule") {
  const ByName all = quantities_of("geometric(1/2)", "discrete(1/2,1/2)");
  CHECK(all.at("kl_data_generator").value == std::numeric_limits<double>::infinity());
  CHECK(all.at("kl_generator_data").rigorous == false);
}

TEST_CASE("bits are nats over log 2, and the distance is the root of the divergence in its unit") {
  const Law p = parse_law("discrete(1/2,1/2)"), q = parse_law("discrete(7/10,3/10)");
  const ByName nats = quantities_of(p, q), bits = quantities_of(p, q, Unit::bit);
  const double log2 = std::log(2.0);
  CHECK(bits.at("jsd").value == doctest::Approx(nats.at("jsd").value / log2).epsilon(1e-14));
  CHECK(bits.at("tv").value == nats.at("tv").value);
  CHECK(bits.at("js_distance").value ==
        doctest::Approx(std::sqrt(bits.at("jsd").value)).epsilon(1e-14));
  // SciPy documents jensenshannon([1, 0], [0.5, 0.5]) = 0.46450140402245893.
  CHECK(quantities_of("discrete(1,0)", "discrete(1/2,1/2)").at("js_distance").value ==
        doctest::Approx(0.46450140402245893).epsilon(1e-15));
}

TEST_CASE("masses are exact") {
  const ByName all = quantities_of(table({0.5, 0.25}), table({0.5, 0.5}));
  CHECK(all.at("mass_data").lower == "0.75");
  CHECK(all.at("mass_data").upper == "0.75");
  CHECK(all.at("mass_data").rigorous);
  CHECK(
      all.at("kl_data_generator").value ==
      doctest::Approx(0.25 * std::log(0.5)).epsilon(1e-14));  // not a probability: may be negative
}

TEST_CASE("the list of quantities is what evaluate gives, in its order") {
  const auto all = evaluate(parse_law("point(1)"), parse_law("point(2)"), Unit::nat, quantities());
  REQUIRE(all.size() == quantities().size());
  for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i].name == quantities()[i].name);
  const auto standard = evaluate(parse_law("point(1)"), parse_law("point(2)"), Unit::nat);
  REQUIRE(standard.size() == 10);
  for (std::size_t i = 0; i < 10; ++i) CHECK(standard[i].name == quantities()[i].name);
}

namespace {

/// By both witnesses.
void check_by_both(const std::string& data, const std::string& generator, const char* name,
                   double truth) {
  CAPTURE(data);
  CAPTURE(generator);
  CAPTURE(name);
  const auto check = [&](const std::vector<Quantity>& found) {
    REQUIRE(found.size() == 1);
    if (std::isinf(truth)) {
      CHECK(found[0].lower == "inf");
      return;
    }
    CHECK(found[0].value == doctest::Approx(truth).epsilon(1e-12));
    const Rational room = exact_rational(std::abs(truth)) * power_of_ten(-14);
    CHECK(*read_decimal(found[0].lower) <= exact_rational(truth) + room);
    CHECK(*read_decimal(found[0].upper) >= exact_rational(truth) - room);
    CHECK(found[0].digits.value_or(99) >= 12);
  };
  QuantityRows rows;
  for (const QuantityRow& row : quantities())
    if (row.name == name) rows.push_back(row);
  const Law p = parse_law(data), q = parse_law(generator);
  check(evaluate(p, q, Unit::nat, rows));
  const auto enclosed = evaluate_enclosed(p, q, Unit::nat, 20, rows);
  check(enclosed);
  CHECK(enclosed[0].rigorous);
}

}  // namespace

TEST_CASE("Hellinger, Bhattacharyya and Jeffreys have their closed forms") {
  const double infinite = std::numeric_limits<double>::infinity();
  struct Case {
    const char *data, *generator;
    double bhattacharyya, jeffreys;
  };
  // Normal: (m-n)²/(4(s²+t²)) + log((s²+t²)/(2st))/2. Poisson: (sqrt(a)-sqrt(b))²/2 and
  // (a-b) log(a/b). Exponential: log((a+b)/(2 sqrt(ab))) and (a-b)²/(ab).
  for (const Case& c : {Case{"normal(0,1)", "normal(1,2)", 0.05 + std::log(1.25) / 2, 1.75},
                        Case{"normal(0,1)", "normal(1e-9,1)", 1.25e-19, 1e-18},
                        Case{"poisson(4)", "poisson(9)", 0.5, 5 * std::log(2.25)},
                        Case{"exponential(1)", "exponential(4)", std::log(1.25), 2.25},
                        Case{"uniform(0,1)", "uniform(0,4)", std::log(2), infinite},
                        Case{"discrete(1/2,1/2)", "discrete(1/2,1/2)", 0, 0},
                        Case{"discrete(1,0)", "discrete(0,1)", infinite, infinite},
                        Case{"uniform(0,1)", "uniform(2,3)", infinite, infinite}}) {
    check_by_both(c.data, c.generator, "bhattacharyya", c.bhattacharyya);
    check_by_both(c.data, c.generator, "hellinger", std::sqrt(-std::expm1(-c.bhattacharyya)));
    check_by_both(c.data, c.generator, "jeffreys", c.jeffreys);
  }
}

TEST_CASE("chi-square has its closed forms, and is infinite where p²/q has no integral") {
  const double infinite = std::numeric_limits<double>::infinity();
  struct Case {
    const char *data, *generator;
    double pearson, neyman;
  };
  // One more than chi-square is, for N(m,s) against N(n,t): t²/(s r) e^((m-n)²/r²), r² = 2t² - s²;
  // for exponential laws: a²/(b (2a - b)); for Poisson: e^((a-b)²/b); for geometric laws of p, q:
  // p²/(q (1 - (1-p)²/(1-q))); for Pareto laws: a²/(b (2a - b)); for Cauchy laws 1 apart: 3/2.
  const auto root = [](double x) { return std::sqrt(x); };
  for (const Case& c :
       {Case{"normal(0,1)", "normal(1,1)", std::exp(1) - 1, std::exp(1) - 1},
        Case{"normal(0,1)", "normal(1/2,3/4)", 0.5625 / root(0.125) * std::exp(2) - 1,
             1 / (0.75 * root(1.4375)) * std::exp(0.25 / 1.4375) - 1},
        Case{"normal(0,1)", "normal(0,1/2)", infinite, 2 / root(1.75) - 1},
        Case{"normal(0,1)", "normal(1e-9,1)", std::expm1(1e-18), std::expm1(1e-18)},
        Case{"lognormal(0,1)", "lognormal(1,1)", std::exp(1) - 1, std::exp(1) - 1},
        Case{"half_normal(1)", "half_normal(2)", 4 / root(7) - 1, infinite},
        Case{"exponential(1)", "exponential(1.9)", 1 / 0.19 - 1, 3.61 / 2.8 - 1},
        Case{"exponential(1)", "exponential(3)", infinite, 0.8},
        Case{"pareto(1,3)", "pareto(1,2)", 0.125, 1.0 / 3},
        Case{"cauchy(0,1)", "cauchy(1,1)", 0.5, 0.5},
        Case{"beta(2,3)", "beta(3,2)", 2, 2},
        Case{"poisson(1)", "poisson(3)", std::exp(4.0 / 3) - 1, std::exp(4) - 1},
        Case{"shift(poisson(1),5)", "shift(poisson(3),5)", std::exp(4.0 / 3) - 1, std::exp(4) - 1},
        Case{"geometric(1/2)", "geometric(2/3)", 0.5, 1.0 / 7},
        Case{"geometric(1/5)", "geometric(1/2)", infinite, 9.0 / 11},
        Case{"shift(poisson(2),1)", "geometric(1/2)",
             // The sum of (e^-2 2^k/k!)² 2^(k+1) is 2 e^-4 I_0(2 sqrt(8)).
             2 * std::exp(-4) * std::cyl_bessel_i(0, 2 * root(8)) - 1, infinite},
        Case{"uniform(0,1)", "uniform(0,4)", 3, infinite},
        Case{"discrete(1/2,1/2)", "discrete(1/4,3/4)", 1.0 / 3, 0.25},
        Case{"discrete(1/2,1/2)", "discrete(1/2,1/2)", 0, 0},
        Case{"discrete(1,0)", "discrete(0,1)", infinite, infinite}}) {
    check_by_both(c.data, c.generator, "chi_square", c.pearson);
    check_by_both(c.data, c.generator, "chi_square_neyman", c.neyman);
  }
}

TEST_CASE("with 2 c_p = c_q chi-square is infinite for exponential and power tails") {
  const double infinite = std::numeric_limits<double>::infinity();
  for (const auto& [data, generator] :
       {std::pair("exponential(1)", "exponential(2)"), std::pair("uniform(0,1)", "beta(2,1)"),
        std::pair("pareto(1,1)", "pareto(1,2)"), std::pair("laplace(0,2)", "logistic(3,1)"),
        std::pair("pushforward(exponential(1),exp())", "pareto(1,2)")})
    check_by_both(data, generator, "chi_square", infinite);
}

TEST_CASE("where both die out so alike that the rule does not tell, chi-square has no value") {
  // Of gamma laws of shapes a, b the power x^(2a-b-1) of x decides, which "~" leaves out.
  for (const auto& laws :
       {std::pair("gamma(5/2,2)", "gamma(1/2,1)"), std::pair("gamma(3,2)", "gamma(5,1)")}) {
    CAPTURE(laws.first);
    QuantityRows rows;
    for (const QuantityRow& row : quantities())
      if (row.name == "chi_square") rows.push_back(row);
    const Law p = parse_law(laws.first), q = parse_law(laws.second);
    for (const Quantity& found :
         {evaluate(p, q, Unit::nat, rows)[0], evaluate_enclosed(p, q, Unit::nat, 20, rows)[0]}) {
      CHECK(found.upper == "inf");
      CHECK(std::isnan(found.value));
    }
  }
}

TEST_CASE("entropies have their closed forms") {
  const double pi = std::acos(-1), infinite = std::numeric_limits<double>::infinity();
  const double euler = 0.57721566490153286061;
  struct Case {
    const char* law;
    double entropy;
  };
  for (const Case& c :
       {Case{"normal(3,2)", std::log(2 * std::sqrt(2 * pi)) + 0.5},
        Case{"exponential(4)", 1 - std::log(4)}, Case{"uniform(0,1/4)", -std::log(4)},
        Case{"laplace(1,3)", 1 + std::log(6)}, Case{"cauchy(5,2)", std::log(8 * pi)},
        Case{"logistic(0,3)", 2 + std::log(3)}, Case{"gumbel(1,2)", std::log(2) + euler + 1},
        Case{"pareto(1,1/2)", std::log(2) + 3}, Case{"lognormal(1,1)", std::log(2 * pi) / 2 + 1.5},
        Case{"arcsine(0,1)", std::log(pi / 4)}, Case{"beta(2,1)", 0.5 - std::log(2)},
        Case{"mixture(1/2*uniform(0,1),1/2*uniform(1,3))", 1.5 * std::log(2)},
        Case{"pushforward(pareto(1,1/2),exp())", infinite}, Case{"geometric(1/2)", 2 * std::log(2)},
        Case{"geometric(1/4)", 4 * std::log(4) - 3 * std::log(3)},
        Case{"shift(scale(geometric(1/2),3),1)", 2 * std::log(2)},
        Case{"discrete(1/2,1/4,1/4)", 1.5 * std::log(2)}}) {
    check_by_both(c.law, "normal(0,1)", "entropy_data", c.entropy);
    check_by_both("poisson(1)", c.law, "entropy_generator", c.entropy);
    check_by_both(c.law, c.law, "entropy_data", c.entropy);
    check_by_both(c.law, c.law, "cross_entropy", c.entropy);
  }
}

TEST_CASE("the cross entropy is -integral of p log q") {
  const double infinite = std::numeric_limits<double>::infinity();
  const double log_root = std::log(2 * std::acos(-1)) / 2;
  check_by_both("normal(0,1)", "normal(1,1)", "cross_entropy", log_root + 1);
  check_by_both("exponential(2)", "exponential(3)", "cross_entropy", 1.5 - std::log(3));
  check_by_both("discrete(1/2,1/2)", "discrete(1/4,3/4)", "cross_entropy", -std::log(3.0 / 16) / 2);
  check_by_both("uniform(0,2)", "uniform(0,1)", "cross_entropy", infinite);
  check_by_both(
      "poisson(1)", "poisson(2)", "cross_entropy",
      // 2 - log 2 + E log k!, the last by its series.
      2 - std::log(2) + [] {
        double sum = 0, mass = std::exp(-1);
        for (int k = 1; k < 40; ++k) mass /= k, sum += mass * std::lgamma(k + 1.0);
        return sum;
      }());
}

TEST_CASE("an infinite divergence does not make the cross entropy infinite") {
  // -integral of p log q is 0 and log 2, where integral of p log p is infinite.
  QuantityRows rows;
  for (const QuantityRow& row : quantities())
    if (row.name == "cross_entropy") rows.push_back(row);
  for (const auto& laws : {std::pair("pushforward(cauchy(0,1),sigmoid())", "uniform(0,1)"),
                           std::pair("pushforward(cauchy(0,1),tanh())", "uniform(-1,1)"),
                           std::pair("pushforward(scale(pareto(1,1/2),-1),exp())", "uniform(0,2)"),
                           std::pair("mixture(99/100*uniform(0,1),"
                                     "1/100*pushforward(cauchy(0,1),sigmoid()))",
                                     "uniform(0,1)")}) {
    CAPTURE(laws.first);
    const Law p = parse_law(laws.first), q = parse_law(laws.second);
    for (const Quantity& found :
         {evaluate(p, q, Unit::nat, rows)[0], evaluate_enclosed(p, q, Unit::nat, 20, rows)[0]}) {
      CHECK_FALSE(found.rigorous);
      CHECK(std::isnan(found.value));
    }
  }
}

TEST_CASE("a law with atoms and a density has no entropy") {
  QuantityRows rows;
  for (const QuantityRow& row : quantities())
    if (row.name == "entropy_data") rows.push_back(row);
  const Law p = parse_law("mixture(1/2*point(0),1/2*normal(0,1))"), q = parse_law("normal(0,1)");
  for (const Quantity& found :
       {evaluate(p, q, Unit::nat, rows)[0], evaluate_enclosed(p, q, Unit::nat, 20, rows)[0]})
    CHECK(std::isnan(found.value));
}

TEST_CASE("laws far apart have a Bhattacharyya distance below all doubles of the affinity") {
  const Law p = parse_law("normal(0,1)"), q = parse_law("normal(100,1)");
  QuantityRows rows;
  for (const QuantityRow& row : quantities())
    if (row.name == "bhattacharyya") rows.push_back(row);
  const Quantity found = evaluate_enclosed(p, q, Unit::nat, 20, rows)[0];  // 100²/8
  CHECK(found.rigorous);
  CHECK(found.digits.value_or(0) >= 20);
  CHECK(*read_decimal(found.lower) <= 1250);
  CHECK(*read_decimal(found.upper) >= 1250);
}

TEST_CASE("a moved tail may lie anywhere, and roots of its mass count") {
  // square() is injective on 1, 2, ...: the numbers are those of geometric laws with the masses
  // 1/2·(1/2)^k and 2/3·(1/3)^k.
  const double affinity = std::sqrt(1.0 / 3) / (1 - std::sqrt(1.0 / 6));
  const Law p = parse_law("pushforward(geometric(1/2),square())");
  const Law q = parse_law("pushforward(geometric(2/3),square())");
  for (const auto& all : {evaluate(p, q, Unit::nat, quantities()),
                          evaluate_enclosed(p, q, Unit::nat, 10, quantities())})
    for (const Quantity& found : all)
      if (found.name == "bhattacharyya") {
        CHECK(*read_decimal(found.lower) <= exact_rational(-std::log(affinity) + 1e-15));
        CHECK(*read_decimal(found.upper) >= exact_rational(-std::log(affinity) - 1e-15));
      }
}

TEST_CASE("the terms that cannot cancel are the note's integrands") {
  // Against theory/formulas.hpp at 50 digits, over ratios from 1e-6 to 1e6 and neighbours.
  for (const double p : {1.0, 0.3, 1e-6, 7.0}) {
    for (const double q : {1.0, 0.30000001, 0.5, 1e-6, 2e-6}) {
      const Tracked a = Tracked::exact(p), b = Tracked::exact(q);
      const Terms t = terms_at(a, b, a - b);
      const Float50 x = p, y = q;
      const auto contains = [](const Tracked& value, const Float50& truth) {
        return abs(Float50(Float50(value.value()) - truth)) <=
               Float50(value.error()) + Float50("1e-48");
      };
      const Float50 m = formulas::mixture(x, y);
      const Float50 to_p = formulas::kl_density(x, m), to_q = formulas::kl_density(y, m);
      CHECK(contains(t[Divergence::jsd], (to_p + to_q) / 2));
      CHECK(contains(t[Divergence::kl_data_mixture], to_p - (x - y) / 2));
      CHECK(contains(t[Divergence::kl_generator_mixture], to_q + (x - y) / 2));
      CHECK(contains(t[Divergence::kl_data_generator], formulas::kl_density(x, y) - x + y));
      CHECK(contains(t[Divergence::kl_generator_data], formulas::kl_density(y, x) - y + x));
      CHECK(contains(t[Divergence::tv], formulas::tv_density(x, y)));
      CHECK(contains(t[Divergence::value], formulas::value_at_optimum(x, y)));
    }
  }
}

TEST_CASE("a tail that a map has moved decides nothing about absolute continuity") {
  // square() is injective on 1, 2, ...: the true values are those without the map, and finite.
  const ByName squares =
      quantities_of("pushforward(geometric(1/2),square())", "pushforward(geometric(1/3),square())");
  const ByName plain = quantities_of("geometric(1/2)", "geometric(1/3)");
  for (const char* name : {"kl_data_generator", "kl_generator_data"}) {
    CAPTURE(name);
    CHECK(std::isnan(squares.at(name).value));
    CHECK(!squares.at(name).rigorous);
    CHECK(squares.at(name).upper == "inf");
    CHECK(Float50(squares.at(name).lower) <= Float50(plain.at(name).value));
  }
  // 90000 = 300² is an atom of the generator, far out in its tail.
  const ByName far = quantities_of("mixture(1/2*point(4),1/2*point(90000))",
                                   "pushforward(geometric(1/2),square())");
  CHECK(!far.at("kl_data_generator").rigorous);
  CHECK(std::abs(squares.at("jsd").value - plain.at("jsd").value) <= 1e-14 * plain.at("jsd").value);
}

TEST_CASE("a truncation is said of every quantity that contains one") {
  const ByName all = quantities_of("geometric(1/2)", "geometric(1/3)");
  for (const char* name : {"jsd", "js_distance", "kl_data_mixture", "tv", "value_at_optimum"}) {
    CAPTURE(name);
    CHECK(joined(all.at(name).notes, Language::en).find("truncation") != std::string::npos);
  }
}
