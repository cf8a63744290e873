#include "app/output_file.hpp"

#include <fmt/format.h>

#include "app/exit_codes.hpp"
#include "report/write.hpp"

namespace gancheck {

void refuse_unwritable(const std::string& option, const std::filesystem::path& path) {
  if (path.empty()) return;
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    throw BadUsage(fmt::format("{}: {} is a directory; name a file", option, path.string()));
  const std::filesystem::path directory = path.has_parent_path() ? path.parent_path() : ".";
  if (!std::filesystem::exists(path, ignored) || std::filesystem::is_regular_file(path, ignored))
    prepare_directory(directory);
}

}  // namespace gancheck
