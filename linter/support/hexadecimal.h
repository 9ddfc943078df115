// Hexadecimal digits, as registry files, directory names and encapsulated addresses write bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "linter/support/text.h"

namespace connlint {

/// The value of a hexadecimal digit of either case, or nothing.
constexpr std::optional<unsigned> hex_digit(char c) {
  if (is_digit(c)) return static_cast<unsigned>(c - '0');
  const char letter = to_lower(c);
  if (letter >= 'a' && letter <= 'f') return static_cast<unsigned>(letter - 'a') + 10U;
  return std::nullopt;
}

/// The byte that the two hexadecimal digits at `at` write; nothing where two do not stand there.
constexpr std::optional<char> hex_byte(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return std::nullopt;
  const std::optional<unsigned> high = hex_digit(text[at]);
  const std::optional<unsigned> low = hex_digit(text[at + 1]);
  if (!high || !low) return std::nullopt;
  return static_cast<char>(*high * 16U + *low);
}

}  // namespace connlint
