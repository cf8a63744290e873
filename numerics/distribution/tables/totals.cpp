#include "numerics/distribution/tables/totals.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/labels.hpp"
#include "numerics/distribution/tables/words.hpp"

namespace gancheck {
namespace {

/// Whether an entry is the sum of all others, of which at least two are not 0.
bool is_sum_of_others(const ValueTable& t, std::size_t entry, const Rational& sum) {
  const Rational its = t.entries.mass(entry).rational();
  if (its == 0 || abs(sum - 2 * its) > t.tolerance) return false;
  std::size_t others = 0;
  for (std::size_t i = 0; i < t.entries.size() && others < 2; ++i)
    others += i != entry && !t.entries.mass(i).is_zero();
  return others == 2;
}

std::size_t largest_entry(const ValueTable& t) {
  std::size_t largest = 0;
  double most = 0;
  for (std::size_t i = 0; i < t.entries.size(); ++i)
    if (const double mass = exactly<double>(t.entries.mass(i)); mass > most) {
      most = mass;
      largest = i;
    }
  return largest;
}

/// A label, or one of the two of a cell, that is a word for a total.
bool is_called_total(const std::string& label) {
  const std::size_t bar = label.find(" | ");
  return names_total(label) || (bar != std::string::npos && (names_total(label.substr(0, bar)) ||
                                                             names_total(label.substr(bar + 3))));
}

std::string about_name(const WeightTable& w) {
  const ValueTable& t = w.table;
  for (std::size_t i = 0; t.on == ValueTable::On::labels && i < t.entries.size(); ++i) {
    const std::string label = label_at(t.entries[i].at);
    if (is_called_total(label))
      return fmt::format("{}: {} was read as a label like others: if it is a total, leave it out",
                         place_of(w, i), in_quotes(label));
  }
  return "";
}

std::string about_sum(const WeightTable& w, const Rational& sum) {
  const ValueTable& t = w.table;
  const bool is_matrix = t.cell_columns > 1 && t.entries.size() > t.cell_columns;
  if (is_matrix || t.entries.size() < 3 || abs(sum - 1) <= t.tolerance) return "";
  const std::size_t entry = largest_entry(t);
  if (!is_sum_of_others(t, entry, sum)) return "";
  const bool is_last = entry + 1 == t.entries.size();
  const std::string which =
      is_last                           ? "the last weight"
      : t.on == ValueTable::On::numbers ? fmt::format("weight {}", entry + 1)
      : t.on == ValueTable::On::labels
          ? fmt::format("the weight of {}", in_quotes(place_text(t, t.entries[entry].at)))
          : fmt::format("the weight of {}", place_text(t, t.entries[entry].at));
  return fmt::format("{}: {} is the sum of the others: if it is a total, leave that {} out",
                     place_of(w, entry), which,
                     t.place == "line" || t.place == "row" ? "row" : t.place);
}

/// The cells of a matrix in steps: `line` counts rows or columns, `step` goes along one.
struct Lines {
  std::size_t count, length, to_next, step;
};

/// Whether in every line the cell at one end is the sum of the others.
bool ends_in_sums(const ValueTable& t, const Lines& lines, std::size_t end) {
  if (lines.length < 3 || lines.count < 2) return false;
  bool any = false;
  for (std::size_t i = 0; i < lines.count; ++i) {
    Rational sum = 0;
    const auto mass = [&](std::size_t k) {
      return t.entries.mass(i * lines.to_next + k * lines.step).rational();
    };
    for (std::size_t k = 0; k < lines.length; ++k) sum += mass(k);
    if (abs(sum - 2 * mass(end)) > t.tolerance) return false;
    any |= sum != 0;
  }
  return any;
}

std::string about_margins(const WeightTable& w) {
  const ValueTable& t = w.table;
  if (t.cell_columns == 0) return "";
  const std::size_t columns = t.cell_columns, rows = t.entries.size() / columns;
  const Lines along_rows{rows, columns, columns, 1}, along_columns{columns, rows, 1, columns};
  for (const bool is_column : {true, false}) {
    const Lines& lines = is_column ? along_rows : along_columns;
    for (const bool is_last : {true, false})
      if (ends_in_sums(t, lines, is_last ? lines.length - 1 : 0))
        return fmt::format(
            "{}: every cell of the {} {} is the sum of the others in its {}: if these are totals, "
            "leave them out",
            w.name, is_last ? "last" : "first", is_column ? "column" : "row",
            is_column ? "row" : "column");
  }
  return "";
}

}  // namespace

void leave_out_total(const WeightTable& w, Rational& sum) {
  ValueTable& t = w.table;
  if (t.on != ValueTable::On::labels || t.entries.size() < 3) return;
  const std::size_t last = t.entries.size() - 1;
  const std::string label = label_at(t.entries[last].at);
  if (!names_total(label) || !is_sum_of_others(t, last, sum)) return;
  const Rational total = t.entries.mass(last).rational();
  const std::string is_sum =
      fmt::format("{}: {} is the sum of the rows above{}", place_of(w, last), in_quotes(label),
                  sum == 2 * total ? "" : " but for their rounding");
  if (abs(sum - 1) <= t.tolerance)
    throw BadSpecification(is_sum +
                           ", and with it the table sums to one: leave that row out, or call it "
                           "otherwise");
  sum -= total;
  t.entries.pop_back();
  t.lines.pop_back();
  t.said.push_back(fmt::format("the last row, {}, left out", in_quotes(label)));
  t.warnings.push_back(is_sum + " and was left out");
}

void warn_of_totals(const WeightTable& w, const Rational& sum) {
  std::string warning = about_name(w);
  if (warning.empty()) warning = about_sum(w, sum);
  if (warning.empty()) warning = about_margins(w);
  if (!warning.empty()) w.table.warnings.push_back(std::move(warning));
}

}  // namespace gancheck
