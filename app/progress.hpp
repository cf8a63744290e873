// How far a run is, on standard error.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace gancheck {

/// Shows "n of m checks", or of another thing, in one line that it overwrites and wipes at its end;
/// nothing where standard error is no terminal. May be called from several threads.
class Progress {
 public:
  explicit Progress(bool wanted);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::size_t done, std::size_t of, const char* what = "checks");
  /// Shows what is being done, until something else is.
  void say(const std::string& what);

 private:
  bool shown_;
  std::mutex mutex_;
  std::chrono::steady_clock::time_point next_{};
};

}  // namespace gancheck
