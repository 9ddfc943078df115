#include "linter/formats/powershell/tokens.h"

#include <algorithm>
#include <utility>

#include "linter/support/text.h"

namespace connlint {
namespace {

/// The class of a character of two or three bytes.
ScriptCharAt wide_char(std::string_view rest) {
  const auto byte = [rest](std::size_t at) {
    return at < rest.size() ? static_cast<unsigned char>(rest[at]) : 0U;
  };
  if (byte(0) == 0xC2 && (byte(1) == 0xA0 || byte(1) == 0x85)) return {ScriptChar::blank, 2};
  const unsigned last = byte(2);
  if (byte(0) == 0xE2 && byte(1) == 0x80) {
    if (last >= 0x98 && last <= 0x9B) return {ScriptChar::single_quote, 3};
    if (last >= 0x9C && last <= 0x9E) return {ScriptChar::double_quote, 3};
    if (last >= 0x93 && last <= 0x95) return {ScriptChar::dash, 3};
    const bool space = last >= 0x80 && last <= 0x8A;
    if (space || last == 0xA8 || last == 0xA9 || last == 0xAF) return {ScriptChar::blank, 3};
  }
  const bool blank = (byte(0) == 0xE1 && byte(1) == 0x9A && last == 0x80) ||
                     (byte(0) == 0xE2 && byte(1) == 0x81 && last == 0x9F) ||
                     (byte(0) == 0xE3 && byte(1) == 0x80 && last == 0x80);
  if (blank) return {ScriptChar::blank, 3};
  return {ScriptChar::other, 1};
}

}  // namespace

ScriptCharAt script_char_at(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case ' ':
    case '\t':
    case '\v':
    case '\f': return {ScriptChar::blank, 1};
    case '\n': return {ScriptChar::line_end, 1};
    case '\r':
      return {ScriptChar::line_end, at + 1 < text.size() && text[at + 1] == '\n' ? 2U : 1U};
    case '\'': return {ScriptChar::single_quote, 1};
    case '"': return {ScriptChar::double_quote, 1};
    case '-': return {ScriptChar::dash, 1};
    default: break;
  }
  const bool wide = (static_cast<unsigned char>(text[at]) & 0x80U) != 0;
  return wide ? wide_char(text.substr(at)) : ScriptCharAt{};
}

bool ScriptScanner::skip_comment() {
  if (peek() == '#') {
    skip_to_line_end();
    return true;
  }
  if (!starts_with("<#")) return false;
  const std::size_t end = text_.find("#>", at_ + 2);
  if (end == std::string_view::npos) {
    fail(at_, 2, "expected '#>' at the end of the comment that begins here");
    return true;
  }
  move_to(end + 2);
  return true;
}

void ScriptScanner::skip_blanks() {
  while (!ended()) {
    if (kind() == ScriptChar::blank) {
      advance(char_length());
    } else if (peek() == '`' && at_ + 1 < text_.size()) {
      // A backtick before a line end continues the line; before a blank it is a blank.
      const ScriptCharAt after = script_char_at(text_, at_ + 1);
      if (after.kind != ScriptChar::line_end && after.kind != ScriptChar::blank) return;
      advance(1 + after.length);
    } else if (!skip_comment()) {
      return;
    }
  }
}

void ScriptScanner::skip_lines() {
  for (skip_blanks(); kind() == ScriptChar::line_end; skip_blanks()) advance(char_length());
}

void ScriptScanner::skip_separators() {
  for (skip_lines(); peek() == ';'; skip_lines()) advance();
}

void ScriptScanner::skip_to_line_end() {
  const std::size_t end = text_.find_first_of("\r\n", at_);
  move_to(std::min(end, text_.size()));
}

bool ScriptScanner::at_text() const {
  const ScriptChar first = peek() == '@' ? kind_at(at_ + 1) : kind();
  return first == ScriptChar::single_quote || first == ScriptChar::double_quote;
}

bool ScriptScanner::skip_text() {
  if (peek() == '@') return skip_here_string();
  const ScriptChar quote = kind();
  for (advance(char_length()); !ended();) {
    if (kind() == quote) {
      advance(char_length());
      return true;
    }
    const bool escape = quote == ScriptChar::double_quote && peek() == '`';
    advance(escape ? 2 : char_length());
  }
  return false;
}

bool ScriptScanner::skip_here_string() {
  const ScriptChar quote = kind_at(at_ + 1);
  for (skip_to_line_end(); !ended(); skip_to_line_end()) {
    advance(char_length());
    if (kind() == quote && peek(char_length()) == '@') {
      advance(char_length() + 1);
      return true;
    }
  }
  return false;
}

bool ScriptScanner::skip_square_brackets() {
  constexpr std::size_t kLongest = 16384;
  const std::size_t begin = at_;
  int open = 0;
  do {
    if (at_text()) {
      if (!skip_text()) return false;
      continue;
    }
    open += peek() == '[' ? 1 : peek() == ']' ? -1 : 0;
    advance(char_length());
  } while (open > 0 && !ended() && at_ - begin < kLongest);
  return open <= 0;
}

bool ScriptScanner::at_statement_end() const {
  if (ended() || kind() == ScriptChar::line_end) return true;
  const char c = peek();
  return c == ';' || c == '}' || c == ')';
}

bool ScriptScanner::at_command_end() const {
  return at_statement_end() || peek() == '|' || peek() == '&';
}

bool ScriptScanner::ends_word(std::size_t at) const {
  if (at >= text_.size()) return true;
  const ScriptChar kind = kind_at(at);
  if (kind == ScriptChar::blank || kind == ScriptChar::line_end) return true;
  return std::string_view("&(),;<>{|}").find(text_[at]) != std::string_view::npos;
}

std::string ScriptScanner::keyword() const {
  constexpr std::size_t kLongest = 16;
  std::size_t end = at_;
  while (end < text_.size() && is_letter(text_[end]) && end - at_ <= kLongest) ++end;
  const std::size_t length = end - at_;
  if (length == 0 || length > kLongest || !ends_word(end)) return {};
  return lower(text_.substr(at_, length));
}

std::string ScriptScanner::dashed_word() const {
  constexpr std::size_t kLongest = 16;
  const std::size_t begin = at_ + char_length();
  std::size_t end = begin;
  while (end < text_.size() && is_letter(text_[end]) && end - begin <= kLongest) ++end;
  if (end - begin > kLongest || is_name_char(end)) return {};
  return lower(text_.substr(begin, end - begin));
}

bool ScriptScanner::is_name_char(std::size_t at) const {
  if (at >= text_.size()) return false;
  const char c = text_[at];
  if (is_letter(c) || is_digit(c) || c == '_' || c == '?') return true;
  const bool wide = (static_cast<unsigned char>(c) & 0x80U) != 0;
  return wide && kind_at(at) == ScriptChar::other;
}

std::string_view ScriptScanner::variable_name() {
  const std::size_t begin = at_;
  if (peek() == '{') {
    const std::size_t end = text_.find('}', at_);
    if (end == std::string_view::npos) {
      fail(at_, 1, "expected '}' at the end of the variable's name");
      return {};
    }
    move_to(end + 1);
    return text_.substr(begin + 1, end - begin - 1);
  }
  if (peek() == '$' || peek() == '^') {
    advance();
    return since(begin);
  }
  while (is_name_char(at_) || (peek() == ':' && is_name_char(at_ + 1) && at_ > begin)) advance();
  return since(begin);
}

void ScriptScanner::fail(std::size_t begin, std::size_t length, std::string message) {
  if (!damage_) {
    begin = std::min(begin, text_.size());
    length = std::min(length, text_.size() - begin);
    damage_ = {std::move(message), begin, length, at_};
  }
  at_ = text_.size();
}

ScriptDamage ScriptScanner::resume(std::size_t at) {
  ScriptDamage taken = std::move(damage_).value_or(ScriptDamage{});
  damage_.reset();
  at_ = std::min(at, text_.size());
  return taken;
}

}  // namespace connlint
