// The pictures beside a report, written.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "report/report.hpp"

namespace gancheck {

/// Into `out`/figures, and the path of that; nothing where the formats asked for are data alone.
/// Where nothing can draw them, one line on standard error says what is missing. Throws as
/// write_whole and prepare_directory do.
std::vector<std::string> write_figures(const Report& report, const std::filesystem::path& out,
                                       const std::vector<std::string>& formats,
                                       const std::vector<Language>& languages);

}  // namespace gancheck
