// What of a cmdlet object needs more than the renaming of its properties, by kind of object.
#pragma once

#include "linter/formats/arena.h"
#include "linter/formats/record.h"
#include "linter/import/imported_objects.h"
#include "linter/model/object.h"
#include "linter/model/organization.h"

namespace connlint {

/// A cmdlet object while it is read. Refers to what the importer owns, during one record.
struct CmdletReading {
  const Record& record;
  Object& object;
  Arena& arena;
  ImportedObjects& out;

  /// Reads `stated` as the property, nested objects flattened; a number where the name of an
  /// enumeration's value belongs is lost.
  void read(const Field& stated, const PropertyInfo& info) const;
  /// The last field of that name, or null.
  [[nodiscard]] const Field* field(std::string_view name) const;
  /// The text of that field, nested objects flattened; empty where it has none.
  [[nodiscard]] Text text(std::string_view name) const;
  /// Notes that `stated` has a number where the name of an enumeration's value belongs.
  void note_number(const Field& stated) const;
  /// Keeps that the value of `stated` was lost.
  void lose(const Field& stated, LostValue::Kind kind) const;
};

/// Whether `property` of objects of `kind` is read by one of the functions below, not by its name
/// alone.
bool is_read_apart(Property property, ObjectKind kind);

/// Whether the property is one of the values of an enumeration, so that a number there stands for a
/// name (ConvertTo-Json without -EnumsAsStrings).
bool is_enumeration(Property property);

/// Kind, home, scope, smart hosts and home MTA of a connector.
void read_connector(const CmdletReading& in, ConnectorKind kind);
/// Roles of a server: the words of ServerRole, else the truth values IsMailboxServer and so on.
void read_server_roles(const CmdletReading& in);
/// The cost of Active Directory of a site link; `Cost` is the effective one.
void read_site_link_cost(const CmdletReading& in);
/// Domain and type of an accepted domain.
void read_accepted_domain(const CmdletReading& in);

}  // namespace connlint
