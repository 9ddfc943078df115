// Names of directory objects: distinguished names, canonical paths, `Group\Name`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace connlint {

/// One step of a distinguished name, escapes undone.
struct NameStep {
  std::string type;   ///< `CN`, in upper case.
  std::string value;  ///< `Fax`.
  /// Where the value begins in the text of the name, as written.
  std::size_t offset = 0;
};

/// The steps of a distinguished name (RFC 4514: `\,` and `\2C` escapes, quotes), the object itself
/// first; empty where `text` is none.
std::vector<NameStep> parse_dn(std::string_view text);
/// Whether `text` looks like a distinguished name (`CN=...,...`).
bool is_dn(std::string_view text);

/// Steps joined to one spelling for comparing: types and values in lower case. Empty where `text`
/// is no distinguished name.
std::string dn_key(std::string_view text);

/// The short name that a reference means: the CN of a distinguished name; the last part of a
/// canonical path (`contoso.com/Configuration/Sites/Seattle`) or of a legacyExchangeDN
/// (`/o=Contoso/.../cn=EX07A`); else the text itself, trimmed. A deleted object is `NAME
/// (deleted)`.
std::string short_name(std::string_view reference);

/// The server that a distinguished name lies in or is: the step whose parent is `CN=Servers` (an
/// SMTP virtual server, an MTA and the server itself all name it). For other forms `short_name`.
std::string server_name(std::string_view reference);

/// Whether a name made by `short_name` or `server_name` says that the object was deleted.
bool is_deleted_name(std::string_view name);
/// The name without the mark `(deleted)`; the name itself where it has none.
std::string_view without_deleted_mark(std::string_view name);

/// `Administrative Group\Routing Group` where the distinguished name of a connector, routing group
/// or Connections container tells both; the routing group alone where it tells only that; empty
/// where it tells neither.
std::string routing_group_of_dn(std::string_view dn);

/// The routing group that a reference means: of a distinguished name `routing_group_of_dn`, else
/// the text with its last two parts (`Administrative Group\Routing Group`) or one.
std::string routing_group_name(std::string_view reference);

/// `Administrative Group\Routing Group` cut in two; the first is empty where there is only a name.
struct GroupName {
  std::string_view administrative_group;
  std::string_view name;
};
GroupName split_group_name(std::string_view text);

}  // namespace connlint
