#include "linter/formats/documents/yaml_places.h"

#include <algorithm>
#include <array>

#include "linter/support/text.h"

namespace connlint {
namespace {

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

/// Past blanks, line ends and comments from `at` on.
std::size_t skip_blank(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (is_space(text[at])) {
      ++at;
    } else if (text[at] == '#') {
      at = std::min(text.find_first_of("\r\n", at), text.size());
    } else {
      break;
    }
  }
  return at;
}

/// Where the text in quotes that begins at `at` has its closing quote.
std::size_t closing_quote(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 >= text.size() || text[i + 1] != '\'') return i;
      ++i;
    }
  }
  return text.size();
}

ScalarPlace place_of_quoted(std::string_view text, std::size_t at, std::string_view value) {
  const char quote = text[at];
  const std::size_t begin = at + 1;
  if (value.empty()) {
    const std::size_t end = std::min(closing_quote(text, at) + 1, text.size());
    return {.begin = at, .length = end - at, .verbatim = false, .quoted = true, .end = end};
  }
  // Nearly always there are no escapes, and the closing quote stands where the value ends. A single
  // quote that another one follows is an escape.
  const std::string_view rest = text.substr(begin);
  const std::size_t size = value.size();
  const bool same = rest.starts_with(value) && size < rest.size() && rest[size] == quote &&
                    (quote == '"' || size + 1 >= rest.size() || rest[size + 1] != '\'');
  if (same) {
    return {
        .begin = begin, .length = size, .verbatim = true, .quoted = true, .end = begin + size + 1};
  }
  const std::size_t close = closing_quote(text, at);
  const std::size_t end = std::min(close + 1, text.size());
  return {.begin = begin, .length = close - begin, .verbatim = false, .quoted = true, .end = end};
}

/// Literal and folded text: the lines below the `|` or `>` that are indented more than `indent`.
ScalarPlace place_of_block(std::string_view text, std::size_t at, int indent) {
  std::size_t end = at + 1;
  std::size_t line = text.find('\n', at);
  while (line != std::string_view::npos) {
    const std::size_t begin = line + 1;
    const std::size_t content = text.find_first_not_of(' ', begin);
    if (content == std::string_view::npos) break;
    line = text.find('\n', content);
    if (is_line_end(text[content])) continue;
    if (static_cast<int>(content - begin) <= indent) break;
    end = std::min(line, text.size());
    if (text[end - 1] == '\r') --end;
  }
  return {.begin = at, .length = end - at, .verbatim = false, .quoted = true, .end = end};
}

/// A plain text over several lines: the same signs as in `value`, but for blanks.
ScalarPlace place_of_folded(std::string_view text, std::size_t at, std::string_view value) {
  std::size_t i = at;
  std::size_t end = at;
  for (char c : value) {
    if (is_space(c)) continue;
    while (i < text.size() && is_space(text[i])) ++i;
    if (i >= text.size() || text[i] != c) break;
    end = ++i;
  }
  return {.begin = at, .length = end - at, .verbatim = false, .quoted = false, .end = end};
}

}  // namespace

std::size_t end_of_word(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "!<") {
    const std::size_t close = text.find('>', at);
    if (close != std::string_view::npos) return close + 1;
  }
  return std::min(text.find_first_of(" \t\r\n,[]{}", at), text.size());
}

std::size_t after_properties(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == '&' || text[at] == '!')) {
    at = skip_blank(text, end_of_word(text, at));
  }
  return at;
}

ScalarPlace place_of_scalar(std::string_view text, std::size_t at, std::string_view value,
                            int indent) {
  if (at >= text.size()) return {.begin = text.size(), .end = text.size()};
  if (text[at] == '"' || text[at] == '\'') return place_of_quoted(text, at, value);
  if (!value.empty() && text.substr(at).starts_with(value)) {
    const std::size_t end = at + value.size();
    return {.begin = at, .length = value.size(), .verbatim = true, .quoted = false, .end = end};
  }
  if (text[at] == '|' || text[at] == '>') return place_of_block(text, at, indent);
  return place_of_folded(text, at, value);
}

std::size_t end_of_flow(std::string_view text, std::size_t from, char bracket) {
  // Behind the last part come only blanks, commas, the colon of an empty value, and comments.
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] == bracket) return at + 1;
    if (text[at] == '#' && at > 0 && is_space(text[at - 1])) {
      at = std::min(text.find_first_of("\r\n", at), text.size());
    }
  }
  return std::min(from, text.size());
}

int column_of(std::string_view text, std::size_t at) {
  std::size_t begin = std::min(at, text.size());
  while (begin > 0 && !is_line_end(text[begin - 1])) --begin;
  return static_cast<int>(at - begin);
}

std::size_t null_word_at(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 4> kWords = {"null", "Null", "NULL", "~"};
  for (std::string_view word : kWords) {
    if (!text.substr(std::min(at, text.size())).starts_with(word)) continue;
    const std::size_t end = at + word.size();
    if (end >= text.size() || is_space(text[end])) return word.size();
    if (text[end] == ',' || text[end] == ']' || text[end] == '}' || text[end] == ':') {
      return word.size();
    }
  }
  return 0;
}

}  // namespace connlint
