// Reading any bytes as a script neither crashes nor hands over places that are not in the file.
#include <cstddef>
#include <cstdint>

#include "linter/formats/format.h"
#include "tests/fuzz/checked_read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  connlint::checked_read(connlint::claims_powershell, connlint::read_powershell, data, size);
  return 0;
}
