#include "numerics/distribution/atoms.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "numerics/distribution/law.hpp"

using namespace gancheck;

namespace {

Atom atom(int at, double mass) {
  return {at, Real::dyadic(mass)};
}

Rational total(const Atoms& atoms) {
  Rational sum = 0;
  for (const Atom& a : atoms) sum += a.mass.rational();
  return sum;
}

}  // namespace

TEST_CASE("a list of atoms holds what was put into it, in columns or written out") {
  Atoms atoms;
  for (const Atom& a : {atom(1, 0.25), atom(7, 0.0), atom(9, 0.5), Atom{12, 3}}) atoms.push_back(a);
  const auto check = [&] {
    REQUIRE(atoms.size() == 4);
    CHECK(atoms[0].at.rational() == 1);
    CHECK(atoms[2].mass.rational() == Rational(1, 2));
    CHECK(atoms.back().at.text() == "12");
    CHECK(atoms.back().mass.text() == "3");
    CHECK(total(atoms) == Rational(15, 4));
  };
  check();
  SUBCASE("written out") {
    CHECK(atoms.listed().size() == 4);
    check();
  }
  SUBCASE("written out by an atom that no column takes") {
    for (const Atom& other : {Atom{-1, 1}, Atom{Rational(1, 2), 1}, Atom{3, Rational(1, 3)},
                              Atom{Decimal{1, 10}, 1}, Atom{3, Decimal{1, -1}}}) {
      atoms.push_back(other);
      CHECK(atoms[4].at.text() == other.at.text());
      CHECK(atoms[4].mass.text() == other.mass.text());
      atoms.pop_back();
      check();
    }
  }
  SUBCASE("without some") {
    for (const bool in_columns : {true, false}) {
      if (!in_columns) atoms.listed();
      Atoms rest = atoms;
      rest.erase_if([](const Atom& a) { return a.mass.is_zero(); });
      REQUIRE(rest.size() == 3);
      CHECK(rest[1].at.rational() == 9);
      CHECK(total(rest) == Rational(15, 4));
    }
  }
}

TEST_CASE("masses over a divisor are the exact quotients") {
  for (const bool in_columns : {true, false}) {
    Atoms atoms;
    for (const Atom& a : {atom(1, 0.1), atom(2, 0.2), atom(3, 0.0)}) atoms.push_back(a);
    if (!in_columns) atoms.listed();
    const Rational first = atoms[0].mass.rational();
    atoms.divide_masses(Rational(3));
    atoms.divide_masses(Rational(7, 5));
    CHECK(atoms[0].mass.rational() == first * Rational(5, 21));
    CHECK(atoms[2].mass.is_zero());
    atoms.push_back(atom(4, 0.5));  // which is not divided
    CHECK(atoms[3].mass.rational() == Rational(1, 2));
    CHECK(atoms[0].mass.rational() == first * Rational(5, 21));
  }
}

TEST_CASE("atoms are searched as any sorted list") {
  Atoms atoms;
  for (int k = 1; k <= 100; ++k) atoms.push_back(atom(2 * k, 0.01));
  const auto found =
      std::lower_bound(atoms.begin(), atoms.end(), Real(51),
                       [](const Atom& a, const Real& x) { return compare(a.at, x) < 0; });
  REQUIRE(found != atoms.end());
  CHECK(found->at.rational() == 52);
  CHECK(found - atoms.begin() == 25);
}
