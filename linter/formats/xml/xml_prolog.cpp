#include "linter/formats/xml/xml_prolog.h"

#include <algorithm>
#include <array>

#include "linter/support/characters.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::string_view kDoctype = "<!DOCTYPE";

constexpr auto kNameEnds = [] {
  std::array<bool, 256> table{};
  for (char c : std::string_view(" \t\n\v\f\r>/=<[\"'"))
    table[static_cast<unsigned char>(c)] = true;
  return table;
}();

/// Where a document type declaration that begins at `begin` ends: after its `>`.
std::size_t end_of_doctype(std::string_view text, std::size_t begin) {
  int brackets = 0;
  for (std::size_t at = begin; at < text.size(); ++at) {
    if (text[at] == '[') ++brackets;
    if (text[at] == ']') --brackets;
    if (text[at] == '>' && brackets <= 0) return at + 1;
  }
  return text.size();
}

}  // namespace

bool is_xml_name_begin(char c) {
  return is_letter(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view xml_name_at(std::string_view text, std::size_t begin) {
  const char* first = text.data() + std::min(begin, text.size());
  const char* last = text.data() + text.size();
  const char* end = first;
  while (end != last && !kNameEnds[static_cast<unsigned char>(*end)]) ++end;
  return {first, static_cast<std::size_t>(end - first)};
}

std::string shortened_for_message(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  return std::string(cut(text, kLongest));
}

std::string xml_found_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return "the end of the file";
  const std::size_t length = 1 + xml_name_at(text, at + 1).size();
  return "'" + shortened_for_message(text.substr(at, length)) + "'";
}

XmlProlog read_prolog(std::string_view text) {
  XmlProlog prolog;
  std::size_t at = 0;
  while (true) {
    while (at < text.size() && is_space(text[at])) ++at;
    const std::string_view rest = text.substr(at);
    std::string_view closing;
    if (rest.starts_with("<?")) {
      closing = "?>";
    } else if (rest.starts_with("<!--")) {
      closing = "-->";
    } else if (starts_with_ignoring_case(rest, kDoctype) && prolog.doctype.empty()) {
      std::size_t name = at + kDoctype.size();
      while (name < text.size() && is_space(text[name])) ++name;
      prolog.doctype_name = xml_name_at(text, name);
      prolog.doctype = text.substr(at, name + prolog.doctype_name.size() - at);
      at = end_of_doctype(text, name);
      continue;
    } else {
      if (rest.size() > 1 && rest[0] == '<' && is_xml_name_begin(rest[1])) {
        prolog.root = xml_name_at(text, at + 1);
      }
      return prolog;
    }
    const std::size_t end = text.find(closing, at);
    if (end == std::string_view::npos) return prolog;
    at = end + closing.size();
  }
}

}  // namespace connlint
