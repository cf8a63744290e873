#include "numerics/distribution/tables/years.hpp"

#include <algorithm>

namespace gancheck {

bool is_year(std::string_view text) {
  const bool four_digits = text.size() == 4 && std::all_of(text.begin(), text.end(), [](char c) {
                             return c >= '0' && c <= '9';
                           });
  return four_digits && text >= "1500" && text <= "2200";
}

}  // namespace gancheck
