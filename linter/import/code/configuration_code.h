// The vocabulary of code: commands of PowerShell scripts, resources of DSC, Ansible tasks, Datum
// YAML. Commands are followed in order; nothing is run. Of the format it knows only the records.
#pragma once

#include <cstddef>
#include <set>
#include <string_view>

#include "linter/formats/arena.h"
#include "linter/formats/record.h"
#include "linter/import/code/objects.h"
#include "linter/import/code/resources.h"
#include "linter/import/code/values.h"
#include "linter/import/imported_objects.h"
#include "linter/source/source_store.h"

namespace connlint {

/// Whether a YAML or JSON document is Ansible tasks or Datum data with resources of Exchange.
bool shows_code(std::string_view head, std::string_view file_name);

/// Takes the records of one file of code. A property that the code leaves out is unknown. Keeps a
/// reference to the file.
class CodeImporter : public RecordSink {
 public:
  explicit CodeImporter(const SourceFile& file) : file_(file) {}
  explicit CodeImporter(SourceFile&&) = delete;

  void record(const Record& record) override;
  void note(Note note) override;

  /// What the code makes. Ends the importer.
  ImportedObjects finish();

 private:
  /// A command that is being followed.
  struct Step {
    const CodeCmdlet& cmdlet;
    const Record& record;
    const BoundCommand& bound;
    /// What decides at run time whether it runs; empty where it does.
    Text decided_by;
  };

  // Commands (code_commands.cpp).
  void command(const Record& record);
  void keep_secrets(const BoundCommand& bound, ObjectKind kind, std::string_view name);
  void create(const Step& step);
  void change(const Step& step);
  void change_one(const Step& step, CodeObject& object);
  void change_unknown(const Step& step);
  void remove(const Step& step);
  static CodeObject make(const Step& step, const CodeIdentity& identity);
  void read_values(const Step& step, Object& object);
  void merge_uncertain(const Step& step, Object& object, const Object& other);
  void say_uncertain(const Step& step, const Object& object);

  // Resources (code_resources.cpp).
  void resource(const Record& record, const CodeResource& type);
  void read_resource(const Record& record, const CodeResource& type, CodeValues values,
                     const Text& decided_by);
  void read_resource_value(const CodeReading& in, const CodeResource& type, const Field& field);
  bool keep_secret_of(const Field& field, ObjectKind kind, std::string_view name);
  void credential(const Record& record);

  // Documents (code_documents.cpp).
  void document(const Record& record);
  void search(const Record& record, const CodeResource* type, const Text& decided_by, int depth);
  void search_value(const Field& field, const Value& value, const CodeResource* type,
                    const Text& decided_by, int depth);
  void ansible(const Field& task, const Text& decided_by);
  void datum(const Record& record, const CodeResource* type, const Text& decided_by);
  Value unresolved_where_computed(const Value& value, int depth);

  void note_unresolved();

  const SourceFile& file_;
  Arena arena_;
  ImportedObjects out_;
  CodeObjects objects_;
  /// Where secrets were found: one may be named several times.
  std::set<Span> secrets_;
  std::size_t other_resources_ = 0;
  Span first_other_resource_{};
};

}  // namespace connlint
