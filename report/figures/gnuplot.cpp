#include "report/figures/gnuplot.hpp"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

#include "numerics/phrase.hpp"

namespace gancheck {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using TemporaryFile = std::unique_ptr<std::FILE, CloseFile>;

/// Files instead of pipes: neither side waits for the other.
TemporaryFile temporary_file() {
  return TemporaryFile(std::tmpfile());
}

bool fill_from_start(std::FILE* file, std::string_view content) {
  const bool is_written = std::fwrite(content.data(), 1, content.size(), file) == content.size();
  return is_written && std::fflush(file) == 0 && ::lseek(::fileno(file), 0, SEEK_SET) == 0;
}

std::string content_from_start(std::FILE* file) {
  std::string content;
  std::array<char, 1 << 14> block{};
  std::rewind(file);
  while (const std::size_t read = std::fread(block.data(), 1, block.size(), file))
    content.append(block.data(), read);
  return content;
}

/// What gnuplot gets of the environment: no settings of its own, and no time of day in a PDF.
std::vector<std::string> bare_environment() {
  std::vector<std::string> all{"LC_ALL=C.UTF-8", "SOURCE_DATE_EPOCH=0"};
  for (const char* name : {"PATH", "HOME", "TMPDIR"})
    if (const char* value = std::getenv(name)) all.push_back(fmt::format("{}={}", name, value));
  return all;
}

/// 0, or the error number of what kept it from running.
int spawn_and_wait(int input, int output, int errors, int& status) {
  std::string program = "gnuplot", defaults = "-d";
  std::array<char*, 3> words{program.data(), defaults.data(), nullptr};
  std::vector<std::string> environment = bare_environment();
  std::vector<char*> variables;
  variables.reserve(environment.size() + 1);
  for (std::string& variable : environment) variables.push_back(variable.data());
  variables.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&files, errors, STDERR_FILENO);
  pid_t process = 0;
  const int error =
      ::posix_spawnp(&process, program.c_str(), &files, nullptr, words.data(), variables.data());
  posix_spawn_file_actions_destroy(&files);
  if (error != 0) return error;
  while (::waitpid(process, &status, 0) < 0)
    if (errno != EINTR) return errno;
  return 0;
}

/// The last line that gnuplot said, which names the fault; the ones before repeat the script.
std::string last_line(std::string said) {
  while (!said.empty() && (said.back() == '\n' || said.back() == ' ')) said.pop_back();
  const std::size_t end = said.rfind('\n');
  return end == std::string::npos ? said : said.substr(end + 1);
}

Text not_installed() {
  return {"the picture needs gnuplot, which is not installed: apt-get install gnuplot-nox",
          "绘图需要 gnuplot，但尚未安装：apt-get install gnuplot-nox"};
}

}  // namespace

GnuplotOutput run_gnuplot(std::string_view script) {
  const TemporaryFile input = temporary_file(), output = temporary_file(),
                      errors = temporary_file();
  if (!input || !output || !errors || !fill_from_start(input.get(), script))
    return {"",
            {"the picture needs room for temporary files: make some in /tmp",
             "绘图需要存放临时文件的空间：请在 /tmp 腾出空间"}};
  int status = 0;
  const int error =
      spawn_and_wait(::fileno(input.get()), ::fileno(output.get()), ::fileno(errors.get()), status);
  constexpr int shell_finds_nothing = 127;  // where posix_spawn reports it as an exit code
  if (error != 0 || (WIFEXITED(status) && WEXITSTATUS(status) == shell_finds_nothing))
    return {"", not_installed()};
  std::string bytes = content_from_start(output.get());
  if (status == 0 && !bytes.empty()) return {std::move(bytes)};
  return {"", phrase("gnuplot could not draw the picture ({}): apt-get install gnuplot-nox has "
                     "one that can",
                     "gnuplot 未能绘图（{}）：apt-get install gnuplot-nox 可安装可用的版本",
                     last_line(content_from_start(errors.get())))};
}

}  // namespace gancheck
