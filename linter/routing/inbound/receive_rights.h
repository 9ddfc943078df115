// What a Receive connector lets its clients do (New-ReceiveConnector; "Receive connectors").
// Knows model types only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/model/organization.h"

namespace connlint {

/// Whether a sender that has not logged on may send to recipients outside of the accepted domains.
enum class Relay {
  no,
  external,   ///< Every host of its ranges counts as an Exchange server (ExternalAuthoritative).
  anonymous,  ///< Anonymous users have ms-Exch-SMTP-Accept-Any-Recipient.
  unknown,    ///< The inputs do not tell.
};
/// By authentication, permission groups and rights. A right to any recipient relays only with a
/// right to any sender, which the group AnonymousUsers brings. Without stated rights: `unknown`
/// where the permission groups say `Custom` (rights were added that Get-ReceiveConnector does not
/// show) or are not known, and in code, which may add rights elsewhere; else `no`, since no
/// permission group gives it to anonymous users.
Relay relay_of(const Organization& organization, const Connector& connector);

/// Whether a sender that has not logged on may submit messages at all.
enum class Submission { yes, no, unknown };
Submission anonymous_submission_of(const Connector& connector);

/// The words of a property that is several words of one enumeration, without blanks around them.
std::vector<std::string> flag_words(std::string_view value);

}  // namespace connlint
