// Hexadecimal digits.
#pragma once

#include <optional>

#include "linter/support/text.h"

namespace connlint {

/// The value of a hexadecimal digit of either case, or nothing.
constexpr std::optional<unsigned> hex_digit(char c) {
  if (is_digit(c)) return static_cast<unsigned>(c - '0');
  const char letter = to_lower(c);
  if (letter >= 'a' && letter <= 'f') return static_cast<unsigned>(letter - 'a') + 10U;
  return std::nullopt;
}

}  // namespace connlint
