// The time that a piece of work takes, for benchmarks.
#pragma once

#include <algorithm>
#include <chrono>
#include <functional>

namespace connlint::bench {

/// The shortest of `runs` runs in seconds: other programs only ever make a run longer.
inline double best_seconds(int runs, const std::function<void()>& work) {
  double best = 1e9;
  for (int i = 0; i < runs; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    best = std::min(best, taken.count());
  }
  return best;
}

}  // namespace connlint::bench
