// The two laws of a command line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/command_line.hpp"
#include "numerics/distribution/law.hpp"
#include "numerics/distribution/plane/plane_law.hpp"

namespace gancheck {

struct PairOfLaws {
  Law data, generator;
};

/// The law that an option specifies. Throws BadUsage with the option's name and the place.
Law law_of(const std::string& option, const std::string& specification);

/// The laws that the options specify, with warnings in what was read of their tables. Throws
/// BadUsage with the option's name and the place.
PairOfLaws laws_of(const PairArguments& options);

struct PairInPlane {
  PlaneLaw data, generator;
};

/// Empty where both options speak of the line. Throws BadUsage as laws_of does, and where one of
/// them alone speaks of the plane.
std::optional<PairInPlane> plane_laws_of(const PairArguments& options);

/// What has to be said of both laws wherever they are used.
std::vector<std::string> remarks_of(const PairOfLaws& laws);

/// Every warning once, on standard error.
void print_warnings(const PairOfLaws& laws);

}  // namespace gancheck
