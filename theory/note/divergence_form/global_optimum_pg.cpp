// Claim 52: over all laws Q of the generator, C is least at Q = P and nowhere else.
#include <algorithm>

#include "theory/checks/functionals.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/residuals.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/pairs/pairs_of_one_law.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates.hpp"

namespace gancheck {
namespace {

using functionals::mass_of_data;
using functionals::minus_log4;
using functionals::total_variation;
using functionals::value_at_optimum;

/// C + log 4, which is C + (P^ + Q^) log 2 on grids of any mass.
Functional excess() {
  return value_at_optimum - minus_log4;
}

Relation attained() {
  return equal(of_equals(value_at_optimum), of_equals(minus_log4));
}
Relation least() {
  return at_most(of_equals(excess()), excess());
}

const Text left_out_of_scan = {
    "this P occurs without Q = P or with no other Q, or Q is so near to P that TV² is below the "
    "rounding of C",
    "该 P 没有 Q = P 的分布对，或此外再无别的 Q；或 Q 与 P 太近，TV² 低于 C 的舍入误差"};

/// For every P: C at Q = P is less than C at each other Q of the setting.
void scan_over_generators(const Setting& setting, Take<Tracked>& take) {
  take.over({"every Q of each P in " + setting.scope.en, setting.scope.zh + "中每个 P 的一切 Q"});
  const Functional value = excess();
  for (const PairsOfOneLaw& family : pairs_of_one_law(setting)) {
    const Pair* optimum = family.size() > 1 ? pair_of_equals(family) : nullptr;
    if (!optimum) {
      for (std::size_t i = 0; i < family.size(); ++i) take.leave_out(left_out_of_scan);
      continue;
    }
    const Tracked at_optimum = value(optimum->tracked());
    for (const auto& pair : family) {
      if (pair.get() == optimum) continue;
      const Tracked other = value(pair->tracked());
      const double distance = total_variation(pair->tracked()).upper();
      if (distance * distance <= bound_of(at_optimum, other)) {
        take.leave_out(left_out_of_scan);
      } else {
        take.less(at_optimum, other, [&] { return pair->name(); });
      }
    }
  }
}

/// Q uniform on the points of the grid, with the mass of P.
std::vector<Tracked> uniform(const Columns<Tracked>& c) {
  Tracked points(0);
  for (const Tracked& weight : c.weight) points = points + weight;
  return std::vector<Tracked>(c.size(), mass_of_data(c) / points);
}

/// Q = the mass of P at the point where p is largest.
std::vector<Tracked> at_mode(const Columns<Tracked>& c) {
  const auto smaller = [](const Tracked& a, const Tracked& b) { return a.value() < b.value(); };
  const auto mode = std::max_element(c.p.begin(), c.p.end(), smaller) - c.p.begin();
  std::vector<Tracked> q(c.size(), Tracked(0));
  const auto i = static_cast<std::size_t>(mode);
  q[i] = mass_of_data(c) / c.weight[i];
  return q;
}

/// Against "Q' is the optimum": C at Q', whose densities `law` gives, is no more than C at P.
Relation is_optimum(std::vector<Tracked> (*law)(const Columns<Tracked>&)) {
  const auto excess_there = [law](const Columns<Tracked>& c) -> Tracked {
    Columns<Tracked> other = c;
    other.q = law(c);
    return excess()(other);
  };
  return at_most(excess_there, of_equals(excess()));
}

void add_minimum(Claim& claim) {
  PartOf(claim, "attained")
      .summed(attained(),
              {"C at Q = P for the data law of every pair", "对每一对的数据分布计算 Q = P 处的 C"})
      .proved({"C(Q) + log 4 = KL(P‖M) + KL(Q‖M), which vanishes where p = m = q",
               "C(Q) + log 4 = KL(P‖M) + KL(Q‖M)，在 p = m = q 处为零"},
              [] { return log4_bound_by_tangent(); });
  PartOf(claim, "least")
      .summed(least(), {"C(Q) + log 4 at Q = P and at Q", "Q = P 处与 Q 处的 C(Q) + log 4"})
      .integrated({"C(Q) + log 4 integrated and enclosed for laws with densities",
                   "对有密度的分布积分，计算 C(Q) + log 4 的包含区间"},
                  Order::at_most, numbers::minus_log4, numbers::value)
      .swept(entropy_bound_in_words, entropy_is_at_most_log2)
      .proved({"two divergences, each ≥ 0 by log t ≤ t - 1", "两个散度由 log t ≤ t - 1 各自非负"},
              [] { return log4_bound_by_tangent(); });
}

void add_unique(Claim& claim) {
  const Functional tv = total_variation;
  PartOf(claim, "unique")
      .summed(scan_over_generators, {"every Q of the simplex grids scanned for each P",
                                     "在单纯形网格上，对每个 P 扫描一切 Q"})
      .summed(at_most(2 * tv * tv, functionals::total_mass * excess()),
              {"TV² against C(Q) + log 4", "TV² 与 C(Q) + log 4 比较"})
      .enclosed(
          for_pairs_where({are_different, {"P = Q", "P = Q"}}, less(minus_log4, value_at_optimum)),
          {"C(Q) enclosed above -log 4 for Q ≠ P", "Q ≠ P 时，C(Q) 的包含区间整个位于 -log 4 之上"})
      .swept({"log 2 - h(t) ≥ 2(t - 1/2)² on [0, 1], from which TV² ≤ C(Q) + log 4",
              "[0, 1] 上 log 2 - h(t) ≥ 2(t - 1/2)²，由此得 TV² ≤ C(Q) + log 4"},
             [] { return entropy_is_below_parabola(); })
      .proved({"TV² ≤ C(Q) + log 4, from log 2 - h(t) ≥ 2(t - 1/2)²",
               "由 log 2 - h(t) ≥ 2(t - 1/2)² 得 TV² ≤ C(Q) + log 4"},
              [] { return stability_by_convexity(); });
}

void add_twins(Claim& claim) {
  Twins(claim, attained())
      .on("W7")
      .grid(R"(Q^* = \text{uniform})", {"the optimum is the uniform law", "误认为最优的是均匀分布"},
            is_optimum(uniform))
      .grid(R"(Q^* = \delta_{\text{mode}})",
            {"the optimum sits on the mode of P", "误认为最优分布集中在 P 的众数上"},
            is_optimum(at_mode));
  Twins(claim, least())
      .on("W7")
      .grid(R"(C(Q) \le C(P) \text{ for every } Q)",
            {"Q = P as the maximiser", "误认为 Q = P 是最大值点"},
            at_most(excess(), of_equals(excess())));
  add_twin(claim, Witness::ball, R"(C(Q) = -\log 4 \text{ for some } Q \ne P)",
           {"another law attains the minimum; three are excluded",
            "误认为另有分布取到最小值；逐一排除三个"},
           {"W1", "W2", "W7"}, [](const Setting& s) {
             return nearest_in_balls(s, equal(value_at_optimum, minus_log4));
           });
}

}  // namespace

void global_optimum_pg(Claim& claim) {
  add_minimum(claim);
  add_unique(claim);
  add_twins(claim);
}

}  // namespace gancheck
