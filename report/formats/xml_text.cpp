#include "report/formats/xml_text.hpp"

#include <cstdint>
#include <optional>

namespace gancheck {
namespace {

constexpr std::string_view replacement = "\uFFFD";

/// Of a first byte of UTF-8; 0 for none.
std::size_t length_of_sequence(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first < 0xE0) return 2;
  if (first >= 0xE0 && first < 0xF0) return 3;
  if (first >= 0xF0 && first < 0xF5) return 4;
  return 0;
}

/// The character that these bytes are, if they are one in its shortest form.
std::optional<std::uint32_t> decoded(std::string_view bytes) {
  const auto first = static_cast<unsigned char>(bytes.front());
  if (bytes.size() == 1) return first;
  std::uint32_t c = first & (0x7FU >> bytes.size());
  for (const char byte : bytes.substr(1)) {
    const auto b = static_cast<unsigned char>(byte);
    if ((b & 0xC0U) != 0x80U) return std::nullopt;
    c = (c << 6) | (b & 0x3FU);
  }
  const bool is_overlong = (bytes.size() == 3 && c < 0x800) || (bytes.size() == 4 && c < 0x10000);
  return is_overlong ? std::nullopt : std::optional(c);
}

bool is_xml_character(std::uint32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) ||
         (c >= 0xE000 && c < 0xFFFE) || (c >= 0x10000 && c < 0x110000);
}

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    case '\t':
      return "&#9;";
    default:
      return {};
  }
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t length = length_of_sequence(static_cast<unsigned char>(text.front()));
    const std::string_view bytes = text.substr(0, length);
    const auto c = length > 0 && bytes.size() == length ? decoded(bytes) : std::nullopt;
    const bool is_known = c && is_xml_character(*c);
    const std::string_view name = is_known ? entity(bytes.front()) : replacement;
    out += name.empty() ? bytes : name;
    text.remove_prefix(is_known ? length : 1);
  }
  return out;
}

}  // namespace gancheck
