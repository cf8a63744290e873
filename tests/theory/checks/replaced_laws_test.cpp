#include "theory/checks/replaced_laws.hpp"

#include <doctest/doctest.h>

#include "theory/checks/functionals.hpp"
#include "theory/pairs/suite.hpp"

using namespace gancheck;

namespace {

Columns<Ball> w7() {
  return columns<Ball>(only({"W7"}).pairs.at(0)->densities());
}
const auto first_of_both = []<class T>(const Columns<T>& c) -> T { return c.p[0] * 10 + c.q[0]; };

}  // namespace

TEST_CASE("laws are exchanged and replaced, and the columns given are left alone") {
  const Columns<Ball> c = w7();  // p[0] = 6/10, q[0] = 1/10
  CHECK(first_of_both(c).contains(Rational(61, 10)));
  CHECK(exchanged(first_of_both)(c).contains(Rational(16, 10)));
  CHECK(of_equals(first_of_both)(c).contains(Rational(66, 10)));
  const auto ones = [](const Columns<Ball>& x) { return std::vector<Ball>(x.size(), Ball(1)); };
  CHECK(with_generator(first_of_both, ones)(c).contains(Rational(7)));
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
