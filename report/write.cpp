#include "report/write.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <system_error>

namespace gancheck {
namespace {

namespace fs = std::filesystem;

std::string reason(int error) {
  return std::generic_category().message(error);
}

/// A name that no other process uses at the same time.
fs::path temporary_beside(const fs::path& path) {
  return path.parent_path() / fmt::format(".{}.{}.tmp", path.filename().string(), ::getpid());
}

/// All of `content` to the file, down to the disk. 0 or the error number.
int fill(int file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(file, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  // A file system without fsync (EINVAL) has nothing to flush.
  return ::fsync(file) != 0 && errno != EINVAL ? errno : 0;
}

/// Opens `path` and writes this content. 0 or the error number.
int write_into(const fs::path& path, int flags, std::string_view content) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | flags, 0666);
  if (file < 0) return errno;
  const int error = fill(file, content);
  return ::close(file) != 0 && error == 0 ? errno : error;
}

/// Makes `path` anew with this content; after an error there is no such file.
int make_file(const fs::path& path, std::string_view content) {
  const int error = write_into(path, O_CREAT | O_TRUNC, content);
  if (error != 0) ::unlink(path.c_str());
  return error;
}

int move_to(const fs::path& path, const fs::path& temporary) {
  if (::rename(temporary.c_str(), path.c_str()) == 0) return 0;
  const int error = errno;
  ::unlink(temporary.c_str());
  return error;
}

int replace(const fs::path& path, std::string_view content) {
  const fs::path temporary = temporary_beside(path);
  const int error = make_file(temporary, content);
  return error != 0 ? error : move_to(path, temporary);
}

bool is_device_or_pipe(const fs::path& path) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

[[noreturn]] void fail(const fs::path& path, int error) {
  throw WriteFailure(fmt::format("cannot write '{}': {}; make room or name another place",
                                 path.string(), reason(error)));
}

/// Where the content goes in the end: a link is followed.
fs::path behind_links(const fs::path& path) {
  std::error_code ignored;
  return fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored) : path;
}

/// Temporaries that are gone unless they have been renamed.
class Temporaries {
 public:
  Temporaries() = default;
  Temporaries(const Temporaries&) = delete;
  Temporaries& operator=(const Temporaries&) = delete;
  ~Temporaries() {
    for (const auto& [temporary, path] : all_) ::unlink(temporary.c_str());
  }

  void add(const fs::path& path, std::string_view content) {
    const fs::path target = behind_links(path), temporary = temporary_beside(target);
    if (const int error = make_file(temporary, content)) fail(path, error);
    all_.emplace_back(temporary, target);
  }
  void rename_all() {
    for (const auto& [temporary, path] : all_)
      if (const int error = move_to(path, temporary)) fail(path, error);
    all_.clear();
  }

 private:
  std::vector<std::pair<fs::path, fs::path>> all_;
};

}  // namespace

void prepare_directory(const fs::path& directory) {
  std::error_code error;
  fs::create_directories(directory, error);
  std::error_code ignored;
  int trouble = fs::is_directory(directory, ignored) ? 0 : error ? error.value() : ENOTDIR;
  if (trouble == 0) {
    const fs::path probe = temporary_beside(directory / "probe");
    trouble = make_file(probe, "");
    if (trouble == 0) ::unlink(probe.c_str());
  }
  if (trouble != 0)
    throw UnwritableDirectory(
        fmt::format("cannot write to the directory '{}': {}; name another one with --out",
                    directory.string(), reason(trouble)));
}

void write_whole(const fs::path& path, std::string_view content) {
  const int error =
      is_device_or_pipe(path) ? write_into(path, 0, content) : replace(behind_links(path), content);
  if (error != 0) fail(path, error);
}

void write_all(const std::vector<WholeFile>& files) {
  Temporaries temporaries;
  for (const WholeFile& file : files)
    if (!is_device_or_pipe(file.path)) temporaries.add(file.path, file.content);
  temporaries.rename_all();
  for (const WholeFile& file : files)
    if (is_device_or_pipe(file.path)) write_whole(file.path, file.content);
}

}  // namespace gancheck
