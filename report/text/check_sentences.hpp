// What is said of a number that was checked: why it agrees or not, and what to do next.
#pragma once

#include <optional>
#include <string>

#include "theory/number_check/number_check.hpp"

namespace gancheck {

/// Digits of what is said in passing: how far off, which tolerance would do.
inline constexpr int digits_in_passing = 2;

/// The digits that show whether a wrong value is X.
int digits_beside(const PrintedNumber& x);

/// Why the answer is what it is: a clause.
Text reason(const NumberCheck& check);

/// Whether a number that differs has eight leading digits of the truth, or rounds to the same
/// double: half of what a double holds agrees by rounding, hardly by a mistake.
bool may_be_rounding(const NumberCheck& check);

/// What to do next, or why not to worry: a sentence; empty where there is nothing to say.
std::optional<Text> advice(const NumberCheck& check);

/// Whether the answer rests on certified bounds: a sentence.
Text ground(const Quantity& truth);

/// "Fits a known mistake (square root): the square root is taken. That would be 0.4645014."
std::string sentence(const Explanation& e, int digits, Language language);

}  // namespace gancheck
