#include "linter/import/code.h"

#include <string>
#include <utility>

#include "linter/import/exported_object.h"
#include "linter/support/text.h"

namespace connlint {

void CodeImporter::record(const Record& record) {
  if (record.types.empty()) {
    document(record);
  } else {
    const std::string_view type = record.types.front().value;
    const CodeResource* known = code_resource_named(type);
    const bool is_resource = record.types.size() > 1 || known != nullptr;
    if (known != nullptr) {
      resource(record, *known);
    } else if (equals_ignoring_case(type, "MSFT_Credential")) {
      for (const Field& field : record.fields) {
        static_cast<void>(keep_secret_of(field, ObjectKind::organization, {}));
      }
    } else if (is_resource) {
      if (other_resources_++ == 0) first_other_resource_ = record.types.front().where;
    } else {
      command(record);
    }
  }
  arena_.reset();
}

void CodeImporter::note(Note note) { out_.notes.push_back(std::move(note)); }

ImportedObjects CodeImporter::finish() {
  for (CodeObject& each : objects_.all()) {
    if (!each.removed) out_.objects.push_back(std::move(each.object));
  }
  if (other_resources_ > 0) {
    const bool one = other_resources_ == 1;
    out_.notes.push_back(
        {.kind = NoteKind::ignored,
         .message = std::to_string(other_resources_) +
                    (one ? " resource of another type is" : " resources of other types are") +
                    " left out: connlint reads connectors and accepted domains",
         .where = first_other_resource_});
  }
  out_.coverage.code = true;
  cover_objects(out_);
  return std::move(out_);
}

}  // namespace connlint
