// The bytes of files and streams.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

#include "linter/support/result.h"

namespace connlint {

/// The most that is read of one input: 1 GiB. Larger files are refused.
inline constexpr std::size_t kLargestInput = std::size_t{1} << 30U;

/// All bytes of a file, or why they cannot be had.
Result<std::string> read_bytes(const std::string& path);
/// All bytes of a stream, or why they cannot be had.
Result<std::string> read_bytes(std::istream& in);
/// At most `count` bytes from the beginning of a file.
Result<std::string> read_head(const std::string& path, std::size_t count);

}  // namespace connlint
