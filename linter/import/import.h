// From files to one organisation. Knows the vocabularies; of the carriers only their records.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/formats/carrier.h"
#include "linter/model/organization.h"
#include "linter/source/note.h"
#include "linter/source/source_store.h"

namespace connlint {

/// Whether the beginning of a text shows an Exchange object or an organisation file, so that a file
/// of a folder is ours. A file that fails this in a folder is skipped and counted.
bool shows_exchange_object(std::string_view head);

/// What an importer found in a file, before objects of several files are joined.
struct ImportedObjects {
  std::vector<Object> objects;
  Located<std::string> organization_name;
  std::vector<RequiredType> required_types;
  std::vector<LostValue> lost_values;
  std::vector<Secret> secrets;
  std::vector<UnknownKey> unknown_keys;
  std::vector<Note> notes;
  Coverage coverage;
};

/// Reads one file with the carrier that is given. What cannot be read is a note.
ImportedObjects import_file(const SourceFile& file, const Carrier& carrier);

/// Joins what the files held into one organisation: objects are the same by GUID, by distinguished
/// name, then by kind, home (where both know it) and name without regard to case; servers by name,
/// FQDN and distinguished name alike. The first value of a property wins; where others differ a
/// conflict is kept. Does not depend on the order of the inputs but for which value is the first.
/// Adds to `notes` what is suspicious.
Organization join(std::vector<ImportedObjects> files, std::vector<Note>& notes);

/// Adds a type that the user requires (`--required-type`, `required_address_types`).
void require_type(Organization& organization, std::string_view type, RequiredType::Origin origin,
                  std::optional<Span> where);

/// Where objects stand of which the inputs tell no name: an organisation file has no place for
/// them.
std::vector<Span> unnamed_objects(const Organization& organization);
/// The organisation as an organisation file in YAML.
std::string write_yaml(const Organization& organization);
/// The same as JSON (same keys, same values).
std::string write_json(const Organization& organization);

}  // namespace connlint
