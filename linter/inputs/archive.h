// The files in a .zip archive. Nothing is ever written to disk, and archives in archives stay
// closed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/inputs/file_bytes.h"
#include "linter/support/result.h"

namespace connlint {

/// A file of an archive.
struct ArchivedFile {
  /// As the archive has it, with forward slashes.
  std::string name;
  std::string bytes;
};

/// What an archive may hold at most.
struct ArchiveLimits {
  std::uint64_t files = 10'000;
  /// Of all files together, when they are unpacked.
  std::uint64_t bytes = kLargestInput;
  /// How many times larger than the archive the files may be. Exports of many like objects shrink
  /// to a hundredth.
  std::uint64_t growth = 250;
  /// What may be unpacked of any archive, however small it is.
  std::uint64_t least = std::uint64_t{16} << 20U;
};

/// Whether the bytes begin like an archive.
bool is_archive(std::string_view bytes);

/// The files of an archive, by name. Refuses as a whole an archive that is damaged or encrypted,
/// that holds more than the limits allow, or a name that leads out of it.
Result<std::vector<ArchivedFile>> read_archive(std::string_view bytes,
                                               const ArchiveLimits& limits = {});

}  // namespace connlint
