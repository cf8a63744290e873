#include "numerics/distribution/tables/header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/tables/marked_numbers.hpp"

namespace gancheck {

void ColumnLook::add(std::string_view entry) {
  const unsigned its = writings_of(entry);
  if (its != 0) {
    ++numbers;
    writings &= its;
  } else {
    ++(is_missing(entry) ? missing : texts);
  }
}

namespace {

/// weight=2 above which 2 stands: the first row may be a header of that name, or not.
void refuse_name_or_number(const Sheet& sheet, const std::string& name, std::size_t column) {
  const bool is_digit = name.size() == 1 && name[0] >= '1' && name[0] <= '9';
  const std::size_t number = is_digit ? static_cast<std::size_t>(name[0] - '0') : 0;
  if (number == 0 || number > sheet.columns) return;
  sheet.refuse_at(sheet.at(0, column),
                  fmt::format("{} may be the name of this column, or a number of the table and {} "
                              "the place of a column: write a header above the rows",
                              name, name));
}

/// Whether the numbers of a column are such with decimal commas only.
bool has_decimal_commas(const ColumnLook& look) {
  constexpr unsigned with_commas = static_cast<unsigned>(Writing::decimal_comma) |
                                   static_cast<unsigned>(Writing::blank_groups_comma);
  return look.is_numeric() && look.writings != 0 && (look.writings & ~with_commas) == 0;
}

/// The first column below the first row is 0, 1, 2, ... or 1, 2, 3, ....
bool counts_up(const Sheet& sheet) {
  for (const std::size_t first : {std::size_t{0}, std::size_t{1}}) {
    bool counts = true;
    for (std::size_t i = 1; counts && i < sheet.rows(); ++i)
      counts = sheet.text_at(i, 0) == std::to_string(first + i - 1);
    if (counts) return true;
  }
  return false;
}

/// What the first row looks like above the others.
struct FirstRow {
  bool all_names = true, any_name = false;  ///< texts that are no numbers
  bool any_over_numbers = false;            ///< a name above a column of numbers
  bool any_number_below = false;
};

FirstRow first_row(const Sheet& sheet, const std::vector<ColumnLook>& looks) {
  FirstRow row;
  for (std::size_t j = 0; j < sheet.columns; ++j) {
    const std::string_view text = sheet.text_at(0, j);
    const bool is_name = !is_number(text) && !is_missing(text);
    row.all_names &= is_name || text.empty();
    row.any_name |= is_name;
    row.any_over_numbers |= is_name && looks[j].is_numeric();
    row.any_number_below |= looks[j].numbers > 0;
  }
  return row;
}

/// Whether an option asks for a name that stands in the first row: above numbers, of which a few
/// may be wrong, or above labels.
bool is_asked_for(const Sheet& sheet, const std::vector<ColumnLook>& looks,
                  const TableOptions& options, bool is_surely_header) {
  bool found = false;
  for (std::size_t j = 0; j < sheet.columns; ++j) {
    const std::string_view text = sheet.text_at(0, j);
    const bool may_hold_numbers = looks[j].texts == 0 || looks[j].is_doubtful();
    for (const std::string* name : {&options.weight, &options.label, &options.point}) {
      const bool is_label = name == &options.label && !is_number(text);
      if (name->empty() || *name != text || !(may_hold_numbers || is_label)) continue;
      if (!is_surely_header) refuse_name_or_number(sheet, *name, j);
      found = true;
    }
  }
  return found;
}

/// Whether an entry of the first row is no name but, for all that can be seen, a weight that is
/// written wrongly. Of a single column of numbers a name that begins as one is doubted, too; a
/// first column of several may be called "true", as the classes of a table are.
bool is_spoilt(const Sheet& sheet, std::size_t column, bool is_only_one) {
  const SheetCell& cell = sheet.at(0, column);
  const std::string_view text = sheet.text_of(cell);
  const bool quotes_tell =
      cell.is_quoted == 1 && cell.length > 0 && sheet.at(1, column).is_quoted == 0;
  if (quotes_tell || is_number(text) || (column == 0 && sheet.columns > 2 && text == "true"))
    return false;
  return may_be_spoilt_number(text) || (is_only_one && begins_as_number(text));
}

/// The entry of a first row above numbers that is spoilt, where nothing in it is a name for sure.
std::optional<std::size_t> spoilt_weight(const Sheet& sheet, const std::vector<ColumnLook>& looks) {
  std::vector<std::size_t> numbers;
  for (std::size_t j = 0; j < sheet.columns; ++j)
    if (looks[j].is_numeric() || looks[j].is_doubtful()) numbers.push_back(j);
  std::optional<std::size_t> spoilt;
  for (const std::size_t j : numbers) {
    const bool is_it = is_spoilt(sheet, j, numbers.size() == 1);
    if (!is_it && !is_number(sheet.text_at(0, j))) return std::nullopt;  // a name
    if (is_it) spoilt = j;
  }
  return spoilt;
}

/// Such a row is no header unasked.
void refuse_spoilt_weight(const Sheet& sheet, const std::vector<ColumnLook>& looks,
                          const TableOptions& options) {
  const auto spoilt = sheet.rows() < 2 ? std::nullopt : spoilt_weight(sheet, looks);
  if (!spoilt) return;
  const SheetCell& cell = sheet.at(0, *spoilt);
  const std::string_view text = sheet.text_of(cell), first = sheet.text_at(0, 0);
  if (text.empty())
    sheet.refuse_at(cell,
                    "the first row has no weight: write it, or, if that row is a header, a name "
                    "for this column");
  const bool is_matrix = options.joint || !options.row.empty();
  const bool has_label = !first.empty() && !is_number(first);
  const std::string remedy =
      !is_matrix  ? "write weight=" + quoted_if_needed(text) + " behind the path"
      : has_label ? "write label=" + quoted_if_needed(first) + " behind the path"
                  : "begin it with a letter";
  sheet.refuse_at(cell,
                  fmt::format("{} may be a weight that is written wrongly, or the name of its "
                              "column: correct it, or, if it is the name, {}",
                              in_quotes(text), remedy));
}

void take_first_row(Sheet& sheet) {
  sheet.take_header();
  sheet.header_is_doubtful = std::any_of(sheet.header->begin() + 1, sheet.header->end(),
                                         [](const std::string& name) { return name.empty(); });
}

std::vector<ColumnLook> looks_below_header(Sheet& sheet, const TableOptions& options) {
  const bool may_have_one = !sheet.header && sheet.place == "line";
  std::vector<ColumnLook> looks(sheet.columns);
  for (std::size_t i = may_have_one ? 1 : 0; i < sheet.rows(); ++i)
    for (std::size_t j = 0; j < sheet.columns; ++j) looks[j].add(sheet.text_at(i, j));
  if (!may_have_one) return looks;
  const FirstRow row = first_row(sheet, looks);
  const bool asked = is_asked_for(sheet, looks, options, row.any_over_numbers);
  // pandas writes no name over its index.
  const bool lacks_first = sheet.columns > 1 && sheet.text_at(0, 0).empty() &&
                           looks[0].missing == 0 && (row.any_name || counts_up(sheet));
  const bool has_names = row.any_over_numbers || (row.all_names && row.any_number_below);
  if (has_names && !asked && !lacks_first) refuse_spoilt_weight(sheet, looks, options);
  if (has_names || asked || lacks_first) {
    take_first_row(sheet);
    return looks;
  }
  if (sheet.comment_names.size() == sheet.columns) {
    sheet.header = sheet.comment_names;
    sheet.header_is_doubtful = true;  // any words may stand in a comment
  }
  for (std::size_t j = 0; j < sheet.columns; ++j) looks[j].add(sheet.text_at(0, j));
  return looks;
}

}  // namespace

std::vector<ColumnLook> find_header(Sheet& sheet, const TableOptions& options) {
  std::vector<ColumnLook> looks = looks_below_header(sheet, options);
  sheet.has_decimal_commas = std::any_of(looks.begin(), looks.end(), has_decimal_commas);
  return looks;
}

}  // namespace gancheck
