#include <algorithm>
#include <limits>
#include <map>

#include "linter/engine/rule.h"
#include "linter/outlook/allowed_types.h"
#include "linter/routing/topology/topology.h"
#include "linter/routing/topology/used_paths.h"

namespace connlint::rules {
namespace {

constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max();

/// The bytes of a limit; `kNoLimit` where there is none, nothing where it is not known.
std::optional<std::uint64_t> limit_of(const Object& object) {
  const Size* size = object.get<Size>(Property::max_message_size);
  if (size == nullptr) return std::nullopt;
  return size->unlimited ? std::optional(kNoLimit) : size->bytes;
}

/// What the organisation lets anybody send, or no limit where that is not known.
std::uint64_t organization_limit(const Organization& organization) {
  for (const Object& object : organization.others) {
    if (object.object_kind() != ObjectKind::transport_config) continue;
    const Size* size = object.get<Size>(Property::max_send_size);
    if (size != nullptr && !size->unlimited) return size->bytes.value_or(kNoLimit);
  }
  return kNoLimit;
}

/// The connector with the highest size limit among those that leave from a site.
struct Exit {
  const Connector* connector = nullptr;
  std::uint64_t limit = 0;
};

/// By site. Connectors that only servers of their own site use are left out.
std::map<std::uint32_t, Exit> exits_of(const Topology& topology) {
  std::map<std::uint32_t, Exit> exits;
  const auto& connectors = topology.organization().connectors;
  for (std::size_t i = 0; i < connectors.size(); ++i) {
    const Connector& connector = connectors[i];
    if (!carries_types(connector) || !connector.counts_as_enabled()) continue;
    if (connector.scope == Scope::site || connector.host != Host::modern) continue;
    const std::optional<std::uint64_t> limit = limit_of(connector);
    if (!limit) continue;
    for (std::uint32_t site : topology.placement_of(static_cast<ConnectorId>(i)).sites) {
      Exit& exit = exits[site];
      if (exit.connector == nullptr || *limit > exit.limit) exit = {&connector, *limit};
    }
  }
  return exits;
}

void check(const Context& in, Sink& out) {
  const auto& links = in.organization.site_links;
  const std::uint64_t most = organization_limit(in.organization);
  const auto is_tight = [&](const SiteLink& link) {
    return limit_of(link).value_or(kNoLimit) < most;
  };
  if (std::ranges::none_of(links, is_tight)) return;
  const Topology& topology = in.routing.topology();
  const std::vector<std::uint32_t> served = served_sites(topology);
  std::vector<bool> reported(links.size(), false);
  for (const auto& [site, exit] : exits_of(topology)) {
    if (site >= topology.unknown_site()) continue;
    const UsedPaths used = used_paths(topology, site, served);
    for (std::size_t i = 0; i < links.size(); ++i) {
      if (!used.links[i] || reported[i] || !is_tight(links[i])) continue;
      if (limit_of(links[i]).value_or(kNoLimit) >= exit.limit) continue;
      reported[i] = true;
      out.report(links[i], Property::max_message_size,
                 "site link '{}' lets {} through and lies on the way to {} in site '{}', which "
                 "sends {}: larger messages are returned instead of taking another way",
                 links[i].name(), to_text(*links[i].get<Size>(Property::max_message_size)),
                 described(*exit.connector), topology.name_of(Spot{false, site}).name,
                 to_text(*exit.connector->get<Size>(Property::max_message_size)))
          .also(exit.connector->place_of(Property::max_message_size), "{} is here",
                described(*exit.connector));
    }
  }
}

}  // namespace

Rule site_link_size_limit() {
  return {.code = "CL414",
          .severity = Severity::warning,
          .confidence = Confidence::documented,
          .profiles = Profile::recommended,
          .needs = {{ObjectKind::site_link},
                    {ObjectKind::server, Property::site},
                    {ObjectKind::connector}},
          .sources = R"(Exchange 2013 help, "Route mail between Active Directory sites"; )"
                     "Set-ADSiteLink",
          .from = Generation::exchange_2007,
          .check = check};
}

}  // namespace connlint::rules
