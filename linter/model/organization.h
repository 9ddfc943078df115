// The organisation: its objects, with the references between them resolved.
// Plain value types; built once by the importers, then never changed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/model/coverage.h"
#include "linter/model/object.h"
#include "linter/model/version.h"
#include "linter/source/located.h"

namespace connlint {

/// Indexes into the vectors of `Organization`.
enum class ServerId : std::uint32_t {};
enum class SiteId : std::uint32_t {};
enum class SiteLinkId : std::uint32_t {};
enum class RoutingGroupId : std::uint32_t {};
enum class ConnectorId : std::uint32_t {};

/// The routing group that all servers of Exchange 2007 and 2010 share is known by this part of its
/// name, which stays the same in every language (ExBPA 56c3a9d0).
inline constexpr std::string_view kModernRoutingGroupMark = "DWBGZMFD01QNBJR";

/// A server named by another object. Unresolved where the inputs hold no such server.
struct ServerReference {
  Located<std::string> name;
  std::optional<ServerId> server;
  /// Whether the directory says that the server was deleted (`DEL:` in its name).
  bool deleted = false;
};

/// What a server does (Exchange 2007 and later).
enum class Role : std::uint8_t {
  mailbox = 1,
  client_access = 2,
  unified_messaging = 4,
  hub_transport = 8,
  edge_transport = 16,
};

struct Server : Object {
  using Object::Object;
  std::optional<Version> exchange;  ///< Nothing where unknown.
  Generation generation = Generation::unknown;
  std::optional<std::uint8_t> roles;            ///< Bits of `Role`; nothing where unknown.
  std::optional<SiteId> site;                   ///< Nothing where unknown.
  std::optional<RoutingGroupId> routing_group;  ///< Nothing where unknown.
  [[nodiscard]] bool has_role(Role role) const {
    return roles && (*roles & static_cast<std::uint8_t>(role)) != 0;
  }
};

struct Site : Object {
  using Object::Object;
  /// Known only since another object names it; no input describes it.
  bool implied = false;
  std::vector<ServerId> servers;
};

struct SiteLink : Object {
  using Object::Object;
  std::vector<SiteId> sites;
};

struct RoutingGroup : Object {
  using Object::Object;
  /// The routing group of Exchange 2007 and later.
  bool modern = false;
  /// Known only since another object names it; no input describes it.
  bool implied = false;
  /// The administrative group that holds it, or empty.
  std::string administrative_group;
  std::vector<ServerId> servers;
  std::vector<ConnectorId> connectors;  ///< Those whose home it is.
};

enum class ConnectorKind : std::uint8_t {
  send,
  foreign,
  delivery_agent,
  smtp,  ///< The SMTP connector of Exchange 2000/2003.
  x400,
  routing_group,
  gateway,  ///< Notes, GroupWise, ... and gateways of other makers.
  receive,
  outbound,  ///< Exchange Online.
  inbound,   ///< Exchange Online.
  unknown,
};
enum class GatewayClass : std::uint8_t {
  none,
  notes,
  groupwise,
  ccmail,
  msmail,
  snads,
  calendar,
  other
};
/// Who may choose a connector: all, the Active Directory site of its source servers (2007 and
/// later), or the routing group that holds it (2000/2003).
enum class Scope : std::uint8_t { unknown, organization, site, routing_group };

/// The words of the organisation file: `delivery-agent`, `routing-group`, `notes`, ...
std::string_view word_of(ConnectorKind kind);
std::string_view word_of(GatewayClass gateway);
std::string_view word_of(Scope scope);
std::string_view word_of(Role role);
/// The value that a word means, without regard to case, or nothing.
std::optional<ConnectorKind> connector_kind_named(std::string_view word);
std::optional<GatewayClass> gateway_class_named(std::string_view word);
std::optional<Scope> scope_named(std::string_view word);
std::optional<Role> role_named(std::string_view word);
/// What a kind of connector is called in messages: `Send connector`, `X.400 connector`.
std::string_view title_of(ConnectorKind kind);

/// Which product generation hosts a connector.
enum class Host : std::uint8_t {
  unknown,
  legacy,  ///< Exchange 2000/2003.
  modern,  ///< Exchange 2007 or later.
};

struct Connector : Object {
  using Object::Object;
  ConnectorKind kind = ConnectorKind::unknown;
  GatewayClass gateway_class = GatewayClass::none;
  Scope scope = Scope::unknown;
  /// Source servers (bridgehead servers of the legacy kinds). Empty where unknown or none.
  std::vector<ServerReference> sources;
  std::vector<ServerReference> targets;
  /// The server of its home MTA, where stated.
  std::optional<ServerReference> home_mta;
  std::optional<RoutingGroupId> home;    ///< Nothing where unknown.
  std::optional<RoutingGroupId> target;  ///< Routing group connectors; nothing where unknown.
  /// By the version of its source servers; else of the home MTA's server; else by kind and home (a
  /// Send connector in DWBGZMFD01QNBJR is of 2007 or later, an SMTP connector elsewhere older); a
  /// connector with source servers of both kinds counts as modern.
  Host host = Host::unknown;
  /// Whether it counts as enabled: not where it is stated as disabled.
  [[nodiscard]] bool counts_as_enabled() const { return flag(Property::enabled).value_or(true); }
  [[nodiscard]] const Spaces& address_spaces() const { return spaces(Property::address_spaces); }
};

struct AcceptedDomain : Object {
  using Object::Object;
};

struct Recipient : Object {
  using Object::Object;
};

/// An address type that users must be able to send to.
struct RequiredType {
  /// In upper case.
  std::string type;
  enum class Origin : std::uint8_t { configuration, command_line, organization_file, recipient };
  Origin origin = Origin::configuration;
  /// Where it is said: at a recipient its target address; of a type from the command line the
  /// place of the organisation's first object.
  Span where{};
  /// The recipient whose target address has the type, else empty. At most five recipients are kept
  /// for a type.
  std::string recipient;
};

/// The same property of the same object with different values in two places.
struct Conflict {
  ObjectKind kind{};
  std::string object;
  Property property{};
  Span first{}, second{};
  /// As `show` would write them.
  std::string first_value, second_value;
};

/// A value that the export lost, or code that only a run could tell.
struct LostValue {
  enum class Kind : std::uint8_t {
    type_name,
    truncated,
    ambiguous,
    depth,
    unresolved,
    numeric_enumeration
  };
  Kind kind{};
  ObjectKind object_kind{};
  std::string object;
  /// The name of the property as the file writes it.
  std::string property;
  Span where{};
  /// What stands there instead, without control characters; at most 200 bytes.
  std::string text;
};

/// A credential or password in an input. Its value is never kept.
struct Secret {
  ObjectKind object_kind{};
  std::string object;
  /// The name of the attribute or property as the file writes it.
  std::string property;
  Span where{};  ///< Of the name, never of the value.
};

/// A key of a code input that its resource, or a parameter that its cmdlet does not have.
struct UnknownKey {
  ObjectKind object_kind{};
  std::string object;
  std::string key;
  Span where{};
  /// The nearest known name, or empty.
  std::string nearest;
  /// The command whose parameter it is; empty where it is a key of a resource.
  std::string command = {};
};

/// A value of a code input that the product refuses: a word that no enumeration has, what is no
/// address or range, a time span that .NET cannot read.
struct InvalidValue {
  ObjectKind object_kind{};
  std::string object;
  /// The name of the property as the file writes it.
  std::string property;
  /// As the file writes it, without control characters; at most 80 bytes.
  std::string value;
  /// What the property takes: `an IP address or range`, or the words.
  std::string expected;
  /// The nearest words that it takes, or empty.
  std::vector<std::string> nearest;
  Span where{};
};

/// What became of a command or resource of configuration code.
struct CommandOutcome {
  enum class Effect : std::uint8_t {
    applied,
    no_effect,
    exists,   ///< A New- of what exists: it fails.
    missing,  ///< A Set- or Remove- of what does not exist: it fails.
    unknown,  ///< Only a run tells whether it runs, or on which object.
  };
  Effect effect = Effect::applied;
  /// The cmdlet or resource as the code writes it.
  std::string command;
  ObjectKind object_kind{};
  ConnectorKind connector{};
  /// As the command calls it; empty where it is about several or only a run tells.
  std::string object = {};
  Span where{};  ///< Of the command.
  /// Of `exists`: what stands in the way.
  std::optional<Span> existing = std::nullopt;
  /// Of `missing`: the nearest name of that kind, or empty.
  std::string nearest = {};
  /// Whether the inputs hold objects of that kind from an export or an organisation file.
  bool exported = false;
};

/// One organisation, joined from all inputs.
struct Organization {
  /// Its name; empty where no input tells.
  Located<std::string> name;
  /// The place that stands for the organisation: its first object. Nothing where there is none.
  std::optional<Span> where;
  std::vector<Server> servers;
  std::vector<Site> sites;
  std::vector<SiteLink> site_links;
  std::vector<RoutingGroup> routing_groups;
  std::vector<Connector> connectors;
  std::vector<AcceptedDomain> accepted_domains;
  std::vector<Recipient> recipients;
  /// Policies, address templates, transport settings, subscriptions, domains, certificates.
  std::vector<Object> others;
  std::vector<RequiredType> required_types;
  Coverage coverage;
  std::vector<Conflict> conflicts;
  std::vector<LostValue> lost_values;
  std::vector<Secret> secrets;
  std::vector<UnknownKey> unknown_keys;
  std::vector<InvalidValue> invalid_values;
  /// Of configuration code, in the order in which it was followed.
  std::vector<CommandOutcome> commands;

  [[nodiscard]] const Server& server(ServerId id) const {
    return servers.at(static_cast<std::size_t>(id));
  }
  [[nodiscard]] const Site& site(SiteId id) const { return sites.at(static_cast<std::size_t>(id)); }
  [[nodiscard]] const SiteLink& site_link(SiteLinkId id) const {
    return site_links.at(static_cast<std::size_t>(id));
  }
  [[nodiscard]] const RoutingGroup& routing_group(RoutingGroupId id) const {
    return routing_groups.at(static_cast<std::size_t>(id));
  }
  [[nodiscard]] const Connector& connector(ConnectorId id) const {
    return connectors.at(static_cast<std::size_t>(id));
  }
};

/// `Routing Group`, or `Administrative Group\Routing Group` where two share the name.
std::string display_name(const Organization& organization, RoutingGroupId id);

}  // namespace connlint
