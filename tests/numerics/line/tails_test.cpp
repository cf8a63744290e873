// Cuts are found beyond which a direct divergence is bounded, for every kind of tail and load.
#include <doctest/doctest.h>

#include <string>

#include "numerics/distribution/log_ratio.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/line/tail_bound.hpp"

using namespace gancheck;

namespace {

struct TailCase {
  std::string data, generator;
};

/// Every kind of tail against every kind of load that it bears.
const std::vector<TailCase> cases{{"normal(0,1)", "normal(1,2)"},
                                  {"normal(0,1)", "laplace(3,1/2)"},
                                  {"normal(3,1)", "gumbel(0,2)"},
                                  {"normal(0,1)", "cauchy(5,1)"},
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
                                  {"student_t(5)", "normal(0,1)"},
                                  {"pareto(1,3)", "exponential(1)"},
                                  {"pareto(1,2)", "pareto(1/2,3)"},
                                  {"beta(1/2,1/2)", "beta(3,2)"},
                                  {"beta(1/3,2)", "uniform(0,1)"},
                                  {"pushforward(normal(0,1),sigmoid())", "beta(2,3)"},
                                  {"pushforward(normal(0,1),exp())", "lognormal(1,2)"},
                                  {"lognormal(0,1)", "weibull(30,2e6)"},
                                  {"lognormal(0,20)", "half_normal(1e200)"},
                                  {"pushforward(gamma(2,1/4),exp())", "weibull(39/10,1)"},
                                  {"pushforward(laplace(0,9/10),exp())", "exponential(1)"},
                                  {"pushforward(gamma(5/2,2),log())", "gumbel(0,1)"},
                                  {"shift(pushforward(normal(0,1),exp()),5)", "half_normal(1)"},
                                  {"pushforward(laplace(0,1),tanh())", "beta(1/2,1/2)"},
                                  {"pushforward(pushforward(normal(0,1),exp()),exp())",
                                   "pushforward(pushforward(normal(1,2),exp()),exp())"},
                                  {"mixture(1/3*normal(0,1),2/3*cauchy(5,1))",
                                   "mixture(1/2*laplace(0,1),1/2*student_t(2,-3,1))"}};

}  // namespace

TEST_CASE("a cut is found beyond which a divergence that is finite is bounded") {
  constexpr int cut_bits = 128;
  const BallPrecision precision(256);
  for (const TailCase& pair : cases) {
    CAPTURE(pair.data);
    CAPTURE(pair.generator);
    const Law data = parse_law(pair.data), generator = parse_law(pair.generator);
    CHECK(log_ratio_is_integrable(data, generator) != false);
    const Panels panels = panels_of(data, generator, {}, {cut_bits, true});
    CHECK(panels.cuts.size() > 0);
    for (const Cut& cut : panels.cuts) {
      const Ball& most = cut.beyond.direct_data;
      REQUIRE(most.is_finite());
      CHECK((most.is_zero() || log(most).upper() < -cut_bits * 0.69));
    }
  }
}

TEST_CASE("no cut bounds a divergence that is infinite") {
  for (const TailCase& pair : {TailCase{"cauchy(0,1)", "normal(0,1)"},
                               {"student_t(2)", "normal(0,1)"},
                               {"laplace(0,1)", "gumbel(0,1)"},
                               {"pareto(1,2)", "half_normal(1)"}}) {
    CAPTURE(pair.data);
    const Law data = parse_law(pair.data), generator = parse_law(pair.generator);
    Panels panels = panels_of(data, generator, {}, {64, true});
    bool is_bounded = true;
    for (const Cut& cut : panels.cuts) {
      const BallPrecision precision(128);
      const Stretch& s = panels.stretches[cut.stretch];
      is_bounded &= most_direct_beyond(s, s.data, s.generator, cut).is_finite();
    }
    CHECK_FALSE(is_bounded);
  }
}
