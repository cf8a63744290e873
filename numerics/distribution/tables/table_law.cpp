// The law of a table of weights: whether they are weights at all, and what to do where they are
// not.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "numerics/distribution/language/builder.hpp"
#include "numerics/distribution/tables/bytes.hpp"
#include "numerics/distribution/tables/labels.hpp"
#include "numerics/distribution/tables/mistaken_weights.hpp"
#include "numerics/distribution/tables/totals.hpp"
#include "numerics/distribution/tables/weights.hpp"
#include "numerics/distribution/tables/years.hpp"
#include "numerics/phrase.hpp"

namespace gancheck {
namespace {

double nearest(const Real& x) {
  return exactly<double>(x);
}

bool is_whole(const Real& x) {
  return denominator(x.rational()) == 1;
}

/// A double does not tell the sign of -1e-400.
bool is_negative(const Real& x) {
  const double rounded = nearest(x);
  return rounded < 0 || (rounded == 0 && !x.is_zero() && compare(x, 0) < 0);
}

/// Logarithms of probabilities are negative, and their exponentials sum to about one.
void refuse_negative(const WeightTable& w) {
  const Atoms& entries = w.table.entries;
  const auto first = std::find_if(entries.begin(), entries.end(),
                                  [](const Atom& a) { return is_negative(a.mass); });
  if (first == entries.end()) return;
  double sum_of_exponentials = 0;
  bool all = true;
  for (const Atom& a : entries) {
    all &= nearest(a.mass) <= 0;
    sum_of_exponentials += std::exp(nearest(a.mass));
  }
  constexpr double much = 0.2;
  if (all && std::abs(sum_of_exponentials - 1) < much)
    throw BadSpecification(
        fmt::format("{}: no value is positive, and their exponentials sum to "
                    "about 1: they look like logarithms of probabilities (log p)"
                    ", give their exponentials",
                    w.name));
  const auto row = static_cast<std::size_t>(first - entries.begin());
  throw BadSpecification(fmt::format("{}: a negative weight, {}: weights are at least 0",
                                     place_of(w, row).en, number_words(first->mass)));
}

/// A first row of numbers without a header above it may be one, for all that can be seen: a year,
/// or a number out of scale with all others. Either reading would be a guess.
void refuse_doubtful_header(const WeightTable& w, const Rational& sum) {
  ValueTable& t = w.table;
  const bool is_digits =
      !t.first_value.empty() && std::all_of(t.first_value.begin(), t.first_value.end(),
                                            [](char c) { return c >= '0' && c <= '9'; });
  if (t.has_header || t.place != "line" || !is_digits || t.entries.size() < 2) return;
  if (t.on == ValueTable::On::points && !is_year(t.entries[0].at.text())) return;
  const Rational first = t.entries[0].mass.rational();
  double most = 0;
  bool all_whole = true, all_years = true;
  for (std::size_t i = 1; i < t.entries.size(); ++i) {
    const Real mass = t.entries.mass(i);
    most = std::max(most, nearest(mass));
    all_whole &= is_whole(mass);
    all_years &= is_year(mass.text());
  }
  constexpr double scale = 10;
  const bool others_sum_to_one = !all_whole && abs(sum - first - 1) <= t.tolerance && first >= 1;
  const bool out_of_scale = !all_whole && nearest(Real(first)) > scale * most;
  if (!(is_year(t.first_value) && !all_years) && !others_sum_to_one && !out_of_scale) {
    if (all_years && is_year(t.first_value))
      t.warnings.push_back(phrase("{}: {} was read as a weight, not as a header",
                                  "{}：{} 读作权重，而非表头", place_of(w, 0), t.first_value));
    if (first == 0)
      t.warnings.push_back(phrase(
          "{0}: the first row, {1}, was read as a weight: if it is a header, write weight={1} "
          "behind the path",
          "{0}：首行 {1} 读作权重：若它是表头，请在路径之后写 weight={1}", place_of(w, 0),
          t.first_value));
    return;
  }
  throw BadSpecification(fmt::format(
      "{}: {} may be a header or a weight: if it is the name of the column, write file({}, "
      "weight={}); if it is a weight, write a header above it",
      place_of(w, 0).en, t.first_value, quoted_if_needed(w.name), t.first_value));
}

[[noreturn]] void refuse_twice(const WeightTable& w, std::size_t row, std::uint32_t first_line) {
  const ValueTable& t = w.table;
  const bool is_label = t.on == ValueTable::On::labels;
  throw BadSpecification(fmt::format(
      "{}: the {} {} is listed in {} {} already: add its weights{}", place_of(w, row).en,
      is_label ? "label" : "point",
      is_label ? in_quotes(label_at(t.entries[row].at)) : number_words(t.entries[row].at), t.place,
      first_line,
      is_label ? "" : ", or write label= to take the column for labels, weight= for weights"));
}

/// Points within [0, 1) that sum to one may be weights of another law.
bool sum_to_one(const Atoms& points) {
  double sum = 0;
  for (const Atom& atom : points) {
    const double point = nearest(atom.at);
    if (!(point >= 0 && point < 1)) return false;
    sum += point;
  }
  constexpr double rounding = 1e-6;
  return points.size() > 1 && std::abs(sum - 1) <= rounding;
}

/// Two columns of numbers are points and weights if nothing says otherwise: what speaks against it
/// is said.
void warn_of_guessed_points(const WeightTable& w, bool are_sorted) {
  ValueTable& t = w.table;
  if (t.on != ValueTable::On::points || t.has_header || t.columns_were_named) return;
  const bool are_weights_too = sum_to_one(t.entries);
  const bool is_one_row = t.entries.size() == 1;
  if (are_sorted && !are_weights_too && !is_one_row) return;
  const Text reason = is_one_row   ? Text{"of one row only", "且只有一行"}
                      : are_sorted ? Text{"and the points sum to 1 too", "而各点之和也是 1"}
                                   : Text{"and the points are not sorted", "而各点未按大小排列"};
  const Text remedy = is_one_row ? Text{"row=1, or joint", "row=1 或 joint"}
                                 : Text{"weight=1 or weight=2, or joint for all of them together",
                                        "weight=1 或 weight=2，或写 joint 以合用全部权重"};
  t.warnings.push_back(
      phrase("{}: {} was read as points and {} as weights, {}: where both are weights, write {}",
             "{}：点取自{}，权重取自{}，{}：若两列都是权重，请写 {}", w.name, t.place_column,
             t.value_column, reason, remedy));
}

/// Sorts by points, and refuses one that comes twice.
void sort_entries(const WeightTable& w) {
  ValueTable& t = w.table;
  if (t.on == ValueTable::On::numbers) return;
  const auto before = [&](std::size_t i, std::size_t j) {
    return compare(t.entries[i].at, t.entries[j].at) < 0;
  };
  std::vector<std::size_t> order(t.entries.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const bool are_sorted = std::is_sorted(order.begin(), order.end(), before);
  warn_of_guessed_points(w, are_sorted);
  if (!are_sorted) std::stable_sort(order.begin(), order.end(), before);
  Atoms sorted;
  std::vector<std::uint32_t> lines;
  sorted.reserve(order.size());
  for (const std::size_t i : order) {
    if (!sorted.empty() && compare(sorted.back().at, t.entries[i].at) == 0)
      refuse_twice(w, i, lines.back());
    sorted.push_back(t.entries[i]);
    lines.push_back(t.lines[i]);
  }
  t.entries = std::move(sorted);
  t.lines = std::move(lines);
}

Text weights_sum_to(const WeightTable& w, const Rational& sum) {
  const std::size_t count = w.table.entries.size();
  return count == 1
             ? phrase("{}: the only weight is {}", "{}：唯一的权重（{}）", w.name, sum_words(sum))
             : phrase("{}: the {} weights sum to {}", "{}：{} 个权重的总和（{}）", w.name, count,
                      sum_words(sum));
}

/// A sum that its digits explain is taken, and said where it is not that of doubles: of many
/// entries each may be off, but hardly all of them in one direction.
void warn_of_accepted_sum(const WeightTable& w, const Rational& sum) {
  ValueTable& t = w.table;
  const double miss = nearest_double(abs(sum - 1));
  if (miss <= t.unsaid_miss) return;
  const Text begin = phrase("{}, taken as they are", "{}按原样采用", weights_sum_to(w, sum));
  constexpr double rounding = 1e-9;
  t.warnings.push_back(
      miss <= t.likely_miss * (1 + rounding)
          ? phrase("{}: the rounding of their last digits explains it; normalise({}) divides by "
                   "the sum",
                   "{}：末位数字的舍入足以解释偏差；normalise({}) 将权重除以其总和", begin, w.call)
          : phrase("{}, though the rounding of their last digits hardly explains more than "
                   "{:.2g}: correct them, or write normalise({}), which divides by the sum",
                   "{}，但末位数字的舍入难以解释超过 {:.2g} 的偏差：请更正权重，或写 "
                   "normalise({})，将权重除以其总和",
                   begin, t.likely_miss, w.call));
}

/// What else was doubted of the table may be the reason.
std::string doubt(const ValueTable& t) {
  if (!t.warnings.empty()) return "; " + t.warnings[0].en;
  const bool were_guessed =
      t.on == ValueTable::On::points && !t.has_header && !t.columns_were_named;
  return were_guessed ? fmt::format(
                            "; {} was read as points: where both are weights, write "
                            "weight=1 or weight=2, or joint for all of them together",
                            t.place_column.en)
                      : "";
}

void check_sum(const WeightTable& w, const Rational& sum, bool is_cumulative) {
  if (abs(sum - 1) <= w.table.tolerance) return warn_of_accepted_sum(w, sum);
  throw BadSpecification(
      fmt::format("{}, which misses 1 by more than {}, what their last digits explain: {}{}",
                  weights_sum_to(w, sum).en, nearest_double(w.table.tolerance),
                  remedy_for_sum(w, sum, is_cumulative), doubt(w.table)));
}

/// Any sum will do, but not each of them is one that somebody meant.
void warn_of_sum(const WeightTable& w, const Rational& sum, bool is_cumulative) {
  ValueTable& t = w.table;
  if (is_cumulative) {
    t.warnings.push_back(phrase("{}: {}", "{}：{}", w.name, cumulative_words));
    return;
  }
  const bool is_whole_sum = denominator(sum) == 1;
  if (is_near(sum, 1) || is_near(sum, 100) || is_whole_sum) return;
  const Text may_be =
      integral_over_points(t)
          ? Text{"they look like values of a density on its points", "它们像是密度在各点上的值"}
          : Text{"samples and values of a density are no weights", "样本和密度值都不是权重"};
  t.warnings.push_back(
      phrase("{}: the weights sum to {}, which is near neither 1 nor 100 and not whole: {}",
             "{}：权重的总和（{}）既不接近 1 也不接近 100，且不是整数：{}", w.name, sum_words(sum),
             may_be));
}

TableReading reading_of(const WeightTable& w, const Rational& sum) {
  const ValueTable& t = w.table;
  TableReading r;
  r.file = w.name;
  r.atoms = t.entries.size();
  r.on = t.on == ValueTable::On::labels   ? "labels"
         : t.on == ValueTable::On::points ? "points"
                                          : "numbers";
  r.from = place_text(t, t.entries.front().at);
  r.to = place_text(t, t.entries.back().at);
  r.column = t.value_column;
  r.place_column = t.place_column;
  r.sum = sum_words(sum);
  r.said = t.said;
  r.ignored = t.ignored;
  r.cell_columns = t.names_of_columns;
  for (std::size_t i = 0; t.on == ValueTable::On::labels && i < t.entries.size(); ++i)
    if (t.entries.mass(i).is_zero()) r.weightless.push_back(label_at(t.entries[i].at));
  return r;
}

Law build_file(Builder&, const Call& call, const Request& request) {
  const std::string& path = call.arguments[0].path;
  TableOptions options = options_of(call);
  options.only_ratios_matter = !request.in_mixture;
  ValueTable table = read_table(path, options, "weight");
  if (table.on == ValueTable::On::labels && !request.on.is_line())
    refuse(call.place, fmt::format("{} is a law on labels, which no interval cuts: leave truncate "
                                   "out",
                                   in_quotes(call.text)));
  Law law = law_of(std::move(table), printable(path), call.text, request.any_mass);
  if (request.on.is_line()) return law;
  law.atoms.erase_if([&](const Atom& atom) { return !request.on.contains(atom.at); });
  law.mass = sum_of(law.atoms);
  return law;
}

}  // namespace

Law law_of(ValueTable table, const std::string& name, const std::string& call, bool any_mass) {
  const WeightTable w{table, name, call};
  refuse_negative(w);
  Rational sum = sum_of(table.entries);
  if (sum == 0) throw BadSpecification(name + ": all weights are 0: give one that is positive");
  leave_out_total(w, sum);
  warn_of_totals(w, sum);
  refuse_doubtful_header(w, sum);
  const bool is_cumulative = table.cell_columns == 0 && looks_cumulative(table.entries);
  const TableReading in_file_order = reading_of(w, sum);
  sort_entries(w);
  TableReading reading = reading_of(w, sum);
  if (table.on == ValueTable::On::labels) reading = in_file_order;
  any_mass ? warn_of_sum(w, sum, is_cumulative) : check_sum(w, sum, is_cumulative);
  reading.warnings = table.warnings;
  Law law;
  law.mass = sum;
  law.on_labels = table.on == ValueTable::On::labels;
  if (table.on == ValueTable::On::numbers) law.table_length = table.entries.size();
  law.tables.push_back(std::move(reading));
  law.atoms = std::move(table.entries);
  law.atoms.erase_if([](const Atom& atom) { return atom.mass.is_zero(); });
  return law;
}

Form file_form() {
  return {
      "file",
      {"file(PATH,...)",
       "a table (CSV, JSON, NPY, NPZ; gzipped or not; '-' is standard input): weights on 1, 2, "
       "..., on points or on labels; weight=, label=, point= and row= choose by name or number, "
       "member= in an .npz, joint takes a matrix as one law; a path alone will do",
       "表格文件（CSV、JSON、NPY、NPZ，可经 gzip 压缩；'-' 为标准输入）：1, 2, …、各点或各标签上的"
       "权重；weight=、label=、point=、row= 按名称或序号选取，member= 选 .npz 中的数组，joint "
       "把矩阵作为一个分布；只写路径亦可"},
      build_file};
}

}  // namespace gancheck
