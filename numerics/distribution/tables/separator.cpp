// What parts the cells of a CSV text.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/csv_rows.hpp"
#include "numerics/distribution/tables/number_text.hpp"
#include "numerics/distribution/tables/years.hpp"

namespace gancheck {
namespace {

constexpr std::size_t most_rows = 200;  // that tell how a text is parted

struct CellText {
  std::string_view text;
  bool is_quoted = false;
};
using Texts = std::vector<CellText>;

std::vector<Texts> first_rows(const std::string& text, const std::string& name, char separator) {
  CsvRows rows(text, name, separator);
  std::vector<Texts> all;
  for (std::size_t i = 0; i < most_rows; ++i) {
    const std::vector<SheetCell>& row = rows.next();
    if (row.empty()) break;
    Texts texts;
    for (const SheetCell& cell : row)
      texts.push_back(
          {std::string_view(text).substr(cell.begin, cell.length), cell.is_quoted == 1});
    all.push_back(std::move(texts));
  }
  return all;
}

/// How the first rows look under a separator.
struct Look {
  std::string_view separator;
  bool is_consistent = false;  ///< rows of one length of at least two, the first one may lack one
  bool is_full = false;        ///< the first one lacks none
  bool has_numbers = false;    ///< in most rows of a column below the first row
  bool all_numbers = false;    ///< in every cell below the first row
  std::size_t parted = 0;      ///< rows of at least two cells
};

/// "1 0,125" is two numbers parted by a blank, with decimal commas.
bool hold_two_numbers(const std::vector<Texts>& rows) {
  for (std::size_t i = rows[0].size() == 1 ? 1 : 0; i < rows.size(); ++i) {
    const std::string_view first = rows[i][0].text;
    const std::size_t blank = first.find(' ');
    const bool are_two = blank != std::string_view::npos && is_number(first.substr(0, blank)) &&
                         is_number(first.substr(first.find_last_of(' ') + 1));
    if (!are_two) return false;
  }
  return true;
}

bool has_column_of_numbers(const std::vector<Texts>& rows, std::size_t columns) {
  const std::size_t first = rows.size() > 1 ? 1 : 0;
  for (std::size_t j = 0; j < columns; ++j) {
    const auto numbers =
        std::count_if(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.end(),
                      [&](const Texts& row) { return is_number(row[j].text); });
    if (2 * static_cast<std::size_t>(numbers) > rows.size() - first) return true;
  }
  return false;
}

bool are_all_numbers(const std::vector<Texts>& rows) {
  return rows.size() > 1 && std::all_of(rows.begin() + 1, rows.end(), [](const Texts& row) {
           return std::all_of(row.begin(), row.end(),
                              [](const CellText& cell) { return is_number(cell.text); });
         });
}

Look look_of(const std::string& text, const std::string& name, std::string_view separator) {
  Look look;
  look.separator = separator;
  const std::vector<Texts> rows = first_rows(text, name, separator[0]);
  look.parted = static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [](const Texts& row) { return row.size() > 1; }));
  if (rows.empty() || rows.back().size() < 2) return look;
  const std::size_t length = rows.back().size(), of_first = rows[0].size();
  look.is_full = of_first == length;
  look.is_consistent = std::all_of(rows.begin() + 1, rows.end(),
                                   [&](const Texts& row) { return row.size() == length; }) &&
                       (look.is_full || (rows.size() > 1 && of_first + 1 == length));
  if (separator == "," && hold_two_numbers(rows)) look.is_consistent = false;
  look.all_numbers = look.is_consistent && are_all_numbers(rows);
  look.has_numbers = look.is_consistent && look.is_full && has_column_of_numbers(rows, length);
  return look;
}

/// "Hindi 1" before a comma: the label and the first digits that blanks would make of it.
struct BlankParts {
  std::string_view label, digits;
};
BlankParts parted_by_blank(std::string_view text) {
  const std::size_t blank = text.find_last_of(' ');
  if (blank == std::string_view::npos || blank == 0) return {};
  return {text.substr(0, text.find_last_not_of(' ', blank) + 1), text.substr(blank + 1)};
}

bool begins_with_digit(std::string_view text) {
  return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

/// Rows such as "Hindi 1,600", from the first one on, are a label and a number with a comma if
/// blanks part them, too. Labels that only differ in the number ("Group 1"), and months with their
/// years, are labels.
void refuse_blanks_beside_commas(const std::string& text, const std::string& name) {
  const std::vector<Texts> rows = first_rows(text, name, ',');
  std::set<std::string_view> labels;
  bool all_years = true;
  for (const Texts& row : rows) {
    const BlankParts parts = parted_by_blank(row[0].text);
    const bool is_either = row.size() == 2 && !row[0].is_quoted &&
                           begins_with_digit(parts.digits) && begins_with_digit(row[1].text) &&
                           is_number(parts.digits) && is_number(row[1].text) &&
                           is_number(fmt::format("{},{}", parts.digits, row[1].text));
    if (!is_either) return;
    labels.insert(parts.label);
    all_years &= is_year(parts.digits);
  }
  if (rows.size() < 2 || labels.size() < rows.size() || all_years) return;
  const std::string_view first = rows[0][0].text, behind = rows[0][1].text;
  const BlankParts parts = parted_by_blank(first);
  throw BadSpecification(fmt::format(
      "{}: the first row may be {} and {}, parted by a comma, or {} and {},{}, parted by a blank: "
      "write a header that is parted by commas, as label,weight, for the former, and part the "
      "columns by ; or tab for the latter",
      name, in_quotes(first), behind, in_quotes(parts.label), parts.digits, behind));
}

}  // namespace

std::string_view separator_of(const std::string& text, const std::string& name) {
  if (const StatedSeparator stated = stated_separator(text); stated.end > 0)
    return stated.separator;
  std::vector<Look> looks;
  for (const std::string_view separator : separators) {
    try {
      looks.push_back(look_of(text, name, separator));
    } catch (const BadSpecification&) {
      continue;  // quotes that no such separator follows
    }
  }
  // Rows such as 1;2,20 below a header k,n have numbers either way: the header is at fault.
  const auto by_numbers = [](const Look& look) {
    return look.has_numbers || (look.all_numbers && look.separator != "," && look.separator != " ");
  };
  const auto by_length = [](const Look& look) { return look.is_consistent && look.is_full; };
  const auto but_for_header = [](const Look& look) { return look.is_consistent; };
  auto best = std::find_if(looks.begin(), looks.end(), by_numbers);
  if (best == looks.end()) best = std::find_if(looks.begin(), looks.end(), by_length);
  if (best == looks.end()) best = std::find_if(looks.begin(), looks.end(), but_for_header);
  if (best == looks.end())
    best = std::max_element(looks.begin(), looks.end(),
                            [](const Look& x, const Look& y) { return x.parted < y.parted; });
  if (best == looks.end() || best->parted == 0) return ",";
  if (best->separator == "," && best->has_numbers) refuse_blanks_beside_commas(text, name);
  return best->separator;
}

}  // namespace gancheck
