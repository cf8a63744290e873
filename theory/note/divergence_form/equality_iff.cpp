// Claim 51: C(G) = -log 4 iff P = Q, with its stability TV² <= C(G) + log 4.
#include "theory/checks/functionals.hpp"
#include "theory/checks/on_densities.hpp"
#include "theory/checks/random_points.hpp"
#include "theory/checks/twins.hpp"
#include "theory/claim.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/null_set.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {
namespace {

using functionals::minus_log4;
using functionals::total_variation;
using functionals::value_at_optimum;

const auto attains = equal(value_at_optimum, minus_log4);
const auto above = less(minus_log4, value_at_optimum);

/// C + log 4 >= half the integral of (p-q)²/(p+q), which vanishes only where p = q.
const auto controls_difference =
    at_most([](const auto& c) { return integrate(c, formulas::triangular_density) / 2; },
            [](const auto& c) { return value_at_optimum(c) - minus_log4(c); });

/// Both sides with (P, P) in place of (P, Q).
constexpr auto value_of_equals = []<class T>(const Columns<T>& c) -> T {
  return integrate(
      c, []<class U>(const U& p, const U&) -> U { return formulas::value_at_optimum(p, p); });
};
constexpr auto minus_log4_of_equals = []<class T>(const Columns<T>& c) -> T {
  return -(2 * mass_of_data(c) * log(T(2)));
};
const auto equals_attain = equal(value_of_equals, minus_log4_of_equals);

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
auto is_total_variation(const F& f) {
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

/// With the masses kept, TV² <= C + log 4 reads 2 TV² <= (P^ + Q^)(C + (P^ + Q^) log 2): the mass
/// of p+q takes the place of 2 in the Cauchy-Schwarz step.
constexpr auto twice_squared_tv = []<class T>(const Columns<T>& c) -> T {
  const T tv = total_variation(c);
  return 2 * tv * tv;
};
constexpr auto four_times_squared_tv = []<class T>(const Columns<T>& c) -> T {
  return 2 * twice_squared_tv(c);
};
constexpr auto room_times_mass = []<class T>(const Columns<T>& c) -> T {
  return total_mass(c) * (value_at_optimum(c) - minus_log4(c));
};
const auto stable = at_most(twice_squared_tv, room_times_mass);

/// C + log 4 <= 2 TV.
const auto continuous =
    at_most([]<class T>(const Columns<T>& c) -> T { return value_at_optimum(c) - minus_log4(c); },
            []<class T>(const Columns<T>& c) -> T { return 2 * total_variation(c); });

/// C + log 4 <= 2 TV for the pair (P, Q_k), Q_k = (1-1/k) P + Q/k.
auto room_on_the_way(int k) {
  const auto step = [k]<class T>(const Columns<T>& c) -> Columns<T> {
    const T part = exactly<T>(Rational(1, k)), rest = exactly<T>(Rational(k - 1, k));
    Columns<T> way = c;
    for (std::size_t i = 0; i < c.size(); ++i) way.q[i] = rest * c.p[i] + part * c.q[i];
    return way;
  };
  return at_most(
      [step]<class T>(const Columns<T>& c) -> T {
        const Columns<T> way = step(c);
        return value_at_optimum(way) - minus_log4(way);
      },
      [step]<class T>(const Columns<T>& c) -> T { return 2 * total_variation(step(c)); });
}

Evidence limit_on_grid(const Setting& setting) {
  Residuals residuals(
      {setting.scope.en + ", k = 1, 10, 1000", setting.scope.zh + "，k = 1、10、1000"});
  for (const int k : {1, 10, 1000}) {
    for (const auto& pair : setting.pairs) compare_on(residuals, room_on_the_way(k), *pair);
  }
  return residuals.evidence();
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
  return example(confirms, pair->name() + ": C(G) = -log 4 exactly, p != q at one point", scope);
}

std::vector<Check> checks() {
  return {
      {"if",
       {"the pair (P, P) for the data law of every pair", "对每一对的数据分布取 (P, P)"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, equals_attain); }},
      {"if",
       {"p log 1/2 + p log 1/2 = -2p log 2", "p log 1/2 + p log 1/2 = -2p log 2"},
       Witness::symbolic,
       [](const Setting&) { return equals_by_algebra(); }},
      {"only-if",
       {"C(G) + log 4 against half the integral of (p-q)²/(p+q)",
        "C(G) + log 4 与 (p-q)²/(p+q) 的积分之半比较"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, controls_difference); }},
      {"only-if",
       {"C(G) enclosed above -log 4", "C(G) 的包含区间整个位于 -log 4 之上"},
       Witness::ball,
       [](const Setting& s) {
         return in_balls_where(s, are_different, {"P = Q", "P = Q"}, above);
       }},
      {"only-if",
       {"h(t) = log 2 only at t = 1/2", "h(t) = log 2 仅在 t = 1/2 成立"},
       Witness::ball,
       [](const Setting&) { return entropy_is_at_most_log2(); }},
      {"only-if",
       {"both divergences vanish only where p = m = q", "两个散度仅在 p = m = q 处为零"},
       Witness::symbolic,
       [](const Setting&) { return log4_bound_by_tangent(); }},
      {"one-condition-suffices",
       {"the integral of |p - m| against TV(P, Q)", "|p - m| 的积分与 TV(P, Q) 比较"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, is_total_variation(data_less_mixture)); }},
      {"one-condition-suffices",
       {"the integral of |q - m| against TV(P, Q)", "|q - m| 的积分与 TV(P, Q) 比较"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, is_total_variation(mixture_less_generator)); }},
      {"one-condition-suffices",
       {"p - m = (p-q)/2 = m - q", "p - m = (p-q)/2 = m - q"},
       Witness::symbolic,
       [](const Setting&) { return conditions_by_algebra(); }},
      random_points_check("one-condition-suffices",
                          [] { return same_at_random_points(data_less_mixture, half_difference); }),
      random_points_check(
          "one-condition-suffices",
          [] { return same_at_random_points(mixture_less_generator, half_difference); }),
      {"null-sets",
       {"two densities that differ at a point of weight 0", "两个密度仅在一个权重为 0 的点上不同"},
       Witness::grid,
       [](const Setting&) { return on_grid(own_suite({different_on_a_null_set()}), attains); }},
      {"null-sets",
       {"the same, exactly", "同上，精确计算"},
       Witness::symbolic,
       [](const Setting&) { return null_set_example(true); }},
      density_check(
          "stability",
          {"C(G) + log 4 against TV², both enclosed for laws with densities",
           "对有密度的分布，比较 C(G) + log 4 与 TV² 的包含区间"},
          Order::at_most, [](const EnclosedNumbers& n) -> Ball { return n.tv * n.tv; },
          numbers::above_minus_log4),
      density_check("continuity",
                    {"C(G) + log 4 against 2 TV, both enclosed for laws with densities",
                     "对有密度的分布，比较 C(G) + log 4 与 2 TV 的包含区间"},
                    Order::at_most, numbers::above_minus_log4,
                    [](const EnclosedNumbers& n) -> Ball { return n.tv * 2; }),
      {"stability",
       {"both sides summed over the grid", "在网格上求和，比较两边"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, stable); }},
      {"stability",
       {"both sides enclosed", "两边的包含区间"},
       Witness::ball,
       [](const Setting& s) { return in_balls(s, stable); }},
      {"stability",
       {"log 2 - h(t) >= 2(t - 1/2)²: its second derivative over (1-2t)² is >= 3.99 on [0, 1]",
        "log 2 - h(t) >= 2(t - 1/2)²：二阶导数除以 (1-2t)² 后在 [0, 1] 上 >= 3.99"},
       Witness::ball,
       [](const Setting&) { return entropy_is_below_parabola(); }},
      {"stability",
       {"log 2 - h(t) >= 2(t - 1/2)², then a square under the integral",
        "log 2 - h(t) >= 2(t - 1/2)²，再在积分号下配方"},
       Witness::symbolic,
       [](const Setting&) { return stability_by_convexity(); }},
      {"continuity",
       {"both sides summed over the grid", "在网格上求和，比较两边"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, continuous); }},
      {"continuity",
       {"both sides enclosed", "两边的包含区间"},
       Witness::ball,
       [](const Setting& s) { return in_balls(s, continuous); }},
      {"continuity",
       {"log 2 - h(t) <= 2|t - 1/2| on [0, 1]: C + log 4 <= 2 TV",
        "[0, 1] 上 log 2 - h(t) <= 2|t - 1/2|，故 C + log 4 <= 2 TV"},
       Witness::ball,
       [](const Setting&) { return excess_is_below_distance(); }},
      {"continuity",
       {"2 TV - (C + log 4) as a sum of terms >= 0", "2 TV - (C + log 4) 写成非负项之和"},
       Witness::symbolic,
       [](const Setting&) { return continuity_by_tangent(); }},
      {"limit",
       {"C(Q_k) + log 4 for k = 1, 10, 1000", "k = 1、10、1000 时的 C(Q_k) + log 4"},
       Witness::grid,
       limit_on_grid},
      {"limit",
       {"C + log 4 <= 2 TV and TV(P, Q_k) = TV(P, Q)/k",
        "C + log 4 <= 2 TV 且 TV(P, Q_k) = TV(P, Q)/k"},
       Witness::symbolic,
       [](const Setting&) { return continuity_by_tangent(); }}};
}

std::vector<Control> controls() {
  return {{.letter = 'a',
           .mutant = R"(C(G) = -\log 4 \text{ for some } P \ne Q)",
           .what = {"one of three pairs with P != Q attains the bound; each is excluded",
                    "误认为三个 P ≠ Q 的分布对中有一个取到下界；逐一排除"},
           .witness = Witness::ball,
           .on = {"W1", "W2", "W7"},

           .run = [](const Setting& s) { return nearest_in_balls(s, attains); }},
          ball_twin('b', R"(C(G) = -\log 4 \iff \operatorname{supp} P = \operatorname{supp} Q)",
                    {"equality as soon as the supports coincide", "误认为支撑相同即取等号"}, {"W1"},
                    attains, attains),
          ball_twin('c', R"(C(G) = -\log 4 \iff \mathbb{E}_P x = \mathbb{E}_Q x)",
                    {"equality as soon as the means coincide", "误认为均值相同即取等号"},
                    {"equal-means"}, attains, attains),
          {.letter = 'd',
           .mutant = R"(C(G) = -\log 4 \implies p(x) = q(x) \text{ for every } x)",
           .what = {"equal densities at every point, null sets included",
                    "误要求密度处处相等，零测集也不例外"},
           .witness = Witness::symbolic,
           .on = {},
           .run = [](const Setting&) { return null_set_example(false); }},
          grid_twin('e', R"(2\,\mathrm{TV}(P,Q)^2 \le C(G) + \log 4)",
                    {"the stability constant doubled", "稳定性不等式的常数加倍"}, {"W1"},
                    at_most(four_times_squared_tv, room_times_mass), stable),
          {.letter = 'f',
           .mutant = R"(\log 2 - h(t) \ge 4 (t - \tfrac12)^2 \text{ on } [0,1])",
           .what = {"as (e), swept over [0, 1]: refuted by an enclosure at one point",
                    "同 (e)，在 [0, 1] 上扫描：由一点处的包含区间推翻"},
           .witness = Witness::ball,
           .on = {},
           .run = [](const Setting&) { return entropy_is_below_parabola(4); }}};
}

}  // namespace

void equality_iff(Claim& claim) {
  claim.checks = checks();
  claim.controls = controls();
}

}  // namespace gancheck
