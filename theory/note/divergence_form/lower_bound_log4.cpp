// Claim 48: C(G) >= -log 4 for every G.
#include "theory/checks/functionals.hpp"
#include "theory/checks/part_of.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates.hpp"

namespace gancheck {
namespace {

using functionals::minus_log4;
using functionals::value_at_optimum;

/// The integrand of V(D, G) for the discriminator that confuses the two laws, D = q/(p+q).
constexpr auto confused = []<class T>(const T& p, const T& q) -> T {
  return formulas::value_density(p, q, formulas::optimal_discriminator(q, p));
};

/// Against C(G) > -log 4: where p = q at every point, p log 1/2 + q log 1/2 = -(p+q) log 2 exactly.
Evidence attained(const Setting& setting) {
  const Symbol p = Symbol::positive("p");
  const Evidence at_equal_densities =
      same_form(formulas::value_at_optimum(p, p), -(2 * p * log(Symbol(2))), all_positive("p"));
  if (!at_equal_densities.same_form) return no_example(setting.scope);
  for (const auto& pair : setting.pairs) {
    if (are_different(*pair)) continue;
    return example(false,
                   Text{pair->name() + ": p = q at every point, C(G) = -log 4 exactly",
                        pair->name() + "：每一点都有 p = q，C(G) 恰为 -log 4"},
                   setting.scope);
  }
  return no_example(setting.scope);
}

}  // namespace

void lower_bound_log4(Claim& claim) {
  const Relation bound = at_most(minus_log4, value_at_optimum);
  const Relation above_minus_log2 = at_most(minus_log4 / 2, value_at_optimum);
  PartOf(claim, "bound")
      .summed(bound, {"C(G) + log 4 summed over the grid", "在网格上求和，计算 C(G) + log 4"})
      .enclosed(bound, {"C(G) + log 4 enclosed", "C(G) + log 4 的包含区间"})
      .integrated({"C(G) + log 4 integrated and enclosed for laws with densities",
                   "对有密度的分布积分，计算 C(G) + log 4 的包含区间"},
                  Order::at_most, numbers::minus_log4, numbers::value)
      .swept(entropy_bound_in_words, entropy_is_at_most_log2)
      .proved({"C(G) + log 4 as two divergences, each ≥ 0 by log t ≤ t - 1",
               "C(G) + log 4 写成两个散度之和，由 log t ≤ t - 1 各自非负"},
              [] { return log4_bound_by_tangent(); });
  Twins twins(claim, bound);
  twins.on("W0")
      .grid(R"(C(G) \ge -\log 2)", {"the constant is log 2", "常数误为 log 2"}, above_minus_log2)
      .on("W1")
      .grid(R"(C(G) \le -\log 4)", {"the inequality is reversed", "不等号反向"},
            at_most(value_at_optimum, minus_log4));
  add_twin(claim, Witness::symbolic, R"(C(G) > -\log 4)",
           {"the bound is never attained", "误认为下界永不取到"}, {"W0"}, attained);
  twins
      .grid(R"(V(D, G) \ge -\log 4 \text{ for every } D)",
            {"the bound for every discriminator, here D = q/(p+q)",
             "误认为下界对一切判别器成立，此处取 D = q/(p+q)"},
            at_most(minus_log4, integral_of(confused)))
      .on("W0")
      .ball(R"(C(G) \ge -\log 2)", {"as (a), excluded by an enclosure", "同 (a)，由包含区间排除"},
            above_minus_log2);
}

}  // namespace gancheck
