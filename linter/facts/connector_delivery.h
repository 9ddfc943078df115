// How a Send or SMTP connector hands mail on: to a smart host, or to what DNS names.
// Knows model types only.
#pragma once

#include "linter/model/organization.h"

namespace connlint {

/// Whether a connector is of a kind that hands mail on by SMTP: a Send connector, or the SMTP
/// connector of Exchange 2000/2003.
bool speaks_smtp(const Connector& connector);

/// How a connector hands mail on.
enum class Delivery : std::uint8_t {
  dns,            ///< To the hosts that DNS names for each domain.
  smart_host,     ///< To a smart host.
  no_smart_host,  ///< It has no smart host, and nothing says that it uses DNS.
  unknown,        ///< The inputs do not tell.
};

/// How a connector of kind `send` or `smtp` hands mail on: as its `dns_routing` says; where that is
/// unknown, by its smart hosts. The connectors of Exchange 2000/2003 and those of a directory
/// export, which have no such setting, use DNS where their smart host was exported and has no
/// value.
Delivery delivery_of(const Organization& organization, const Connector& connector);

}  // namespace connlint
