#include "linter/cli/parallel.h"

#include <numeric>
#include <stdexcept>

#include <gtest/gtest.h>

namespace connlint {
namespace {

TEST(ParallelTest, CallsTheFunctionOnceForEveryIndex) {
  for (std::size_t threads : {1U, 3U, 50U}) {
    std::vector<int> calls(20);

    for_each_index(calls.size(), threads, [&](std::size_t i) { ++calls[i]; });

    EXPECT_EQ(calls, std::vector<int>(20, 1)) << threads;
  }
}

TEST(ParallelTest, NothingToDoIsDoneAtOnce) {
  for_each_index(0, 4, [](std::size_t) { FAIL(); });
}

TEST(ParallelTest, AnExceptionReachesTheCallerAfterAllOthersAreDone) {
  std::vector<int> calls(8);

  EXPECT_THROW(for_each_index(calls.size(), 2,
                              [&](std::size_t i) {
                                if (i == 3) throw std::runtime_error("no memory");
                                ++calls[i];
                              }),
               std::runtime_error);

  EXPECT_EQ(std::accumulate(calls.begin(), calls.end(), 0), 7);
}

}  // namespace
}  // namespace connlint
