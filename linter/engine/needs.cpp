#include "linter/engine/needs.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "linter/support/text.h"

namespace connlint {
namespace {

/// Where an administrator gets the objects of a kind from.
std::string_view export_of(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::organization: return "Get-OrganizationConfig | Export-Clixml";
    case ObjectKind::server: return "Get-ExchangeServer | Export-Clixml";
    case ObjectKind::site: return "Get-AdSite | Export-Clixml";
    case ObjectKind::site_link: return "Get-AdSiteLink | Export-Clixml";
    case ObjectKind::routing_group: return "ldifde, from the Exchange organisation's container";
    case ObjectKind::connector:
      return "Get-SendConnector | Export-Clixml, or ldifde where Exchange 2000/2003 takes part";
    case ObjectKind::accepted_domain: return "Get-AcceptedDomain | Export-Clixml";
    case ObjectKind::recipient: return "Get-MailContact and Get-MailUser | Export-Clixml";
    case ObjectKind::email_address_policy: return "Get-EmailAddressPolicy | Export-Clixml";
    case ObjectKind::address_template: return "ldifde, from the Exchange organisation's container";
    case ObjectKind::transport_config: return "Get-TransportConfig | Export-Clixml";
    case ObjectKind::transport_service:
      return "Get-TransportService (Exchange 2007 and 2010: Get-TransportServer) | Export-Clixml";
    case ObjectKind::edge_subscription: return "Get-EdgeSubscription | Export-Clixml";
    case ObjectKind::remote_domain: return "Get-RemoteDomain | Export-Clixml";
    case ObjectKind::certificate: return "Get-ExchangeCertificate | Export-Clixml";
  }
  return {};
}

/// The kind in a sentence: `routing groups`.
std::string plural_of(ObjectKind kind) {
  std::string words(input_name(kind));
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string missing_kind(ObjectKind kind) {
  return fmt::format(
      "the inputs hold no {}: export them ({}), or declare `{}` in an organisation file",
      plural_of(kind), export_of(kind), input_name(kind));
}

std::string missing_property(ObjectKind kind, Property property) {
  const PropertyInfo& info = info_of(property);
  const std::string export_hint =
      info.cmdlet.empty() && info.attribute.empty()
          ? std::string()
          : fmt::format("export all properties ({}), or ", export_of(kind));
  return fmt::format("the {} of the inputs do not state `{}`: {}declare it in an organisation file",
                     plural_of(kind), info.name, export_hint);
}

}  // namespace

std::string_view input_name(ObjectKind kind) {
  return kind == ObjectKind::organization ? name_of(kind) : list_name_of(kind);
}

std::string missing_needs(const RuleInfo& info, const Coverage& coverage) {
  std::vector<std::string> missing;
  for (const Need& need : info.needs) {
    std::string reason;
    if (!coverage.has(need.kind)) {
      reason = missing_kind(need.kind);
    } else if (need.property && !coverage.has(need.kind, *need.property)) {
      reason = missing_property(need.kind, *need.property);
    }
    if (!reason.empty() && std::ranges::find(missing, reason) == missing.end()) {
      missing.push_back(std::move(reason));
    }
  }
  return join(missing, "; ");
}

std::vector<std::string> needs_of(const RuleInfo& info) {
  std::vector<std::string> names;
  for (const Need& need : info.needs) {
    std::string name(input_name(need.kind));
    if (need.property) name += fmt::format(".{}", name_of(*need.property));
    names.push_back(std::move(name));
  }
  return names;
}

std::string out_of_range(const RuleInfo& info, const Organization& organization) {
  std::set<Generation> known;
  for (const Server& server : organization.servers) {
    // A server of unknown version may be one that the rule speaks of.
    if (server.generation == Generation::unknown) return {};
    if (server.generation >= info.from && server.generation <= info.to) return {};
    known.insert(server.generation);
  }
  if (known.empty()) return {};
  std::vector<std::string> names;
  for (Generation generation : known) names.emplace_back(name_of(generation));
  const std::string range = info.from == info.to
                                ? std::string(name_of(info.from))
                                : fmt::format("{} to {}", name_of(info.from), name_of(info.to));
  return fmt::format("it speaks of {}, and all servers are of {}", range, join(names, ", "));
}

}  // namespace connlint
