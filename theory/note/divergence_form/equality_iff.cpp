// Claim 51: C(Q) = -log 4 iff P = Q, with its stability TV² <= C(Q) + log 4.
#include "theory/checks/functionals.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/null_set.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/pairs/suite.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates.hpp"

namespace gancheck {
namespace {

using functionals::minus_log4;
using functionals::total_variation;
using functionals::value_at_optimum;

/// C(Q) + log 4.
Functional excess() {
  return value_at_optimum - minus_log4;
}

/// C(Q) = -log 4.
Relation attains() {
  return equal(value_at_optimum, minus_log4);
}

/// The integrand of C with (P, P) in place of (P, Q).
constexpr auto value_of_equals = []<class T>(const T& p, const T&) -> T {
  return formulas::value_at_optimum(p, p);
};

/// p - m and m - q, whose integrals of absolute values are twice TV(P, M) and TV(Q, M).
constexpr auto data_less_mixture = []<class T>(const T& p, const T& q) -> T {
  return p - formulas::mixture(p, q);
};
constexpr auto mixture_less_generator = []<class T>(const T& p, const T& q) -> T {
  return formulas::mixture(p, q) - q;
};
constexpr auto half_difference = []<class T>(const T& p, const T& q) -> T { return (p - q) / 2; };

/// The integral of |f| is TV(P, Q).
template <class F>
Relation is_total_variation(const F& f) {
  return equal(integral_of([f]<class T>(const T& p, const T& q) -> T { return abs(T(f(p, q))); }),
               total_variation);
}

Evidence conditions_by_algebra() {
  std::vector<Identity> both = same_where_not_null(data_less_mixture, half_difference);
  for (Identity& i : same_where_not_null(mixture_less_generator, half_difference)) {
    both.push_back(std::move(i));
  }
  return same_forms(both, all_pairs_of_laws, {lemma::radon_nikodym});
}

/// With the masses kept, TV² <= C(Q) + log 4 reads 2 TV² <= (P^ + Q^)(C + (P^ + Q^) log 2): the
/// mass of p+q takes the place of 2 in the Cauchy-Schwarz step.
Functional twice_squared_tv() {
  return 2 * total_variation * total_variation;
}
/// The number is at most (P^ + Q^)(C + (P^ + Q^) log 2).
Relation below_room(const Functional& number) {
  return at_most(number, functionals::total_mass * excess());
}

/// C(Q) + log 4 <= 2 TV for the pairs (P, Q_k), Q_k = (1-1/k) P + Q/k.
void compare_on_the_way(const Setting& setting, Take<Tracked>& take) {
  take.over({setting.scope.en + ", k = 1, 10, 1000", setting.scope.zh + "，k = 1、10、1000"});
  for (const int k : {1, 10, 1000}) {
    const Tracked part = exactly<Tracked>(Rational(1, k)),
                  rest = exactly<Tracked>(Rational(k - 1, k));
    const auto way = [part, rest](const Tracked& p, const Tracked& q) -> Tracked {
      return rest * p + part * q;
    };
    const Functional room = with_generator(excess(), way),
                     most = with_generator(2 * total_variation, way);
    for (const auto& pair : setting.pairs) {
      take.at_most(room(pair->tracked()), most(pair->tracked()), [&] { return pair->name(); });
    }
  }
}

Evidence equals_by_algebra() {
  const Symbol p = Symbol::positive("p");
  return same_forms({{formulas::value_at_optimum(p, p), -(2 * p * log(Symbol(2)))}},
                    {"all P", "一切 P"}, {lemma::radon_nikodym, lemma::linearity});
}

/// p != q at a point of weight 0, p = q at all others, and so C = -log 4 by `equals_by_algebra`.
Evidence null_set_example(bool confirms) {
  const auto pair = different_on_a_null_set();
  const Densities& d = pair->densities();
  bool differs = false;
  for (std::size_t i = 0; i < d.grid.size(); ++i) {
    differs = differs || compare(d.data[i], d.generator[i]) != 0;
  }
  const Text scope = {"one pair", "一个分布对"};
  if (!differs || are_different(*pair) || !equals_by_algebra().same_form) return no_example(scope);
  return example(confirms,
                 Text{pair->name() + ": C(Q) = -log 4 exactly, p ≠ q at one point",
                      pair->name() + "：C(Q) 恰为 -log 4，而在一点处 p ≠ q"},
                 scope);
}

void add_equality(Claim& claim) {
  const Functional minus_log4_of_equals = -(2 * functionals::mass_of_data * log(Functional(2)));
  PartOf(claim, "if")
      .summed(equal(integral_of(value_of_equals), minus_log4_of_equals),
              {"the pair (P, P) for the data law of every pair", "对每一对的数据分布取 (P, P)"})
      .proved({"p log(1/2) + p log(1/2) = -2p log 2", "p log(1/2) + p log(1/2) = -2p log 2"},
              equals_by_algebra);
  PartOf(claim, "only-if")
      // C(Q) + log 4 >= half the integral of (p-q)²/(p+q), which vanishes only where p = q.
      .summed(at_most(integral_of(formulas::triangular_density) / 2, excess()),
              {"C(Q) + log 4 against half the integral of (p-q)²/(p+q)",
               "C(Q) + log 4 与 (p-q)²/(p+q) 的积分之半比较"})
      .enclosed(
          for_pairs_where({are_different, {"P = Q", "P = Q"}}, less(minus_log4, value_at_optimum)),
          {"C(Q) enclosed above -log 4", "C(Q) 的包含区间整个位于 -log 4 之上"})
      .swept({"h(t) = log 2 only at t = 1/2", "h(t) = log 2 仅在 t = 1/2 成立"},
             entropy_is_at_most_log2)
      .proved({"both divergences vanish only where p = m = q", "两个散度仅在 p = m = q 处为零"},
              [] { return log4_bound_by_tangent(); });
  PartOf(claim, "one-condition-suffices")
      .summed(is_total_variation(data_less_mixture),
              {"the integral of |p - m| against TV(P, Q)", "|p - m| 的积分与 TV(P, Q) 比较"})
      .summed(is_total_variation(mixture_less_generator),
              {"the integral of |q - m| against TV(P, Q)", "|q - m| 的积分与 TV(P, Q) 比较"})
      .proved({"p - m = (p-q)/2 = m - q", "p - m = (p-q)/2 = m - q"}, conditions_by_algebra)
      .same_at_random_points(data_less_mixture, half_difference)
      .same_at_random_points(mixture_less_generator, half_difference);
  PartOf(claim, "null-sets")
      .checked(
          Witness::grid,
          {"two densities that differ at a point of weight 0",
           "两个密度仅在一个权重为 0 的点上不同"},
          [](const Setting&) { return on_grid(own_suite({different_on_a_null_set()}), attains()); })
      .proved({"the same, exactly", "同上，精确计算"}, [] { return null_set_example(true); });
}

void add_stability(Claim& claim) {
  const Relation stable = below_room(twice_squared_tv());
  PartOf(claim, "stability")
      .integrated(
          {"C(Q) + log 4 against TV², both enclosed for laws with densities",
           "对有密度的分布，比较 C(Q) + log 4 与 TV² 的包含区间"},
          Order::at_most, [](const EnclosedNumbers& n) -> Ball { return n.tv * n.tv; },
          numbers::above_minus_log4)
      .summed(stable)
      .enclosed(stable)
      .swept({"log 2 - h(t) ≥ 2(t - 1/2)²: its second derivative over (1-2t)² is ≥ 3.99 on [0, 1]",
              "log 2 - h(t) ≥ 2(t - 1/2)²：二阶导数除以 (1-2t)² 后在 [0, 1] 上 ≥ 3.99"},
             [] { return entropy_is_below_parabola(); })
      .proved({"log 2 - h(t) ≥ 2(t - 1/2)², then a square under the integral",
               "log 2 - h(t) ≥ 2(t - 1/2)²，再在积分号下配方"},
              [] { return stability_by_convexity(); });
}

void add_continuity(Claim& claim) {
  const Relation continuous = at_most(excess(), 2 * total_variation);
  PartOf(claim, "continuity")
      .integrated({"C(Q) + log 4 against 2 TV, both enclosed for laws with densities",
                   "对有密度的分布，比较 C(Q) + log 4 与 2 TV 的包含区间"},
                  Order::at_most, numbers::above_minus_log4,
                  [](const EnclosedNumbers& n) -> Ball { return n.tv * 2; })
      .summed(continuous)
      .enclosed(continuous)
      .swept({"log 2 - h(t) ≤ 2|t - 1/2| on [0, 1]: C(Q) + log 4 ≤ 2 TV",
              "[0, 1] 上 log 2 - h(t) ≤ 2|t - 1/2|，故 C(Q) + log 4 ≤ 2 TV"},
             [] { return excess_is_below_distance(); })
      .proved(
          {"2 TV - (C(Q) + log 4) as a sum of terms ≥ 0", "2 TV - (C(Q) + log 4) 写成非负项之和"},
          [] { return continuity_by_tangent(); });
  PartOf(claim, "limit")
      .summed(compare_on_the_way,
              {"C(Q_k) + log 4 for k = 1, 10, 1000", "k = 1、10、1000 时的 C(Q_k) + log 4"})
      .proved({"C(Q) + log 4 ≤ 2 TV and TV(P, Q_k) = TV(P, Q)/k",
               "C(Q) + log 4 ≤ 2 TV 且 TV(P, Q_k) = TV(P, Q)/k"},
              [] { return continuity_by_tangent(); });
}

void add_twins(Claim& claim) {
  add_twin(claim, Witness::ball, R"(C(Q) = -\log 4 \text{ for some } P \ne Q)",
           {"one of three pairs with P ≠ Q attains the bound; each is excluded",
            "误认为三个 P ≠ Q 的分布对中有一个取到下界；逐一排除"},
           {"W1", "W2", "W7"}, [](const Setting& s) { return nearest_in_balls(s, attains()); });
  Twins(claim, attains())
      .on("W1")
      .ball(R"(C(Q) = -\log 4 \iff \operatorname{supp} P = \operatorname{supp} Q)",
            {"equality as soon as the supports coincide", "误认为支撑相同即取等号"}, attains())
      .on("equal-means")
      .ball(R"(C(Q) = -\log 4 \iff \mathrm{E}_P x = \mathrm{E}_Q x)",
            {"equality as soon as the means coincide", "误认为均值相同即取等号"}, attains());
  add_twin(
      claim, Witness::symbolic, R"(C(Q) = -\log 4 \implies p(x) = q(x) \text{ for every } x)",
      {"equal densities at every point, null sets included", "误要求密度处处相等，零测集也不例外"},
      {}, [](const Setting&) { return null_set_example(false); });
  Twins(claim, below_room(twice_squared_tv()))
      .on("W1")
      .grid(R"(2\,\mathrm{TV}(P,Q)^2 \le C(Q) + \log 4)",
            {"the stability constant doubled", "稳定性不等式的常数加倍"},
            below_room(2 * twice_squared_tv()));
  add_twin(claim, Witness::ball, R"(\log 2 - h(t) \ge 4 (t - \tfrac12)^2 \text{ on } [0,1])",
           {"as (e), swept over [0, 1]: refuted by an enclosure at one point",
            "同 (e)，在 [0, 1] 上扫描：由一点处的包含区间推翻"},
           {}, [](const Setting&) { return entropy_is_below_parabola(4); });
}

}  // namespace

void equality_iff(Claim& claim) {
  add_equality(claim);
  add_stability(claim);
  add_continuity(claim);
  add_twins(claim);
}

}  // namespace gancheck
