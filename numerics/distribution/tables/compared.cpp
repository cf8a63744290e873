#include "numerics/distribution/tables/compared.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/label_text.hpp"
#include "numerics/distribution/tables/labels.hpp"
#include "numerics/distribution/tables/weights.hpp"
#include "numerics/distribution/tables/words.hpp"
#include "numerics/phrase.hpp"

namespace gancheck {
namespace {

bool is_one_table(const Law& law) {
  return law.tables.size() == 1 && law.tails.empty() && law.pieces.empty() && !law.atoms.empty();
}

/// Points of both laws.
std::size_t common(const Law& data, const Law& generator) {
  std::size_t count = 0;
  for (std::size_t i = 0, j = 0; i < data.atoms.size() && j < generator.atoms.size();) {
    const int order = compare(data.atoms.point(i), generator.atoms.point(j));
    count += order == 0;
    if (order <= 0) ++i;
    if (order >= 0) ++j;
  }
  return count;
}

bool are_near(const Real& x, const Real& y, const Rational& tolerance) {
  const Rational a = x.rational(), b = y.rational();
  const Rational larger = std::max<Rational>(abs(a), abs(b));
  return abs(a - b) <= tolerance * std::max<Rational>(larger, 1);
}

/// Those of the sorted points that lie within the tolerance of `x`, at most two of them; `x` alone
/// where it is one.
std::vector<Real> near_points(const std::vector<Real>& points, const Real& x,
                              const Rational& tolerance) {
  std::vector<Real> found;
  const auto behind =
      std::lower_bound(points.begin(), points.end(), x,
                       [](const Real& a, const Real& b) { return compare(a, b) < 0; });
  if (behind != points.end() && compare(*behind, x) == 0) return {x};
  for (auto at = behind; at != points.end() && found.size() < 2; ++at) {
    if (!are_near(*at, x, tolerance)) break;
    found.push_back(*at);
  }
  for (auto at = behind; at != points.begin() && found.size() < 2;) {
    --at;
    if (!are_near(*at, x, tolerance)) break;
    found.push_back(*at);
  }
  return found;
}

std::vector<Real> points_of(const Atoms& atoms) {
  std::vector<Real> points;
  points.reserve(atoms.size());
  for (std::size_t i = 0; i < atoms.size(); ++i) points.push_back(atoms.point(i));
  return points;
}

/// How many points of the generator's law lie within 1e-6 of a point of the data's law that is not
/// theirs: in doubles, for a hint. Whole numbers are meant to differ.
std::size_t nearly_common(const Law& data, const Law& generator) {
  constexpr double near = 1e-6;
  std::vector<double> points;
  points.reserve(data.atoms.size());
  for (std::size_t i = 0; i < data.atoms.size(); ++i)
    points.push_back(exactly<double>(data.atoms.point(i)));
  std::size_t count = 0, at = 0;
  for (std::size_t i = 0; i < generator.atoms.size(); ++i) {
    const Real point = generator.atoms.point(i);
    const double x = exactly<double>(point);
    while (at < points.size() && points[at] < x) ++at;
    const auto is_met = [&](std::size_t j) {
      return j < points.size() && compare(data.atoms.point(j), point) == 0;
    };
    const auto is_near = [&](std::size_t j) {
      if (j >= points.size()) return false;
      const bool are_whole = x == std::floor(x) && points[j] == std::floor(points[j]);
      return !are_whole && std::abs(points[j] - x) <= near * std::max(1.0, std::abs(x));
    };
    const std::size_t before = at > 0 ? at - 1 : points.size();
    count += !is_met(at) && !is_met(before) && (is_near(at) || is_near(before));
  }
  return count;
}

bool is_shifted(const Law& data, const Law& generator, int by) {
  const Atoms &p = data.atoms, &q = generator.atoms;
  if (p.size() != q.size()) return false;
  for (std::size_t i = 0; i < p.size(); ++i)
    if (compare(p.point(i) + by, q.point(i)) != 0) return false;
  return true;
}

/// The labels of a table, those of weight 0 included.
std::set<std::string> labels_of(const Law& law) {
  std::set<std::string> labels(law.tables[0].weightless.begin(), law.tables[0].weightless.end());
  for (const Atom& atom : law.atoms) labels.insert(label_at(atom.at));
  return labels;
}

/// Those of some labels that are not among others.
std::vector<std::string> only_in(const std::set<std::string>& some,
                                 const std::set<std::string>& others) {
  std::vector<std::string> found;
  std::set_difference(some.begin(), some.end(), others.begin(), others.end(),
                      std::back_inserter(found));
  return found;
}

/// An accent may be a part of its letter or a mark behind it, which cannot be seen.
std::optional<Text> about_accents(const std::vector<std::string>& of_data,
                                  const std::vector<std::string>& of_generator) {
  const auto any_marked = [](const std::vector<std::string>& labels) {
    return std::any_of(labels.begin(), labels.end(), has_combining_mark);
  };
  if (!any_marked(of_data) && !any_marked(of_generator)) return std::nullopt;
  std::map<std::string, std::string> by_letters;
  for (const std::string& label : of_data) by_letters[without_accents(label)] = label;
  for (const std::string& label : of_generator) {
    const auto found = by_letters.find(without_accents(label));
    if (found == by_letters.end()) continue;
    if (!has_combining_mark(label) && !has_combining_mark(found->second)) continue;
    return phrase(
        "the labels {} and {} look alike, but their accents are marks of their own in one of them "
        "(NFD), parts of the letters in the other (NFC): write them alike",
        "标签 {} 与 {} 看上去相同，但重音符号在其一中是单独的字符（NFD），在另一个中是字母的一部分"
        "（NFC）：请写成一样",
        in_quotes(found->second), in_quotes(label));
  }
  return std::nullopt;
}

/// Labels that differ only in how they are written: capitals, blanks, dashes, numbers.
std::optional<Text> about_spelling(const std::vector<std::string>& of_data,
                                   const std::vector<std::string>& of_generator) {
  std::map<std::string, std::string> by_looks;
  for (const std::string& label : of_data) by_looks[as_it_looks(label)] = label;
  for (const std::string& label : of_generator) {
    const auto found = by_looks.find(as_it_looks(label));
    if (found == by_looks.end()) continue;
    const bool is_by_case = in_small_letters(label) == in_small_letters(found->second);
    const Text signs =
        is_by_case ? Text{"capitals or blanks", "大小写或空格"}
                   : Text{"capitals, blanks, dashes or digits", "大小写、空格、连字符或数字写法"};
    return phrase("the labels {} and {} differ in {} only: write them alike",
                  "标签 {} 与 {} 仅{}不同：请写成一样", in_quotes(found->second), in_quotes(label),
                  signs);
  }
  return std::nullopt;
}

std::optional<Text> about_labels(const Law& data, const Law& generator, std::size_t shared) {
  if (shared == data.atoms.size() && shared == generator.atoms.size()) return std::nullopt;
  const std::set<std::string> p = labels_of(data), q = labels_of(generator);
  const std::vector<std::string> of_data = only_in(p, q), of_generator = only_in(q, p);
  if (const auto spelling = about_spelling(of_data, of_generator)) return spelling;
  if (const auto accents = about_accents(of_data, of_generator)) return accents;
  if (of_data.size() == p.size()) return Text{"the tables share no label", "两表没有共同的标签"};
  if (shared > 0) return std::nullopt;
  return Text{"no label has weight in both tables", "没有标签在两表中都有权重"};
}

std::optional<Text> about_points(const Law& data, const Law& generator, std::size_t shared) {
  const std::size_t fewer = std::min(data.atoms.size(), generator.atoms.size());
  if (const std::size_t near = nearly_common(data, generator); near > 0)
    return phrase(
        "the tables share {} of {} points, and {} lie within 1e-6 of another one: "
        "--match 1e-6 takes those for the same",
        "两表的 {1} 个点中有 {0} 个相同，另有 {2} 个与另一点相距不超过 1e-6：--match 1e-6 "
        "把它们视为相同",
        shared, fewer, near);
  const TableReading &p = data.tables[0], &q = generator.tables[0];
  const bool same_places = p.from == q.from && p.to == q.to && p.atoms == q.atoms;
  if (shared == 0 && same_places)
    return Text{"no point has weight in both tables", "没有点在两表中都有权重"};
  if (shared == 0)
    return phrase(
        "the tables share no point: {} to {} and {} to {}; where columns were read "
        "as points, weight= or joint says otherwise",
        "两表没有共同的点：{} 至 {} 与 {} 至 {}；若有列被读作点而本非如此，请用 weight= 或 joint "
        "指明",
        data.tables[0].from, data.tables[0].to, generator.tables[0].from, generator.tables[0].to);
  for (const int by : {1, -1})
    if (is_shifted(data, generator, by))
      return phrase(
          "the points of one table are those of the other moved by 1: {} to {} and "
          "{} to {}",
          "一个表的点是另一个表的点平移 1 所得：{} 至 {} 与 {} 至 {}", data.tables[0].from,
          data.tables[0].to, generator.tables[0].from, generator.tables[0].to);
  return std::nullopt;
}

/// A family that begins at 0 beside a table that was numbered from 1.
std::optional<Text> about_numbering(const Law& table, const Law& family) {
  const bool is_numbered = is_one_table(table) && table.table_length;
  const bool is_family = family.tables.empty() && family.pieces.empty() && !family.atoms.empty();
  if (!is_numbered || !is_family || compare(family.atoms.point(0), 0) != 0) return std::nullopt;
  return phrase(
      "{}: the table has no points and was put on {} to {}, but {} begins at 0: add a column of "
      "points if the table begins at 0 too",
      "{}：该表没有点，已置于 {} 至 {}，而 {} 从 0 开始：若该表也从 0 开始，请添加一列点",
      table.tables[0].file, table.tables[0].from, table.tables[0].to, family.specification);
}

}  // namespace

void check_columns_of_cells(const Law& data, const Law& generator) {
  if (!is_one_table(data) || !is_one_table(generator)) return;
  const std::vector<std::string>&p = data.tables[0].cell_columns,
        &q = generator.tables[0].cell_columns;
  if (p == q || !std::is_permutation(p.begin(), p.end(), q.begin(), q.end())) return;
  const auto differs = std::mismatch(p.begin(), p.end(), q.begin());
  throw BadSpecification(
      fmt::format("the matrices name their columns in different orders, {} in one where {} is in "
                  "the other, and their rows not at all: write the columns in one order, or names "
                  "of the rows in a first column, by which the cells are joined",
                  in_quotes(*differs.first), in_quotes(*differs.second)));
}

Notes warnings_of_pair(const Law& data, const Law& generator) {
  for (const bool data_is_table : {true, false}) {
    const auto warning =
        data_is_table ? about_numbering(data, generator) : about_numbering(generator, data);
    if (warning) return {*warning};
  }
  if (!is_one_table(data) || !is_one_table(generator)) return {};
  const TableReading &p = data.tables[0], &q = generator.tables[0];
  const std::size_t shared = common(data, generator);
  Notes warnings;
  const auto add = [&](const std::optional<Text>& warning) {
    if (warning) warnings.push_back(*warning);
  };
  if (data.on_labels) {
    add(about_labels(data, generator, shared));
    return warnings;
  }
  if (!p.cell_columns.empty() && !q.cell_columns.empty() && p.cell_columns != q.cell_columns)
    add(
        phrase("the columns of the matrices are called {} in the data, {} in the generator, "
               "and the cells are compared by their places: names of the rows in a first "
               "column join them by names",
               "两矩阵的列名在数据中为 {}，在生成器中为 {}，单元格按位置比较：若首列给出行名，"
               "则按名称对应",
               fmt::format("{}", fmt::join(p.cell_columns, ", ")),
               fmt::format("{}", fmt::join(q.cell_columns, ", "))));
  const bool same_places = p.from == q.from && p.to == q.to && p.atoms == q.atoms;
  const bool one_has_points = (p.on == "points") != (q.on == "points");
  if (one_has_points && !same_places)
    add(
        phrase("only one of the tables has points: those of the data go from {} to {}, those "
               "of the generator from {} to {}",
               "只有一个表带有点：数据的点从 {} 到 {}，生成器的点从 {} 到 {}", p.from, p.to, q.from,
               q.to));
  else
    add(about_points(data, generator, shared));
  return warnings;
}

std::optional<Text> shared_labels(const Law& data, const Law& generator) {
  if (!is_one_table(data) || !is_one_table(generator) || !data.on_labels || !generator.on_labels)
    return std::nullopt;
  const std::size_t shared = common(data, generator);
  if (shared == data.atoms.size() && shared == generator.atoms.size()) return std::nullopt;
  const std::set<std::string> p = labels_of(data), q = labels_of(generator);
  const std::vector<std::string> of_data = only_in(p, q), of_generator = only_in(q, p);
  if (of_data.empty() && of_generator.empty()) return std::nullopt;
  const auto listed = [](const std::vector<std::string>& labels) {
    if (labels.empty()) return Text{"none", "无"};
    const std::string first = in_quotes(labels[0]);
    return labels.size() == 1
               ? Text{first, first}
               : phrase("{} and {} more", "{} 及另外 {} 个", first, labels.size() - 1);
  };
  return phrase(
      "the tables share {} of {} labels; in the data only: {}; in the generator "
      "only: {}; a label that one lacks has weight 0 there",
      "{1} 个标签中有 {0} 个为两表共有；仅在数据中：{2}；仅在生成器中：{3}；一个表所缺的标签，"
      "在其中权重为 0",
      p.size() - of_data.size(), p.size() + of_generator.size(), listed(of_data),
      listed(of_generator));
}

std::size_t match_points(const Law& data, Law& generator, const Rational& tolerance) {
  const auto is_finite = [](const Law& law) {
    return law.tails.empty() && law.pieces.empty() &&
           std::all_of(law.atoms.begin(), law.atoms.end(),
                       [](const Atom& atom) { return atom.at.is_rational(); });
  };
  if (!is_finite(data) || !is_finite(generator) || data.on_labels || generator.on_labels)
    throw BadSpecification("--match is for tables of points: leave it out");
  std::size_t matched = 0;
  const std::vector<Real> points = points_of(data.atoms);
  std::vector<Atom>& moved = generator.atoms.listed();
  for (Atom& atom : moved) {
    const auto found = near_points(points, atom.at, tolerance);
    if (found.empty()) continue;
    if (found.size() > 1)
      throw BadSpecification(
          fmt::format("--match: the point {} of the generator lies as near to {} "
                      "as to {} of the data: give a smaller tolerance",
                      number_words(atom.at), number_words(found[0]), number_words(found[1])));
    atom.at = found[0];
    ++matched;
  }
  std::stable_sort(moved.begin(), moved.end(),
                   [](const Atom& x, const Atom& y) { return compare(x.at, y.at) < 0; });
  const auto twice =
      std::adjacent_find(moved.begin(), moved.end(),
                         [](const Atom& x, const Atom& y) { return compare(x.at, y.at) == 0; });
  if (twice != moved.end())
    throw BadSpecification(
        fmt::format("--match: two points of the generator lie near {} of the "
                    "data: give a smaller tolerance",
                    number_words(twice->at)));
  return matched;
}

}  // namespace gancheck
