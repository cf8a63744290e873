#include "numerics/distribution/tables/weights.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/tables/labels.hpp"
#include "numerics/number/exact_sum.hpp"

namespace gancheck {
namespace {

bool is_double(const Real& number) {
  return compare(Real::dyadic(exactly<double>(number)), number) == 0;
}

}  // namespace

std::string place_of(const WeightTable& w, std::size_t row) {
  const bool has_lines = w.table.place == "line" || w.table.place == "row";
  return has_lines ? fmt::format("{}:{}", w.name, w.table.lines[row])
                   : fmt::format("{}, {} {}", w.name, w.table.place, w.table.lines[row]);
}

std::string place_text(const ValueTable& table, const Real& point) {
  if (table.on != ValueTable::On::labels) return number_words(point);
  std::string label = label_at(point);
  for (char& c : label)
    if (static_cast<unsigned char>(c) < 0x20) c = '?';
  return label;
}

std::string number_words(const Real& number) {
  const std::string exact = number.text();
  const bool is_quotient = number.is_rational() && exact.find('/') != std::string::npos;
  return is_quotient && is_double(number) ? fmt::format("{}", exactly<double>(number)) : exact;
}

std::string sum_words(const Rational& sum) {
  constexpr std::size_t longest_quotient = 12;
  const std::string exact = shown(sum);
  const bool is_quotient = exact.find('/') != std::string::npos;
  if (!is_quotient || (exact.size() <= longest_quotient && !is_double(sum))) return exact;
  return fmt::format("{}{}", is_double(sum) ? "" : "about ", nearest_double(sum));
}

/// In parts, so that no second copy of a large table is made.
Rational sum_of(const Atoms& entries) {
  constexpr std::size_t part = 8192;
  Rational sum = 0;
  std::vector<Real> masses;
  for (std::size_t begin = 0; begin < entries.size(); begin += part) {
    masses.clear();
    for (std::size_t i = begin; i < std::min(begin + part, entries.size()); ++i)
      masses.push_back(entries.mass(i));
    sum += exact_sum(masses);
  }
  return sum;
}

}  // namespace gancheck
