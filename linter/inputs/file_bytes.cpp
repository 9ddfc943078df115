#include "linter/inputs/file_bytes.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <istream>
#include <system_error>

#include <fmt/format.h>

namespace connlint {
namespace {

Error last_error() {
  const int code = errno;
  return {fmt::format("cannot be read: {}",
                      code == 0 ? "unknown reason" : std::generic_category().message(code))};
}

Error too_large() { return {"is larger than 1 GiB: export fewer objects into one file"}; }

/// Reads until the end or until there are `count` bytes.
Result<std::string> read_some(std::istream& in, std::size_t expected, std::size_t count) {
  constexpr std::size_t kStep = std::size_t{1} << 20U;
  std::string bytes;
  bytes.reserve(std::min(expected, count));
  while (in && bytes.size() < count) {
    const std::size_t begin = bytes.size();
    const std::size_t step =
        std::min(count - begin, std::max(kStep, bytes.capacity() - bytes.size()));
    bytes.resize(begin + step);
    in.read(bytes.data() + begin, static_cast<std::streamsize>(step));
    bytes.resize(begin + static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) return last_error();
  return bytes;
}

Result<std::string> read_file(const std::string& path, std::size_t count) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return Error{"is a folder: expected a file"};
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) return last_error();
  return read_some(in, error ? 0 : static_cast<std::size_t>(size) + 1, count);
}

}  // namespace

Result<std::string> read_bytes(const std::string& path) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (!error && size > kLargestInput) return too_large();
  Result<std::string> bytes = read_file(path, kLargestInput + 1);
  if (bytes.ok() && bytes.value().size() > kLargestInput) return too_large();
  return bytes;
}

Result<std::string> read_bytes(std::istream& in) {
  errno = 0;
  Result<std::string> bytes = read_some(in, 0, kLargestInput + 1);
  if (bytes.ok() && bytes.value().size() > kLargestInput) return too_large();
  return bytes;
}

Result<std::string> read_head(const std::string& path, std::size_t count) {
  return read_file(path, count);
}

}  // namespace connlint
