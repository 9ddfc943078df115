// The vocabulary of code: commands of PowerShell scripts, resources of DSC, Ansible tasks, Datum
// YAML. Commands are followed in order; nothing is run. Of the format it knows only the records.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/formats/arena.h"
#include "linter/formats/format.h"
#include "linter/formats/record.h"
#include "linter/import/code/objects.h"
#include "linter/import/code/resources.h"
#include "linter/import/code/values.h"
#include "linter/import/code/ways.h"
#include "linter/import/imported_objects.h"
#include "linter/source/source_store.h"

namespace connlint {

/// Whether a YAML or JSON document is Ansible tasks or Datum data with resources of Exchange.
bool shows_code(std::string_view head, std::string_view file_name);

/// Follows the code of a file: what its commands and resources do to `objects`. A New- of what
/// exists fails and changes nothing, as does a Set- or Remove- of what does not; where no export
/// holds objects of that kind, a Set- tells that its object exists. The objects stay in `objects`.
ImportedObjects follow_code(const SourceFile& file, const Format& format, CodeObjects& objects);
/// The same with nothing else known: the objects are those that the code makes or changes.
ImportedObjects import_code(const SourceFile& file, const Format& format);

/// Takes the records of one file of code. Keeps references to the file and to the objects.
class CodeImporter : public RecordSink {
 public:
  CodeImporter(const SourceFile& file, CodeObjects& objects) : file_(file), objects_(objects) {}
  CodeImporter(SourceFile&&, CodeObjects&) = delete;

  void record(const Record& record) override;
  void note(Note note) override;

  /// What is to be said of the file, apart from the objects. Ends the importer.
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
  /// The objects that a command is about.
  struct Targets {
    enum class Which : std::uint8_t { named, all, unknown } which = Which::unknown;
    std::vector<CodeIdentity> named;
    /// The noun of the command whose output they are; null where they are named as such.
    const CodeNoun* noun = nullptr;
  };
  /// The last command that changed every object of a noun.
  struct Sweep {
    std::string command;
    std::size_t turns = 0;
    /// The objects that were changed since.
    std::vector<CodeObject*> since;
  };

  // Commands (commands.cpp).
  void command(const Record& record);
  void keep_secrets(const BoundCommand& bound, ObjectKind kind, std::string_view name);
  void keep_unknown_parameters(const Step& step, std::string_view name);
  void create(const Step& step);
  void create_again(const Step& step, CodeObject& known);
  CodeObject* find_own(const Step& step, const CodeIdentity& identity);
  void set_left_out(const Step& step, CodeObject& made);
  CommandOutcome& outcome_of(const Step& step, std::string_view object);
  void say_missing(const Step& step, std::string_view object);
  bool is_of_other_folder(const Step& step, const CodeObject& known);
  void say_no_name(const Step& step, const BoundArgument* argument);
  void change(const Step& step);
  void change_one(const Step& step, CodeObject& object);
  void change_one_of(const Step& step, const CodeIdentity& identity,
                     const std::vector<CodeObject*>& fitting);
  void remove(const Step& step);
  void remove_one(const Step& step, CodeObject& object);
  static CodeObject make(const Step& step, const CodeIdentity& identity);
  CodeObject& add(const Step& step, CodeObject made, const CodeIdentity& identity);
  void read_values(const Step& step, CodeObject& object);
  void lose_others(const Step& step, CodeObject& object);

  // Which objects a command is about, and ways (targets.cpp).
  static Targets targets_of(const BoundCommand& bound);
  static Targets targets_in(const Value& value);
  void for_every(const Step& step, const CodeNoun& noun, bool certain,
                 const std::function<void(CodeObject&)>& act);
  void note_change(CodeObject& object);
  void go_to(const Record& record);
  void go_to(std::span<const Branch> branches, const Text& decided_by);
  void perhaps(const Record& record, const Text& decided_by, const std::function<void()>& act);
  void note_once(NoteKind kind, std::string message, Span where);

  // Permissions (permissions.cpp).
  void permission(const Record& record, bool adds);
  void grant(const Step& step, CodeObject& object, bool adds);
  std::vector<CodeObject*> holders_of(const Step& step, const Targets& targets);

  // Resources (resources.cpp).
  void resource(const Record& record, const CodeResource& type);
  void read_resource(const Record& record, const CodeResource& type, CodeValues values,
                     const Text& decided_by);
  void read_resource_value(const CodeReading& in, const CodeResource& type, const Field& field);
  void ensure(const Step& step, const Record& record, const CodeResource& type, CodeValues values);
  bool keep_secret_of(const Field& field, ObjectKind kind, std::string_view name);
  void credential(const Record& record);

  // Documents (documents.cpp).
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
  CodeObjects& objects_;
  CodeWays ways_;
  std::map<const CodeNoun*, Sweep> sweeps_;
  /// How many objects commands about every object may look at.
  std::size_t visits_ = 200'000;
  std::uint32_t own_decisions_ = 0;
  std::set<std::string> said_;
  /// The commands at whose places stands what they left out.
  std::set<Span> left_out_;
  /// Where secrets were found: one may be named several times.
  std::set<Span> secrets_;
  std::size_t other_resources_ = 0;
  Span first_other_resource_{};
};

}  // namespace connlint
