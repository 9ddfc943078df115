#include "linter/formats/list_text/list_lines.h"

#include <algorithm>

#include "linter/support/text.h"

namespace connlint {
namespace {

bool is_name_character(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '-' || c == ' ' || c == '(' ||
         c == ')' || c == '#' || c == '/' || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether `text` is the name of a cmdlet (`Get-SendConnector`), which stands before the message
/// of an error.
bool is_cmdlet(std::string_view text) {
  const std::size_t dash = text.find('-');
  return dash != std::string_view::npos && dash > 0 && dash + 1 < text.size() &&
         text.find(' ') == std::string_view::npos && text[dash + 1] >= 'A' && text[dash + 1] <= 'Z';
}

bool is_prompt(std::string_view text) {
  if (text.starts_with("[PS]") || text.starts_with(">>")) return true;
  const std::size_t end = text.find('>');
  if (end == std::string_view::npos) return false;
  std::string_view place = text.substr(0, end);
  if (place.starts_with("PS ")) return true;
  // C:\Users\admin>
  return place.size() >= 3 && is_letter(place[0]) && place[1] == ':' && place[2] == '\\';
}

bool is_message(std::string_view text) {
  return text.starts_with("WARNING:") || text.starts_with("VERBOSE:") ||
         text.starts_with("At line:") || text.starts_with("At C:\\") || text.starts_with("+ ");
}

/// Two and more groups of dashes, or the only one.
bool is_rule(std::string_view text) {
  if (!text.starts_with("--")) return false;
  return text.find_first_not_of("- \t") == std::string_view::npos;
}

}  // namespace

ListLine classify_list_line(std::string_view line) {
  ListLine found;
  found.text = line;
  found.column = line.find_first_not_of(" \t\f\v\r");
  if (found.column == std::string_view::npos) {
    found.column = line.size();
    found.kind = ListLineKind::blank;
    return found;
  }
  const std::string_view text = line.substr(found.column);
  if (is_prompt(text)) {
    found.kind = ListLineKind::prompt;
  } else if (is_rule(text)) {
    found.kind = ListLineKind::rule;
  } else if (is_message(text)) {
    found.kind = ListLineKind::message;
  }
  if (found.kind != ListLineKind::other) return found;
  std::size_t colon = 0;
  while (colon < text.size() && is_name_character(text[colon])) ++colon;
  const bool has_colon = colon > 1 && colon < text.size() && text[colon] == ':';
  // Format-List writes a blank on both sides of the colon.
  if (!has_colon || text[colon - 1] != ' ') return found;
  if (colon + 1 < text.size() && !is_space(text[colon + 1])) return found;
  const std::string_view name = trim(text.substr(0, colon));
  if (name.empty() ||
      (!is_letter(name[0]) && name[0] != '_' && static_cast<unsigned char>(name[0]) < 0x80)) {
    return found;
  }
  if (is_cmdlet(name)) {
    found.kind = ListLineKind::message;
    return found;
  }
  found.kind = ListLineKind::property;
  found.name = name;
  found.column += std::min(colon + 2, text.size());
  found.value = line.substr(found.column);
  return found;
}

}  // namespace connlint
