#include "theory/divergence/sums/sums.hpp"

#include <algorithm>
#include <cmath>

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

Terms terms_of(const Real& p, const Real& q) {
  const Tracked a = exactly<Tracked>(p), b = exactly<Tracked>(q);
  if (!is_safe(a) || !is_safe(b)) {
    const BallPrecision precision(bits_for_tiny_weights);
    const auto weight = [](const Real& x) {
      return x.is_zero() ? LogWeight{Ball(0), Ball(0)} : LogWeight{x.enclose(), log(x.enclose())};
    };
    return terms_enclosed(weight(p), weight(q));
  }
  return terms_at(a, b, difference(p, q));
}

/// Adds up every member of many terms, block by block: a million of them are not kept.
class SumOfTerms {
 public:
  void add(const Terms& terms) {
    constexpr std::size_t block = 16384;
    block_.push_back(terms);
    if (block_.size() == block) add_block();
  }
  Tracked of(Tracked Terms::*member) {
    if (!block_.empty()) add_block();
    return sum_of(sums_, member);
  }

 private:
  static Tracked sum_of(const std::vector<Terms>& terms, Tracked Terms::*member) {
    std::vector<Tracked> column;
    column.reserve(terms.size());
    for (const Terms& t : terms) column.push_back(t.*member);
    return sum(std::span<const Tracked>(column));
  }
  void add_block() {
    Terms total;
    for (const auto member : all_terms) total.*member = sum_of(block_, member);
    sums_.push_back(total);
    block_.clear();
  }

  std::vector<Terms> block_, sums_;
};

/// The atoms and tails of both laws.
struct DiscretePart {
  SumOfTerms terms;
  Truncation rest;
  Ball data_mass{0}, generator_mass{0};  ///< tails included
  bool overlap = false;
};

Ball mass_of_atoms(const Law& law) {
  Ball mass(0);
  for (const Atom& atom : law.atoms) mass = mass + atom.mass.enclose();
  for (const Tail& tail : law.tails) mass = mass + tail.mass.enclose();
  return mass;
}

DiscretePart discrete_part(const Law& data, const Law& generator) {
  DiscretePart part;
  const auto add = [&](const Real& p, const Real& q) {
    const bool in_data = !p.is_zero(), in_generator = !q.is_zero();
    if (!in_data && !in_generator) return;
    part.overlap |= in_data && in_generator;
    part.terms.add(terms_of(p, q));
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
  if (!data.pieces.empty()) part.data_mass = mass_of_atoms(data);
  if (!generator.pieces.empty()) part.generator_mass = mass_of_atoms(generator);
  return part;
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

void add_continuous_part(const Law& data, const Law& generator, const DiscretePart& atoms,
                         const ContinuousPart& part, Sums& sums) {
  sums.jsd = plus(sums.jsd, part.share(&Terms::jsd));
  sums.kl_data_mixture = plus(sums.kl_data_mixture, part.share(&Terms::kl_data_mixture));
  sums.kl_generator_mixture =
      plus(sums.kl_generator_mixture, part.share(&Terms::kl_generator_mixture));
  sums.kl_data_generator = plus_direct(
      sums.kl_data_generator, part.share(&Terms::kl_data_generator), part.kl_data_generator());
  sums.kl_generator_data = plus_direct(
      sums.kl_generator_data, part.share(&Terms::kl_generator_data), part.kl_generator_data());
  sums.tv = plus(sums.tv, part.share(&Terms::tv));
  sums.value = plus(sums.value, part.share(&Terms::value));
  const double p = missing_mass(data, part.mass_data());
  const double q = missing_mass(generator, part.mass_generator());
  sums.missing_mass = std::max(p, q);
  sums.mass_data = mass_of(data, atoms.data_mass, part.mass_data());
  sums.mass_generator = mass_of(generator, atoms.generator_mass, part.mass_generator());
  charge(sums.mass_data, p);
  charge(sums.mass_generator, q);
  const Truncation bound = truncation_of(p, q);
  charge(sums.jsd, bound.jsd);
  charge(sums.kl_data_mixture, bound.kl_data_mixture);
  charge(sums.kl_generator_mixture, bound.kl_generator_mixture);
  charge(sums.tv, bound.tv);
  charge(sums.value, bound.value);
  if (sums.missing_mass > 0)
    for (Sum* s : {&sums.kl_data_generator, &sums.kl_generator_data})
      if (!s->by_rule) s->truncation = infinity;
}

Sums atoms_alone(const Law& data, const Law& generator, DiscretePart& part) {
  const Truncation& rest = part.rest;
  const Tracked defect = difference(data.mass, generator.mass);
  Sums sums{.jsd = {part.terms.of(&Terms::jsd), rest.jsd},
            .kl_data_mixture = {part.terms.of(&Terms::kl_data_mixture) + defect / 2,
                                rest.kl_data_mixture},
            .kl_generator_mixture = {part.terms.of(&Terms::kl_generator_mixture) - defect / 2,
                                     rest.kl_generator_mixture},
            .kl_data_generator =
                direct(part.terms.of(&Terms::kl_data_generator), defect, rest.kl_data_generator,
                       rest.kl_data_generator_is_infinite, rest.generator_is_located),
            .kl_generator_data =
                direct(part.terms.of(&Terms::kl_generator_data), -defect, rest.kl_generator_data,
                       rest.kl_generator_data_is_infinite, rest.data_is_located),
            .tv = {part.terms.of(&Terms::tv), rest.tv},
            .value = {part.terms.of(&Terms::value), rest.value},
            .mass_data = {},
            .mass_generator = {}};
  return sums;
}

}  // namespace

Sum plus(const Sum& sum, const Share& share) {
  return {sum.value + share.value, sum.truncation + share.truncation,
          sum.discretisation + share.discretisation, sum.by_rule, sum.least};
}

void set_equal(const Real& mass, Sums& sums) {
  for (Sum* s : {&sums.jsd, &sums.kl_data_mixture, &sums.kl_generator_mixture,
                 &sums.kl_data_generator, &sums.kl_generator_data, &sums.tv}) {
    *s = {Tracked(0), 0, 0, true};
  }
  sums.value = {rounded(-(mass.enclose() * log(Ball(4)))), 0, 0, true};
}

void set_disjoint(const Real& mass_data, const Real& mass_generator, Sums& sums) {
  const Ball p = mass_data.enclose(), q = mass_generator.enclose(), log2 = log(Ball(2));
  sums.jsd = {rounded((p + q) / 2 * log2), 0, 0, true};
  sums.kl_data_mixture = {rounded(p * log2), 0, 0, true};
  sums.kl_generator_mixture = {rounded(q * log2), 0, 0, true};
  sums.kl_data_generator = sums.kl_generator_data = {Tracked::exact(infinity), 0, 0, true};
  sums.tv = {rounded((p + q) / 2), 0, 0, true};
  sums.value = {Tracked(0), 0, 0, true};
}

Sums add_up(const Law& data, const Law& generator) {
  DiscretePart atoms = discrete_part(data, generator);
  Sums sums = atoms_alone(data, generator, atoms);
  const bool has_density = !data.pieces.empty() || !generator.pieces.empty();
  bool overlap = atoms.overlap;
  if (has_density) {
    const ContinuousPart part(data, generator);
    overlap |= part.overlap();
    add_continuous_part(data, generator, atoms, part, sums);
  }
  if (are_one_law(data, generator)) {
    set_equal(data.mass, sums);
  } else if (!overlap) {
    set_disjoint(data.mass, generator.mass, sums);
  }
  return sums;
}

}  // namespace gancheck
