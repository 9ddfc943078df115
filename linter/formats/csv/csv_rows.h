// Cuts comma separated text into rows and cells. Knows nothing of headers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "linter/formats/arena.h"
#include "linter/formats/record.h"
#include "linter/source/source_store.h"

namespace connlint {

/// What is wrong with a row.
enum class RowDamage : std::uint8_t {
  none,
  open_quote,   ///< A quote is never closed.
  after_quote,  ///< Something else than a separator follows a closing quote.
};

/// One row.
struct CsvRow {
  /// How many cells it has; there may be more than there was room for.
  std::size_t count = 0;
  /// Whether a cell beyond the room for cells holds something.
  bool overflows = false;
  RowDamage damage = RowDamage::none;
  /// The damaged place: the quote that is not closed, or what follows the closing one.
  Span damage_where{};
  /// The whole row without its line break; of a damaged row its first line.
  Span where{};
};

/// Reads the rows of a file (RFC 4180, with LF and CR as line breaks too). Blank lines are passed
/// over. After a damaged row it goes on with the line after the one that the row began on, as long
/// as the whole stays linear.
class CsvRows {
 public:
  /// Texts with doubled quotes are made in `arena`.
  CsvRows(const SourceFile& file, Arena& arena, char separator);
  CsvRows(const SourceFile&& file, Arena& arena, char separator) = delete;

  /// Goes to that place of the text.
  void go_to(std::size_t offset) { at_ = offset; }
  [[nodiscard]] std::size_t offset() const { return at_; }

  /// Reads the next row and writes its cells to the values of `fields`: a text, or null for nothing
  /// at all between two separators. Fields beyond the last cell are not touched. False at the end.
  bool next(std::span<Field> fields);
  [[nodiscard]] const CsvRow& row() const { return row_; }

 private:
  void read_simple_cells(std::span<Field> fields);
  bool skip_separator();
  bool read_cell(std::span<Field> fields);
  bool read_quoted(std::span<Field> fields);
  void skip_blank_lines();
  void put(std::span<Field> fields, ValueKind kind, const Text& text);
  void fail(RowDamage damage, std::size_t where, std::size_t begin);

  const SourceFile& file_;
  std::string_view text_;
  Arena& arena_;
  char separator_;
  std::size_t at_ = 0;
  /// How much of the text was read again after damage.
  std::size_t reread_ = 0;
  CsvRow row_;
  std::string unquoted_;
};

}  // namespace connlint
