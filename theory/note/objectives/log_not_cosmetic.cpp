// Claim 12: the logarithm is more than a convenience. Without it the best discriminator is the hard
// decision 1{p > q} with the value 1 + TV, with it p/(p+q) with the value 2 JSD - log 4.
#include <fmt/format.h>

#include "theory/checks/classification.hpp"
#include "theory/checks/on_densities.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/checks/spread.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/suite.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/certificates_on_square.hpp"
#include "theory/proofs/tangent.hpp"

namespace gancheck {
namespace {

using functionals::jsd;
using functionals::minus_log4;
using functionals::total_mass;
using functionals::total_variation;
using functionals::value_at_optimum;
using functionals::value_found;
using spread::Ends;
using spread::Inside;
using spread::integral;

/// p D + q (1-D): the integrand without the logarithms.
constexpr auto linear = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return p * d.yes + q * d.no;
};
/// (p-q)^+ (1-D) + (q-p)^+ D = |p-q| |D - 1{p>q}|: what D loses at one point.
constexpr auto linear_loss = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return max(T(p - q), T(0)) * d.no + max(T(q - p), T(0)) * d.yes;
};

/// The maximum over all vertices D in {0, 1}^n, each tried.
Functional best_vertex() {
  return 2 * classification::best_by_search;
}
/// (P^ + Q^)/2 + TV, which is 1 + TV for probability measures.
Functional one_plus(const Functional& distance) {
  return total_mass / 2 + distance;
}
Comparisons best_vertex_is(const Functional& number) {
  return on_few_points(equal(best_vertex(), number));
}
template <class D>
Relation loses() {
  return equal(one_plus(total_variation) - integral<D>(linear), integral<D>(linear_loss));
}

/// For densities r + e and r, the larger one being p or q, or both being r: what the score lacks of
/// max(p, q) = (p+q)/2 + |p-q|/2 is e times the distance of D from 1{p > q}, and 0 for p = q
/// whatever D is: in (0, 1), 1 or 0.
Evidence linear_by_algebra() {
  const Symbol r = Symbol::positive("r"), e = Symbol::positive("e"), none(0);
  const Chance<Symbol> all = {Symbol(1), none}, nothing = {none, Symbol(1)};
  std::vector<Identity> proof = {{formulas::mixture(r, r), r}};
  for (const Chance<Symbol>& d : {free_chance(), all, nothing}) {
    proof.push_back({linear(r, r, d), r});
    for (const Symbol& smaller : {r, none}) {
      const Symbol larger = smaller + e;
      proof.push_back({formulas::mixture(larger, smaller) + e / 2, larger});
      proof.push_back({larger - linear(larger, smaller, d), e * d.no});
      proof.push_back({larger - linear(smaller, larger, d), e * d.yes});
    }
  }
  return same_forms(
      proof, {"all P, Q and all D in [0, 1]", "一切 P、Q 与 [0, 1] 中的一切 D"},
      {lemma::radon_nikodym, lemma::linearity, lemma::monotonicity, lemma::vanishing});
}

/// max(p, q) - (p D + q (1-D)) is that loss, in rational arithmetic.
Evidence loss_at_random_points() {
  return at_random_points({"p", "q", "u", "v"},
                          [](std::span<const Rational> x) -> std::vector<Sides> {
                            const Rational &p = x[0], &q = x[1], larger = p < q ? q : p;
                            const Chance<Rational> d = rational_chance(x[2], x[3]);
                            const Rational step = p < q ? d.yes : d.no;
                            return {{larger - linear(p, q, d), abs(Rational(p - q)) * step}};
                          });
}

/// The integral of max(2(1-x), 2x) over [0, 1], split where both are equal, at 1/2: W4.
Ball larger_of_triangles() {
  const Ball half = Ball(1) / 2;
  return (2 * half - half * half) + (1 - half * half);
}
/// That of max(2 exp(-2x), exp(-x)), split at log 2: W8.
Ball larger_of_exponentials() {
  const Ball crossing = log(Ball(2));
  return (1 - exp(-2 * crossing)) + exp(-crossing);
}

/// The integral of the larger density of a built-in pair is 1 + TV.
PartOf::Run is_one_plus_tv(const std::string& name, Ball (*larger)()) {
  return [name, larger](const Setting&) {
    return on_densities(
        only({name}), Order::equal, [larger](const EnclosedNumbers&) { return larger(); },
        [](const EnclosedNumbers& n) -> Ball {
          return (n.mass_data + n.mass_generator) / 2 + n.tv;
        });
  };
}

void add_without_logarithm(Claim& claim) {
  const Comparisons best = best_vertex_is(one_plus(total_variation));
  PartOf(claim, "value-without-log")
      .summed(best, {"all 2^n discriminators with values 0 and 1 tried",
                     "穷举全部 2^n 个取值 0、1 的判别器"})
      .summed(at_most(integral<Inside>(linear), one_plus(total_variation)),
              {"no D in (0, 1) exceeds it", "取值于 (0, 1) 的 D 都不超过它"})
      .enclosed(best, the_same_enclosed)
      .checked(Witness::ball,
               {"the integral of max(p, q) of W4, split where p = q, against 1 + TV enclosed",
                "W4 的 max(p, q) 的积分（在 p = q 处分段）与 1 + TV 的包含区间比较"},
               is_one_plus_tv("W4", larger_of_triangles))
      .checked(Witness::ball, {"the same for W8", "对 W8 作同样的比较"},
               is_one_plus_tv("W8", larger_of_exponentials))
      .swept({"s a + (1-s)(1-a) ≤ 1/2 + |s - 1/2| on [0, 1]², with equality at a = 1{s > 1/2}",
              "[0, 1]² 上 s a + (1-s)(1-a) ≤ 1/2 + |s - 1/2|，a = 1{s > 1/2} 时取等号"},
             [] { return accuracy_is_bounded(); })
      .proved({"max(p, q) = (p+q)/2 + |p-q|/2", "max(p, q) = (p+q)/2 + |p-q|/2"},
              linear_by_algebra);
  PartOf(claim, "argmax-without-log")
      .summed(loses<Inside>(), {"1 + TV less the score of a D in (0, 1), against the integral of "
                                "|p-q| |D - 1{p > q}|",
                                "D 取值于 (0, 1)：1 + TV 与其得分之差，与 |p-q| |D - 1{p > q}| "
                                "的积分比较"})
      .summed(loses<Ends>(), {"the same for D = 0, 1/2, 1", "同上，D 取 0、1/2、1"})
      .enclosed(loses<Inside>(), the_same_enclosed)
      .at_random_points(loss_at_random_points)
      .proved({"the loss is |p-q| |D - 1{p > q}| at every point",
               "在每一点损失为 |p-q| |D - 1{p > q}|"},
              linear_by_algebra);
}

/// The integrand of 2 JSD - log 4.
constexpr auto two_jsd_minus_log4 = []<class T>(const T& p, const T& q) -> T {
  return 2 * functionals::jsd_density(p, q) - (p + q) * log(T(2));
};

void add_with_logarithm(Claim& claim) {
  const Functional value = 2 * jsd + minus_log4;
  PartOf(claim, "value-with-log")
      .summed(equal(value_found, value),
              {"the integrand maximised at every point by bisection, against 2 JSD - log 4",
               "逐点用二分法求被积函数的最大值，与 2 JSD - log 4 比较"})
      .enclosed(equal(value_at_optimum, value))
      .integrated({"V(D*, G) and 2 JSD - log 4, both enclosed for laws with densities",
                   "对有密度的分布，比较 V(D*, G) 与 2 JSD - log 4 的包含区间"},
                  Order::equal, numbers::above_minus_log4,
                  [](const EnclosedNumbers& n) -> Ball { return 2 * n.jsd; })
      .same_integrands(functionals::substituted, two_jsd_minus_log4);
  PartOf(claim, "argmax-with-log")
      .summed(for_discriminators(equal(functionals::loss_density, formulas::regret_density)),
              {"V(D*, G) - V(D, G) against the integral of (p+q) kl(D*‖D), for several D",
               "对若干个 D，V(D*, G) - V(D, G) 与 (p+q) kl(D*‖D) 的积分比较"})
      .swept(
          {"kl(s‖d) ≥ 0.4995 (s-d)² on the closed square", "kl(s‖d) ≥ 0.4995 (s-d)²（闭正方形）"},
          binary_kl_is_convex)
      .proved({"V(D*, G) - V(D, G) is at least 2 times the integral of (p+q)(D-D*)²",
               "V(D*, G) - V(D, G) 不小于 (p+q)(D-D*)² 积分的 2 倍"},
              [] { return only_the_optimum_has_no_regret(); });
}

/// TV² <= 2 JSD <= 2 TV, with the masses kept.
void add_distances(Claim& claim) {
  const Relation below = at_most(2 * total_variation * total_variation, total_mass * (2 * jsd));
  const Relation above = at_most(2 * jsd, 2 * total_variation);
  PartOf(claim, "tv-below-jsd")
      .summed(below)
      .enclosed(below)
      .swept({"log 2 - h(t) ≥ 2(t - 1/2)² on [0, 1]", "[0, 1] 上 log 2 - h(t) ≥ 2(t - 1/2)²"},
             [] { return entropy_is_below_parabola(); })
      .proved({"TV² ≤ C(G) + log 4 = 2 JSD", "TV² ≤ C(G) + log 4 = 2 JSD"},
              [] { return stability_by_convexity(); });
  PartOf(claim, "jsd-below-tv")
      .summed(above)
      .enclosed(above)
      .swept({"log 2 - h(t) ≤ 2|t - 1/2| on [0, 1]", "[0, 1] 上 log 2 - h(t) ≤ 2|t - 1/2|"},
             [] { return excess_is_below_distance(); })
      .proved({"2 JSD = C(G) + log 4 ≤ 2 TV", "2 JSD = C(G) + log 4 ≤ 2 TV"},
              [] { return continuity_by_tangent(); });
}

/// E_P log D <= log E_P D, as P^ log of the mean of D. (P^ = 1 for probability measures.)
template <class D>
Functional mean_of_log() {
  return integral<D>(spread::data_term);
}
template <class D>
Functional log_of_mean() {
  const Functional mass = functionals::mass_of_data;
  constexpr auto weighted = []<class T>(const T& p, const T&, const Chance<T>& d) -> T {
    return p * d.yes;
  };
  return mass * log(integral<D>(weighted) / mass);
}
template <class D>
Relation jensen() {
  return at_most(mean_of_log<D>(), log_of_mean<D>());
}

/// With c the mean of D under P and f(t) = t - 1 - log t >= 0, p log c - p log d = p f(d/c) -
/// (p d - p c)/c, and the integral of p d - p c is 0. (Where D = 0 < p, the left side is
/// -infinity.)
Evidence jensen_by_tangent() {
  const Symbol p = Symbol::positive("p"), d = Symbol::positive("d"), c = Symbol::positive("c");
  std::vector<Identity> proof = tangent_of_logarithm();
  proof.push_back(
      {p * log(c) - times_log(p, d), p * formulas::tangent_gap(d / c) - (p * d - p * c) / c});
  return same_forms(
      proof, {"all P and all D with E_P D > 0", "一切 P 与一切 E_P D > 0 的 D"},
      {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity});
}

void add_jensen(Claim& claim) {
  PartOf(claim, "jensen")
      .summed(jensen<Inside>(), {"both sides for a D in (0, 1)", "D 取值于 (0, 1)，比较两边"})
      .enclosed(jensen<Inside>())
      .proved({"from log t ≤ t - 1", "由 log t ≤ t - 1 得出"}, jensen_by_tangent);
}

// The example W1: P = (1/2, 1/2), Q = (7/10, 3/10).

template <class T>
struct Point {
  T p, q;
};
template <class T>
std::vector<Point<T>> example_laws() {
  return {{T(1) / 2, T(7) / 10}, {T(1) / 2, T(3) / 10}};
}
/// D = (0, 1) = 1{p > q}, and D* = (5/12, 5/8).
template <class T>
std::vector<Chance<T>> hard_decision() {
  return {{T(0), T(1)}, {T(1), T(0)}};
}
template <class T>
std::vector<Chance<T>> soft_decision() {
  return {{T(5) / 12, T(7) / 12}, {T(5) / 8, T(3) / 8}};
}
template <class T, class F>
T score(const F& f, const std::vector<Chance<T>>& d) {
  const auto laws = example_laws<T>();
  T total(0);
  for (std::size_t i = 0; i < laws.size(); ++i) total = total + f(laws[i].p, laws[i].q, d[i]);
  return total;
}

const Text example_scope = {"P = (1/2, 1/2), Q = (7/10, 3/10)", "P = (1/2, 1/2)，Q = (7/10, 3/10)"};

/// Without logarithms (0, 1) has 6/5; with them (0, 1) has -infinity and D* has C.
constexpr auto example_scores = [](const Setting&, Take<Tracked>& take) {
  take.over(example_scope);
  const auto hard = hard_decision<Tracked>(), soft = soft_decision<Tracked>();
  const Functional& c = value_at_optimum;
  const Setting pair = only({"W1"});
  take.equal(score(linear, hard), Tracked(6) / 5, [] {
    return Text{"score of (0, 1)", "(0, 1) 的得分"};
  });
  take.equal(score(formulas::value_density, hard), log(Tracked(0)), [] {
    return Text{"V at (0, 1)", "(0, 1) 处的 V"};
  });
  take.equal(score(formulas::value_density, soft), c(pair.pairs.front()->tracked()), [] {
    return Text{"V at D*", "D* 处的 V"};
  });
};

/// Without logarithms D* has less than 6/5.
constexpr auto soft_scores_less = []<class T>(const Setting&, Take<T>& take) {
  take.over(example_scope);
  take.less(score(linear, soft_decision<T>()), T(6) / 5, [] {
    return Text{"score of D*", "D* 的得分"};
  });
};

/// Exactly: D* is the zero of the slope of V at both points, p = 1/2 > 0 has D = 0 at the first
/// one, so that V is -infinity there, and the linear scores are 6/5 and less.
Evidence example_exactly(bool confirms) {
  const auto laws = example_laws<Rational>();
  const auto hard = hard_decision<Rational>(), soft = soft_decision<Rational>();
  bool decided = laws[0].p > 0 && hard[0].yes == 0;
  for (std::size_t i = 0; i < laws.size(); ++i) {
    decided = decided && formulas::slope(laws[i].p, laws[i].q, soft[i]) == 0;
  }
  const Rational of_hard = score(linear, hard), of_soft = score(linear, soft);
  const Text scope = {"one pair", "一个分布对"};
  if (!decided || of_hard != Rational(6, 5) || !(of_soft < of_hard)) return no_example(scope);
  return example(
      confirms,
      Text{fmt::format("W1: D = (0, 1) scores {} and V = -∞, D* = (5/12, 5/8) scores "
                       "{} and maximises V",
                       to_text(of_hard), to_text(of_soft)),
           fmt::format("W1：D = (0, 1) 得分为 {}，V = -∞；D* = (5/12, 5/8) 得分为 {}，且使 V 最大",
                       to_text(of_hard), to_text(of_soft))},
      scope);
}

void add_example(Claim& claim) {
  PartOf(claim, "different-argmax")
      .summed(example_scores, {"the score of (0, 1) without logarithms, and both values with them",
                               "D = (0, 1) 不加对数时的得分，以及两个 D 加对数后的值"})
      .summed(soft_scores_less,
              {"the score of D* without logarithms is less", "D* 不加对数时的得分较小"})
      .enclosed(soft_scores_less, the_same_enclosed)
      .proved({"the same, exactly", "同上，精确计算"}, [] { return example_exactly(true); });
}

/// p D* + q (1-D*).
constexpr auto linear_at_dstar = []<class T>(const T& p, const T& q) -> T {
  return linear(p, q, formulas::optimal_discriminator(p, q));
};

/// Against "the best D without logarithms is unique": a point with p = q > 0, where D = 0 and D = 1
/// score the same.
Evidence free_tie(const Setting& setting) {
  for (const auto& pair : setting.pairs) {
    const Densities& d = pair->densities();
    for (std::size_t i = 0; i < d.grid.size(); ++i) {
      if (!d.data[i].is_rational() || !d.generator[i].is_rational()) continue;
      const Rational p = d.data[i].rational(), q = d.generator[i].rational();
      const Rational at_zero = linear(p, q, Chance<Rational>{0, 1});
      const Rational at_one = linear(p, q, Chance<Rational>{1, 0});
      if (!(p > 0) || at_zero != at_one) continue;
      return example(false,
                     Text{fmt::format("{}: D = 0 and D = 1 both score {}", name_of_point(*pair, i),
                                      to_text(at_zero)),
                          fmt::format("{}：D = 0 与 D = 1 的得分同为 {}", name_of_point(*pair, i),
                                      to_text(at_zero))},
                     setting.scope);
    }
  }
  return no_example(setting.scope);
}

void add_twins(Claim& claim) {
  const Functional best = one_plus(total_variation);
  Twins(claim, best_vertex_is(best))
      .on("W1")
      .grid(R"(\mathrm{arg\,max}_D \int D\,dP + \int (1-D)\,dQ = \frac{p}{p+q})",
            {"the same best D with and without the logarithm", "误认为加不加对数，最优的 D 都一样"},
            best_vertex_is(integral_of(linear_at_dstar)))
      .grid(R"(\max_D \int D\,dP + \int (1-D)\,dQ = 1 + 2\,\mathrm{TV})",
            {"twice the total variation", "全变差多了因子 2"},
            best_vertex_is(one_plus(2 * total_variation)));
  Twins(claim, jensen<Inside>())
      .on("W1")
      .grid(R"(\log \mathrm{E}_P D = \mathrm{E}_P \log D)",
            {"the logarithm exchanged with the expectation", "对数与期望交换次序"},
            equal(log_of_mean<Inside>(), mean_of_log<Inside>()));
  add_twin(claim, Witness::grid,
           R"(\text{the best } D \text{ without } \log \text{ is unique also where } p = q)",
           {"uniqueness also at ties", "误认为 p = q 处也唯一"}, {"W0"}, free_tie);
  add_twin(
      claim, Witness::symbolic,
      R"(\text{a } D \text{ that is best without } \log \text{ is best with it})",
      {"as (a): the best D without logarithms has V = -∞", "同 (a)：不加对数时最优的 D 使 V = -∞"},
      {}, [](const Setting&) { return example_exactly(false); });
}

}  // namespace

void log_not_cosmetic(Claim& claim) {
  add_example(claim);
  add_without_logarithm(claim);
  add_with_logarithm(claim);
  add_distances(claim);
  add_jensen(claim);
  add_twins(claim);
}

}  // namespace gancheck
