#include "numerics/distribution/tables/first_row.hpp"

#include <algorithm>

#include "numerics/distribution/tables/years.hpp"
#include "numerics/phrase.hpp"

namespace gancheck {
namespace {

bool is_whole(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether all entries of a row have a property, by their text and place.
template <class Property>
bool all_in(const Sheet& sheet, const std::vector<std::size_t>& columns, std::size_t row,
            const Property& property) {
  for (std::size_t j = 0; j < columns.size(); ++j)
    if (!property(sheet.text_at(row, columns[j]), j)) return false;
  return true;
}

/// first, first + 1, ...
bool counts_from(const Sheet& sheet, const std::vector<std::size_t>& columns, std::size_t first) {
  return all_in(sheet, columns, 0, [&](std::string_view text, std::size_t j) {
    return text == std::to_string(first + j);
  });
}

template <class Property>
bool all_below(const Sheet& sheet, const std::vector<std::size_t>& columns,
               const Property& property) {
  for (std::size_t i = 1; i < sheet.rows(); ++i)
    if (!all_in(sheet, columns, i,
                [&](std::string_view text, std::size_t) { return property(text); }))
      return false;
  return true;
}

}  // namespace

std::optional<Text> warning_of_first_row(const Sheet& sheet,
                                         const std::vector<std::size_t>& columns) {
  if (sheet.header || sheet.place != "line" || sheet.rows() < 2 || columns.size() < 2)
    return std::nullopt;
  const bool counts = counts_from(sheet, columns, 0) || counts_from(sheet, columns, 1);
  const bool are_years =
      all_in(sheet, columns, 0, [](std::string_view text, std::size_t) { return is_year(text); });
  if (!counts && !are_years) return std::nullopt;
  const SheetCell &first = sheet.at(0, columns.front()), &last = sheet.at(0, columns.back());
  const Text may_be = phrase("the first row, {} to {}", "首行（{} 至 {}）", sheet.text_of(first),
                             sheet.text_of(last));
  const bool is_unlike =
      are_years ? !all_below(sheet, columns, is_year) : !all_below(sheet, columns, is_whole);
  if (is_unlike)
    sheet.refuse_at(first, may_be.en +
                               " may name the columns or be weights: if it names them, write "
                               "names that are no numbers or leave it out; if it is weights, "
                               "write names above it");
  return phrase(
      "{}:{}: {}, was read as weights: if it names the columns, write names that are "
      "no numbers or leave it out",
      "{}:{}：{}读作权重：若它是各列的名称，请改用不是数的名称，或略去该行", sheet.name,
      sheet.place_of(first), may_be);
}

}  // namespace gancheck
