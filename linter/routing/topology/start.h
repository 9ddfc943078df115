// Where mail from a place enters transport: only servers with the Transport service route it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "linter/routing/route.h"
#include "linter/routing/topology/topology.h"

namespace connlint {

/// The beginning of a message's way.
struct Start {
  /// Nothing where no server takes the mail; `reason` says why.
  std::optional<Spot> spot;
  /// The server that decides, where the place is one that routes.
  std::optional<ServerId> server;
  /// As a clause: why there is no spot, or by which rule it is another place than the one that was
  /// named. Empty where the place routes itself.
  std::string reason;
};

/// The beginning of mail from a place other than an Edge Transport server.
/// - A server without the Transport service hands it to one of its site.
/// - A site with Client Access servers of Exchange 2013 and later alone starts from the nearest
/// site
///   that has the Transport service ("Mail routing": the Front End Transport service).
/// - A site with mailbox servers of Exchange 2007/2010 and no Hub Transport server has no beginning
///   (event 5007).
Start start_of(const Topology& topology, Place place);

/// Whether a site holds mailbox servers of Exchange 2007/2010 and no server that routes mail.
bool is_stranded(const Topology& topology, std::uint32_t site);

}  // namespace connlint
