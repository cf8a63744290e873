#include "theory/divergence/enclosed/ranges.hpp"

#include <vector>

#include "theory/divergence/law_rules.hpp"

namespace gancheck {
namespace {

std::vector<Enclosed*> numbers_of(EnclosedDivergences& all) {
  std::vector<Enclosed*> numbers;
  for (Enclosed& x : all.divergences.all) numbers.push_back(&x);
  for (auto& [d, x] : all.bounded) numbers.push_back(&x);
  for (const Role role : both_roles) {
    numbers.push_back(&all.mass.of(role));
    numbers.push_back(&all.entropy.of(role));
  }
  return numbers;
}

bool is_enclosed(const Enclosed& x) {
  return x.rigorous && !x.is_infinite && x.value.is_finite();
}

Enclosed beyond_range() {
  return unbounded(
      {"not enclosed: it came out beyond its range, an error of gancheck (please report it)",
       "未得包含区间：结果超出其取值范围，属 gancheck 的错误（请报告）"});
}

bool may_be_mass_of(const Enclosed& x, const Law& law) {
  return !is_enclosed(x) || x.value.overlaps(law.mass.enclose());
}

/// Whether all are enclosed and x > y.
bool exceeds(const Enclosed& x, const Enclosed& y, const Ball& of_x, const Ball& of_y) {
  return is_enclosed(x) && is_enclosed(y) && (of_x - of_y).is_positive();
}

/// H² <= TV and TV² <= (P(X) + Q(X)) H² (Cauchy and Schwarz).
bool hellinger_contradicts(const EnclosedDivergences& all, const Enclosed& tv, const Ball& masses) {
  const auto found = all.bounded.find(&squared_hellinger());
  if (found == all.bounded.end()) return false;
  const Enclosed& squared = found->second;
  return exceeds(squared, tv, squared.value, tv.value) ||
         exceeds(tv, squared, tv.value * abs(tv.value), masses * squared.value);
}

/// TV has paths and a bisection of its own: JSD <= TV log 2 (pointwise, the kernel being convex and
/// homogeneous) and TV² <= (P(X) + Q(X)) JSD (claim 51) hold it against JSD, and V(D*) = 2 JSD -
/// (P(X) + Q(X)) log 2.
bool contradict(const EnclosedDivergences& all, const MassesOfPair& m) {
  const Enclosed &jsd = all[Divergence::jsd], &tv = all[Divergence::tv],
                 &value = all[Divergence::value];
  const Ball masses = m.of.data + m.of.generator;
  const bool value_is_off = is_enclosed(jsd) && is_enclosed(value) &&
                            !value.value.overlaps(Ball(jsd.value * 2 - masses * m.log2));
  return value_is_off || exceeds(jsd, tv, jsd.value, tv.value * m.log2) ||
         exceeds(tv, jsd, tv.value * abs(tv.value), masses * jsd.value) ||
         hellinger_contradicts(all, tv, masses);
}

void withdraw(EnclosedDivergences& all, const Text& why) {
  for (Enclosed* x : numbers_of(all)) *x = unbounded(why);
}

}  // namespace

void keep_within(Enclosed& x, const Range& range) {
  if (!is_enclosed(x)) return;
  const auto &least = range.lower(), &most = range.upper();
  if ((least && (x.value - *least).is_negative()) || (most && (x.value - *most).is_positive())) {
    x = beyond_range();
    return;
  }
  if (most) x.value = min(x.value, *most);
  // Not where it is known to be larger: a number near 0 keeps its digits.
  if (least && !(x.value - *least).is_nonnegative())
    x.value = *least + nonnegative(x.value - *least);
}

void keep_what_can_be(const Law& data, const Law& generator, EnclosedDivergences& all) {
  const BallPrecision precision(all.bits);
  if (!may_be_mass_of(all.mass.data, data) || !may_be_mass_of(all.mass.generator, generator))
    return withdraw(all, wrong_masses);
  const MassesOfPair masses = masses_of(data.mass, generator.mass, log(Ball(2)));
  for (const Divergence d : all_divergences) keep_within(all[d], row_of(d).range(masses));
  for (auto& [d, x] : all.bounded) keep_within(x, range_of(*d, masses));
  if (contradict(all, masses))
    return withdraw(all,
                    {"not enclosed: two enclosures contradict each other, an error of gancheck "
                     "(please report it)",
                     "未得包含区间：两个包含区间互相矛盾，属 gancheck 的错误（请报告）"});
  for (Enclosed* x : numbers_of(all))
    if (x->rigorous && !x->is_infinite && says_nothing(x->value))
      *x = unbounded({"not enclosed: the integrator gave up", "未得包含区间：积分器未能完成"});
}

}  // namespace gancheck
