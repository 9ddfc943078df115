// Joins the objects of all files into one organisation; `resolve.cpp` then links them.
#include "linter/import/join/join.h"

#include <algorithm>
#include <string>
#include <utility>

#include "linter/import/code/configuration_code.h"
#include "linter/import/code/objects.h"
#include "linter/import/join/identity.h"
#include "linter/import/join/merge.h"
#include "linter/import/join/resolve.h"
#include "linter/import/names.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

template <class T>
void append(std::vector<T>& to, std::vector<T>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// What a file says apart from its objects.
void take_remarks(ImportedObjects& file, Organization& organization, std::vector<Note>& notes) {
  append(organization.lost_values, std::vector<LostValue>(file.lost_values));
  append(organization.secrets, std::move(file.secrets));
  append(organization.unknown_keys, std::move(file.unknown_keys));
  append(organization.invalid_values, std::move(file.invalid_values));
  notes.insert(notes.end(), file.notes.begin(), file.notes.end());
}

/// Lets the files of code change the objects, in the order of their paths bytewise.
void follow(std::span<CodeFile> code, std::vector<Object>& objects, Organization& organization,
            std::vector<Note>& notes) {
  std::vector<CodeFile*> by_path;
  for (CodeFile& file : code) by_path.push_back(&file);
  std::ranges::stable_sort(by_path, {}, [](const CodeFile* file) { return file->file->name; });
  CodeObjects followed(std::move(objects), organization.coverage);
  for (CodeFile* file : by_path) {
    file->found = follow_code(*file->file, *file->format, followed);
    append(organization.conflicts, std::move(file->found.conflicts));
    organization.commands.insert(organization.commands.end(), file->found.commands.begin(),
                                 file->found.commands.end());
    take_remarks(file->found, organization, notes);
  }
  objects = followed.take(organization.coverage);
}

}  // namespace

Organization join(std::vector<ImportedObjects> files, std::vector<Note>& notes,
                  std::span<CodeFile> code) {
  Organization organization;
  std::vector<Object> objects;
  bool first = true;
  for (ImportedObjects& file : files) {
    append(objects, std::move(file.objects));
    take_remarks(file, organization, notes);
    if (organization.name->empty()) organization.name = file.organization_name;
    for (RequiredType& type : file.required_types) {
      require_type(organization, type.type, type.origin, type.where);
    }
    organization.coverage.add_all(file.coverage, first);
    first = false;
  }
  std::vector<Object> merged;
  for (const std::vector<std::size_t>& group : same_objects(objects, notes)) {
    Object object = std::move(objects[group.front()]);
    for (std::size_t i = 1; i < group.size(); ++i) {
      merge(object, objects[group[i]], organization.conflicts);
    }
    merged.push_back(std::move(object));
  }
  if (!code.empty()) {
    Coverage of_code;
    of_code.code = true;
    organization.coverage.add_all(of_code, first);
    follow(code, merged, organization, notes);
  }
  resolve(std::move(merged), organization);
  return organization;
}

void require_type(Organization& organization, std::string_view type, RequiredType::Origin origin,
                  std::optional<Span> where) {
  const std::string name = upper(trim(type));
  for (const RequiredType& known : organization.required_types) {
    if (known.type == name && known.origin == origin) return;
  }
  RequiredType required{.type = name, .origin = origin, .where = {}, .recipient = {}};
  if (where) {
    required.where = *where;
  } else if (organization.where) {
    required.where = *organization.where;
  }
  organization.required_types.push_back(std::move(required));
}

}  // namespace connlint
