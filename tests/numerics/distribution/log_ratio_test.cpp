// Which direct divergences are finite, against what the integrals are known to be.
#include "numerics/distribution/log_ratio.hpp"

#include <doctest/doctest.h>

#include "numerics/distribution/specification.hpp"

using namespace gancheck;

namespace {

std::optional<bool> finite(const char* p, const char* q) {
  return log_ratio_is_integrable(parse_law(p), parse_law(q));
}

}  // namespace

TEST_CASE("tails: the moment that -log q asks for exists or not") {
  // -log of a normal density grows like x².
  CHECK(finite("normal(0,1)", "normal(5,1e-3)") == true);
  CHECK(finite("cauchy(0,1)", "normal(0,1)") == false);
  CHECK(finite("student_t(2)", "normal(0,1)") == false);
  CHECK(finite("student_t(2.001)", "normal(0,1)") == true);
  CHECK(finite("lognormal(0,1)", "half_normal(1)") == true);
  // Of an exponential or Laplace density like |x|.
  CHECK(finite("pareto(1,1)", "exponential(1)") == false);
  CHECK(finite("pareto(1,1.01)", "exponential(1)") == true);
  CHECK(finite("cauchy(0,1)", "laplace(0,1)") == false);
  // Of a power tail like log|x|, which every power tail bears.
  CHECK(finite("student_t(0.01)", "cauchy(0,1)") == true);
  CHECK(finite("normal(0,1)", "cauchy(0,1)") == true);
  // Of a lognormal density like log²x.
  CHECK(finite("pareto(1,1/10)", "lognormal(0,1)") == true);
  // To the left -log of a Gumbel density of scale s grows like e^(|x|/s).
  CHECK(finite("normal(0,1)", "gumbel(0,1)") == true);
  CHECK(finite("laplace(0,1/2)", "gumbel(0,1)") == true);
  CHECK(finite("laplace(0,1)", "gumbel(0,1)") == false);
  CHECK(finite("laplace(0,2)", "gumbel(0,1)") == false);
  CHECK(finite("logistic(0,1)", "gumbel(0,2)") == true);
}

TEST_CASE(
    "ends: the logarithm of a power of the distance is borne, one of its inverse may not be") {
  CHECK(finite("uniform(0,1)", "beta(30,40)") == true);
  CHECK(finite("beta(0.001,1)", "beta(50,1)") == true);
  CHECK(finite("uniform(0,1)", "pushforward(normal(0,1),sigmoid())") == true);
  // exp of a Gumbel law of scale s dies out at 0 like exp(-x^(-1/s)).
  CHECK(finite("exponential(1)", "pushforward(gumbel(0,2),exp())") == true);
  CHECK(finite("exponential(1)", "pushforward(gumbel(0,1),exp())") == false);
  CHECK(finite("gamma(2,1)", "pushforward(gumbel(0,1),exp())") == true);
  CHECK(finite("exponential(1)", "pushforward(gumbel(0,1/2),exp())") == false);
}

TEST_CASE(
    "at the edge between finite and infinite the rule speaks only where lower orders cannot") {
  // E exp(X/2) is infinite for X = Z², and for X = (Z - 1)² with Z >= 0 it is sqrt(2/pi)·e^(1/2).
  CHECK(finite("pushforward(half_normal(1),square())", "scale(gumbel(0,2),-1)") == false);
  CHECK(finite("pushforward(normal(0,1),square())", "scale(gumbel(0,2),-1)") == false);
  for (const char* moved :
       {"pushforward(shift(half_normal(1),-1),square())",
        "pushforward(pushforward(scale(pushforward(half_normal(1),exp()),1/2),log()),square())"})
    CHECK_MESSAGE(finite(moved, "scale(gumbel(0,2),-1)") != false, moved);
  // E X = e/2 for X = exp((W - 1)²), W of the density 2w exp(-w²).
  CHECK(finite("pushforward(pushforward(shift(weibull(2,1),-1),square()),exp())", "laplace(0,1)") !=
        false);
  CHECK(finite("pushforward(scale(pushforward(shift(weibull(2,1),-1),square()),-1),exp())",
               "pushforward(pushforward(exponential(1),neg_log()),exp())") != false);
  // Powers up to 1 change by a bounded factor only: e^(-(x+1)) is e^-x/e.
  CHECK(finite("shift(exponential(1),-1)", "scale(gumbel(0,1),-1)") == false);
  CHECK(finite("shift(pushforward(half_normal(1),square()),-1)", "scale(gumbel(0,2),-1)") == false);
  CHECK(finite("laplace(5,1)", "gumbel(0,1)") == false);
}

TEST_CASE("images under one map have the answer of the laws themselves") {
  CHECK(finite("pushforward(cauchy(0,1),exp())", "pushforward(normal(0,1),exp())") == false);
  CHECK(finite("pushforward(normal(0,1),exp())", "pushforward(cauchy(0,1),exp())") == true);
  CHECK(finite("pushforward(student_t(3),sigmoid())", "pushforward(normal(0,1),sigmoid())") ==
        true);
  CHECK(finite("pushforward(student_t(1.5),tanh())", "pushforward(normal(0,1),tanh())") == false);
  CHECK(finite("pushforward(cauchy(0,1),square())", "pushforward(normal(0,1),square())") == false);
}

TEST_CASE("the heaviest part of a mixture decides") {
  CHECK(finite("mixture(1/2*cauchy(0,1),1/2*normal(0,1))", "normal(0,1)") == false);
  CHECK(finite("normal(0,1)", "mixture(1/2*gumbel(0,1),1/2*normal(0,1))") == true);
  CHECK(finite("cauchy(0,1)", "mixture(1e-9*cauchy(0,1),0.999999999*normal(0,1))") == true);
  CHECK(finite("truncate(cauchy(0,1),-9,9)", "normal(0,1)") == true);
}

TEST_CASE("slower than a power: the logarithm of the density grows like that of the distance") {
  // Images under exp of pairs whose answer is plain.
  CHECK(finite("pareto(1,3/4)", "weibull(1/2,1)") == true);
  CHECK(finite("pushforward(pareto(1,3/4),exp())", "pushforward(weibull(1/2,1),exp())") != false);
}

TEST_CASE("a load of unknown form decides nothing") {
  // -log Z grows like e^(x²): the exponent is no power.
  const char* load = "pushforward(pushforward(shift(exponential(1),1),log()),sqrt())";
  CHECK(finite("half_normal(1)", load) != true);
}

TEST_CASE("the law that dies out faster at an end, as far as the growths tell") {
  const auto order = [](const char* p, const char* q, bool below) {
    return compare_at_infinity(parse_law(p), parse_law(q), below);
  };
  CHECK(order("normal(0,1)", "normal(0,2)", true) == 1);
  CHECK(order("cauchy(0,1)", "normal(0,2)", false) == -1);
  CHECK(order("normal(0,1)", "normal(1,1)", false) == 0);
  CHECK(order("exponential(1)", "normal(0,1)", true) == std::nullopt);
}

TEST_CASE("two laws that bear neither logarithm are not decided") {
  CHECK(finite("pushforward(cauchy(0,1),exp())", "pushforward(cauchy(0,2),exp())") == std::nullopt);
}
