// Address types of which a more exact rule says what is wrong, so that those that speak of the
// consequences keep silent: one cause, one finding.
// Knows model types only.
#pragma once

#include <set>
#include <string>

#include "linter/model/organization.h"
#include "linter/outlook/allowed_types.h"

namespace connlint {

/// The types (in upper case) that are missing from lists or whose listing is not known, apart from
/// gaps of `except`, and those of connectors that routing ignores since they have no smart host or
/// route by DNS (event 5025; KB 959956, resolution).
std::set<std::string> explained_types(const Organization& organization, const ListGaps& gaps,
                                      GapCause except);

}  // namespace connlint
