// Ctrl-C asks a long command to stop where it can write down what it has.
#pragma once

#include <atomic>

namespace gancheck {

/// The first Ctrl-C sets what this returns; a second one ends the program.
const std::atomic<bool>& listen_for_interruption();

}  // namespace gancheck
