// Claim 28: the maximum of a log y + b log(1-y) where a or b vanishes, which no derivative finds.
#include <fmt/format.h>

#include "theory/checks/discriminators.hpp"
#include "theory/checks/maximum.hpp"
#include "theory/checks/null_points.hpp"
#include "theory/checks/random_points.hpp"
#include "theory/claim.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/evidence/lemmas.hpp"
#include "theory/evidence/residuals.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {
namespace {

/// Visits the points where `p_vanishes` and `q_vanishes` say which density is exactly 0.
template <class Visit>
void for_each_point(const Setting& setting, bool p_vanishes, bool q_vanishes, const Visit& visit) {
  for (const auto& pair : setting.pairs) {
    const Columns<Tracked>& c = pair->tracked();
    for (std::size_t i = 0; i < c.size(); ++i) {
      if (is_exactly_zero(c.weight[i])) continue;
      if ((c.p[i].value() == 0) != p_vanishes || (c.q[i].value() == 0) != q_vanishes) continue;
      visit(*pair, i, [&pair, i] {
        return fmt::format("{}, x = {}", pair->name(), pair->densities().grid.points[i].text());
      });
    }
  }
}

Text scope_of(const Setting& s, const char* english, const char* chinese) {
  return {fmt::format("every point of {} with {}", s.scope.en, english),
          fmt::format("{}中每个 {} 的点", s.scope.zh, chinese)};
}

/// Where exactly one density vanishes: the maximum found lies at the end, D* is that end, the value
/// there is 0, and the values at 1/4, 1/2, 3/4 grow towards it.
Evidence at_one_end(const Setting& setting, bool p_vanishes) {
  Residuals residuals(p_vanishes ? scope_of(setting, "p = 0 < q", "p = 0 < q")
                                 : scope_of(setting, "q = 0 < p", "q = 0 < p"));
  for_each_point(setting, p_vanishes, !p_vanishes,
                 [&](const Pair& pair, std::size_t i, auto where) {
                   const Tracked &p = pair.tracked().p[i], &q = pair.tracked().q[i];
                   const Chance<Tracked> best = formulas::optimal_discriminator(p, q);
                   const Maximiser found = maximise_pointwise(p.value(), q.value());
                   residuals.equal(as_chance(found, p, q).yes, best.yes, where);
                   const Tracked maximum = formulas::value_density(p, q, best);
                   residuals.equal(maximum, Tracked(0), where);
                   Tracked below = maximum;
                   for (const int distance : {250, 500, 750}) {
                     const auto y = chance_of<Tracked>(p_vanishes ? distance : 1000 - distance);
                     const Tracked value = formulas::value_density(p, q, y);
                     residuals.at_most(value, below, where);
                     below = value;
                   }
                 });
  return residuals.evidence();
}

/// h' = a/y > 0 for b = 0, so that h grows towards y = 1, where it is 0 = its value at D*; and the
/// mirror image for a = 0.
Evidence end_by_algebra(bool p_vanishes) {
  const Symbol weight = Symbol::positive(p_vanishes ? "b" : "a"), none(0), one(1);
  const Symbol a = p_vanishes ? none : weight, b = p_vanishes ? weight : none;
  const Chance<Symbol> y = free_chance();
  const Chance<Symbol> end = p_vanishes ? Chance<Symbol>{none, one} : Chance<Symbol>{one, none};
  const Chance<Symbol> best = formulas::optimal_discriminator(a, b);
  return same_forms({{formulas::slope(a, b, y), p_vanishes ? -(weight / y.no) : weight / y.yes},
                     {formulas::value_density(a, b, end), none},
                     {best.yes, end.yes},
                     {best.no, end.no}},
                    all_positive(p_vanishes ? "b" : "a"), {lemma::increase});
}

/// The same slopes and ends in rational arithmetic.
Evidence end_at_random_points(bool p_vanishes) {
  return at_random_points({"weight", "u", "v"},
                          [p_vanishes](std::span<const Rational> x) -> std::vector<Sides> {
                            const Rational &weight = x[0], none = 0;
                            const Chance<Rational> y = rational_chance(x[1], x[2]);
                            if (p_vanishes) {
                              return {{formulas::slope(none, weight, y), -weight / y.no},
                                      {formulas::optimal_discriminator(none, weight).yes, none}};
                            }
                            return {{formulas::slope(weight, none, y), weight / y.yes},
                                    {formulas::optimal_discriminator(weight, none).no, none}};
                          });
}

/// Against "the derivative is 0 at D* always": at a point with p = 0 < q, where D* = 0, the slope
/// is at most -q at every y > 0 however small; two such y are evaluated, in rational arithmetic.
Evidence slope_at_an_end(const Setting& setting) {
  for (const auto& pair : setting.pairs) {
    const Densities& d = pair->densities();
    for (std::size_t i = 0; i < d.grid.size(); ++i) {
      if (!d.data[i].is_zero() || d.generator[i].is_zero() || !d.generator[i].is_rational())
        continue;
      const Rational q = d.generator[i].rational();
      const auto slope_at = [&](const Rational& y) {
        return formulas::slope(Rational(0), q, Chance<Rational>{y, Rational(1) - y});
      };
      if (slope_at(power_of_ten(-9)) > -q || slope_at(power_of_ten(-300)) > -q) continue;
      return example(false,
                     fmt::format("{}, x = {}: p = 0, D* = 0, h'(y) <= -{} as y tends to D*",
                                 pair->name(), d.grid.points[i].text(), to_text(q)),
                     setting.scope);
    }
  }
  return no_example(setting.scope);
}

/// D* formed as p/(p+q) without a rule for 0/0, and V without one for 0·log: NaN, which must not
/// pass.
Evidence without_rules(const Setting& setting) {
  Residuals residuals(setting.scope);
  for (const auto& pair : setting.pairs) {
    const Columns<Tracked>& c = pair->tracked();
    Tracked value(0);
    for (std::size_t i = 0; i < c.size(); ++i) {
      const auto y = formulas::optimal_discriminator(c.p[i], c.q[i]);
      value = value + c.p[i] * log(y.yes) + c.q[i] * log(y.no);
    }
    residuals.equal(value, value, [&] { return pair->name(); });
  }
  return residuals.evidence();
}

/// V(D*) with 0·log 0 = -oo against V(D*) with 0·log 0 = 0.
Evidence with_infinite_rule(const Setting& setting) {
  const auto minus_infinity = [](const Tracked& p, const Tracked& d) {
    return p.value() == 0 && d.value() == 0 ? log(Tracked(0)) : times_log(p, d);
  };
  Residuals residuals(setting.scope);
  for (const auto& pair : setting.pairs) {
    const Columns<Tracked>& c = pair->tracked();
    Tracked twin(0), truth(0);
    for (std::size_t i = 0; i < c.size(); ++i) {
      if (is_null(c, i)) continue;
      const auto y = formulas::optimal_discriminator(c.p[i], c.q[i]);
      truth = truth + formulas::value_density(c.p[i], c.q[i], y);
      twin = twin + minus_infinity(c.p[i], y.yes) + minus_infinity(c.q[i], y.no);
    }
    residuals.equal(
        twin, truth, [&] { return pair->name(); }, truth.error());
  }
  return residuals.evidence();
}

}  // namespace

void boundary_cases(Claim& claim) {
  claim.checks = {
      {"q-vanishes",
       {"maximum found by bisection; values grow towards y = 1",
        "用二分法求最大值点；函数值向 y = 1 递增"},
       Witness::grid,
       [](const Setting& s) { return at_one_end(s, false); }},
      {"q-vanishes",
       {"h' = a/y has no zero", "h' = a/y 没有零点"},
       Witness::symbolic,
       [](const Setting&) { return end_by_algebra(false); }},
      {"q-vanishes",
       {"log increases on (0, 1]: 1/y >= 1, and log 1 = 0",
        "log 在 (0, 1] 上递增：1/y >= 1，且 log 1 = 0"},
       Witness::ball,
       [](const Setting&) { return logarithm_increases(); }},
      random_points_check("q-vanishes", [] { return end_at_random_points(false); }),
      {"p-vanishes",
       {"maximum found by bisection; values grow towards y = 0",
        "用二分法求最大值点；函数值向 y = 0 递增"},
       Witness::grid,
       [](const Setting& s) { return at_one_end(s, true); }},
      {"p-vanishes",
       {"h' = -b/(1-y) has no zero", "h' = -b/(1-y) 没有零点"},
       Witness::symbolic,
       [](const Setting&) { return end_by_algebra(true); }},
      {"p-vanishes",
       {"log(1-y) decreases on [0, 1): 1/(1-y) >= 1, and log 1 = 0",
        "log(1-y) 在 [0, 1) 上递减：1/(1-y) >= 1，且 log 1 = 0"},
       Witness::ball,
       [](const Setting&) { return logarithm_increases(); }},
      random_points_check("p-vanishes", [] { return end_at_random_points(true); }),
      {"both-vanish",
       {"V before and after D is changed where p = q = 0", "在 p = q = 0 处改变 D 前后的 V"},
       Witness::grid,
       freedom_at_null_points},
      {"both-vanish",
       {"0 log y + 0 log(1-y) = 0", "0 log y + 0 log(1-y) = 0"},
       Witness::symbolic,
       [](const Setting&) { return freedom_by_algebra(); }}};
  claim.controls = {
      {.letter = 'a',
       .mutant = R"(h'(D^*) = 0 \text{ at every point})",
       .what = {"the derivative vanishes at D* always", "误认为导数在 D* 处总为零"},
       .witness = Witness::grid,
       .on = {"W2"},
       .run = slope_at_an_end},
      {.letter = 'b',
       .mutant = R"(D^* = \tfrac12 \text{ (or } 0\text{) is forced where } p + q = 0)",
       .what = {"D is determined where both laws vanish", "两个密度都为零处 D 也被确定"},
       .witness = Witness::grid,
       .on = {"W3"},
       .run = free_null_point},
      {.letter = 'c',
       .mutant = R"(0/0 \text{ and } 0 \cdot \log 0 \text{ left to the machine})",
       .what = {"a NaN counted as a pass (aimed at the judge)",
                "把 NaN 算作通过（针对判定程序本身）"},
       .witness = Witness::grid,
       .expect = Expect::undecided,
       .on = {"W3"},
       .run = without_rules},
      {.letter = 'd',
       .mutant = R"(0 \log 0 = -\infty)",
       .what = {"the convention 0 log 0 = 0 is dropped", "弃用约定 0 log 0 = 0"},
       .witness = Witness::grid,
       .on = {"W2"},
       .run = with_infinite_rule}};
}

}  // namespace gancheck
