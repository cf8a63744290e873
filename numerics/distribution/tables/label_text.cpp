#include "numerics/distribution/tables/label_text.hpp"

#include <algorithm>
#include <array>

#include "numerics/distribution/tables/words.hpp"
#include "numerics/number/numeral.hpp"

namespace gancheck {
namespace {

constexpr std::array<std::string_view, 4> wide_blanks{"\xC2\xA0", "\xE2\x80\x87", "\xE2\x80\x89",
                                                      "\xE2\x80\xAF"};
constexpr std::array<std::string_view, 3> no_widths{"\xE2\x80\x8B", "\xE2\x81\xA0", "\xEF\xBB\xBF"};

/// The length of the one of some characters that a text begins with; 0 for none.
template <std::size_t N>
std::size_t begins_with(std::string_view text, const std::array<std::string_view, N>& characters) {
  for (const std::string_view c : characters)
    if (text.starts_with(c)) return c.size();
  return 0;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// U+0300 to U+036F: CC 80 to CD AF.
bool begins_with_mark(std::string_view text) {
  if (text.size() < 2) return false;
  const auto second = static_cast<unsigned char>(text[1]);
  return text[0] == '\xCC' || (text[0] == '\xCD' && second <= 0xAF);
}

}  // namespace

std::string with_plain_blanks(std::string_view label) {
  if (is_ascii(label)) return std::string(label);
  std::string plain;
  bool any = false;
  for (std::size_t i = 0; i < label.size();) {
    const std::string_view rest = label.substr(i);
    const std::size_t wide = begins_with(rest, wide_blanks), none = begins_with(rest, no_widths);
    any |= wide + none > 0;
    if (none == 0) plain += wide > 0 ? ' ' : label[i];
    i += std::max<std::size_t>(wide + none, 1);
  }
  if (!any) return plain;
  while (plain.ends_with(' ')) plain.pop_back();
  return plain.erase(0, std::min(plain.find_first_not_of(' '), plain.size()));
}

bool has_combining_mark(std::string_view label) {
  for (std::size_t i = 0; i < label.size(); ++i)
    if (begins_with_mark(label.substr(i))) return true;
  return false;
}

std::string as_it_looks(std::string_view label) {
  constexpr std::array<std::string_view, 6> dashes{"\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92",
                                                   "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92"};
  constexpr std::array<std::string_view, 2> apostrophes{"\xE2\x80\x98", "\xE2\x80\x99"};
  std::string looks;
  for (std::size_t i = 0; i < label.size();) {
    const std::string_view rest = label.substr(i);
    const std::size_t dash = begins_with(rest, dashes), apostrophe = begins_with(rest, apostrophes);
    looks += dash > 0 ? '-' : apostrophe > 0 ? '\'' : label[i];
    i += std::max<std::size_t>(dash + apostrophe, 1);
  }
  while (looks.ends_with(' ')) looks.pop_back();
  looks.erase(0, std::min(looks.find_first_not_of(' '), looks.size()));
  const auto numeral = read_numeral(looks);
  const bool is_number = numeral && numeral->length == looks.size();
  return is_number ? numeral->value.text() : in_small_letters(looks);
}

std::string without_accents(std::string_view label) {
  constexpr char sign = '\x01';
  std::string bare;
  for (std::size_t i = 0; i < label.size();) {
    std::size_t end = i + 1;
    while (end < label.size() && continues_character(label[end])) ++end;
    const bool is_mark = begins_with_mark(label.substr(i));
    if (is_mark && !bare.empty())
      bare.back() = sign;
    else
      bare += end - i > 1 ? sign : label[i];
    i = end;
  }
  return bare;
}

}  // namespace gancheck
