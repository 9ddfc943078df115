// Reading any bytes as ConvertTo-Xml neither crashes nor hands over places that are not in the
// file.
#include <cstddef>
#include <cstdint>

#include "linter/formats/format.h"
#include "tests/fuzz/checked_read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  connlint::checked_read(connlint::claims_convertto_xml, connlint::read_convertto_xml, data, size);
  return 0;
}
