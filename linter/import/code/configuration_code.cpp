#include "linter/import/code/configuration_code.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

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

/// Says what only a run tells, where no note says it yet: once for each object and reason.
void CodeImporter::note_unresolved() {
  constexpr std::size_t kMost = 50;
  std::set<Span> noted;
  for (const Note& note : out_.notes) noted.insert(note.where);
  // By kind, object and reason: the properties, in order.
  using Reason = std::tuple<ObjectKind, std::string, std::string>;
  std::map<Reason, std::size_t> places;
  std::vector<std::pair<const LostValue*, std::vector<std::string>>> groups;
  for (const LostValue& lost : out_.lost_values) {
    if (lost.kind != LostValue::Kind::unresolved || noted.contains(lost.where)) continue;
    const bool nameless = lost.object.empty();
    const std::string where = nameless ? std::to_string(lost.where.begin) : std::string();
    const auto [it, added] =
        places.emplace(Reason{lost.object_kind, lost.object + where, lost.text}, groups.size());
    if (added) groups.push_back({&lost, {}});
    std::vector<std::string>& names = groups[it->second].second;
    const std::string name = "'" + excerpt(lost.property) + "'";
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  for (std::size_t i = 0; i < groups.size() && i < kMost; ++i) {
    const auto& [lost, names] = groups[i];
    const bool command = names.size() == 1 && lost->property.find('-') != std::string::npos;
    const std::string object = described(lost->object_kind, lost->object);
    std::string message;
    if (command) {
      message = "whether " + names.front() + " runs, and so whether " + object +
                " is there, is only known when the code runs; taken as there";
    } else {
      message = join(names, ", ") + " of " + object + (names.size() == 1 ? " is" : " are") +
                " only known when the code runs; taken as unknown";
    }
    out_.notes.push_back(
        {.kind = NoteKind::ignored, .message = std::move(message), .where = lost->where});
  }
  if (groups.size() <= kMost) return;
  out_.notes.push_back({.kind = NoteKind::ignored,
                        .message = std::to_string(groups.size() - kMost) +
                                   " more values are only known when the code runs",
                        .where = groups[kMost].first->where});
}

ImportedObjects CodeImporter::finish() {
  go_to(std::span<const Branch>(), {});
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
  return std::move(out_);
}

ImportedObjects follow_code(const SourceFile& file, const Format& format, CodeObjects& objects) {
  CodeImporter importer(file, objects);
  format.read(file, importer);
  return importer.finish();
}

ImportedObjects import_code(const SourceFile& file, const Format& format) {
  CodeObjects objects;
  ImportedObjects found = follow_code(file, format, objects);
  found.objects = objects.take(found.coverage);
  return found;
}

}  // namespace connlint
