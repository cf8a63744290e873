#include "theory/divergence/enclosed/divergences.hpp"

#include <algorithm>
#include <cmath>

#include "numerics/distribution/log_ratio.hpp"
#include "theory/divergence/enclosed/digits_sought.hpp"
#include "theory/divergence/enclosed/pair.hpp"
#include "theory/divergence/enclosed/ranges.hpp"
#include "theory/divergence/law_rules.hpp"

namespace gancheck {

using enum Divergence;

Enclosed unbounded(const Text& why) {
  return {Ball::indeterminate(), false, false, false, {why}};
}

Ball nonnegative(const Ball& x) {
  if (!x.is_finite() || x.is_nonnegative()) return x;
  return Ball::hull(Ball(0), Ball::at_most(x));
}

bool says_nothing(const Ball& x) {
  constexpr double coarse = 1e-3;
  return !x.is_finite() || (x.radius() > coarse && x.relative_bits() <= 0);
}

namespace {

/// A JSD below 2^-near_bits is integrated by the kernels for nearly equal laws.
constexpr long near_bits = 12;

Enclosed constant(const Ball& value) {
  return {value, true, true, false, {}};
}
Enclosed infinite() {
  return {Ball(0), true, true, true, {}};
}

enum class Direct { finite, infinite, unknown };

const Text not_told_finite{
    "not enclosed: how both laws die out does not tell whether the divergence is finite",
    "未得包含区间：由两分布的衰减方式不能断定该散度是否有限"};
const Text not_told_apart{"not enclosed: the laws are not told apart",
                          "未得包含区间：两分布未能区分"};

using Integrable = std::optional<bool> (*)(const Law& p, const Law& q);

/// Decided from the specifications: atoms and densities where the other law has none, and how both
/// die out.
Direct rule_of(const EnclosedPair& pair, Role role, Divergence d, Integrable is_integrable) {
  const EnclosedAtoms& atoms = pair.atoms();
  const Truncation& rest = atoms.rest();
  if (rest.has_alone.of(role)) return Direct::infinite;
  if (atoms.is_alone(role))
    return atoms.is_located(other(role)) ? Direct::infinite : Direct::unknown;
  if (!std::isfinite(rest[d])) return Direct::unknown;
  if (!pair.has_density()) return Direct::finite;
  if (pair.any_part().is_alone(role)) return Direct::infinite;
  const auto integrable = is_integrable(pair.law(role), pair.law(other(role)));
  if (!integrable) return Direct::unknown;
  return *integrable ? Direct::finite : Direct::infinite;
}

Direct direct_rule(const EnclosedPair& pair, Role role) {
  return rule_of(pair, role, direct_kl(role), log_ratio_is_integrable);
}

Direct square_rule(const EnclosedPair& pair, Role role) {
  if (pair.atoms().rest().square_is_infinite.of(role)) return Direct::infinite;
  return rule_of(pair, role, chi_square_of(role), square_ratio_is_integrable);
}

/// Finds the quantities of a pair of different laws that overlap.
class Finder {
 public:
  Finder(const EnclosedPair& pair, int digits)
      : pair_(pair), goal_(bits_for(digits)), read_bits_(2 * (goal_ + guard_bits)) {
    const BallPrecision precision(read_bits_);
    const Ball p = pair.law(Role::data).mass.enclose();
    const Ball q = pair.law(Role::generator).mass.enclose();
    // As an exact number: masses that miss one by 1e-310 differ by that.
    defect_ = (pair.law(Role::data).mass - pair.law(Role::generator).mass).enclose();
    both_log2_ = (p + q) * log(Ball(2));
    find_nearness();
  }

  EnclosedDivergences find(const Wanted& wanted) {
    EnclosedDivergences all;
    all.divergences.all.fill(unbounded({"not asked for", "未要求"}));
    const auto put = [&](Divergence d, const Ball& x) { all[d] = {x, true, false, false, {}}; };
    if (wanted[Divergence::jsd] || wanted[kl_data_mixture] || wanted[kl_generator_mixture] ||
        wanted[value])
      find_by_mixture(all);
    for (const Role role : both_roles)
      if (wanted[direct_kl(role)]) all[direct_kl(role)] = direct(role);
    for (const Role role : both_roles)
      if (wanted[chi_square_of(role)]) all[chi_square_of(role)] = square(role);
    if (wanted[tv])
      put(tv, relative([&](const Effort& e) { return pair_.total_variation(e); }, Cancels::yes));
    for (const BoundedDivergence* d : wanted.bounded)
      all.bounded[d].value =
          relative([&](const Effort& e) { return pair_.bounded(*d, e); }, Cancels::no, size_of(*d));
    for (const Role role : both_roles) all.mass.of(role) = mass(role);
    all.bits = read_bits_;
    all.evaluations = pair_.evaluations();
    return all;
  }

  Ball jsd() {
    const auto near = [&] {
      return relative([&](const Effort& e) { return pair_.near_jsd(e); }, Cancels::no, size_);
    };
    if (is_near_) return near();
    // W to the digits of log 2, and where JSD is less, to those that this costs.
    const BallPrecision precision(read_bits_);
    Ball found;
    for (const long more : {lost_bits_, near_bits + 4}) {
      const Effort effort{goal_ + guard_bits + more, -goal_ - spare_bits - more, 0};
      found = (both_log2_ - pair_.both_shares(effort)) / 2;
      if (found.relative_bits() >= goal_) return found;
    }
    return near();
  }

 private:
  /// Whether JSD is what is left of much more.
  void find_nearness() {
    const double jsd = pair_.rough_jsd(-goal_ - spare_bits - 2);
    is_near_ = jsd < std::ldexp(1.0, static_cast<int>(-near_bits));
    lost_bits_ = jsd < 1 && !is_near_ ? 2 - std::ilogb(jsd) : 2;
    if (!is_near_) return;
    constexpr double well_told = 0x1p-80;
    if (jsd > well_told) {
      size_ = std::ilogb(jsd) - 2;
      ratio_bits_ = 16 - size_ / 2;
      return;
    }
    // log(p/q) is about the root of JSD, and loses that against its terms.
    constexpr long most_ratio_bits = 4096;
    for (long bits = 64; bits <= most_ratio_bits; bits *= 4) {
      ratio_bits_ = bits;
      const auto exponent =
          exponent_of([&](const Effort& e) { return pair_.near_jsd(e); }, Cancels::no, bits);
      if (!exponent) continue;
      size_ = *exponent - 2;
      ratio_bits_ = std::min(bits, std::max(16L, 16 - *exponent / 2));
      return;
    }
  }

  /// The number to the digits asked for, by its own size, which may be about 2^guess.
  Ball relative(const Computation& compute, Cancels cancels, long guess = 0) {
    const Ball x = to_relative(compute, cancels, goal_, ratio_bits_, guess);
    constexpr long farthest = 1L << 20;
    if (x.is_finite() && !x.is_zero())
      read_bits_ = std::max(read_bits_, goal_ + guard_bits + std::min(farthest, -x.exponent()));
    return x;
  }

  /// Where to begin. What vanishes for equal laws is of the size of JSD.
  long size_of(const BoundedDivergence& d) const {
    if (d.of_equal == 0) return size_;
    const bool vanishes_apart = d.alone.data == 0 && d.alone.generator == 0;
    return vanishes_apart ? size_of_affinity() : 0;
  }

  /// It may lie far below every tail that is followed for other numbers.
  long size_of_affinity() const {
    constexpr double farthest = 1L << 14;
    const double exponent = pair_.rough_exponent_of_affinity();
    return std::isfinite(exponent) ? std::lround(std::clamp(exponent, -farthest, 0.0)) : 0;
  }

  /// JSD, the KLs to the mixture, and V(D*), which go together.
  void find_by_mixture(EnclosedDivergences& all) {
    for (const Divergence d : {Divergence::jsd, kl_data_mixture, kl_generator_mixture, value})
      all[d] = Enclosed{};
    is_near_ ? find_near(all) : find_far(all);
  }

  void find_near(EnclosedDivergences& all) {
    const BallPrecision precision(read_bits_);
    for (const Role role : both_roles) {
      const Ball half = (role == Role::data ? defect_ : -defect_) / 2;
      all[kl_to_mixture(role)].value =
          relative([&](const Effort& e) { return pair_.near_mixture(role, e); }, Cancels::no,
                   size_) +
          half;
    }
    all[Divergence::jsd].value = (all[kl_data_mixture].value + all[kl_generator_mixture].value) / 2;
    all[value].value = all[Divergence::jsd].value * 2 - both_log2_;
  }

  /// Each W to the digits that it and what it is subtracted from need.
  void find_far(EnclosedDivergences& all) {
    const BallPrecision precision(read_bits_);
    const Ball log2 = log(Ball(2));
    for (const long more : {lost_bits_, near_bits + 4}) {
      const auto share = [&](Role role) {
        return to_relative([&](const Effort& e) { return pair_.share(role, e); }, Cancels::no,
                           goal_ + more);
      };
      const Two<Ball> shares{share(Role::data), share(Role::generator)};
      long bits = goal_;
      for (const Role role : both_roles) {
        Ball& kl = all[kl_to_mixture(role)].value;
        kl = pair_.law(role).mass.enclose() * log2 - shares.of(role);
        bits = std::min(bits, kl.relative_bits());
      }
      const Ball both = shares.data + shares.generator;
      all[Divergence::jsd].value = (both_log2_ - both) / 2;
      all[value].value = -both;
      if (bits >= goal_) return;
    }
  }

  Enclosed direct(Role role) {
    const Direct rule = direct_rule(pair_, role);
    if (rule == Direct::infinite) return infinite();
    if (rule == Direct::unknown) return unbounded(not_told_finite);
    const BallPrecision precision(read_bits_);
    Enclosed found;
    if (is_near_) {
      const Ball gap = role == Role::data ? defect_ : -defect_;
      found.value = relative([&](const Effort& e) { return pair_.near_direct(role, e); },
                             Cancels::no, size_) +
                    gap;
    } else {
      found.value = relative([&](const Effort& e) { return pair_.direct(role, e); }, Cancels::yes);
    }
    if (!found.value.is_finite()) return unbounded(nothing_beyond_cuts);
    return found;
  }

  Enclosed square(Role role) {
    const Direct rule = square_rule(pair_, role);
    if (rule == Direct::infinite) return infinite();
    if (rule == Direct::unknown) return unbounded(not_told_finite);
    Enclosed found;
    found.value =
        relative([&](const Effort& e) { return pair_.chi_square(role, e); }, Cancels::no, size_);
    return found.value.is_finite() ? found : unbounded(nothing_beyond_cuts);
  }

  Enclosed mass(Role role) {
    if (pair_.law(role).pieces.empty()) {
      const BallPrecision precision(read_bits_);
      return constant(pair_.law(role).mass.enclose());
    }
    Enclosed found;
    found.value = relative([&](const Effort& e) { return pair_.mass(role, e); }, Cancels::no);
    return found;
  }

  const EnclosedPair& pair_;
  long goal_, read_bits_, ratio_bits_ = 0;
  long size_ = 0;       ///< JSD of nearly equal laws is about 2^size_, or somewhat more
  long lost_bits_ = 2;  ///< what JSD and the KLs to the mixture are less than log 2
  Ball defect_, both_log2_;
  bool is_near_ = false;
};

EnclosedDivergences of_equal(const MassesOfPair& masses, const Wanted& wanted) {
  EnclosedDivergences all;
  for (const BoundedDivergence* d : wanted.bounded) all.bounded[d] = constant(of_equal(*d, masses));
  for (const Divergence d : all_divergences) all[d] = constant(row_of(d).of_equal(masses));
  return all;
}

EnclosedDivergences of_disjoint(const MassesOfPair& masses, const Wanted& wanted) {
  EnclosedDivergences all;
  for (const BoundedDivergence* d : wanted.bounded)
    all.bounded[d] = constant(of_disjoint(*d, masses));
  for (const Divergence d : all_divergences) {
    const auto value = row_of(d).of_disjoint(masses);
    all[d] = value ? constant(*value) : infinite();
  }
  return all;
}

/// A piece lies beyond all exponents where the other law does not.
EnclosedDivergences of_unreachable(int digits, const Wanted& wanted) {
  EnclosedDivergences all;
  for (const BoundedDivergence* d : wanted.bounded)
    all.bounded[d] = unbounded(beyond_all_exponents);
  all.bits = bits_for(digits);
  all.divergences.all.fill(unbounded(beyond_all_exponents));
  all.mass = {unbounded(beyond_all_exponents), unbounded(beyond_all_exponents)};
  all.entropy = all.mass;
  return all;
}

/// Laws that are equal as far as can be told: one effort, whose enclosures hold 0. TV² is at most
/// (P(X) + Q(X)) JSD (claim 51), and what the kernels integrate is not negative: a divergence less
/// the defect P(X) - Q(X), or less half of it.
EnclosedDivergences of_untold(const EnclosedPair& pair, int digits, const Wanted& wanted) {
  const long goal = bits_for(digits);
  EnclosedDivergences all;
  all.bits = 2 * (goal + guard_bits);
  const BallPrecision precision(all.bits);
  const Effort effort{goal + guard_bits, -goal, 0};
  const Text why{"the laws are not told apart", "两分布未能区分"};
  const auto put = [&](Enclosed& q, const Ball& x) {
    q.value = x;
    q.notes = {why};
  };
  const Ball defect = (pair.law(Role::data).mass - pair.law(Role::generator).mass).enclose();
  Ball twice_jsd(0);
  for (const Role role : both_roles) {
    const Ball own = role == Role::data ? defect : -defect;
    const Ball to_mixture = nonnegative(pair.near_mixture(role, effort));
    put(all[kl_to_mixture(role)], to_mixture + own / 2);
    twice_jsd = twice_jsd + to_mixture;
    all.mass.of(role).value = pair.mass(role, effort);
    Enclosed& kl = all[direct_kl(role)];
    const Direct rule = direct_rule(pair, role);
    if (rule == Direct::finite)
      put(kl, nonnegative(pair.near_direct(role, effort)) + own);
    else
      kl = rule == Direct::infinite ? infinite() : unbounded(not_told_apart);
    Enclosed& chi = all[chi_square_of(role)];
    const Direct square = wanted[chi_square_of(role)] ? square_rule(pair, role) : Direct::unknown;
    if (square == Direct::finite)
      put(chi, nonnegative(pair.chi_square(role, effort)));
    else
      chi = square == Direct::infinite ? infinite() : unbounded(not_told_apart);
  }
  put(all[jsd], twice_jsd / 2);
  const Ball masses =
      pair.law(Role::data).mass.enclose() + pair.law(Role::generator).mass.enclose();
  // TV² <= (P(X) + Q(X)) JSD, and no more is known.
  put(all[tv], Ball::hull(Ball(0), Ball::at_most(sqrt(all[jsd].value * masses))));
  put(all[value], twice_jsd - masses * log(Ball(2)));
  for (const BoundedDivergence* d : wanted.bounded)
    put(all.bounded[d], nonnegative(pair.bounded(*d, effort)));
  all.evaluations = pair.evaluations();
  return all;
}

/// By rule, if the laws are equal or have nothing in common.
std::optional<EnclosedDivergences> by_rule(const EnclosedPair& pair, int digits,
                                           const Wanted& wanted) {
  const Law &data = pair.law(Role::data), &generator = pair.law(Role::generator);
  const bool equal = are_one_law(data, generator);
  if (!equal && pair.overlap()) return std::nullopt;
  const long bits = bits_for(digits) + guard_bits;
  const BallPrecision precision(bits);
  const MassesOfPair masses = masses_of(data.mass, generator.mass, log(Ball(2)));
  EnclosedDivergences all = equal ? of_equal(masses, wanted) : of_disjoint(masses, wanted);
  all.mass = {constant(masses.of.data), constant(masses.of.generator)};
  all.bits = bits;
  return all;
}

/// With cuts of its own: another law asks for others.
Enclosed entropy_of(const Law& law, int digits, EnclosedDivergences& all) {
  const bool has_density = !law.pieces.empty();
  if (has_density && (!law.atoms.empty() || !law.tails.empty()))
    return unbounded(
        {"not defined: the law has atoms and a density", "无定义：此分布既有原子又有密度"});
  if (has_density) {
    const auto integrable = log_is_integrable(law);
    if (integrable == false) return infinite();
    if (!integrable)
      return unbounded({"not enclosed: how the law dies out does not tell whether it is finite",
                        "未得包含区间：由该分布的衰减方式不能断定它是否有限"});
  }
  Loads loads;
  loads.entropy = true;
  const EnclosedPair alone(law, law, digits, loads);
  const long goal = bits_for(digits);
  Enclosed found;
  found.value = to_relative([&](const Effort& e) { return alone.entropy_of_data(e); }, Cancels::yes,
                            goal, 0, 0);
  all.bits = std::max(all.bits, 2 * (goal + guard_bits));
  if (alone.misses_pieces()) return unbounded(beyond_all_exponents);
  if (!alone.finds_masses({goal + guard_bits, -goal - spare_bits, 0}))
    return unbounded(wrong_masses);
  return found.value.is_finite() ? found : unbounded(nothing_beyond_cuts);
}

/// Those that are asked for.
void find_entropies(const EnclosedPair& pair, int digits, const Wanted& wanted,
                    EnclosedDivergences& all) {
  for (const Role role : both_roles)
    all.entropy.of(role) = wanted.entropy.of(role) ? entropy_of(pair.law(role), digits, all)
                                                   : unbounded({"not asked for", "未要求"});
}

/// Laws that agree at a few points, and may be one. Where an enclosure excludes 0 they are two.
std::optional<EnclosedDivergences> untold(const EnclosedPair& pair, int digits,
                                          const Wanted& wanted) {
  if (!pair.may_be_equal()) return std::nullopt;
  EnclosedDivergences all = of_untold(pair, digits, wanted);
  for (const Divergence d : {jsd, kl_data_mixture, kl_generator_mixture})
    if (all[d].value.is_positive()) return std::nullopt;
  return all;
}

}  // namespace

EnclosedDivergences enclose_divergences(const Law& data, const Law& generator, int digits,
                                        const Wanted& wanted) {
  Loads loads;
  for (const Role role : both_roles) loads.squares |= wanted[chi_square_of(role)];
  const EnclosedPair pair(data, generator, digits, loads);
  if (auto all = by_rule(pair, digits, wanted)) {
    find_entropies(pair, digits, wanted, *all);
    return *all;
  }
  if (pair.misses_pieces()) return of_unreachable(digits, wanted);
  auto maybe_one = untold(pair, digits, wanted);
  EnclosedDivergences all = maybe_one ? std::move(*maybe_one) : Finder(pair, digits).find(wanted);
  find_entropies(pair, digits, wanted, all);
  // Parts with more bits reach further out.
  if (pair.misses_pieces()) return of_unreachable(digits, wanted);
  keep_what_can_be(pair.law(Role::data), pair.law(Role::generator), all);
  return all;
}

Enclosed enclose_jsd(const Law& data, const Law& generator, int digits) {
  const EnclosedPair pair(data, generator, digits);
  const Wanted wanted = standard_divergences();
  if (auto all = by_rule(pair, digits, wanted)) return (*all)[jsd];
  if (pair.misses_pieces()) return of_unreachable(digits, wanted)[jsd];
  Enclosed found;
  if (auto maybe_one = untold(pair, digits, wanted))
    found = (*maybe_one)[jsd];
  else
    found.value = Finder(pair, digits).jsd();
  const long goal = bits_for(digits);
  if (!pair.finds_masses({goal + guard_bits, -goal - spare_bits, 0}))
    return unbounded(wrong_masses);
  const BallPrecision precision(2 * (goal + guard_bits));
  keep_within(found, row_of(jsd).range(masses_of(data.mass, generator.mass, log(Ball(2)))));
  return pair.misses_pieces() ? of_unreachable(digits, wanted)[jsd] : found;
}

}  // namespace gancheck
