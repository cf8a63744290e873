// Is somebody else's number right? A printed number against the bounds of the true quantity.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "theory/number_check/explanations.hpp"

namespace gancheck {

enum class Answer { agrees, differs, undecided };
const Text& in_words(Answer answer);

struct NumberCheck {
  Quantity quantity;    ///< the true one, as it was computed
  PrintedNumber given;  ///< X
  Rational tolerance;   ///< T
  Bounds truth;         ///< [lower, upper] of the quantity
  Answer answer;
  /// |X - truth|: between these, whatever the truth is within its bounds.
  Bounds distance;
  /// Of X, where it differs and both are finite (printed_number.hpp).
  std::optional<std::size_t> agreeing_digits;
  /// X and every number within the bounds round to the same double.
  bool same_double;
  std::vector<Explanation> explanations;  ///< where it differs
};

/// `agrees` if every number within the bounds of the quantity lies within T of X, `differs` if none
/// does, else `undecided`; so too for a quantity without a value. Decided in rational arithmetic;
/// an infinity agrees with itself alone. T defaults to half a unit of X's last digit and is at
/// least 0. Throws std::invalid_argument where the quantities lack `name`.
NumberCheck check_number(const std::vector<Quantity>& quantities, Unit unit,
                         const std::string& name, const PrintedNumber& x,
                         const std::optional<Rational>& tolerance = std::nullopt);

}  // namespace gancheck
