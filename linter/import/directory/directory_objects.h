// What of a directory entry needs more than the renaming of its attributes, by kind of object.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "linter/import/directory/directory_entry.h"
#include "linter/import/imported_objects.h"
#include "linter/model/object.h"
#include "linter/model/version.h"

namespace connlint {

/// An entry while its object is made. Refers to what the importer owns, during one record.
struct EntryReading {
  const Entry& entry;
  Object& object;
  ImportedObjects& out;

  /// Reads an attribute as the property: all its values for a list, else the first.
  void read(const Attribute& attribute, const PropertyInfo& info) const;
  /// Says that a value is none of those expected and that the property stays unknown.
  void doubt(const Text& value, std::string_view attribute, std::string_view expected) const;
};

/// The kind of object that entries of the class become; nothing for those that become none.
std::optional<ObjectKind> object_kind_of(EntryKind kind);

/// Name, distinguished name, GUID and time of the last change.
void read_entry_identity(const EntryReading& in);
/// Every attribute that needs no more than renaming.
void read_entry_attributes(const EntryReading& in);

/// Kind, home, scope, smart hosts, restrictions, schedule and size limit of a connector.
void read_directory_connector(const EntryReading& in, const EntryClass& type);
/// The size limit of a connector or site link: delivContLength, in KB.
void read_size_limit(const EntryReading& in);
/// Version, roles and full name of a server.
void read_directory_server(const EntryReading& in);
/// Administrative group and members of a routing group.
void read_directory_routing_group(const EntryReading& in);

/// The seconds since 1970 of an LDAP generalized time (`20081202090000.0Z`), or nothing.
std::optional<std::int64_t> parse_generalized_time(std::string_view text);
/// The GUID that 16 bytes of `objectGUID` mean, the first three parts in reverse byte order
/// (MS-DTYP 2.3.4.2); empty for another number of bytes.
std::string guid_of_bytes(std::string_view bytes);
/// The version that `versionNumber` holds: of Exchange 2007 and later in bits (14 of build, then
/// flag, minor, major), of Exchange 2000 and 2003 the build alone. Nothing for numbers of neither
/// form.
std::optional<Version> version_of_number(std::int64_t number);

}  // namespace connlint
