// Base64 (RFC 4648, section 4), strictly: as LDIF asks.
#pragma once

#include <string>
#include <string_view>

namespace connlint {

/// Appends the bytes that `text` encodes to `out`. False, with `out` as it was, where `text` is no
/// base64: another character, a length that is no multiple of four, padding in the middle.
bool decode_base64(std::string_view text, std::string& out);

}  // namespace connlint
