#include "linter/model/wording.h"

#include <algorithm>

#include <fmt/format.h>

#include "linter/support/text.h"

namespace connlint {
namespace {

std::string_view title_of(const Connector& connector) {
  switch (connector.gateway_class) {
    case GatewayClass::notes: return "Notes connector";
    case GatewayClass::groupwise: return "GroupWise connector";
    case GatewayClass::ccmail: return "cc:Mail connector";
    case GatewayClass::msmail: return "MS Mail connector";
    case GatewayClass::snads: return "SNADS connector";
    case GatewayClass::calendar: return "Calendar connector";
    case GatewayClass::none:
    case GatewayClass::other: break;
  }
  return connlint::title_of(connector.kind);
}

}  // namespace

std::string quoted(std::string_view name) { return fmt::format("'{}'", name); }

std::string described(const Connector& connector) {
  return fmt::format("{} '{}'", title_of(connector), connector.name());
}

std::string described(ObjectKind kind, std::string_view name) {
  if (name.empty()) return fmt::format("a {} without name", name_of(kind));
  return fmt::format("{} {}", name_of(kind), quoted(name));
}

std::string named(const AddressSpace& space) {
  const std::string cost = space.cost_text.empty() ? "1" : space.cost_text;
  return fmt::format("{}:{};{}", space.type, space.address, cost);
}

std::string described(const AddressSpace& space, const Connector& connector) {
  return fmt::format("address space '{}' of {}", named(space), described(connector));
}

std::string listed(std::span<const std::string> names, std::size_t all) {
  constexpr std::size_t kAll = 4;
  const std::size_t shown = all > kAll ? kAll - 1 : all;
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == all;
    if (i > 0) out += last ? " and " : ", ";
    out += quoted(names[i]);
  }
  if (shown < all) out += fmt::format(" and {} more", all - shown);
  return out;
}

std::string version_text(const Server& server) {
  return server.exchange ? to_text(*server.exchange) : "of unknown version";
}

std::string Unjudged::text(std::string_view reason) const {
  std::vector<std::string> sorted = what_;
  std::ranges::sort(sorted, LessIgnoringCase());
  return fmt::format("{}: {}", reason, listed(sorted));
}

std::string plural_of(ObjectKind kind) {
  std::string words(kind == ObjectKind::organization ? "organizations" : list_name_of(kind));
  std::ranges::replace(words, '_', ' ');
  return words;
}

}  // namespace connlint
