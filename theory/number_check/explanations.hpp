// Which of the known mistakes explain a number. Two of different kinds may be made one after the
// other: the square root, and that in bits.
#pragma once

#include <string>
#include <vector>

#include "theory/number_check/mistakes.hpp"
#include "theory/number_check/printed_number.hpp"

namespace gancheck {

/// One mistake, or two of different kinds.
struct Explanation {
  std::vector<const Mistake*> steps;
  Bounds wrong;           ///< of the value that they lead to
  bool within_tolerance;  ///< else the value and the number are only close (below)
};

/// The mistakes that explain why `x` is not `asked`: those whose wrong value meets the tolerance.
/// A pair is named only where no single one does, and where the tolerance is at most |x|/1000: a
/// quantity has up to 37 pairs, and chance would let a number of fewer digits meet one of them in
/// more than 37·2/1000 of all cases.
///
/// Where none meets it, those that come within 1e-8 of x, relatively, if the truth does not:
/// numbers that were computed in doubles are seldom right to the last of 17 printed digits, and
/// that close is chance once in a million. Wrong values that are not known better than that explain
/// nothing.
std::vector<Explanation> explanations(const TrueQuantities& truth, const std::string& asked,
                                      const PrintedNumber& x, const Rational& tolerance);

}  // namespace gancheck
