#include "linter/formats/xml/clixml_text.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "linter/support/utf.h"

namespace connlint {
namespace {

constexpr std::size_t kEscapeLength = std::string_view("_xHHHH_").size();

/// The code unit that an escape at `at` states.
std::optional<std::uint32_t> code_unit_at(std::string_view text, std::size_t at) {
  if (text.size() - at < kEscapeLength || text[at] != '_' || text[at + 6] != '_') return {};
  if (text[at + 1] != 'x' && text[at + 1] != 'X') return {};
  const char* digits = text.data() + at + 2;
  std::uint32_t unit = 0;
  const auto [end, error] = std::from_chars(digits, digits + 4, unit, 16);
  if (error != std::errc() || end != digits + 4) return {};
  return unit;
}

bool is_high_surrogate(std::uint32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low_surrogate(std::uint32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

std::string unescape(std::string_view text, std::size_t first) {
  std::string out(text.substr(0, first));
  std::size_t at = first;
  while (at < text.size()) {
    const std::optional<std::uint32_t> unit = code_unit_at(text, at);
    if (!unit) {
      out += text[at++];
      continue;
    }
    at += kEscapeLength;
    char32_t code_point = *unit;
    if (is_high_surrogate(*unit) && at < text.size()) {
      const std::optional<std::uint32_t> low = code_unit_at(text, at);
      if (low && is_low_surrogate(*low)) {
        code_point = 0x10000 + ((*unit - 0xD800) << 10U) + (*low - 0xDC00);
        at += kEscapeLength;
      }
    }
    append_utf8(out, code_point);
  }
  return out;
}

}  // namespace

Text unescape_clixml(const Text& text, Arena& arena) {
  for (std::size_t at = text.value.find('_'); at != std::string_view::npos;
       at = text.value.find('_', at + 1)) {
    if (code_unit_at(text.value, at)) {
      return {arena.keep(unescape(text.value, at)), text.where, false};
    }
  }
  return text;
}

Text character_of_clixml(const Text& number, Arena& arena) {
  std::uint32_t unit = 0;
  const char* end = number.value.data() + number.value.size();
  const auto [stop, error] = std::from_chars(number.value.data(), end, unit);
  if (error != std::errc() || stop != end || unit > 0xFFFF) return number;
  std::string out;
  append_utf8(out, unit);
  return {arena.keep(out), number.where, false};
}

}  // namespace connlint
