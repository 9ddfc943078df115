// Tables speak one of two vocabularies: csvde's have the column `DN` first and hold entries of the
// directory, all others hold objects of cmdlets.
#pragma once

#include <optional>
#include <vector>

#include "linter/formats/arena.h"
#include "linter/formats/record.h"
#include "linter/import/cmdlet/cmdlet.h"
#include "linter/import/directory/directory.h"
#include "linter/import/imported_objects.h"
#include "linter/source/source_store.h"

namespace connlint {

/// Takes the rows of one table; the first one tells whose vocabulary it is. Cuts the lists that
/// csvde joins with `;`. Keeps a reference to the file.
class TableImporter : public RecordSink {
 public:
  explicit TableImporter(const SourceFile& file) : directory_(file), cmdlet_(file) {}
  explicit TableImporter(SourceFile&&) = delete;

  void record(const Record& record) override;
  void note(Note note) override;

  /// What the file held. Ends the importer.
  ImportedObjects finish();

 private:
  Value cut(const Field& cell);

  DirectoryImporter directory_;
  CmdletImporter cmdlet_;
  /// Whether the rows are entries of the directory; nothing before the first one.
  std::optional<bool> is_directory_;
  std::vector<Note> notes_;
  std::vector<Field> fields_;
  Arena arena_;
};

}  // namespace connlint
