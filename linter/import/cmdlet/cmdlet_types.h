// Which Exchange object a record of a cmdlet is: by its .NET type, by the key under which it
// stands, by the properties that only one kind of object has.
#pragma once

#include <optional>
#include <string_view>

#include "linter/formats/record.h"
#include "linter/model/organization.h"
#include "linter/model/property.h"

namespace connlint {

/// A kind of object; of a connector its kind too.
struct CmdletClass {
  ObjectKind kind{};
  ConnectorKind connector = ConnectorKind::unknown;
};

/// What the record is; nothing where it is no object that connlint reads.
std::optional<CmdletClass> class_of(const Record& record);
/// The class whose objects stand under the key `name` (`SendConnectors`, `accepted_domains`), or
/// nothing.
std::optional<CmdletClass> class_of_container(std::string_view name);

/// Whether the record may hold Exchange objects in its fields (a hashtable, a custom object, the
/// root of a JSON file) and is no object of the directory itself.
bool may_hold_objects(const Record& record);

/// The last part of a .NET type name, without the prefixes that remoting (`Deserialized.`) and
/// Select-Object (`Selected.`) put before it: `SmtpSendConnectorConfig`.
std::string_view short_type_name(std::string_view type);

}  // namespace connlint
