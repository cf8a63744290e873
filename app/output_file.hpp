// The file that a command is asked to write.
#pragma once

#include <filesystem>
#include <string>

namespace gancheck {

/// Before anything is computed: that a file can be made there. Does nothing for an empty path.
/// Throws BadUsage or UnwritableDirectory with one line.
void refuse_unwritable(const std::string& option, const std::filesystem::path& path);

}  // namespace gancheck
