#include "linter/formats/joined_list.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "linter/formats/joined_spaces.h"
#include "linter/formats/lost_text.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// Cuts at every one of `separators` that has no backslash before it.
std::vector<Piece> cut_at(std::string_view text, std::string_view separators) {
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool ends = i == text.size() || separators.find(text[i]) != std::string_view::npos;
    if (!ends || (i < text.size() && i > 0 && text[i - 1] == '\\')) continue;
    pieces.push_back({begin, i});
    begin = i + 1;
  }
  return pieces;
}

/// The separator that surely is one, the more telling ones first: line breaks and bars stand within
/// no item. NUL where there is none.
char plain_separator(std::string_view text, std::string_view candidates) {
  for (char candidate : candidates) {
    for (std::size_t at = text.find(candidate); at != std::string_view::npos;
         at = text.find(candidate, at + 1)) {
      if (at == 0 || text[at - 1] != '\\') return candidate;
    }
  }
  return '\0';
}

constexpr std::array<std::string_view, 3> kNameTypes = {"CN=", "OU=", "DC="};

bool is_distinguished_name(std::string_view text) {
  return std::ranges::any_of(kNameTypes,
                             [text](auto type) { return starts_with_ignoring_case(text, type); });
}

/// Distinguished names with nothing but commas or blanks between them: the next one begins at the
/// `CN=` or `OU=` that follows a `DC=`.
std::vector<Piece> cut_distinguished_names(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  bool in_domain = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts =
        i == 0 || ((text[i - 1] == ',' || text[i - 1] == ' ') && (i < 2 || text[i - 2] != '\\'));
    if (!starts || !is_distinguished_name(text.substr(i))) continue;
    const bool domain = starts_with_ignoring_case(text.substr(i), "DC=");
    if (in_domain && !domain) {
      pieces.push_back({begin, i - 1});
      begin = i;
    }
    in_domain = domain;
  }
  pieces.push_back({begin, text.size()});
  return pieces;
}

/// What is cut, without blanks, braces and dots around it.
struct Inner {
  std::string_view text;
  bool braces = false;
  bool truncated = false;
};

Inner inner_of(std::string_view text) {
  Inner inner{trim(text)};
  if (inner.text.size() > 1 && inner.text.front() == '{' && inner.text.back() == '}') {
    inner.braces = true;
    inner.text = trim(inner.text.substr(1, inner.text.size() - 2));
  }
  const std::string_view rest = without_dots(inner.text);
  inner.truncated = rest.size() < inner.text.size();
  inner.text = rest;
  return inner;
}

struct Cut {
  std::vector<Piece> pieces;
  char separator = '\0';
  bool ambiguous = false;
};

Cut cut_words(std::string_view text) {
  // A mix of separators is none that stands within a word.
  constexpr std::string_view kAll = "\n\r|;, ";
  if (is_distinguished_name(text)) {
    const char sure = plain_separator(text, "\n\r|;");
    if (sure != '\0') return {cut_at(text, "\n\r|;"), sure, false};
    std::vector<Piece> pieces = cut_distinguished_names(text);
    const char between = pieces.size() > 1 ? text[pieces[0].end] : '\0';
    return {std::move(pieces), between, false};
  }
  // Canonical names (`contoso.com/Configuration/Sites/Seattle`) hold blanks.
  const bool canonical = text.find('/') != std::string_view::npos;
  const std::string_view separators = canonical ? kAll.substr(0, kAll.size() - 1) : kAll;
  return {cut_at(text, separators), plain_separator(text, separators), false};
}

Cut cut_names(std::string_view text, bool braces) {
  const char sure = plain_separator(text, "\n\r|;");
  if (sure != '\0') return {cut_at(text, "\n\r|;"), sure, false};
  const char comma = plain_separator(text, ",");
  // Format-List puts commas between the items within braces; elsewhere a name may have its own.
  if (comma != '\0') return {cut_at(text, ","), comma, !braces};
  return {{{0, text.size()}}, '\0', false};
}

Cut cut_spaces(std::string_view text, ListJoiner joiner) {
  const char sure = plain_separator(text, "\n\r|");
  if (sure != '\0') return {cut_at(text, "\n\r|"), sure, false};
  const SpaceCut cut = cut_joined_spaces(text);
  // csvde joins with `;` and no primary source tells how it writes one within a value.
  const bool unsure = joiner == ListJoiner::csvde && cut.has_inner_semicolon;
  return {cut.pieces, cut.separator, cut.ambiguous || unsure};
}

Cut cut(const Inner& inner, ListItems items, ListJoiner joiner) {
  switch (items) {
    case ListItems::words:
      if (joiner == ListJoiner::people) return cut_words(inner.text);
      break;
    case ListItems::names:
      if (joiner == ListJoiner::people) return cut_names(inner.text, inner.braces);
      break;
    case ListItems::address_spaces: return cut_spaces(inner.text, joiner);
  }
  return {cut_at(inner.text, ";"), plain_separator(inner.text, ";"), false};
}

/// `text` with `\;` undone.
std::string unescaped(std::string_view text) {
  std::string made;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == ';') ++i;
    made += text[i];
  }
  return made;
}

}  // namespace

std::vector<Value> JoinedList::values() const {
  std::vector<Value> values;
  values.reserve(items.size());
  for (const Text& text : items) {
    Value value;
    value.kind = ValueKind::text;
    value.text = text;
    values.push_back(value);
  }
  return values;
}

JoinedList cut_joined_list(const Text& text, ListItems items, ListJoiner joiner, Arena& arena) {
  const Inner inner = inner_of(text.value);
  const Cut made = cut(inner, items, joiner);
  JoinedList list;
  list.ambiguous = made.ambiguous;
  list.truncated = inner.truncated;
  for (const Piece& piece : made.pieces) {
    const std::string_view item = trim(inner.text.substr(piece.begin, piece.end - piece.begin));
    if (item.empty()) continue;
    Text part = text.part(static_cast<std::size_t>(item.data() - text.value.data()), item.size());
    // In a distinguished name the backslash is the name's own (RFC 4514).
    if (joiner == ListJoiner::csvde && item.find("\\;") != std::string_view::npos &&
        !is_distinguished_name(item)) {
      part.value = arena.keep(unescaped(item));
      part.verbatim = false;
    }
    list.items.push_back(part);
  }
  if (list.items.size() > 1) list.separator = made.separator == '\r' ? '\n' : made.separator;
  return list;
}

}  // namespace connlint
