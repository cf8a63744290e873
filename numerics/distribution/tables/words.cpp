#include "numerics/distribution/tables/words.hpp"

#include <algorithm>
#include <array>

namespace gancheck {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), in_small_letters(name)) != words.end();
}

}  // namespace

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

bool names_weights(std::string_view name) {
  constexpr std::array<std::string_view, 27> words{
      "weight", "weights", "w",    "count",   "counts", "probability", "probabilities",
      "prob",   "p",       "q",    "share",   "shares", "freq",        "frequency",
      "n",      "number",  "mass", "percent", "pct",    "%",           "pmf",
      "权重",   "概率",    "频数", "频率",    "计数",   "比例"};
  return is_one_of(name, words);
}

bool names_points(std::string_view name) {
  constexpr std::array<std::string_view, 20> words{
      "year",  "date",   "age",   "time",  "jahr", "年",    "",   "x", "k",  "i",
      "point", "points", "value", "class", "bin",  "index", "id", "z", "点", "取值"};
  return is_one_of(name, words);
}

bool names_rows(std::string_view name) {
  constexpr std::array<std::string_view, 11> words{"unnamed: 0", "row",   "rows",  "rowname",
                                                   "rownames",   "hour",  "month", "decade",
                                                   "monat",      "année", "年份"};
  const auto is_word = [&](std::string_view word) {
    return names_points(word) || is_one_of(word, words);
  };
  const std::size_t last = name.find_last_of(" _-.");
  const bool has_words = last != std::string_view::npos && last + 2 < name.size();
  return is_word(name) || (has_words && is_word(name.substr(last + 1)));
}

bool names_total(std::string_view label_text) {
  constexpr std::array<std::string_view, 16> words{
      "insgesamt", "totale", "total", "totals", "sum",  "all",  "overall", "grand total",
      "gesamt",    "summe",  "somme", "合计",   "总计", "总和", "总数",    "小计"};
  std::string label = in_small_letters(label_text);
  while (!label.empty() && (label.back() == ':' || label.back() == ' ')) label.pop_back();
  return std::find(words.begin(), words.end(), label) != words.end();
}

}  // namespace gancheck
