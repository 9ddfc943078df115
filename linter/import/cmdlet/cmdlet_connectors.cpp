#include <algorithm>
#include <string>
#include <vector>

#include "linter/import/cmdlet/cmdlet_objects.h"
#include "linter/import/cmdlet/cmdlet_values.h"
#include "linter/import/exported_object.h"
#include "linter/import/names.h"
#include "linter/import/values.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// The routing group that holds the connector: by its distinguished name, which tells the
/// administrative group too; else SourceRoutingGroup.
void read_home(const CmdletReading& in) {
  const std::string home = routing_group_of_dn(in.object.text(Property::dn));
  const Field* group = in.field("SourceRoutingGroup");
  if (!home.empty()) {
    const bool named = group != nullptr && states_something(group->value);
    set_word(in.object, Property::home, home,
             named ? group->value.text.where : in.object.place_of(Property::dn));
  } else if (group != nullptr) {
    in.read(*group, info_of(Property::home));
  }
}

/// Get-SendConnector returns the SMTP connectors of Exchange 2000/2003 too.
bool is_of_older_group(const CmdletReading& in) {
  const std::string_view home = in.object.text(Property::home);
  return !home.empty() && !is_modern_group(home);
}

/// IsScopedConnector: the Active Directory site, of a connector of an older routing group that
/// group (KB 257638).
void read_scope(const CmdletReading& in) {
  const Field* field = in.field("IsScopedConnector");
  if (field == nullptr) return;
  const std::optional<bool> scoped =
      parse_boolean(scalar_text(flatten(field->value, PropertyType::boolean, in.arena)));
  if (!scoped) return;
  const Scope narrow = is_of_older_group(in) ? Scope::routing_group : Scope::site;
  set_word(in.object, Property::scope, word_of(*scoped ? narrow : Scope::organization),
           field->value.text.where);
}

/// SmartHosts; where the export lost the list, its flat form SmartHostsString.
void read_smart_hosts(const CmdletReading& in) {
  const PropertyInfo& info = info_of(Property::smart_hosts);
  const Field* list = in.field("SmartHosts");
  const Field* flat = in.field("SmartHostsString");
  const auto lost = [](const Value& value) {
    return value.loss == Loss::type_name || value.loss == Loss::truncated ||
           value.loss == Loss::depth;
  };
  const bool usable =
      flat != nullptr && flat->value.kind == ValueKind::text && flat->value.loss == Loss::none;
  if (list != nullptr) {
    const Value value = flatten(list->value, info, in.arena);
    const bool cut = lost(value) || std::ranges::any_of(value.items, lost);
    if (!cut || !usable) return in.read(*list, info);
  }
  if (!usable) return;
  Names hosts;
  for (const Text& part : parts_of(flat->value.text, ",;")) {
    hosts.push_back({std::string(part.value), part.where});
  }
  in.object.set({.property = Property::smart_hosts,
                 .where = flat->value.text.where,
                 .value = std::move(hosts)});
}

/// HomeMtaServerId; else the server in the distinguished name of HomeMTA, which is itself no
/// server.
void read_home_mta(const CmdletReading& in) {
  const PropertyInfo& info = info_of(Property::home_mta_server_id);
  const Field* server = in.field("HomeMtaServerId");
  const Field* mta = in.field("HomeMTA");
  if (server != nullptr && states_something(server->value)) return in.read(*server, info);
  if (mta != nullptr && is_dn(scalar_text(flatten(mta->value, PropertyType::server, in.arena)))) {
    return in.read(*mta, info);
  }
  if (server != nullptr) in.read(*server, info);
}

/// The server of a Receive connector where no property says it: the one that its distinguished name
/// lies in, or the first part of `SERVER\Name`.
void read_receiving_server(const CmdletReading& in) {
  if (!in.object.text(Property::server).empty()) return;
  const std::string_view dn = in.object.text(Property::dn);
  if (find_ignoring_case(dn, ",CN=Servers,") != std::string_view::npos) {
    set_word(in.object, Property::server, server_name(dn), in.object.place_of(Property::dn));
    return;
  }
  const Text identity = in.text("Identity");
  const std::size_t at = identity.value.find('\\');
  if (at == std::string_view::npos || at == 0) return;
  set_word(in.object, Property::server, identity.value.substr(0, at), identity.where);
}

}  // namespace

void read_connector(const CmdletReading& in, ConnectorKind kind) {
  read_home(in);
  if (kind == ConnectorKind::send && is_of_older_group(in)) kind = ConnectorKind::smtp;
  set_word(in.object, Property::kind, word_of(kind), in.object.where);
  read_scope(in);
  read_smart_hosts(in);
  read_home_mta(in);
  if (kind == ConnectorKind::receive) read_receiving_server(in);
}

}  // namespace connlint
