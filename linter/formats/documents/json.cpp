// JSON (RFC 8259) and JSON lines: own reader, since every value needs its place and a damaged file
// must yield what stands before the damage. Measured over 30 MB of an organisation file: the SAX
// parser of nlohmann-json 141 MB/s, and it tells no places; this reader with records 860 MB/s;
// simdjson 3.0 1,500 MB/s without records, but it finds nothing in a file that was cut off inside a
// text, since it first indexes the whole. tests/bench/bench_json.cpp prints the first two.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "linter/formats/documents/document_builder.h"
#include "linter/formats/format.h"
#include "linter/support/characters.h"
#include "linter/support/hexadecimal.h"
#include "linter/support/text.h"
#include "linter/support/utf.h"

namespace connlint {
namespace {

bool is_json_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// Whether `token` is a number as RFC 8259 writes it.
bool is_number(std::string_view token) {
  std::size_t at = token.starts_with('-') ? 1 : 0;
  const auto digits = [&] {
    const std::size_t begin = at;
    while (at < token.size() && is_digit(token[at])) ++at;
    return at - begin;
  };
  const bool zero = at < token.size() && token[at] == '0';
  const std::size_t whole = digits();
  if (whole == 0 || (zero && whole > 1)) return false;
  if (at < token.size() && token[at] == '.') {
    ++at;
    if (digits() == 0) return false;
  }
  if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
    ++at;
    if (at < token.size() && (token[at] == '+' || token[at] == '-')) ++at;
    if (digits() == 0) return false;
  }
  return at == token.size();
}

/// Whether any of eight bytes is a quote, a backslash or a control character.
bool holds_special(std::uint64_t block) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  constexpr std::uint64_t kHigh = 0x8080808080808080ULL;
  const auto zero_byte = [](std::uint64_t bytes) { return (bytes - kOnes) & ~bytes & kHigh; };
  const std::uint64_t quote = zero_byte(block ^ (kOnes * '"'));
  const std::uint64_t backslash = zero_byte(block ^ (kOnes * '\\'));
  const std::uint64_t control = (block - kOnes * 0x20) & ~block & kHigh;
  return (quote | backslash | control) != 0;
}

/// Reads one file; never recurses.
class JsonReader {
 public:
  JsonReader(const SourceFile& file, DocumentBuilder& builder)
      : file_(file), text_(file.text), builder_(builder) {}

  void read() {
    while (skip_space(), at_ < text_.size()) {
      const std::size_t begin = at_;
      open_.clear();
      builder_.begin_document();
      if (read_document()) {
        builder_.end_document();
        continue;
      }
      builder_.abandon_document();
      if (!find_next_line(begin)) return;
    }
  }

 private:
  /// What may come next.
  enum class State : std::uint8_t { value, value_or_end, key, key_or_end, next };

  void skip_space() {
    while (at_ < text_.size() && is_json_space(text_[at_])) ++at_;
  }
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return file_.span(begin, end - begin);
  }

  /// Notes what was expected at `at_`. Returns false.
  bool damage(std::string message) {
    if (at_ >= text_.size()) {
      message = fmt::format("the file ends too early, it may have been cut off: {}", message);
    }
    // At the end of a line or of the file: the last sign before it.
    std::size_t place = at_;
    while (place > 0 && (place >= text_.size() || is_space(text_[place]))) --place;
    const std::size_t end = std::min(place + 1, text_.size());
    builder_.note(NoteKind::unreadable, std::move(message),
                  span(place, next_character(text_, end)));
    return false;
  }

  /// In JSON lines a damaged line is only that line.
  bool find_next_line(std::size_t begin) {
    const std::size_t line_end = text_.find('\n', begin);
    if (line_end == std::string_view::npos || at_ > line_end) return false;
    at_ = line_end + 1;
    skip_space();
    return at_ < text_.size() && text_[at_] == '{';
  }

  /// One value with all that it holds. False where it is damaged.
  bool read_document() {
    state_ = State::value;
    do {
      if (!step()) return false;
    } while (!open_.empty());
    return true;
  }

  bool step() {
    skip_space();
    const char c = at_ < text_.size() ? text_[at_] : '\0';
    switch (state_) {
      case State::key_or_end:
        if (c == '}') return close();
        [[fallthrough]];
      case State::key: return c == '"' ? read_key() : damage(expected_key(c));
      case State::value_or_end:
        if (c == ']') return close();
        [[fallthrough]];
      case State::value: return read_value(c);
      case State::next: return read_separator(c);
    }
    return false;
  }

  static std::string expected_key(char c) {
    if (c == '\'') return "expected a key in double quotes, not in single ones";
    if (c == '}') return "expected another key behind ','; remove the comma";
    return "expected a key in double quotes";
  }

  bool read_separator(char c) {
    const char closing = open_.back();
    if (c == ',') {
      ++at_;
      state_ = closing == '}' ? State::key : State::value;
      return true;
    }
    if (c == closing) return close();
    return damage(closing == '}' ? "expected ',' or '}' in the object"
                                 : "expected ',' or ']' in the list");
  }

  bool close() {
    ++at_;
    open_.pop_back();
    state_ = State::next;
    builder_.end(at_);
    return true;
  }

  bool open(Shape shape) {
    builder_.begin(shape, at_);
    ++at_;
    open_.push_back(shape == Shape::mapping ? '}' : ']');
    state_ = shape == Shape::mapping ? State::key_or_end : State::value_or_end;
    return true;
  }

  bool read_value(char c) {
    switch (c) {
      case '{': return open(Shape::mapping);
      case '[': return open(Shape::list);
      case '"': return read_text_value();
      case ']': return damage("expected another value behind ','; remove the comma");
      default: return read_word();
    }
  }

  /// A number, `true`, `false` or `null`.
  bool read_word() {
    std::size_t end = at_;
    while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]) ||
                                  text_[end] == '-' || text_[end] == '+' || text_[end] == '.')) {
      ++end;
    }
    const std::string_view token = text_.substr(at_, end - at_);
    Value value{.kind = ValueKind::text, .loss = Loss::none, .quoted = false, .text = {}};
    if (token == "null") {
      value.kind = ValueKind::null;
    } else if (token != "true" && token != "false" && !is_number(token)) {
      return damage(
          "expected a value: a text in double quotes, a number, true, false, null, '{' or "
          "'['");
    }
    value.text = {.value = token, .where = span(at_, end), .verbatim = true};
    at_ = end;
    state_ = State::next;
    builder_.scalar(value);
    return true;
  }

  bool read_text_value() {
    Value value{.kind = ValueKind::text, .loss = Loss::none, .quoted = true, .text = {}};
    if (!read_text(value.text)) return false;
    state_ = State::next;
    builder_.scalar(value);
    return true;
  }

  bool read_key() {
    Text name;
    if (!read_text(name)) return false;
    skip_space();
    if (at_ >= text_.size() || text_[at_] != ':') return damage("expected ':' behind the key");
    ++at_;
    state_ = State::value;
    if (builder_.expects_key()) builder_.key(name);
    return true;
  }

  /// Where the next quote, backslash or line end stands, or the end of the text. Other control
  /// characters, which JSON wants escaped, are read as they are.
  [[nodiscard]] std::size_t next_special(std::size_t at) const {
    while (at < text_.size()) {
      if (at + 8 <= text_.size()) {
        std::uint64_t block = 0;
        std::memcpy(&block, text_.data() + at, 8);
        if (!holds_special(block)) {
          at += 8;
          continue;
        }
      }
      const std::size_t end = std::min(at + 8, text_.size());
      for (; at < end; ++at) {
        const char c = text_[at];
        if (c == '"' || c == '\\' || c == '\n' || c == '\r') return at;
      }
    }
    return text_.size();
  }

  /// The text in quotes at `at_`.
  bool read_text(Text& text) {
    const std::size_t begin = at_ + 1;
    std::size_t end = next_special(begin);
    if (end < text_.size() && text_[end] == '"') {
      at_ = end + 1;
      // An empty text stands where its quotes are.
      text = {.value = text_.substr(begin, end - begin),
              .where = end == begin ? span(begin - 1, at_) : span(begin, end),
              .verbatim = end != begin};
      return true;
    }
    std::string decoded;
    std::size_t from = begin;
    while (end < text_.size() && text_[end] == '\\') {
      decoded.append(text_.substr(from, end - from));
      at_ = end;
      if (!read_escape(decoded)) return false;
      from = at_;
      end = next_special(from);
    }
    if (end >= text_.size() || text_[end] != '"') {
      at_ = end;
      return damage("expected a closing quote before the end of the line");
    }
    decoded.append(text_.substr(from, end - from));
    at_ = end + 1;
    text = {.value = builder_.skips() ? std::string_view() : builder_.keep(decoded),
            .where = span(begin, end),
            .verbatim = false};
    return true;
  }

  /// The escape at `at_`; goes behind it.
  bool read_escape(std::string& out) {
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    const std::size_t letter = kLetters.find(c);
    if (c != '\0' && letter != std::string_view::npos) {
      out += kMeanings[letter];
      at_ += 2;
      return true;
    }
    const std::optional<char32_t> unit = c == 'u' ? unit_at(at_) : std::nullopt;
    if (!unit) {
      return damage(
          "expected an escape of JSON: \\\", \\\\, \\/, \\b, \\f, \\n, \\r, \\t or \\u with "
          "four hexadecimal digits");
    }
    const std::size_t begin = at_;
    at_ += 6;
    char32_t code = *unit;
    if (code >= 0xD800 && code <= 0xDBFF) {
      const std::optional<char32_t> low = unit_at(at_);
      if (low && *low >= 0xDC00 && *low <= 0xDFFF) {
        code = 0x10000 + ((code - 0xD800) << 10U) + (*low - 0xDC00);
        at_ += 6;
      }
    }
    if (code >= 0xD800 && code <= 0xDFFF) {
      builder_.note(NoteKind::suspicious,
                    "half a surrogate pair, read as U+FFFD; expected \\uD800 to \\uDBFF and then "
                    "\\uDC00 to \\uDFFF",
                    span(begin, at_));
    }
    append_utf8(out, code);
    return true;
  }

  /// The code unit that `\uXXXX` at `at` means, or nothing.
  [[nodiscard]] std::optional<char32_t> unit_at(std::size_t at) const {
    if (at + 6 > text_.size() || text_[at] != '\\' || text_[at + 1] != 'u') return std::nullopt;
    char32_t unit = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
      const std::optional<unsigned> digit = hex_digit(text_[i]);
      if (!digit) return std::nullopt;
      unit = unit * 16 + *digit;
    }
    return unit;
  }

  const SourceFile& file_;
  std::string_view text_;
  DocumentBuilder& builder_;
  std::size_t at_ = 0;
  State state_ = State::value;
  /// The closing brackets that are still to come.
  std::string open_;
};

}  // namespace

bool claims_json(std::string_view head) {
  const std::string_view text = trim(head);
  if (text.empty() || (text.front() != '{' && text.front() != '[')) return false;
  const bool object = text.front() == '{';
  const std::string_view next = trim(text.substr(1));
  if (next.empty()) return false;
  return next.front() == '"' || next.front() == (object ? '}' : ']') ||
         (!object && (next.front() == '{' || next.front() == '['));
}

void read_json(const SourceFile& file, RecordSink& sink) {
  DocumentBuilder builder(file, sink);
  JsonReader(file, builder).read();
  builder.end_file();
}

}  // namespace connlint
