// A report's files, written: those of its formats and the pictures beside them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "report/formats/templates.hpp"
#include "report/report.hpp"

namespace gancheck {

/// All or none of them, into `out`, which is there; their paths, for the pictures that of their
/// folder. Pictures are left out where the formats asked for are data alone; where nothing can draw
/// them, one line on standard error says what is missing. Throws as write_all, prepare_directory
/// and select_formats do.
std::vector<std::string> write_report(const Report& report, const std::filesystem::path& out,
                                      const std::vector<std::string>& formats,
                                      const std::vector<Language>& languages,
                                      const Templates& templates);

}  // namespace gancheck
