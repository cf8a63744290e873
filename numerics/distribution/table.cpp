#include "numerics/distribution/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "numerics/number/exact_sum.hpp"

namespace gancheck {

namespace {

/// The path on one line, for messages.
std::string printable(std::string path) {
  for (char& c : path)
    if (static_cast<unsigned char>(c) < 0x20) c = '?';
  return path;
}

std::string bytes_of(const std::string& path) {
  std::error_code trouble;
  if (std::filesystem::is_directory(path, trouble))
    throw BadSpecification(printable(path) + ": a directory: give a CSV or an NPY file");
  if (std::filesystem::exists(path, trouble) && !std::filesystem::is_regular_file(path, trouble) &&
      !std::filesystem::is_fifo(path, trouble))
    throw BadSpecification(printable(path) + ": a device: give a CSV or an NPY file");
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  if (file) content << file.rdbuf();
  if (!file || content.bad())
    throw BadSpecification(
        fmt::format("{}: cannot be read ({}): give the path of a CSV or an NPY file",
                    printable(path), std::strerror(errno)));
  std::string bytes = std::move(content).str();
  if (bytes.empty()) throw BadSpecification(printable(path) + ": the file is empty: give a table");
  return bytes;
}

/// Sorts by points, and refuses a point that comes twice.
void sort_rows(Table& table, const std::string& name) {
  const auto before = [](const Row& a, const Row& b) { return compare(a.point, b.point) < 0; };
  if (!std::is_sorted(table.rows.begin(), table.rows.end(), before))
    std::stable_sort(table.rows.begin(), table.rows.end(), before);
  const auto twice =
      std::adjacent_find(table.rows.begin(), table.rows.end(),
                         [](const Row& a, const Row& b) { return compare(a.point, b.point) == 0; });
  if (twice == table.rows.end()) return;
  throw BadSpecification(
      fmt::format("{}:{}: the point {} is listed in {} {} already: add its weights", name,
                  std::next(twice)->line, twice->point.text(), table.place, twice->line));
}

Rational sum_of_weights(const Table& table) {
  std::vector<Real> weights;
  weights.reserve(table.rows.size());
  for (const Row& row : table.rows) weights.push_back(row.weight);
  return exact_sum(weights);
}

void check_table_sum(const Table& table, const Rational& sum, const std::string& name) {
  if (abs(sum - 1) <= table.tolerance) return;
  throw BadSpecification(fmt::format(
      "{}: the {} weights sum to {}, which misses 1 by more than {}, what their last digits "
      "explain: correct them, or write normalise(file({}))",
      name, table.rows.size(), shown(sum), nearest_double(table.tolerance), name));
}

Law build_file(Builder&, const Call& call, const Request& request) {
  Table table = read_table(call.arguments[0].path);
  const std::string name = printable(call.arguments[0].path);
  if (table.has_points) sort_rows(table, name);
  Law law;
  law.mass = sum_of_weights(table);
  if (law.mass.is_zero())
    throw BadSpecification(name + ": all weights are 0: give one that is positive");
  if (!request.any_mass) check_table_sum(table, law.mass.rational(), name);
  if (!table.has_points) law.table_length = table.rows.size();
  std::vector<Real> kept;
  law.atoms.reserve(table.rows.size());
  for (Row& row : table.rows) {
    if (row.weight.is_zero() || !request.on.contains(row.point)) continue;
    if (!request.on.is_line()) kept.push_back(row.weight);
    law.atoms.push_back({std::move(row.point), std::move(row.weight)});
  }
  if (!request.on.is_line()) law.mass = exact_sum(kept);
  return law;
}

}  // namespace

Table read_table(const std::string& path) {
  const std::string bytes = bytes_of(path);
  constexpr std::string_view npy_magic = "\x93NUMPY";
  const std::string name = printable(path);
  Table table = bytes.compare(0, npy_magic.size(), npy_magic) == 0 ? read_npy(bytes, name)
                                                                   : read_csv(bytes, name);
  if (table.rows.empty()) throw BadSpecification(name + ": no weights: give at least one");
  // Each of n weights that were rounded to doubles may be off by half a unit of the last place
  // of 1.
  const Rational rounding(Integer(table.rows.size()), Integer(1) << 53);
  table.tolerance = std::max(table.tolerance, rounding);
  return table;
}

Form file_form() {
  return {"file",
          {"file(PATH)",
           "a table, CSV or NPY: a column of weights on 1, 2, ..., or of points and of weights",
           "表格文件（CSV 或 NPY）：一列为 1, 2, … 上的权重，或两列为点与权重"},
          build_file};
}

}  // namespace gancheck
