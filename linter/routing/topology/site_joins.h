// Which sites the site links of Active Directory join.
// Knows model types only.
#pragma once

#include <vector>

#include "linter/model/organization.h"

namespace connlint {

/// Whether a site link is one of SMTP, which Exchange does not use for routing (ExBPA 2e8893cf).
bool is_smtp_link(const SiteLink& link);

/// What joins a site to others.
struct SiteJoins {
  bool by_ip = false;
  bool by_smtp = false;
};

/// By site.
std::vector<SiteJoins> site_joins_of(const Organization& organization);

/// Whether a site has servers of Exchange 2007 or later that route mail, or may do so: not those
/// without the Transport service, nor Edge Transport servers, which are in no site.
bool has_site_server(const Organization& organization, SiteId site);

}  // namespace connlint
