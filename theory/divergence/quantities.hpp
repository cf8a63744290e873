// What `evaluate` prints: the divergences of one pair, each with an error bound.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "numerics/distribution/law.hpp"
#include "theory/divergence/bounded_divergence.hpp"
#include "theory/divergence/divergence.hpp"
#include "theory/evidence/evidence.hpp"

namespace gancheck {

/// What a quantity is measured in: nothing (TV, masses), information (nats or bits), or its root.
enum class Dimension { none, information, root_of_information };

/// Where the bounds of a number come from: docs/error-bounds.md, and docs/trusted-base.md for
/// enclosures.
enum class Method {
  exact,
  exact_rounded,
  by_rule,
  error_bound,
  not_bounded,
  enclosure,
  enclosed_sum
};
const Text& in_words(Method method);

struct Quantity {
  std::string name;  ///< "jsd", as in the JSON contract
  Dimension dimension;
  double value;               ///< nearest to the midpoint of the bounds; NaN without an upper one
  std::string lower, upper;   ///< decimal, rounded outwards; "inf"
  std::optional<int> digits;  ///< (upper - lower)/2 <= 10^-digits·|value|; empty for an exact value
  bool rigorous;
  Notes notes;    ///< why it is not certified, or what it rests on
  Method method;  ///< where the bounds come from
  /// The three errors of a floating-point sum: two bounds and an estimate, which together make the
  /// half width.
  double rounding = 0, truncation = 0, discretisation = 0;
  Witness witness = Witness::grid;
};

/// The decimal with so many digits to which both bounds round; empty where they differ.
std::optional<std::string> decimal_of(const Quantity& q, int digits);

enum class Unit { nat, bit };

/// What is printed of a divergence d: d itself, sqrt(d), -log d, d and the same with both laws
/// exchanged, or d and the entropy of the data law.
enum class DivergenceForm { itself, root, minus_log, both_ways, with_entropy };

/// What is printed, in the order of the JSON contract: of a divergence, or the mass or the entropy
/// of a law (-sum of p log p, or of a law with a density -integral of p log p).
struct QuantityRow {
  std::string name, tex;
  std::string meaning_en, meaning_zh;
  Dimension dimension;
  Divergence of;  ///< unless it is a mass, an entropy or a bounded divergence
  DivergenceForm form = DivergenceForm::itself;
  std::optional<Role> mass = {};               ///< of which law it is
  bool is_standard = true;                     ///< printed without being asked for
  std::optional<Role> entropy = {};            ///< of which law it is
  const BoundedDivergence* bounded = nullptr;  ///< in the place of `of`

  bool is_of_divergence() const { return !mass && !entropy && !bounded; }
  /// Which entropy it needs.
  std::optional<Role> needs_entropy() const {
    return form == DivergenceForm::with_entropy ? std::optional(Role::data) : entropy;
  }
};
const std::vector<QuantityRow>& quantities();

using QuantityRows = std::vector<QuantityRow>;
/// Those that are printed without being asked for.
const QuantityRows& standard_quantities();

/// The quantities of a pair of laws that are asked for, in the given unit. Throws std::domain_error
/// where two points of the laws can be neither separated nor identified.
std::vector<Quantity> evaluate(const Law& data, const Law& generator, Unit unit,
                               const QuantityRows& rows = standard_quantities());

/// The most digits that can be asked for.
inline constexpr int most_digits_asked = 200;
inline constexpr int standard_digits = 30;

/// The same by the ball witness, to so many digits where they can be reached; what it cannot
/// enclose is that of the grid witness, with the reason in its note.
std::vector<Quantity> evaluate_enclosed(const Law& data, const Law& generator, Unit unit,
                                        int digits = standard_digits,
                                        const QuantityRows& rows = standard_quantities());

}  // namespace gancheck
