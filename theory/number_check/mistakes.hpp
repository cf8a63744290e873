// How a printed divergence goes wrong: the catalogue of the known mistakes.
//
// A mistake says what number is printed instead of the right one, as a function of the true
// quantities of the pair.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "numerics/number/rational_bounds.hpp"
#include "theory/divergence/quantities.hpp"
#include "theory/evidence/text.hpp"

namespace gancheck {

enum class MistakeKind {
  swapped_arguments,
  unnormalised_mass,
  square_root,
  log_base,
  factor_two,
  sign,
  another_quantity
};
const Text& in_words(MistakeKind kind);

/// What is computed in the place of a quantity, step by step.
struct Candidate {
  std::string quantity;  ///< which one it was meant to be, or has become
  Dimension dimension;
  Bounds bounds;
};

/// The true quantities of one pair of laws, by name, in one unit.
struct TrueQuantities {
  TrueQuantities(const std::vector<Quantity>& quantities, Unit in);
  /// Throws std::invalid_argument where it is missing.
  const Candidate& named(const std::string& name) const;
  bool has(const std::string& name) const;
  Bounds log2() const;  ///< in the unit: 1 bit

  Unit unit;
  std::map<std::string, Candidate> by_name;
};

struct Mistake {
  std::string id;
  MistakeKind kind;
  Text name;  ///< what was done, in one clause
  /// What it makes of a candidate; empty where it cannot be made.
  std::function<std::optional<Candidate>(const TrueQuantities&, const Candidate&)> made_of;
};

/// In the order in which they are made one after the other; another quantity is made alone.
const std::vector<Mistake>& mistakes();

}  // namespace gancheck
