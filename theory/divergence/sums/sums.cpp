#include "theory/divergence/sums/sums.hpp"

#include <algorithm>
#include <cmath>

#include "numerics/distribution/log_ratio.hpp"
#include "numerics/line/grid.hpp"
#include "numerics/number/infinity.hpp"
#include "numerics/number/rounded.hpp"
#include "theory/divergence/law_rules.hpp"
#include "theory/divergence/truncation.hpp"

namespace gancheck {
namespace {

/// Below this a product or quotient of weights may leave the range of double.
constexpr double smallest_safe_weight = 0x1p-960;

/// Weights go down to 1e-400: quotients of 2^1330 leave the divergence's terms hundreds of digits.
constexpr long bits_for_tiny_weights = 4096;

bool is_safe(const Tracked& x) {
  return x.value() >= smallest_safe_weight || is_exactly_zero(x);
}

LogWeight weight_of(const Real& x) {
  if (x.is_zero()) return {Ball(0), Ball(0)};
  const Ball value = x.enclose();
  return {value, log(value)};
}

/// Adds up many terms, block by block: a million of them are not kept.
class SumOfTerms {
 public:
  void add(const Tracked& term) {
    constexpr std::size_t block = 16384;
    block_.push_back(term);
    if (block_.size() == block) add_block();
  }
  Tracked total() {
    if (!block_.empty()) add_block();
    return sum(std::span<const Tracked>(sums_));
  }

 private:
  void add_block() {
    sums_.push_back(sum(std::span<const Tracked>(block_)));
    block_.clear();
  }

  std::vector<Tracked> block_, sums_;
};

/// The sums of all that is asked for.
struct SumsOfTerms {
  PerDivergence<SumOfTerms> divergences;
  PerBounded<SumOfTerms> bounded;

  explicit SumsOfTerms(const Wanted& wanted) {
    for (const BoundedDivergence* d : wanted.bounded) bounded.emplace(d, SumOfTerms{});
  }

  /// p, q >= 0, not both 0.
  void add(const Real& p, const Real& q, const Wanted& wanted) {
    const Tracked a = exactly<Tracked>(p), b = exactly<Tracked>(q);
    const bool are_safe = is_safe(a) && is_safe(b);
    if (are_safe) {
      add(terms_at(a, b, difference(p, q), wanted));
    } else {
      const BallPrecision precision(bits_for_tiny_weights);
      add(terms_enclosed(weight_of(p), weight_of(q), wanted));
    }
    for (auto& [d, sum] : bounded) {
      if (are_safe && d->in_doubles) {
        sum.add(d->in_doubles(a, b, difference(p, q)));
      } else {
        const BallPrecision precision(are_safe ? BallPrecision::standard_bits
                                               : bits_for_tiny_weights);
        sum.add(term_enclosed(*d, weight_of(p), weight_of(q)));
      }
    }
  }

 private:
  void add(const Terms& terms) {
    for (const Divergence d : all_divergences) divergences[d].add(terms[d]);
  }
};

/// The atoms and tails of both laws.
struct DiscretePart {
  explicit DiscretePart(const Wanted& wanted) : terms(wanted) {}

  SumsOfTerms terms;
  Truncation rest;
  Two<Ball> mass{Ball(0), Ball(0)};  ///< tails included
  bool overlap = false;
};

Ball mass_of_atoms(const Law& law) {
  Ball mass(0);
  for (const Atom& atom : law.atoms) mass = mass + atom.mass.enclose();
  for (const Tail& tail : law.tails) mass = mass + tail.mass.enclose();
  return mass;
}

DiscretePart discrete_part(const Law& data, const Law& generator, const Wanted& wanted) {
  DiscretePart part(wanted);
  const auto add = [&](const Real& p, const Real& q) {
    const bool in_data = !p.is_zero(), in_generator = !q.is_zero();
    if (!in_data && !in_generator) return;
    part.overlap |= in_data && in_generator;
    part.terms.add(p, q, wanted);
  };
  if (data.tails.empty() && generator.tails.empty()) {
    check_comparable(data, generator);
    for_each_atom(data.atoms, generator.atoms,
                  [&](const Real&, const Real& p, const Real& q) { add(p, q); });
  } else {
    const Densities d = common_grid(data, generator);
    for (std::size_t i = 0; i < d.grid.size(); ++i) add(d.data[i], d.generator[i]);
    part.overlap |= tails_may_meet(d, data, generator);
    part.rest = truncation_of(d);
  }
  if (!data.pieces.empty()) part.mass.data = mass_of_atoms(data);
  if (!generator.pieces.empty()) part.mass.generator = mass_of_atoms(generator);
  return part;
}

/// The sum of p²/q over the atoms, infinite by rule as a direct KL is, and where the terms of a
/// tail do not tend to 0.
Sum square(const Tracked& total, double truncation, bool infinite_tail, bool second_is_located) {
  const bool infinite_atom = std::isinf(total.value()) && total.error() == 0;
  if (infinite_tail || (infinite_atom && second_is_located))
    return {Tracked::exact(infinity), 0, 0, true};
  return {total, infinite_atom ? infinity : truncation};
}

/// A direct KL over the atoms: infinite by rule where an atom of the first law is known to be none
/// of the second. It is at least the defect P^ - Q^, whatever the laws: sum of p log(p/q) - p + q
/// >= 0.
Sum direct(const Tracked& total, const Tracked& defect, double truncation, bool infinite_tail,
           bool second_is_located) {
  const bool infinite_atom = std::isinf(total.value()) && total.error() == 0;
  if (infinite_tail || (infinite_atom && second_is_located)) {
    return {Tracked::exact(infinity), 0, 0, true};
  }
  return {total + defect, infinite_atom ? infinity : truncation, 0, false, defect.lower()};
}

/// A direct divergence is infinite or unknown where one of the parts is.
Sum plus_direct(const Sum& sum, const Share& share, Finiteness continuous) {
  const bool infinite = std::isinf(sum.value.value()) && sum.by_rule;
  if (infinite || continuous == Finiteness::infinite) return {Tracked::exact(infinity), 0, 0, true};
  Sum total = plus(sum, share);
  if (continuous == Finiteness::unknown) total.truncation = infinity;
  return total;
}

/// Mass that no node saw changes a divergence by as much as mass beyond a cut.
void charge(Sum& sum, double bound) {
  if (!sum.by_rule) sum.discretisation += bound;
}

Sum mass_of(const Law& law, const Ball& atoms, const Share& found) {
  if (law.pieces.empty()) return {rounded(law.mass.enclose()), 0, 0, true};
  return plus({rounded(atoms)}, found);
}

void add_continuous_part(const Two<const Law*>& laws, const DiscretePart& atoms,
                         const ContinuousPart& part, Sums& sums) {
  for (const Divergence d : all_divergences)
    if (!needs_domination(d)) sums[d] = plus(sums[d], part.share(d));
  for (auto& [d, sum] : sums.bounded) sum = plus(sum, part.share(*d));
  Two<double> missing;
  for (const Role role : both_roles) {
    const Divergence kl = direct_kl(role);
    const Law& law = *laws.of(role);
    sums[kl] = plus_direct(sums[kl], part.share(kl), part.direct(role));
    const Divergence chi = chi_square_of(role);
    sums[chi] = plus_direct(sums[chi], part.share(chi), part.square(role));
    missing.of(role) = missing_mass(law, part.mass(role));
    sums.mass.of(role) = mass_of(law, atoms.mass.of(role), part.mass(role));
    charge(sums.mass.of(role), missing.of(role));
    if (!law.pieces.empty()) {
      sums.entropy.of(role) = plus({}, part.entropy(role));
      const bool is_mixed = !law.atoms.empty() || !law.tails.empty();
      if (is_mixed || missing.of(role) > 0) sums.entropy.of(role).truncation = infinity;
      if (log_is_integrable(law) == false && !is_mixed)
        sums.entropy.of(role) = {Tracked::exact(infinity), 0, 0, true};
    }
  }
  sums.missing_mass = std::max(missing.data, missing.generator);
  const Truncation bound = truncation_of(missing.data, missing.generator);
  for (auto& [d, sum] : sums.bounded) charge(sum, most_moved(*d, missing.data, missing.generator));
  for (const Divergence d : all_divergences) {
    if (!needs_domination(d))
      charge(sums[d], bound[d]);
    else if (sums.missing_mass > 0 && !sums[d].by_rule)
      sums[d].truncation = infinity;
  }
}

/// Of a law without a density.
Sum entropy_of_atoms(const Law& law, double truncation) {
  std::vector<Tracked> terms;
  terms.reserve(law.atoms.size());
  for (const Atom& atom : law.atoms) {
    const Tracked mass = exactly<Tracked>(atom.mass);
    terms.push_back(-times_log(mass, mass));
  }
  return {sum(std::span<const Tracked>(terms)), truncation};
}

Sums atoms_alone(const Law& data, const Law& generator, DiscretePart& part) {
  const Truncation& rest = part.rest;
  const Tracked defect = difference(data.mass, generator.mass);
  Sums sums;
  for (const Divergence d : all_divergences) sums[d] = {part.terms.divergences[d].total(), rest[d]};
  for (auto& [d, sum] : part.terms.bounded) sums.bounded[d] = {sum.total(), rest.of(*d)};
  for (const Role role : both_roles) {
    const Tracked own = role == Role::data ? defect : -defect;
    Sum &to_mixture = sums[kl_to_mixture(role)], &kl = sums[direct_kl(role)];
    to_mixture.value = to_mixture.value + own / 2;
    kl = direct(kl.value, own, kl.truncation, rest.has_alone.of(role),
                rest.is_located.of(other(role)));
    Sum& chi = sums[chi_square_of(role)];
    chi = square(chi.value, chi.truncation,
                 rest.has_alone.of(role) || rest.square_is_infinite.of(role),
                 rest.is_located.of(other(role)));
  }
  return sums;
}

Sum by_rule(const Tracked& value) {
  return {value, 0, 0, true};
}

}  // namespace

Sum plus(const Sum& sum, const Share& share) {
  return {sum.value + share.value, sum.truncation + share.truncation,
          sum.discretisation + share.discretisation, sum.by_rule, sum.least};
}

void set_equal(const MassesOfPair& masses, Sums& sums) {
  for (const Divergence d : all_divergences) sums[d] = by_rule(rounded(row_of(d).of_equal(masses)));
  for (auto& [d, sum] : sums.bounded) sum = by_rule(rounded(of_equal(*d, masses)));
}

void set_disjoint(const MassesOfPair& masses, Sums& sums) {
  for (const Divergence d : all_divergences) {
    const auto value = row_of(d).of_disjoint(masses);
    sums[d] = by_rule(value ? rounded(*value) : Tracked::exact(infinity));
  }
  for (auto& [d, sum] : sums.bounded) sum = by_rule(rounded(of_disjoint(*d, masses)));
}

Sums add_up(const Law& data, const Law& generator, const Wanted& wanted) {
  DiscretePart atoms = discrete_part(data, generator, wanted);
  Sums sums = atoms_alone(data, generator, atoms);
  const bool has_density = !data.pieces.empty() || !generator.pieces.empty();
  bool overlap = atoms.overlap;
  if (has_density) {
    const ContinuousPart part(data, generator, wanted);
    overlap |= part.overlap();
    add_continuous_part({&data, &generator}, atoms, part, sums);
  }
  for (const Role role : both_roles) {
    const Law& law = role == Role::data ? data : generator;
    if (wanted.entropy.of(role) && law.pieces.empty())
      sums.entropy.of(role) = entropy_of_atoms(law, atoms.rest.entropy.of(role));
  }
  const bool are_equal = are_one_law(data, generator);
  const MassesOfPair masses = masses_of(data.mass, generator.mass, log(Ball(2)));
  if (are_equal) {
    set_equal(masses, sums);
  } else if (!overlap) {
    set_disjoint(masses, sums);
  }
  return sums;
}

}  // namespace gancheck
