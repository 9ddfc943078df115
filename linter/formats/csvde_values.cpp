#include "linter/formats/csvde_values.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/formats/hexadecimal.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// The bytes of hexadecimal digits; nothing where they are something else.
std::optional<std::string> bytes_of_digits(std::string_view digits) {
  if (digits.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  bytes.reserve(digits.size() / 2);
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    const std::optional<unsigned> high = hex_digit(digits[i]);
    const std::optional<unsigned> low = hex_digit(digits[i + 1]);
    if (!high || !low) return std::nullopt;
    bytes += static_cast<char>(*high * 16 + *low);
  }
  return bytes;
}

}  // namespace

void decode_hexadecimal(Value& value, Arena& arena) {
  const Text& text = value.text;
  std::vector<Value> items;
  for (std::string_view piece : split(text.value, ';')) {
    if (!piece.starts_with("X'") || !piece.ends_with('\'') || piece.size() < 3) return;
    const auto bytes = bytes_of_digits(piece.substr(2, piece.size() - 3));
    if (!bytes) return;
    Value item;
    item.kind = ValueKind::text;
    item.text = text.part(static_cast<std::size_t>(piece.data() - text.value.data()), piece.size());
    item.text.value = arena.keep(*bytes);
    item.text.verbatim = false;
    items.push_back(item);
  }
  if (items.size() == 1) {
    value = items.front();
    return;
  }
  value.kind = ValueKind::list;
  value.items = arena.keep(items);
}

}  // namespace connlint
