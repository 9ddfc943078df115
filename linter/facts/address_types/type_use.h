// Who uses an address type, apart from connectors.
// Knows model types only.
#pragma once

#include <set>
#include <string>

#include "linter/model/organization.h"

namespace connlint {

/// The types, in upper case, that are required, or that an address of a recipient or of a recipient
/// policy has.
std::set<std::string> used_types(const Organization& organization);

/// The types, in upper case, for which there is an address template.
std::set<std::string> template_types(const Organization& organization);

}  // namespace connlint
