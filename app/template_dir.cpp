#include "app/template_dir.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/exit_codes.hpp"

namespace gancheck {
namespace {

namespace fs = std::filesystem;

std::string names_of_templates() {
  std::vector<std::string_view> names;
  for (const TemplateFile& file : template_files()) names.push_back(file.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

const TemplateFile& template_named(const fs::path& path) {
  for (const TemplateFile& file : template_files())
    if (file.name == path.filename().string()) return file;
  throw BadUsage(fmt::format("--template-dir: '{}' is no template; there are {}", path.string(),
                             names_of_templates()));
}

std::string content_of_template(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file || fs::is_directory(path))
    throw BadUsage(fmt::format("--template-dir: '{}' cannot be read", path.string()));
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

Templates templates_in(const std::string& directory) {
  Templates all = own_templates();
  if (directory.empty()) return all;
  std::error_code error;
  std::vector<fs::path> found;
  for (fs::directory_iterator i(directory, error), end; !error && i != end; i.increment(error))
    found.push_back(i->path());
  if (error)
    throw BadUsage(fmt::format("--template-dir: '{}' is no directory that can be read: {}",
                               directory, error.message()));
  std::sort(found.begin(), found.end());
  for (const fs::path& path : found) all.*template_named(path).text = content_of_template(path);
  try {
    filled(all.front_matter, "", "");
  } catch (const UnknownPlaceholder& unknown) {
    throw BadUsage(fmt::format("--template-dir: front-matter.md: {}", unknown.what()));
  }
  return all;
}

}  // namespace gancheck
