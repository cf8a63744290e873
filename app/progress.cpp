#include "app/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

namespace gancheck {

Progress::Progress(bool wanted) : shown_(wanted && ::isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
  if (shown_) std::cerr << "\r\033[K" << std::flush;
}

void Progress::say(const std::string& what) {
  if (!shown_) return;
  const std::lock_guard lock(mutex_);
  std::cerr << "\r\033[K" << what << std::flush;
}

void Progress::show(std::size_t done, std::size_t of, const char* what) {
  if (!shown_) return;
  const std::lock_guard lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + std::chrono::milliseconds(100);
  std::cerr << fmt::format("\r\033[K{} of {} {}", done, of, what) << std::flush;
}

}  // namespace gancheck
