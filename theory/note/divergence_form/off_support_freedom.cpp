// Claim 58: (D, P) is a saddle point iff D = 1/2 P-almost surely and D <= 1/2 wherever Q may put
// mass: off the support of P the equilibrium D is not unique, and not free either.
#include <fmt/format.h>

#include "theory/checks/frozen.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/minimisation/route.hpp"
#include "theory/proofs/tangent.hpp"

namespace gancheck {
namespace {

using formulas::value_density;
using frozen::by_number;
using frozen::least_value;
using frozen::minus_log4_of_data;
using frozen::value_at_data;
using functionals::mass_of_data;
using spread::chance;
using spread::Ends;
using spread::Inside;
using spread::InsideToo;

/// D = 1/2 where p > 0, and k/1000 off the support of P.
auto half_and(int k) {
  return [k]<class T>(const Columns<T>& c, std::size_t i) -> Chance<T> {
    return chance<T>(is_exactly_zero(c.p[i]) ? k : 500);
  };
}
/// D = 1/2 where p > 0, and values from 0 to 499/1000 off the support of P.
constexpr auto half_and_less = []<class T>(const Columns<T>& c, std::size_t i) -> Chance<T> {
  return chance<T>(is_exactly_zero(c.p[i]) ? InsideToo::at(i) / 2 : 500);
};

bool has_room_off_support(const Pair& pair) {
  const Columns<Tracked>& c = pair.tracked();
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (!is_exactly_zero(c.weight[i]) && is_exactly_zero(c.p[i])) return true;
  }
  return false;
}
/// Of the pairs with a point where p = 0.
Comparisons off_support(Relation relation) {
  return for_pairs_where({has_room_off_support, {"p > 0 at every point", "每一点都有 p > 0"}},
                         std::move(relation));
}

/// The integral of 4 (D - 1/2)² with respect to P is at most -log 4 - V(D, P).
constexpr auto squared_distance = []<class T>(const T& p, const T&, const Chance<T>& d) -> T {
  const T distance = d.yes - T(1) / 2;
  return 4 * p * distance * distance;
};
template <class S>
Relation loses() {
  return at_most(spread::integral<S>(squared_distance),
                 minus_log4_of_data() - value_at_data(by_number<S>));
}

/// With f(t) = t - 1 - log t >= 0 and t = 4d(1-d) = 1 - 4(d - 1/2)²: what d loses against P is
/// -p log t = p f(t) + 4p (d - 1/2)². (At d = 0 and d = 1 it is infinite.)
Evidence loss_by_tangent() {
  const Symbol p = Symbol::positive("p"), none(0), half = Symbol(1) / 2;
  const Chance<Symbol> d = free_chance();
  const Symbol t = 4 * d.yes * d.no;
  std::vector<Identity> proof = tangent_of_logarithm();
  proof.push_back({-(2 * p * log(Symbol(2))) - value_density(p, p, d),
                   p * formulas::tangent_gap(t) + squared_distance(p, p, d)});
  proof.push_back({value_density(p, p, Chance<Symbol>{half, half}), -(2 * p * log(Symbol(2)))});
  return same_forms(proof, {"all P and all D", "一切 P 与一切 D"},
                    {lemma::convexity, lemma::linearity, lemma::monotonicity, lemma::vanishing});
}

/// D = 1/2 on the support, k/1000 off it: inf_Q V(D, Q) is -log 4.
Comparisons keeps(int k) {
  return off_support(equal(least_value(half_and(k)), minus_log4_of_data()));
}
/// V(D, P) is -log 4 for the same D.
Comparisons is_still_best(int k) {
  return off_support(equal(value_at_data(half_and(k)), minus_log4_of_data()));
}

/// 1-D = 1/2 + e with e >= 0 where Q has mass: log(1-D) - log 1/2 = log(1 + 2e) >= 0. So V(D, Q)
/// >= -log 4 = V(D, P) for every Q, where V(D, Q) has the term q log(1-D), and D = 1/2 where p > 0.
Evidence sufficient_by_algebra() {
  const Symbol q = Symbol::positive("q"), e = Symbol::positive("e"), none(0), one(1);
  const Symbol half = one / 2, gain = log(one + 2 * e);
  return same_forms({{value_density(none, q, Chance<Symbol>{none, half + e}) -
                          value_density(none, q, Chance<Symbol>{half, half}),
                      q * gain},
                     {derivative(gain, e), 2 / (one + 2 * e)},
                     {substitute(gain, e, none), none}},
                    {"all P, all Q, and D = 1/2 P-almost surely, D ≤ 1/2 elsewhere",
                     "一切 P、Q，D 满足 P-几乎处处 D = 1/2，其余处 D ≤ 1/2"},
                    {lemma::increase, lemma::linearity, lemma::monotonicity});
}

/// D = (u+e)/(2u+e) > 1/2, 1-D = u/(2u+e) where Q has its mass: log 1/2 - log(1-D) = log(1 +
/// e/(2u)) > 0, so that V(D, Q) < -log 4 = V(D, P).
Evidence necessary_by_algebra() {
  const Symbol q = Symbol::positive("q"), u = Symbol::positive("u"), e = Symbol::positive("e");
  const Symbol none(0), one(1), half = one / 2, whole = 2 * u + e;
  const Chance<Symbol> d = {(u + e) / whole, u / whole};
  const Symbol loss = log(one + e / (2 * u));
  return same_forms(
      {{d.yes - half, e / (2 * whole)},
       {d.yes + d.no, one},
       {value_density(none, q, Chance<Symbol>{half, half}) - value_density(none, q, d), q * loss},
       {derivative(loss, e), one / whole},
       {substitute(loss, e, none), none}},
      {"all P, all Q that have mass where D > 1/2 only", "一切 P，一切只在 D > 1/2 处有质量的 Q"},
      {lemma::increase, lemma::linearity, lemma::monotonicity, lemma::vanishing});
}

/// D does not enter V(D, P) where p = 0.
Evidence free_by_algebra() {
  const Symbol none(0), one(1);
  std::vector<Identity> terms;
  for (const Chance<Symbol>& d :
       {free_chance(), Chance<Symbol>{none, one}, Chance<Symbol>{one, none}}) {
    terms.push_back({value_density(none, none, d), none});
  }
  return same_forms(terms, {"all P", "一切 P"}, {lemma::linearity});
}

// P = (1/2, 1/2, 0), D = (1/2, 1/2, k/10).

template <class T>
Columns<T> padded() {
  const T half = T(1) / 2;
  return {{T(1), T(1), T(1)}, {half, half, T(0)}, {half, half, T(0)}, 3};
}
/// 1/10 keeps -log 4; 9/10 gives -log 2 + log 1/10 = -log 20.
constexpr auto worked_example = []<class T>(const Setting&, Take<T>& take) {
  take.over({"P = (1/2, 1/2, 0), D = (1/2, 1/2, D_3)", "P = (1/2, 1/2, 0)，D = (1/2, 1/2, D_3)"});
  const Columns<T> c = padded<T>();
  const T value = least_value(half_and(100))(c), invited = least_value(half_and(900))(c);
  take.equal(value, -log(T(4)), [] { return "D_3 = 1/10"; });
  take.equal(invited, -log(T(20)), [] { return "D_3 = 9/10"; });
};
/// The decimals of -log 20: -2.9957, rounded.
constexpr auto decimals = []<class T>(const Setting&, Take<T>& take) {
  take.over({"one number", "一个数"});
  const T value = -log(T(20));
  take.less(exactly<T>(Rational(-299575, 100000)), value, [] { return "-2.99575"; });
  take.less(value, exactly<T>(Rational(-299565, 100000)), [] { return "-2.99565"; });
};

// Mirror descent with η = 1 against D = (1/2, 1/2, k/10), from (1/3, 1/3, 1/3).

constexpr int steps = 40;
const FiniteLaw padded_data = {Rational(1, 2), Rational(1, 2), 0};

/// x = (1/2)/(1-D_3), by which the odds of the third point grow in a step.
Rational growth(int tenths) {
  return {5, 10 - tenths};
}
template <class T>
std::vector<Chance<T>> discriminator(int tenths) {
  return {chance<T>(500), chance<T>(500), chance<T>(100 * tenths)};
}
/// (1, 1, x^t)/(2 + x^t).
FiniteLaw with_odds(const Rational& odds) {
  const Rational whole = 2 + odds;
  return {1 / whole, 1 / whole, odds / whole};
}

/// From the law after t - 1 steps the next one, against x^t/(2 + x^t). For D_3 = 1/10, and for
/// D_3 = 9/10 with the growth that belongs to `assumed`/10.
Comparisons goes_where(int assumed) {
  return [assumed]<class T>(const Setting&, Take<T>& take) {
    take.over({"40 steps for D_3 = 1/10 and for D_3 = 9/10", "D_3 = 1/10 与 D_3 = 9/10，各 40 步"});
    for (const int tenths : {1, 9}) {
      const T predicted = exactly<T>(growth(tenths == 9 ? assumed : tenths));
      Rational odds = 1;
      for (int step = 1; step <= steps; ++step) {
        const auto c = columns_of<T>(padded_data, with_odds(odds));
        const T third = unit_mirror_step(c, discriminator<T>(tenths)).law[2];
        const T power = exp(step * log(predicted));
        take.equal(third, power / (2 + power), [&] {
          return Text{fmt::format("D_3 = {}/10, step {}", tenths, step),
                      fmt::format("D_3 = {}/10，第 {} 步", tenths, step)};
        });
        odds *= growth(tenths);
      }
    }
  };
}
/// The same, one step after the other, in rational arithmetic.
Evidence goes_exactly() {
  const Text scope = {"40 steps, rational arithmetic", "40 步，有理数运算"};
  for (const int tenths : {1, 9}) {
    const Chance<Rational> half = {Rational(1, 2), Rational(1, 2)};
    const Chance<Rational> third = {Rational(tenths, 10), Rational(10 - tenths, 10)};
    Rational odds = 1;
    auto c = columns_of<Rational>(padded_data, with_odds(odds));
    for (int step = 1; step <= steps; ++step) {
      c.q = unit_mirror_step(c, {half, half, third}).law;
      odds *= growth(tenths);
      if (c.q != with_odds(odds)) return no_example(scope);
    }
  }
  return example(true,
                 Text{"Q_t(x_3) = x^t/(2 + x^t), x = 5/9 for D_3 = 1/10 and x = 5 for D_3 = 9/10",
                      "Q_t(x_3) = x^t/(2 + x^t)，D_3 = 1/10 时 x = 5/9，D_3 = 9/10 时 x = 5"},
                 scope);
}

/// (D, P) is a saddle point for D = (1/2, 1/2, third): no D' has more than -log 4 against P, which
/// is V(D, P), by `loss`; and V(D, delta_x) = -log 2 + log(1-D(x)) is at least that at
/// every vertex, 1-D(x) >= 1/2 in rational arithmetic.
bool is_saddle(const Rational& third, const Evidence& loss) {
  const Rational half(1, 2);
  for (const Rational& d : {half, half, third}) {
    if (1 - d < half) return false;
  }
  return loss.same_form;
}
/// Two different equilibrium discriminators for one P.
Evidence two_equilibria(bool confirms, const Text& so) {
  const Text scope = {"P = (1/2, 1/2, 0)", "P = (1/2, 1/2, 0)"};
  const Evidence loss = loss_by_tangent();
  if (!is_saddle(Rational(1, 10), loss) || !is_saddle(Rational(1, 2), loss))
    return no_example(scope);
  Evidence found = example(confirms,
                           Text{"D = (1/2, 1/2, 1/10) and D = (1/2, 1/2, 1/2): " + so.en,
                                "D = (1/2, 1/2, 1/10) 与 D = (1/2, 1/2, 1/2)：" + so.zh},
                           scope);
  found.rests_on = loss.rests_on;
  return found;
}

void add_conditions(Claim& claim) {
  PartOf(claim, "half-on-support")
      .summed(loses<Inside>(), {"what D loses against P, against the integral of 4(D - 1/2)²",
                                "D 面对 P 的损失与 4(D - 1/2)² 的积分比较"})
      .summed(loses<Ends>(), {"the same for D = 0, 1/2, 1: the loss may be infinite",
                              "同上，D 取 0、1/2、1：损失可为无穷"})
      .enclosed(loses<Inside>(), the_same_enclosed)
      .proved({"the loss is p f(t) + 4p(D - 1/2)², f(t) = t - 1 - log t, t = 4D(1-D)",
               "损失为 p f(t) + 4p(D - 1/2)²，f(t) = t - 1 - log t，t = 4D(1-D)"},
              loss_by_tangent);
  PartOf(claim, "sufficient")
      .summed(keeps(0), {"inf_Q V for D = 0 off the support", "支撑外 D = 0 时的 inf_Q V"})
      .summed(keeps(500), {"the same for D = 1/2 there", "同上，支撑外 D = 1/2"})
      .summed(off_support(equal(least_value(half_and_less), minus_log4_of_data())),
              {"the same for values below 1/2 there", "同上，支撑外 D 取小于 1/2 的值"})
      .enclosed(keeps(100),
                {"the same for D = 1/10 there, enclosed", "同上，支撑外 D = 1/10，计算包含区间"})
      .proved({"log(1-D) ≥ log(1/2) where D ≤ 1/2", "D ≤ 1/2 处 log(1-D) ≥ log(1/2)"},
              sufficient_by_algebra);
  PartOf necessary(claim, "necessary");
  for (const int k : {501, 900}) {
    const Functional invited =
        mass_of_data * log(Functional(Rational(1, 2)) * Functional(Rational(1000 - k, 1000)));
    const std::string value = fmt::format("D = {}/1000", k);
    necessary
        .summed(off_support(equal(least_value(half_and(k)), invited)),
                {"inf_Q V against log(1/2) + log(1-D), " + value + " off the support",
                 "inf_Q V 与 log(1/2) + log(1-D) 比较，支撑外 " + value})
        .summed(off_support(less(least_value(half_and(k)), minus_log4_of_data())),
                {"inf_Q V against -log 4, " + value + " off the support",
                 "inf_Q V 与 -log 4 比较，支撑外 " + value})
        .enclosed(off_support(less(least_value(half_and(k)), minus_log4_of_data())),
                  {"the same, enclosed, " + value, "同上，计算包含区间，" + value});
  }
  necessary.proved({"log(1-D) < log(1/2) where D > 1/2", "D > 1/2 处 log(1-D) < log(1/2)"},
                   necessary_by_algebra);
}

void add_freedom(Claim& claim) {
  PartOf(claim, "still-best-response")
      .summed(is_still_best(900),
              {"V(D, P) for D = 9/10 off the support", "支撑外 D = 9/10 时的 V(D, P)"})
      .summed(is_still_best(1000), {"the same for D = 1 there", "同上，支撑外 D = 1"})
      .enclosed(is_still_best(900), the_same_enclosed)
      .proved({"0 log D + 0 log(1-D) = 0", "0 log D + 0 log(1-D) = 0"}, free_by_algebra);
  PartOf(claim, "example")
      .summed(worked_example,
              {"inf_Q V for D_3 = 1/10 and 9/10", "D_3 = 1/10 与 9/10 时的 inf_Q V"})
      .enclosed(worked_example, the_same_enclosed)
      .summed(decimals,
              {"-log 20 between -2.99575 and -2.99565", "-log 20 介于 -2.99575 与 -2.99565 之间"})
      .enclosed(decimals, the_same_enclosed);
  PartOf(claim, "descent")
      .summed(goes_where(9),
              {"the mass of the third point after each step", "每一步之后第三点的质量"})
      .enclosed(goes_where(9), the_same_enclosed)
      .checked(Witness::symbolic, {"the same in rational arithmetic", "同上，以有理数精确计算"},
               [](const Setting&) { return goes_exactly(); });
  PartOf(claim, "not-unique")
      .summed(off_support(equal(least_value(half_and(100)), least_value(half_and(500)))),
              {"inf_Q V for D = 1/10 and for D = 1/2 off the support",
               "支撑外 D = 1/10 与 D = 1/2 时的 inf_Q V"})
      .checked(Witness::symbolic, {"two equilibria, exactly", "两个均衡，精确验证"},
               [](const Setting&) {
                 return two_equilibria(true, {"both are saddle points", "两者都构成鞍点"});
               });
}

void add_twins(Claim& claim) {
  add_twin(claim, Witness::symbolic, R"(D \text{ is unique at the equilibrium})",
           {"the equilibrium discriminator is unique", "误认为均衡处的判别器唯一"}, {},
           [](const Setting&) {
             return two_equilibria(false, {"both are saddle points", "两者都构成鞍点"});
           });
  Twins(claim, keeps(100))
      .on("W3")
      .grid(
          R"(\inf_Q V(D, Q) = -\log 4 \text{ for every value of } D \text{ off } \operatorname{supp} P)",
          {"any value off the support keeps the equilibrium, here 9/10",
           "误认为支撑外任何值都保持均衡，此处取 9/10"},
          keeps(900));
  add_twin(claim, Witness::symbolic,
           R"(D \ge \tfrac12 \text{ is required off } \operatorname{supp} P)",
           {"the inequality reversed", "不等号反向"}, {}, [](const Setting&) {
             return two_equilibria(
                 false, {"1/10 < 1/2, and both are saddle points", "1/10 < 1/2，而两者都构成鞍点"});
           });
  Twins(claim, goes_where(9))
      .grid(R"(Q_t \to P \text{ for } D_3 = \tfrac{9}{10})",
            {"descent against any value off the support comes back to the support",
             "误认为不论支撑外取何值，下降都会回到支撑上"},
            goes_where(1));
}

}  // namespace

void off_support_freedom(Claim& claim) {
  add_conditions(claim);
  add_freedom(claim);
  add_twins(claim);
}

}  // namespace gancheck
