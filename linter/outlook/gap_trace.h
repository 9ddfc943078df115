// Why a type is missing from the lists of cached-mode clients, in words.
// Knows model types only; no findings, no severities.
#pragma once

#include <string>
#include <vector>

#include "linter/model/organization.h"
#include "linter/outlook/allowed_types.h"

namespace connlint {

/// A remark with its place.
struct TraceStep {
  std::string message;
  Span where{};
};

/// `mailbox server 'EX07'`, `mailbox servers 'A' and 'B'`; where that is certain of some only,
/// `mailbox server 'A', and on mailbox server 'B' unless Update Rollup 7 ...`.
std::string mailbox_servers(const Organization& organization, const ListGap& gap);

/// The product that hosts a connector of Exchange 2000/2003: `Exchange 2003` where all its source
/// servers (its home MTA's server where it has none) are of that version, else `Exchange
/// 2000/2003`.
std::string legacy_host_text(const Organization& organization, const Connector& connector);

/// The facts behind a gap, seen from one of its carriers: its source servers with their versions,
/// the other carriers and why they do not feed the lists, the mailbox servers. Of each kind at most
/// twenty; the last one says how many more there are.
std::vector<TraceStep> trace_of(const Organization& organization, const ListGap& gap,
                                ConnectorId carrier);

/// Why nothing can be said of a type.
std::string reason_of(const Organization& organization, const UnknownListing& listing);

}  // namespace connlint
