#include <fmt/format.h>

#include "linter/engine/rule.h"
#include "linter/facts/server_kind.h"
#include "linter/routing/address/space_syntax.h"

namespace connlint::rules {
namespace {

/// How a fault on a connector is judged.
struct Judgement {
  SpaceProduct product = SpaceProduct::modern;
  /// Nothing: not at all.
  std::optional<Severity> severity;
  std::string_view consequence;
};

/// Collects what cannot be judged, over all connectors.
struct Gaps {
  Unjudged hosts;
  Unjudged foreign;
  Unjudged edges;
};

Judgement judgement_of(const Connector& connector, bool modern_servers) {
  constexpr std::string_view kSetup =
      "which Exchange 2000/2003 may take, but setup of Exchange 2007 does not accept";
  switch (connector.host) {
    case Host::modern:
      return {SpaceProduct::modern, Severity::error,
              "so that Exchange refuses it or no address matches it"};
    case Host::legacy:
    case Host::unknown: break;
  }
  if (!modern_servers) return {SpaceProduct::legacy, std::nullopt, {}};
  return {SpaceProduct::legacy, Severity::warning, kSetup};
}

/// What is wrong with `--` on this connector, or empty.
std::string mark_fault(const Organization& organization, const Connector& connector,
                       const AddressSpace& space, Gaps& gaps) {
  switch (edge_source_of(organization, connector)) {
    case EdgeSource::yes: return {};
    case EdgeSource::no: return "'--' means all accepted domains on an Edge Transport server only";
    case EdgeSource::unknown: break;
  }
  gaps.edges.add(fmt::format("{} of {}", named(space), connector.name()));
  return {};
}

void check_space(const Organization& organization, const Connector& connector,
                 const AddressSpace& space, bool modern_servers, Gaps& gaps, Sink& out) {
  const Judgement judgement = judgement_of(connector, modern_servers);
  const std::string fault = is_accepted_domains_mark(space)
                                ? mark_fault(organization, connector, space, gaps)
                                : space_fault(space, judgement.product);
  if (fault.empty()) {
    if (has_foreign_letters(space) && judgement.severity) {
      gaps.foreign.add(fmt::format("{} of {}", named(space), connector.name()));
    }
    return;
  }
  if (!judgement.severity) {
    if (connector.host == Host::unknown) gaps.hosts.add(connector.name());
    return;
  }
  Finding& finding = out.report(connector, space, "{} is no valid address space, {}: {}",
                                described(space, connector), judgement.consequence, fault);
  finding.severity = *judgement.severity;
}

void check(const Context& in, Sink& out) {
  const bool modern_servers = holds_modern_server(in.organization);
  Gaps gaps;
  for (const Connector& connector : in.organization.connectors) {
    for (const AddressSpace& space : connector.address_spaces()) {
      check_space(in.organization, connector, space, modern_servers, gaps, out);
    }
  }
  out.not_judged(gaps.hosts, "which version of Exchange hosts these connectors is not known");
  out.not_judged(gaps.edges, "whether these are on an Edge Transport server is not known");
  out.not_judged(gaps.foreign, "names with letters outside ASCII are not judged");
}

}  // namespace

Rule invalid_address_space() {
  return {.code = "CL106",
          .severity = Severity::error,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended | Profile::coexistence,
          .needs = {{ObjectKind::connector, Property::address_spaces}},
          .sources = "New-SendConnector; ExBPA e106ab09; RFC 1035; RFC 1685",
          .check = check};
}

}  // namespace connlint::rules
