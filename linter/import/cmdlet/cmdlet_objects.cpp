#include "linter/import/cmdlet/cmdlet_objects.h"

#include <array>
#include <string>
#include <vector>

#include "linter/import/cmdlet/cmdlet_values.h"
#include "linter/import/values.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

struct RoleName {
  std::string_view word;      ///< In ServerRole.
  std::string_view property;  ///< The truth value that says the same.
  Role role;
};
constexpr std::array kRoles = {
    RoleName{"Mailbox", "IsMailboxServer", Role::mailbox},
    RoleName{"ClientAccess", "IsClientAccessServer", Role::client_access},
    RoleName{"UnifiedMessaging", "IsUnifiedMessagingServer", Role::unified_messaging},
    RoleName{"HubTransport", "IsHubTransportServer", Role::hub_transport},
    RoleName{"Edge", "IsEdgeServer", Role::edge_transport},
};

void set_roles(Object& object, Names roles, Span where) {
  object.set({.property = Property::roles, .where = where, .value = std::move(roles)});
}

/// The roles that `IsMailboxServer` and so on say; false where no such property is stated.
bool read_role_flags(const CmdletReading& in) {
  Names roles;
  const Field* stated = nullptr;
  for (const RoleName& name : kRoles) {
    const Field* field = in.field(name.property);
    if (field == nullptr) continue;
    const std::optional<bool> flag = parse_boolean(scalar_text(field->value));
    if (!flag) continue;
    if (stated == nullptr) stated = field;
    if (*flag) roles.push_back({std::string(word_of(name.role)), field->value.text.where});
  }
  if (stated == nullptr) return false;
  set_roles(in.object, std::move(roles), stated->value.text.where);
  return true;
}

/// The words of `ServerRole`; those that mean no role of Exchange 2007 and later (`None` of an
/// older server) are left out.
Names roles_of(const Text& text) {
  Names roles;
  std::size_t offset = 0;
  for (std::string_view part : split(text.value, ',')) {
    for (const RoleName& name : kRoles) {
      if (!equals_ignoring_case(trim(part), name.word)) continue;
      roles.push_back({std::string(word_of(name.role)), text.span_of(offset, part.size())});
    }
    offset += part.size() + 1;
  }
  return roles;
}

struct DomainType {
  std::string_view cmdlet;
  std::string_view word;
};
constexpr std::array kDomainTypes = {
    DomainType{"Authoritative", "authoritative"},
    DomainType{"InternalRelay", "internal-relay"},
    DomainType{"ExternalRelay", "external-relay"},
};

}  // namespace

bool is_read_apart(Property property, ObjectKind kind) {
  switch (property) {
    case Property::name:
    case Property::guid:
    case Property::dn:
    case Property::changed:
    case Property::home:
    case Property::smart_hosts:
    case Property::home_mta_server_id:
    case Property::roles:
    case Property::type: return true;
    case Property::cost: return kind == ObjectKind::site_link;
    default: return false;
  }
}

bool is_enumeration(Property property) {
  switch (property) {
    case Property::smart_host_auth_mechanism:
    case Property::tls_auth_level:
    case Property::protocol_logging_level:
    case Property::error_policies:
    case Property::usage:
    case Property::connector_type:
    case Property::auth_mechanism:
    case Property::permission_groups:
    case Property::transport_role:
    case Property::connector_source:
    case Property::tls_settings:
    case Property::edition:
    case Property::services: return true;
    default: return false;
  }
}

void read_server_roles(const CmdletReading& in) {
  const Field* field = in.field("ServerRole");
  const Text text = in.text("ServerRole");
  const bool number = parse_integer(trim(text.value)).has_value();
  if (!text.value.empty() && !number) return set_roles(in.object, roles_of(text), text.where);
  if (read_role_flags(in) || field == nullptr) return;
  // Microsoft publishes the names of this enumeration, not its numbers.
  if (number) return in.lose(*field, LostValue::Kind::numeric_enumeration);
  in.read(*field, info_of(Property::roles));
}

void read_site_link_cost(const CmdletReading& in) {
  const Field* directory = in.field("ADCost");
  const Field* effective = in.field("Cost");
  // Set-ADSiteLink: the Exchange cost, where there is one, takes the place of the directory's cost.
  const bool same = in.object.states_nothing(Property::exchange_cost);
  if (directory != nullptr) {
    in.read(*directory, info_of(Property::cost));
  } else if (effective != nullptr && same) {
    in.read(*effective, info_of(Property::cost));
  }
}

void read_accepted_domain(const CmdletReading& in) {
  const Field* field = in.field("DomainType");
  if (field == nullptr) return;
  const Text text = in.text("DomainType");
  for (const DomainType& type : kDomainTypes) {
    if (!equals_ignoring_case(trim(text.value), type.cmdlet)) continue;
    return set_word(in.object, Property::type, type.word, text.where);
  }
  if (parse_integer(trim(text.value))) {
    return in.lose(*field, LostValue::Kind::numeric_enumeration);
  }
  if (text.value.empty()) return;
  in.out.notes.push_back({.kind = NoteKind::suspicious,
                          .message = "'DomainType' is '" + excerpt(text.value) +
                                     "', expected Authoritative, InternalRelay or ExternalRelay; "
                                     "taken as unknown",
                          .where = text.where});
}

}  // namespace connlint
