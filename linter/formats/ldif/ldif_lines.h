// The logical lines of an LDIF file: folding and base64 undone, places kept.
// Knows nothing of entries.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/formats/arena.h"
#include "linter/formats/ldif/ldif_names.h"
#include "linter/formats/line_reader.h"
#include "linter/formats/record.h"
#include "linter/source/source_store.h"

namespace connlint {

/// One line after unfolding (RFC 2849: a line that begins with a blank continues the previous one).
struct LdifLine {
  enum class Kind : std::uint8_t {
    blank,
    attribute,  ///< `name: value`
    dash,       ///< `-`, which ends a change of a `modify` record.
    damaged,    ///< Anything else.
    stray,      ///< A continuation with nothing before it.
    unknown,    ///< An attribute beyond the number of names that are kept.
  };
  enum class Form : std::uint8_t { plain, base64, url };

  Kind kind = Kind::blank;
  Form form = Form::plain;
  /// Whether the value should be base64 and is not; `value` has a place and no text then.
  bool bad_base64 = false;
  /// What is known of the name. Null where the line is no attribute.
  const LdifName* known = nullptr;
  /// The name of the attribute without its options.
  Text name;
  /// Blanks before the value are no part of it, those behind it are.
  Text value;
  /// The whole line, all its continuations included.
  Span where{};
};

/// Cuts a file into logical lines; comments are passed over with their continuations.
class LdifLines {
 public:
  /// Texts that the file does not hold byte for byte are made in `arena`.
  LdifLines(const SourceFile& file, Arena& arena) : file_(file), lines_(file.text), arena_(arena) {}
  LdifLines(const SourceFile&& file, Arena& arena) = delete;

  /// The next line, or null at the end. It is valid until the next call, and its texts until the
  /// arena is reset.
  const LdifLine* next();

  /// The first continuation that began with a tab in place of a blank, as other tools fold.
  [[nodiscard]] const std::optional<Span>& tab_fold() const { return tab_fold_; }

 private:
  /// Where a part of `unfolded_` begins there and in the file.
  struct Piece {
    std::uint32_t offset = 0;
    std::uint32_t source = 0;
  };

  [[nodiscard]] bool continues() const { return lines_.peek() == ' ' || lines_.peek() == '\t'; }
  std::string_view take_continuation();
  void pass_over_continuations();
  const LdifLine* unmistakable(LdifLine::Kind kind, std::string_view first);
  void unfold(std::string_view first);
  void cut(std::string_view text);
  void cut_folded(std::string_view text);
  bool cut_name(std::string_view text);
  std::size_t cut_form(std::string_view text);
  void decode(std::string_view digits);
  [[nodiscard]] std::uint32_t source_of(std::size_t offset) const;
  Text text_of(std::string_view part);

  const SourceFile& file_;
  LineReader lines_;
  Arena& arena_;
  LdifNames names_;
  LdifLine line_;
  std::string unfolded_;
  std::vector<Piece> pieces_;
  std::string decoded_;
  std::optional<Span> tab_fold_;
};

}  // namespace connlint
