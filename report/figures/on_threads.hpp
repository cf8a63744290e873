// Independent pieces of work, side by side.
#pragma once

#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

#include "numerics/number/ball.hpp"

namespace gancheck {

/// work(0), ..., work(count - 1), on as many threads, this one among them. `work` throws nothing.
template <class Work>
void on_threads(int threads, std::size_t count, const Work& work) {
  std::atomic<std::size_t> next = 0;
  const auto take = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::jthread> others;
  for (int i = 1; i < threads; ++i)
    others.emplace_back([&take] {
      const BallThread balls;
      take();
    });
  take();
}

}  // namespace gancheck
