// Compiled DSC configurations in the Managed Object Format: the instances, not the classes (DMTF
// DSP0004; what Windows PowerShell writes). The type of a record is the class of the instance, its
// label the alias with `$`.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "linter/formats/arena.h"
#include "linter/formats/format.h"
#include "linter/support/characters.h"
#include "linter/support/text.h"
#include "linter/support/utf.h"

namespace connlint {
namespace {

bool is_word_char(char c) { return is_letter(c) || is_digit(c) || c == '_'; }

/// Goes through the text of a file and hands over its instances.
class MofReader {
 public:
  MofReader(const SourceFile& file, RecordSink& sink)
      : file_(file), sink_(sink), text_(file.text), budget_(2 * file.text.size()) {}
  MofReader(const SourceFile&& file, RecordSink& sink) = delete;

  void read() {
    for (skip_blanks(); !ended(); skip_blanks()) {
      if (text_[at_] == ';') {
        ++at_;
      } else if (text_[at_] == '#') {
        at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
      } else if (at_word("instance")) {
        read_instance();
      } else {
        skip_declaration();
      }
    }
  }

 private:
  /// An instance that has an alias.
  struct Place {
    std::size_t begin = 0;
    std::size_t length = 0;
  };
  /// Aliases in instances in instances: real files have one level.
  static constexpr int kDeepestAlias = 8;

  [[nodiscard]] bool ended() const { return failed_ || at_ >= text_.size(); }
  [[nodiscard]] char peek() const { return ended() ? '\0' : text_[at_]; }
  [[nodiscard]] std::string_view since(std::size_t begin) const {
    return text_.substr(begin, at_ - begin);
  }
  [[nodiscard]] Text stated(std::size_t begin) const {
    return {since(begin), file_.span(begin, at_ - begin), true};
  }

  void fail(std::size_t begin, std::string message) {
    if (!failed_) {
      sink_.note(
          {.kind = NoteKind::unreadable,
           .message = std::move(message),
           .where = file_.span(std::min(begin, text_.size()), begin < text_.size() ? 1 : 0)});
    }
    failed_ = true;
  }
  void expected(std::string_view what) {
    const std::size_t begin = std::min(at_, text_.size());
    const std::string_view found = text_.substr(begin, next_character(text_, begin + 1) - begin);
    fail(at_, found.empty() ? fmt::format("expected {}, found the end of the file", what)
                            : fmt::format("expected {}, found '{}'", what, found));
  }

  void skip_blanks() {
    while (!ended()) {
      if (is_space(text_[at_])) {
        ++at_;
      } else if (text_.substr(at_).starts_with("//")) {
        at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
      } else if (text_.substr(at_).starts_with("/*")) {
        const std::size_t end = text_.find("*/", at_ + 2);
        if (end == std::string_view::npos) {
          return fail(at_, "expected '*/' at the end of the comment that begins here");
        }
        at_ = end + 2;
      } else {
        return;
      }
    }
  }

  [[nodiscard]] bool at_word(std::string_view word) const {
    const std::string_view rest = text_.substr(std::min(at_, text_.size()));
    return starts_with_ignoring_case(rest, word) &&
           (rest.size() == word.size() || !is_word_char(rest[word.size()]));
  }
  bool take_word(std::string_view word) {
    skip_blanks();
    if (ended() || !at_word(word)) return false;
    at_ += word.size();
    skip_blanks();
    return true;
  }
  bool take(char c) {
    skip_blanks();
    if (peek() != c || ended()) return false;
    ++at_;
    return true;
  }
  /// A name, with a `$` before it where it is an alias; empty where none stands.
  Text name() {
    skip_blanks();
    const std::size_t begin = at_;
    if (peek() == '$') ++at_;
    while (!ended() && is_word_char(text_[at_])) ++at_;
    return stated(begin);
  }

  /// Goes past a class, a qualifier or whatever else is no instance.
  void skip_declaration() {
    while (!ended() && text_[at_] != ';') {
      if (text_[at_] == '{') {
        skip_braces();
      } else if (text_[at_] == '"') {
        static_cast<void>(quoted());
      } else {
        ++at_;
      }
      skip_blanks();
    }
  }
  void skip_braces() {
    const std::size_t open = at_;
    int depth = 0;
    do {
      if (text_[at_] == '"') {
        static_cast<void>(quoted());
      } else {
        depth += text_[at_] == '{' ? 1 : text_[at_] == '}' ? -1 : 0;
        ++at_;
      }
      skip_blanks();
    } while (depth > 0 && !ended());
    if (depth > 0) fail(open, "expected '}' for the '{' that stands here");
  }

  void read_instance() {
    const std::size_t begin = at_;
    const std::optional<Record> record = instance(0);
    if (!record) return;
    if (!record->label.value.empty()) {
      aliases_.insert_or_assign(lower(record->label.value), Place{begin, at_ - begin});
    }
    sink_.record(*record);
    memory_.reset();
  }

  /// `instance of CLASS [as $ALIAS] { ... }`; nothing after damage.
  std::optional<Record> instance(int depth) {
    const std::size_t begin = at_;
    static_cast<void>(take_word("instance"));
    if (!take_word("of")) {
      expected("'of' and the name of a class");
      return std::nullopt;
    }
    const Text type = name();
    if (type.value.empty()) {
      expected("the name of a class");
      return std::nullopt;
    }
    Record record;
    record.types = memory_.keep(std::vector<Text>{type});
    record.where = type.where;
    if (take_word("as")) record.label = name();
    if (!take('{')) {
      expected("'{'");
      return std::nullopt;
    }
    std::vector<Field> fields;
    for (skip_blanks(); !ended() && peek() != '}'; skip_blanks()) {
      if (!read_property(fields, depth)) return std::nullopt;
    }
    if (!take('}')) {
      expected(fmt::format("'}}' at the end of the instance of '{}'", type.value));
      return std::nullopt;
    }
    record.fields = memory_.keep(fields);
    record.where = file_.span(begin, at_ - begin);
    return record;
  }

  bool read_property(std::vector<Field>& fields, int depth) {
    const Text property = name();
    if (property.value.empty() || !take('=')) {
      expected(property.value.empty() ? "the name of a property"
                                      : "'=' behind the property's name");
      return false;
    }
    const Value read = value(depth + 1);
    if (failed_) return false;
    if (!take(';')) {
      expected("';' behind the value");
      return false;
    }
    fields.push_back({property, read});
    return true;
  }

  Value value(int depth) {
    skip_blanks();
    const std::size_t begin = at_;
    Value made;
    made.kind = ValueKind::text;
    if (depth > kMaxDepth) {
      fail(at_, "nested too deeply; real files stay below 10 levels");
      return made;
    }
    const char c = peek();
    if (c == '{') return list(depth);
    if (c == '"' || c == '\'') {
      made.text = joined_texts();
      made.quoted = true;
      return made;
    }
    if (c == '$') return alias(depth);
    if (at_word("instance")) return embedded(depth);
    if (at_word("null")) made.kind = ValueKind::null;
    while (!ended() && (is_word_char(text_[at_]) || text_[at_] == '.' || text_[at_] == '-' ||
                        text_[at_] == '+')) {
      ++at_;
    }
    if (at_ == begin) expected("a value");
    made.text = stated(begin);
    return made;
  }

  Value list(int depth) {
    const std::size_t begin = at_;
    ++at_;
    std::vector<Value> items;
    for (skip_blanks(); !ended() && peek() != '}'; skip_blanks()) {
      items.push_back(value(depth + 1));
      if (!take(',')) break;
    }
    if (!take('}')) expected("',' or '}' in the list");
    Value made;
    made.kind = ValueKind::list;
    made.items = memory_.keep(items);
    made.text = stated(begin);
    return made;
  }

  Value embedded(int depth) {
    const std::size_t begin = at_;
    Value made;
    const std::optional<Record> record = instance(depth + 1);
    made.kind = ValueKind::record;
    if (record) made.record = memory_.keep_one(*record);
    made.text = {{}, file_.span(begin, at_ - begin), false};
    return made;
  }

  /// `$Alias`: the instance of that name, which stands before. Instances are read again where they
  /// are named; a file that names large ones often is not followed for ever.
  Value alias(int depth) {
    const Text written = name();
    Value made;
    made.kind = ValueKind::text;
    made.loss = Loss::unresolved;
    made.text = written;
    const auto it = aliases_.find(lower(written.value));
    if (it == aliases_.end() || depth > kDeepestAlias || it->second.length > budget_) return made;
    budget_ -= it->second.length;
    const std::size_t back = at_;
    at_ = it->second.begin;
    const std::optional<Record> record = instance(depth + 1);
    at_ = back;
    if (!record) return made;
    made.kind = ValueKind::record;
    made.loss = Loss::none;
    made.record = memory_.keep_one(*record);
    made.text.verbatim = true;
    return made;
  }

  /// Texts in quotes, one after the other, are one text.
  Text joined_texts() {
    Text first = quoted();
    skip_blanks();
    if (peek() != '"') return first;
    std::string whole(first.value);
    while (peek() == '"' && !failed_) {
      whole += quoted().value;
      skip_blanks();
    }
    return {memory_.keep(whole), first.where, false};
  }

  Text quoted() {
    const std::size_t open = at_;
    const char quote = text_[at_++];
    const std::size_t begin = at_;
    std::string made;
    bool plain = true;
    while (at_ < text_.size() && text_[at_] != quote) {
      if (text_[at_] != '\\') {
        if (!plain) made += text_[at_];
        ++at_;
        continue;
      }
      if (plain) made = text_.substr(begin, at_ - begin);
      plain = false;
      take_escape(made);
    }
    if (at_ >= text_.size()) {
      fail(open, fmt::format("expected a quote {} at the end of the text that begins here", quote));
      return {};
    }
    Text text = stated(begin);
    if (!plain) text = {memory_.keep(made), text.where, false};
    ++at_;
    return text;
  }

  void take_escape(std::string& made) {
    constexpr std::string_view kNames = "btnfr";
    constexpr std::string_view kMeant = "\b\t\n\f\r";
    ++at_;
    const char c = at_ < text_.size() ? text_[at_] : '\0';
    const std::size_t known = kNames.find(c);
    if (c != 'x' && c != 'X') {
      if (at_ < text_.size()) ++at_;
      made += known == std::string_view::npos || c == '\0' ? c : kMeant[known];
      return;
    }
    ++at_;
    char32_t code = 0;
    constexpr std::size_t kDigits = 4;
    for (std::size_t i = 0; i < kDigits && at_ < text_.size(); ++i, ++at_) {
      const char digit = to_lower(text_[at_]);
      if (!is_digit(digit) && (digit < 'a' || digit > 'f')) break;
      code = code * 16 + static_cast<char32_t>(is_digit(digit) ? digit - '0' : digit - 'a' + 10);
    }
    append_utf8(made, code);
  }

  const SourceFile& file_;
  RecordSink& sink_;
  std::string_view text_;
  std::size_t at_ = 0;
  bool failed_ = false;
  Arena memory_;
  std::unordered_map<std::string, Place> aliases_;
  std::size_t budget_;
};

}  // namespace

bool claims_mof(std::string_view head) {
  // Comments and pragmas may come first.
  for (std::size_t at = find_ignoring_case(head, "instance"); at != std::string_view::npos;
       at = find_ignoring_case(head, "instance", at + 1)) {
    const std::size_t line = head.find_last_of("\r\n", at) + 1;
    const bool begins = at == 0 || trim(head.substr(line, at - line)).empty();
    const std::string_view rest = trim(head.substr(at + 8, 64));
    if (begins && starts_with_ignoring_case(rest, "of ")) return true;
  }
  return false;
}

void read_mof(const SourceFile& file, RecordSink& sink) { MofReader(file, sink).read(); }

}  // namespace connlint
