#include "app/quantity_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "app/exit_codes.hpp"
#include "numerics/distribution/language/nearest_name.hpp"

namespace gancheck {
namespace {

std::string without_alias(const std::string& name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> aliases{
      {{"kl", "kl_data_generator"},
       {"js_divergence", "jsd"},
       {"js", "jsd"},
       {"total_variation", "tv"},
       {"jensenshannon", "js_distance"},
       {"psi", "jeffreys"}}};
  for (const auto& [alias, meant] : aliases)
    if (alias == name) return std::string(meant);
  return name;
}

}  // namespace

const QuantityRow& quantity_row(const std::string& name) {
  const std::string meant = without_alias(name);
  std::vector<std::string> names;
  for (const QuantityRow& row : quantities()) {
    if (row.name == meant) return row;
    names.push_back(row.name);
  }
  throw BadUsage(
      fmt::format("--quantity: there is no quantity '{}'{} (see 'gancheck list quantities')", name,
                  did_you_mean(name, names)));
}

QuantityRows quantity_rows(const std::vector<std::string>& names) {
  if (names.empty()) return standard_quantities();
  if (std::find(names.begin(), names.end(), "all") != names.end()) return quantities();
  std::vector<std::string> asked;
  asked.reserve(names.size());
  for (const std::string& name : names) asked.push_back(quantity_row(name).name);
  QuantityRows rows;
  std::copy_if(quantities().begin(), quantities().end(), std::back_inserter(rows),
               [&](const QuantityRow& row) {
                 return std::find(asked.begin(), asked.end(), row.name) != asked.end();
               });
  return rows;
}

namespace {

bool has_atoms(const Law& law) {
  return !law.atoms.empty() || !law.tails.empty();
}
bool is_mixed(const Law& law) {
  return has_atoms(law) && !law.pieces.empty();
}

/// Why the laws have no such entropy.
std::optional<Text> why_undefined(const QuantityRow& row, const PairOfLaws& pair) {
  const auto role = row.needs_entropy();
  if (!role) return std::nullopt;
  const auto* laws = std::get_if<LinePair>(&pair);
  if (!laws) return Text{"entropies are not evaluated in the plane", "平面上不计算熵"};
  const Law& own = *role == Role::data ? laws->data : laws->generator;
  if (is_mixed(own))
    return Text{"a law with atoms and a density has no entropy", "既有原子又有密度的分布没有熵"};
  const Law& other = laws->generator;
  if (row.is_of_divergence() && (is_mixed(other) || has_atoms(own) != has_atoms(other)))
    return Text{"one law has atoms and the other a density", "一个分布有原子，另一个有密度"};
  return std::nullopt;
}

}  // namespace

QuantityRows rows_defined_for(const PairOfLaws& laws, const QuantityRows& rows,
                              const std::vector<std::string>& asked, std::vector<Text>& remarks) {
  QuantityRows defined;
  for (const QuantityRow& row : rows) {
    const auto why = why_undefined(row, laws);
    if (!why) {
      defined.push_back(row);
      continue;
    }
    if (std::find(asked.begin(), asked.end(), row.name) != asked.end())
      throw BadUsage(fmt::format("--quantity {}: {}: ask for another quantity", row.name, why->en));
    remarks.push_back({row.name + " is left out: " + why->en, "略去 " + row.name + "：" + why->zh});
  }
  return defined;
}

}  // namespace gancheck
