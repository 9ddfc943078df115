// Cuts a text into lines, in linear time whatever it holds.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "linter/formats/find_character.h"

namespace connlint {

/// Where the next LF or CR of `text` stands, from `begin` on; the size of `text` where there is
/// none.
inline std::size_t find_line_break(std::string_view text, std::size_t begin) {
  return find_character(text, begin, '\n', '\r');
}

/// Where the line after the one that ends at `end` begins. A line ends at LF, at CR LF or at a CR
/// alone; CR CR LF, as redirected consoles write it, is one end too.
inline std::size_t skip_line_break(std::string_view text, std::size_t end) {
  if (end >= text.size()) return text.size();
  const std::string_view rest = text.substr(end, 3);
  if (rest.starts_with("\r\n")) return end + 2;
  if (rest == "\r\r\n") return end + 3;
  return end + 1;
}

/// The lines of a text, one after the other.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : text_(text) {}

  /// The next line without its line break, or nothing at the end. A view into the text.
  std::optional<std::string_view> next() {
    if (begin_ >= text_.size()) return std::nullopt;
    const std::size_t end = find_line_break(text_, begin_);
    const std::string_view line = text_.substr(begin_, end - begin_);
    begin_ = skip_line_break(text_, end);
    return line;
  }

  /// The first character of the line that comes next; NUL at the end and before an empty line.
  [[nodiscard]] char peek() const {
    if (begin_ >= text_.size()) return '\0';
    const char c = text_[begin_];
    return c == '\r' || c == '\n' ? '\0' : c;
  }

 private:
  std::string_view text_;
  std::size_t begin_ = 0;
};

}  // namespace connlint
