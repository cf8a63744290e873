// The argument by hand on which direct divergences rest beyond a cut (docs/trusted-base.md, "Tails
// of direct divergences"), sampled far out: with h = 1 + |log(p/q)| and S the mass of p beyond x,
// h·S^t does not grow.
#include <doctest/doctest.h>

#include <string>

#include "numerics/distribution/log_ratio.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/panels.hpp"

using namespace gancheck;

namespace {

struct TailCase {
  std::string data, generator;
  Rational power = Rational(1, 2);  ///< t; the middle of b/c and 1 where S ~ x^-c, |log q| ~ x^b
  int cut_bits = 128;               ///< fewer where the lighter law is soon below every exponent
};

/// Every kind of tail against every kind of load that it bears.
const std::vector<TailCase> cases{{"normal(0,1)", "normal(1,2)"},
                                  {"normal(0,1)", "laplace(3,1/2)"},
                                  {"normal(3,1)", "gumbel(0,2)"},
                                  {"normal(0,1)", "cauchy(5,1)", Rational(1, 2), 20},
                                  {"laplace(0,1)", "normal(0,1)"},
                                  {"logistic(0,1)", "normal(0,9/5)"},
                                  {"gumbel(0,1)", "gumbel(1,2)"},
                                  {"gamma(5/2,2)", "weibull(3/2,1)"},
                                  {"weibull(1/3,1)", "exponential(1)"},
                                  {"exponential(1)", "half_normal(1)"},
                                  {"lognormal(0,1)", "gamma(3,1)"},
                                  {"lognormal(0,1)", "pareto(1/1000,2)"},
                                  {"cauchy(0,1)", "cauchy(-7,2)"},
                                  {"student_t(3)", "student_t(5,4,1)"},
                                  {"student_t(5)", "normal(0,1)", Rational(7, 10)},
                                  {"pareto(1,3)", "exponential(1)", Rational(2, 3)},
                                  {"pareto(1,2)", "pareto(1/2,3)"},
                                  {"beta(1/2,1/2)", "beta(3,2)"},
                                  {"beta(1/3,2)", "uniform(0,1)"},
                                  {"pushforward(normal(0,1),sigmoid())", "beta(2,3)"},
                                  {"pushforward(normal(0,1),exp())", "lognormal(1,2)"}};

/// log of h·S^t at a coordinate beyond the cut.
Ball log_of_product(const Stretch& s, const Cut& cut, double at, const Rational& power) {
  const Ball mass = mass_beyond(s, s.data, {cut.stretch, at, cut.direction});
  const Ball load =
      Ball(1) + abs(log_density_at(s, s.data, at) - log_density_at(s, s.generator, at));
  return log(load) + exactly<Ball>(power) * log(mass);
}

}  // namespace

TEST_CASE("beyond a cut the logarithm of p/q grows more slowly than the mass dies out") {
  const BallPrecision precision(256);
  for (const TailCase& pair : cases) {
    CAPTURE(pair.data);
    CAPTURE(pair.generator);
    const Law data = parse_law(pair.data), generator = parse_law(pair.generator);
    REQUIRE(log_ratio_is_integrable(data, generator) == true);
    const Panels panels = panels_of(data, generator, {}, {pair.cut_bits, true});
    std::size_t sampled = 0;
    for (const Cut& cut : panels.cuts) {
      const Stretch& s = panels.stretches[cut.stretch];
      if (s.data.empty() || s.generator.empty()) continue;
      Ball before = log_of_product(s, cut, cut.at, pair.power);
      double step = 0.5;
      for (int k = 0; k < 24; ++k, step *= 1.5) {
        const Ball here = log_of_product(s, cut, cut.at + cut.direction * step, pair.power);
        if (!here.is_finite()) break;  // no exponent holds what is left
        CHECK_FALSE((here - before).is_positive());
        before = here;
        ++sampled;
      }
    }
    CHECK(sampled >= 10);
  }
}
