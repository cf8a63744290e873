#include "report/pair_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>

#include "numerics/number/exact_sum.hpp"
#include "theory/pairs/suite.hpp"

namespace gancheck {
namespace {

/// Points that the grid witness leaves out are said with their pair.
Text underflow_note(const Pair& pair) {
  const std::size_t points = pair.underflowing_points();
  if (points == 0) return {"", ""};
  const std::string n = std::to_string(points) + "/" + std::to_string(pair.tracked().size());
  return {" (grid witness without " + n + " points, where a weight is below the range of doubles)",
          "（网格见证略去其中 " + n + " 的点：该处权重低于双精度的范围）"};
}

bool are_rational(const std::vector<Real>& masses) {
  return std::all_of(masses.begin(), masses.end(), [](const Real& x) { return x.is_rational(); });
}

/// What the midpoints of cells find of two laws in the plane.
Text plane_note(const Densities& d) {
  double data = 0, generator = 0;
  for (std::size_t i = 0; i < d.data.size(); ++i) {
    const double weight = nearest_double(d.grid.weights[i]);
    data += weight * exactly<double>(d.data[i]);
    generator += weight * exactly<double>(d.generator[i]);
  }
  return {
      fmt::format(" (a grid of {} points, masses there {:.6g}, {:.6g})", d.data.size(), data,
                  generator),
      fmt::format("（{} 个点的网格，其上的质量 {:.6g}、{:.6g}）", d.data.size(), data, generator)};
}

/// Masses that are not one, as a table may have them, are said with their pair.
Text mass_note(const Pair& pair) {
  const Densities& d = pair.densities();
  if (pair.is_in_plane()) return plane_note(d);
  const bool listed = d.data_tails.empty() && d.generator_tails.empty();
  if (!listed || !are_rational(d.data) || !are_rational(d.generator)) return {"", ""};
  const Rational data = exact_sum(d.data), generator = exact_sum(d.generator);
  if (data == 1 && generator == 1) return {"", ""};
  constexpr int digits = 25;
  const std::string masses =
      decimal_rounded_down(data, digits) + ", " + decimal_rounded_down(generator, digits);
  return {" (masses " + masses + ")", "（质量 " + masses + "）"};
}

}  // namespace

std::vector<Text> describe_pairs(const Setting* own) {
  std::vector<Text> lines;
  for (const auto& pair : (own ? *own : built_in_suite()).listed) {
    const std::string line = pair->name() + ": " + pair->data() + " | " + pair->generator();
    const Text masses = mass_note(*pair), underflow = underflow_note(*pair);
    lines.push_back({line + masses.en + underflow.en, line + masses.zh + underflow.zh});
  }
  if (!own) {
    for (const Text& grid : simplex_grids()) lines.push_back(grid);
  }
  return lines;
}

namespace {

/// FNV-1a with 64 bits.
class Fingerprint {
 public:
  void add(double x) {
    auto bits = std::bit_cast<std::uint64_t>(x);
    for (int byte = 0; byte < 8; ++byte, bits >>= 8)
      hash_ = (hash_ ^ (bits & 0xff)) * 0x100000001b3;
  }
  std::string text() const { return fmt::format("{:016x}", hash_); }

 private:
  std::uint64_t hash_ = 0xcbf29ce484222325;
};

}  // namespace

std::string fingerprint_of_pairs(const Setting* own) {
  if (!own) return "";
  Fingerprint print;
  for (const auto& pair : own->listed) {
    const Columns<Tracked>& columns = pair->tracked();
    for (std::size_t i = 0; i < columns.size(); ++i)
      for (const auto* column : {&columns.weight, &columns.p, &columns.q})
        print.add((*column)[i].value());
  }
  return print.text();
}

}  // namespace gancheck
