// Whether a cached-mode Outlook sends to an address at all, before any routing (KB 959956).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "linter/model/organization.h"
#include "linter/routing/route.h"

namespace connlint {

/// How Outlook is connected to its mailbox: in cached mode, where it keeps a list of address types
/// and refuses others itself, or online; `none`: the question is about transport alone.
enum class Client : std::uint8_t { none, cached, online };

/// Whether Outlook sends the message or refuses its address before a server sees it.
enum class GateVerdict : std::uint8_t { not_asked, allowed, refused, unknown };
/// `not-asked`, `allowed`, ...
std::string_view word_of(GateVerdict verdict);

struct Gate {
  GateVerdict verdict = GateVerdict::not_asked;
  /// With its source; empty where nothing was asked.
  std::string reason;
};

/// The client's answer for a recipient of the type at a mailbox of the server. A list is stale
/// where the store was started before every connector that feeds the type was changed; that decides
/// only where all of these times are known.
Gate gate_of_server(const Organization& organization, const Server& server, std::string_view type);

/// Whether the Information Store of the server was started since the connector was changed, so that
/// its list knows the connector as it is; nothing where a time is not known.
std::optional<bool> loaded_since_change(const Server& server, const Connector& connector);

/// The client's answer at a place: that of the strictest mailbox server there, which the reason
/// names where there are several.
Gate gate_of(const Organization& organization, Place place, std::string_view type, Client client);

/// The client's answer where the list that it keeps is known (KB 959956, value 01026687): a type
/// that its server gives and that the list lacks is refused until both are started again. Outlook
/// reads the list anew each time it starts, so that a type on it that its server refuses does not
/// allow anything.
Gate with_client_list(Gate gate, std::string_view type, std::span<const std::string> listed);

}  // namespace connlint
