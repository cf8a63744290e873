// Claim 48: C(G) >= -log 4 for every G.
#include "theory/checks/functionals.hpp"
#include "theory/checks/on_densities.hpp"
#include "theory/checks/twins.hpp"
#include "theory/claim.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/proofs/algebraic_proofs.hpp"
#include "theory/proofs/certificates.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {
namespace {

using functionals::minus_log4;
using functionals::value_at_optimum;

const auto bound = at_most(minus_log4, value_at_optimum);

constexpr auto minus_log2 = []<class T>(const Columns<T>& c) -> T { return minus_log4(c) / 2; };

/// V(D, G) for the discriminator that confuses the two laws, D = q/(p+q).
constexpr auto value_of_confusion = []<class T>(const Columns<T>& c) -> T {
  return integrate(c, []<class U>(const U& p, const U& q) -> U {
    return formulas::value_density(p, q, formulas::optimal_discriminator(q, p));
  });
};

/// Against C(G) > -log 4: where p = q at every point, p log 1/2 + q log 1/2 = -(p+q) log 2 exactly.
Evidence attained(const Setting& setting) {
  const Symbol p = Symbol::positive("p");
  const Evidence at_equal_densities =
      same_form(formulas::value_at_optimum(p, p), -(2 * p * log(Symbol(2))), all_positive("p"));
  if (!at_equal_densities.same_form) return no_example(setting.scope);
  for (const auto& pair : setting.pairs) {
    if (are_different(*pair)) continue;
    return example(false, pair->name() + ": p = q at every point, C(G) = -log 4 exactly",
                   setting.scope);
  }
  return no_example(setting.scope);
}

}  // namespace

void lower_bound_log4(Claim& claim) {
  claim.checks = {{"bound",
                   {"C(G) + log 4 summed over the grid", "在网格上求和，计算 C(G) + log 4"},
                   Witness::grid,
                   [](const Setting& s) { return on_grid(s, bound); }},
                  {"bound",
                   {"C(G) + log 4 enclosed", "C(G) + log 4 的包含区间"},
                   Witness::ball,
                   [](const Setting& s) { return in_balls(s, bound); }},
                  density_check("bound",
                                {"C(G) + log 4 integrated and enclosed for laws with densities",
                                 "对有密度的分布积分，计算 C(G) + log 4 的包含区间"},
                                Order::at_most, numbers::minus_log4, numbers::value),
                  {"bound", entropy_bound_in_words, Witness::ball,
                   [](const Setting&) { return entropy_is_at_most_log2(); }},
                  {"bound",
                   {"C(G) + log 4 as two divergences, each >= 0 by log t <= t - 1",
                    "C(G) + log 4 写成两个散度之和，由 log t <= t - 1 各自非负"},
                   Witness::symbolic,
                   [](const Setting&) { return log4_bound_by_tangent(); }}};
  claim.controls = {
      grid_twin('a', R"(C(G) \ge -\log 2)", {"the constant is log 2", "常数误为 log 2"}, {"W0"},
                at_most(minus_log2, value_at_optimum), bound),
      grid_twin('b', R"(C(G) \le -\log 4)", {"the inequality is reversed", "不等号反向"}, {"W1"},
                at_most(value_at_optimum, minus_log4), bound),
      {.letter = 'c',
       .mutant = R"(C(G) > -\log 4)",
       .what = {"the bound is never attained", "误认为下界永不取到"},
       .witness = Witness::symbolic,
       .on = {"W0"},
       .run = attained},
      grid_twin('d', R"(V(D, G) \ge -\log 4 \text{ for every } D)",
                {"the bound for every discriminator, here D = q/(p+q)",
                 "误认为下界对一切判别器成立，此处取 D = q/(p+q)"},
                {"W1"}, at_most(minus_log4, value_of_confusion), bound),
      ball_twin('e', R"(C(G) \ge -\log 2)",
                {"as (a), excluded by an enclosure", "同 (a)，由包含区间排除"}, {"W0"},
                at_most(minus_log2, value_at_optimum), bound)};
}

}  // namespace gancheck
