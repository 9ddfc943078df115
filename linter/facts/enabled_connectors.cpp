#include "linter/facts/enabled_connectors.h"

namespace connlint {

std::vector<const Connector*> enabled_connectors(const Organization& organization,
                                                 ConnectorKind kind) {
  std::vector<const Connector*> found;
  for (const Connector& connector : organization.connectors) {
    if (connector.kind == kind && connector.counts_as_enabled()) found.push_back(&connector);
  }
  return found;
}

std::string no_enabled(ConnectorKind kind) {
  return "the inputs hold no enabled " + std::string(title_of(kind));
}

}  // namespace connlint
