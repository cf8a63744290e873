#include "numerics/distribution/tables/columns.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/marked_numbers.hpp"
#include "numerics/distribution/tables/number_run.hpp"
#include "numerics/distribution/tables/readers.hpp"
#include "numerics/distribution/tables/words.hpp"
#include "numerics/phrase.hpp"

namespace gancheck {
namespace {

std::string list_of_columns(const Sheet& sheet) {
  std::vector<std::string> names;
  for (std::size_t j = 0; j < sheet.columns; ++j)
    names.push_back(sheet.header && !(*sheet.header)[j].empty() ? in_quotes((*sheet.header)[j])
                                                                : std::to_string(j + 1));
  return fmt::format("{}", fmt::join(names, ", "));
}

[[noreturn]] void refuse_choice(const Sheet& sheet, const std::string& why, std::size_t example,
                                bool may_be_matrix = false) {
  throw BadSpecification(fmt::format(
      "{}: {}: name the column of the weights, as in file({}, "
      "weight={}), and that of the points or labels, if there is one, by point= or label=; there "
      "are {}{}",
      sheet.name, why, quoted_if_needed(sheet.name), option_for(sheet, example),
      list_of_columns(sheet),
      may_be_matrix ? "; row= takes one row, joint all of them as one law" : ""));
}

/// Columns of numbers, or of texts; one in which nothing stands is neither.
std::vector<std::size_t> columns_where(const std::vector<ColumnLook>& looks, bool numeric) {
  std::vector<std::size_t> found;
  for (std::size_t j = 0; j < looks.size(); ++j)
    if (looks[j].numbers + looks[j].texts > 0 && looks[j].is_numeric() == numeric)
      found.push_back(j);
  return found;
}

/// Columns of numbers, and those that wrong entries keep from being such.
std::vector<std::size_t> numbers_or_doubtful(const std::vector<ColumnLook>& looks) {
  std::vector<std::size_t> found;
  for (std::size_t j = 0; j < looks.size(); ++j)
    if (looks[j].is_numeric() || looks[j].is_doubtful()) found.push_back(j);
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
  choice.warnings.push_back(phrase(
      "{}:1: {} was read as points and {} as their weights: if both are weights, write weight={} "
      "or weight={}",
      "{}:1：{} 读作点，{} 读作其权重：若两列都是权重，请写 weight={} 或 weight={}", sheet.name,
      in_quotes(first), in_quotes(second), option_for(sheet, *choice.places),
      option_for(sheet, choice.values)));
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
                                      in_quotes(text), option_for(sheet, column)));
  }
}

/// The column that names the weights of another one that was asked for: the only one of texts, or
/// one that is called so.
void find_places(const Sheet& sheet, const std::vector<ColumnLook>& looks, Choice& choice) {
  std::vector<std::size_t> texts = columns_where(looks, false);
  std::erase(texts, choice.values);
  const auto is_doubtful = [&](std::size_t j) { return looks[j].is_doubtful(); };
  if (!std::all_of(texts.begin(), texts.end(), is_doubtful)) std::erase_if(texts, is_doubtful);
  if (texts.size() > 1)
    throw BadSpecification(
        fmt::format("{}: several columns of texts: name that of the labels, as "
                    "in label={}; there are {}",
                    sheet.name, option_for(sheet, texts[0]), list_of_columns(sheet)));
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
                        option_for(sheet, texts), option_for(sheet, numbers)));
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
                  numbers[0], texts.empty());
  }
  return choice;
}

}  // namespace

std::string option_for(const Sheet& sheet, std::size_t column) {
  if (!sheet.header || (*sheet.header)[column].empty()) return std::to_string(column + 1);
  const std::string& name = (*sheet.header)[column];
  const bool is_printable = std::none_of(
      name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  return is_printable ? quoted_if_needed(name) : std::to_string(column + 1);
}

Text described(const Sheet& sheet, std::size_t column) {
  const std::string name = sheet.header ? (*sheet.header)[column] : "";
  if (sheet.columns == 1)
    return name.empty() ? Text{"", ""} : phrase("{0}", "{0}", in_quotes(name));
  return name.empty() ? phrase("column {}", "第 {} 列", column + 1)
                      : phrase("column {}, {}", "第 {} 列 {}", column + 1, in_quotes(name));
}

namespace {

/// The columns of a name, exactly or, where there is none, but for capitals.
std::vector<std::size_t> columns_called(const Sheet& sheet, const std::string& name) {
  std::vector<std::size_t> found;
  for (const bool exactly : {true, false})
    for (std::size_t j = 0; sheet.header && j < sheet.columns && (exactly || found.empty()); ++j)
      if (exactly ? (*sheet.header)[j] == name
                  : in_small_letters((*sheet.header)[j]) == in_small_letters(name))
        found.push_back(j);
  return found;
}

/// A name or number that means one column only; "" where there is none.
std::string unambiguous(const Sheet& sheet, std::size_t column) {
  const std::string number = std::to_string(column + 1);
  const std::string name = sheet.header ? (*sheet.header)[column] : "";
  const auto place = place_in(name, sheet.columns);
  const bool is_clear = !name.empty() && (!place || place == column);
  if (is_clear && columns_called(sheet, name).size() == 1) return option_for(sheet, column);
  return columns_called(sheet, number).empty() ? number : "";
}

[[noreturn]] void refuse_ambiguous_column(const Sheet& sheet, const std::string& name,
                                          std::size_t named, std::size_t placed,
                                          std::string_view option) {
  const std::string by_name = unambiguous(sheet, named), by_place = unambiguous(sheet, placed);
  const std::string remedy = by_name.empty() || by_place.empty()
                                 ? "write names that are no numbers"
                                 : fmt::format("write {}={} for the former, {}={} for the latter",
                                               option, by_name, option, by_place);
  throw BadSpecification(
      fmt::format("{}: {}={}: {} is the name of column {} and the place of {}: {}", sheet.name,
                  option, name, in_quotes(name), named + 1, described(sheet, placed).en, remedy));
}

}  // namespace

std::size_t column_named(const Sheet& sheet, const std::string& name, std::string_view option) {
  const std::vector<std::size_t> found = columns_called(sheet, name);
  if (found.size() > 1)
    throw BadSpecification(fmt::format("{}: {} columns are called {}: give the number of one",
                                       sheet.name, found.size(), in_quotes(name)));
  const auto place = place_in(name, sheet.columns);
  if (!found.empty() && place && place != found[0])
    refuse_ambiguous_column(sheet, name, found[0], *place, option);
  if (!found.empty()) return found[0];
  if (place) return *place;
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
    std::vector<std::size_t> numbers = numbers_or_doubtful(looks);
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
                    sheet.name, described(sheet, choice.values).en, list_of_columns(sheet)));
  return choice;
}

std::optional<Text> warning_of_decimal_commas(const Sheet& sheet,
                                              const std::vector<ColumnLook>& looks,
                                              const Choice& choice) {
  const bool are_two = sheet.columns == 2 && sheet.rows() > 1 && sheet.separator == "," &&
                       !sheet.header && choice.places && !choice.places_are_labels;
  if (!are_two || run_of(sheet, 0, looks[0]).is_index()) return std::nullopt;
  const auto is_whole = [](std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  for (std::size_t i = 0; i < sheet.rows(); ++i) {
    const SheetCell &whole = sheet.at(i, 0), &fraction = sheet.at(i, 1);
    const bool may_be_decimal = is_whole(sheet.text_of(whole)) &&
                                is_whole(sheet.text_of(fraction)) &&
                                fraction.length == sheet.at(0, 1).length &&
                                whole.begin + whole.length + 1 == fraction.begin;
    if (!may_be_decimal) return std::nullopt;
  }
  const std::string_view whole = sheet.text_at(0, 0), fraction = sheet.text_at(0, 1);
  return phrase(
      "{0}: {1},{2} was read as the point {1} and its weight {2}: if the commas are decimal, write "
      "decimal points",
      "{0}：{1},{2} 读作点 {1} 及其权重 {2}：若逗号是小数逗号，请改用小数点", sheet.name, whole,
      fraction);
}

}  // namespace gancheck
