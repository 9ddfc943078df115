// The vocabulary of the directory: entries of Active Directory as ldifde, csvde and ldapsearch
// write them. Knows classes and attributes; of the format only its records.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/formats/record.h"
#include "linter/import/directory/directory_entry.h"
#include "linter/import/imported_objects.h"
#include "linter/source/source_store.h"
#include "linter/support/text.h"

namespace connlint {

/// Takes the entries of one file and makes objects of those that say something about connectors.
/// What an absent attribute means depends on whether the file holds the attribute at all, so that
/// some properties are settled only at the end. Keeps a reference to the file.
class DirectoryImporter : public RecordSink {
 public:
  explicit DirectoryImporter(const SourceFile& file) : file_(file) {}
  explicit DirectoryImporter(SourceFile&&) = delete;

  void record(const Record& record) override;
  void note(Note note) override;

  /// What the file held. Ends the importer.
  ImportedObjects finish();

 private:
  /// What an attribute's name alone says.
  struct NameFacts {
    bool object_class = false;
    bool target_address = false;
    bool secret = false;
    AttributeSet tracked;
  };
  struct NameHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const {
      return std::hash<std::string_view>{}(name);
    }
  };
  /// The smart hosts of the SMTP virtual servers of one server.
  struct VirtualServers {
    Names hosts;
    Span where{};
  };

  NameFacts facts_of(std::string_view name);
  void read_entry(const Record& record, const EntryClass& type, AttributeSet occurring);
  void read_container(const Entry& entry, const EntryClass& type);
  void add_virtual_server(const Entry& entry);
  void add_object(const Entry& entry, const EntryClass& type, AttributeSet occurring);
  void settle_absent(Object& object, AttributeSet occurring) const;
  void settle_virtual_servers();

  const SourceFile& file_;
  ImportedObjects out_;
  /// For each object the tracked attributes that its entry holds, with or without a value.
  std::vector<AttributeSet> occurring_;
  /// The tracked attributes that the file holds with a value.
  AttributeSet exported_;
  /// By the name of the server.
  std::map<std::string, VirtualServers, LessIgnoringCase> virtual_servers_;
  std::unordered_map<std::string, NameFacts, NameHash, std::equal_to<>> known_names_;
  std::size_t left_out_ = 0;
  std::size_t without_class_ = 0;
};

}  // namespace connlint
