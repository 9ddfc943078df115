// The one way from what a test, a benchmark or a fuzz target writes to an organisation.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/formats/format.h"
#include "linter/import/import.h"
#include "linter/import/join/join.h"
#include "linter/source/source_store.h"

namespace connlint::test {

/// A file of an input.
struct WrittenFile {
  std::string name;
  std::string text;
  /// The format by which it is read; empty: recognised by content.
  std::string_view format = {};
};

/// Files or objects, joined to an organisation as the program does it.
class OrganizationText {
 public:
  /// An organisation file.
  explicit OrganizationText(std::string text, std::string_view format = "yaml")
      : OrganizationText(std::vector{
            WrittenFile{.name = "contoso", .text = std::move(text), .format = format}}) {}
  explicit OrganizationText(std::vector<WrittenFile> files) {
    std::vector<ImportedObjects> found;
    for (WrittenFile& written : files) {
      read(sources_->add(written.name, std::move(written.text)), written.format, found);
    }
    organization_ = join(std::move(found), notes_, code_);
  }
  /// A file that is in a store already.
  OrganizationText(std::shared_ptr<SourceStore> sources, const SourceFile& file)
      : sources_(std::move(sources)) {
    std::vector<ImportedObjects> found;
    read(file, {}, found);
    organization_ = join(std::move(found), notes_, code_);
  }
  /// What files held, without files.
  explicit OrganizationText(std::vector<ImportedObjects> found)
      : organization_(join(std::move(found), notes_, code_)) {}

  [[nodiscard]] const Organization& organization() const { return organization_; }
  /// The organisation alone, out of what is no longer needed.
  [[nodiscard]] Organization take() && { return std::move(organization_); }
  [[nodiscard]] const Coverage& coverage() const { return organization_.coverage; }
  [[nodiscard]] const std::vector<Note>& notes() const { return notes_; }
  [[nodiscard]] const std::shared_ptr<SourceStore>& sources() const { return sources_; }
  /// What the text holds there.
  [[nodiscard]] std::string at(Span where) const { return std::string(sources_->text(where)); }
  /// One line a note: `error: MESSAGE @LINE:COLUMN`; `error` is an unreadable one.
  [[nodiscard]] std::string remarks() const {
    std::string out;
    for (const Note& note : notes_) {
      const Position place = sources_->begin(note.where);
      out += note.kind == NoteKind::unreadable   ? "error: "
             : note.kind == NoteKind::suspicious ? "suspicious: "
                                                 : "ignored: ";
      out += note.message + " @" + std::to_string(place.line) + ":" + std::to_string(place.column) +
             "\n";
    }
    return out;
  }

 private:
  void read(const SourceFile& file, std::string_view name, std::vector<ImportedObjects>& found) {
    const Format* format = name.empty() ? recognize_format(file.text) : format_named(name);
    if (format == nullptr) {
      notes_.push_back({.kind = NoteKind::unreadable,
                        .message = "no format recognises the file",
                        .where = file.span(0, 0),
                        .located = false});
    } else if (is_configuration_code(file, *format)) {
      code_.push_back({.file = &file, .format = format, .found = {}});
    } else {
      found.push_back(import_file(file, *format));
    }
  }

  std::shared_ptr<SourceStore> sources_ = std::make_shared<SourceStore>();
  std::vector<Note> notes_;
  /// Files of configuration code, which change what the others state.
  std::vector<CodeFile> code_;
  Organization organization_;
};

}  // namespace connlint::test
