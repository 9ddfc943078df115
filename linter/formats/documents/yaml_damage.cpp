#include "linter/formats/documents/yaml_damage.h"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>

#include "linter/support/characters.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

struct Explanation {
  std::string_view reason;
  std::string_view message;
};

/// Damage in the middle of the file.
const std::array kExplanations = {
    Explanation{YAML::ErrorMsg::TAB_IN_INDENTATION,
                "a tab stands in the indentation; YAML indents with blanks only, replace it"},
    Explanation{
        YAML::ErrorMsg::UNKNOWN_ANCHOR,
        "an alias that no anchor before it defines; a text that begins with '*' needs quotes"},
    Explanation{
        YAML::ErrorMsg::ALIAS_NOT_FOUND,
        "expected the name of an anchor behind '*'; a text that begins with '*' needs quotes"},
    Explanation{YAML::ErrorMsg::ANCHOR_NOT_FOUND,
                "expected a name behind '&'; a text that begins with '&' needs quotes"},
    Explanation{YAML::ErrorMsg::CHAR_IN_ALIAS,
                "a sign that no alias can hold; a text that begins with '*' needs quotes"},
    Explanation{YAML::ErrorMsg::CHAR_IN_ANCHOR,
                "a sign that no anchor can hold; a text that begins with '&' needs quotes"},
    Explanation{
        YAML::ErrorMsg::MAP_VALUE,
        "a ':' with a blank behind it where no key can stand; put the text that holds it in "
        "quotes"},
    Explanation{YAML::ErrorMsg::MAP_KEY, "a key where none can stand; check the indentation"},
    Explanation{YAML::ErrorMsg::BLOCK_ENTRY,
                "a '- ' where no item can stand; check the indentation, or put the text in quotes"},
    Explanation{YAML::ErrorMsg::FLOW_END,
                "a closing bracket without an opening one; remove it, or put the text in quotes"},
    Explanation{YAML::ErrorMsg::END_OF_SEQ,
                "expected the next '- ' in the column of the list's other items, or a key of an "
                "enclosing mapping in its column; check the indentation"},
    Explanation{YAML::ErrorMsg::END_OF_MAP,
                "expected the next 'key: value' in the column of the mapping's other keys; check "
                "the indentation, and that a blank stands behind each ':'"},
    Explanation{YAML::ErrorMsg::END_OF_SEQ_FLOW,
                "expected ',' or ']' in the list that began with '['"},
    Explanation{YAML::ErrorMsg::END_OF_MAP_FLOW,
                "expected ',' or '}' in the mapping that began with '{'"},
    Explanation{YAML::ErrorMsg::DOC_IN_SCALAR,
                "a new document begins inside a text in quotes; the closing quote is missing"},
    Explanation{
        YAML::ErrorMsg::INVALID_ESCAPE,
        "an escape that YAML does not know; write '\\\\' for a backslash, or use single quotes"},
    Explanation{YAML::ErrorMsg::INVALID_HEX, "expected hexadecimal digits in the escape"},
    Explanation{YAML::ErrorMsg::UNKNOWN_TOKEN,
                "a sign that no value can begin with; put the text in quotes"},
};

/// Whether blanks with a tab among them stand directly before `at` in its line.
bool tab_before(std::string_view text, std::size_t at) {
  bool tab = false;
  for (std::size_t i = at; i > 0; --i) {
    const char c = text[i - 1];
    if (c == '\n' || c == '\r') return tab;
    if (c != ' ' && c != '\t') return false;
    tab = tab || c == '\t';
  }
  return tab;
}

std::string message_at_end(std::string_view reason) {
  if (reason == YAML::ErrorMsg::EOF_IN_SCALAR) {
    return "the file ends inside a text in quotes; the closing quote is missing, or the file was "
           "cut "
           "off";
  }
  if (reason == YAML::ErrorMsg::END_OF_SEQ_FLOW) {
    return "the file ends inside a list; expected ']', or the file was cut off";
  }
  if (reason == YAML::ErrorMsg::END_OF_MAP_FLOW) {
    return "the file ends inside a mapping; expected '}', or the file was cut off";
  }
  return "the file ends where a value was expected; it may have been cut off";
}

std::string message_inside(std::string_view reason) {
  for (const Explanation& row : kExplanations) {
    // Some messages end with the sign that they are about.
    if (reason.starts_with(row.reason)) return std::string(row.message);
  }
  return fmt::format(
      "no YAML ({}); expected 'key: value' or '- item', and quotes around texts with special signs",
      cut(reason, 100));
}

}  // namespace

Note yaml_damage(const SourceFile& file, std::size_t at, std::string_view reason) {
  const std::string_view text = file.text;
  std::size_t place = std::min(at, text.size());
  const bool at_end = trim(text.substr(place)).empty() || reason == YAML::ErrorMsg::EOF_IN_SCALAR;
  Note note{.kind = NoteKind::unreadable, .message = {}, .where = {}};
  if (at_end) {
    note.message = message_at_end(reason);
    // The last line that holds something, not an empty one behind it.
    while (place > 0 && (place == text.size() || is_space(text[place]))) --place;
  } else if (tab_before(text, place)) {
    note.message = message_inside(YAML::ErrorMsg::TAB_IN_INDENTATION);
  } else {
    note.message = message_inside(reason);
  }
  note.where = file.span(place, next_character(text, place + 1) - place);
  return note;
}

}  // namespace connlint
