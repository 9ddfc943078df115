#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/connector_host.h"

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
      "{} holds '{}', which Exchange 5.5 and 2000 turn into one character, so that the number that "
      "is dialled is wrong",
      what, escape);
}

void check(const Context& in, Sink& out) {
  if (!holds_server_up_to(in.organization, Generation::exchange_2000)) {
    return out.not_applicable("the inputs hold no server of Exchange 5.5 or 2000");
  }
  for (const Connector& connector : in.organization.connectors) {
    for (const AddressSpace& space : connector.address_spaces()) {
      const std::string_view escape = escape_in(space.address);
      if (escape.empty() || !equals_ignoring_case(space.type, "FAX")) continue;
      out.report(space.address_where, connector, "{}",
                 message_of(described(space, connector), escape))
          .detail = identity_of(space);
    }
  }
  for (const Recipient& recipient : in.organization.recipients) {
    const std::string_view address = recipient.text(Property::target_address);
    if (!starts_with_ignoring_case(address, "FAX:") || escape_in(address).empty()) continue;
    out.report(recipient.place_of(Property::target_address), recipient, "{}",
               message_of(
                   fmt::format("target address '{}' of recipient '{}'", address, recipient.name()),
                   escape_in(address)))
        .detail = address;
  }
}

}  // namespace

Rule fax_number_in_parentheses() {
  return {.code = "CL126",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::server}},
          .sources = "Q185592; Q272714; Q310797; KB 313444; KB 818664",
          .from = Generation::exchange_55,
          .to = Generation::exchange_2000,
          .check = check};
}

}  // namespace connlint::rules
