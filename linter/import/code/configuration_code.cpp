#include "linter/import/code/configuration_code.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "linter/import/exported_object.h"
#include "linter/import/values.h"
#include "linter/model/wording.h"
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

/// Says which values only a run tells, where no note says it yet.
void CodeImporter::note_unresolved() {
  constexpr std::size_t kMost = 50;
  std::size_t count = 0;
  Span next{};
  for (const LostValue& lost : out_.lost_values) {
    if (lost.kind != LostValue::Kind::unresolved) continue;
    if (std::ranges::find(out_.notes, lost.where, &Note::where) != out_.notes.end()) continue;
    if (++count > kMost) {
      if (count == kMost + 1) next = lost.where;
      continue;
    }
    out_.notes.push_back({.kind = NoteKind::ignored,
                          .message = "'" + excerpt(lost.property) + "' of " +
                                     described(lost.object_kind, lost.object) +
                                     " is only known when the code runs; taken as unknown",
                          .where = lost.where});
  }
  if (count <= kMost) return;
  out_.notes.push_back(
      {.kind = NoteKind::ignored,
       .message = std::to_string(count - kMost) + " more values are only known when the code runs",
       .where = next});
}

ImportedObjects CodeImporter::finish() {
  go_to(std::span<const Branch>(), {});
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
  note_unresolved();
  out_.coverage.code = true;
  cover_objects(out_);
  return std::move(out_);
}

}  // namespace connlint
