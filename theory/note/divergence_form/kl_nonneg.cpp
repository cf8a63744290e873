// Claim 46 (Gibbs' inequality): KL(P||R) >= 0, = 0 iff P = R.
//
// On columns whose masses P^ and R^ need not be one it reads KL(P||R) >= P^ log(P^/R^) (the log-sum
// inequality), with equality iff p and r are proportional.
#include "theory/checks/functionals.hpp"
#include "theory/checks/on_densities.hpp"
#include "theory/checks/twins.hpp"
#include "theory/claim.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/certificates_on_square.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {
namespace {

/// P^ log(P^/Q^) and P^ log(P^/M^).
constexpr auto least_kl = []<class T>(const Columns<T>& c) -> T {
  return formulas::kl_density(mass_of_data(c), mass_of_generator(c));
};
constexpr auto least_kl_to_mixture = []<class T>(const Columns<T>& c) -> T {
  return formulas::kl_density(mass_of_data(c), T(total_mass(c) / 2));
};

const auto nonnegative = at_most(least_kl, functionals::kl);
const auto nonnegative_to_mixture = at_most(least_kl_to_mixture, functionals::kl_to_mixture);
const auto positive = less(least_kl, functionals::kl);

/// KL(P||Q) - P^ + Q^ >= the integral of (sqrt p - sqrt q)², since p log(p/q) = -2p log sqrt(q/p)
/// >= 2p - 2 sqrt(pq) by log t <= t - 1: what KL exceeds its least value by, P and Q cannot differ
/// more.
constexpr auto squared_distance = []<class T>(const Columns<T>& c) -> T {
  return integrate(c, []<class U>(const U& p, const U& q) -> U {
    const U difference = sqrt(p) - sqrt(q);
    return difference * difference;
  });
};
const auto controls_distance =
    at_most(squared_distance, integral_of([]<class T>(const T& p, const T& q) -> T {
              return formulas::generalised_kl_density(p, q);
            }));

/// KL(P||P).
constexpr auto kl_of_equals = []<class T>(const Columns<T>& c) -> T {
  return integrate(c,
                   []<class U>(const U& p, const U&) -> U { return formulas::kl_density(p, p); });
};
const auto vanishes = equal(kl_of_equals, functionals::zero);

/// The numerator P/2 has mass 1/2.
constexpr auto kl_of_half = []<class T>(const Columns<T>& c) -> T {
  return integrate(
      c, []<class U>(const U& p, const U&) -> U { return formulas::kl_density(U(p / 2), p); });
};
constexpr auto four_squared_tv = []<class T>(const Columns<T>& c) -> T {
  const T tv = functionals::total_variation(c);
  return 4 * tv * tv;
};

const Text not_dominated = {"q = 0 at a point where p > 0: KL(P||Q) is infinite on the grid",
                            "某点 q = 0 而 p > 0：网格上 KL(P||Q) 为无穷"};
const Text equal_or_not_dominated = {"P = Q, or q = 0 at a point where p > 0",
                                     "P = Q，或某点 q = 0 而 p > 0"};

Evidence positive_for_different_laws(const Setting& setting) {
  return in_balls_where(
      setting, [](const Pair& pair) { return are_different(pair) && is_dominated(pair); },
      equal_or_not_dominated, positive);
}

Evidence equals_by_algebra() {
  const Symbol p = Symbol::positive("p");
  return same_forms({{formulas::kl_density(p, p), Symbol(0)}}, {"all P", "一切 P"},
                    {lemma::radon_nikodym});
}

std::vector<Check> checks() {
  return {
      {"nonnegative",
       {"KL(P||Q) against its least value for these masses", "KL(P||Q) 与给定总质量下的最小值比较"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, nonnegative); }},
      {"nonnegative",
       {"KL(P||M) against its least value for these masses", "KL(P||M) 与给定总质量下的最小值比较"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, nonnegative_to_mixture); }},
      {"nonnegative",
       {"KL(P||Q) enclosed where it is finite", "KL(P||Q) 有限时，计算其包含区间"},
       Witness::ball,
       [](const Setting& s) {
         return in_balls_where(s, is_dominated, not_dominated, nonnegative);
       }},
      density_check("nonnegative",
                    {"KL(P||M) integrated and enclosed for laws with densities",
                     "对有密度的分布积分，计算 KL(P||M) 的包含区间"},
                    Order::at_most, numbers::zero,
                    [](const EnclosedNumbers& n) { return n.kl_data_mixture; }),
      {"nonnegative",
       {"s log(s/(1-s)) >= 2s - 1 on [0, 1]", "[0, 1] 上 s log(s/(1-s)) >= 2s - 1"},
       Witness::ball,
       [](const Setting&) { return gibbs(); }},
      {"nonnegative",
       {"s log 2s >= s - 1/2 on [0, 1]", "[0, 1] 上 s log 2s >= s - 1/2"},
       Witness::ball,
       [](const Setting&) { return gibbs_for_mixture(); }},
      {"nonnegative",
       {"log t <= t - 1, from the derivative and one point",
        "log t <= t - 1：由导数与一点的值得出"},
       Witness::symbolic,
       [](const Setting&) { return gibbs_by_tangent(); }},
      {"equality-if",
       {"KL(P||P) for the data law of every pair", "对每一对的数据分布计算 KL(P||P)"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, vanishes); }},
      {"equality-if",
       {"p log(p/p) = 0", "p log(p/p) = 0"},
       Witness::symbolic,
       [](const Setting&) { return equals_by_algebra(); }},
      {"equality-only-if",
       {"KL(P||Q) against the integral of (sqrt p - sqrt q)²", "KL(P||Q) 与 (√p - √q)² 的积分比较"},
       Witness::grid,
       [](const Setting& s) { return on_grid(s, controls_distance); }},
      {"equality-only-if",
       {"KL(P||Q) enclosed away from its least value", "KL(P||Q) 的包含区间整个位于最小值之上"},
       Witness::ball,
       positive_for_different_laws},
      {"equality-only-if",
       {"s log(s/(1-s)) = 2s - 1 only at s = 1/2", "s log(s/(1-s)) = 2s - 1 仅在 s = 1/2 成立"},
       Witness::ball,
       [](const Setting&) { return gibbs(); }},
      {"equality-only-if",
       {"log t = t - 1 only at t = 1", "log t = t - 1 仅在 t = 1 成立"},
       Witness::symbolic,
       [](const Setting&) { return gibbs_by_tangent(); }}};
}

std::vector<Control> controls() {
  return {
      grid_twin('a', R"(\mathrm{KL}(P\|Q) \le 0)", {"the inequality is reversed", "不等号反向"},
                {"W7"}, at_most(functionals::kl, functionals::zero), nonnegative),
      grid_twin('b', R"(\mathrm{KL}(\tfrac12 P \,\|\, P) \ge 0)",
                {"a numerator of mass below one", "分子的总质量小于 1"}, {"W0"},
                at_most(functionals::zero, kl_of_half), nonnegative),
      ball_twin(
          'c',
          R"(\mathrm{KL}(P\|Q) = 0 \text{ where } \operatorname{supp} P = \operatorname{supp} Q)",
          {"zero as soon as the supports coincide", "误认为支撑相同即为零"}, {"W1", "W7"},
          equal(functionals::kl, functionals::zero), nonnegative),
      grid_twin('d', R"(\mathrm{KL}(P\|Q) \ge 4\,\mathrm{TV}(P,Q)^2)",
                {"Pinsker's constant doubled", "Pinsker 不等式的常数加倍"}, {"near"},
                at_most(four_squared_tv, functionals::kl), nonnegative),
      {.letter = 'e',
       .mutant = R"(\mathrm{KL}(P\|Q) \ge 4\,\mathrm{TV}(P,Q)^2 \text{ on two points})",
       .what = {"as (d), swept over all (s, 1-s) and (d, 1-d): refuted by an enclosure",
                "同 (d)，扫描一切 (s, 1-s) 与 (d, 1-d)：由包含区间推翻"},
       .witness = Witness::ball,
       .on = {},
       .run = [](const Setting&) { return binary_kl_is_above_square(4); }}};
}

}  // namespace

void kl_nonneg(Claim& claim) {
  claim.checks = checks();
  claim.controls = controls();
}

}  // namespace gancheck
