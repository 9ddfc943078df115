// Reading any bytes as a .zip neither crashes nor gives more than the limits allow.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "linter/inputs/archive.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  constexpr std::size_t kMost = 1'000'000;
  const auto files = connlint::read_archive(bytes, {.files = 100, .bytes = kMost});
  if (!files.ok()) return 0;
  std::size_t unpacked = 0;
  for (const connlint::ArchivedFile& file : files.value()) unpacked += file.bytes.size();
  if (files.value().size() > 100 || unpacked > kMost) std::abort();
  return 0;
}
