// The door of this stage: from a file to its objects, by the vocabulary that the format's records
// speak. Knows the vocabularies; of the formats only their records.
#pragma once

#include <string_view>

#include "linter/formats/format.h"
#include "linter/import/imported_objects.h"
#include "linter/source/source_store.h"

namespace connlint {

/// Whether the beginning of a text shows an Exchange object or an organisation file, so that a file
/// of a folder is ours. A file that fails this in a folder is skipped and counted.
bool shows_exchange_object(std::string_view head);

/// Whether a file of the format is configuration code, which changes what other files state:
/// `join` follows it after these.
bool is_configuration_code(const SourceFile& file, const Format& format);

/// Reads one file with the format that is given; configuration code as if nothing else were known.
/// What cannot be read is a note.
ImportedObjects import_file(const SourceFile& file, const Format& format);

}  // namespace connlint
