#include "theory/claim.hpp"

#include <array>

namespace gancheck {

std::string_view name(NoteVerdict verdict) {
  constexpr std::array<std::string_view, 6> names{
      "TRUE", "TRUE-COND", "ILL-TYPED", "FALSE-AS-WRITTEN", "MODELLING", "IMPLICIT"};
  return names.at(static_cast<std::size_t>(verdict));
}

}  // namespace gancheck
