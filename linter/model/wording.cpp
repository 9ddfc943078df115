#include "linter/model/wording.h"

#include <fmt/format.h>

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

std::string as_written(const AddressSpace& space) {
  std::string out;
  if (space.local) out += space.scope_word + ":";
  if (space.explicit_type) out += space.type + ":";
  out += space.address;
  if (!space.cost_text.empty()) out += ";" + space.cost_text;
  return out;
}

std::string described(const AddressSpace& space, const Connector& connector) {
  return fmt::format("address space '{}' of {}", as_written(space), described(connector));
}

std::string listed(std::span<const std::string> names) {
  constexpr std::size_t kAll = 4;
  const std::size_t shown = names.size() > kAll ? kAll - 1 : names.size();
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == names.size();
    if (i > 0) out += last ? " and " : ", ";
    out += quoted(names[i]);
  }
  if (shown < names.size()) out += fmt::format(" and {} more", names.size() - shown);
  return out;
}

std::string version_text(const Server& server) {
  return server.exchange ? to_text(*server.exchange) : "of unknown version";
}

std::string Unjudged::text(std::string_view reason) const {
  return fmt::format("{}: {}", reason, listed(what_));
}

}  // namespace connlint
