// Plain TeX's infix fractions, which the note uses and not every converter reads.
#pragma once

#include <string>

namespace gancheck::tex {

/// "{a \over b}" as "\frac{a}{b}"; without braces it divides the whole formula.
std::string with_prefix_fractions(std::string tex);

}  // namespace gancheck::tex
