// Claim 47: 0 <= KL(P||M) <= log 2 for every pair; KL(P||Q) may be infinite.
#include "numerics/number/infinity.hpp"
#include "theory/checks/functionals.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/checks/supports.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/suite.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/tangent.hpp"

namespace gancheck {
namespace {

using formulas::kl_density;
using formulas::mixture;
using functionals::kl;
using functionals::kl_to_mixture;
using functionals::mass_of_data;

constexpr auto data = []<class T>(const T& p, const T&) -> T { return p; };
constexpr auto generator = []<class T>(const T&, const T& q) -> T { return q; };
constexpr auto twice_mixture = []<class T>(const T& p, const T& q) -> T {
  return 2 * mixture(p, q);
};
constexpr auto room_below_twice_mixture = []<class T>(const T& p, const T& q) -> T {
  return twice_mixture(p, q) - p;
};
/// p log(p/m) and p log 2.
constexpr auto kl_to_mixture_density = []<class T>(const T& p, const T& q) -> T {
  return kl_density(p, mixture(p, q));
};
constexpr auto log2_of_data = []<class T>(const T& p, const T&) -> T { return p * log(T(2)); };
constexpr auto room_below_log2 = []<class T>(const T& p, const T& q) -> T {
  return log2_of_data(p, q) - kl_to_mixture_density(p, q);
};
/// pq/(p+q)
constexpr auto overlap = []<class T>(const T& p, const T& q) -> T { return p * q / (p + q); };

/// log 2, with its mass.
Functional log2() {
  return mass_of_data * log(Functional(2));
}

/// 2m - p = q >= 0. And p log 2 - p log(p/m) = p log(1 + q/p), where log(1+t) is 0 at t = 0 and has
/// the derivative 1/(1+t) > 0; where q = 0 or p = 0 it is 0.
Evidence domination_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), t = Symbol::positive("t");
  const Symbol none(0), one(1);
  std::vector<Identity> proof = same_where_not_null(room_below_twice_mixture, generator);
  proof.push_back({room_below_log2(p, q), p * log(one + q / p)});
  proof.push_back({room_below_log2(p, none), none});
  proof.push_back({room_below_log2(none, q), none});
  proof.push_back({log(one), none});
  proof.push_back({derivative(log(one + t), t), one / (one + t)});
  return same_forms(proof, all_pairs_of_laws, {lemma::radon_nikodym, lemma::increase});
}

/// With f(t) = t - 1 - log t >= 0: p log 2 - p log(p/m) - pq/(p+q) = p f(p/(p+q)), and 0 where p or
/// q vanishes.
std::vector<Identity> overlap_below_room() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0);
  std::vector<Identity> proof = tangent_of_logarithm();
  proof.push_back({room_below_log2(p, q) - overlap(p, q), p * formulas::tangent_gap(p / (p + q))});
  proof.push_back({room_below_log2(p, none) - overlap(p, none), none});
  proof.push_back({room_below_log2(none, q) - overlap(none, q), none});
  return proof;
}

Evidence upper_bound_by_tangent() {
  return same_forms(
      overlap_below_room(), all_pairs_of_laws,
      {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity});
}
/// Equality makes pq/(p+q) vanish almost everywhere, and with it pq.
Evidence only_if_by_tangent() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q");
  std::vector<Identity> proof = overlap_below_room();
  proof.push_back({overlap(p, q) * (p + q), p * q});
  return same_forms(proof, all_pairs_of_laws,
                    {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity,
                     lemma::vanishing});
}

/// Where q = 0 the integrand is p log 2, where p = 0 it is 0.
Evidence if_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0);
  return same_forms({{kl_to_mixture_density(p, none), p * log(Symbol(2))},
                     {kl_to_mixture_density(none, q), none}},
                    {"all P, Q with disjoint supports", "一切支撑不相交的 P、Q"},
                    {lemma::radon_nikodym, lemma::linearity});
}

/// A point of positive weight with q > 0 = p: there q log(q/p), and so KL(Q||P), is +infinity.
std::optional<std::string> point_without_data(const Pair& pair) {
  const Densities& d = pair.densities();
  for (std::size_t i = 0; i < d.grid.size(); ++i) {
    if (d.grid.weights[i] > 0 && d.data[i].is_zero() && !d.generator[i].is_zero())
      return name_of_point(pair, i);
  }
  return std::nullopt;
}

/// KL(Q||P) = +infinity, while KL(Q||M) is log(2/3)/2 + log(2)/2 = log(4/3)/2 for M = (3/4, 1/4).
Evidence infinite_without_mixture() {
  const Setting w2 = only({"W2"});
  const auto point = point_without_data(*w2.pairs.front());
  const Symbol one(1), half = one / 2;
  const Symbol of_mixture =
      kl_to_mixture_density(half, one) + kl_to_mixture_density(half, Symbol(0));
  const Evidence finite = same_form(of_mixture, log(Symbol(4) / 3) / 2, w2.scope);
  if (!point || !finite.same_form) return no_example(w2.scope);
  return example(true,
                 Text{*point + ": p = 0 < q, so that KL(Q‖P) = +∞; KL(Q‖M) = log(4/3)/2",
                      *point + "：p = 0 < q，故 KL(Q‖P) = +∞；而 KL(Q‖M) = log(4/3)/2"},
                 w2.scope);
}

/// Against "KL(M||P) is finite": at a point with q > 0 = p, m = q/2 > 0 = p.
Evidence mixture_not_dominated(const Setting& setting) {
  for (const auto& pair : setting.pairs) {
    const auto point = point_without_data(*pair);
    if (point) {
      return example(false,
                     Text{*point + ": p = 0 < m, so that KL(M‖P) = +∞",
                          *point + "：p = 0 < m，故 KL(M‖P) = +∞"},
                     setting.scope);
    }
  }
  return no_example(setting.scope);
}

void add_dominated(Claim& claim) {
  const Comparisons ratio = at_every_point(at_most(kl_to_mixture_density, log2_of_data));
  PartOf(claim, "dominated")
      .summed(at_every_point(at_most(data, twice_mixture)),
              {"p against 2m at every point", "在每个点比较 p 与 2m"})
      .summed(ratio,
              {"p log(p/m) against p log 2 at every point", "在每个点比较 p log(p/m) 与 p log 2"})
      .enclosed(ratio, the_same_enclosed)
      .same_at_random_points(room_below_twice_mixture, generator)
      .swept({"dP/dM = 2s ≤ 2 on [0, 1]", "[0, 1] 上 dP/dM = 2s ≤ 2"},
             [] { return mixture_dominates(); })
      .proved({"2m - p = q, and log 2 - log(p/m) = log(1 + q/p)",
               "2m - p = q，log 2 - log(p/m) = log(1 + q/p)"},
              domination_by_algebra);
}

void add_bounds(Claim& claim) {
  // By log t <= t - 1 alone KL(P||M) >= P^ - M^, which is 0 for probability measures.
  const Relation nonnegative = at_most(mass_of_data - functionals::total_mass / 2, kl_to_mixture);
  PartOf(claim, "nonnegative")
      .summed(nonnegative,
              {"KL(P‖M) against the difference of the masses", "KL(P‖M) 与总质量之差比较"})
      .enclosed(nonnegative, the_same_enclosed)
      .integrated({"KL(P‖M) integrated and enclosed for laws with densities",
                   "对有密度的分布积分，计算 KL(P‖M) 的包含区间"},
                  Order::at_most, numbers::zero,
                  [](const EnclosedNumbers& n) { return n.kl_data_mixture; })
      .swept({"s log 2s ≥ s - 1/2 on [0, 1]", "[0, 1] 上 s log 2s ≥ s - 1/2"}, gibbs_for_mixture)
      .proved({"Gibbs' inequality, which holds for every denominator of mass one",
               "Gibbs 不等式，它对质量为 1 的任何分母成立"},
              [] { return gibbs_by_tangent(); });
  const Relation bound = at_most(kl_to_mixture, log2());
  PartOf(claim, "at-most-log2")
      .summed(bound, {"KL(P‖M) against log 2", "KL(P‖M) 与 log 2 比较"})
      .enclosed(bound, the_same_enclosed)
      .integrated(
          {"KL(P‖M) integrated and enclosed for laws with densities, against log 2",
           "对有密度的分布积分，KL(P‖M) 的包含区间与 log 2 比较"},
          Order::at_most, [](const EnclosedNumbers& n) { return n.kl_data_mixture; },
          [](const EnclosedNumbers& n) -> Ball { return n.mass_data * log(Ball(2)); })
      .swept({"log s ≤ s - 1 ≤ 0 on (0, 1], and so s log 2s ≤ s log 2",
              "(0, 1] 上 log s ≤ s - 1 ≤ 0，故 s log 2s ≤ s log 2"},
             [] { return logarithm_increases(); })
      .proved({"what is missing from log 2 is at least the integral of pq/(p+q)",
               "与 log 2 之差不小于 pq/(p+q) 的积分"},
              upper_bound_by_tangent);
}

void add_equality(Claim& claim) {
  const Comparisons attained = on_disjoint_supports(equal(kl_to_mixture, log2()));
  PartOf(claim, "equality-if")
      .summed(attained, {"KL(P‖M) where the supports are disjoint", "支撑不相交时的 KL(P‖M)"})
      .enclosed(attained, the_same_enclosed)
      .proved({"the integrand where p = 0 or q = 0", "p = 0 或 q = 0 处的被积函数"}, if_by_algebra);
  PartOf(claim, "equality-only-if")
      .summed(at_most(integral_of(overlap), log2() - kl_to_mixture),
              {"log 2 - KL(P‖M) against the integral of pq/(p+q)",
               "log 2 - KL(P‖M) 与 pq/(p+q) 的积分比较"})
      .enclosed(on_meeting_supports(less(kl_to_mixture, log2())),
                {"KL(P‖M) enclosed below log 2 where the supports meet",
                 "支撑相交时，KL(P‖M) 的包含区间整个位于 log 2 之下"})
      .proved({"the integral of pq/(p+q) vanishes only if pq = 0 almost everywhere",
               "pq/(p+q) 的积分为零，仅当几乎处处 pq = 0"},
              only_if_by_tangent);
}

void add_contrast(Claim& claim) {
  const auto infinite = [](const Columns<Tracked>&) { return Tracked::exact(infinity); };
  // Q = (1/2, 1/2) and M = (3/4, 1/4): log(2/3)/2 + log(2)/2.
  const Comparisons finite =
      on_built_in({"W2"}, equal(exchanged(kl_to_mixture), log(Functional(4) / 3) / 2));
  PartOf(claim, "contrast")
      .summed(on_built_in({"W2"}, equal(exchanged(kl), infinite)),
              {"KL(Q‖P) for (1, 0) and (1/2, 1/2)", "(1, 0) 与 (1/2, 1/2) 的 KL(Q‖P)"})
      .summed(finite, {"KL(Q‖M) = log(4/3)/2 for the same pair", "同一对的 KL(Q‖M) = log(4/3)/2"})
      .enclosed(finite, the_same_enclosed)
      .proved({"a point with p = 0 < q, and the normal form of KL(Q‖M)",
               "有一点 p = 0 < q，以及 KL(Q‖M) 的标准形式"},
              infinite_without_mixture);
}

void add_twins(Claim& claim) {
  Twins(claim, at_most(kl_to_mixture, log2()))
      .on("W10")
      .grid(R"(\mathrm{KL}(P\|M) \le \tfrac12 \log 2)", {"half the bound", "上界少了一半"},
            at_most(kl_to_mixture, log2() / 2));
  add_twin(
      claim, Witness::symbolic, R"(\mathrm{KL}(M\|P) < \infty)",
      {"the divergence in the other direction is finite as well", "误认为颠倒两个变元后散度仍有限"},
      {"W2"}, mixture_not_dominated);
  Twins(claim, less(kl_to_mixture, log2()))
      .on("W1")
      .ball(
          R"(\mathrm{KL}(P\|M) = \log 2 \iff P \ne Q)",
          {"the largest value as soon as the laws differ", "误认为两个分布只要不同，就取到最大值"},
          equal(kl_to_mixture, log2()));
}

}  // namespace

void kl_mixture_finite(Claim& claim) {
  add_dominated(claim);
  add_bounds(claim);
  add_equality(claim);
  add_contrast(claim);
  add_twins(claim);
}

}  // namespace gancheck
