#include "numerics/distribution/tables/weights.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "numerics/distribution/language/syntax.hpp"
#include "numerics/distribution/tables/labels.hpp"
#include "numerics/number/exact_sum.hpp"
#include "numerics/phrase.hpp"

namespace gancheck {
namespace {

bool is_double(const Real& number) {
  return compare(Real::dyadic(exactly<double>(number)), number) == 0;
}

}  // namespace

Text place_of(const WeightTable& w, std::size_t row) {
  const std::uint32_t line = w.table.lines[row];
  const std::string_view place = w.table.place;
  if (place == "line" || place == "row") return phrase("{0}:{1}", "{0}:{1}", w.name, line);
  const std::string_view chinese = place == "column" ? "列" : place == "cell" ? "个单元格" : "项";
  return phrase("{0}, {1} {3}", "{0}，第 {3} {2}", w.name, place, chinese, line);
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

Text sum_words(const Rational& sum) {
  constexpr std::size_t longest_quotient = 12;
  const std::string exact = shown(sum);
  const bool is_quotient = exact.find('/') != std::string::npos;
  if (!is_quotient || (exact.size() <= longest_quotient && !is_double(sum))) return {exact, exact};
  return phrase("{}{}", "{}{}", is_double(sum) ? Text{"", ""} : Text{"about ", "约 "},
                nearest_double(sum));
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
