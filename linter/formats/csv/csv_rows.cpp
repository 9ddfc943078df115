#include "linter/formats/csv/csv_rows.h"

#include <algorithm>

#include "linter/formats/find_character.h"
#include "linter/formats/line_reader.h"

namespace connlint {
namespace {

/// Where the cell without quotes that begins at `at` ends: at `separator`, CR or LF, or at the end
/// of `text`.
std::size_t find_cell_end(std::string_view text, std::size_t at, char separator) {
  return find_character(text, at, separator, '\n', '\r');
}

void set(Value& value, ValueKind kind, const Text& text) {
  value.kind = kind;
  value.loss = Loss::none;
  value.items = {};
  value.text = text;
}

}  // namespace

CsvRows::CsvRows(const SourceFile& file, Arena& arena, char separator)
    : file_(file), text_(file.text), arena_(arena), separator_(separator) {}

void CsvRows::skip_blank_lines() {
  while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
}

bool CsvRows::next(std::span<Field> fields) {
  skip_blank_lines();
  if (at_ >= text_.size()) return false;
  const std::size_t begin = at_;
  row_ = {};
  do {
    read_simple_cells(fields);
    if (!read_cell(fields)) {
      fail(row_.damage, row_.damage_where.begin, begin);
      return true;
    }
  } while (skip_separator());
  row_.where = file_.span(begin, at_ - begin);
  at_ = skip_line_break(text_, at_);
  return true;
}

bool CsvRows::skip_separator() {
  if (at_ >= text_.size() || text_[at_] != separator_) return false;
  ++at_;
  return true;
}

/// Reads cells up to the last one of the row, or to one that needs a closer look. Nearly all are
/// read here, without a store to a member between them.
void CsvRows::read_simple_cells(std::span<Field> fields) {
  const std::string_view text = text_;
  const char separator = separator_;
  std::size_t at = at_;
  std::size_t count = row_.count;
  while (count < fields.size() && at < text.size() && text[at] != ' ') {
    const bool quoted = text[at] == '"';
    const std::size_t begin = quoted ? at + 1 : at;
    const std::size_t end =
        quoted ? find_character(text, begin, '"') : find_cell_end(text, begin, separator);
    const std::size_t next = quoted ? end + 1 : end;
    if (next >= text.size() || text[next] != separator) break;
    const bool null = !quoted && end == begin;
    set(fields[count].value, null ? ValueKind::null : ValueKind::text,
        {text.substr(begin, end - begin), file_.span(begin, end - begin), true});
    ++count;
    at = next + 1;
  }
  at_ = at;
  row_.count = count;
}

void CsvRows::put(std::span<Field> fields, ValueKind kind, const Text& text) {
  if (row_.count < fields.size()) {
    set(fields[row_.count].value, kind, text);
  } else {
    row_.overflows = row_.overflows || !text.value.empty();
  }
  ++row_.count;
}

/// Reads the cell at the present place, up to what ends it. False where it is damaged.
bool CsvRows::read_cell(std::span<Field> fields) {
  const std::size_t begin = at_;
  // People write `a, "b"`; so does Import-Csv read it.
  while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  if (at_ < text_.size() && text_[at_] == '"') return read_quoted(fields);
  at_ = find_cell_end(text_, at_, separator_);
  const std::string_view cell = text_.substr(begin, at_ - begin);
  put(fields, cell.empty() ? ValueKind::null : ValueKind::text,
      {cell, file_.span(begin, cell.size()), true});
  return true;
}

bool CsvRows::read_quoted(std::span<Field> fields) {
  const std::size_t quote = at_;
  const std::size_t begin = quote + 1;
  bool doubled = false;
  std::size_t piece = begin;
  for (;;) {
    const std::size_t end = text_.find('"', piece);
    if (end == std::string_view::npos) {
      row_.damage = RowDamage::open_quote;
      row_.damage_where = file_.span(quote, 1);
      at_ = text_.size();
      return false;
    }
    const bool pair = end + 1 < text_.size() && text_[end + 1] == '"';
    if (doubled || pair) {
      if (!doubled) unquoted_.clear();
      unquoted_.append(text_, piece, end - piece + (pair ? 1 : 0));
      doubled = true;
    }
    piece = end + 2;
    if (pair) continue;
    at_ = end + 1;
    const std::size_t length = end - begin;
    if (doubled) {
      const bool kept = row_.count < fields.size();
      put(fields, ValueKind::text,
          {kept ? arena_.keep(unquoted_) : unquoted_, file_.span(begin, length), false});
    } else {
      put(fields, ValueKind::text, {text_.substr(begin, length), file_.span(begin, length), true});
    }
    break;
  }
  if (at_ >= text_.size() || find_cell_end(text_, at_, separator_) == at_) return true;
  row_.damage = RowDamage::after_quote;
  row_.damage_where = file_.span(at_, find_line_break(text_, at_) - at_);
  return false;
}

/// Ends a damaged row that began at `begin` and was read up to the present place.
void CsvRows::fail(RowDamage damage, std::size_t where, std::size_t begin) {
  const std::size_t read = std::max(at_, where);
  const std::size_t first_end = find_line_break(text_, begin);
  row_.damage = damage;
  row_.where = file_.span(begin, first_end - begin);
  at_ = skip_line_break(text_, first_end);
  if (at_ >= read) return;
  reread_ += read - at_;
  if (reread_ > text_.size()) at_ = skip_line_break(text_, find_line_break(text_, read));
}

}  // namespace connlint
