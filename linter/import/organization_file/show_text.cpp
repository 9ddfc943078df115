#include "linter/import/organization_file/show_text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "linter/model/object.h"
#include "linter/support/characters.h"
#include "linter/support/text.h"
#include "linter/support/utf.h"

namespace connlint {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLineWidth = 100;
/// Objects with more members than this are written one member a line.
constexpr std::size_t kMembersOnALine = 5;

/// Whether a sign cannot be seen or changes how its line is seen: control characters, separators of
/// lines, marks of byte order and of writing direction.
bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

bool holds_invisible(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint code = code_point_at(text, at);
    if (is_invisible(code.value)) return true;
    at += code.length;
  }
  return false;
}

/// Whether YAML readers of any version take the word for something else than a text.
bool is_reserved(std::string_view text) {
  constexpr std::array<std::string_view, 10> kWords = {"null", "true", "false", "yes", "no",
                                                       "on",   "off",  "y",     "n",   "~"};
  return std::ranges::any_of(
      kWords, [&](std::string_view word) { return equals_ignoring_case(word, text); });
}

/// Forms that begin with a digit and are no number for any reader: sizes and times as we write
/// them.
bool is_size_or_time(std::string_view text) {
  const Size size = parse_size(text);
  if (size.bytes && is_letter(text.back()) && to_text(size) == text) return true;
  const std::optional<std::int64_t> time = parse_time(text);
  return time && time_text(*time) == text;
}

bool is_plain(std::string_view text) {
  if (text.empty() || is_reserved(text) || holds_invisible(text)) return false;
  if (is_digit(text.front())) return is_size_or_time(text);
  const auto is_wide = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  if (!is_letter(text.front()) && !is_wide(text.front())) return false;
  if (text.back() == ' ') return false;
  constexpr std::string_view kHarmless = " _-./@()+\\";
  return std::ranges::all_of(text, [&](char c) {
    return is_letter(c) || is_digit(c) || is_wide(c) || kHarmless.find(c) != std::string_view::npos;
  });
}

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint code = code_point_at(text, at);
    const std::string_view sign = text.substr(at, code.length);
    at += code.length;
    if (sign == "\"" || sign == "\\") {
      out += "\\";
      out += sign;
    } else if (sign == "\n") {
      out += "\\n";
    } else if (sign == "\t") {
      out += "\\t";
    } else if (is_invisible(code.value)) {
      const auto value = static_cast<std::uint32_t>(code.value);
      out += value < 0x100 ? fmt::format("\\x{:02X}", value) : fmt::format("\\u{:04X}", value);
    } else {
      out += sign;
    }
  }
  return out + "\"";
}

std::string scalar(const Json& value) {
  if (value.is_string()) return yaml_scalar(value.get_ref<const std::string&>());
  return value.dump();
}

std::string flow(const Json& value) {
  if (!value.is_structured()) return scalar(value);
  std::string out = value.is_array() ? "[" : "{";
  bool first = true;
  for (const auto& [key, item] : value.items()) {
    if (!std::exchange(first, false)) out += ", ";
    if (value.is_object()) out += key + ": ";
    out += flow(item);
  }
  return out + (value.is_array() ? "]" : "}");
}

bool fits(const std::string& line, std::size_t indent) {
  return count_code_points(line) + indent <= kLineWidth;
}

/// Whether all objects of a list are small enough for a line each.
bool is_small(const Json& list) {
  return std::ranges::all_of(list, [](const Json& item) {
    return item.is_object() && !item.empty() && item.size() <= kMembersOnALine &&
           fits(flow(item), 4);
  });
}

void write_members(std::string& out, const Json& object, std::size_t indent);

/// What follows a key: on its line, or below it.
void write_value(std::string& out, const Json& value, std::size_t indent) {
  const std::string margin(indent + 2, ' ');
  if (!value.is_structured() || value.empty()) {
    out += " " + flow(value) + "\n";
    return;
  }
  if (value.is_object()) {
    out += "\n" + margin;
    return write_members(out, value, indent + 2);
  }
  const bool objects = value.front().is_object();
  const std::string line = objects ? std::string() : flow(value);
  if (!objects && fits(line, indent + 24)) {
    out += " " + line + "\n";
    return;
  }
  out += "\n";
  const bool small = objects && is_small(value);
  for (const Json& item : value) {
    out += margin + "- ";
    if (item.is_object() && !item.empty() && !small) {
      write_members(out, item, indent + 4);
    } else {
      out += flow(item) + "\n";
    }
  }
}

/// Writes the members, the first one where the line stands.
void write_members(std::string& out, const Json& object, std::size_t indent) {
  bool first = true;
  for (const auto& [key, value] : object.items()) {
    if (!std::exchange(first, false)) out += std::string(indent, ' ');
    out += key + ":";
    write_value(out, value, indent);
  }
}

}  // namespace

std::string yaml_scalar(std::string_view text) {
  if (first_invalid_utf8(text) != std::string_view::npos) {
    // Bytes of an export that are no text: as JSON's writer does, so that the file stays readable.
    return yaml_scalar(decode(std::string(text), Encoding::utf8).text);
  }
  return is_plain(text) ? std::string(text) : in_quotes(text);
}

std::string to_yaml(const Json& document) {
  std::string out;
  write_members(out, document, 0);
  return out;
}

std::string to_json(const Json& document) {
  const std::string text = document.dump(2, ' ', false, Json::error_handler_t::replace);
  std::string out;
  out.reserve(text.size() + 1);
  // Line ends are the layout; all other invisible signs stand inside of texts.
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint code = code_point_at(text, at);
    if (code.value >= 0x20 && is_invisible(code.value)) {
      out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(code.value));
    } else {
      out += std::string_view(text).substr(at, code.length);
    }
    at += code.length;
  }
  return out + "\n";
}

}  // namespace connlint
