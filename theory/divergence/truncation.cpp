#include "theory/divergence/truncation.hpp"

#include <algorithm>
#include <cmath>

#include "numerics/distribution/discrete/integer_law.hpp"
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

/// Where tails meet, masses add, and -log p is at most that of one.
double entropy_of(const std::vector<Tail>& tails) {
  double sum = 0;
  for (const Tail& tail : tails)
    sum += tail.located ? cross_entropy(tail, tail, {Rational(0), Rational(1)}) : infinity;
  return rounded_up(sum);
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

/// What the tails add to the sum of p²/q, at most, and whether it is infinite by rule.
struct SquareTail {
  double most = infinity;
  bool is_infinite = false;
};

/// Along the atoms j of `p`, those of index `start + j stride` in `q`, the quotient of neighbouring
/// terms is r_p(j)²/r_q, a number over (k+1+j)^(2a) times (l+1+j)^b for indices k and l of the
/// first atom and ratio_power a and b: with stride 1 or b = 0 it falls or stays for 2a >= b from j
/// = 0 on (for a = b = 1: where k + 1 > 2(k - l)), and grows beyond all bounds for 2a < b. The sum
/// is then at most that of a geometric series.
SquareTail square_tail(const Tail& p, const Tail& q, const Embedding& at) {
  if (!p.law || !q.law || denominator(at.stride) != 1) return {};
  const Integer first = q.index + numerator(at.start);
  if (first > farthest_integer || at.stride > 1000) return {};
  const auto l = static_cast<std::int64_t>(first);
  const int a = p.law->ratio_power(), b = q.law->ratio_power();
  if (2 * a < b) return {infinity, true};
  if (b != 0 && at.stride != 1) return {};
  if (a == 1 && b == 1 && p.index + 1 <= 2 * (p.index - l)) return {};
  const Rational own = p.law->ratio(p.index);
  Rational of_q = 1;
  for (int step = 0; step < at.stride; ++step) of_q *= q.law->ratio(l);
  const Rational quotient = own * own / of_q;
  if (a == 0 && b == 0 && quotient >= 1) return {infinity, true};
  if (quotient >= 1) return {};
  const Ball mass = (p.weight * p.law->mass(p.index)).enclose();
  const Ball sum =
      mass * mass / (q.weight * q.law->mass(l)).enclose() / exactly<Ball>(Rational(1 - quotient));
  return {sum.is_finite() ? rounded_up(std::max(0.0, sum.upper())) : infinity};
}

/// With n tails of P, (sum of p_i)² <= n times the sum of p_i²; q is at least any one of its tails,
/// and (p-q)²/q <= p²/q + q.
void square_tails(const std::vector<Tail>& p, const std::vector<Tail>& q, double mass_of_q,
                  double& bound, bool& is_infinite) {
  const auto n = static_cast<double>(p.size());
  double sum = mass_of_q;
  for (const Tail& tail : p) {
    SquareTail best;
    for (const Tail& other : q)
      if (const auto at = embed(tail, other)) {
        const SquareTail found = square_tail(tail, other, *at);
        best.most = std::min(best.most, found.most);
        best.is_infinite = found.is_infinite && q.size() == 1 && !tail.count;
      }
    sum += n * best.most;
    is_infinite |= best.is_infinite;
  }
  bound = rounded_up(sum);
}

}  // namespace

Truncation truncation_of(double p, double q) {
  Truncation bound;
  bound[jsd] = rounded_up((effect(p) + effect(q)) / 2);
  bound[kl_data_mixture] = rounded_up(effect(p) + q + (p + q) / 2);
  bound[kl_generator_mixture] = rounded_up(effect(q) + p + (p + q) / 2);
  bound[tv] = rounded_up((p + q) / 2);
  bound[value] = rounded_up(effect(p) + effect(q) + (p + q) * std::log(2.0));
  for (const Role role : both_roles) bound[chi_square_of(role)] = p + q == 0 ? 0 : infinity;
  bound.mass = {p, q};
  return bound;
}

double Truncation::of(const BoundedDivergence& d) const {
  const bool are_located = is_located.data && is_located.generator;
  return are_located ? most_of(d, mass.data, mass.generator)
                     : most_moved(d, mass.data, mass.generator);
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
  bound.entropy = {entropy_of(d.data_tails), entropy_of(d.generator_tails)};
  square_tails(d.data_tails, d.generator_tails, q, bound[chi_square],
               bound.square_is_infinite.data);
  square_tails(d.generator_tails, d.data_tails, p, bound[chi_square_neyman],
               bound.square_is_infinite.generator);
  if (!bound.is_located.data || !bound.is_located.generator)
    bound[chi_square] = bound[chi_square_neyman] = infinity;
  // An atom of a tail that is not located may lie where the other law has a listed one, and change
  // log(p/q) there by any amount.
  if (!bound.is_located.generator) bound[kl_data_generator] = infinity;
  if (!bound.is_located.data) bound[kl_generator_data] = infinity;
  return bound;
}

}  // namespace gancheck
