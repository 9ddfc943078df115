// LDIF (RFC 2849) as ldifde, ldapsearch and slapcat write it. Entries and `changetype: add` become
// records; changes of entries are no objects and are left out.
#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "linter/formats/arena.h"
#include "linter/formats/bounded_notes.h"
#include "linter/formats/format.h"
#include "linter/formats/ldif/ldif_entry.h"
#include "linter/formats/ldif/ldif_lines.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// Values of one entry that are kept; Active Directory itself returns some thousand.
constexpr std::size_t kMostValues = 1'000'000;

/// RFC 2849 and, for the last four, ldifde.
constexpr std::array<std::string_view, 8> kChangeTypes = {
    "modify",        "delete",           "modrdn",           "moddn",
    "ntdsSchemaAdd", "ntdsSchemaModify", "ntdsSchemaDelete", "ntdsSchemaModrdn"};

class LdifReader {
 public:
  LdifReader(const SourceFile& file, RecordSink& sink)
      : sink_(sink), notes_(sink), lines_(file, arena_) {}

  void run() {
    while (const LdifLine* line = lines_.next()) read(*line);
    end_block();
    note_tab();
    note_changes();
    note_urls();
    note_names_only();
    notes_.finish();
  }

 private:
  /// What the lines up to the next empty one belong to.
  enum class Block {
    none,      ///< Before the first line.
    entry,     ///< An entry that is handed over.
    change,    ///< A change of an entry, left out.
    search,    ///< Words of ldapsearch, left out.
    nameless,  ///< Lines without `dn:` before them, left out.
  };

  void read(const LdifLine& line) {
    switch (line.kind) {
      case LdifLine::Kind::blank:
        end_block();
        arena_.reset();
        return;
      case LdifLine::Kind::dash:
        if (block_ == Block::change || (block_ == Block::none && after_modify_)) return;
        return damaged(line);
      case LdifLine::Kind::damaged: return damaged(line);
      case LdifLine::Kind::stray:
        return note(NoteKind::unreadable, line.where,
                    "a line that continues another stands alone; expected 'attribute: value', "
                    "which a line that begins with a blank only continues");
      case LdifLine::Kind::unknown: return too_many_names(line);
      case LdifLine::Kind::attribute: break;
    }
    if (line.known->word == LdifWord::dn) {
      begin_entry(line);
    } else if (block_ == Block::none) {
      begin_other(line);
    } else if (block_ == Block::entry) {
      where_.length = line.where.begin + line.where.length - where_.begin;
      read_attribute(line);
    } else if (block_ == Block::search) {
      read_search(line);
    }
  }

  void damaged(const LdifLine& line) {
    if (block_ == Block::entry && after_base64_) {
      // More digits without the blank that continues a line, as in the first edition of the RFC's
      // example 3 (errata 2258): what was decoded is only a part.
      entry_.mark_last(Loss::not_exported);
    }
    note(NoteKind::unreadable, line.where,
         "expected 'attribute: value' (LDIF, RFC 2849); the line is left out, export the object "
         "again");
  }

  void too_many_names(const LdifLine& line) {
    note(NoteKind::unreadable, line.where,
         fmt::format("the file has more than {} names of attributes, the values of others are left "
                     "out; expected the export of a directory",
                     LdifNames::kMost));
  }

  void begin_entry(const LdifLine& line) {
    if (block_ == Block::entry || block_ == Block::change) {
      note(NoteKind::suspicious, line.name.where,
           "an entry begins here without an empty line before it; read as an entry of its own");
      end_block();
    }
    block_ = Block::entry;
    where_ = line.where;
    has_value_ = false;
    has_attribute_ = false;
    add(line);
  }

  /// A line that begins a block and is no `dn:`.
  void begin_other(const LdifLine& line) {
    const LdifWord word = line.known->word;
    if (word == LdifWord::version) {
      // ldapsearch repeats it for each page of a paged search.
      if (trim(line.value.value) == "1") return;
      return note(NoteKind::suspicious, line.value.where,
                  "expected LDIF version 1; read as version 1");
    }
    if (word == LdifWord::search) {
      block_ = Block::search;
      return read_search(line);
    }
    if (after_modify_ && word == LdifWord::change) {
      // The RFC's own example of a change record has an empty line in it.
      block_ = Block::change;
      return;
    }
    block_ = Block::nameless;
    note(NoteKind::unreadable, line.where,
         "expected 'dn: ...' at the beginning of an entry; the entry is left out, export it again");
  }

  /// `result: 4 Size limit exceeded` says that the file is only a part of the answer.
  void read_search(const LdifLine& line) {
    if (!equals_ignoring_case(line.name.value, "result")) return;
    const std::string_view result = trim(line.value.value);
    if (result == "0" || result.starts_with("0 ")) return;
    note(
        NoteKind::suspicious, line.value.where,
        fmt::format("the search ended with {}, so that entries may be missing; export again with a "
                    "page size (ldapsearch -E pr=500/noprompt) and enough rights",
                    quoted_for_note(result)));
  }

  void read_attribute(const LdifLine& line) {
    if (line.known->word == LdifWord::changetype) return read_change_type(line);
    if (!has_attribute_ && line.known->word == LdifWord::control) return;
    has_attribute_ = true;
    if (entry_.size() < kMostValues) return add(line);
    if (entry_.size() == kMostValues && !full_) {
      note(NoteKind::unreadable, line.where,
           fmt::format("the entry has more than {} values; the others are left out", kMostValues));
    }
    full_ = true;
  }

  void read_change_type(const LdifLine& line) {
    const std::string_view type = trim(line.value.value);
    if (equals_ignoring_case(type, "add")) return;
    const auto known = std::ranges::find_if(
        kChangeTypes, [type](auto word) { return equals_ignoring_case(word, type); });
    drop_entry();
    block_ = Block::change;
    if (known == kChangeTypes.end()) {
      return note(NoteKind::unreadable, line.value.where,
                  fmt::format("{} is no change type, expected add, modify, delete or modrdn; the "
                              "record is left out",
                              quoted_for_note(type)));
    }
    after_modify_ = *known == "modify";
    ++changes_[*known];
    if (!first_change_) first_change_ = line.value.where;
  }

  void add(const LdifLine& line) {
    Value value;
    value.kind = ValueKind::text;
    value.text = line.value;
    if (line.known->partial) value.loss = Loss::truncated;
    if (line.form == LdifLine::Form::url) {
      value.loss = Loss::unresolved;
      if (urls_++ == 0) first_url_ = {quoted_for_note(line.name.value), line.value.where};
    }
    if (line.bad_base64) {
      value = {.kind = ValueKind::null, .loss = Loss::not_exported, .text = line.value};
      note(
          NoteKind::unreadable, line.value.where,
          fmt::format("the value of {} is no base64 (groups of four letters, digits, '+' or '/', "
                      "the last one filled up with '='); taken as unknown, export the object again",
                      quoted_for_note(line.name.value)));
    }
    after_base64_ = line.form == LdifLine::Form::base64;
    const bool plain = line.form == LdifLine::Form::plain;
    has_value_ = has_value_ || (has_attribute_ && !(plain && line.value.value.empty()));
    const std::size_t field = entry_.add(line.known->attribute, line.name, value);
    if (line.known->word == LdifWord::object_class) class_field_ = field;
  }

  void end_block() {
    if (block_ == Block::entry) hand_over();
    if (block_ != Block::none) after_modify_ = block_ == Block::change && after_modify_;
    drop_entry();
    block_ = Block::none;
  }

  void hand_over() {
    // ldapsearch -A writes names without values. Real values may be empty too, but not all values
    // of an entry: its objectClass is one of them.
    if (has_attribute_ && !has_value_) {
      if (names_only_++ == 0) first_names_only_ = where_;
      entry_.mark_not_exported();
    }
    const std::span<const Field> fields = entry_.fields();
    types_.clear();
    if (class_field_ > 0) {
      for (const Value& value : LdifEntry::values_of(fields[class_field_])) {
        if (value.loss == Loss::none) types_.push_back(value.text);
      }
    }
    sink_.record({.container = {},
                  .types = types_,
                  .fields = fields,
                  .label = LdifEntry::values_of(fields.front()).front().text,
                  .where = where_});
  }

  void drop_entry() {
    entry_.clear();
    class_field_ = 0;
    full_ = false;
  }

  void note(NoteKind kind, Span where, std::string message) {
    notes_.add(kind, where, std::move(message));
  }

  void note_tab() {
    if (!lines_.tab_fold()) return;
    note(NoteKind::suspicious, *lines_.tab_fold(),
         "a line begins with a tab, where a blank continues a line; read as a continuation");
  }

  void note_changes() {
    if (!first_change_) return;
    std::string what;
    for (const auto& [type, count] : changes_) {
      what += fmt::format("{}{} x {}", what.empty() ? "" : ", ", count, type);
    }
    note(NoteKind::ignored, *first_change_,
         fmt::format("change records that do not add an object are left out ({}); a linter needs "
                     "the objects themselves: export them with ldifde -f",
                     what));
  }

  void note_urls() {
    if (urls_ == 0) return;
    const std::string others = urls_ == 1 ? "" : fmt::format(" and {} more", urls_ - 1);
    note(NoteKind::ignored, first_url_.where,
         fmt::format("the value of {}{} stands in another file, which is never opened; taken as "
                     "unknown, export without -t",
                     first_url_.name, others));
  }

  void note_names_only() {
    if (names_only_ == 0) return;
    note(NoteKind::suspicious, first_names_only_,
         fmt::format("{} {} names of attributes without values; taken as unknown, export without "
                     "-A",
                     names_only_, names_only_ == 1 ? "entry has" : "entries have"));
  }

  struct NamedPlace {
    std::string name;
    Span where{};
  };

  RecordSink& sink_;
  BoundedNotes notes_;
  Arena arena_;
  LdifLines lines_;
  LdifEntry entry_;
  Block block_ = Block::none;
  Span where_{};
  std::vector<Text> types_;
  std::size_t class_field_ = 0;  ///< The field of objectClass; 0, the entry's name, for none.
  bool full_ = false;
  bool has_attribute_ = false;  ///< Whether the entry has a line after `dn`.
  bool has_value_ = false;      ///< Whether one of those has a value.
  bool after_base64_ = false;   ///< Whether the last value was written in base64.
  bool after_modify_ = false;   ///< Whether the last block was a `modify` record.
  std::map<std::string_view, std::size_t> changes_;
  std::optional<Span> first_change_;
  std::size_t urls_ = 0;
  NamedPlace first_url_;
  std::size_t names_only_ = 0;
  Span first_names_only_{};
};

}  // namespace

bool claims_ldif(std::string_view head) {
  // Windows tools and shells may write a few lines of their own before the first entry.
  constexpr int kMostOtherLines = 10;
  LineReader lines(head);
  int others = 0;
  while (const std::optional<std::string_view> line = lines.next()) {
    if (*line == "# extended LDIF" || *line == "# LDAPv3") return true;
    if (trim(*line).empty() || line->front() == '#' || line->front() == ' ') continue;
    if (starts_with_ignoring_case(*line, "dn:")) {
      if (others == 0) return true;
      // A word of prose is not enough: an entry has a class or a change type in its next line.
      while (lines.peek() == ' ') static_cast<void>(lines.next());
      const std::string_view next = lines.next().value_or(std::string_view());
      return starts_with_ignoring_case(next, "objectClass:") ||
             starts_with_ignoring_case(next, "changetype:");
    }
    const bool version = starts_with_ignoring_case(*line, "version:") &&
                         parse_integer(trim(line->substr(8))).has_value();
    if (!version && ++others > kMostOtherLines) return false;
  }
  return false;
}

void read_ldif(const SourceFile& file, RecordSink& sink) { LdifReader(file, sink).run(); }

}  // namespace connlint
