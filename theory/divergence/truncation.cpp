#include "theory/divergence/truncation.hpp"

#include <algorithm>
#include <cmath>

#include "numerics/number/infinity.hpp"

namespace gancheck {

using enum Divergence;

namespace {

/// A few double roundings of positive numbers, charged generously.
double rounded_up(double x) {
  return x * (1 + 0x1p-40);
}

double mass_of(const std::vector<Tail>& tails) {
  Ball total(0);
  for (const Tail& tail : tails) total = total + tail.mass.enclose();
  return std::max(0.0, total.upper());
}

/// e(t) of the header.
double effect(double t) {
  if (t == 0) return 0;
  return rounded_up(t * (1 + std::max(std::log(2.0), std::abs(std::log(t)))));
}

/// Whether every atom of `inner` is one of `outer`, and then the index in `outer` of its first one
/// and the number of steps of `outer` in one of `inner`.
struct Embedding {
  Rational start, stride;
};
std::optional<Embedding> embed(const Tail& inner, const Tail& outer) {
  if (!inner.located || !outer.located || outer.step == 0) return std::nullopt;
  const Rational start = (inner.first - outer.first) / outer.step;
  const Rational stride = inner.step / outer.step;
  const bool whole = denominator(start) == 1 && denominator(stride) == 1;
  if (!whole || start < 0 || stride <= 0) return std::nullopt;
  if (outer.count && (!inner.count || start + stride * (*inner.count - 1) >= *outer.count)) {
    return std::nullopt;
  }
  return Embedding{start, stride};
}

/// Sum over the atoms j of `p` of m_j·(-log q_j), from m_j <= m_0 ratio^j and
/// -log q <= -log q_0 + i slope + i² bend at the index i = start + j stride of `q`.
double cross_entropy(const Tail& p, const Tail& q, const Embedding& at) {
  const Ball slope = q.slope.enclose(), bend = q.bend.enclose();
  if (!(slope.lower() >= 0 && bend.lower() >= 0)) return infinity;  // j is counted from above
  const Ball start = exactly<Ball>(at.start), stride = exactly<Ball>(at.stride);
  const Ball at_first = -log(q.first_mass.enclose()) + start * slope + start * start * bend;
  const Ball per_step = stride * slope + start * stride * bend * 2;
  const Ball per_square = stride * stride * bend;
  const Ball ratio = p.ratio_above.enclose(), rest = Ball(1) - ratio;
  const Ball first_moment = ratio / (rest * rest);
  const Ball second_moment = ratio * (Ball(1) + ratio) / (rest * rest * rest);
  const Ball sum = p.first_mass.enclose() *
                   (at_first / rest + per_step * first_moment + per_square * second_moment);
  return sum.is_finite() ? std::max(0.0, sum.upper()) : infinity;
}

/// The tails' part of sum p log(p/q): at least the log-sum bound t log t, at most the cross
/// entropy, since log p <= 0.
void direct_tail(const std::vector<Tail>& p, const std::vector<Tail>& q, double t, double defect,
                 double& bound, bool& is_infinite) {
  double upper = 0;
  for (const Tail& tail : p) {
    double best = infinity;
    for (const Tail& other : q) {
      if (const auto at = embed(tail, other))
        best = std::min(best, cross_entropy(tail, other, *at));
    }
    upper += best;
  }
  // Atoms that the other law cannot have: infinitely many, where it has finitely many; or atoms at
  // known points that are not listed, where it has no tail.
  const auto is_finite = [](const Tail& tail) { return tail.count.has_value(); };
  const bool finite_other = std::all_of(q.begin(), q.end(), is_finite);
  is_infinite = std::any_of(p.begin(), p.end(), [&](const Tail& tail) {
    return (!tail.count && finite_other) || (tail.located && q.empty());
  });
  // t is an upper bound, and t |log t| largest at 1/e.
  constexpr double most_at = 0.36787944117144233;
  const double at = std::min(t, most_at);
  const double lower = t == 0 ? 0 : at * std::abs(std::log(at));
  bound = rounded_up(std::max(upper, lower) + defect);
}

/// Masses p and q that may lie wherever the other law, of mass 4 at most, has its own: by Cauchy
/// and Schwarz they change the integral of sqrt(pq) by at most sqrt(4p) + sqrt(4q).
double effect_on_roots(double p, double q) {
  return rounded_up(2 * (std::sqrt(p) + std::sqrt(q)) + (p + q) / 2);
}

}  // namespace

Truncation truncation_of(double p, double q) {
  Truncation bound;
  bound[jsd] = rounded_up((effect(p) + effect(q)) / 2);
  bound[kl_data_mixture] = rounded_up(effect(p) + q + (p + q) / 2);
  bound[kl_generator_mixture] = rounded_up(effect(q) + p + (p + q) / 2);
  bound[tv] = bound[squared_hellinger] = bound[affinity] = rounded_up((p + q) / 2);
  bound[value] = rounded_up(effect(p) + effect(q) + (p + q) * std::log(2.0));
  return bound;
}

Truncation effect_of_unseen(double p, double q) {
  Truncation bound = truncation_of(p, q);
  bound[squared_hellinger] = bound[affinity] = effect_on_roots(p, q);
  return bound;
}

Truncation truncation_of(const Densities& d) {
  if (d.data_tails.empty() && d.generator_tails.empty()) return {};
  const double p = mass_of(d.data_tails), q = mass_of(d.generator_tails), both = p + q;
  Truncation bound = truncation_of(p, q);
  const auto located = [](const Tail& tail) { return tail.located; };
  bound.is_located = {std::all_of(d.data_tails.begin(), d.data_tails.end(), located),
                      std::all_of(d.generator_tails.begin(), d.generator_tails.end(), located)};
  direct_tail(d.data_tails, d.generator_tails, p, both, bound[kl_data_generator],
              bound.has_alone.data);
  direct_tail(d.generator_tails, d.data_tails, q, both, bound[kl_generator_data],
              bound.has_alone.generator);
  // An atom of a tail that is not located may lie where the other law has a listed one, and change
  // log(p/q) there by any amount.
  if (!bound.is_located.generator) bound[kl_data_generator] = infinity;
  if (!bound.is_located.data) bound[kl_generator_data] = infinity;
  if (!bound.is_located.data || !bound.is_located.generator)
    bound[squared_hellinger] = bound[affinity] = effect_on_roots(p, q);
  return bound;
}

}  // namespace gancheck
