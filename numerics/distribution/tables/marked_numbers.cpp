#include "numerics/distribution/tables/marked_numbers.hpp"

#include <algorithm>
#include <array>

#include "numerics/distribution/tables/number_text.hpp"
#include "numerics/distribution/tables/words.hpp"
#include "numerics/distribution/tables/years.hpp"

namespace gancheck {
namespace {

template <std::size_t N>
std::string_view without_any(std::string_view text, const std::array<std::string_view, N>& marks) {
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view mark : marks)
      if (text.starts_with(mark)) text.remove_prefix(mark.size()), found = true;
  }
  return text;
}

/// Behind a bound: <5, ≈ 3.
std::string_view without_bound(std::string_view text) {
  constexpr std::array<std::string_view, 9> marks{
      "<", ">", "~", "=", " ", "\xE2\x89\xA4", "\xE2\x89\xA5", "\xE2\x89\x88", "\xC2\xB1"};
  return without_any(text, marks);
}

/// Behind brackets and currencies, too: (12), € 12.
std::string_view without_opening(std::string_view text) {
  constexpr std::array<std::string_view, 9> marks{
      "(", "[", "{", "'", "$", " ", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5"};
  return without_bound(without_any(text, marks));
}

/// Dashes and dots beyond ASCII among them.
bool is_punctuation(std::string_view text) {
  constexpr std::array<std::string_view, 4> signs{"\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\xA6",
                                                  "\xE2\x88\x92"};
  const auto is_letter_or_digit = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  };
  if (text == "%" || text == "#") return false;  // names of weights
  for (text = without_any(text, signs); !text.empty(); text = without_any(text.substr(1), signs)) {
    const bool is_sign = text[0] > ' ' && text[0] < 0x7F && !is_letter_or_digit(text[0]);
    if (!is_sign) return false;
  }
  return true;
}

std::string_view without_plus_or_minus(std::string_view text) {
  if (text.starts_with("-") || text.starts_with("+")) text.remove_prefix(1);
  return text;
}

/// What goes on as a range, a date, a time or a version.
bool goes_on_as_label(std::string_view rest) {
  constexpr std::array<std::string_view, 8> joints{
      "-", "/", ":", "_", ".", ",", "\xE2\x80\x93", "\xE2\x80\x94"};
  while (rest.starts_with(" ")) rest.remove_prefix(1);
  return std::any_of(joints.begin(), joints.end(),
                     [&](std::string_view joint) { return rest.starts_with(joint); });
}

}  // namespace

bool is_marked_number(std::string_view text) {
  if (is_number(text) || is_missing(text)) return false;
  const std::string_view bare = without_bound(text);
  if (is_number(bare)) return true;
  const std::string_view unsigned_text = without_plus_or_minus(bare);
  const std::size_t end =
      std::min(unsigned_text.find_first_not_of("0123456789.,"), unsigned_text.size());
  const std::string_view number = unsigned_text.substr(0, end);
  return is_number(number) && !goes_on_as_label(unsigned_text.substr(end));
}

bool may_be_spoilt_number(std::string_view text) {
  constexpr std::array<std::string_view, 7> words{"inf",  "+inf",  "-inf", "infinity",
                                                  "true", "false", "nan"};
  if (is_missing(text) || is_punctuation(text) || is_marked_number(text)) return true;
  const std::string_view bare = without_opening(text);
  return (bare.size() < text.size() && begins_as_number(bare)) ||
         std::find(words.begin(), words.end(), in_small_letters(text)) != words.end();
}

bool begins_as_number(std::string_view text) {
  constexpr std::size_t year = 4;
  const std::string_view bare = without_plus_or_minus(without_opening(text));
  const bool is_date = is_year(bare.substr(0, year)) && bare.size() > year &&
                       std::string_view("-/.").find(bare[year]) < 3;
  return !is_date && !bare.empty() && bare[0] >= '0' && bare[0] <= '9';
}

}  // namespace gancheck
