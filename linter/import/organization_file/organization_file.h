// connlint's own input format, version 1: an organisation written by hand or by `connlint show`.
// Checks keys and kinds of value; what a value means is for rules to judge.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "linter/formats/record.h"
#include "linter/import/imported_objects.h"
#include "linter/source/source_store.h"

namespace connlint {

/// Makes objects of the records of an organisation file. Every key and value that does not fit is
/// an input error that says what was expected; the rest is read.
class OrganizationFileImporter : public RecordSink {
 public:
  explicit OrganizationFileImporter(const SourceFile& file) : file_(file) {}
  explicit OrganizationFileImporter(const SourceFile&& file) = delete;

  void record(const Record& record) override;
  void note(Note note) override;
  /// What the file held.
  ImportedObjects finish();

 private:
  void read_root(const Record& root);
  void read_member(const Field& field);
  void read_version(const Field& field);
  void read_organization_name(const Field& field);
  void read_required_types(const Field& field);
  void read_all_connector_kinds(const Field& field);
  void read_list(ObjectKind kind, const Field& field);
  void read_list_item(ObjectKind kind, const Field& field, const Value& item);
  void read_transport_config(const Field& field);
  void read_object(ObjectKind kind, const Record& record);
  void read_field(Object& object, const Field& field);
  void read_words(Object& object, const PropertyInfo& info, const Field& field);
  void check_identity(const Object& object, const Record& record);
  void cover(ObjectKind kind);
  void refuse(std::string message, Span where);
  void refuse_key(const Text& key, std::string_view owner,
                  const std::vector<std::string_view>& known, std::string_view meant);
  bool is_fit(const PropertyInfo& info, const Field& field, std::vector<Value>& items);

  const SourceFile& file_;
  ImportedObjects out_;
  /// Where in `out_.objects` the objects of the current document begin.
  std::size_t document_begin_ = 0;
  /// Keys of lists that are already said to be unknown.
  std::set<std::string, std::less<>> refused_lists_;
  std::size_t refusals_ = 0;
  /// Whether the file says that its list of connectors lacks kinds of them.
  bool lacks_connector_kinds_ = false;
};

}  // namespace connlint
