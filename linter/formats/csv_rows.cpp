#include "linter/formats/csv_rows.h"

#include <algorithm>

#include "linter/formats/line_reader.h"

namespace connlint {

CsvRows::CsvRows(const SourceFile& file, Arena& arena, char separator)
    : file_(file), text_(file.text), arena_(arena), separator_(separator) {
  for (char c : {separator, '\r', '\n'}) ends_[static_cast<unsigned char>(c)] = true;
}

void CsvRows::skip_blank_lines() {
  while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
}

bool CsvRows::next(std::span<Field> fields) {
  skip_blank_lines();
  if (at_ >= text_.size()) return false;
  const std::size_t begin = at_;
  row_ = {};
  while (read_cell(fields)) {
    if (at_ < text_.size() && text_[at_] == separator_) {
      ++at_;
      continue;
    }
    row_.where = file_.span(begin, at_ - begin);
    at_ = skip_line_break(text_, at_);
    return true;
  }
  fail(row_.damage, row_.damage_where.begin, begin);
  return true;
}

void CsvRows::put(std::span<Field> fields, ValueKind kind, const Text& text) {
  if (row_.count < fields.size()) {
    Value& value = fields[row_.count].value;
    value.kind = kind;
    value.loss = Loss::none;
    value.items = {};
    value.text = text;
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
  while (at_ < text_.size() && !ends_[static_cast<unsigned char>(text_[at_])]) ++at_;
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
  if (at_ >= text_.size() || ends_[static_cast<unsigned char>(text_[at_])]) return true;
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
