#include "app/interruption.hpp"

#include <csignal>

namespace gancheck {
namespace {

std::atomic<bool> was_interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "set within a signal handler");

}  // namespace

const std::atomic<bool>& listen_for_interruption() {
  struct sigaction action = {};
  action.sa_handler = [](int) { was_interrupted = true; };
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
  return was_interrupted;
}

}  // namespace gancheck
