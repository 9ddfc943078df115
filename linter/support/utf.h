// Text encodings: recognising them and turning them into UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace connlint {

/// The encodings that exports of Windows tools come in.
enum class Encoding { utf8, utf16le, utf16be, windows1252 };

/// The name users write for `--encoding`: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`.
std::string_view name_of(Encoding encoding);
/// The encoding that `name` means, without regard to case, or nothing.
std::optional<Encoding> encoding_named(std::string_view name);

/// What `bytes` are encoded in: by byte order mark; without one UTF-16 where every second byte of
/// the beginning is zero; UTF-8 where the bytes are valid; else Windows-1252, as `ldifde` writes.
Encoding recognize_encoding(std::string_view bytes);

/// Text as UTF-8 without byte order mark.
struct Decoded {
  std::string text;
  Encoding encoding = Encoding::utf8;
  /// Whether bytes that mean nothing in that encoding were replaced by U+FFFD.
  bool replaced = false;
};

/// `bytes` as UTF-8, read as `encoding` (recognised where it is nothing). Moves where no work is
/// needed. Never fails: what means nothing becomes U+FFFD.
Decoded decode(std::string bytes, std::optional<Encoding> encoding = std::nullopt);

/// The byte at which `text` stops being valid UTF-8, or npos.
std::size_t first_invalid_utf8(std::string_view text);

/// Appends `code_point` (at most U+10FFFF, no surrogate; others become U+FFFD) to `out` as UTF-8.
void append_utf8(std::string& out, char32_t code_point);

}  // namespace connlint
