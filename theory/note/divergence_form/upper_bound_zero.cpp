// Claim 50: C(G) <= 0, with equality iff P and Q are mutually singular.
#include "theory/checks/classification.hpp"
#include "theory/checks/functionals.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/checks/supports.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/tangent.hpp"

namespace gancheck {
namespace {

using functionals::value_at_optimum;

constexpr auto minus_value = []<class T>(const T& p, const T& q) -> T {
  return -formulas::value_at_optimum(p, q);
};
/// 2pq/(p+q): positive where both laws have mass, and 0 elsewhere.
constexpr auto overlap = []<class T>(const T& p, const T& q) -> T { return 2 * p * q / (p + q); };
/// (p+q) min(D*, 1-D*): nothing is left of it where D* is 0 or 1.
constexpr auto distance_to_ends = []<class T>(const T& p, const T& q) -> T {
  const Chance<T> best = formulas::optimal_discriminator(p, q);
  return (p + q) * min(best.yes, best.no);
};

Functional log2_of_masses() {
  return functionals::total_mass * log(Functional(2)) / 2;
}

/// With f(t) = t - 1 - log t >= 0: -p log D* - q log(1-D*) - 2pq/(p+q) = p f(D*) + q f(1-D*); where
/// p or q vanishes both sides are 0.
std::vector<Identity> overlap_below_minus_value() {
  std::vector<Identity> proof = tangent_of_logarithm();
  const auto gaps = [](const Symbol& p, const Symbol& q) -> Symbol {
    const Chance<Symbol> best = formulas::optimal_discriminator(p, q);
    return p * formulas::tangent_gap(best.yes) + q * formulas::tangent_gap(best.no);
  };
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0);
  proof.push_back({minus_value(p, q) - overlap(p, q), gaps(p, q)});
  proof.push_back({minus_value(p, none) - overlap(p, none), none});
  proof.push_back({minus_value(none, q) - overlap(none, q), none});
  return proof;
}

Evidence bound_by_tangent() {
  return same_forms(
      overlap_below_minus_value(), all_pairs_of_laws,
      {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity});
}

/// If C = 0 then 2pq/(p+q) vanishes almost everywhere, and pq with it: 2pq/(p+q)·(p+q) = 2pq.
Evidence only_if_by_tangent() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q");
  std::vector<Identity> proof = overlap_below_minus_value();
  proof.push_back({overlap(p, q) * (p + q), 2 * p * q});
  return same_forms(proof, all_pairs_of_laws,
                    {lemma::radon_nikodym, lemma::convexity, lemma::linearity, lemma::monotonicity,
                     lemma::vanishing});
}

/// Where one density vanishes the integrand of C is 0.
Evidence if_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0);
  return same_forms(
      {{formulas::value_at_optimum(p, none), none}, {formulas::value_at_optimum(none, q), none}},
      {"all P, Q with disjoint supports", "一切支撑不相交的 P、Q"},
      {lemma::radon_nikodym, lemma::linearity});
}

constexpr auto product = []<class T>(const T& p, const T& q) -> T { return p * q; };
/// D*(1-D*)(p+q)²
constexpr auto spread_of_dstar = []<class T>(const T& p, const T& q) -> T {
  const Chance<T> best = formulas::optimal_discriminator(p, q);
  return best.yes * best.no * (p + q) * (p + q);
};
/// Twice what is missing from log 2 in JSD.
constexpr auto missing_from_log2 = []<class T>(const T& p, const T& q) -> T {
  return (p + q) * log(T(2)) - 2 * functionals::jsd_density(p, q);
};

/// D*(1-D*) vanishes exactly where pq does, and 2(log 2 - JSD) exactly where C does. The classifier
/// 1{D* > 1/2} errs with the density p where D* <= 1/2 and q where D* > 1/2: where q = 0, D* = 1
/// and the error q is 0; where p = 0, D* = 0 and the error p is 0.
Evidence perfect_by_algebra() {
  const Symbol p = Symbol::positive("p"), q = Symbol::positive("q"), none(0), one(1);
  std::vector<Identity> proof = same_where_not_null(spread_of_dstar, product);
  for (const Identity& i : same_where_not_null(missing_from_log2, minus_value)) proof.push_back(i);
  proof.push_back({formulas::optimal_discriminator(p, none).yes, one});
  proof.push_back({formulas::optimal_discriminator(none, q).yes, none});
  return same_forms(proof, all_pairs_of_laws, {lemma::radon_nikodym, lemma::linearity});
}

/// Against "for every number K some G has C(G) > K": K = 0 has none, and a pair attains it.
Evidence bounded_above(const Setting& setting) {
  if (!bound_by_tangent().same_form || !if_by_algebra().same_form) return no_example(setting.scope);
  for (const auto& pair : setting.pairs) {
    if (supports_meet(*pair)) continue;
    return example(false,
                   Text{"K = 0: C(G) ≤ 0 for all pairs, and C(G) = 0 for " + pair->name(),
                        "K = 0：对一切分布对 C(G) ≤ 0，对 " + pair->name() + " 有 C(G) = 0"},
                   setting.scope);
  }
  return no_example(setting.scope);
}

void add_bound(Claim& claim) {
  const Relation bound = at_most(value_at_optimum, 0);
  PartOf(claim, "bound")
      .summed(bound, {"C(G) summed over the grid", "在网格上求和，计算 C(G)"})
      .enclosed(bound, {"C(G) enclosed", "C(G) 的包含区间"})
      .integrated({"C(G) integrated and enclosed for laws with densities",
                   "对有密度的分布积分，计算 C(G) 的包含区间"},
                  Order::at_most, numbers::value, numbers::zero)
      .swept({"h(t) ≥ 5/2 t(1-t) ≥ 0 on [0, 1]; C(G) = -integral of (p+q) h(D*)",
              "[0, 1] 上 h(t) ≥ 5/2 t(1-t) ≥ 0；C(G) = -∫(p+q) h(D*)"},
             [] { return entropy_is_nonnegative(); })
      .proved({"-C(G) is at least the integral of 2pq/(p+q), by log t ≤ t - 1",
               "由 log t ≤ t - 1，-C(G) 不小于 2pq/(p+q) 的积分"},
              bound_by_tangent);
}

void add_equality(Claim& claim) {
  const Comparisons vanishes = on_disjoint_supports(equal(value_at_optimum, 0));
  PartOf(claim, "equality-if")
      .summed(vanishes, {"C(G) where the supports are disjoint", "支撑不相交时的 C(G)"})
      .enclosed(vanishes, the_same_enclosed)
      .proved({"the integrand where p = 0 or q = 0", "p = 0 或 q = 0 处的被积函数"}, if_by_algebra);
  PartOf(claim, "equality-only-if")
      .summed(at_most(integral_of(overlap), -value_at_optimum),
              {"-C(G) against the integral of 2pq/(p+q)", "-C(G) 与 2pq/(p+q) 的积分比较"})
      .enclosed(on_meeting_supports(less(value_at_optimum, 0)),
                {"C(G) enclosed below 0 where the supports meet",
                 "支撑相交时，C(G) 的包含区间整个位于 0 之下"})
      .proved({"the integral of 2pq/(p+q) vanishes only if pq = 0 almost everywhere",
               "2pq/(p+q) 的积分为零，仅当几乎处处 pq = 0"},
              only_if_by_tangent);
}

void add_perfect(Claim& claim) {
  const Comparisons at_ends = on_disjoint_supports(equal(integral_of(distance_to_ends), 0));
  const Comparisons largest = on_disjoint_supports(equal(functionals::jsd, log2_of_masses()));
  PartOf(claim, "perfect")
      .summed(at_ends, {"the integral of (p+q) min(D*, 1-D*) where the supports are disjoint",
                        "支撑不相交时 (p+q) min(D*, 1-D*) 的积分"})
      .enclosed(at_ends, the_same_enclosed)
      .summed(on_disjoint_supports(equal(classification::error_of_dstar, 0)),
              {"the error of the classifier 1{D* > 1/2}", "分类器 1{D* > 1/2} 的错误率"})
      .summed(largest, {"JSD against log 2 where the supports are disjoint",
                        "支撑不相交时比较 JSD 与 log 2"})
      .enclosed(largest, the_same_enclosed)
      .summed(at_most(integral_of(overlap), 2 * integral_of(distance_to_ends)),
              {"the integral of 2 (p+q) min(D*, 1-D*) against that of 2pq/(p+q), for every pair",
               "对每一对，2 (p+q) min(D*, 1-D*) 的积分与 2pq/(p+q) 的积分比较"})
      .proved({"D*(1-D*)(p+q)² = pq, 2(log 2 - JSD) = -C(G), and D* = 1 where q = 0, D* = 0 where "
               "p = 0",
               "D*(1-D*)(p+q)² = pq，2(log 2 - JSD) = -C(G)，且 q = 0 处 D* = 1，p = 0 处 D* = 0"},
              perfect_by_algebra);
}

void add_twins(Claim& claim) {
  Twins(claim, equal(value_at_optimum, 0))
      .on("W10")
      .grid(R"(\sup_G C(G) = \log 2)",
            {"the largest JSD taken for the largest value", "把 JSD 的最大值误作 C 的最大值"},
            equal(value_at_optimum, log2_of_masses()));
  add_twin(claim, Witness::symbolic, R"(\sup_G C(G) = +\infty)",
           {"no number bounds C(G) from above", "误认为 C(G) 没有上界"}, {"W10"}, bounded_above);
  Twins(claim, less(value_at_optimum, 0))
      .on("W1")
      .ball(R"(C(G) = 0 \iff P \ne Q)",
            {"the value 0 as soon as the laws differ", "误认为两个分布只要不同，值就为 0"},
            equal(value_at_optimum, 0));
}

}  // namespace

void upper_bound_zero(Claim& claim) {
  add_bound(claim);
  add_equality(claim);
  add_perfect(claim);
  add_twins(claim);
}

}  // namespace gancheck
