#include "numerics/distribution/tables/compared.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/specification.hpp"
#include "numerics/distribution/tables/label_text.hpp"
#include "numerics/distribution/tables/labels.hpp"

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

/// Those of the sorted points that lie within the tolerance of `x`, at most two of them.
std::vector<Real> near_points(const std::vector<Real>& points, const Real& x,
                              const Rational& tolerance) {
  std::vector<Real> found;
  const auto behind =
      std::lower_bound(points.begin(), points.end(), x,
                       [](const Real& a, const Real& b) { return compare(a, b) < 0; });
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

std::string in_lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// In small letters, without blanks around.
std::string simplified(const Real& point) {
  std::string label = in_lower_case(label_at(point));
  while (label.ends_with(" ")) label.pop_back();
  label.erase(0, std::min(label.find_first_not_of(' '), label.size()));
  return label;
}

/// The labels of one law that the other one lacks.
std::vector<std::string> labels_only_in(const Law& one, const Law& other) {
  std::vector<std::string> found;
  for (std::size_t i = 0, j = 0; i < one.atoms.size(); ++i) {
    const Real point = one.atoms.point(i);
    while (j < other.atoms.size() && compare(other.atoms.point(j), point) < 0) ++j;
    const bool is_shared = j < other.atoms.size() && compare(other.atoms.point(j), point) == 0;
    if (!is_shared) found.push_back(label_at(point));
  }
  return found;
}

/// An accent may be a part of its letter or a mark behind it, which cannot be seen.
std::string about_accents(const Law& data, const Law& generator) {
  const std::vector<std::string> of_data = labels_only_in(data, generator),
                                 of_generator = labels_only_in(generator, data);
  const auto any_marked = [](const std::vector<std::string>& labels) {
    return std::any_of(labels.begin(), labels.end(), has_combining_mark);
  };
  if (!any_marked(of_data) && !any_marked(of_generator)) return "";
  std::map<std::string, std::string> by_letters;
  for (const std::string& label : of_data) by_letters[without_accents(label)] = label;
  for (const std::string& label : of_generator) {
    const auto found = by_letters.find(without_accents(label));
    if (found == by_letters.end()) continue;
    if (!has_combining_mark(label) && !has_combining_mark(found->second)) continue;
    return fmt::format(
        "the labels {} and {} look alike, but their accents are marks of their own in one of them "
        "(NFD), parts of the letters in the other (NFC): write them alike",
        in_quotes(found->second), in_quotes(label));
  }
  return "";
}

std::string about_labels(const Law& data, const Law& generator, std::size_t shared) {
  std::map<std::string, Real> by_name;
  for (const Atom& atom : data.atoms) by_name[simplified(atom.at)] = atom.at;
  for (const Atom& atom : generator.atoms) {
    const auto found = by_name.find(simplified(atom.at));
    if (found == by_name.end() || compare(found->second, atom.at) == 0) continue;
    return fmt::format("the labels {} and {} differ in capitals or blanks only: write them alike",
                       in_quotes(label_at(found->second)), in_quotes(label_at(atom.at)));
  }
  if (std::string accents = about_accents(data, generator); !accents.empty()) return accents;
  return shared == 0 ? "the tables share no label" : "";
}

std::string about_points(const Law& data, const Law& generator, std::size_t shared) {
  const std::size_t fewer = std::min(data.atoms.size(), generator.atoms.size());
  if (const std::size_t near = nearly_common(data, generator); near > 0)
    return fmt::format(
        "the tables share {} of {} points, and {} lie within 1e-6 of another one: "
        "--match 1e-6 takes those for the same",
        shared, fewer, near);
  if (shared == 0)
    return fmt::format(
        "the tables share no point: {} to {} and {} to {}; where columns were read "
        "as points, weight= or joint says otherwise",
        data.tables[0].from, data.tables[0].to, generator.tables[0].from, generator.tables[0].to);
  for (const int by : {1, -1})
    if (is_shifted(data, generator, by))
      return fmt::format(
          "the points of one table are those of the other moved by 1: {} to {} and "
          "{} to {}",
          data.tables[0].from, data.tables[0].to, generator.tables[0].from, generator.tables[0].to);
  return "";
}

/// A family that begins at 0 beside a table that was numbered from 1.
std::string about_numbering(const Law& table, const Law& family) {
  const bool is_numbered = is_one_table(table) && table.table_length;
  const bool is_family = family.tables.empty() && family.pieces.empty() && !family.atoms.empty();
  if (!is_numbered || !is_family || compare(family.atoms.point(0), 0) != 0) return "";
  return fmt::format(
      "{}: the table has no points and was put on {} to {}, but {} begins at 0: add a column of "
      "points if the table begins at 0 too",
      table.tables[0].file, table.tables[0].from, table.tables[0].to, family.specification);
}

}  // namespace

std::vector<std::string> warnings_of_pair(const Law& data, const Law& generator) {
  for (const bool data_is_table : {true, false}) {
    std::string warning =
        data_is_table ? about_numbering(data, generator) : about_numbering(generator, data);
    if (!warning.empty()) return {std::move(warning)};
  }
  if (!is_one_table(data) || !is_one_table(generator)) return {};
  const TableReading &p = data.tables[0], &q = generator.tables[0];
  const std::size_t shared = common(data, generator);
  std::vector<std::string> warnings;
  const auto add = [&](std::string warning) {
    if (!warning.empty()) warnings.push_back(std::move(warning));
  };
  if (data.on_labels) {
    add(about_labels(data, generator, shared));
    return warnings;
  }
  const bool same_places = p.from == q.from && p.to == q.to && p.atoms == q.atoms;
  const bool one_has_points = (p.on == "points") != (q.on == "points");
  if (one_has_points && !same_places)
    add(
        fmt::format("only one of the tables has points: those of the data go from {} to {}, those "
                    "of the generator from {} to {}",
                    p.from, p.to, q.from, q.to));
  else
    add(about_points(data, generator, shared));
  return warnings;
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
                      atom.at.text(), found[0].text(), found[1].text()));
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
                    twice->at.text()));
  return matched;
}

}  // namespace gancheck
