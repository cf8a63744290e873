// The two laws of a command line.
#pragma once

#include <optional>
#include <string>

#include "app/command_line.hpp"
#include "numerics/distribution/pair_of_laws.hpp"
#include "numerics/text.hpp"

namespace gancheck {

/// The law on the line that an option specifies. Throws BadUsage with the option's name and the
/// place.
Law law_of(const std::string& option, const std::string& specification);

/// Both laws as one pair, with what has to be said of two tables in their readings. Throws
/// BadSpecification where they are none.
PairOfLaws compared_pair(AnyLaw data, AnyLaw generator);

/// The laws that the options specify. Throws BadUsage with the option's name and the place.
PairOfLaws laws_of(const PairArguments& options);

/// What has to be said of both laws wherever they are used.
Notes remarks_of(const LinePair& laws);

/// Every warning of what was read of tables, once, on standard error.
void print_warnings(const PairOfLaws& laws, Language language);

}  // namespace gancheck
