#include "linter/routing/topology/site_joins.h"

#include <algorithm>

#include "linter/facts/server_kind.h"
#include "linter/facts/source_server.h"
#include "linter/support/text.h"

namespace connlint {

bool is_smtp_link(const SiteLink& link) {
  return equals_ignoring_case(link.text(Property::protocol), "smtp");
}

std::vector<SiteJoins> site_joins_of(const Organization& organization) {
  std::vector<SiteJoins> joins(organization.sites.size());
  for (const SiteLink& link : organization.site_links) {
    for (SiteId id : link.sites) {
      SiteJoins& join = joins[static_cast<std::size_t>(id)];
      (is_smtp_link(link) ? join.by_smtp : join.by_ip) = true;
    }
  }
  return joins;
}

bool has_site_server(const Organization& organization, SiteId site) {
  return std::ranges::any_of(organization.site(site).servers, [&](ServerId id) {
    const Server& server = organization.server(id);
    return counts_as_modern(organization, server) && !server.has_role(Role::edge_transport) &&
           !lacks_transport(organization, server);
  });
}

}  // namespace connlint
