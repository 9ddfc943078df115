#include <array>
#include <string_view>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_host.h"
#include "linter/model/wording.h"
#include "linter/support/text.h"

namespace connlint::rules {
namespace {

/// The first `(0dd)`, `(1dd)` or `(2dd)` of a text, or empty.
std::string_view escape_in(std::string_view text) {
  constexpr std::size_t kLength = 5;
  for (std::size_t i = text.find('('); i != std::string_view::npos; i = text.find('(', i + 1)) {
    const std::string_view part = text.substr(i, kLength);
    if (part.size() < kLength || part[4] != ')') continue;
    const bool code = part[1] >= '0' && part[1] <= '2' && is_digit(part[2]) && is_digit(part[3]);
    if (code) return part;
  }
  return {};
}

std::string message_of(const std::string& what, std::string_view escape) {
  return fmt::format(
      "{} holds '{}', which Exchange 5.5 and 2000 turn into one character, so that "
      "the number that is dialled is wrong",
      what, escape);
}

void check(const Context& in, Sink& out) {
  const Organization& organization = in.organization;
  if (!holds_server_up_to(organization, Generation::exchange_2000)) {
    return out.not_applicable("the inputs hold no server of Exchange 5.5 or 2000");
  }
  for (const Connector& connector : organization.connectors) {
    for (const AddressSpace& space : connector.address_spaces()) {
      const std::string_view escape = escape_in(space.address);
      if (escape.empty() || !equals_ignoring_case(space.type, "FAX")) continue;
      Finding& finding = out.report(space.address_where, subject_of(organization, connector),
                                    message_of(described(space, connector), escape));
      finding.detail = identity_of(space);
    }
  }
  for (const Recipient& recipient : organization.recipients) {
    const std::string_view address = recipient.text(Property::target_address);
    if (!starts_with_ignoring_case(address, "FAX:") || escape_in(address).empty()) continue;
    Finding& finding = out.report(
        recipient.place_of(Property::target_address), subject_of(recipient),
        message_of(fmt::format("target address '{}' of recipient '{}'", address, recipient.name()),
                   escape_in(address)));
    finding.detail = address;
  }
}

constexpr std::array kNeeds = {Need{.kind = ObjectKind::server, .property = {}}};
constexpr std::array<std::string_view, 2> kProfiles = {"recommended", "coexistence"};
constexpr std::array<std::string_view, 5> kSources = {"Q185592", "Q272714", "Q310797", "KB 313444",
                                                      "KB 818664"};

}  // namespace

extern const Rule fax_number_in_parentheses;
const Rule fax_number_in_parentheses = {
    .info = {.code = "CL126",
             .name = "fax-number-in-parentheses",
             .severity = Severity::warning,
             .confidence = Confidence::documented,
             .subject = "address-space",
             .summary = "A fax number has three digits in parentheses that Exchange 5.5 and 2000 "
                        "take for a character",
             .profiles = kProfiles,
             .needs = kNeeds,
             .sources = kSources,
             .from = Generation::exchange_55,
             .to = Generation::exchange_2000},
    .check = check};

}  // namespace connlint::rules
