// A script, imported as `import_file` does, for tests.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/import/import.h"
#include "linter/source/source_store.h"

namespace connlint::test {

/// What a script makes.
class CodeScript {
 public:
  explicit CodeScript(std::string script)
      : file_(store_.add("code.ps1", std::move(script))),
        found_(import_file(file_, *format_named("powershell"))) {}

  [[nodiscard]] const ImportedObjects& found() const { return found_; }
  /// The object of that name; one without properties where there is none.
  [[nodiscard]] const Object& named(std::string_view name) const {
    static const Object kNone;
    for (const Object& object : found_.objects) {
      if (object.name() == name) return object;
    }
    return kNone;
  }
  [[nodiscard]] bool has(std::string_view name) const { return named(name).name() == name; }
  /// The notes, one a line.
  [[nodiscard]] std::string notes() const {
    std::string text;
    for (const Note& note : found_.notes) {
      text += (note.kind == NoteKind::unreadable ? "error: " : "note: ") + note.message + "\n";
    }
    return text;
  }
  [[nodiscard]] std::string at(Span where) const { return std::string(store_.text(where)); }

 private:
  SourceStore store_;
  const SourceFile& file_;
  ImportedObjects found_;
};

}  // namespace connlint::test
