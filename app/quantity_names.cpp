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

}  // namespace gancheck
