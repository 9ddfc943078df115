// Registry text (`.reg`), as regedit and reg.exe export it: REGEDIT4 and version 5.00. Each key
// becomes a record without types, its path is the label. Values of a key are fields:
// - a quoted text is that text; the default value's name is `@`;
// - `dword:` and `hex(b):` (a number of 64 bits) are decimal numbers;
// - `hex(1):` and `hex(2):` are texts, `hex(7):` is a list of texts; in version 5.00 they hold
//   UTF-16LE, in REGEDIT4 the ANSI code page (Windows-1252);
// - `hex:` and all other types are the bytes themselves.
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "linter/formats/arena.h"
#include "linter/formats/bounded_notes.h"
#include "linter/formats/format.h"
#include "linter/formats/line_reader.h"
#include "linter/support/hexadecimal.h"
#include "linter/support/text.h"
#include "linter/support/utf.h"

namespace connlint {
namespace {

constexpr std::string_view kFirstVersion = "REGEDIT4";
constexpr std::string_view kFifthVersion = "Windows Registry Editor Version 5.00";
/// Values of one key that are kept; real ones have some hundred at most.
constexpr std::size_t kMostValuesOfKey = 100'000;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

class RegistryReader {
 public:
  RegistryReader(const SourceFile& file, RecordSink& sink)
      : file_(file), text_(file.text), sink_(sink), notes_(sink) {}

  void run() {
    read_version();
    while (skip_to_text()) read_line();
    end_key();
    if (deletions_ > 0) {
      note(NoteKind::ignored, first_deletion_,
           fmt::format("{} deletions of keys or values are left out; a linter needs what is there",
                       deletions_));
    }
    notes_.finish();
  }

 private:
  void read_version() {
    if (!skip_to_text()) return note(NoteKind::unreadable, file_.span(0, 0), expected_version());
    const std::string_view line = rest_of_line();
    wide_ = trim(line) != kFirstVersion;
    if (wide_ && trim(line) != kFifthVersion) {
      return note(NoteKind::unreadable, file_.span_of(line), expected_version());
    }
    next_line();
  }

  static std::string expected_version() {
    return "expected 'Windows Registry Editor Version 5.00' or 'REGEDIT4' at the beginning; export "
           "the key again with reg export";
  }

  /// Goes to the next character that is neither blank nor line break nor comment.
  bool skip_to_text() {
    while (at_ < text_.size()) {
      if (text_[at_] == ';') {
        next_line();
      } else if (is_space(text_[at_])) {
        ++at_;
      } else {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::string_view rest_of_line() const {
    return text_.substr(at_, find_line_break(text_, at_) - at_);
  }
  void next_line() { at_ = skip_line_break(text_, find_line_break(text_, at_)); }

  void read_line() {
    const std::size_t begin = at_;
    switch (text_[at_]) {
      case '[': return read_key();
      case '"':
      case '@':
        if (!read_value()) damaged(begin);
        return;
      default: damaged(begin);
    }
  }

  void damaged(std::size_t begin) {
    at_ = begin;
    const std::string_view line = rest_of_line();
    note(NoteKind::unreadable, file_.span_of(line),
         "expected '[key]' or '\"name\"=value', the value in quotes or as dword: or hex: digits; "
         "the line is left out");
    next_line();
  }

  void read_key() {
    const std::string_view line = trim(rest_of_line());
    // Names of keys may hold brackets.
    const std::size_t close = line.rfind(']');
    if (close == std::string_view::npos) return damaged(at_);
    end_key();
    const std::string_view path = line.substr(1, close - 1);
    if (path.starts_with('-')) {
      count_deletion(file_.span_of(path));
    } else {
      key_ = Text{path, file_.span_of(path), true};
      where_ = file_.span_of(line);
    }
    next_line();
  }

  void end_key() {
    if (key_) {
      sink_.record(
          {.container = {}, .types = {}, .fields = fields_, .label = *key_, .where = where_});
    }
    key_.reset();
    fields_.clear();
    arena_.reset();
  }

  void count_deletion(Span where) {
    if (deletions_++ == 0) first_deletion_ = where;
  }

  /// Reads `"name"=value`. False where it is damaged.
  bool read_value() {
    std::optional<Text> name;
    if (text_[at_] == '@') {
      name = Text{text_.substr(at_, 1), file_.span(at_, 1), true};
      ++at_;
    } else {
      name = read_quoted();
    }
    if (!name || !take_after_blanks('=')) return false;
    skip_blanks();
    if (rest_of_line().starts_with('-')) {
      count_deletion(name->where);
      next_line();
      return true;
    }
    const std::optional<Value> value = read_content();
    if (!value || !trim(rest_of_line()).empty()) return false;
    add(*name, *value);
    return true;
  }

  void add(const Text& name, const Value& value) {
    if (!key_) return;  // below a key that is deleted, or above the first one
    where_.length = static_cast<std::uint32_t>(at_) - where_.begin;
    if (fields_.size() < kMostValuesOfKey) {
      fields_.push_back({name, value});
    } else if (!full_) {
      full_ = true;
      note(NoteKind::unreadable, name.where,
           fmt::format("a key has more than {} values; the others are left out", kMostValuesOfKey));
    }
  }

  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }
  bool take_after_blanks(char c) {
    skip_blanks();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool take(std::string_view word) {
    if (!starts_with_ignoring_case(text_.substr(at_), word)) return false;
    at_ += word.size();
    return true;
  }

  std::optional<Value> read_content() {
    Value value;
    value.kind = ValueKind::text;
    if (at_ < text_.size() && text_[at_] == '"') {
      const std::optional<Text> text = read_quoted();
      if (!text) return std::nullopt;
      value.text = *text;
      return value;
    }
    if (take("dword:")) return read_number();
    if (!take("hex")) return std::nullopt;
    std::string_view type = "3";
    if (take("(")) {
      const std::size_t close = rest_of_line().find("):");
      if (close == std::string_view::npos) return std::nullopt;
      type = text_.substr(at_, close);
      at_ += close + 2;
    } else if (!take(":")) {
      return std::nullopt;
    }
    return read_bytes(type);
  }

  /// A text in quotes with `\\` and `\"`; regedit writes line breaks as they are.
  std::optional<Text> read_quoted() {
    const std::size_t begin = at_ + 1;
    bool verbatim = true;
    std::size_t end = begin;
    buffer_.clear();
    for (; end < text_.size() && text_[end] != '"'; ++end) {
      if (text_[end] == '\\' && end + 1 < text_.size()) {
        verbatim = false;
        ++end;
      }
      buffer_ += text_[end];
    }
    if (end >= text_.size()) return std::nullopt;
    at_ = end + 1;
    const Span where = file_.span(begin, end - begin);
    if (verbatim) return Text{text_.substr(begin, end - begin), where, true};
    return Text{arena_.keep(buffer_), where, false};
  }

  std::optional<Value> read_number() {
    const std::string_view digits = trim(rest_of_line());
    std::uint32_t number = 0;
    const char* const end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, number, 16);
    if (error != std::errc() || rest != end) return std::nullopt;
    at_ += rest_of_line().size();
    return text_value(std::to_string(number), file_.span_of(digits));
  }

  Value text_value(std::string_view text, Span where) {
    Value value;
    value.kind = ValueKind::text;
    value.text = {arena_.keep(text), where, false};
    return value;
  }

  std::optional<Value> read_bytes(std::string_view type) {
    const std::size_t begin = at_;
    if (!read_digits()) return std::nullopt;
    const Span where = file_.span(begin, at_ - begin);
    if (type == "1" || type == "2") return text_value(strings_of(buffer_), where);
    if (type == "7") return list_of(strings_of(buffer_), where);
    if (equals_ignoring_case(type, "b") && buffer_.size() == sizeof(std::uint64_t)) {
      std::uint64_t number = 0;
      for (std::size_t i = buffer_.size(); i > 0; --i) {
        number = number << 8U | static_cast<unsigned char>(buffer_[i - 1]);
      }
      return text_value(std::to_string(number), where);
    }
    return text_value(buffer_, where);
  }

  /// Reads `01,ff,...`, over line ends after a backslash, into the buffer.
  bool read_digits() {
    buffer_.clear();
    for (;;) {
      skip_blanks();
      if (take("\\")) {
        skip_blanks();
        if (!trim(rest_of_line()).empty()) return false;
        next_line();
        continue;
      }
      const std::string_view rest = text_.substr(at_, 2);
      const std::optional<unsigned> high = rest.empty() ? std::nullopt : hex_digit(rest[0]);
      if (!high) return true;
      const std::optional<unsigned> low = rest.size() < 2 ? std::nullopt : hex_digit(rest[1]);
      buffer_ += static_cast<char>(low ? *high * 16 + *low : *high);
      at_ += low ? 2 : 1;
      skip_blanks();
      if (!take(",")) return true;
    }
  }

  /// The texts in `bytes`, each with a NUL behind it, as UTF-8; the last NUL is left off.
  [[nodiscard]] std::string strings_of(const std::string& bytes) const {
    std::string text = decode(bytes, wide_ ? Encoding::utf16le : Encoding::windows1252).text;
    if (text.ends_with('\0')) text.pop_back();
    return text;
  }

  Value list_of(std::string_view texts, Span where) {
    Value list;
    list.kind = ValueKind::list;
    list.text = {{}, where, false};
    std::vector<Value> items;
    for (std::string_view text : split(texts, '\0')) {
      if (!text.empty()) items.push_back(text_value(text, where));
    }
    list.items = arena_.keep(items);
    return list;
  }

  void note(NoteKind kind, Span where, std::string message) {
    notes_.add(kind, where, std::move(message));
  }

  const SourceFile& file_;
  std::string_view text_;
  RecordSink& sink_;
  BoundedNotes notes_;
  Arena arena_;
  std::size_t at_ = 0;
  bool wide_ = true;
  std::optional<Text> key_;
  Span where_{};
  std::vector<Field> fields_;
  bool full_ = false;
  std::string buffer_;
  std::size_t deletions_ = 0;
  Span first_deletion_{};
};

}  // namespace

bool claims_registry(std::string_view head) {
  const std::string_view text = trim(head);
  const std::string_view line = trim(text.substr(0, find_line_break(text, 0)));
  return line == kFirstVersion || line.starts_with("Windows Registry Editor Version ");
}

void read_registry(const SourceFile& file, RecordSink& sink) { RegistryReader(file, sink).run(); }

}  // namespace connlint
