// From what each file held to one organisation.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "linter/formats/format.h"
#include "linter/import/imported_objects.h"
#include "linter/model/organization.h"
#include "linter/source/note.h"
#include "linter/source/source_store.h"

namespace connlint {

/// A file of configuration code, which changes what exports state.
struct CodeFile {
  const SourceFile* file = nullptr;
  const Format* format = nullptr;
  /// What was found in it, once it was followed; its objects are those of the organisation.
  ImportedObjects found;
};

/// Joins what the files held into one organisation: objects are the same by GUID, by distinguished
/// name, then by kind, home (where both know it) and name without regard to case; servers by name,
/// FQDN and distinguished name alike. The first value of a property wins; where others differ a
/// conflict is kept. Does not depend on the order of the inputs but for which value is the first.
/// Adds to `notes` what is suspicious.
///
/// Then the files of `code` change what is joined, in the order of their paths bytewise, and what
/// was found in each is kept in it.
Organization join(std::vector<ImportedObjects> files, std::vector<Note>& notes,
                  std::span<CodeFile> code = {});

/// Adds a type that the user requires (`--required-type`, `required_address_types`).
void require_type(Organization& organization, std::string_view type, RequiredType::Origin origin,
                  std::optional<Span> where);

}  // namespace connlint
