// Bugs that were seeded once and must stay caught: each test commits one, and shows what notices
// it.
#include <doctest/doctest.h>

#include <array>

#include "numerics/number/symbol.hpp"
#include "theory/checks/comparisons.hpp"
#include "theory/checks/functionals.hpp"
#include "theory/evidence/judge.hpp"
#include "theory/pairs/suite.hpp"
#include "theory/proofs/identities.hpp"
#include "theory/proofs/sweep.hpp"

using namespace gancheck;

namespace {

constexpr auto wrong_sign = []<class T>(const T& p, const T& q) -> T {
  const T m = formulas::mixture(p, q);
  return formulas::kl_density(p, m) + formulas::kl_density(q, m) + (p + q) * log(T(2));
};

using Square = std::array<DyadicBox, 2>;

/// The 16 boxes of side 1/4, all of them or without the one at the corner (1, 0).
std::vector<Square> boxes_of_the_square(bool with_corner) {
  std::vector<Square> boxes;
  for (int i = 0; i < 4; ++i) {
    for (int j = 0; j < 4; ++j) {
      if (!with_corner && i == 3 && j == 0) continue;
      boxes.push_back({DyadicBox{i / 4.0, (i + 1) / 4.0}, DyadicBox{j / 4.0, (j + 1) / 4.0}});
    }
  }
  return boxes;
}

/// x (1-y) <= 3/4 + 1/100: false, but only in the corner (1, 0).
Cover cover_of(const std::vector<Square>& boxes) {
  Cover cover;
  for (const Square& box : boxes) {
    const Ball room = exactly<Ball>(Rational(76, 100)) - box[0].high() * (Ball(1) - box[1].low());
    if (room.lower() >= 0) {
      cover.certify(box, room.lower());
    } else {
      cover.give_up(box);
    }
  }
  return cover;
}

const SweptClaim corner_claim = {{"[0, 1]²", "[0, 1]²"}, {}};

/// C(G) = KL(P||M) + KL(Q||M) - log 4 on W7, computed at a precision that somebody set further out.
Evidence value_identity_at(long bits) {
  const Setting setting = only({"W7"});
  Evidence evidence;
  evidence.ground = Ground::enclosure;
  const BallPrecision too_wide_a_scope(bits);
  const auto c = columns<Ball>(setting.named.front()->densities());
  const Ball left = integrate(c, formulas::value_at_optimum);
  const Ball right = integrate(c, formulas::kl_sum_density);
  take_enclosure(evidence, Order::equal, left, right, "W7", (left - right).radius());
  return evidence;
}

/// 10 x = 1 for the parameter x = 1/10.
Evidence tenth_is(const Ball& parameter) {
  Evidence evidence;
  evidence.ground = Ground::enclosure;
  const Ball left = 10 * parameter, right = 1;
  take_enclosure(evidence, Order::equal, left, right, "1/10", (left - right).radius());
  return evidence;
}

}  // namespace

TEST_CASE("a sign error in an identity is rejected, and the coefficient that is wrong is named") {
  if (!Symbol::available()) return;  // a build without the symbolic witness
  const Evidence truth = same_integrals(formulas::value_at_optimum, formulas::kl_sum_density);
  CHECK(judge(truth) == Verdict::proved);
  const Evidence e = same_integrals(formulas::value_at_optimum, wrong_sign);
  CHECK(judge(e) == Verdict::refuted);
  CHECK(e.where.en.find("log 2") != std::string::npos);
}

TEST_CASE("a sweep that skips a corner does not fill the domain") {
  const Cover skipping = cover_of(boxes_of_the_square(false));
  CHECK(skipping.unresolved == 0);
  CHECK(skipping.lowest >= 0);
  CHECK(skipping.covered == 15.0 / 16);
  CHECK(!skipping.complete());
  const Evidence e = from_cover(skipping, true, corner_claim);
  CHECK(e.found == Evidence::Found::too_wide);
  CHECK(judge(e) == Verdict::undecided);
  CHECK(e.trouble.en == "the boxes fill 0.9375 of the domain");
  // The corner is where the statement fails: with it nothing is hidden.
  const Cover whole = cover_of(boxes_of_the_square(true));
  CHECK(whole.unresolved == 1);
  CHECK(whole.where == "[0.75, 1] x [0, 0.25]");
  CHECK(judge(from_cover(whole, true, corner_claim)) == Verdict::undecided);
}

TEST_CASE("a sweep of the whole domain fills it exactly, at any depth") {
  for (const double least : {0.9, 0.999, 0.99999}) {
    const Cover line = cover_unit_interval(
        [](const DyadicBox& t) -> Ball { return Ball(1) + t.low() * t.low() - t.high() * t.low(); },
        least);
    CHECK(line.covered == 1.0);
    CHECK(line.complete());
  }
  const Cover square = cover_unit_square(
      [](const DyadicBox& x, const DyadicBox& y) -> Ball {
        return Ball(1) + x.low() * y.low() - x.high() * y.high();
      },
      0.97);
  CHECK(square.boxes > 1000);
  CHECK(square.covered == 1.0);
}

TEST_CASE("a precision set in too wide a scope leaves enclosures that decide nothing") {
  CHECK(judge(value_identity_at(relation_bits)) == Verdict::certified);
  const Evidence e = value_identity_at(30);
  CHECK(e.found == Evidence::Found::too_wide);
  CHECK(judge(e) == Verdict::undecided);
  // The witness sets its own precision, so that none from further out reaches it.
  const BallPrecision too_wide_a_scope(30);
  const Relation identity =
      equal(functionals::value_at_optimum, integral_of(formulas::kl_sum_density));
  CHECK(judge(in_balls(only({"W7"}), identity)) == Verdict::certified);
}

TEST_CASE("a double in the place of an exact parameter is excluded, not accepted") {
  const BallPrecision precision(relation_bits);
  CHECK(judge(tenth_is(exactly<Ball>(Rational(1, 10)))) == Verdict::certified);
  const Evidence e = tenth_is(Ball::exact(0.1));
  CHECK(e.found == Evidence::Found::excludes);
  CHECK(judge(e) == Verdict::refuted);
  CHECK(*e.residual < 1e-15);
}
