// Claim 28: the maximum of a log y + b log(1-y) where a or b vanishes, which no derivative finds.
#include <fmt/format.h>

#include "theory/checks/maximum.hpp"
#include "theory/checks/null_points.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/evidence/residuals.hpp"
#include "theory/proofs/certificates.hpp"

namespace gancheck {
namespace {

/// At a point where exactly one density vanishes: the maximum found lies at the end, D* is that
/// end, the value there is 0, and the values at 1/4, 1/2, 3/4 grow towards it.
void compare_at_end(const Tracked& p, const Tracked& q, Take<Tracked>& take, const Where& where) {
  const Chance<Tracked> best = formulas::optimal_discriminator(p, q);
  const Maximiser found = maximise_pointwise(p.value(), q.value());
  take.equal(as_chance(found, p, q).yes, best.yes, where);
  const Tracked maximum = formulas::value_density(p, q, best);
  take.equal(maximum, Tracked(0), where);
  Tracked below = maximum;
  for (const int distance : {250, 500, 750}) {
    const auto y = chance_of<Tracked>(p.value() == 0 ? distance : 1000 - distance);
    const Tracked value = formulas::value_density(p, q, y);
    take.at_most(value, below, where);
    below = value;
  }
}

Comparisons at_one_end(bool p_vanishes) {
  return [p_vanishes](const Setting& setting, Take<Tracked>& take) {
    const std::string rule = p_vanishes ? "p = 0 < q" : "q = 0 < p";
    take.over({"every point of " + setting.scope.en + " with " + rule,
               setting.scope.zh + "中每个 " + rule + " 的点"});
    for (const auto& pair : setting.pairs) {
      const Columns<Tracked>& c = pair->tracked();
      for (std::size_t i = 0; i < c.size(); ++i) {
        if (is_exactly_zero(c.weight[i])) continue;
        const bool no_p = c.p[i].value() == 0, no_q = c.q[i].value() == 0;
        if (no_p != p_vanishes || no_q == p_vanishes) continue;
        compare_at_end(c.p[i], c.q[i], take, [&] { return name_of_point(*pair, i); });
      }
    }
  };
}

/// v' = a/y > 0 for b = 0, so that v grows towards y = 1, where it is 0 = its value at D*; and the
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
                     Text{fmt::format("{}, x = {}: p = 0, D* = 0, v'(y) ≤ -{} as y tends to D*",
                                      pair->name(), d.grid.name(i), to_text(q)),
                          fmt::format("{}，x = {}：p = 0，D* = 0，y 趋于 D* 时 v'(y) ≤ -{}",
                                      pair->name(), d.grid.name(i), to_text(q))},
                     setting.scope);
    }
  }
  return no_example(setting.scope);
}

/// V(D*) over every point of the grid, with a rule for p log d.
template <class Rule>
Tracked value_by(const Columns<Tracked>& c, const Rule& rule) {
  Tracked value(0);
  for (std::size_t i = 0; i < c.size(); ++i) {
    const auto y = formulas::optimal_discriminator(c.p[i], c.q[i]);
    value = value + (rule(c.p[i], y.yes) + rule(c.q[i], y.no));
  }
  return value;
}

/// D* formed as p/(p+q) without a rule for 0/0, and V without one for 0·log: NaN, which must not
/// pass.
constexpr auto without_rules = [](const Columns<Tracked>& c) -> Tracked {
  return value_by(c, [](const Tracked& p, const Tracked& d) -> Tracked { return p * log(d); });
};

/// V(D*) with 0·log 0 = -oo against V(D*) with 0·log 0 = 0, held to the error of the latter.
Evidence with_infinite_rule(const Setting& setting) {
  const auto zero = [](const Tracked& p, const Tracked& d) { return times_log(p, d); };
  const auto minus_infinity = [](const Tracked& p, const Tracked& d) {
    return p.value() == 0 && d.value() == 0 ? log(Tracked(0)) : times_log(p, d);
  };
  Residuals residuals(setting.scope);
  for (const auto& pair : setting.pairs) {
    const Tracked truth = value_by(pair->tracked(), zero);
    residuals.equal(
        value_by(pair->tracked(), minus_infinity), truth, [&] { return pair->name(); },
        truth.error());
  }
  return residuals.evidence();
}

void add_ends(Claim& claim) {
  PartOf(claim, "q-vanishes")
      .summed(at_one_end(false), {"maximum found by bisection; values grow towards y = 1",
                                  "用二分法求最大值点；函数值向 y = 1 递增"})
      .proved({"v' = a/y has no zero", "v' = a/y 没有零点"}, [] { return end_by_algebra(false); })
      .swept({"log increases on (0, 1]: 1/y ≥ 1, and log 1 = 0",
              "log 在 (0, 1] 上递增：1/y ≥ 1，且 log 1 = 0"},
             [] { return logarithm_increases(); })
      .at_random_points([] { return end_at_random_points(false); });
  PartOf(claim, "p-vanishes")
      .summed(at_one_end(true), {"maximum found by bisection; values grow towards y = 0",
                                 "用二分法求最大值点；函数值向 y = 0 递增"})
      .proved({"v' = -b/(1-y) has no zero", "v' = -b/(1-y) 没有零点"},
              [] { return end_by_algebra(true); })
      .swept({"log(1-y) decreases on [0, 1): 1/(1-y) ≥ 1, and log 1 = 0",
              "log(1-y) 在 [0, 1) 上递减：1/(1-y) ≥ 1，且 log 1 = 0"},
             [] { return logarithm_increases(); })
      .at_random_points([] { return end_at_random_points(true); });
}

}  // namespace

void boundary_cases(Claim& claim) {
  add_ends(claim);
  PartOf(claim, "both-vanish")
      .checked(
          Witness::grid,
          {"V before and after D is changed where p = q = 0", "在 p = q = 0 处改变 D 前后的 V"},
          freedom_at_null_points)
      .proved({"0 log y + 0 log(1-y) = 0", "0 log y + 0 log(1-y) = 0"}, freedom_by_algebra);
  add_twin(claim, Witness::grid, R"(v'(D^*) = 0 \text{ at every point})",
           {"the derivative vanishes at D* always", "误认为导数在 D* 处总为零"}, {"W2"},
           slope_at_an_end);
  add_twin(claim, Witness::grid,
           R"(D^* = \tfrac12 \text{ (or } 0\text{) is forced where } p + q = 0)",
           {"D is determined where both laws vanish", "两个密度都为零处 D 也被确定"}, {"W3"},
           free_null_point);
  add_twin(
      claim, Witness::grid, R"(0/0 \text{ and } 0 \cdot \log 0 \text{ left to the machine})",
      {"a NaN counted as a pass (aimed at the judge)", "把 NaN 算作通过（针对判定程序本身）"},
      {"W3"}, [](const Setting& s) { return on_grid(s, equal(without_rules, without_rules)); },
      Expect::undecided);
  add_twin(claim, Witness::grid, R"(0 \log 0 = -\infty)",
           {"the convention 0 log 0 = 0 is dropped", "弃用约定 0 log 0 = 0"}, {"W2"},
           with_infinite_rule);
}

}  // namespace gancheck
