// What `evaluate` prints: the divergences of one pair, each with an error bound.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "numerics/distribution/law.hpp"

namespace gancheck {

/// What a quantity is measured in: nothing (TV, masses), information (nats or bits), or its root.
enum class Dimension { none, information, root_of_information };

struct Quantity {
  std::string name;  ///< "jsd", as in the JSON contract
  Dimension dimension;
  double value;               ///< nearest to the midpoint of the bounds; NaN without an upper one
  std::string lower, upper;   ///< decimal, rounded outwards; "inf"
  std::optional<int> digits;  ///< (upper - lower)/2 <= 10^-digits·|value|; empty for an exact value
  bool rigorous;
  std::string note;    ///< why it is not certified; "" if it is
  std::string method;  ///< "exact", "by rule", "error bound" (docs/error-bounds.md)
  /// The three errors of a floating-point sum: two bounds and an estimate, which together make the
  /// half width.
  double rounding = 0, truncation = 0, discretisation = 0;
};

enum class Unit { nat, bit };

/// All quantities of a pair of laws, in the given unit. Throws std::domain_error where two points
/// of the laws can be neither separated nor identified. In the order of the JSON contract: jsd,
/// js_distance, kl_data_mixture, kl_generator_mixture, kl_data_generator, kl_generator_data, tv,
/// value_at_optimum, mass_data, mass_generator, in this order.
std::vector<Quantity> evaluate(const Law& data, const Law& generator, Unit unit);

/// The names with one line each, for `gancheck list quantities`.
struct QuantityDescription {
  std::string name, tex;
  std::string meaning_en, meaning_zh;
};
const std::vector<QuantityDescription>& quantities();

}  // namespace gancheck
