// Numbers as people write them in tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "numerics/number/real.hpp"

namespace gancheck {

/// How a column writes its numbers. A text may be a number in several ways: "1,250".
enum class Writing : unsigned {
  plain = 1,               ///< 1250.5, 1.2505e3, 1/3
  comma_groups = 2,        ///< 1,250.5
  decimal_comma = 4,       ///< 1250,5 and 1.250,5
  apostrophe_groups = 8,   ///< 1'250.5
  blank_groups = 16,       ///< 1 250.5
  blank_groups_comma = 32  ///< 1 250,5
};

inline constexpr unsigned all_writings = 63;

/// The writings in which a text is a number, as a sum of `Writing`s; 0 for none. A percent sign
/// behind it changes nothing. A 0 before another digit makes a text of it ("007"), as an exponent
/// behind groups does.
unsigned writings_of(std::string_view text);

/// Whether a text is a number in any writing.
bool is_number(std::string_view text);

/// NA, null, NaN and the like, and nothing at all: an entry that is missing.
bool is_missing(std::string_view text);

bool has_percent_sign(std::string_view text);

struct NumberText {
  Real value;           ///< exact; a hundredth with a percent sign
  long leading = 0;     ///< the value is d·10^leading with 1 <= |d| < 10, but for 0
  long last_digit = 0;  ///< the exponent of the last digit that is written
  std::size_t digits = 0;
  bool is_quotient = false;
};

/// The number that a text is in a writing, which is one of `writings_of`. `value` is 0 where the
/// digits or the exponent are beyond what is read. Empty for a quotient by 0.
std::optional<NumberText> read_number(std::string_view text, Writing writing);

}  // namespace gancheck
