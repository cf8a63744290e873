// Equalities and inequalities between functionals of a pair, put before the grid and ball
// witnesses.
//
// A functional is a generic callable: Columns<T> -> T. The same callable is evaluated in Tracked,
// which derives the bound of its residual, and in Ball, which encloses it.
#pragma once

#include <algorithm>

#include "theory/claim.hpp"
#include "theory/evidence/residuals.hpp"
#include "theory/pairs/suite.hpp"

namespace gancheck {

enum class Order { equal, at_most, less };

template <class Left, class Right>
struct Relation {
  Order order;
  Left left;
  Right right;
};

template <class Left, class Right>
Relation<Left, Right> equal(Left left, Right right) {
  return {Order::equal, left, right};
}
template <class Left, class Right>
Relation<Left, Right> at_most(Left left, Right right) {
  return {Order::at_most, left, right};
}
template <class Left, class Right>
Relation<Left, Right> less(Left left, Right right) {
  return {Order::less, left, right};
}

/// Integrates a formula of (p, q) over the grid.
template <class F>
auto integral_of(F formula) {
  return [formula](const auto& c) { return integrate(c, formula); };
}

/// The total masses P(X) and Q(X) of the columns, and their sum.
inline constexpr auto mass_of_data = [](const auto& c) {
  return integrate(c, []<class T>(const T& p, const T&) -> T { return p; });
};
inline constexpr auto mass_of_generator = [](const auto& c) {
  return integrate(c, []<class T>(const T&, const T& q) -> T { return q; });
};
inline constexpr auto total_mass = [](const auto& c) {
  return integrate(c, []<class T>(const T& p, const T& q) -> T { return p + q; });
};

/// One comparison left ~ right, in the one place that knows what an order asks for.
template <class Where>
void take_residual(Residuals& residuals, Order order, const Tracked& left, const Tracked& right,
                   const Where& where, std::optional<double> bound = std::nullopt) {
  switch (order) {
    case Order::equal:
      return residuals.equal(left, right, where, bound);
    case Order::at_most:
      return residuals.at_most(left, right, where, bound);
    case Order::less:
      return residuals.less(left, right, where, bound);
  }
}

template <class L, class R>
void compare_on(Residuals& residuals, const Relation<L, R>& relation, const Pair& pair,
                std::optional<double> bound = std::nullopt) {
  take_residual(
      residuals, relation.order, relation.left(pair.tracked()), relation.right(pair.tracked()),
      [&] { return pair.name(); }, bound);
}

/// The relation on every pair of the setting, in floating point with derived bounds.
template <class L, class R>
Evidence on_grid(const Setting& setting, const Relation<L, R>& relation) {
  Residuals residuals(setting.scope);
  for (const auto& pair : setting.pairs) compare_on(residuals, relation, *pair);
  return residuals.evidence();
}

/// A false twin of `truth`, held against the bound that the truth met on the same pair.
template <class L, class R, class TL, class TR>
Evidence twin_on_grid(const Setting& setting, const Relation<L, R>& twin,
                      const Relation<TL, TR>& truth) {
  Residuals residuals(setting.scope);
  for (const auto& pair : setting.pairs) {
    const auto& c = pair->tracked();
    compare_on(residuals, twin, *pair, bound_of(truth.left(c), truth.right(c)));
  }
  return residuals.evidence();
}

/// The least radius, relative to the larger side (or to the masses, which are about 1, where both
/// sides contain 0), at which an identity counts as certified.
inline constexpr double certified_relative_radius = 1e-30;

/// The precision of relations in balls: 10^-30 of sides that are 10^-18 of their terms (a pair that
/// agrees to nine digits) needs 160 bits, and sums of hundreds of terms a few more.
inline constexpr long relation_bits = 256;

/// "16 named pairs without densities".
Text named_scope(const Setting& setting);

/// What an enclosure of left - right says of the relation; updates the worst case of `evidence`.
/// `scale` is the size of the terms that the sides are made of, if it is known to be that at least.
void take_enclosure(Evidence& evidence, Order order, const Ball& left, const Ball& right,
                    const std::string& where, double radius_of_truth, double scale = 0);

/// The relation on the named pairs of the setting, enclosed.
template <class L, class R>
Evidence in_balls(const Setting& setting, const Relation<L, R>& relation) {
  return twin_in_balls(setting, relation, relation);
}

template <class L, class R, class TL, class TR>
Evidence twin_in_balls(const Setting& setting, const Relation<L, R>& twin,
                       const Relation<TL, TR>& truth) {
  Evidence evidence;
  evidence.ground = Ground::enclosure;
  evidence.scope = named_scope(setting);
  const BallPrecision precision(relation_bits);
  for (const auto& pair : setting.named) {
    const auto c = columns<Ball>(pair->densities());
    const Ball gap_of_truth = truth.left(c) - truth.right(c);
    take_enclosure(evidence, twin.order, twin.left(c), twin.right(c), pair->name(),
                   gap_of_truth.radius());
  }
  return evidence;
}

/// The relation in balls on the named pairs with `holds`; the others are left out by the rule,
/// which the evidence states. `otherwise` says what is true of those left out.
template <class L, class R>
Evidence in_balls_where(const Setting& setting, const std::function<bool(const Pair&)>& holds,
                        const Text& otherwise, const Relation<L, R>& relation) {
  const Setting chosen = those(setting, holds, otherwise);
  Evidence evidence = in_balls(chosen, relation);
  evidence.left_out = setting.named.size() - chosen.named.size();
  evidence.attempted += evidence.left_out;
  evidence.left_out_by = otherwise;
  return evidence;
}

}  // namespace gancheck
