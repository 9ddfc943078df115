// How much was read.
#pragma once

#include <cstddef>

namespace connlint {

/// How many inputs were read.
struct ReadCounts {
  std::size_t files = 0;
  /// Files of a folder that no importer recognised.
  std::size_t skipped_files = 0;
  std::size_t connectors = 0;
  std::size_t servers = 0;
};

}  // namespace connlint
