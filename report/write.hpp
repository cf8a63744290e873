// Files that are written whole or not at all.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace gancheck {

/// The directory for the report cannot be made or written to.
class UnwritableDirectory : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A file could not be completed (a full disk, say); nothing of it is left behind.
class WriteFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Makes the directory where it is missing and proves that a file can be made in it.
/// Throws UnwritableDirectory with one line that names it and the reason.
void prepare_directory(const std::filesystem::path& directory);

/// Writes a temporary file beside `path` and renames it, so that `path` holds either all of
/// `content` or what it held before. What is no regular file, a device or a pipe, is written into,
/// and a link is followed. Throws WriteFailure with one line; the temporary is removed.
void write_whole(const std::filesystem::path& path, std::string_view content);

struct WholeFile {
  std::filesystem::path path;
  std::string content;
};

/// All of these or none: every file has its temporary, down to the disk, before the first one is
/// renamed. Throws as write_whole does, and then leaves nothing behind.
void write_all(const std::vector<WholeFile>& files);

}  // namespace gancheck
