#include "report/write.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iterator>

using namespace gancheck;
namespace fs = std::filesystem;

namespace {

/// A directory of this test's own, gone at its end.
struct Directory {
  fs::path path = fs::temp_directory_path() / ("gancheck-write-" + std::to_string(::getpid()));
  Directory() { fs::create_directories(path); }
  ~Directory() { fs::remove_all(path); }
};

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::size_t files_in(const fs::path& path) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(path), fs::directory_iterator{}));
}

/// No file may grow beyond `bytes`: what a full disk looks like to a program.
struct FullDisk {
  rlimit before{};
  void (*handler)(int);
  explicit FullDisk(rlim_t bytes) : handler(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{bytes, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  ~FullDisk() {
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
  }
};

}  // namespace

TEST_CASE("a written file holds all of its content and nothing lies beside it") {
  const Directory directory;
  write_whole(directory.path / "a.txt", "first");
  write_whole(directory.path / "a.txt", "second");
  CHECK(content(directory.path / "a.txt") == "second");
  CHECK(files_in(directory.path) == 1);
}

TEST_CASE("on a full disk the file keeps what it held and no temporary is left") {
  const Directory directory;
  write_whole(directory.path / "a.txt", "whole");
  {
    const FullDisk full(4096);
    CHECK_THROWS_AS(write_whole(directory.path / "a.txt", std::string(100000, 'x')), WriteFailure);
    CHECK_THROWS_AS(write_whole(directory.path / "b.txt", std::string(100000, 'x')), WriteFailure);
  }
  CHECK(content(directory.path / "a.txt") == "whole");
  CHECK(files_in(directory.path) == 1);
}

TEST_CASE("of several files all are new, or on a full disk all are old") {
  const Directory directory;
  const fs::path small = directory.path / "small.txt", large = directory.path / "large.txt";
  const auto both = [&](const std::string& short_one, const std::string& long_one) {
    return std::vector<WholeFile>{{small, short_one}, {large, long_one}};
  };
  write_all(both("old", "old"));
  {
    const FullDisk full(4096);
    CHECK_THROWS_AS(write_all(both("new", std::string(100000, 'x'))), WriteFailure);
  }
  CHECK(content(small) == "old");
  CHECK(content(large) == "old");
  CHECK(files_in(directory.path) == 2);
  write_all(both("new", "newer"));
  CHECK(content(small) == "new");
  CHECK(content(large) == "newer");
  CHECK(files_in(directory.path) == 2);
}

TEST_CASE("a directory is made with those above it, and tried without leaving a trace") {
  const Directory directory;
  prepare_directory(directory.path / "a" / "b");
  CHECK(fs::is_directory(directory.path / "a" / "b"));
  CHECK(files_in(directory.path / "a" / "b") == 0);
  prepare_directory(directory.path / "a" / "b");  // again: it is there already
}

TEST_CASE("a file where the directory should be, or no leave to write, is told in one line") {
  const Directory directory;
  write_whole(directory.path / "file", "");
  CHECK_THROWS_WITH_AS(prepare_directory(directory.path / "file"),
                       ("cannot write to the directory '" + (directory.path / "file").string() +
                        "': Not a directory; name another one with --out")
                           .c_str(),
                       UnwritableDirectory);
  CHECK_THROWS_AS(prepare_directory(directory.path / "file" / "below"), UnwritableDirectory);
  CHECK_THROWS_AS(prepare_directory("/proc/gancheck"), UnwritableDirectory);
}

TEST_CASE("a device is written into, and a link followed") {
  write_whole("/dev/null", "text");
  CHECK(fs::is_character_file("/dev/null"));
  CHECK_THROWS_AS(write_whole("/dev/full", "text"), WriteFailure);
  CHECK(fs::is_character_file("/dev/full"));
  const Directory directory;
  write_whole(directory.path / "file", "old");
  fs::create_symlink("file", directory.path / "link");
  write_whole(directory.path / "link", "new");
  CHECK(fs::is_symlink(directory.path / "link"));
  CHECK(content(directory.path / "file") == "new");
}
