#include "theory/divergence/forms.hpp"

#include <algorithm>
#include <cmath>

#include "numerics/number/infinity.hpp"
#include "theory/divergence/printed_quantity.hpp"

namespace gancheck {
namespace {

/// The same with both laws exchanged.
Divergence exchanged(Divergence d) {
  for (const Role role : both_roles) {
    if (d == direct_kl(role)) return direct_kl(other(role));
    if (d == kl_to_mixture(role)) return kl_to_mixture(other(role));
  }
  return d;
}

bool is_known_exactly(const Sum& s) {
  return s.value.error() == 0 && s.truncation == 0 && s.discretisation == 0;
}

/// f of a sum, each error in the proportion in which it stands in the sum: those of `whole`, f of
/// the value with all errors, beyond those of f of the value alone.
Sum with_errors_of(const Sum& s, const Tracked& whole, const Tracked& alone) {
  const double errors = s.truncation + s.discretisation;
  const double rest = std::max(0.0, whole.error() - alone.error());
  const double truncation = errors > 0 ? rest * (s.truncation / errors) : 0;
  return {Tracked::within(whole.value(), alone.error()), truncation,
          std::max(0.0, rest - truncation), s.by_rule};
}

Sum root(const Sum& s) {
  if (s.by_rule && s.value.error() == 0) return s;
  return with_errors_of(s, sqrt(total_of(s)), sqrt(s.value));
}

/// -log(1 - H²) keeps its digits where the affinity is nearly 1.
Sum minus_log(const Sum& affinity, const Sum& squared, bool are_one) {
  constexpr double near = 0.5;
  if (are_one && squared.value.value() < near) {
    if (is_known_exactly(squared) && squared.value.value() == 0) return squared;
    return with_errors_of(squared, -log1p(-total_of(squared)), -log1p(-squared.value));
  }
  if (affinity.value.value() == 0) {
    // What no double holds is 0 by rule alone.
    if (affinity.by_rule) return {Tracked::exact(infinity), 0, 0, true};
    return {Tracked(0), infinity};
  }
  return with_errors_of(affinity, -log(total_of(affinity)), -log(affinity.value));
}

bool is_infinite_by_rule(const Sum& s) {
  return s.by_rule && std::isinf(s.value.value());
}

Sum plus(const Sum& x, const Sum& y) {
  if (is_infinite_by_rule(x)) return x;
  if (is_infinite_by_rule(y)) return y;
  return {x.value + y.value, x.truncation + y.truncation, x.discretisation + y.discretisation,
          x.by_rule && y.by_rule, x.least + y.least};
}

/// The divergence and an entropy. An infinite divergence alone does not tell of the sum: its other
/// term, integral of p log p, may be what is infinite.
Sum with_entropy(const Sum& divergence, const Sum& entropy) {
  const bool is_known = entropy.by_rule || std::isfinite(entropy.truncation);
  return is_known ? plus(divergence, entropy) : Sum{Tracked(0), infinity};
}
Enclosed root(Enclosed x) {
  if (!x.value.is_zero()) x.value = sqrt(x.value);
  return x;
}

Enclosed minus_log(const Enclosed& affinity, const Enclosed& squared, bool are_one) {
  Enclosed found = affinity;
  if (affinity.value.is_zero()) {
    found.is_infinite = true;
    return found;
  }
  found.value = -log(affinity.value);
  if (!are_one || !squared.rigorous) return found;
  const Ball near = -log1p(-squared.value);
  if (near.is_finite() && (!found.value.is_finite() || near.radius() <= found.value.radius()))
    found.value = near;
  if (!found.value.is_finite())
    return unbounded(
        {"not enclosed: the affinity is not told from 0", "未得包含区间：亲和度未能与 0 区分"});
  return found;
}

Enclosed plus(const Enclosed& x, const Enclosed& y) {
  if (x.is_infinite) return x;
  if (y.is_infinite) return y;
  if (!x.rigorous) return x;
  if (!y.rigorous) return y;
  Enclosed sum = x;
  sum.value = x.value + y.value;
  sum.by_rule = x.by_rule && y.by_rule;
  return sum;
}

Enclosed with_entropy(const Enclosed& divergence, const Enclosed& entropy) {
  return entropy.rigorous ? plus(divergence, entropy) : entropy;
}

void want(const BoundedDivergence& d, Wanted& wanted) {
  if (std::find(wanted.bounded.begin(), wanted.bounded.end(), &d) == wanted.bounded.end())
    wanted.bounded.push_back(&d);
}

}  // namespace

Wanted wanted_for(const QuantityRows& rows) {
  Wanted wanted;
  for (const QuantityRow& row : rows) {
    if (const auto role = row.needs_entropy()) wanted.entropy.of(*role) = true;
    if (row.bounded) want(*row.bounded, wanted);
    if (row.form == DivergenceForm::minus_log) want(squared_hellinger(), wanted);
    if (!row.is_of_divergence()) continue;
    wanted[row.of] = true;
    if (row.form == DivergenceForm::both_ways) wanted[exchanged(row.of)] = true;
  }
  return wanted;
}

Range range_of(const QuantityRow& row, const MassesOfPair& masses) {
  const Range not_negative(Ball(0), std::nullopt);
  if (row.needs_entropy()) return Range::line();
  if (row.mass || row.form == DivergenceForm::both_ways) return not_negative;
  if (row.form == DivergenceForm::minus_log) return masses.are_one ? not_negative : Range::line();
  const Range own = row.bounded ? range_of(*row.bounded, masses) : row_of(row.of).range(masses);
  return row.form == DivergenceForm::root ? sqrt(own) : own;
}

Sum formed(const QuantityRow& row, const Sums& sums, const MassesOfPair& masses, Unit unit) {
  const Sum& own = row.mass      ? sums.mass.of(*row.mass)
                   : row.entropy ? sums.entropy.of(*row.entropy)
                   : row.bounded ? sums.bounded.at(row.bounded)
                                 : sums[row.of];
  const bool has_unit = row.dimension != Dimension::none;
  switch (row.form) {
    case DivergenceForm::root:
      return root(has_unit ? in_unit(own, unit) : own);
    case DivergenceForm::minus_log:
      return in_unit(minus_log(own, sums.bounded.at(&squared_hellinger()), masses.are_one), unit);
    case DivergenceForm::both_ways:
      return in_unit(plus(own, sums[exchanged(row.of)]), unit);
    case DivergenceForm::with_entropy:
      return in_unit(with_entropy(own, sums.entropy.data), unit);
    case DivergenceForm::itself:
      break;
  }
  return has_unit ? in_unit(own, unit) : own;
}

Enclosed formed(const QuantityRow& row, const EnclosedDivergences& all, bool masses_are_one) {
  const BallPrecision precision(all.bits);
  const Enclosed& own = row.mass      ? all.mass.of(*row.mass)
                        : row.entropy ? all.entropy.of(*row.entropy)
                        : row.bounded ? all.bounded.at(row.bounded)
                                      : all[row.of];
  if (!own.rigorous) return own;
  switch (row.form) {
    case DivergenceForm::root:
      return root(own);
    case DivergenceForm::minus_log:
      return minus_log(own, all.bounded.at(&squared_hellinger()), masses_are_one);
    case DivergenceForm::both_ways:
      return plus(own, all[exchanged(row.of)]);
    case DivergenceForm::with_entropy:
      return with_entropy(own, all.entropy.data);
    case DivergenceForm::itself:
      break;
  }
  return own;
}

}  // namespace gancheck
