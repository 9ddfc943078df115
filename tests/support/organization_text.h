// What an organisation file written in a test means.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/import/import.h"
#include "linter/import/join/join.h"
#include "linter/source/source_store.h"

namespace connlint::test {

/// The format by which a text of a test is read.
enum class Written { yaml, json };

/// An organisation file, read and joined.
class OrganizationText {
 public:
  explicit OrganizationText(std::string text, Written written = Written::yaml) {
    const SourceFile& file = store_.add("contoso", std::move(text));
    ImportedObjects found =
        import_file(file, *format_named(written == Written::yaml ? "yaml" : "json"));
    coverage_ = found.coverage;
    std::vector<ImportedObjects> files;
    files.push_back(std::move(found));
    organization_ = join(std::move(files), notes_);
  }

  [[nodiscard]] const Organization& organization() const { return organization_; }
  [[nodiscard]] const Coverage& coverage() const { return coverage_; }
  [[nodiscard]] const std::vector<Note>& notes() const { return notes_; }
  /// What the text holds there.
  [[nodiscard]] std::string at(Span where) const { return std::string(store_.text(where)); }
  /// One line a note: `error: MESSAGE @LINE:COLUMN`; `error` is an unreadable one.
  [[nodiscard]] std::string remarks() const {
    std::string out;
    for (const Note& note : notes_) {
      const Position place = store_.begin(note.where);
      out += note.kind == NoteKind::unreadable   ? "error: "
             : note.kind == NoteKind::suspicious ? "suspicious: "
                                                 : "ignored: ";
      out += note.message + " @" + std::to_string(place.line) + ":" + std::to_string(place.column) +
             "\n";
    }
    return out;
  }

 private:
  SourceStore store_;
  Organization organization_;
  Coverage coverage_;
  std::vector<Note> notes_;
};

}  // namespace connlint::test
