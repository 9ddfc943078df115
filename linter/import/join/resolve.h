// Links the objects of an organisation: names become ids, and what follows from several properties
// (kind, scope, host, generation) is settled once.
#pragma once

#include <vector>

#include "linter/model/organization.h"

namespace connlint {

/// Sorts the merged objects into `organization` and resolves the references between them. Sites and
/// routing groups that are only named become implied ones.
void resolve(std::vector<Object> objects, Organization& organization);

}  // namespace connlint
