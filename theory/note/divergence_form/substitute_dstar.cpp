// Claim 35: for every G the supremum over D is V(D*_G, G) = C(G), so that the minimum over G of the
// one is that of the other.
#include <algorithm>
#include <array>
#include <cmath>

#include "theory/checks/functionals.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/pairs/pairs_of_one_law.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates_on_square.hpp"

namespace gancheck {
namespace {

using functionals::minus_log4;
using functionals::substituted;
using functionals::value_at_optimum;
using functionals::value_found;

/// Discriminators with values 0, 1/16, ..., 1: their logarithms, once.
constexpr int steps = 16;
const Tracked& logarithm(int sixteenths) {
  static const auto table = [] {
    std::array<Tracked, steps + 1> logs;
    for (int k = 0; k <= steps; ++k) {
      logs[static_cast<std::size_t>(k)] = log(exactly<Tracked>(Rational(k, steps)));
    }
    return logs;
  }();
  return table[static_cast<std::size_t>(sixteenths)];
}

/// The largest value of p log D + q log(1-D) with D on that grid. At D = 0 and 1 it is -infinity
/// unless p or q vanishes; then it is 0 there, and negative elsewhere.
Tracked largest_of_sixteenths(const Tracked& p, const Tracked& q) {
  if (is_exactly_zero(p) || is_exactly_zero(q)) return Tracked(0);
  Tracked best = p * logarithm(1) + q * logarithm(steps - 1);
  for (int k = 2; k < steps; ++k) best = max(best, p * logarithm(k) + q * logarithm(steps - k));
  return best;
}

/// (p+q)(D-D*)²/(D(1-D)) for the D in 1/16, ..., 15/16 that is nearest to D*, and 0 where D* is 0
/// or 1, which the grid has: what that D loses at most (claim 32).
Tracked loss_of_nearest(const Tracked& p, const Tracked& q) {
  if (is_exactly_zero(p) || is_exactly_zero(q)) return Tracked(0);
  const Tracked best = formulas::optimal_discriminator(p, q).yes;
  const int k = std::clamp(static_cast<int>(std::lround(best.value() * steps)), 1, steps - 1);
  const Tracked d = Tracked(k) / steps, distance = d - best;
  return (p + q) * distance * distance / (d * (1 - d));
}

/// For each P, over the generators that the setting has for it: the least value of max V(D, G),
/// found point by point, against the least C(G).
void infimum_over_generators(const Setting& setting, Take<Tracked>& take) {
  take.over({"every P of " + setting.scope.en + ", over its Q",
             setting.scope.zh + "中的每个 P，对其一切 Q 取最小"});
  for (const PairsOfOneLaw& family : pairs_of_one_law(setting)) {
    Tracked least_maximum = value_found(family.front()->tracked());
    Tracked least_value = value_at_optimum(family.front()->tracked());
    for (const auto& pair : family) {
      least_maximum = min(least_maximum, value_found(pair->tracked()));
      least_value = min(least_value, value_at_optimum(pair->tracked()));
    }
    take.equal(least_maximum, least_value, [&] { return "P = " + family.front()->data(); });
  }
}

/// The least V(D, Q) over all Q for the discriminator of the pair, which is held fixed: that of a Q
/// on one point, as V is linear in Q.
Tracked least_for_frozen(const Columns<Tracked>& c) {
  Tracked on_data(0), least(0);
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (is_null(c, i)) continue;
    const Chance<Tracked> d = formulas::optimal_discriminator(c.p[i], c.q[i]);
    on_data = on_data + c.weight[i] * times_log(c.p[i], d.yes);
    least = min(least, log(d.no));
  }
  return on_data + functionals::mass_of_generator(c) * least;
}

void add_supremum(Claim& claim) {
  PartOf(claim, "supremum")
      .summed(at_most(integral_of(largest_of_sixteenths), integral_of(substituted)),
              {"the largest V with D in 0, 1/16, ..., 1 at every point, against V(D*, G)",
               "每点的 D 取遍 0, 1/16, ..., 1 时 V 的最大值与 V(D*, G) 比较"})
      .swept(
          {"kl(s‖d) ≥ 0.4995 (s-d)² on the closed square", "kl(s‖d) ≥ 0.4995 (s-d)²（闭正方形）"},
          binary_kl_is_convex)
      .swept({"kl(s‖d) ≥ 2(s-d)² on the closed square", "kl(s‖d) ≥ 2(s-d)²（闭正方形）"},
             [] { return binary_kl_is_above_square(); })
      .proved({"V(D*, G) - V(D, G) is the integral of (p+q) kl(D*‖D)",
               "V(D*, G) - V(D, G) 是 (p+q) kl(D*‖D) 的积分"},
              [] { return regret_is_a_divergence(); })
      .proved({"kl(s‖d) ≥ 2(s-d)² ≥ 0", "kl(s‖d) ≥ 2(s-d)² ≥ 0"},
              [] { return regret_lower_bound(); });
  PartOf(claim, "approached")
      .summed(at_most(integral_of(substituted) - integral_of(largest_of_sixteenths),
                      integral_of(loss_of_nearest)),
              {"what the best D in 0, 1/16, ..., 1 loses, against the second-order bound",
               "0, 1/16, ..., 1 中最好的 D 的损失与二阶界比较"})
      .swept({"kl(s‖d) ≤ (s-d)²/(d(1-d)) on the closed square",
              "kl(s‖d) ≤ (s-d)²/(d(1-d))（闭正方形）"},
             [] { return binary_kl_is_below_chi_squared(); })
      .proved({"kl(s‖d) ≤ (s-d)²/(d(1-d))", "kl(s‖d) ≤ (s-d)²/(d(1-d))"},
              [] { return regret_upper_bound(); });
}

void add_value(Claim& claim) {
  const Relation value_is_c = equal(integral_of(substituted), value_at_optimum);
  PartOf(claim, "value")
      .summed(value_is_c, {"V(D*_G, G) against C(G)", "V(D*_G, G) 与 C(G) 比较"})
      .enclosed(value_is_c, the_same_enclosed)
      .same_integrands(substituted, formulas::value_at_optimum);
}

void add_infimum(Claim& claim) {
  PartOf(claim, "infimum")
      .summed(infimum_over_generators,
              {"for each P, over all its Q: the least of the maxima of V, found point by point, "
               "against the least C",
               "对每个 P 的一切 Q：逐点求得的 V 的最大值中的最小者，与最小的 C 比较"})
      .proved({"over all laws each is -log 4, attained at Q = P: V(1/2, G) = -log 4 and C(G) ≥ "
               "-log 4 for every G, V(D, P) ≤ -log 4 for every D",
               "对一切分布 Q 两者都等于 -log 4，在 Q = P 处取到：对每个 G，V(1/2, G) = -log 4 且 "
               "C(G) ≥ -log 4；对每个 D，V(D, P) ≤ -log 4"},
              [] { return infima_are_minus_log4(); });
}

/// Against the least value of the game on a family that contains Q = P.
void add_twins(Claim& claim) {
  const Functional least = of_equals(minus_log4);
  Twins(claim, equal(of_equals(value_found), least))
      .on("W7")
      .grid(R"(\min_G \max_D V(D, G) = \min_G V(D^*_{G_0}, G))",
            {"the discriminator frozen at that of one generator",
             "把判别器固定为某个 G_0 的最优判别器"},
            equal(least_for_frozen, least))
      .grid(R"(\min_G \max_D V(D, G) = \max_G C(G))", {"the maximum over G", "对 G 误取最大值"},
            equal(max(value_at_optimum, of_equals(value_at_optimum)), least))
      .grid(R"(C(G) \text{ does not depend on } G)", {"C as a constant", "误认为 C(G) 与 G 无关"},
            equal(value_at_optimum, of_equals(value_at_optimum)));
}

}  // namespace

void substitute_dstar(Claim& claim) {
  add_supremum(claim);
  add_value(claim);
  add_infimum(claim);
  add_twins(claim);
}

}  // namespace gancheck
