#include <array>
#include <string>
#include <vector>

#include "linter/import/directory/directory_objects.h"
#include "linter/import/names.h"
#include "linter/import/values.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

/// `serialNumber`, the version as text; else `versionNumber`, which holds no more than the build.
void read_version(const EntryReading& in) {
  const Text text = in.entry.text("serialNumber");
  if (!text.value.empty()) {
    const std::optional<Version> version = parse_version(text.value);
    return set_word(in.object, Property::version,
                    version ? to_text(*version) : std::string(text.value), text.where);
  }
  const Text number = in.entry.text("versionNumber");
  if (number.value.empty()) return;
  const auto value = parse_integer(trim(number.value));
  const std::optional<Version> version = value ? version_of_number(*value) : std::nullopt;
  if (!version)
    return in.doubt(number, "versionNumber", "the version number of an Exchange server");
  set_word(in.object, Property::version, to_text(*version), number.where);
}

struct RoleBit {
  std::int64_t bit;
  Role role;
};
/// The bits of msExchCurrentServerRoles (Exchange 2007 help, bb123496). Exchange 2013 and later set
/// others too, which mean none of these roles.
constexpr std::array kRoleBits = {
    RoleBit{2, Role::mailbox},
    RoleBit{4, Role::client_access},
    RoleBit{16, Role::unified_messaging},
    RoleBit{32, Role::hub_transport},
    RoleBit{64, Role::edge_transport},
};

void read_roles(const EntryReading& in) {
  const Text text = in.entry.text("msExchCurrentServerRoles");
  if (text.value.empty()) return;
  const auto bits = parse_integer(trim(text.value));
  if (!bits) return in.doubt(text, "msExchCurrentServerRoles", "a whole number");
  Names roles;
  for (const RoleBit& role : kRoleBits) {
    if ((*bits & role.bit) != 0) roles.push_back({std::string(word_of(role.role)), text.where});
  }
  in.object.set({.property = Property::roles, .where = text.where, .value = std::move(roles)});
}

/// The full name is the address of TCP/IP: `ncacn_ip_tcp:ex01.contoso.com`.
void read_full_name(const EntryReading& in) {
  constexpr std::string_view kProtocol = "ncacn_ip_tcp:";
  const Attribute* addresses = in.entry.find("networkAddress");
  if (addresses == nullptr) return;
  for (const Value& value : addresses->values) {
    const std::string_view text = value.text.value;
    if (value.loss != Loss::none || !starts_with_ignoring_case(text, kProtocol)) continue;
    const Text name = value.text.part(kProtocol.size(), text.size() - kProtocol.size());
    return set_word(in.object, Property::fqdn, name.value, name.where);
  }
}

}  // namespace

void read_directory_server(const EntryReading& in) {
  read_version(in);
  read_roles(in);
  read_full_name(in);
  if (!in.object.states(Property::routing_group)) {
    const Attribute* group = in.entry.find("msExchHomeRoutingGroupDNBL");
    if (group != nullptr) in.read(*group, info_of(Property::routing_group));
  }
  const std::string name(in.object.name());
  if (!is_deleted_name(name)) return;
  const Span where = in.object.place_of(Property::name);
  set_word(in.object, Property::name, without_deleted_mark(name), where);
  set_flag(in.object, Property::deleted, true, where);
}

void read_directory_routing_group(const EntryReading& in) {
  const std::string full = routing_group_of_dn(in.entry.dn().value);
  const std::string_view group = split_group_name(full).administrative_group;
  if (!group.empty()) {
    set_word(in.object, Property::administrative_group, group, in.entry.dn().where);
  }
  if (!in.object.states(Property::members)) {
    const Attribute* members = in.entry.find("msExchRoutingGroupMembersDN");
    if (members != nullptr) in.read(*members, info_of(Property::members));
  }
}

}  // namespace connlint
