#include "report/text/tex/infix_fractions.hpp"

#include <cctype>
#include <string_view>

namespace gancheck::tex {
namespace {

constexpr std::string_view over = "\\over";

/// Of the command itself, not of \overline; npos for none.
std::size_t find_over(const std::string& tex) {
  for (auto at = tex.find(over); at != std::string::npos; at = tex.find(over, at + 1)) {
    const std::size_t behind = at + over.size();
    if (behind == tex.size() || std::isalpha(static_cast<unsigned char>(tex[behind])) == 0)
      return at;
  }
  return std::string::npos;
}

/// The start of what stands in one group with position `at`: behind its brace, or 0.
std::size_t start_of_group(const std::string& tex, std::size_t at) {
  for (int depth = 0; at > 0; --at) {
    if (tex[at - 1] == '}') ++depth;
    if (tex[at - 1] == '{' && depth-- == 0) return at;
  }
  return 0;
}

/// The end of that group: its closing brace, or the end of all.
std::size_t end_of_group(const std::string& tex, std::size_t at) {
  for (int depth = 0; at < tex.size(); ++at) {
    if (tex[at] == '{') ++depth;
    if (tex[at] == '}' && depth-- == 0) return at;
  }
  return at;
}

std::string trimmed_of_blanks(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return std::string(text);
}

}  // namespace

std::string with_prefix_fractions(std::string tex) {
  for (auto at = find_over(tex); at != std::string::npos; at = find_over(tex)) {
    const std::size_t start = start_of_group(tex, at), end = end_of_group(tex, at);
    const std::string above = trimmed_of_blanks(std::string_view(tex).substr(start, at - start));
    const std::size_t behind = at + over.size();
    const std::string below = trimmed_of_blanks(std::string_view(tex).substr(behind, end - behind));
    std::string fraction = "\\frac{";
    fraction.append(above).append("}{").append(below).append("}");
    tex.replace(start, end - start, fraction);
  }
  return tex;
}

}  // namespace gancheck::tex
