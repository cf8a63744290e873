// What TeX's commands are in Unicode.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gancheck::tex {

/// How a symbol stands beside its neighbours.
enum class SymbolRole {
  ordinary,     ///< x, θ, 2: as the source spaces it
  operation,    ///< + - ·: between two operands, as the source spaces it
  relation,     ///< = ≤ ⟹: with spaces around it
  function,     ///< log, max: apart from what stands before, brackets around a fraction behind it
  sum,          ///< ∫ ∑: as a function, and with a space behind it
  opening,      ///< ( [ {
  closing,      ///< ) ] }
  punctuation,  ///< , ; :
  space
};

struct UnicodeSymbol {
  std::string text;
  SymbolRole role;
};

/// The symbol of a command without arguments ("le", "log", ","); empty for what is not known.
std::optional<UnicodeSymbol> symbol_of_command(std::string_view name);

/// Of a character as it stands.
UnicodeSymbol symbol_of_character(std::string_view c);

/// In blackboard, script: "ℝ", "𝒢"; the text itself where there is no such letter.
std::string blackboard(const std::string& letter);
std::string script(const std::string& letter);

/// Raised or lowered, if every character can be: "⁻¹", "₂"; else empty. Digits and signs only:
/// of letters Unicode has no more than some, and "pₓ" beside "p_g" would look like two things.
std::optional<std::string> raised(std::string_view text);
std::optional<std::string> lowered(std::string_view text);

/// "½" for 1 and 2; empty where Unicode has no such sign.
std::optional<std::string> fraction_sign(std::string_view above, std::string_view below);

/// The sign that denies a relation: "≠" for "=".
std::string denied(const std::string& relation);

}  // namespace gancheck::tex
