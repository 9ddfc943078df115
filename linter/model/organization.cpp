#include "linter/model/organization.h"

#include <algorithm>
#include <array>

#include "linter/support/text.h"

namespace connlint {
namespace {

struct KindWords {
  ConnectorKind kind;
  std::string_view word;
  std::string_view title;
};
constexpr std::array kKinds = {
    KindWords{ConnectorKind::send, "send", "Send connector"},
    KindWords{ConnectorKind::foreign, "foreign", "Foreign connector"},
    KindWords{ConnectorKind::delivery_agent, "delivery-agent", "Delivery Agent connector"},
    KindWords{ConnectorKind::smtp, "smtp", "SMTP connector"},
    KindWords{ConnectorKind::x400, "x400", "X.400 connector"},
    KindWords{ConnectorKind::routing_group, "routing-group", "routing group connector"},
    KindWords{ConnectorKind::gateway, "gateway", "gateway connector"},
    KindWords{ConnectorKind::receive, "receive", "Receive connector"},
    KindWords{ConnectorKind::outbound, "outbound", "outbound connector"},
    KindWords{ConnectorKind::inbound, "inbound", "inbound connector"},
    KindWords{ConnectorKind::unknown, "", "connector"},
};

template <class T>
struct Word {
  T value;
  std::string_view word;
};
constexpr std::array kGateways = {
    Word<GatewayClass>{GatewayClass::notes, "notes"},
    Word<GatewayClass>{GatewayClass::groupwise, "groupwise"},
    Word<GatewayClass>{GatewayClass::ccmail, "ccmail"},
    Word<GatewayClass>{GatewayClass::msmail, "msmail"},
    Word<GatewayClass>{GatewayClass::snads, "snads"},
    Word<GatewayClass>{GatewayClass::calendar, "calendar"},
    Word<GatewayClass>{GatewayClass::other, "other"},
};
constexpr std::array kScopes = {
    Word<Scope>{Scope::organization, "organization"},
    Word<Scope>{Scope::site, "site"},
    Word<Scope>{Scope::routing_group, "routing-group"},
};
constexpr std::array kRoles = {
    Word<Role>{Role::mailbox, "mailbox"},
    Word<Role>{Role::client_access, "client-access"},
    Word<Role>{Role::unified_messaging, "unified-messaging"},
    Word<Role>{Role::hub_transport, "hub-transport"},
    Word<Role>{Role::edge_transport, "edge-transport"},
};

template <class Table, class T>
std::string_view word_in(const Table& table, T value) {
  const auto it = std::ranges::find(table, value, [](const auto& row) { return row.value; });
  return it == table.end() ? std::string_view() : it->word;
}

template <class T, std::size_t size>
std::optional<T> value_in(const std::array<Word<T>, size>& table, std::string_view word) {
  for (const Word<T>& row : table) {
    if (equals_ignoring_case(row.word, word)) return row.value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view word_of(ConnectorKind kind) {
  return std::ranges::find(kKinds, kind, &KindWords::kind)->word;
}
std::string_view title_of(ConnectorKind kind) {
  return std::ranges::find(kKinds, kind, &KindWords::kind)->title;
}
std::string_view word_of(GatewayClass gateway) { return word_in(kGateways, gateway); }
std::string_view word_of(Scope scope) { return word_in(kScopes, scope); }
std::string_view word_of(Role role) { return word_in(kRoles, role); }

std::optional<ConnectorKind> connector_kind_named(std::string_view word) {
  for (const KindWords& row : kKinds) {
    if (!row.word.empty() && equals_ignoring_case(row.word, word)) return row.kind;
  }
  return std::nullopt;
}
std::optional<GatewayClass> gateway_class_named(std::string_view word) {
  return value_in(kGateways, word);
}
std::optional<Scope> scope_named(std::string_view word) { return value_in(kScopes, word); }
std::optional<Role> role_named(std::string_view word) { return value_in(kRoles, word); }

std::string display_name(const Organization& organization, RoutingGroupId id) {
  const RoutingGroup& group = organization.routing_group(id);
  const auto shares_name = [&](const RoutingGroup& other) {
    return &other != &group && equals_ignoring_case(other.name(), group.name());
  };
  if (!group.administrative_group.empty() &&
      std::ranges::any_of(organization.routing_groups, shares_name)) {
    return group.administrative_group + "\\" + std::string(group.name());
  }
  return std::string(group.name());
}

}  // namespace connlint
