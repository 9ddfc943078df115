#include "linter/facts/enabled_connectors.h"

namespace connlint {

std::string no_enabled(ConnectorKind kind) {
  return "the inputs hold no enabled " + std::string(title_of(kind));
}

}  // namespace connlint
