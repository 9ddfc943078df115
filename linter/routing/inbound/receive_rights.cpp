#include "linter/routing/inbound/receive_rights.h"

#include <algorithm>
#include <array>

#include "linter/model/flags.h"
#include "linter/support/text.h"

namespace connlint {
namespace {

constexpr std::string_view kAnyRecipient = "ms-Exch-SMTP-Accept-Any-Recipient";
constexpr std::string_view kAnySender = "ms-Exch-SMTP-Accept-Any-Sender";
constexpr std::string_view kSubmit = "ms-Exch-SMTP-Submit";

/// Whether an entry (`USER=RIGHT,RIGHT`) is about the anonymous logon: by its name in the languages
/// of Windows (ANONYMOUS LOGON, ANONYMOUS-ANMELDUNG, ACCESSO ANONIMO, ...) or by its SID.
bool is_anonymous(std::string_view entry) {
  constexpr std::array<std::string_view, 4> kNames = {"ANONYM", "ANONIM", "AN\xC3\x93NIM",
                                                      "AN\xC3\xB3NIM"};
  const bool named = std::ranges::any_of(kNames, [&](std::string_view name) {
    return find_ignoring_case(entry, name) != std::string_view::npos;
  });
  if (named) return true;
  constexpr std::string_view kSid = "S-1-5-7";
  const std::size_t at = find_ignoring_case(entry, kSid);
  if (at == std::string_view::npos) return false;
  const std::size_t end = at + kSid.size();
  return end == entry.size() || (!is_digit(entry[end]) && entry[end] != '-');
}

/// Whether entries give the right to the anonymous logon.
bool gives(const Names& entries, std::string_view right) {
  return std::ranges::any_of(entries, [&](const Located<std::string>& entry) {
    return find_ignoring_case(*entry, right) != std::string_view::npos && is_anonymous(*entry);
  });
}

/// Whether the anonymous logon has the right by an entry that nothing denies.
bool has_right(const Connector& connector, std::string_view right) {
  return gives(connector.names(Property::extended_right_allow_entries), right) &&
         !gives(connector.names(Property::extended_right_deny_entries), right);
}

}  // namespace

Relay relay_of(const Organization& organization, const Connector& connector) {
  if (has_flag(connector.text(Property::auth_mechanism), "ExternalAuthoritative")) {
    return Relay::external;
  }
  const std::string_view groups = connector.text(Property::permission_groups);
  const bool anonymous = has_flag(groups, "AnonymousUsers");
  const bool any_sender = anonymous || has_right(connector, kAnySender);
  if (has_right(connector, kAnyRecipient) && any_sender) return Relay::anonymous;
  if (connector.states(Property::extended_right_allow_entries)) return Relay::no;
  if (!connector.states(Property::permission_groups) || organization.coverage.code) {
    return Relay::unknown;
  }
  return has_flag(groups, "Custom") ? Relay::unknown : Relay::no;
}

Submission anonymous_submission_of(const Connector& connector) {
  if (has_flag(connector.text(Property::auth_mechanism), "ExternalAuthoritative")) {
    return Submission::yes;
  }
  const std::string_view groups = connector.text(Property::permission_groups);
  if (has_flag(groups, "AnonymousUsers") || has_right(connector, kSubmit)) return Submission::yes;
  const bool told = connector.states(Property::permission_groups) && !has_flag(groups, "Custom");
  return told ? Submission::no : Submission::unknown;
}

std::vector<std::string> flag_words(std::string_view value) {
  std::vector<std::string> words;
  for (std::string_view word : split(value, ',')) {
    if (!trim(word).empty()) words.emplace_back(trim(word));
  }
  return words;
}

}  // namespace connlint
