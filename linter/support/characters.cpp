#include "linter/support/characters.h"

#include <algorithm>

namespace connlint {
namespace {

/// How many bytes follow a first byte of UTF-8, or -1 where it is none.
int following(unsigned char first) {
  if (first < 0x80) return 0;
  if (first >= 0xC2 && first < 0xE0) return 1;
  if (first >= 0xE0 && first < 0xF0) return 2;
  if (first >= 0xF0 && first < 0xF5) return 3;
  return -1;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const int more = following(first);
  if (more == 0) return {.value = first, .length = 1};
  if (more < 0 || at + static_cast<std::size_t>(more) >= text.size()) return {kReplacement, 1};
  char32_t value = first & (0x3FU >> static_cast<unsigned>(more));
  for (int i = 1; i <= more; ++i) {
    const char byte = text[at + static_cast<std::size_t>(i)];
    if (!continues_character(byte)) return {kReplacement, 1};
    value = (value << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
  }
  return {.value = value, .length = static_cast<std::size_t>(more) + 1};
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (char c : text) count += continues_character(c) ? 0 : 1;
  return count;
}

std::size_t character_begin(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && begin < text.size() && continues_character(text[begin])) --begin;
  return begin;
}

std::size_t next_character(std::string_view text, std::size_t at) {
  std::size_t next = std::min(at, text.size());
  while (next < text.size() && continues_character(text[next])) ++next;
  return next;
}

std::string_view cut(std::string_view text, std::size_t limit) {
  return limit < text.size() ? text.substr(0, character_begin(text, limit)) : text;
}

std::string shortened(std::string_view text, std::size_t limit) {
  std::string out(cut(text, limit));
  if (out.size() < text.size()) out += "...";
  return out;
}

}  // namespace connlint
