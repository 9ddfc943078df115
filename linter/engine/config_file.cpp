// Where the configuration file is found; `config.cpp` reads it.
#include <system_error>

#include "linter/engine/config.h"

namespace connlint {
namespace {

namespace fs = std::filesystem;

bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error);
}

/// `../` for each of `levels`.
std::string upwards(std::size_t levels) {
  std::string path;
  for (std::size_t i = 0; i < levels; ++i) path += "../";
  return path;
}

/// How many levels above `folder` the root of its repository is, or nothing outside of one.
std::optional<std::size_t> levels_to_repository(fs::path folder) {
  for (std::size_t level = 0;; ++level) {
    if (is_there(folder / ".git")) return level;
    if (!folder.has_relative_path()) return std::nullopt;
    folder = folder.parent_path();
  }
}

}  // namespace

std::optional<std::string> find_config(const fs::path& folder) {
  std::error_code error;
  fs::path at = fs::absolute(folder, error).lexically_normal();
  if (error) return std::nullopt;
  if (!at.has_filename()) at = at.parent_path();
  const std::size_t last = levels_to_repository(at).value_or(0);
  for (std::size_t level = 0; level <= last; ++level) {
    if (is_there(at / kConfigFileName)) return upwards(level) + std::string(kConfigFileName);
    at = at.parent_path();
  }
  return std::nullopt;
}

}  // namespace connlint
