// Claim 46 (Gibbs' inequality): KL(P||R) >= 0, = 0 iff P = R.
//
// On columns whose masses P^ and R^ need not be one it reads KL(P||R) >= P^ log(P^/R^) (the log-sum
// inequality), with equality iff p and r are proportional.
#include "theory/checks/functionals.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/certificates_on_square.hpp"

namespace gancheck {
namespace {

using formulas::kl_density;
using functionals::kl;
using functionals::mass_of_data;

/// P^ log(P^/Q^) and P^ log(P^/M^).
constexpr auto least_kl = []<class T>(const Columns<T>& c) -> T {
  return kl_density(mass_of_data(c), functionals::mass_of_generator(c));
};
constexpr auto least_kl_to_mixture = []<class T>(const Columns<T>& c) -> T {
  return kl_density(mass_of_data(c), T(functionals::total_mass(c) / 2));
};

/// KL(P||Q) - P^ + Q^ >= the integral of (√p - √q)², since p log(p/q) = -2p log sqrt(q/p)
/// >= 2p - 2 sqrt(pq) by log t <= t - 1: what KL exceeds its least value by, P and Q cannot differ
/// more.
constexpr auto squared_distance = []<class T>(const T& p, const T& q) -> T {
  const T difference = sqrt(p) - sqrt(q);
  return difference * difference;
};

constexpr auto kl_of_equals = []<class T>(const T& p, const T&) -> T { return kl_density(p, p); };
/// The numerator P/2 has mass 1/2.
constexpr auto kl_of_half = []<class T>(const T& p, const T&) -> T {
  return kl_density(T(p / 2), p);
};

Evidence equals_by_algebra() {
  const Symbol p = Symbol::positive("p");
  return same_forms({{kl_density(p, p), Symbol(0)}}, {"all P", "一切 P"}, {lemma::radon_nikodym});
}

const PairRule dominated = {is_dominated,
                            {"q = 0 at a point where p > 0: KL(P‖Q) is infinite on the grid",
                             "某点 q = 0 而 p > 0：网格上 KL(P‖Q) 为无穷"}};
const PairRule different_and_dominated = {
    [](const Pair& pair) { return are_different(pair) && is_dominated(pair); },
    {"P = Q, or q = 0 at a point where p > 0", "P = Q，或某点 q = 0 而 p > 0"}};

void add_inequality(Claim& claim) {
  const Relation nonnegative = at_most(least_kl, kl);
  PartOf(claim, "nonnegative")
      .summed(nonnegative, {"KL(P‖Q) against its least value for these masses",
                            "KL(P‖Q) 与给定总质量下的最小值比较"})
      .summed(at_most(least_kl_to_mixture, functionals::kl_to_mixture),
              {"KL(P‖M) against its least value for these masses",
               "KL(P‖M) 与给定总质量下的最小值比较"})
      .enclosed(for_pairs_where(dominated, nonnegative),
                {"KL(P‖Q) enclosed where it is finite", "KL(P‖Q) 有限时，计算其包含区间"})
      .integrated({"KL(P‖M) integrated and enclosed for laws with densities",
                   "对有密度的分布积分，计算 KL(P‖M) 的包含区间"},
                  Order::at_most, numbers::zero,
                  [](const EnclosedNumbers& n) { return n.kl_data_mixture; })
      .swept({"s log(s/(1-s)) ≥ 2s - 1 on [0, 1]", "[0, 1] 上 s log(s/(1-s)) ≥ 2s - 1"}, gibbs)
      .swept({"s log 2s ≥ s - 1/2 on [0, 1]", "[0, 1] 上 s log 2s ≥ s - 1/2"}, gibbs_for_mixture)
      .proved({"log t ≤ t - 1, from the derivative and one point",
               "log t ≤ t - 1：由导数与一点的值得出"},
              [] { return gibbs_by_tangent(); });
}

void add_equality(Claim& claim) {
  PartOf(claim, "equality-if")
      .summed(equal(integral_of(kl_of_equals), 0),
              {"KL(P‖P) for the data law of every pair", "对每一对的数据分布计算 KL(P‖P)"})
      .proved({"p log(p/p) = 0", "p log(p/p) = 0"}, equals_by_algebra);
  PartOf(claim, "equality-only-if")
      .summed(at_most(integral_of(squared_distance), integral_of(formulas::generalised_kl_density)),
              {"KL(P‖Q) against the integral of (√p - √q)²", "KL(P‖Q) 与 (√p - √q)² 的积分比较"})
      .enclosed(
          for_pairs_where(different_and_dominated, less(least_kl, kl)),
          {"KL(P‖Q) enclosed away from its least value", "KL(P‖Q) 的包含区间整个位于最小值之上"})
      .swept(
          {"s log(s/(1-s)) = 2s - 1 only at s = 1/2", "s log(s/(1-s)) = 2s - 1 仅在 s = 1/2 成立"},
          gibbs)
      .proved({"log t = t - 1 only at t = 1", "log t = t - 1 仅在 t = 1 成立"},
              [] { return gibbs_by_tangent(); });
}

void add_twins(Claim& claim) {
  const Functional tv = functionals::total_variation;
  Twins(claim, at_most(least_kl, kl))
      .on("W7")
      .grid(R"(\mathrm{KL}(P\|Q) \le 0)", {"the inequality is reversed", "不等号反向"},
            at_most(kl, 0))
      .on("W0")
      .grid(R"(\mathrm{KL}(\tfrac12 P\|P) \ge 0)",
            {"a numerator of mass below one", "分子的总质量小于 1"},
            at_most(0, integral_of(kl_of_half)))
      .on("W1", "W7")
      .ball(R"(\mathrm{KL}(P\|Q) = 0 \text{ where } \operatorname{supp} P = \operatorname{supp} Q)",
            {"zero as soon as the supports coincide", "误认为支撑相同即为零"}, equal(kl, 0))
      .on("near")
      .grid(R"(\mathrm{KL}(P\|Q) \ge 4\,\mathrm{TV}(P,Q)^2)",
            {"Pinsker's constant doubled", "Pinsker 不等式的常数加倍"}, at_most(4 * tv * tv, kl));
  add_twin(claim, Witness::ball,
           R"(\mathrm{KL}(P\|Q) \ge 4\,\mathrm{TV}(P,Q)^2 \text{ on two points})",
           {"as (d), swept over all (s, 1-s) and (d, 1-d): refuted by an enclosure",
            "同 (d)，扫描一切 (s, 1-s) 与 (d, 1-d)：由包含区间推翻"},
           {}, [](const Setting&) { return binary_kl_is_above_square(4); });
}

}  // namespace

void kl_nonneg(Claim& claim) {
  add_inequality(claim);
  add_equality(claim);
  add_twins(claim);
}

}  // namespace gancheck
