// Rules and regimes of the divergences between laws with densities.
#include "theory/divergence/sums/sums.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>

#include "numerics/distribution/densities/densities.hpp"
#include "numerics/distribution/piece.hpp"
#include "numerics/distribution/specification.hpp"

using namespace gancheck;

namespace {

Sums sums_of(const char* data, const char* generator) {
  return add_up(parse_law(data), parse_law(generator));
}

/// Half width relative to the value.
double relative_width(const Sum& s) {
  return (s.value.error() + s.truncation + s.discretisation) / std::abs(s.value.value());
}

bool contains(const Sum& s, double value, double rounding = 4e-16) {
  return std::abs(s.value.value() - value) <=
         s.value.error() + s.truncation + s.discretisation + rounding * std::abs(value);
}

bool is_infinite(const Sum& s) {
  return s.by_rule && std::isinf(s.value.value());
}

}  // namespace

TEST_CASE("nearly equal laws keep full relative accuracy") {
  // JSD(N(0,1), N(d,1)) = d²/8 - d⁴/64 + ...
  for (const char* shift : {"1e-6", "1e-9", "1e-30", "1e-100"}) {
    CAPTURE(shift);
    const double d = std::strtod(shift, nullptr);
    const std::string generator = std::string("normal(") + shift + ",1)";
    const Sums s = sums_of("normal(0,1)", generator.c_str());
    CHECK(contains(s[Divergence::jsd], d * d / 8 * (1 - d * d / 8)));
    CHECK(relative_width(s[Divergence::jsd]) <= 1e-14);
    CHECK(contains(s[Divergence::kl_data_generator], d * d / 2));
    // TV = 2 Phi(d/2) - 1 = d/sqrt(2 pi)·(1 - d²/24 + ...)
    CHECK(contains(s[Divergence::tv], d / std::sqrt(2 * std::acos(-1.0)), d * d));
  }
}

TEST_CASE("far-apart laws: a spike is found, and what is left of V(D*) keeps its digits") {
  const Sums spike = sums_of("normal(0,1)", "normal(50,0.01)");
  CHECK(contains(spike[Divergence::jsd], std::log(2.0)));
  CHECK(relative_width(spike[Divergence::jsd]) <= 1e-14);
  CHECK(contains(spike[Divergence::tv], 1));
  const Sums far = sums_of("normal(0,1)", "normal(40,1)");
  CHECK(contains(far[Divergence::value], -1.724883428451480331387635473859e-88));
  CHECK(relative_width(far[Divergence::value]) <= 1e-12);
  const Sums wide = sums_of("normal(0,1)", "normal(0,1e6)");
  CHECK(contains(wide[Divergence::kl_data_generator], std::log(1e6) - 0.5 + 0.5e-12));
}

TEST_CASE("equal laws under different names: every divergence is 0 by rule") {
  const char* pairs[][2] = {{"normal(0,1)", "shift(normal(1,1),-1)"},
                            {"exponential(2)", "gamma(1,1/2)"},
                            {"student_t(1)", "cauchy(0,1)"},
                            {"beta(1/2,1/2)", "arcsine(0,1)"},
                            {"scale(uniform(0,1),-2)", "uniform(-2,0)"},
                            {"pushforward(normal(0,1),affine(3,1))", "normal(1,3)"}};
  for (const auto& pair : pairs) {
    CAPTURE(pair[0]);
    const Sums s = sums_of(pair[0], pair[1]);
    for (const Sum* zero : {&s[Divergence::jsd], &s[Divergence::kl_data_mixture],
                            &s[Divergence::kl_generator_mixture], &s[Divergence::kl_data_generator],
                            &s[Divergence::kl_generator_data], &s[Divergence::tv]}) {
      CHECK(zero->by_rule);
      CHECK(zero->value.value() == 0);
      CHECK(zero->value.error() == 0);
    }
    CHECK(contains(s[Divergence::value], -std::log(4.0)));
  }
  // Not recognised as equal, and still within the bounds.
  const Sums s = sums_of("pushforward(normal(0,1),exp())", "lognormal(0,1)");
  CHECK(contains(s[Divergence::jsd], 0));
  CHECK(s[Divergence::jsd].value.error() + s[Divergence::jsd].truncation +
            s[Divergence::jsd].discretisation <
        1e-250);
}

TEST_CASE("disjoint supports: V(D*) = 0, TV = 1, infinite direct divergences, by rule") {
  const char* pairs[][2] = {{"uniform(0,1)", "uniform(1,2)"},
                            {"poisson(3)", "normal(3,1.7)"},
                            {"point(0)", "uniform(-1,1)"},
                            {"exponential(1)", "scale(exponential(1),-1)"}};
  for (const auto& pair : pairs) {
    CAPTURE(pair[0]);
    const Sums s = sums_of(pair[0], pair[1]);
    CHECK(s[Divergence::value].value.value() == 0);
    CHECK(s[Divergence::value].value.error() == 0);
    CHECK(s[Divergence::tv].value.value() == 1);
    CHECK(contains(s[Divergence::jsd], std::log(2.0)));
    CHECK(s[Divergence::jsd].by_rule);
    CHECK(is_infinite(s[Divergence::kl_data_generator]));
    CHECK(is_infinite(s[Divergence::kl_generator_data]));
  }
}

TEST_CASE("a tail below all exponents is no missing support") {
  // E log p = -(1 + Euler's constant), and E log(1 + X²) is finite: 0.263650267515 by quadrature.
  const Sums s = sums_of("gumbel(0,1)", "cauchy(0,1)");
  CHECK(contains(s[Divergence::kl_data_generator], 0.26365026751506, 1e-13));
  CHECK(is_infinite(s[Divergence::kl_generator_data]));
}

TEST_CASE("where log(p/q) grows nearly as fast as p dies out, the panels go on") {
  // KL(laplace(0,1) || gumbel(0,b)) = -1 - log 2 + log b + E e^(-x/b), E e^(-x/b) = 1/(1 - 1/b²).
  const double b = 1000.0 / 999;
  const Sums s = sums_of("laplace(0,1)", "gumbel(0,1000/999)");
  CHECK(contains(s[Divergence::kl_data_generator],
                 -1 - std::log(2.0) + std::log(b) + 1 / (1 - 1 / (b * b)), 1e-12));
}

TEST_CASE("a law that goes on through a singular end of the other leaves nothing beyond it") {
  const Sums s = sums_of("cauchy(-5.18,4.13)", "pushforward(normal(0.376,0.975),square())");
  CHECK(relative_width(s[Divergence::jsd]) <= 1e-13);
  CHECK(contains(s.mass.data, 1));
  CHECK(s.mass.data.truncation <= 1e-200);
}

TEST_CASE("a narrow component with heavy tails, far from the anchors of the others") {
  // By quadrature with break points at every scale, at 30 digits.
  const Sums s = sums_of("mixture(0.999999*normal(0,1),1e-6*cauchy(3,1e-8))", "normal(0,1)");
  CHECK(contains(s[Divergence::jsd], 3.36936830558007e-7, 1e-14));
}

TEST_CASE("infinite by a tail or by a support, finite the other way") {
  const Sums heavy = sums_of("cauchy(0,1)", "normal(0,1)");
  CHECK(is_infinite(heavy[Divergence::kl_data_generator]));
  CHECK(contains(heavy[Divergence::kl_generator_data], 0.2592445324888626));
  const Sums inside = sums_of("uniform(-1,1)", "normal(0,1)");
  CHECK(is_infinite(inside[Divergence::kl_generator_data]));
  CHECK(contains(inside[Divergence::kl_data_generator],
                 0.5 * std::log(std::acos(-1.0) / 2) + 1.0 / 6));
}

TEST_CASE("closed forms of direct divergences") {
  struct Case {
    const char *data, *generator;
    double value;
  };
  const double log2 = std::log(2.0), pi = std::acos(-1.0), euler = 0.57721566490153286;
  const Case cases[] = {
      {"exponential(3)", "exponential(1/2)", std::log(6.0) + 1.0 / 6 - 1},
      {"pareto(1,3)", "pareto(1,2)", std::log(1.5) + 2.0 / 3 - 1},
      {"cauchy(0,1)", "cauchy(0,3)", std::log(16.0 / 12)},
      {"cauchy(2,1)", "cauchy(0,1)", std::log(8.0 / 4)},
      {"laplace(0,1)", "laplace(0,2)", log2 + 0.5 - 1},
      {"gamma(2,1)", "gamma(3,1)", log2 - (1 - euler)},
      {"beta(2,1)", "beta(1,1)", log2 - 0.5},
      {"uniform(0,1)", "arcsine(0,1)", std::log(pi) - 1},
      {"triangular(0,1,1)", "triangular(0,0,1)", 1},
      {"gumbel(1,1)", "gumbel(0,1)", 1 + std::exp(-1.0) - 1},
      {"half_normal(1)", "half_normal(2)", log2 + 0.125 - 0.5},
      {"weibull(2,1)", "weibull(2,2)", 2 * log2 + 0.25 - 1},
      {"lognormal(0,1)", "lognormal(1,2)", log2 + 0.25 - 0.5},
      {"mixture(1/2*point(0),1/2*uniform(0,1))", "mixture(1/4*point(0),3/4*uniform(0,1))",
       0.5 * log2 + 0.5 * std::log(2.0 / 3)},
      {"truncate(exponential(1),0,1)", "uniform(0,1)",
       -std::log(1 - std::exp(-1.0)) - (1 - 2 / std::exp(1.0)) / (1 - std::exp(-1.0))},
  };
  for (const Case& c : cases) {
    CAPTURE(c.data);
    CAPTURE(c.generator);
    const Sums s = sums_of(c.data, c.generator);
    CHECK(contains(s[Divergence::kl_data_generator], c.value, 1e-15));
    CHECK(relative_width(s[Divergence::kl_data_generator]) <= 1e-13);
  }
}

namespace {

/// A law that does not say where it lives.
class WithoutHints : public Density {
 public:
  explicit WithoutHints(DensityPointer law) : law_(std::move(law)) {}
  std::string text() const override { return "hidden " + law_->text(); }
  End lower() const override { return law_->lower(); }
  End upper() const override { return law_->upper(); }
  std::vector<Real> kinks() const override { return {}; }
  std::vector<Real> ladder() const override { return {Real(-60), Real(60)}; }
  Real tail_centre() const override { return law_->tail_centre(); }
  std::shared_ptr<const LocalDensity> seen_from(
      const Real& anchor, const std::optional<Offset<Ball>>& inside) const override {
    return law_->seen_from(anchor, inside);
  }
  DensityPointer moved(const Rational&, const Rational&) const override { return nullptr; }

 private:
  DensityPointer law_;
};

}  // namespace

TEST_CASE("mass that the quadrature misses is noticed, said, and charged") {
  const auto spike =
      std::make_shared<WithoutHints>(normal_density(Rational(1001, 37), Rational(1, 1000000)));
  Law hidden = law_of(spike, {});
  hidden.specification = "hidden";
  const Sums s = add_up(parse_law("normal(0,1)"), hidden);
  CHECK(s.missing_mass == doctest::Approx(1));
  CHECK(contains(s[Divergence::jsd], std::log(2.0)));
  CHECK(contains(s.mass.generator, 1));
  CHECK(s[Divergence::jsd].discretisation > 0.1);
}
