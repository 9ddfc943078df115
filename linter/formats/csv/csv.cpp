// CSV: Export-Csv of Windows PowerShell and PowerShell 7, csvde, and what spreadsheets make of
// them. Each row becomes a record. Lists stay the joined texts that they are (see joined_list.h).
#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "linter/formats/arena.h"
#include "linter/formats/bounded_notes.h"
#include "linter/formats/csv/csv_header.h"
#include "linter/formats/csv/csv_rows.h"
#include "linter/formats/csv/csvde_values.h"
#include "linter/formats/find_character.h"
#include "linter/formats/format.h"
#include "linter/formats/lost_text.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

class CsvReader {
 public:
  CsvReader(const SourceFile& file, RecordSink& sink)
      : file_(file),
        sink_(sink),
        notes_(sink),
        start_(csv_start(file.text)),
        rows_(file, arena_, start_.separator) {}

  void run() {
    rows_.go_to(start_.header);
    set_type(start_.type);
    if (!read_header()) {
      note(NoteKind::unreadable, file_.span(start_.header, 0),
           "expected a line with the names of the columns");
    }
    while (!columns_.empty() && next_row()) read_row();
    notes_.finish();
  }

 private:
  bool next_row() {
    arena_.reset();
    return rows_.next(columns_);
  }

  /// The row of column names. False where there is none that can be used.
  bool read_header() {
    columns_ = {};
    if (!rows_.next(room_)) return false;
    if (rows_.row().count > room_.size() && room_.size() < kMostColumns) {
      room_.resize(kMostColumns);
      rows_.go_to(rows_.row().where.begin);
      rows_.next(room_);
    }
    const CsvRow& row = rows_.row();
    if (row.damage != RowDamage::none || row.count > kMostColumns) {
      note(NoteKind::unreadable, row.where,
           fmt::format(
               "expected at most {} names of columns with separators between them; the rest is "
               "left out",
               kMostColumns));
      return true;
    }
    columns_ = std::span(room_).first(row.count);
    names_.reset();
    nameless_ = false;
    for (Field& column : columns_) {
      column.name = column.value.text;
      // Names with doubled quotes outlive the memory of their row.
      if (!column.name.verbatim) column.name.value = names_.keep(column.name.value);
      column.value = {};
      nameless_ = nameless_ || trim(column.name.value).empty();
    }
    if (nameless_) {
      note(NoteKind::suspicious, row.where, "a column has no name; its values are left out");
    }
    csvde_ = !columns_.empty() && columns_.front().name.value == "DN";
    classes_ = csvde_ ? column_named("objectClass") : std::nullopt;
    return true;
  }

  [[nodiscard]] std::optional<std::size_t> column_named(std::string_view name) const {
    const auto found = std::ranges::find_if(columns_, [name](const Field& column) {
      return equals_ignoring_case(column.name.value, name);
    });
    if (found == columns_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns_.begin());
  }

  void read_row() {
    const CsvRow& row = rows_.row();
    if (row.damage != RowDamage::none) return note_damage(row);
    const Value& first = columns_.front().value;
    if (file_.text.compare(row.where.begin, kTypeLine.size(), kTypeLine) == 0) {
      // Another export was appended to this one.
      set_type(row.where);
      read_header();
      return;
    }
    if (first.text.value == columns_.front().name.value && repeats_header(row)) return;
    if (row.count > columns_.size() && row.overflows) return note_long(row);
    if (row.count < columns_.size()) note_short(row);
    hand_over(row, columns_.first(std::min(row.count, columns_.size())));
  }

  /// Files with the same columns are sometimes simply joined.
  [[nodiscard]] bool repeats_header(const CsvRow& row) const {
    return row.count == columns_.size() && std::ranges::all_of(columns_, [](const Field& column) {
             return column.value.text.value == column.name.value;
           });
  }

  void hand_over(const CsvRow& row, std::span<Field> cells) {
    for (Field& cell : cells) {
      Value& value = cell.value;
      if (value.kind != ValueKind::text) continue;
      value.loss = loss_of_text(value.text.value);
      if (csvde_ && value.text.value.starts_with("X'")) bytes_.decode(value);
    }
    std::span<const Field> fields = cells;
    std::span<const Text> types(types_);
    if (csvde_ || nameless_) {
      fields = without_absent(cells);
      types = csvde_ ? object_classes(cells) : types;
    }
    sink_.record({.container = {},
                  .types = types,
                  .fields = fields,
                  .label = csvde_ ? cells.front().value.text : Text{},
                  .where = row.where});
  }

  /// csvde writes nothing for an attribute that the object does not have.
  std::span<const Field> without_absent(std::span<const Field> cells) {
    const auto is_left_out = [this](const Field& cell) {
      return (csvde_ && cell.value.kind == ValueKind::null) ||
             (nameless_ && trim(cell.name.value).empty());
    };
    while (!cells.empty() && is_left_out(cells.back())) cells = cells.first(cells.size() - 1);
    if (std::ranges::none_of(cells, is_left_out)) return cells;
    present_.clear();
    for (const Field& cell : cells) {
      if (!is_left_out(cell)) present_.push_back(cell);
    }
    return present_;
  }

  std::span<const Text> object_classes(std::span<const Field> cells) {
    object_classes_.clear();
    if (!classes_ || *classes_ >= cells.size()) return {};
    const Text& joined = cells[*classes_].value.text;
    for (std::size_t begin = 0; begin < joined.value.size();) {
      const std::size_t end = find_character(joined.value, begin, ';');
      if (end > begin) object_classes_.push_back(joined.part(begin, end - begin));
      begin = end + 1;
    }
    return object_classes_;
  }

  void set_type(Span line) {
    types_.clear();
    const std::string_view text = std::string_view(file_.text).substr(line.begin, line.length);
    if (!text.starts_with(kTypeLine)) return;
    const std::string_view name = type_name_of(text);
    if (!name.empty()) types_.push_back({name, file_.span_of(name), true});
  }

  void note_damage(const CsvRow& row) {
    if (row.damage == RowDamage::open_quote) {
      return note(NoteKind::unreadable, row.damage_where,
                  "the quote is never closed; expected a closing quote before a separator or the "
                  "end of the line, the row is left out");
    }
    note(NoteKind::unreadable, row.damage_where,
         "expected a separator or the end of the line after the closing quote; a quote within a "
         "cell is written twice, the row is left out");
  }

  void note_long(const CsvRow& row) {
    note(NoteKind::unreadable, row.where,
         fmt::format("the row has {} cells where there are {} columns; a cell that holds the "
                     "separator needs quotes, the row is left out",
                     row.count, columns_.size()));
  }

  void note_short(const CsvRow& row) {
    const bool last = row.where.begin + row.where.length >= file_.text.size();
    note(last ? NoteKind::unreadable : NoteKind::suspicious, row.where,
         fmt::format(
             "the row has {} cells where there are {} columns; the others are taken as unknown{}",
             row.count, columns_.size(), last ? ", since the file may be cut off here" : ""));
  }

  void note(NoteKind kind, Span where, std::string message) {
    notes_.add(kind, where, std::move(message));
  }

  const SourceFile& file_;
  RecordSink& sink_;
  BoundedNotes notes_;
  Arena arena_;
  Arena names_;
  CsvdeBytes bytes_{arena_};
  CsvStart start_;
  CsvRows rows_;
  /// The columns with their names; the values are those of the present row.
  std::span<Field> columns_;
  /// Enough for all but whole schemas; these need time to make room for.
  std::vector<Field> room_ = std::vector<Field>(512);
  bool nameless_ = false;
  std::vector<Text> types_;
  bool csvde_ = false;
  std::optional<std::size_t> classes_;
  std::vector<Field> present_;
  std::vector<Text> object_classes_;
};

}  // namespace

void read_csv(const SourceFile& file, RecordSink& sink) { CsvReader(file, sink).run(); }

}  // namespace connlint
