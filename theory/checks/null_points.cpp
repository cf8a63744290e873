#include "theory/checks/null_points.hpp"

#include <fmt/format.h>

#include "theory/checks/discriminators.hpp"
#include "theory/checks/functionals.hpp"
#include "theory/evidence/counterexample.hpp"
#include "theory/evidence/residuals.hpp"
#include "theory/pairs/pair_rules.hpp"
#include "theory/proofs/identities.hpp"

namespace gancheck {
namespace {

/// V(D, G) over every point of the grid: 0 log 0 = 0 is what makes the null points count for
/// nothing.
Tracked value_with(const Columns<Tracked>& c, const Chance<Tracked>& on_null_points) {
  std::vector<Tracked> terms;
  for (std::size_t i = 0; i < c.size(); ++i) {
    const Chance<Tracked> d =
        is_null(c, i) ? on_null_points : formulas::optimal_discriminator(c.p[i], c.q[i]);
    terms.push_back(c.weight[i] * formulas::value_density(c.p[i], c.q[i], d));
  }
  return sum(std::span<const Tracked>(terms));
}

}  // namespace

Evidence freedom_at_null_points(const Setting& setting) {
  Residuals residuals({setting.scope.en + ", D = 1/1000, 1/2, 999/1000 where p = q = 0",
                       setting.scope.zh + "，在 p = q = 0 处取 D = 1/1000、1/2、999/1000"});
  for (const auto& pair : setting.pairs) {
    if (!null_point(*pair)) {
      residuals.leave_out({"no point with p = q = 0", "没有 p = q = 0 的点"});
      continue;
    }
    const Tracked optimum = functionals::value_at_optimum(pair->tracked());
    for (const int thousandths : {1, 500, 999}) {
      residuals.equal(value_with(pair->tracked(), chance_of<Tracked>(thousandths)), optimum,
                      [&] { return pair->name(); });
    }
  }
  return residuals.evidence();
}

Evidence freedom_by_algebra() {
  const Symbol none(0), one(1);
  std::vector<Identity> terms;
  for (const Chance<Symbol>& d :
       {free_chance(), Chance<Symbol>{none, one}, Chance<Symbol>{one, none}}) {
    terms.push_back({formulas::value_density(none, none, d), none});
  }
  return same_forms(terms, all_pairs_of_laws, {lemma::radon_nikodym, lemma::linearity});
}

Evidence free_null_point(const Setting& setting) {
  for (const auto& pair : setting.pairs) {
    const auto i = null_point(*pair);
    if (!i) continue;
    const Ball p = exactly<Ball>(pair->densities().data[*i]);
    const Ball q = exactly<Ball>(pair->densities().generator[*i]);
    const Ball at_zero = formulas::value_density(p, q, Chance<Ball>{0, 1});
    const Ball at_one = formulas::value_density(p, q, Chance<Ball>{1, 0});
    if (!(at_zero - at_one).is_zero()) continue;
    return example(false,
                   Text{fmt::format("{}, x = {}: p = q = 0, D = 0 and D = 1 there have the same V",
                                    pair->name(), pair->densities().grid.name(*i)),
                        fmt::format("{}，x = {}：p = q = 0，在该点取 D = 0 与 D = 1，V 相同",
                                    pair->name(), pair->densities().grid.name(*i))},
                   setting.scope);
  }
  return no_example(setting.scope);
}

}  // namespace gancheck
