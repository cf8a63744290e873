#include "theory/checks/functional.hpp"

#include <doctest/doctest.h>

#include "theory/checks/functionals.hpp"
#include "theory/pairs/suite.hpp"

using namespace gancheck;

namespace {

Columns<Ball> w7() {
  return columns<Ball>(only({"W7"}).pairs.at(0)->densities());
}
const Functional first_of_both = []<class T>(const Columns<T>& c) -> T {
  return c.p[0] * 10 + c.q[0];
};

}  // namespace

TEST_CASE("laws are exchanged and replaced, and the columns given are left alone") {
  const Columns<Ball> c = w7();  // p[0] = 6/10, q[0] = 1/10
  CHECK(first_of_both(c).contains(Rational(61, 10)));
  CHECK(exchanged(first_of_both)(c).contains(Rational(16, 10)));
  CHECK(of_equals(first_of_both)(c).contains(Rational(66, 10)));
  const auto sum_of_both = []<class T>(const T& p, const T& q) -> T { return p + q; };
  CHECK(with_generator(first_of_both, sum_of_both)(c).contains(Rational(67, 10)));
  CHECK(first_of_both(c).contains(Rational(61, 10)));
}

TEST_CASE("divergences of a law from itself vanish") {
  CHECK(of_equals(functionals::kl)(w7()).contains_zero());
  CHECK(of_equals(functionals::jsd)(w7()).contains_zero());
  CHECK(!functionals::jsd(w7()).contains_zero());
}

TEST_CASE("the Jensen-Shannon divergence of the witnesses") {
  const auto of = [](const std::string& name) {
    return functionals::jsd(columns<Ball>(only({name}).pairs.at(0)->densities()));
  };
  CHECK((of("W2") - log(Ball(4) / 3) * 3 / 4).contains_zero());
  CHECK((of("W3") - log(Ball(2)) / 2).contains_zero());
  CHECK((of("W10") - log(Ball(2))).contains_zero());
  CHECK(of("W7").midpoint() == doctest::Approx(0.230645487904113329).epsilon(1e-15));
}

TEST_CASE("functionals add, multiply and compose as the numbers do, in both arithmetics") {
  const Functional p = [](const auto&c) { return c.p[0]; }, q = [](const auto&c) { return c.q[0]; };
  const Columns<Ball> c = w7();  // 6/10 and 1/10
  CHECK((2 * p + q / 3 - 1)(c).contains(Rational(7, 30)));
  CHECK((p * q)(c).contains(Rational(6, 100)));
  CHECK((-p)(c).contains(Rational(-6, 10)));
  CHECK(abs(q - p)(c).contains(Rational(1, 2)));
  CHECK(max(q, p)(c).contains(Rational(6, 10)));
  CHECK(log(p / p)(c).contains_zero());
  CHECK((sqrt(p) * sqrt(p))(c).contains(Rational(6, 10)));
  CHECK((log(exp(q)) - q)(c).contains_zero());
  CHECK(Functional(Rational(2, 7))(c).contains(Rational(2, 7)));
  const Tracked value = (2 * p + q / 3 - 1)(only({"W7"}).pairs.at(0)->tracked());
  CHECK(exact_rational(value.lower()) <= Rational(7, 30));
  CHECK(Rational(7, 30) <= exact_rational(value.upper()));
  CHECK(value.error() < 1e-15);
}

TEST_CASE("what only Tracked evaluates has no enclosure, and says so") {
  const Functional searched = [](const Columns<Tracked>& c) -> Tracked { return c.p[0]; };
  CHECK(searched(only({"W7"}).pairs.at(0)->tracked()).value() == 0.6);
  CHECK_THROWS_AS(searched(w7()), std::bad_function_call);
}

TEST_CASE("an integral is the weighted sum of its formula, null points left out") {
  const Functional total = integral_of([]<class T>(const T& a, const T& b) -> T { return a + b; });
  CHECK(total(w7()).contains(Rational(2)));
  const auto inverse = []<class T>(const T& a, const T& b) -> T { return 1 / (a + b); };
  CHECK(integral_of(inverse)(columns<Ball>(only({"W3"}).pairs.at(0)->densities())).is_finite());
}
