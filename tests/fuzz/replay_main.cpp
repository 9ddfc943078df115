// Runs a fuzz target over files and folders, with any compiler: `fuzz_replay csv PATH...`. Ends
// with an error where nothing was found to run it over.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "tests/fuzz/replay.h"

namespace {

using connlint::fuzz::Target;

// Longer files are for the tests; a fuzzer would not keep them either.
constexpr std::uintmax_t kMaxSize = std::uintmax_t{1} << 20U;

void add_files(const std::filesystem::path& path, std::vector<std::filesystem::path>& files) {
  if (!std::filesystem::is_directory(path)) {
    files.push_back(path);
    return;
  }
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
    if (entry.is_regular_file() && entry.file_size() <= kMaxSize) files.push_back(entry.path());
  }
}

const Target* target_called(std::string_view name) {
  for (const Target& target : connlint::fuzz::targets()) {
    if (target.name == name) return &target;
  }
  return nullptr;
}

void replay(const Target& target, const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  std::fprintf(stderr, "%s\n", path.c_str());
  target.run(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Target* target = argc > 1 ? target_called(argv[1]) : nullptr;
    if (target == nullptr) {
      std::fprintf(stderr, "the first argument is to name a fuzz target, for example csv\n");
      return 1;
    }
    std::vector<std::filesystem::path> files;
    for (int i = 2; i < argc; ++i) add_files(argv[i], files);
    std::sort(files.begin(), files.end());
    for (const std::filesystem::path& file : files) replay(*target, file);
    std::printf("%zu inputs\n", files.size());
    return files.empty() ? 1 : 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
