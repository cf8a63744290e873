#include "theory/checks/comparisons.hpp"

#include <doctest/doctest.h>

#include "theory/checks/functionals.hpp"
#include "theory/evidence/judge.hpp"
#include "theory/pairs/null_set.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/pairs/suite.hpp"

using namespace gancheck;
using functionals::minus_log4;
using functionals::value_at_optimum;

namespace {

constexpr auto dstar = []<class T>(const T& p, const T& q) -> T { return p / (p + q); };
constexpr auto rest = []<class T>(const T& p, const T& q) -> T { return 1 - q / (p + q); };
constexpr auto half = []<class T>(const T&, const T&) -> T { return T(1) / 2; };
constexpr auto zero = []<class T>(const T&, const T&) -> T { return T(0); };

/// (k/3)·3 = k + shift for k = 1, 2, 3.
Comparisons thirds(const Rational& shift) {
  return [shift]<class T>(const Setting&, Take<T>& take) {
    take.over({"3 cases", "3 种情形"});
    for (int k = 1; k <= 3; ++k) {
      take.equal(T(exactly<T>(Rational(k, 3)) * 3), T(T(k) + exactly<T>(shift)),
                 [k] { return "k = " + std::to_string(k); });
    }
  };
}
const Setting no_pairs = own_suite({});

/// 1 <= 2, 1 < 2.
constexpr auto ordered = []<class T>(const Setting&, Take<T>& take) {
  take.at_most(T(1), T(2), [] { return std::string("1 <= 2"); });
  take.compare(Order::less, T(1), T(2), [] { return std::string("1 < 2"); });
};
constexpr auto not_less = []<class T>(const Setting&, Take<T>& take) {
  take.compare(Order::less, T(2), T(2), [] { return std::string("2 < 2"); });
};

const PairRule different = {are_different, {"P = Q", "P = Q"}};

}  // namespace

TEST_CASE("a strict inequality is neither supported nor certified where equality holds") {
  const Relation strict = less(minus_log4, value_at_optimum);
  CHECK(judge(on_grid(only({"W1", "W7"}), strict)) == Verdict::supported);
  CHECK(judge(in_balls(only({"W1", "W7"}), strict)) == Verdict::certified);
  CHECK(judge(on_grid(only({"W0", "W1"}), strict)) == Verdict::undecided);
  CHECK(judge(in_balls(only({"W0", "W1"}), strict)) == Verdict::undecided);
  CHECK(judge(in_balls(only({"W0", "W1"}), at_most(minus_log4, value_at_optimum))) ==
        Verdict::certified);
}

TEST_CASE(
    "and likewise at points, under the integral, for discriminators and in cases of its own") {
  const Setting equal_laws = only({"W0"});
  CHECK(judge(on_grid(equal_laws, at_every_point(less(half, dstar)))) == Verdict::undecided);
  CHECK(judge(on_grid(equal_laws, at_every_point(at_most(half, dstar)))) == Verdict::supported);
  CHECK(judge(in_balls(equal_laws, at_every_point(less(half, dstar)))) == Verdict::undecided);
  CHECK(judge(on_grid(equal_laws, less(integral_of(half), integral_of(dstar)))) ==
        Verdict::undecided);
  using functionals::loss_density;
  CHECK(judge(on_grid(equal_laws, for_discriminators(less(loss_density, loss_density)))) ==
        Verdict::undecided);
  CHECK(judge(on_grid(equal_laws, for_discriminators(at_most(loss_density, loss_density)))) ==
        Verdict::supported);
  CHECK(judge(in_balls(equal_laws, for_discriminators(less(loss_density, loss_density)))) ==
        Verdict::undecided);
  CHECK(judge(on_grid(no_pairs, not_less)) == Verdict::undecided);
  CHECK(judge(in_balls(no_pairs, not_less)) == Verdict::undecided);
}

TEST_CASE("a strict inequality is rejected where the contrary holds") {
  const Relation contrary = less(value_at_optimum, minus_log4);
  CHECK(judge(on_grid(only({"W1"}), contrary)) == Verdict::failed);
  CHECK(judge(in_balls(only({"W1"}), contrary)) == Verdict::refuted);
}

TEST_CASE("enclosures separate laws that agree to nine digits, doubles do not") {
  const Relation strict = less(minus_log4, value_at_optimum);
  CHECK(judge(on_grid(only({"very-near"}), strict)) == Verdict::undecided);
  CHECK(judge(in_balls(only({"very-near"}), strict)) == Verdict::certified);
}

TEST_CASE("a statement about some pair is refuted only if every pair is excluded") {
  const Relation attains = equal(value_at_optimum, minus_log4);
  const Evidence none = nearest_in_balls(only({"W1", "W2", "W7"}), attains);
  CHECK(is_rejected(none));
  CHECK(none.where.en == "W1");
  CHECK(!is_rejected(nearest_in_balls(only({"W1", "W0", "W7"}), attains)));
  CHECK(judge(in_balls(only({"W1", "W0", "W7"}), attains)) == Verdict::refuted);
}

TEST_CASE("pairs that a rule leaves out are counted, named by the rule, and never decide") {
  const Comparisons some = for_pairs_where(different, less(minus_log4, value_at_optimum));
  const Setting setting = only({"W0", "W3", "W7"});  // equality on W0
  for (const Evidence& e : {on_grid(setting, some), in_balls(setting, some)}) {
    CHECK(judge(e) <= Verdict::supported);
    CHECK(e.attempted == 3);
    CHECK(e.decided == 2);
    CHECK(e.left_out == 1);
    CHECK(e.left_out_by.en == "P = Q");
    CHECK(e.where.en != "W0");
  }
}

TEST_CASE("a case left out before the first comparison does not hide what that found") {
  const Comparisons some = for_pairs_where(different, equal(value_at_optimum, value_at_optimum));
  const Evidence e = in_balls(only({"W0", "W7"}), some);
  CHECK(e.where.en == "W7");
  CHECK(judge(e) == Verdict::certified);
}

TEST_CASE("every point that is not null is a case, and no null point is") {
  const Comparisons points = at_every_point(equal(dstar, rest));
  CHECK(on_grid(only({"W1", "W3", "W7"}), points).attempted == 2 + 3 + 3);
  CHECK(on_grid(own_suite({different_on_a_null_set()}), points).attempted == 2);
}

TEST_CASE("one point that differs decides against the relation and is named") {
  const Setting setting = only({"W0", "W3"});
  const Comparisons halves = at_every_point(equal(dstar, half));
  const Evidence e = on_grid(setting, halves);
  CHECK(judge(e) == Verdict::failed);
  CHECK(e.where.en == "W3, x = 1");
  CHECK(judge(on_grid(only({"W0"}), halves)) == Verdict::supported);
  CHECK(judge(in_balls(setting, halves)) == Verdict::refuted);
}

TEST_CASE("enclosures at points are judged at the scale of 1, also where a quotient is 1e-300") {
  CHECK(judge(in_balls(only({"extreme"}), at_every_point(equal(dstar, rest)))) ==
        Verdict::certified);
}

TEST_CASE("an inequality fails in its own direction only") {
  const Setting setting = only({"W7"});
  CHECK(judge(on_grid(setting, at_every_point(at_most(zero, dstar)))) == Verdict::supported);
  CHECK(judge(on_grid(setting, at_every_point(at_most(dstar, zero)))) == Verdict::failed);
}

TEST_CASE("comparisons without pairs reach the verdicts of both witnesses") {
  const Evidence grid = on_grid(no_pairs, thirds(0)), balls = in_balls(no_pairs, thirds(0));
  CHECK(judge(grid) == Verdict::supported);
  CHECK(judge(balls) == Verdict::certified);
  CHECK(grid.attempted == 3);
  CHECK(balls.decided == 3);
  CHECK(grid.scope.en == "3 cases");
  CHECK(balls.scope.zh == "3 种情形");
  CHECK(judge(on_grid(no_pairs, ordered)) == Verdict::supported);
  CHECK(judge(in_balls(no_pairs, ordered)) == Verdict::certified);
}

TEST_CASE("a stream that compares nothing decides nothing") {
  const auto silent = []<class T>(const Setting&, Take<T>& take) { take.over({"nothing", "无"}); };
  CHECK(judge(on_grid(only({"W7"}), silent)) == Verdict::undecided);
  CHECK(judge(in_balls(only({"W7"}), silent)) == Verdict::undecided);
  CHECK(judge(on_grid(no_pairs, equal(value_at_optimum, minus_log4))) == Verdict::undecided);
  CHECK(judge(in_balls(no_pairs, equal(value_at_optimum, minus_log4))) == Verdict::undecided);
}

TEST_CASE("a false comparison fails, is refuted, and is named") {
  const Evidence grid = on_grid(no_pairs, thirds(Rational(1, 1000)));
  CHECK(judge(grid) == Verdict::failed);
  CHECK(grid.where.en.starts_with("k = "));
  CHECK(judge(in_balls(no_pairs, thirds(Rational(1, 1000)))) == Verdict::refuted);
}

TEST_CASE("a twin is held, comparison by comparison, against the bounds of the truth") {
  const Comparisons wrong = thirds(Rational(1, 1000));
  CHECK(is_rejected(twin_on_grid(no_pairs, wrong, thirds(0))));
  CHECK(!is_rejected(twin_on_grid(no_pairs, thirds(0), thirds(0))));
  // A truth that is off by more than the twin rejects nothing.
  const auto vague = [](const Setting&, Take<Tracked>& take) {
    for (int k = 1; k <= 3; ++k) {
      take.equal(Tracked::within(k, 1.0), Tracked(k), [k] { return "k = " + std::to_string(k); });
    }
  };
  CHECK(!is_rejected(twin_on_grid(no_pairs, wrong, vague)));
}

TEST_CASE("a true twin is not rejected, though its truth is exact and it is not") {
  const auto exact = []<class T>(const Setting&, Take<T>& take) {
    take.equal(T(2), T(2), [] { return std::string("2"); });
  };
  const auto rounded = []<class T>(const Setting&, Take<T>& take) {
    take.equal(T(sqrt(T(2)) * sqrt(T(2))), T(2), [] { return std::string("2"); });
  };
  CHECK(!is_rejected(twin_on_grid(no_pairs, rounded, exact)));
  CHECK(!is_rejected(twin_in_balls(no_pairs, rounded, exact)));
}

TEST_CASE("a twin that makes more or fewer comparisons than the truth is an error, not a verdict") {
  const Comparisons three = at_every_point(equal(dstar, rest)), one = equal(value_at_optimum, 0);
  CHECK_THROWS_AS(twin_on_grid(only({"W7"}), three, one), std::logic_error);
  CHECK_THROWS_AS(twin_on_grid(only({"W7"}), one, three), std::logic_error);
  CHECK_THROWS_AS(twin_in_balls(only({"W7"}), three, one), std::logic_error);
  CHECK_THROWS_AS(twin_in_balls(only({"W7"}), one, three), std::logic_error);
  // As many, of other pairs.
  const auto without = [](const std::string& name) {
    return for_pairs_where({[name](const Pair& pair) { return pair.name() != name; }, {"", ""}},
                           equal(functionals::total_mass, 2));
  };
  CHECK_THROWS_AS(twin_on_grid(only({"W1", "W7"}), without("W1"), without("W7")), std::logic_error);
}

TEST_CASE("an enclosed twin is excluded by the distance, over the radius of the truth") {
  const Relation truth = at_most(minus_log4, value_at_optimum);
  const Relation attained = equal(minus_log4, value_at_optimum);
  const Evidence e = twin_in_balls(only({"W7"}), attained, truth);
  CHECK(is_rejected(e));
  CHECK(e.found == Evidence::Found::excludes);
  CHECK(*e.bound < 1e-60);
}
