#include "linter/facts/transport_settings.h"

#include "linter/support/text.h"

namespace connlint {
namespace {

/// The name without its DNS domain, in lower case.
std::string host_key(std::string_view name) { return lower(name.substr(0, name.find('.'))); }

}  // namespace

const Size* organization_send_limit(const Organization& organization) {
  for (const Object& object : organization.others) {
    if (object.object_kind() != ObjectKind::transport_config) continue;
    if (const Size* limit = object.get<Size>(Property::max_send_size)) return limit;
  }
  return nullptr;
}

TransportSettings::TransportSettings(const Organization& organization) {
  for (const Object& object : organization.others) {
    if (object.object_kind() != ObjectKind::transport_service) continue;
    const std::string_view server = object.text(Property::server);
    by_host_.emplace(host_key(server.empty() ? object.name() : server), &object);
  }
}

const Object* TransportSettings::of(std::string_view server) const {
  const auto found = by_host_.find(host_key(server));
  return found == by_host_.end() ? nullptr : found->second;
}

std::vector<std::string> sources_with_root_path(const Connector& connector,
                                                const TransportSettings& settings) {
  std::vector<std::string> names;
  for (const ServerReference& reference : connector.sources) {
    const Object* service = settings.of(*reference.name);
    if (service == nullptr) continue;
    if (!service->text(Property::root_drop_directory_path).empty())
      names.push_back(*reference.name);
  }
  return names;
}

}  // namespace connlint
