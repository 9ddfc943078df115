// Which connectors the inputs may lack.
// Knows model types only.
#pragma once

#include <string>

#include "linter/model/organization.h"

namespace connlint {

/// Why a connector with an address type may exist although the inputs hold none: kinds of connector
/// that were not exported, or connectors whose address spaces are not known. A clause such as `the
/// inputs hold no Foreign connectors, and ...`; empty where the inputs hold every connector.
std::string missing_connectors(const Organization& organization);

}  // namespace connlint
