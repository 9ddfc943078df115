#include "linter/model/export_command.h"

namespace connlint {

std::string_view export_command(ObjectKind kind) {
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

bool is_exported(Property property) {
  const PropertyInfo& info = info_of(property);
  return !info.cmdlet.empty() || !info.attribute.empty();
}

}  // namespace connlint
