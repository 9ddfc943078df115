// The vocabulary of the cmdlets: objects of Get-SendConnector and the like, however they were
// written to a file. Knows property names and .NET types; of the format only its records.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "linter/formats/arena.h"
#include "linter/formats/record.h"
#include "linter/import/cmdlet/cmdlet_types.h"
#include "linter/import/cmdlet/kept_lists.h"
#include "linter/import/imported_objects.h"
#include "linter/source/source_store.h"

namespace connlint {

/// Takes the records of one file and makes objects of those that are objects of Exchange; counts
/// the others. Keeps a reference to the file.
class CmdletImporter : public RecordSink {
 public:
  explicit CmdletImporter(const SourceFile& file) : file_(file) {}
  explicit CmdletImporter(SourceFile&&) = delete;

  void record(const Record& record) override;
  void note(Note note) override;

  /// What the file held. Ends the importer.
  ImportedObjects finish();

 private:
  /// What a field's name means for objects of one kind.
  struct NameFacts {
    const PropertyInfo* property = nullptr;
    bool secret = false;
  };
  struct NameHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const {
      return std::hash<std::string_view>{}(name);
    }
  };
  using KnownNames = std::unordered_map<std::string, NameFacts, NameHash, std::equal_to<>>;

  /// Objects of a type that connlint does not read.
  struct Ignored {
    std::size_t count = 0;
    Span first{};
  };

  bool read(const Record& record, int depth);
  bool read_with_lists(const Record& record);
  void ignore_kept_lists();
  bool read_members(const Record& record, int depth);
  bool read_member(const Field& field, const Value& value, int depth);
  void read_object(const Record& record, const CmdletClass& type);
  void read_fields(const Record& record, Object& object);
  void keep_secrets(const Record& record, ObjectKind kind, std::string_view name);
  void ignore(const Record& record);
  NameFacts facts_of(std::string_view name, ObjectKind kind);

  const SourceFile& file_;
  Arena arena_;
  /// The nested objects that were looked at for the present record.
  std::unordered_set<const Record*> seen_;
  KeptLists kept_;
  bool holds_containers_ = false;
  ImportedObjects out_;
  std::map<std::string, Ignored> ignored_;
  std::map<ObjectKind, KnownNames> known_names_;
};

}  // namespace connlint
