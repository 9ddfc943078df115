// The characters and the smallest pieces of a PowerShell script: blanks, comments, continuations,
// words, names. Knows no grammar.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace connlint {

/// What a character is to PowerShell, which takes typographic quotes, dashes and blanks for the
/// plain ones (about_Quoting_Rules; the language specification, 2.3).
enum class ScriptChar : std::uint8_t { other, blank, line_end, single_quote, double_quote, dash };

/// The class of the character at `at` and its length in bytes (2 for CR LF). `at` lies in `text`.
struct ScriptCharAt {
  ScriptChar kind = ScriptChar::other;
  std::size_t length = 1;
};
ScriptCharAt script_char_at(std::string_view text, std::size_t at);

/// Why a statement cannot be read, and where.
struct ScriptDamage {
  std::string message;
  std::size_t begin = 0;
  std::size_t length = 0;
  /// How far the reading had come.
  std::size_t reached = 0;
};

/// A place in a script that moves forward. After damage it stands at the end.
class ScriptScanner {
 public:
  explicit ScriptScanner(std::string_view text) : text_(text) {}

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::size_t at() const { return at_; }
  void move_to(std::size_t at) { at_ = damage_ ? text_.size() : at; }
  void advance(std::size_t count = 1) { move_to(at_ + count); }
  [[nodiscard]] bool ended() const { return at_ >= text_.size(); }
  /// The byte there, NUL at the end.
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  /// The class of the character there; `other` at the end.
  [[nodiscard]] ScriptChar kind() const { return kind_at(at_); }
  [[nodiscard]] ScriptChar kind_at(std::size_t at) const {
    return at < text_.size() ? script_char_at(text_, at).kind : ScriptChar::other;
  }
  [[nodiscard]] std::size_t char_length() const {
    return ended() ? 0 : script_char_at(text_, at_).length;
  }
  [[nodiscard]] bool starts_with(std::string_view word) const {
    return text_.substr(at_).starts_with(word);
  }
  [[nodiscard]] std::string_view since(std::size_t begin) const {
    return text_.substr(begin, at_ - begin);
  }

  /// Goes past blanks, comments and continued lines.
  void skip_blanks();
  /// The same and past line ends.
  void skip_lines();
  /// The same and past semicolons.
  void skip_separators();
  /// Goes to the end of the line.
  void skip_to_line_end();
  /// Whether a quoted text or a here-string begins there.
  [[nodiscard]] bool at_text() const;
  /// Goes past the text that begins there by its quotes alone; false where it does not end.
  bool skip_text();
  /// Goes past the brackets `[ ]` that begin there, with what is in them; false where they do not
  /// end within what an attribute may take.
  bool skip_square_brackets();

  /// Whether a statement ends there: a line end, `;`, `}`, `)` or the end of the script.
  [[nodiscard]] bool at_statement_end() const;
  /// Whether the arguments of a command end there: also `|` and `&`.
  [[nodiscard]] bool at_command_end() const;
  /// Whether a word of a command ends at `at`: a blank, a line end, or one of `&(),;<>{|}`.
  [[nodiscard]] bool ends_word(std::size_t at) const;

  /// The letters of a keyword that begins there, in lower case; empty where a longer word stands.
  [[nodiscard]] std::string keyword() const;
  /// Whether the character at `at` may begin or continue the name of a variable.
  [[nodiscard]] bool is_name_char(std::size_t at) const;
  /// Reads the name of a variable behind its `$` or `@`: `name`, `scope:name`, `{any name}`; empty
  /// where there is none.
  std::string_view variable_name();

  /// The letters behind the dash that stands there, in lower case, where they are a whole word
  /// such as that of an operator: `not` of `-not[bool]$x`; else empty.
  [[nodiscard]] std::string dashed_word() const;

  /// Says why the statement cannot be read and ends the reading. The first reason counts.
  void fail(std::size_t begin, std::size_t length, std::string message);
  [[nodiscard]] bool failed() const { return damage_.has_value(); }
  /// Takes the damage away and goes to `at`, where the reading goes on. There is damage.
  ScriptDamage resume(std::size_t at);
  [[nodiscard]] const std::optional<ScriptDamage>& damage() const { return damage_; }

 private:
  bool skip_comment();
  bool skip_here_string();

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<ScriptDamage> damage_;
};

}  // namespace connlint
