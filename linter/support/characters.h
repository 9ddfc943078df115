// The characters of UTF-8 text: where they begin and end, and cutting a text so that none is
// halved. Positions and limits count bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace connlint {

/// What stands for bytes that mean nothing: the replacement character.
inline constexpr char32_t kReplacement = 0xFFFD;

/// A code point and how many bytes it takes; a stray byte is U+FFFD of one byte.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 1;
};
/// The code point that begins at `at`, which must be inside of `text`.
CodePoint code_point_at(std::string_view text, std::size_t at);

/// How many code points the valid UTF-8 in `text` holds; stray bytes count as one each.
std::size_t count_code_points(std::string_view text);

/// Whether `byte` is a further byte of a character, not its first one.
constexpr bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}
/// Where the character begins that the byte at `at` belongs to; `at` itself at the end of `text`.
std::size_t character_begin(std::string_view text, std::size_t at);
/// Where the next character begins, from `at` on; the size of `text` where none does.
std::size_t next_character(std::string_view text, std::size_t at);

/// The beginning of `text` in at most `limit` bytes. A view into `text`.
std::string_view cut(std::string_view text, std::size_t limit);
/// `text` for a message: at most `limit` bytes of it, with `...` where more follows.
std::string shortened(std::string_view text, std::size_t limit = 60);

}  // namespace connlint
