#include "numerics/distribution/pair_of_laws.hpp"

#include <utility>

#include "numerics/distribution/specification.hpp"

namespace gancheck {

AnyLaw read_law(std::string_view specification) {
  if (is_in_plane(specification)) return read_plane_law(specification);
  return parse_law(specification);
}

PairOfLaws pair_of(AnyLaw data, AnyLaw generator) {
  if (data.index() != generator.index())
    throw BadSpecification(
        "one law lies in the plane and one on the line: give laws of one dimension");
  if (Law* law = std::get_if<Law>(&data))
    return LinePair{std::move(*law), std::move(std::get<Law>(generator))};
  return in_common_axes(std::move(std::get<WrittenPlaneLaw>(data)),
                        std::move(std::get<WrittenPlaneLaw>(generator)));
}

}  // namespace gancheck
