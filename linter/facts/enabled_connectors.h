// The connectors of one kind, for rules that speak of that kind alone.
#pragma once

#include <string>
#include <vector>

#include "linter/model/organization.h"

namespace connlint {

/// The enabled connectors of a kind, in the order of the organisation.
std::vector<const Connector*> enabled_connectors(const Organization& organization,
                                                 ConnectorKind kind);
/// Why a rule does not apply where there is none: `the inputs hold no enabled Foreign connector`.
std::string no_enabled(ConnectorKind kind);

}  // namespace connlint
