#include "linter/report/escape.h"

#include <cstdint>

#include <fmt/format.h>

#include "linter/support/characters.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

bool is_bidi_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

bool is_control(char32_t code_point) {
  return code_point < 0x20 || (code_point >= 0x7F && code_point <= 0x9F) ||
         is_bidi_control(code_point) || code_point == 0x2028 || code_point == 0x2029;
}

std::string visible(char32_t code_point) {
  switch (code_point) {
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: break;
  }
  const auto number = static_cast<std::uint32_t>(code_point);
  return code_point < 0x80 ? fmt::format("\\x{:02x}", number) : fmt::format("\\u{:04x}", number);
}

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_control(point.value)) {
      out += visible(point.value);
    } else {
      out += text.substr(at, point.length);
    }
    at += point.length;
  }
  return out;
}

std::string guarded(std::string_view line) {
  std::string out(line);
  const std::size_t begin = out.find_first_not_of(" \t");
  if (begin != std::string::npos && std::string_view(out).substr(begin).starts_with("::")) {
    out.insert(begin, 1, '\\');
  }
  for (std::size_t at = out.find("##"); at != std::string::npos; at = out.find("##", at + 1)) {
    const std::string_view rest = std::string_view(out).substr(at + 2);
    if (rest.starts_with('[') || starts_with_ignoring_case(rest, "vso[")) {
      out.insert(at + 2, 1, '\\');
    }
  }
  return out;
}

std::string message_line(std::string_view text) { return guarded(escaped(text)) + "\n"; }

}  // namespace connlint
