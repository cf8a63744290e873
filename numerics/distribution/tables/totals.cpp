#include "numerics/distribution/tables/totals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/labels.hpp"
#include "numerics/distribution/tables/words.hpp"
#include "numerics/phrase.hpp"

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

std::optional<Text> about_name(const WeightTable& w) {
  const ValueTable& t = w.table;
  for (std::size_t i = 0; t.on == ValueTable::On::labels && i < t.entries.size(); ++i) {
    const std::string label = label_at(t.entries[i].at);
    if (is_called_total(label))
      return phrase("{}: {} was read as a label like others: if it is a total, leave it out",
                    "{}：{} 读作普通标签：若它是合计，请略去", place_of(w, i), in_quotes(label));
  }
  return std::nullopt;
}

std::optional<Text> about_sum(const WeightTable& w, const Rational& sum) {
  const ValueTable& t = w.table;
  const bool is_matrix = t.cell_columns > 1 && t.entries.size() > t.cell_columns;
  if (is_matrix || t.entries.size() < 3 || abs(sum - 1) <= t.tolerance) return std::nullopt;
  const std::size_t entry = largest_entry(t);
  if (!is_sum_of_others(t, entry, sum)) return std::nullopt;
  const bool is_last = entry + 1 == t.entries.size();
  const Text which =
      is_last                           ? Text{"the last weight", "最后一个权重"}
      : t.on == ValueTable::On::numbers ? phrase("weight {}", "第 {} 个权重", entry + 1)
      : t.on == ValueTable::On::labels
          ? phrase("the weight of {}", "标签 {} 的权重",
                   in_quotes(place_text(t, t.entries[entry].at)))
          : phrase("the weight of {}", "点 {} 的权重", place_text(t, t.entries[entry].at));
  const Text stands_in = t.place == "column"  ? Text{"column", "列"}
                         : t.place == "cell"  ? Text{"cell", "单元格"}
                         : t.place == "entry" ? Text{"entry", "项"}
                                              : Text{"row", "行"};
  return phrase("{}: {} is the sum of the others: if it is a total, leave that {} out",
                "{}：{}是其余权重之和：若它是合计，请略去该{}", place_of(w, entry), which,
                stands_in);
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

std::optional<Text> about_margins(const WeightTable& w) {
  const ValueTable& t = w.table;
  if (t.cell_columns == 0) return std::nullopt;
  const std::size_t columns = t.cell_columns, rows = t.entries.size() / columns;
  const Text row{"row", "行"}, column{"column", "列"};
  const Lines along_rows{rows, columns, columns, 1}, along_columns{columns, rows, 1, columns};
  for (const bool is_column : {true, false}) {
    const Lines& lines = is_column ? along_rows : along_columns;
    for (const bool is_last : {true, false})
      if (ends_in_sums(t, lines, is_last ? lines.length - 1 : 0))
        return phrase(
            "{}: every cell of the {} {} is the sum of the others in its {}: if these are totals, "
            "leave them out",
            "{}：{}{}的每个单元格都是所在{}其余各单元格之和：若它们是合计，请略去", w.name,
            is_last ? Text{"last", "末"} : Text{"first", "首"}, is_column ? column : row,
            is_column ? row : column);
  }
  return std::nullopt;
}

}  // namespace

void leave_out_total(const WeightTable& w, Rational& sum) {
  ValueTable& t = w.table;
  if (t.on != ValueTable::On::labels || t.entries.size() < 3) return;
  const std::size_t last = t.entries.size() - 1;
  const std::string label = label_at(t.entries[last].at);
  if (!names_total(label) || !is_sum_of_others(t, last, sum)) return;
  const Rational total = t.entries.mass(last).rational();
  const Text is_sum = phrase(
      "{}: {} is the sum of the rows above{}", "{}：{} 是以上各行之和{}", place_of(w, last),
      in_quotes(label),
      sum == 2 * total ? Text{"", ""} : Text{" but for their rounding", "（不计其舍入误差）"});
  if (abs(sum - 1) <= t.tolerance)
    throw BadSpecification(is_sum.en +
                           ", and with it the table sums to one: leave that row out, or call it "
                           "otherwise");
  sum -= total;
  t.entries.pop_back();
  t.lines.pop_back();
  t.said.push_back(phrase("the last row, {}, left out", "略去末行 {}", in_quotes(label)));
  t.warnings.push_back(phrase("{} and was left out", "{}，已略去", is_sum));
}

void warn_of_totals(const WeightTable& w, const Rational& sum) {
  std::optional<Text> warning = about_name(w);
  if (!warning) warning = about_sum(w, sum);
  if (!warning) warning = about_margins(w);
  if (warning) w.table.warnings.push_back(std::move(*warning));
}

}  // namespace gancheck
