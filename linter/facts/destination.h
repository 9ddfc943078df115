// To whom a connector sends: everybody, Exchange Online.
// Knows model types only.
#pragma once

#include <string_view>
#include <vector>

#include "linter/model/organization.h"

namespace connlint {

/// The first SMTP address space `*` of a connector, or null.
const AddressSpace* internet_space_of(const Connector& connector);

/// Whether a host is one of Exchange Online's (`contoso-com.mail.protection.outlook.com`), in the
/// world-wide or a national cloud.
bool is_exchange_online_host(std::string_view host);
/// Whether a domain is the one that Exchange Online's certificates name, in any cloud:
/// `mail.protection.outlook.com`.
bool is_exchange_online_tls_domain(std::string_view domain);

/// Whether a Send connector hands its mail to Exchange Online.
enum class ToExchangeOnline { yes, no, unknown };
/// `yes` where a smart host is Exchange Online's, or it routes by DNS to a domain of it
/// (`contoso.mail.onmicrosoft.com`); `unknown` where how it routes is not known.
ToExchangeOnline to_exchange_online(const Connector& connector);
/// The enabled connectors that are known to do so, in the order of the organisation.
std::vector<const Connector*> exchange_online_connectors(const Organization& organization);

}  // namespace connlint
