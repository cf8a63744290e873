#include "numerics/distribution/tables/marked_numbers.hpp"

#include <algorithm>
#include <array>

#include "numerics/distribution/tables/number_text.hpp"

namespace gancheck {
namespace {

/// Behind a bound: <5, ≈ 3.
std::string_view without_bound(std::string_view text) {
  constexpr std::array<std::string_view, 9> marks{
      "<", ">", "~", "=", " ", "\xE2\x89\xA4", "\xE2\x89\xA5", "\xE2\x89\x88", "\xC2\xB1"};
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view mark : marks)
      if (text.starts_with(mark)) text.remove_prefix(mark.size()), found = true;
  }
  return text;
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

}  // namespace gancheck
