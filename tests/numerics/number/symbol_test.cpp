#include "numerics/number/symbol.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace gancheck;

namespace {

std::string form(const Symbol& x) {
  return normal_form(x).text();
}
bool vanishes(const Symbol& x) {
  return normal_form(x).is_zero();
}

bool names(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a build without the symbolic witness says so") {
  if (Symbol::available()) return;
  CHECK_THROWS_WITH_AS(
      Symbol(1), "the symbolic witness is not in this build: configure with GANCHECK_WITH_GINAC=ON",
      std::logic_error);
  CHECK_THROWS_AS(Symbol::positive("a"), std::logic_error);
  CHECK_THROWS_AS(exactly<Symbol>(Rational(1, 3)), std::logic_error);
}

TEST_CASE("the value at D* is the sum of two divergences less log 4") {
  if (!Symbol::available()) return;
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b");
  const Symbol value = a * log(a / (a + b)) + b * log(b / (a + b));
  const Symbol mixture = (a + b) / 2;
  const Symbol divergences = times_log(a, a / mixture) + times_log(b, b / mixture);
  CHECK(vanishes(value - (divergences - (a + b) * log(Symbol(2)))));
  CHECK(vanishes(value * 2 - (divergences * 2 - (a + b) * log(Symbol(4)))));
  SUBCASE("a sign error is rejected by name") {
    // The slip is -(a+b) log 2 against +(a+b) log 2.
    const NormalForm slip = normal_form(value - (divergences + (a + b) * log(Symbol(2))));
    CHECK(slip.decided());
    CHECK_FALSE(slip.is_zero());
    CHECK(slip.text() == "(-2*a-2*b)*log 2");
    REQUIRE(slip.terms.size() == 1);
    CHECK(slip.terms[0].of == "log 2");
    CHECK(slip.terms[0].coefficient == "-2*a-2*b");
  }
  SUBCASE("so is a wrong argument of one logarithm") {
    CHECK(form(value - a * log(a / (a + b)) - b * log(a / (a + b))) == "-b*log a + b*log b");
  }
  SUBCASE("and a mixture that is not halved") {
    const Symbol sum = times_log(a, a / (a + b)) + times_log(b, b / (a + b));
    CHECK(form(divergences - sum) == "(a+b)*log 2");
  }
}

TEST_CASE("the value is minus the entropy of D*, and the regret a divergence of D* and D") {
  if (!Symbol::available()) return;
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q");
  const Symbol u = Symbol::positive("u"), v = Symbol::positive("v");
  const Symbol s = p / (p + q), t = q / (p + q), d = u / (u + v), e = v / (u + v);
  CHECK(
      vanishes(times_log(p, s) + times_log(q, t) - (p + q) * (times_log(s, s) + times_log(t, t))));
  const Symbol regret = times_log(p, s) + times_log(q, t) - times_log(p, d) - times_log(q, e);
  const Symbol kl = times_log(s, s / d) + times_log(t, t / e);
  CHECK(vanishes(regret - (p + q) * kl));
  CHECK_FALSE(vanishes(regret - kl));
}

TEST_CASE("logarithms of numbers fall into those of primes") {
  if (!Symbol::available()) return;
  const auto log_of = [](int n) { return log(Symbol(n)); };
  CHECK(vanishes(log_of(4) - log_of(2) * 2));
  CHECK(vanishes(log_of(12) - log_of(2) * 2 - log_of(3)));
  CHECK(
      vanishes(log(exactly<Symbol>(Rational(25, 24))) - log_of(5) * 2 + log_of(2) * 3 + log_of(3)));
  CHECK(vanishes(log_of(1)));
  CHECK_FALSE(vanishes(log_of(3) - log_of(2)));
  CHECK(form(log_of(6)) == "log 2 + log 3");
  CHECK(form(log_of(1048583)) == "log 1048583");  // a prime beyond 2^20
  const Symbol large = exactly<Symbol>(Rational(pow(Integer(6), 100)));
  CHECK(vanishes(log(large) - (log_of(2) + log_of(3)) * 100));
  // The product of the primes 1048583 and 1048589: trial division ends before it finds them.
  const Symbol hard = exactly<Symbol>(Rational(Integer(1048583) * Integer(1048589)));
  CHECK_FALSE(normal_form(log(hard)).decided());
  CHECK(names(normal_form(log(hard)).obstacle, "1099532599387"));
}

TEST_CASE("logarithms of products, powers and quotients fall into those of irreducible factors") {
  if (!Symbol::available()) return;
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b");
  CHECK(vanishes(log(a * a * b / (a + b)) - log(a) * 2 - log(b) + log(a + b)));
  CHECK(form(log(a * a + a * b * 2 + b * b)) == "2*log(a+b)");
  CHECK(form(log(a * 6 + b * 6)) == "log 2 + log 3 + log(a+b)");
  CHECK(form(log(a / 2 + b / 3)) == "-log 2 - log 3 + log(3*a+2*b)");
  CHECK(form(log(a * a + b * b)) == "log(a^2+b^2)");
  CHECK(vanishes(log(a * a * a + a * a * b + a * b * b + b * b * b) - log(a * a + b * b) -
                 log(a + b)));
  // (b-a)/(b-a) and (a^2-b^2)/(a-b): what cancels needs no sign.
  CHECK(vanishes(log((a * a - b * b) / (a - b)) - log(a + b)));
  CHECK(vanishes(log((-a - b) * (-a)) - log(a) - log(a + b)));
}

TEST_CASE("rational identities are decided without logarithms") {
  if (!Symbol::available()) return;
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b"), y = Symbol::positive("y");
  const Symbol slope = a / y - b / (Symbol(1) - y);
  CHECK(vanishes(slope - (a - (a + b) * y) / (y * (Symbol(1) - y))));
  CHECK(vanishes((a + b) * (a - b) - a * a + b * b));
  CHECK(form(a / y - b / (Symbol(1) - y)) == "(a*y+b*y-a)/(y^2-y)");
  CHECK(form(-a / (b * 2)) == "-a/(2*b)");
  CHECK(form(a / 2) == "a/2");
  CHECK(form(Symbol(0)) == "0");
  CHECK(form(exactly<Symbol>(Rational(-2, 3))) == "-2/3");
}

TEST_CASE("the derivative of the integrand is the slope, and vanishes at a/(a+b)") {
  if (!Symbol::available()) return;
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b"), y = Symbol::positive("y");
  const Symbol h = a * log(y) + b * log(Symbol(1) - y);
  const Symbol slope = derivative(h, y);
  CHECK(vanishes(slope - (a / y - b / (Symbol(1) - y))));
  CHECK_FALSE(vanishes(slope - (a / y + b / (Symbol(1) - y))));
  CHECK(vanishes(substitute(slope, y, a / (a + b))));
  CHECK_FALSE(vanishes(substitute(slope, y, b / (a + b))));
  const Symbol curvature = substitute(derivative(slope, y), y, a / (a + b));
  CHECK(vanishes(curvature + (a + b) * (a + b) * (a + b) / (a * b)));
  // The value itself, at a chance written in positive parts.
  CHECK(vanishes(substitute(h, y, a / (a + b)) - a * log(a / (a + b)) - b * log(b / (a + b))));
  CHECK_THROWS_AS(derivative(h, a + b), std::invalid_argument);
  CHECK_THROWS_AS(substitute(h, Symbol(2), a), std::invalid_argument);
}

TEST_CASE("a logarithm of something of uncertain sign is an obstacle that is named") {
  if (!Symbol::available()) return;
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b"), y = Symbol::positive("y");
  const NormalForm uncertain = normal_form(a * log(Symbol(1) - y));
  CHECK_FALSE(uncertain.decided());
  CHECK_FALSE(uncertain.is_zero());
  CHECK(names(uncertain.obstacle, "y-1"));
  CHECK(names(uncertain.text(), "y-1"));
  CHECK(names(normal_form(log(a - b)).obstacle, "a-b"));
  CHECK_FALSE(normal_form(log((a - b) * (a - b))).decided());
  CHECK_FALSE(normal_form(log(-a)).decided());
  CHECK_FALSE(normal_form(log((a + b) * (-b))).decided());
  CHECK_FALSE(normal_form(log((a + b) * (a + b) - a * a - a * b * 2 - b * b)).decided());
}

TEST_CASE("what is not linear in logarithms is not decided, unless it cancels") {
  if (!Symbol::available()) return;
  const Symbol a = Symbol::positive("a"), b = Symbol::positive("b");
  CHECK(names(normal_form(log(a) * log(b)).obstacle, "product of logarithms"));
  CHECK(names(normal_form(log(a) * log(a)).obstacle, "product of logarithms"));
  CHECK(names(normal_form(a / log(b)).obstacle, "log b in a denominator"));
  CHECK(names(normal_form(log(log(a))).obstacle, "logarithm inside the logarithm"));
  CHECK(names(normal_form(log(a + log(b))).obstacle, "logarithm inside the logarithm"));
  CHECK(vanishes(log(a * a) * log(b) - log(a) * log(b * b)));
  CHECK(vanishes(log(a * a) / log(a) - Symbol(2)));
  CHECK_FALSE(normal_form(a / ((a + b) * (a + b) - a * a - a * b * 2 - b * b)).decided());
}

TEST_CASE("the root of a square is rational, and the log of a root is half a log") {
  if (!Symbol::available()) return;
  const Symbol u = Symbol::positive("u"), v = Symbol::positive("v");
  CHECK(vanishes(sqrt(u * u) - u));
  CHECK(vanishes(sqrt(u * u + u * v * 2 + v * v) - u - v));
  CHECK(vanishes(sqrt(u * u * 4 / (v * v * 9)) - u * 2 / (v * 3)));
  CHECK(vanishes(sqrt(u) * sqrt(u) - u));
  CHECK(vanishes(log(sqrt(u)) * 2 - log(u)));
  CHECK(vanishes(log(sqrt(u * v) / (u + v)) * 2 - log(u) - log(v) + log(u + v) * 2));
  CHECK(vanishes(log(sqrt(Symbol(2))) * 2 - log(Symbol(2))));
  CHECK(vanishes(substitute(sqrt(u), u, v * v + v * 2 + Symbol(1)) - v - Symbol(1)));
  CHECK(names(normal_form(sqrt(u)).obstacle, "square root of u"));
  CHECK(names(normal_form(sqrt(Symbol(2)) * u).obstacle, "square root of 2"));
  CHECK_FALSE(normal_form(sqrt((u - v) * (u - v)) - u + v).decided());
  CHECK_FALSE(normal_form(log(Symbol(1) + sqrt(u))).decided());
  CHECK_FALSE(normal_form(sqrt(Symbol(-1))).decided());
}

TEST_CASE("0 log 0 is 0, and nothing is divided by 0") {
  if (!Symbol::available()) return;
  const Symbol a = Symbol::positive("a");
  CHECK(vanishes(times_log(Symbol(0), Symbol(0))));
  CHECK(vanishes(times_log(a - a, Symbol(0))));
  CHECK_THROWS_AS(log(Symbol(0)), std::domain_error);
  CHECK_THROWS_AS(log(Symbol(-1)), std::domain_error);
  CHECK_THROWS_AS(a / Symbol(0), std::domain_error);
}

TEST_CASE("one name is one variable, and two names are two") {
  if (!Symbol::available()) return;
  CHECK(vanishes(Symbol::positive("a") - Symbol::positive("a")));
  CHECK(form(Symbol::positive("a") - Symbol::positive("b")) == "a-b");
  Symbol x = Symbol::positive("a");
  const Symbol y = x;
  x = x + Symbol(1);
  CHECK(vanishes(x - y - Symbol(1)));
  CHECK(Symbol::positive("a").text() == "a");
}
