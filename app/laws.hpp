// The two laws of a command line.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "numerics/distribution/law.hpp"

namespace gancheck {

/// --data, --generator, --table and --match, as they were given.
struct PairOptions {
  std::string data, generator, table, match;
};

/// Both laws are required.
void add_pair_options(CLI::App& app, PairOptions& options);

struct PairOfLaws {
  Law data, generator;
};

/// The laws that the options specify, with warnings in what was read of their tables. Throws
/// BadUsage with the option's name and the place.
PairOfLaws laws_of(const PairOptions& options);

/// What has to be said of both laws wherever they are used.
std::vector<std::string> remarks_of(const PairOfLaws& laws);

/// Every warning once, on standard error.
void print_warnings(const PairOfLaws& laws);

}  // namespace gancheck
