#include "numerics/distribution/tables/columns.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/marked_numbers.hpp"

namespace gancheck {
namespace {

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), lower(name)) != words.end();
}

bool names_weights(std::string_view name) {
  constexpr std::array<std::string_view, 27> words{
      "weight", "weights", "w",    "count",   "counts", "probability", "probabilities",
      "prob",   "p",       "q",    "share",   "shares", "freq",        "frequency",
      "n",      "number",  "mass", "percent", "pct",    "%",           "pmf",
      "权重",   "概率",    "频数", "频率",    "计数",   "比例"};
  return is_one_of(name, words);
}

std::string list_of_columns(const Sheet& sheet) {
  std::vector<std::string> names;
  for (std::size_t j = 0; j < sheet.columns; ++j)
    names.push_back(sheet.header && !(*sheet.header)[j].empty() ? in_quotes((*sheet.header)[j])
                                                                : std::to_string(j + 1));
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string name_for_option(const Sheet& sheet, std::size_t column) {
  if (!sheet.header || (*sheet.header)[column].empty()) return std::to_string(column + 1);
  const std::string& name = (*sheet.header)[column];
  const bool is_printable = std::none_of(
      name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  return is_printable ? quoted_if_needed(name) : std::to_string(column + 1);
}

[[noreturn]] void refuse_choice(const Sheet& sheet, const std::string& why, std::size_t example) {
  throw BadSpecification(fmt::format(
      "{}: {}: name the column of the weights, as in file({}, "
      "weight={}), and that of the points or labels, if there is one, by point= or label=; there "
      "are {}",
      sheet.name, why, quoted_if_needed(sheet.name), name_for_option(sheet, example),
      list_of_columns(sheet)));
}

/// Columns of numbers, or of texts; one in which nothing stands is neither.
std::vector<std::size_t> columns_where(const std::vector<ColumnLook>& looks, bool numeric) {
  std::vector<std::size_t> found;
  for (std::size_t j = 0; j < looks.size(); ++j)
    if (looks[j].numbers + looks[j].texts > 0 && looks[j].is_numeric() == numeric)
      found.push_back(j);
  return found;
}

std::size_t most_numeric(const std::vector<ColumnLook>& looks) {
  const auto fewer = [](const ColumnLook& x, const ColumnLook& y) { return x.numbers < y.numbers; };
  return static_cast<std::size_t>(std::max_element(looks.begin(), looks.end(), fewer) -
                                  looks.begin());
}

/// Two columns of numbers: how their names, or their lack, may be misread.
void warn_of_points(const Sheet& sheet, Choice& choice) {
  if (!sheet.header) return;
  const std::string &first = (*sheet.header)[*choice.places],
                    &second = (*sheet.header)[choice.values];
  const bool is_clear = names_weights(second) && !names_weights(first);
  if (is_clear) return;
  choice.warnings.push_back(fmt::format(
      "{}:1: {} was read as points and {} as their weights: if both are weights, write weight={} "
      "or weight={}",
      sheet.name, in_quotes(first), in_quotes(second), name_for_option(sheet, *choice.places),
      name_for_option(sheet, choice.values)));
}

/// A column of numbers with a few texts holds labels only where that is said, or where the text
/// names a total below the others: it may as well be wrong entries.
void refuse_doubtful(const Sheet& sheet, const std::vector<ColumnLook>& looks, std::size_t column) {
  if (!looks[column].is_doubtful()) return;
  for (std::size_t i = 0; i < sheet.rows(); ++i) {
    const SheetCell& cell = sheet.at(i, column);
    const std::string_view text = sheet.text_of(cell);
    const bool is_last = i + 1 == sheet.rows();
    if (is_number(text) || is_missing(text) || (is_last && names_total(text))) continue;
    sheet.refuse_at(cell, fmt::format("{} is not a number, as most of its column are: correct it, "
                                      "or write label={} to take the column for labels",
                                      in_quotes(text), name_for_option(sheet, column)));
  }
}

/// The column that names the weights of another one that was asked for: the only one of texts, or
/// one that is called so.
void find_places(const Sheet& sheet, const std::vector<ColumnLook>& looks, Choice& choice) {
  std::vector<std::size_t> texts = columns_where(looks, false);
  std::erase(texts, choice.values);
  if (texts.size() > 1)
    throw BadSpecification(
        fmt::format("{}: several columns of texts: name that of the labels, as "
                    "in label={}; there are {}",
                    sheet.name, name_for_option(sheet, texts[0]), list_of_columns(sheet)));
  if (texts.size() == 1) {
    refuse_doubtful(sheet, looks, texts[0]);
    choice.places = texts[0];
    choice.places_are_labels = true;
    return;
  }
  std::vector<std::size_t> numbers = columns_where(looks, true);
  std::erase(numbers, choice.values);
  const auto is_called = [&](std::size_t j, bool (*names)(std::string_view)) {
    return sheet.header && names((*sheet.header)[j]);
  };
  // What two columns of numbers are read as without options, a weight's name leaves as it is.
  const bool only_other = numbers.size() == 1 && numbers[0] < choice.values &&
                          is_called(choice.values, names_weights) &&
                          !is_called(numbers[0], names_weights);
  const bool is_index = choice.values != 0 && is_called(0, names_points);
  if (only_other || is_index) choice.places = 0;
  for (const std::size_t j : numbers)
    if (choice.places != j)
      choice.ignored.push_back(sheet.header && !(*sheet.header)[j].empty() ? (*sheet.header)[j]
                                                                           : std::to_string(j + 1));
}

/// Weights with marks are texts: where they may be those of the table, the only column of numbers
/// is no weights by itself. A number's name of weights, and not the texts', says that they are.
void refuse_marked_weights(const Sheet& sheet, std::size_t numbers, std::size_t texts) {
  const auto is_weight = [&](std::size_t column) {
    return sheet.header && names_weights((*sheet.header)[column]);
  };
  const bool may_be_weights = is_weight(texts) || (texts > numbers && !is_weight(numbers));
  if (!may_be_weights) return;
  std::size_t alike = 0;
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < sheet.rows(); ++i) {
    const std::string_view text = sheet.text_at(i, texts);
    const bool is_marked = is_marked_number(text);
    if (is_marked && !first) first = i;
    if (is_marked || is_number(text)) ++alike;
  }
  if (!first || 2 * alike < sheet.rows()) return;
  const SheetCell& cell = sheet.at(*first, texts);
  sheet.refuse_at(
      cell, fmt::format("{} is not a number, and its column may be that of the weights: correct "
                        "it, or name the columns, as in file({},label={},weight={})",
                        in_quotes(sheet.text_of(cell)), quoted_if_needed(sheet.name),
                        name_for_option(sheet, texts), name_for_option(sheet, numbers)));
}

/// Names the first entry of the last column, where weights stand as a rule.
[[noreturn]] void refuse_without_numbers(const Sheet& sheet) {
  for (std::size_t i = 0; i < sheet.rows(); ++i) {
    const SheetCell& cell = sheet.at(i, sheet.columns - 1);
    if (is_missing(sheet.text_of(cell))) continue;
    sheet.refuse_at(cell, fmt::format("no column of numbers, {} is none: give weights",
                                      in_quotes(sheet.text_of(cell))));
  }
  throw BadSpecification(sheet.name + ": no column of numbers: give weights");
}

Choice choose_freely(const Sheet& sheet, const std::vector<ColumnLook>& looks) {
  const std::vector<std::size_t> numbers = columns_where(looks, true);
  const std::vector<std::size_t> texts = columns_where(looks, false);
  Choice choice;
  if (numbers.empty()) {
    choice.values = most_numeric(looks);
    if (looks[choice.values].numbers == 0) refuse_without_numbers(sheet);
    return choice;  // reading it finds the entry that is no number
  }
  choice.values = numbers.back();
  for (const std::size_t j : texts) refuse_doubtful(sheet, looks, j);
  if (texts.size() == 1 && numbers.size() == 1) {
    refuse_marked_weights(sheet, numbers[0], texts[0]);
    choice.places = texts[0];
    choice.places_are_labels = true;
  } else if (texts.empty() && numbers.size() == 2) {
    choice.places = numbers[0];
    warn_of_points(sheet, choice);
  } else if (!texts.empty() || numbers.size() > 2) {
    refuse_choice(sheet,
                  texts.size() > 1 ? fmt::format("{} columns of texts", texts.size())
                                   : fmt::format("{} columns of numbers", numbers.size()),
                  numbers[0]);
  }
  return choice;
}

}  // namespace

bool names_points(std::string_view name) {
  constexpr std::array<std::string_view, 20> words{
      "year",  "date",   "age",   "time",  "jahr", "年",    "",   "x", "k",  "i",
      "point", "points", "value", "class", "bin",  "index", "id", "z", "点", "取值"};
  return is_one_of(name, words);
}

bool names_total(std::string_view label_text) {
  constexpr std::array<std::string_view, 16> words{
      "insgesamt", "totale", "total", "totals", "sum",  "all",  "overall", "grand total",
      "gesamt",    "summe",  "somme", "合计",   "总计", "总和", "总数",    "小计"};
  std::string label = lower(label_text);
  while (!label.empty() && (label.back() == ':' || label.back() == ' ')) label.pop_back();
  return std::find(words.begin(), words.end(), label) != words.end();
}

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

std::vector<ColumnLook> looks_below_header(Sheet& sheet, const TableOptions& options) {
  const bool may_have_one = !sheet.header && sheet.place == "line";
  std::vector<ColumnLook> looks(sheet.columns);
  for (std::size_t i = may_have_one ? 1 : 0; i < sheet.rows(); ++i)
    for (std::size_t j = 0; j < sheet.columns; ++j) looks[j].add(sheet.text_at(i, j));
  if (!may_have_one) return looks;
  bool all_names = true, any_name = false, any_over_numbers = false;
  bool is_asked_for = false, any_number_below = false;
  for (std::size_t j = 0; j < sheet.columns; ++j) {
    const std::string_view text = sheet.text_at(0, j);
    const bool is_name = !is_number(text) && !is_missing(text);
    all_names &= is_name || text.empty();
    any_name |= is_name;
    any_over_numbers |= is_name && looks[j].is_numeric();
    any_number_below |= looks[j].numbers > 0;
    for (const std::string* name : {&options.weight, &options.label, &options.point})
      if (!name->empty() && *name == text && looks[j].texts == 0) {
        refuse_name_or_number(sheet, *name, j);
        is_asked_for = true;
      }
  }
  // pandas writes no name over its index.
  const bool lacks_first = sheet.columns > 1 && sheet.text_at(0, 0).empty() &&
                           looks[0].missing == 0 && (any_name || counts_up(sheet));
  if (any_over_numbers || is_asked_for || lacks_first || (all_names && any_number_below)) {
    sheet.take_header();
    const auto is_unnamed = [](const std::string& name) { return name.empty(); };
    sheet.header_is_doubtful =
        std::count_if(sheet.header->begin() + 1, sheet.header->end(), is_unnamed) > 0;
  } else {
    if (sheet.comment_names.size() == sheet.columns) {
      sheet.header = sheet.comment_names;
      sheet.header_is_doubtful = true;  // any words may stand in a comment
    }
    for (std::size_t j = 0; j < sheet.columns; ++j) looks[j].add(sheet.text_at(0, j));
  }
  return looks;
}

}  // namespace

std::vector<ColumnLook> find_header(Sheet& sheet, const TableOptions& options) {
  std::vector<ColumnLook> looks = looks_below_header(sheet, options);
  sheet.has_decimal_commas = std::any_of(looks.begin(), looks.end(), has_decimal_commas);
  return looks;
}

std::string described(const Sheet& sheet, std::size_t column) {
  const bool named = sheet.header && !(*sheet.header)[column].empty();
  if (sheet.columns == 1) return named ? in_quotes((*sheet.header)[column]) : "";
  return named ? fmt::format("column {}, {}", column + 1, in_quotes((*sheet.header)[column]))
               : fmt::format("column {}", column + 1);
}

std::size_t column_named(const Sheet& sheet, const std::string& name, std::string_view option) {
  std::vector<std::size_t> found;
  for (const bool exactly : {true, false}) {
    for (std::size_t j = 0; sheet.header && j < sheet.columns && (exactly || found.empty()); ++j)
      if (exactly ? (*sheet.header)[j] == name : lower((*sheet.header)[j]) == lower(name))
        found.push_back(j);
    if (found.size() > 1)
      throw BadSpecification(fmt::format("{}: {} columns are called {}: give the number of one",
                                         sheet.name, found.size(), in_quotes(name)));
    if (!found.empty()) return found[0];
  }
  constexpr std::size_t longest_number = 9;
  const bool is_whole =
      !name.empty() && name.size() <= longest_number &&
      std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (is_whole) {
    const std::size_t number = std::stoul(name);
    if (number >= 1 && number <= sheet.columns) return number - 1;
  }
  throw BadSpecification(fmt::format("{}: no column {} for {}=: there are {}", sheet.name,
                                     in_quotes(name), option, list_of_columns(sheet)));
}

Choice choose_columns(const Sheet& sheet, const std::vector<ColumnLook>& looks,
                      const TableOptions& options) {
  if (!options.label.empty() && !options.point.empty())
    throw BadSpecification(sheet.name + ": label= and point= exclude each other: leave one out");
  Choice choice;
  if (!options.label.empty()) choice.places = column_named(sheet, options.label, "label");
  if (!options.point.empty()) choice.places = column_named(sheet, options.point, "point");
  choice.places_are_labels = !options.label.empty();
  if (!options.weight.empty()) {
    choice.values = column_named(sheet, options.weight, "weight");
    if (!choice.places) find_places(sheet, looks, choice);
  } else if (choice.places) {
    std::vector<std::size_t> numbers = columns_where(looks, true);
    std::erase(numbers, *choice.places);
    if (numbers.size() != 1)
      refuse_choice(sheet, fmt::format("{} columns of numbers", numbers.size()),
                    numbers.empty() ? 0 : numbers[0]);
    choice.values = numbers[0];
  } else {
    choice = choose_freely(sheet, looks);
  }
  if (choice.places == choice.values)
    throw BadSpecification(
        fmt::format("{}: {} cannot be the weights and what names them: name "
                    "another column; there are {}",
                    sheet.name, described(sheet, choice.values), list_of_columns(sheet)));
  return choice;
}

}  // namespace gancheck
