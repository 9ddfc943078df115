#include "linter/formats/csv/csvde_values.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "linter/formats/find_character.h"
#include "linter/support/hexadecimal.h"

namespace connlint {
namespace {

constexpr std::uint8_t kNoDigit = 0xFF;

constexpr std::array<std::uint8_t, 256> make_hex_digits() {
  std::array<std::uint8_t, 256> digits{};
  for (std::size_t c = 0; c < digits.size(); ++c) {
    digits[c] = static_cast<std::uint8_t>(hex_digit(static_cast<char>(c)).value_or(kNoDigit));
  }
  return digits;
}
constexpr std::array<std::uint8_t, 256> kHexDigits = make_hex_digits();

/// Writes the bytes of hexadecimal digits to `out`. False where they are something else.
bool read_digits(std::string_view digits, std::string& out) {
  if (digits.size() % 2 != 0) return false;
  out.resize(digits.size() / 2);
  unsigned seen = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const unsigned high = kHexDigits[static_cast<unsigned char>(digits[2 * i])];
    const unsigned low = kHexDigits[static_cast<unsigned char>(digits[2 * i + 1])];
    seen |= high | low;
    out[i] = static_cast<char>(high << 4U | low);
  }
  return seen < 16;
}

}  // namespace

void CsvdeBytes::decode(Value& value) {
  const Text& text = value.text;
  items_.clear();
  for (std::size_t begin = 0; begin <= text.value.size();) {
    const std::size_t end = find_character(text.value, begin, ';');
    const std::string_view piece = text.value.substr(begin, end - begin);
    if (!piece.starts_with("X'") || !piece.ends_with('\'') || piece.size() < 3) return;
    if (!read_digits(piece.substr(2, piece.size() - 3), buffer_)) return;
    Value item;
    item.kind = ValueKind::text;
    item.text = {arena_.keep(buffer_), text.span_of(begin, piece.size()), false};
    if (piece.size() == text.value.size()) {
      value = item;
      return;
    }
    items_.push_back(item);
    begin = end + 1;
  }
  value.kind = ValueKind::list;
  value.items = arena_.keep(items_);
}

}  // namespace connlint
