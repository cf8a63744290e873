#include "numerics/number/polynomial.hpp"

#include <doctest/doctest.h>

using namespace gancheck;

namespace {

const Monomial one{}, a{{{"a", 1}}}, b{{{"b", 1}}}, a_squared{{{"a", 2}}}, ab{{{"a", 1}, {"b", 1}}};

}  // namespace

TEST_CASE("a polynomial is written by falling degree, then by name") {
  CHECK(to_text(Polynomial{}) == "0");
  CHECK(to_text(Polynomial{{one, -3}}) == "-3");
  CHECK(to_text(Polynomial{{b, -2}, {a, -2}}) == "-2*a-2*b");
  CHECK(to_text(Polynomial{{one, 1}, {b, -1}, {ab, 1}, {a_squared, 3}}) == "3*a^2+a*b-b+1");
  CHECK(to_text(Polynomial{{a, Rational(1, 2)}}) == "1/2*a");
}

TEST_CASE(
    "a quotient of polynomials has brackets where they are needed, and a positive head below") {
  const Polynomial unit{{one, 1}};
  CHECK(to_text(Polynomial{{a, 1}, {b, 1}}, unit) == "a+b");
  CHECK(to_text(Polynomial{{a, -1}}, Polynomial{{one, 2}}) == "-a/2");
  CHECK(to_text(Polynomial{{a, 1}, {b, 1}}, Polynomial{{ab, 1}}) == "(a+b)/(a*b)");
  CHECK(to_text(Polynomial{{a, 1}}, Polynomial{{a, -1}, {b, 1}}) == "-a/(a-b)");
  CHECK(to_text(Polynomial{{a, 1}}, Polynomial{{b, 1}}) == "a/b");
  CHECK(to_text(unit, Polynomial{{a_squared, 1}}) == "1/a^2");
}

TEST_CASE("the coefficients have a sign only where they all have it") {
  CHECK(sign_of_coefficients(Polynomial{{a, 1}, {b, 2}}) == 1);
  CHECK(sign_of_coefficients(Polynomial{{a, -1}, {b, -2}}) == -1);
  CHECK(sign_of_coefficients(Polynomial{{a, -1}, {b, 2}}) == 0);
  CHECK(sign_of_coefficients(Polynomial{}) == 0);
}
