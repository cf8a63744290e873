// What this program is: its version, and what it was built with.
#pragma once

#include <string>
#include <vector>

namespace gancheck {

/// The release and its commit, "0.2.0+9d39050"; where files differ from the commit, with a hash of
/// the difference behind a point. The release alone where the sources are in no repository.
std::string version_of_build();

/// "FLINT 2.9.0" and so on: the libraries that numbers and proofs come from, and the compiler.
std::vector<std::string> made_with();

}  // namespace gancheck
