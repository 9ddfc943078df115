// List text, what Format-List prints and what people paste of it.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "linter/formats/bounded_notes.h"
#include "linter/formats/format.h"
#include "linter/formats/line_reader.h"
#include "linter/formats/list_text/list_lines.h"
#include "linter/formats/list_text/list_values.h"
#include "linter/support/characters.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// The length of the longest line that holds a value, in characters: where the console breaks
/// lines, if it does.
std::size_t console_width(std::string_view text) {
  std::size_t width = 0;
  LineReader lines(text);
  while (const auto line = lines.next()) {
    // Shorter in bytes is shorter in characters too.
    if (line->size() <= width) continue;
    const ListLineKind kind = classify_list_line(*line).kind;
    const bool is_rest = kind == ListLineKind::other && line->starts_with("  ");
    if (kind == ListLineKind::property || is_rest) {
      width = std::max(width, count_code_points(*line));
    }
  }
  return width;
}

using Names = std::set<std::string_view, LessIgnoringCase>;

/// A property as it is being read.
struct Draft {
  std::string_view name;
  /// At which byte of the lines its value stands.
  std::size_t column = 0;
  std::size_t first_piece = 0;
  std::size_t piece_count = 0;
};

/// Properties that belong together, as far as they have been read.
struct Group {
  std::vector<Draft> properties;
  Names names;

  [[nodiscard]] bool empty() const { return properties.empty(); }
  void clear() {
    properties.clear();
    names.clear();
  }
};

/// Reads one file. Lines without a blank line between them are a block; an object is a block, or
/// several where single blank lines stand between its properties.
class ListTextReader {
 public:
  ListTextReader(const SourceFile& file, RecordSink& sink)
      : file_(file), sink_(sink), notes_(sink) {}

  void read();

 private:
  void read_line(std::string_view text);
  bool goes_on(const ListLine& line) const;
  void add_piece(std::string_view line, std::size_t begin);
  void add_property(const ListLine& line);
  void read_other(const ListLine& line);
  void end_block();
  void end_object();
  [[nodiscard]] bool belongs_to_object() const;
  void note_table();
  void finish();

  /// What the lines that are no properties belong to.
  enum class Within { nothing, block, table, message };

  const SourceFile& file_;
  RecordSink& sink_;
  BoundedNotes notes_;
  Arena arena_;
  std::size_t width_ = 0;
  std::vector<ListPiece> pieces_;
  Group object_;
  Group block_;
  Within within_ = Within::nothing;
  std::size_t blank_lines_ = 0;
  /// How many blank lines stand before the block.
  std::size_t gap_ = 0;
  /// The first line and the last line that are neither a property nor part of one.
  std::string_view first_other_;
  std::string_view other_;
  /// The last line with a prompt.
  std::string_view prompt_;
  bool found_ = false;
};

void ListTextReader::read() {
  width_ = console_width(file_.text);
  LineReader lines(file_.text);
  while (const auto line = lines.next()) read_line(*line);
  end_block();
  end_object();
  finish();
}

void ListTextReader::read_line(std::string_view text) {
  const ListLine line = classify_list_line(text);
  if (line.kind == ListLineKind::blank) {
    if (blank_lines_++ == 0) end_block();
    within_ = Within::nothing;
    return;
  }
  const std::size_t blank_lines = std::exchange(blank_lines_, 0);
  if (goes_on(line)) return add_piece(text, text.size());
  if (block_.empty()) gap_ = blank_lines;
  switch (line.kind) {
    case ListLineKind::property: return add_property(line);
    case ListLineKind::prompt:
      end_block();
      end_object();
      prompt_ = text;
      within_ = Within::nothing;
      return;
    case ListLineKind::rule:
      if (other_.empty()) return;
      note_table();
      within_ = Within::table;
      return;
    case ListLineKind::message:
      end_block();
      within_ = Within::message;
      return;
    case ListLineKind::blank:
    case ListLineKind::other: return read_other(line);
  }
}

/// Whether the line goes on with the value above it: it begins at the column of the values or
/// behind it.
bool ListTextReader::goes_on(const ListLine& line) const {
  const Group& group = block_.empty() ? object_ : block_;
  if (group.empty()) return false;
  const std::size_t indentation = line.text.find_first_not_of(' ');
  const std::size_t column = group.properties.back().column;
  return indentation >= column && column > 0;
}

/// Adds a line to the last value: from the column of the values on, since blanks behind it belong
/// to the value, or from `begin` on, where the line begins before that column.
void ListTextReader::add_piece(std::string_view line, std::size_t begin) {
  Group& group = block_.empty() ? object_ : block_;
  Draft& draft = group.properties.back();
  pieces_.push_back(list_piece(line, std::min(begin, draft.column)));
  ++draft.piece_count;
}

void ListTextReader::add_property(const ListLine& line) {
  if (block_.names.contains(line.name)) {
    end_block();
    end_object();
  }
  within_ = Within::block;
  block_.names.insert(line.name);
  block_.properties.push_back(
      {.name = line.name, .column = line.column, .first_piece = pieces_.size(), .piece_count = 1});
  pieces_.push_back(list_piece(line.text, line.column));
}

void ListTextReader::read_other(const ListLine& line) {
  if (within_ == Within::table || within_ == Within::message) return;
  // A line that a console broke, or a line whose indentation was lost.
  if (within_ == Within::block) return add_piece(line.text, line.column);
  other_ = line.text;
  if (first_other_.empty()) first_other_ = other_;
}

bool ListTextReader::belongs_to_object() const {
  if (object_.empty() || gap_ != 1) return false;
  if (object_.properties.front().column != block_.properties.front().column) return false;
  return std::ranges::none_of(block_.names,
                              [&](std::string_view name) { return object_.names.contains(name); });
}

void ListTextReader::end_block() {
  if (block_.empty()) return;
  if (!belongs_to_object()) end_object();
  object_.properties.insert(object_.properties.end(), block_.properties.begin(),
                            block_.properties.end());
  object_.names.merge(block_.names);
  block_.clear();
}

void ListTextReader::end_object() {
  if (object_.empty()) return;
  std::vector<Field> fields;
  const std::span<const ListPiece> pieces = pieces_;
  for (const Draft& draft : object_.properties) {
    fields.push_back(
        {{draft.name, file_.span_of(draft.name), true},
         list_value(file_, pieces.subspan(draft.first_piece, draft.piece_count), width_, arena_)});
  }
  Record record;
  record.fields = fields;
  record.where = file_.span_of(object_.properties.front().name);
  sink_.record(record);
  found_ = true;
  object_.clear();
  // The block that is being read keeps its pieces.
  const std::size_t used = block_.empty() ? pieces_.size() : block_.properties[0].first_piece;
  pieces_.erase(pieces_.begin(), pieces_.begin() + static_cast<std::ptrdiff_t>(used));
  for (Draft& draft : block_.properties) draft.first_piece -= used;
  arena_.reset();
}

void ListTextReader::note_table() {
  std::string command = "the command";
  const std::size_t begin = prompt_.find('>');
  if (begin != std::string_view::npos) {
    const std::string_view typed = trim(prompt_.substr(begin + 1));
    const std::string_view cmdlet = trim(typed.substr(0, typed.find('|')));
    if (!cmdlet.empty()) command = quoted_for_note(cmdlet);
  }
  if (first_other_ == other_) first_other_ = {};
  notes_.add(
      NoteKind::unreadable, file_.span_of(trim(other_)),
      fmt::format("expected list text, found a table, which cuts what does not fit: run {} again "
                  "with '| Format-List *', or better with '| Export-Clixml FILE.xml'",
                  command));
  found_ = true;
}

void ListTextReader::finish() {
  if (!first_other_.empty() && found_) {
    notes_.add(NoteKind::ignored, file_.span_of(trim(first_other_)),
               "expected lines such as 'Name : Fax'; text that belongs to no object is left out");
  }
  if (!found_) {
    notes_.add(NoteKind::unreadable, file_.span(0, 0),
               "expected lines such as 'Name : Fax', as Format-List prints them, found none");
  }
  notes_.finish();
}

/// Whether `rule` underlines the columns of a table whose head is `head`.
bool is_below(std::string_view rule, std::string_view head) {
  return !head.empty() && (rule.find(' ') != std::string_view::npos || rule.size() == head.size());
}

}  // namespace

bool claims_list(std::string_view head) {
  LineReader lines(head);
  std::string_view other;
  std::string_view first_name;
  std::size_t column = 0;
  while (const auto text = lines.next()) {
    const ListLine line = classify_list_line(*text);
    if (line.kind == ListLineKind::blank || line.kind == ListLineKind::prompt ||
        line.kind == ListLineKind::message) {
      continue;
    }
    if (line.kind == ListLineKind::rule) return is_below(trim(line.text), trim(other));
    const bool is_property = line.kind == ListLineKind::property;
    if (first_name.empty()) {
      // The head of a table may be the first line; anything else that is no property may not.
      if (!is_property && !std::exchange(other, line.text).empty()) return false;
      if (!is_property) continue;
      if (!other.empty()) return false;
      if (equals_ignoring_case(line.name, "connlint")) return false;
      first_name = line.name;
      column = line.column;
    } else if (is_property) {
      // The colons of an object stand below each other.
      return line.column == column;
    } else if (line.column < column) {
      return false;
    }
  }
  return !first_name.empty();
}

void read_list(const SourceFile& file, RecordSink& sink) { ListTextReader(file, sink).read(); }

}  // namespace connlint
