// What a discriminator loses against D*, compared with its formula: the core of claims 29 and 32.
#pragma once

#include "theory/checks/discriminators.hpp"
#include "theory/checks/relation.hpp"

namespace gancheck {

/// V(D*) - V(D), term by term over the grid.
inline constexpr auto loss_density = []<class T>(const T& p, const T& q, const Chance<T>& d) -> T {
  return formulas::value_at_optimum(p, q) - formulas::value_density(p, q, d);
};

/// A functional of a pair and a discriminator: the integral of a formula f(p, q, D).
template <class F>
auto with_discriminator(F formula) {
  return [formula](const auto& c, const Discriminator& d) { return integrate_with(c, d, formula); };
}

/// left ~ right for the discriminators of every pair, in floating point. The bound is that of the
/// true relation `truth` of the same order, for twins; a true claim is its own truth.
template <class Left, class Right, class TrueLeft, class TrueRight>
Evidence for_discriminators(const Setting& setting, const Relation<Left, Right>& relation,
                            const Relation<TrueLeft, TrueRight>& truth,
                            const Discriminators& discriminators = all_discriminators) {
  Residuals residuals(
      {"several D on each of " + setting.scope.en, setting.scope.zh + "，每对取若干个 D"});
  for (const auto& pair : setting.pairs) {
    const Columns<Tracked>& c = pair->tracked();
    for (const Discriminator& d : discriminators(*pair)) {
      const double bound = bound_of(truth.left(c, d), truth.right(c, d));
      take_residual(
          residuals, relation.order, relation.left(c, d), relation.right(c, d),
          [&] { return pair->name() + ", " + d.name; }, bound);
    }
  }
  return residuals.evidence();
}

template <class Left, class Right>
Evidence for_discriminators(const Setting& setting, const Relation<Left, Right>& relation) {
  return for_discriminators(setting, relation, relation);
}

/// The same on the named pairs, enclosed.
template <class Left, class Right>
Evidence for_discriminators_in_balls(const Setting& setting,
                                     const Relation<Left, Right>& relation) {
  Evidence evidence;
  evidence.ground = Ground::enclosure;
  const BallPrecision precision(relation_bits);
  const Text pairs = named_scope(setting);
  evidence.scope = {"1/2 and 2 random D on each of " + pairs.en,
                    pairs.zh + "，每对取 D = 1/2 与 2 个随机 D"};
  for (const auto& pair : setting.named) {
    const auto c = columns<Ball>(pair->densities());
    for (const Discriminator& d : other_discriminators(*pair)) {
      const Ball left = relation.left(c, d), right = relation.right(c, d);
      take_enclosure(evidence, relation.order, left, right, pair->name() + ", " + d.name,
                     (left - right).radius());
    }
  }
  return evidence;
}

/// V(D*) - V(D) = integral of (p+q) kl(D*||D).
inline auto regret_identity_relation() {
  return equal(with_discriminator(loss_density), with_discriminator(formulas::regret_density));
}

}  // namespace gancheck
