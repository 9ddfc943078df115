#include "tests/support/text_file.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <unistd.h>

#include <fmt/format.h>

namespace connlint::test {

std::string read_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_text(const std::filesystem::path& path, const std::string& text) {
  if (std::filesystem::exists(path) && read_text(path) == text) return;
  std::filesystem::create_directories(path.parent_path());
  const std::filesystem::path part = fmt::format("{}.{}", path.string(), getpid());
  std::ofstream(part, std::ios::binary) << text;
  std::filesystem::rename(part, path);
}

bool updates_golden() {
  const char* value = std::getenv("CONNLINT_UPDATE_GOLDEN");  // NOLINT(concurrency-mt-unsafe)
  return value != nullptr && *value != '\0';
}

}  // namespace connlint::test
