// Texts of a PowerShell script: quoted ones, here-strings, and words of a command.
#include <optional>
#include <string>
#include <vector>

#include "linter/formats/powershell/numbers.h"
#include "linter/formats/powershell/parser.h"
#include "linter/support/text.h"
#include "linter/support/utf.h"

namespace connlint {

/// A text while it is read: its parts to expand, and the text since the last of them. Keeps
/// references to the parser's tree and arena.
class ScriptParser::TextParts {
 public:
  TextParts(ScriptParser& parser, std::size_t begin) : parser_(parser), piece_(begin) {}

  /// Takes the bytes from the scanner's place on as they stand, and goes past them.
  void take(std::size_t length) {
    if (copied_) made_ += parser_.scanner_.text().substr(parser_.scanner_.at(), length);
    parser_.scanner_.advance(length);
  }
  /// Takes `text` in place of the next `length` bytes.
  void replace(std::size_t length, std::string_view text) {
    copy();
    made_ += text;
    parser_.scanner_.advance(length);
  }
  /// The text up to here is its own; what follows begins behind it.
  void skip(std::size_t length) { replace(length, {}); }

  /// Takes an expression that began at `begin` as the next part.
  void add(ScriptNodeId expression, std::size_t begin) {
    finish_piece(begin);
    parts_.push_back(expression);
    piece_ = parser_.scanner_.at();
    copied_ = false;
  }

  /// The whole text as a node that stands from `begin` to the scanner's place; the text itself ends
  /// at `end`.
  ScriptNodeId finish(std::size_t begin, std::size_t end) {
    ScriptTree& tree = parser_.tree_;
    if (parts_.empty()) return tree.add(Kind::string, begin, parser_.scanner_.at(), piece(end));
    finish_piece(end);
    const ScriptNodeId made = tree.add(Kind::expandable, begin, parser_.scanner_.at());
    ScriptChildren children(tree, made);
    for (ScriptNodeId part : parts_) children.add(part);
    return made;
  }

 private:
  void copy() {
    if (!copied_) made_ = parser_.scanner_.since(piece_);
    copied_ = true;
  }
  std::string_view piece(std::size_t end) {
    if (copied_) return parser_.texts_.keep(made_);
    return parser_.scanner_.text().substr(piece_, end - piece_);
  }
  void finish_piece(std::size_t end) {
    const std::string_view text = piece(end);
    if (!text.empty()) parts_.push_back(parser_.tree_.add(Kind::string, piece_, end, text));
  }

  ScriptParser& parser_;
  std::size_t piece_;
  bool copied_ = false;
  std::string made_;
  std::vector<ScriptNodeId> parts_;
};

ScriptNodeId ScriptParser::quoted() {
  if (scanner_.peek() == '@') return here_string();
  return scanner_.kind() == ScriptChar::single_quote ? single_quoted() : double_quoted();
}

ScriptNodeId ScriptParser::single_quoted() {
  const std::size_t begin = scanner_.at();
  scanner_.advance(scanner_.char_length());
  TextParts parts(*this, scanner_.at());
  while (!scanner_.ended()) {
    const std::size_t length = scanner_.char_length();
    if (scanner_.kind() != ScriptChar::single_quote) {
      parts.take(length);
      continue;
    }
    const std::size_t end = scanner_.at();
    if (scanner_.kind_at(end + length) != ScriptChar::single_quote) {
      scanner_.advance(length);
      return parts.finish(begin, end);
    }
    // Two quotes stand for the second one.
    parts.skip(length);
    parts.take(scanner_.char_length());
  }
  scanner_.fail(begin, 1, "expected a quote ' at the end of the text that begins here");
  return 0;
}

ScriptNodeId ScriptParser::double_quoted() {
  const std::size_t begin = scanner_.at();
  scanner_.advance(scanner_.char_length());
  TextParts parts(*this, scanner_.at());
  while (!scanner_.ended()) {
    const std::size_t length = scanner_.char_length();
    if (scanner_.peek() == '`') {
      take_escape(parts);
    } else if (scanner_.peek() == '$') {
      if (!expand(parts)) parts.take(1);
    } else if (scanner_.kind() != ScriptChar::double_quote) {
      parts.take(length);
    } else {
      const std::size_t end = scanner_.at();
      if (scanner_.kind_at(end + length) != ScriptChar::double_quote) {
        scanner_.advance(length);
        return parts.finish(begin, end);
      }
      parts.skip(length);
      parts.take(scanner_.char_length());
    }
  }
  scanner_.fail(begin, 1, "expected a quote \" at the end of the text that begins here");
  return 0;
}

/// A backtick and the character behind it (about_Special_Characters).
void ScriptParser::take_escape(TextParts& parts) {
  const std::size_t next = scanner_.at() + 1;
  if (next >= scanner_.text().size()) return parts.take(1);
  switch (scanner_.text()[next]) {
    case '0': return parts.replace(2, std::string_view("\0", 1));
    case 'a': return parts.replace(2, "\a");
    case 'b': return parts.replace(2, "\b");
    case 'e': return parts.replace(2, "\x1B");
    case 'f': return parts.replace(2, "\f");
    case 'n': return parts.replace(2, "\n");
    case 'r': return parts.replace(2, "\r");
    case 't': return parts.replace(2, "\t");
    case 'v': return parts.replace(2, "\v");
    case 'u':
      if (take_code_point(parts)) return;
      break;
    default: break;
  }
  parts.skip(1);
  const bool line_end = scanner_.kind() == ScriptChar::line_end;
  parts.take(line_end ? 1 : scanner_.char_length());
}

/// `` `u{1F600} `` of PowerShell 7; false where it is none.
bool ScriptParser::take_code_point(TextParts& parts) {
  constexpr std::size_t kMostDigits = 6;
  if (scanner_.peek(2) != '{') return false;
  char32_t code = 0;
  std::size_t digits = 0;
  for (; digits < kMostDigits; ++digits) {
    const char c = to_lower(scanner_.peek(3 + digits));
    const bool letter = c >= 'a' && c <= 'f';
    if (!is_digit(c) && !letter) break;
    code = code * 16 + static_cast<char32_t>(letter ? c - 'a' + 10 : c - '0');
  }
  const bool character = code != 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  if (digits == 0 || scanner_.peek(3 + digits) != '}' || !character) return false;
  std::string text;
  append_utf8(text, code);
  parts.replace(4 + digits, text);
  return true;
}

/// Takes a variable or a subexpression of an expandable text; false where `$` is only itself.
bool ScriptParser::expand(TextParts& parts) {
  const std::size_t begin = scanner_.at();
  const char next = scanner_.peek(1);
  if (next == '(') {
    const Id part = enclosed(Kind::subexpression, begin, 2);
    parts.add(part, begin);
    return true;
  }
  const bool named = next == '{' || next == '$' || next == '^' || scanner_.is_name_char(begin + 1);
  if (!named) return false;
  const Id part = variable();
  if (scanner_.peek() == ':' && next != '{' && scanner_.peek(1) != ':') {
    scanner_.fail(begin, scanner_.at() + 1 - begin,
                  "expected the name of a variable behind the ':' in this text; '${" +
                      std::string(tree_[part].text) + "}:' has a colon behind the variable");
  }
  parts.add(part, begin);
  return true;
}

ScriptNodeId ScriptParser::here_string() {
  const std::size_t begin = scanner_.at();
  const bool expands = scanner_.kind_at(begin + 1) == ScriptChar::double_quote;
  scanner_.advance(1);
  scanner_.advance(scanner_.char_length());
  while (scanner_.kind() == ScriptChar::blank) scanner_.advance(scanner_.char_length());
  if (scanner_.kind() != ScriptChar::line_end) {
    unexpected("the end of the line behind the opening of a here-string");
    return 0;
  }
  return here_string_body(expands, begin);
}

ScriptNodeId ScriptParser::here_string_body(bool expands, std::size_t begin) {
  const ScriptChar quote = expands ? ScriptChar::double_quote : ScriptChar::single_quote;
  const auto closes = [this, quote](std::size_t at) {
    if (scanner_.kind_at(at) != quote) return std::size_t{0};
    const std::size_t behind = at + script_char_at(scanner_.text(), at).length;
    const bool closed = behind < scanner_.text().size() && scanner_.text()[behind] == '@';
    return closed ? behind + 1 : std::size_t{0};
  };
  scanner_.advance(scanner_.char_length());
  TextParts parts(*this, scanner_.at());
  if (const std::size_t end = closes(scanner_.at()); end != 0) {
    // Nothing between the two lines.
    const std::size_t text = scanner_.at();
    scanner_.move_to(end);
    return parts.finish(begin, text);
  }
  while (!scanner_.ended()) {
    if (scanner_.kind() == ScriptChar::line_end) {
      const std::size_t line_end = scanner_.at();
      if (const std::size_t end = closes(line_end + scanner_.char_length()); end != 0) {
        scanner_.move_to(end);
        return parts.finish(begin, line_end);
      }
      parts.take(scanner_.char_length());
    } else if (expands && scanner_.peek() == '`') {
      take_escape(parts);
    } else if (!expands || scanner_.peek() != '$' || !expand(parts)) {
      parts.take(scanner_.char_length());
    }
  }
  scanner_.fail(begin, 2,
                std::string("expected a line that begins with ") + (expands ? "\"@" : "'@") +
                    " after the here-string that begins here");
  return 0;
}

ScriptNodeId ScriptParser::word() { return word_from(scanner_.at(), 0); }

/// A word of a command, up to a blank or a sign that ends it; quotes within it are taken off. It
/// may begin with an expression that was read already.
ScriptNodeId ScriptParser::word_from(std::size_t begin, Id start) {
  TextParts parts(*this, scanner_.at());
  bool plain = start == 0;
  if (start != 0) parts.add(start, scanner_.at());
  while (!scanner_.ends_word(scanner_.at())) {
    const ScriptChar kind = scanner_.kind();
    const char c = scanner_.peek();
    if (c == '`') {
      plain = false;
      take_escape(parts);
    } else if (kind == ScriptChar::single_quote || kind == ScriptChar::double_quote) {
      plain = false;
      take_quoted_part(parts);
    } else if (c != '$' || !expand(parts)) {
      parts.take(scanner_.char_length());
    }
  }
  const std::size_t end = scanner_.at();
  if (end == begin) {
    unexpected("an argument");
    return 0;
  }
  if (plain) {
    const std::optional<std::string> value = script_number(scanner_.since(begin));
    if (value) {
      const Id made = tree_.add(Kind::number, begin, end, texts_.keep(*value));
      tree_[made].flag = true;
      return made;
    }
  }
  const Id made = parts.finish(begin, end);
  tree_[made].flag = true;
  return made;
}

/// A quoted text in the middle of a word.
void ScriptParser::take_quoted_part(TextParts& parts) {
  const std::size_t begin = scanner_.at();
  const Id text = quoted();
  if (scanner_.failed()) return;
  const std::size_t end = scanner_.at();
  if (tree_[text].kind == Kind::string) {
    const std::string_view value = tree_[text].text;
    scanner_.move_to(begin);
    return parts.replace(end - begin, value);
  }
  parts.add(text, begin);
}

}  // namespace connlint
