#include <algorithm>

#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/routing/address/space_syntax.h"
#include "linter/routing/routed_connector.h"

namespace connlint::rules {
namespace {

/// Whether a space takes every SMTP address: `*`; on Exchange 2000/2003 an empty one too (Q152471).
bool takes_all(const Connector& connector, const AddressSpace& space) {
  if (!is_smtp(space)) return false;
  const std::string_view pattern = trim(space.address);
  return pattern == "*" || (pattern.empty() && connector.host != Host::modern);
}

/// Whether a space names a domain, by the rules of Exchange 2007.
bool names_domain(const AddressSpace& space) {
  return is_smtp(space) && !is_accepted_domains_mark(space) &&
         space_fault(space, SpaceProduct::modern).empty();
}

/// The connectors with SMTP address spaces.
struct SmtpConnectors {
  /// Whether one that is in use takes mail for some domain.
  bool any = false;
  bool send = false;
  bool default_route = false;
  /// Disabled ones with a space for all domains.
  std::vector<const Connector*> disabled;
  Unjudged unknown;
};

SmtpConnectors smtp_connectors(const Context& in) {
  SmtpConnectors found;
  const std::vector<RoutedConnector>& routed = in.routing.routed_connectors();
  for (std::size_t i = 0; i < routed.size(); ++i) {
    const Connector& connector = in.organization.connectors[i];
    if (!routed[i].takes_mail) continue;
    if (!connector.states(Property::address_spaces)) {
      found.unknown.add(connector.name());
    }
    found.send = found.send || connector.kind == ConnectorKind::send;
    const Spaces& spaces = connector.address_spaces();
    const bool used = !routed[i].disabled && routed[i].dropped == Dropped::no;
    found.any = found.any || (used && std::ranges::any_of(spaces, names_domain));
    const bool all = std::ranges::any_of(
        spaces, [&](const AddressSpace& space) { return takes_all(connector, space); });
    if (!all) continue;
    if (connector.counts_as_enabled()) {
      found.default_route = true;
    } else {
      found.disabled.push_back(&connector);
    }
  }
  return found;
}

void check(const Context& in, Sink& out) {
  const SmtpConnectors found = smtp_connectors(in);
  if (found.default_route) return;
  if (!found.any && found.disabled.empty()) {
    out.not_judged(
        "no connector of the inputs takes mail for an SMTP domain: whether mail leaves by "
        "connectors that were not exported, or by no connector at all, is not known");
    return;
  }
  if (!found.unknown.empty()) {
    out.not_judged(found.unknown, "the address spaces of these connectors are not known");
    return;
  }
  if (!found.send && !in.organization.coverage.all_connector_kinds) {
    out.not_judged("the inputs hold no Send connector, so that one with SMTP:* may be missing");
    return;
  }
  std::vector<std::string> names;
  for (const Connector* connector : found.disabled) names.emplace_back(connector->name());
  std::ranges::sort(names, LessIgnoringCase());
  const std::string state =
      names.empty() ? std::string("no connector has the address space SMTP:*")
                    : fmt::format("the address space SMTP:* is only on disabled connectors ({})",
                                  listed(names));
  Finding& finding = out.report(*in.organization.where, in.organization,
                                "{}: mail to a domain that no other address space names has no "
                                "route: Exchange 2007 and later keep it in the Unreachable queue "
                                "until it expires, Exchange 2000/2003 return it (5.0.0)",
                                state);
  for (const Connector* connector : found.disabled) {
    finding.also(connector->place_of(Property::enabled), "{} is disabled", described(*connector));
  }
}

}  // namespace

Rule no_default_route() {
  return {.code = "CL112",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::connector, Property::address_spaces}, {ObjectKind::server}},
          .sources = "Connector selection in external message routing; KB 287058; TechNet aa997301",
          .check = check};
}

}  // namespace connlint::rules
