// The libraries behind the numbers.
#pragma once

#include <string>
#include <vector>

namespace gancheck {

/// With their versions: "FLINT 2.9.0", "Arb 2.23.0", ...; GiNaC where it is in this build.
std::vector<std::string> number_libraries();

}  // namespace gancheck
