// CSV in the widest sense: cells parted by one separator, quotes, comments, any end of line.
#include <fmt/format.h>

#include <algorithm>

#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/csv_rows.hpp"
#include "numerics/distribution/tables/number_text.hpp"

namespace gancheck {
namespace {

/// R's write.table names no column of row names: they are quoted or, where no comma may belong to a
/// number, texts or 1, 2, ....
bool has_row_names(const Sheet& sheet) {
  const bool by_commas = sheet.separator == ",";
  bool all_quoted = true, all_texts = !by_commas, counted = !by_commas;
  for (std::size_t i = 0; i < sheet.rows(); ++i) {
    const SheetCell& cell = sheet.at(i, 0);
    const std::string_view text = sheet.text_of(cell);
    all_quoted &= cell.is_quoted == 1;
    all_texts &= !is_number(text);
    counted &= text == std::to_string(i + 1);
  }
  return all_quoted || all_texts || counted;
}

std::string entries(std::size_t n) {
  return n == 1 ? "one entry" : fmt::format("{} entries", n);
}

[[noreturn]] void refuse_length(const Sheet& sheet, const SheetCell& at, std::size_t length,
                                std::size_t columns) {
  sheet.refuse_at(at, fmt::format("{} instead of {} as in the rows before: part the columns by ; "
                                  "or tab where the entries have commas",
                                  entries(length), columns));
}

/// A first row of another length than the second: a header, or a row of its own.
void check_short_header(const Sheet& sheet, const std::vector<SheetCell>& first,
                        const std::vector<SheetCell>& second) {
  if (first.size() + 1 == sheet.columns && has_row_names(sheet)) return;
  const auto is_entry = [&](const SheetCell& cell) { return is_number(sheet.text_of(cell)); };
  if (first.size() > 1 && std::all_of(first.begin(), first.end(), is_entry))
    refuse_length(sheet, second[0], second.size(), first.size());
  sheet.refuse_at(
      first[0],
      fmt::format("the header has {}, the rows have {}: name every column; where the commas are "
                  "decimal or thousands separators, part the columns by ; or quote the numbers",
                  first.size() == 1 ? "one name" : fmt::format("{} names", first.size()),
                  entries(sheet.columns)));
}

/// The words of a comment above rows without a header name their columns where there are as many.
std::vector<std::string> names_in(std::string_view comment, std::string_view separator) {
  std::vector<std::string> names;
  const bool is_parted = comment.find(separator) != std::string_view::npos;
  const std::string between = is_parted && separator != " " ? std::string(separator) : " \t";
  for (std::size_t at = 0; at < comment.size();) {
    const std::size_t end = std::min(comment.find_first_of(between, at), comment.size());
    std::string_view name = comment.substr(at, end - at);
    while (!name.empty() && is_blank_or_tab(name.front())) name.remove_prefix(1);
    while (!name.empty() && is_blank_or_tab(name.back())) name.remove_suffix(1);
    if (!name.empty() && is_number(name)) return {};
    if (!name.empty()) names.emplace_back(name);
    at = end + 1;
  }
  return names;
}

/// Rows that all end with a separator, below a header that does not.
bool ends_with_separators(const Sheet& sheet, std::size_t names) {
  if (names + 1 != sheet.columns) return false;
  for (std::size_t i = 0; i < sheet.rows(); ++i) {
    const SheetCell& last = sheet.at(i, sheet.columns - 1);
    if (last.length > 0 || last.is_quoted) return false;
  }
  return true;
}

/// a "b" for "a ""b""".
void unescape(Sheet& sheet) {
  for (SheetCell& cell : sheet.cells) {
    if (!cell.is_quoted) continue;
    std::uint32_t length = 0;
    for (std::uint32_t i = 0; i < cell.length; ++i, ++length) {
      const char c = sheet.text[cell.begin + i];
      sheet.text[cell.begin + length] = c;
      if (c == '"') ++i;
    }
    cell.length = length & 0x7FFFFFFFU;
  }
}

}  // namespace

Sheet read_csv(std::string text, const std::string& name) {
  Sheet sheet;
  sheet.name = name;
  sheet.separator = separator_of(text, name);
  sheet.text = std::move(text);
  CsvRows rows(sheet.text, name, sheet.separator[0]);
  const std::vector<SheetCell> first = rows.next(), second = rows.next();
  if (first.empty()) throw BadSpecification(name + ": no weights: give at least one");
  sheet.columns = second.empty() ? first.size() : second.size();
  const bool has_short_header = first.size() != sheet.columns;
  if (!has_short_header) sheet.cells = first;
  for (std::vector<SheetCell> row = second; !row.empty(); row = rows.next()) {
    if (row.size() != sheet.columns) refuse_length(sheet, row[0], row.size(), sheet.columns);
    sheet.cells.insert(sheet.cells.end(), row.begin(), row.end());
  }
  unescape(sheet);
  if (rows.comment())
    sheet.comment_names = names_in(sheet.text_of(*rows.comment()), sheet.separator);
  if (!has_short_header) {
    sheet.drop_empty_columns();
    return sheet;
  }
  if (ends_with_separators(sheet, first.size())) {
    sheet.drop_empty_columns();
    if (sheet.columns == first.size())
      sheet.cells.insert(sheet.cells.begin(), first.begin(), first.end());
    if (sheet.columns == first.size()) return sheet;
    sheet.refuse_at(first[0], "the header names a column that is empty: leave its name out");
  }
  check_short_header(sheet, first, second);
  sheet.header_is_doubtful = !sheet.at(0, 0).is_quoted;
  sheet.header.emplace(1);
  for (const SheetCell& cell : first) sheet.header->push_back(sheet.label_of(cell));
  return sheet;
}

}  // namespace gancheck
