// From what each file held to one organisation.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "linter/import/imported_objects.h"
#include "linter/model/organization.h"
#include "linter/source/note.h"

namespace connlint {

/// Joins what the files held into one organisation: objects are the same by GUID, by distinguished
/// name, then by kind, home (where both know it) and name without regard to case; servers by name,
/// FQDN and distinguished name alike. The first value of a property wins; where others differ a
/// conflict is kept. Does not depend on the order of the inputs but for which value is the first.
/// Adds to `notes` what is suspicious.
Organization join(std::vector<ImportedObjects> files, std::vector<Note>& notes);

/// Adds a type that the user requires (`--required-type`, `required_address_types`).
void require_type(Organization& organization, std::string_view type, RequiredType::Origin origin,
                  std::optional<Span> where);

}  // namespace connlint
